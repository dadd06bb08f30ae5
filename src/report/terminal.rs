//! Text of unknown origin made fit for a terminal: harmless, measured, cut, and kept from turning
//! its line around.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

use crate::messages::language::has_right_to_left;

/// The text with every character that could steer the terminal or reorder the line shown as
/// U+FFFD, and line breaks and tabs as spaces. Character for character, so columns stay.
///
/// Control characters carry escape sequences; bidirectional embeddings, overrides and isolates
/// (UAX #9, section 2) show a text other than the one that is there. Plain right-to-left letters
/// and the marks U+200E, U+200F and U+061C are left alone: they reach no further than their word.
pub fn harmless(text: &str) -> Cow<'_, str> {
    // Most texts are, and looking at bytes is quicker.
    let is_plain = |byte: u8| matches!(byte, b' '..=b'~');
    if text.bytes().all(is_plain) || text.chars().all(|letter| replacement(letter).is_none()) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars()
            .map(|letter| replacement(letter).unwrap_or(letter))
            .collect(),
    )
}

fn replacement(letter: char) -> Option<char> {
    match letter {
        '\n' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(char::REPLACEMENT_CHARACTER),
        _ if letter.is_control() => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}

/// Columns that a text takes: two for most Chinese, Japanese and Korean characters, none for
/// combining marks and the like (UAX #11). Character by character, as terminals do; the width of
/// the whole text would take Arabic lam and alef for one column, which few terminals draw.
pub fn width(text: &str) -> usize {
    text.chars().map(letter_width).sum()
}

/// Columns that a character takes on its own.
pub fn letter_width(letter: char) -> usize {
    letter.width().unwrap_or(0)
}

/// The text in at most so many columns, its loss shown by `…`.
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut taken = 0;
    let kept = text.chars().take_while(|letter| {
        taken += letter_width(*letter);
        taken < columns
    });
    let kept: String = kept.collect();
    Cow::Owned(if columns == 0 { kept } else { kept + "…" })
}

/// The end of the text in at most so many columns, its loss shown by `…`.
pub fn cut_start(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    let mut taken = 0;
    let kept = text.char_indices().rev().take_while(|(_, letter)| {
        taken += letter_width(*letter);
        taken < columns
    });
    let from = kept.last().map_or(text.len(), |(at, _)| at);
    match columns {
        0 => Cow::Borrowed(""),
        _ => Cow::Owned(format!("…{}", &text[from..])),
    }
}

/// The text between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE where it holds right-to-left
/// letters, so that it cannot draw its neighbours on the line into its own direction.
pub fn isolate(text: &str) -> Cow<'_, str> {
    if has_right_to_left(text) {
        Cow::Owned(format!("\u{2068}{text}\u{2069}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{cut, cut_start, harmless, isolate, width};

    #[test]
    fn escape_sequences_lose_their_escape() {
        assert_eq!(
            harmless("\u{1b}[2J\u{9b}31m\u{7}"),
            "\u{fffd}[2J\u{fffd}31m\u{fffd}"
        );
    }

    #[test]
    fn overrides_of_direction_are_shown_not_obeyed() {
        assert_eq!(harmless("a\u{202e}b\u{2066}c"), "a\u{fffd}b\u{fffd}c");
    }

    #[test]
    fn a_text_in_arabic_is_left_as_it_is() {
        assert_eq!(harmless("قبل البدء\u{200f}"), "قبل البدء\u{200f}");
    }

    #[test]
    fn every_character_keeps_its_column() {
        let text = "a\tb\r\nc\u{85}d";
        assert_eq!(harmless(text).chars().count(), text.chars().count());
    }

    #[test]
    fn wide_characters_count_twice() {
        assert_eq!(width("仮想マシン"), 10);
        assert_eq!(width("e\u{301}"), 1);
    }

    #[test]
    fn a_cut_text_fits_and_says_so() {
        assert_eq!(cut("deadline", 8), "deadline");
        assert_eq!(cut("deadlines", 8), "deadlin…");
        assert_eq!(cut("仮想マシン", 6), "仮想…");
        assert_eq!(cut_start("deadline", 8), "deadline");
        assert_eq!(cut_start("content/start.md:12", 12), "…start.md:12");
        assert_eq!(cut_start("仮想マシン", 6), "…シン");
        assert_eq!(cut("ab", 0), "");
    }

    #[test]
    fn only_right_to_left_text_is_isolated() {
        assert_eq!(isolate("avant le"), "avant le");
        assert_eq!(isolate("לפני"), "\u{2068}לפני\u{2069}");
    }
}
