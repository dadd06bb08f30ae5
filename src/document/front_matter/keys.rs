//! The front-matter keys that Instep acts on: one table for slips, the schema and the manual.

use serde_json::{Value, json};
use strsim::damerau_levenshtein;

/// A key that Instep acts on, or that real pages have so often that a slip in it is one.
#[derive(Debug)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// What it does, in one line.
    pub meaning: &'static str,
}

/// What the value of a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, or a number taken as words.
    Text,
    /// A day.
    Day,
    /// A whole number.
    Number,
    /// A BCP 47 tag.
    Locale,
    /// `HT` or `MT`.
    Translation,
    /// Written and read by Instep alone.
    Record,
    /// Nothing asks for it: it is known so that a slip in it is one.
    Unused,
}

const fn key(name: &'static str, kind: Kind, meaning: &'static str) -> Key {
    Key {
        name,
        kind,
        meaning,
    }
}

/// Every known key.
pub static KEYS: &[Key] = &[
    key(
        "title",
        Kind::Text,
        "Title of the page; without it the first heading.",
    ),
    key(
        "description",
        Kind::Text,
        "One sentence, for lists and search engines.",
    ),
    key(
        "document_id",
        Kind::Text,
        "Which document this is, whatever its path.",
    ),
    key(
        "uid",
        Kind::Text,
        "The name by which `xref:` links call the page.",
    ),
    key(
        "ms.date",
        Kind::Day,
        "When the text was written: decides which revision is newest.",
    ),
    key("date", Kind::Day, "The same, where there is no `ms.date`."),
    key(
        "lastmod",
        Kind::Day,
        "The same, where there is none of the above.",
    ),
    key(
        "updated",
        Kind::Day,
        "The same, where there is none of the above.",
    ),
    key(
        "ms.lasthandoff",
        Kind::Day,
        "When the text was handed to translation: decides between equal dates.",
    ),
    key(
        "ms.locfileid",
        Kind::Number,
        "Number of the hand-off: decides between equal dates and hand-offs.",
    ),
    key(
        "ms.openlocfilehash",
        Kind::Text,
        "Hash of the source text that this was translated from.",
    ),
    key(
        "ms.sourcegitcommit",
        Kind::Text,
        "Commit of the source that this was translated from.",
    ),
    key(
        "default_lang_commit",
        Kind::Text,
        "The same, as OpenTelemetry writes it.",
    ),
    key(
        "ms.contentlocale",
        Kind::Locale,
        "Language of the page, where its folder does not say it.",
    ),
    key(
        "ms.translationtype",
        Kind::Translation,
        "Translated by a human (`HT`) or a machine (`MT`).",
    ),
    key(
        "redirect_url",
        Kind::Text,
        "Where the page has moved: its address leads there.",
    ),
    key(
        "monikerRange",
        Kind::Text,
        "Versions of the product that the page is for.",
    ),
    key(
        "zone_pivot_groups",
        Kind::Text,
        "What readers of the page choose between.",
    ),
    key(
        "ms.sourcelocale",
        Kind::Locale,
        "Language that this was translated from.",
    ),
    key(
        "ROBOTS",
        Kind::Text,
        "`NOINDEX` keeps search engines from listing the page.",
    ),
    key(
        "instep.review",
        Kind::Record,
        "What `instep review` recorded.",
    ),
    key("ms.author", Kind::Unused, "Not used."),
    key("ms.topic", Kind::Unused, "Not used."),
    key("ms.service", Kind::Unused, "Not used."),
    key("author", Kind::Unused, "Not used."),
    key("manager", Kind::Unused, "Not used."),
];

/// The known key that is one insertion, removal or exchange of a letter, or two letters swapped,
/// away from what was written.
///
/// Short names without a dot have real neighbours in other tools (`authors`, `dates`), so of them
/// only two swapped letters are a slip.
pub fn slip(written: &str) -> Option<&'static str> {
    let names = || KEYS.iter().map(|key| key.name);
    if written.len() < 5 || names().any(|name| name == written) {
        return None;
    }
    let swapped = |name: &str| {
        let sorted = |text: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            letters
        };
        sorted(name) == sorted(written)
    };
    let telling = |name: &str| name.contains('.') || name.len() >= 8;
    let plural = |name: &str| written.strip_suffix('s') == Some(name);
    let length = written.chars().count();
    let near = |name: &&str| name.len().abs_diff(length) <= 1;
    names().filter(near).find(|name| {
        damerau_levenshtein(written, name) == 1 && !plural(name) && (telling(name) || swapped(name))
    })
}

/// The JSON Schema of front matter: what Instep reads. Other keys are other people's.
pub fn schema() -> Value {
    let properties = KEYS
        .iter()
        .filter(|key| key.kind != Kind::Unused)
        .map(|key| (key.name.to_owned(), property(key)))
        .collect::<serde_json::Map<_, _>>();
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Front matter",
        "description": "The keys between the `---` lines of a page that Instep reads. Others are left alone.",
        "type": "object",
        "properties": properties,
    })
}

fn property(key: &Key) -> Value {
    let mut property = match key.kind {
        Kind::Text | Kind::Unused => json!({ "type": ["string", "number", "boolean", "null"] }),
        Kind::Day => json!({
            "type": "string",
            "pattern": "^\\s*(\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}|\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2})([T ].*)?$",
        }),
        Kind::Number => json!({ "type": ["integer", "string"], "pattern": "^\\s*\\d+\\s*$" }),
        Kind::Locale => {
            json!({ "type": "string", "pattern": "^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$" })
        }
        Kind::Translation => json!({ "enum": ["HT", "MT"] }),
        Kind::Record => json!({ "type": "object" }),
    };
    property["description"] = key.meaning.into();
    property
}

#[cfg(test)]
mod tests {
    use super::slip;

    #[test]
    fn slips_are_told_from_other_keys() {
        assert_eq!(slip("mms.date"), Some("ms.date"));
        assert_eq!(slip("ms.dtae"), Some("ms.date"));
        assert_eq!(slip("desciption"), Some("description"));
        assert_eq!(slip("titel"), Some("title"));
        for other in ["authors", "titles", "title", "layout", "tags", "dates"] {
            assert_eq!(slip(other), None, "{other}");
        }
    }
}
