//! Where the words of a text begin and end, in languages with spaces and in those without.

use icu::segmenter::WordSegmenter;
use icu::segmenter::options::{WordBreakInvariantOptions, WordBreakOptions};

use crate::locale::tag::Locale;

/// Splits texts of one language at word boundaries (UAX #29, with dictionaries for Chinese and
/// Japanese and models for Burmese, Khmer, Lao and Thai).
pub struct Words(WordSegmenter);

impl Words {
    /// The splitter of a language. Costly to make, cheap to use: make one a locale.
    pub fn new(locale: &Locale) -> Self {
        let id = locale.icu().id;
        let mut options = WordBreakOptions::default();
        options.content_locale = Some(&id);
        let root =
            |_| WordSegmenter::new_auto(WordBreakInvariantOptions::default()).static_to_owned();
        Self(WordSegmenter::try_new_auto(options).unwrap_or_else(root))
    }

    /// The text in pieces that join to it again: words, and the spaces and marks between them.
    pub fn split<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let mut start = 0;
        let mut pieces = Vec::new();
        // The first boundary is the start of the text.
        for end in self.0.as_borrowed().segment_str(text).skip(1) {
            pieces.push(&text[start..end]);
            start = end;
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::locale::tag::Locale;

    fn split<'t>(tag: &str, text: &'t str) -> Vec<&'t str> {
        Words::new(&Locale::parse(tag).expect("a tag")).split(text)
    }

    #[test]
    fn spaces_are_pieces_of_their_own() {
        assert_eq!(
            split("en-US", "Before you begin."),
            ["Before", " ", "you", " ", "begin", "."]
        );
    }

    #[test]
    fn languages_without_spaces_are_split_by_dictionary() {
        assert_eq!(split("ja-JP", "こんにちは世界"), ["こんにちは", "世界"]);
        assert_eq!(split("zh-CN", "部署到虚拟机"), ["部署", "到", "虚拟", "机"]);
        assert_eq!(split("th-TH", "ทุกสองสัปดาห์"), ["ทุก", "สอง", "สัปดาห์"]);
    }

    #[test]
    fn the_pieces_join_to_the_text() {
        for text in ["", " ", "a\r\nb", "ภาษาไทย, `az vm`", "لا تنس 12٫5%"] {
            assert_eq!(split("th-TH", text).concat(), text);
        }
    }
}
