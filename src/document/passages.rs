//! The text of a page as written, section by section, and prints of it that tell two states apart.

use std::ops::Range;

use crate::document::outline::Section;
use crate::source::Source;

/// The bytes of each section of a file as written, heading and all; the first range is what stands
/// before any heading. Sections that come from a fragment are empty: their text is another file's.
pub fn passages(source: &Source, body: usize, sections: &[Section]) -> Vec<Range<usize>> {
    let end = source.text.len();
    let mut starts = vec![body.min(end)];
    for section in sections {
        let before = starts.last().copied().unwrap_or(0);
        let here = (section.part == 0).then(|| source.line_start(section.span.start.line));
        starts.push(here.unwrap_or(before).max(before));
    }
    let mut ranges = Vec::with_capacity(starts.len());
    let mut next = end;
    for (index, start) in starts.iter().enumerate().rev() {
        let own = index == 0 || sections[index - 1].part == 0;
        ranges.push(if own { *start..next } else { *start..*start });
        if own {
            next = *start;
        }
    }
    ranges.reverse();
    ranges
}

/// Whether two texts differ in white space only, which no translator needs to hear of.
pub fn same_words(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// A short print of a text, the same for texts that differ in white space only.
pub fn print(text: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    for word in text.split_whitespace() {
        hasher.update(word.as_bytes());
        hasher.update(b" ");
    }
    // 64 bits: prints are compared within one page, where far fewer would do.
    hasher.finalize().to_hex()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::{print, same_words};

    #[test]
    fn white_space_makes_no_difference() {
        assert_eq!(print("one two\r\nthree"), print(" one  two three\n"));
        assert!(same_words("one two\r\nthree", "one two three"));
    }

    #[test]
    fn where_a_word_ends_does() {
        assert_ne!(print("one two"), print("onetwo"));
    }
}
