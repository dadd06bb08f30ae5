//! How a language joins words: which may be written together, which endings are glued by right.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::locale::tag::Locale;

/// What is known of a language's way to join words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Joining {
    /// Whether two words without a space between them may be one.
    pub compounds: bool,
    endings: BTreeSet<String>,
    words: BTreeSet<String>,
}

static LANGUAGES: LazyLock<BTreeMap<String, Joining>> = LazyLock::new(|| {
    serde_yaml::from_str(include_str!("languages.yaml")).expect("a test reads the built-in table")
});

impl Joining {
    /// That of a language. `None` for those written without spaces, those that glue endings to
    /// any word, and those nobody has looked at.
    pub fn of(locale: &Locale) -> Option<&'static Self> {
        let language = match locale.language() {
            "no" | "nn" => "nb",
            "bs" | "sr" if !locale.tag().contains("Cyrl") => "hr",
            other => other,
        };
        LANGUAGES.get(language)
    }

    /// Whether a lower-case word is no word of its own where it is glued to another.
    pub fn is_ending(&self, word: &str) -> bool {
        word.chars().count() < 2 || self.endings.contains(word)
    }

    /// Whether a lower-case word is one of the language's small ones.
    pub fn is_small_word(&self, word: &str) -> bool {
        self.words.contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::{Joining, LANGUAGES};
    use crate::locale::tag::Locale;

    #[test]
    fn the_built_in_table_is_well_formed() {
        assert!(LANGUAGES.len() > 10);
        assert!(LANGUAGES["nl"].is_small_word("te"));
    }

    #[test]
    fn languages_that_glue_by_right_have_none() {
        for tag in [
            "ja-JP", "th-TH", "hu-HU", "tr-TR", "fi-FI", "ko-KR", "ar-SA",
        ] {
            assert!(
                Joining::of(&Locale::parse(tag).expect("a tag")).is_none(),
                "{tag}"
            );
        }
    }
}
