//! Text as XML 1.0 can hold it: a title may have what no document may, not even escaped.

use std::borrow::Cow;

use quick_xml::escape::escape;

/// The text with U+FFFD for what no XML 1.0 document may hold (section 2.2).
pub fn valid(text: &str) -> Cow<'_, str> {
    let is_invalid = |letter: char| {
        matches!(letter,
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
    };
    if text.contains(is_invalid) {
        Cow::Owned(text.replace(is_invalid, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text as the content of an element, or in the quotes of an attribute.
pub fn escaped(text: &str) -> String {
    escape(valid(text)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{escaped, valid};

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(
            valid("a\u{1b}[0m\u{ffff}\tb\n"),
            "a\u{fffd}[0m\u{fffd}\tb\n"
        );
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(
            escaped("]]> & \"x\"\0"),
            "]]&gt; &amp; &quot;x&quot;\u{fffd}"
        );
    }
}
