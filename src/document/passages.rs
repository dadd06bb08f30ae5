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

/// The text with each paragraph on one line, so that a comparison shows no changes of where lines
/// end. Code, tables and what begins a block of its own keep their lines.
pub fn unwrapped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open = false;
    let mut fence = false;
    for line in text.lines() {
        let words = line.trim();
        let is_fence = words.starts_with("```") || words.starts_with("~~~");
        let goes_on = open && !fence && !words.is_empty() && !begins_block(words);
        if goes_on {
            out.push(' ');
            out.push_str(words);
        } else {
            if !out.is_empty() {
                out.push('\n');
            }
            out.push_str(line.trim_end());
        }
        fence ^= is_fence;
        open = !fence && !is_fence && !words.is_empty() && !ends_block(words);
    }
    out
}

/// Whether a line begins a block, so that it does not run on from the line before.
fn begins_block(line: &str) -> bool {
    let counted = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = counted.len() < line.len() && counted.starts_with(['.', ')']);
    numbered
        || line.starts_with(['#', '>', '|', '<', '-', '*', '+', ':', '`', '~', '[', '{'])
            && !line.starts_with("**")
            && !is_link(line)
}

/// `[text](target)` and `[text][name]` are prose, `[name]: target` is none.
fn is_link(line: &str) -> bool {
    line.starts_with('[')
        && line
            .split_once("]:")
            .is_none_or(|(name, _)| name.contains(']'))
}

/// Whether a line is a block by itself.
fn ends_block(line: &str) -> bool {
    line.starts_with(['#', '|']) || line.starts_with("---") || line.ends_with('\\')
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
    use super::{print, same_words, unwrapped};

    #[test]
    fn white_space_makes_no_difference() {
        assert_eq!(print("one two\r\nthree"), print(" one  two three\n"));
        assert!(same_words("one two\r\nthree", "one two three"));
    }

    #[test]
    fn a_paragraph_becomes_one_line_and_code_keeps_its_own() {
        let text = "# A\nOne\ntwo.\n- item\n  goes on\n- **bold**\n**bold** too\n[a](b) c\n\n```sh\nx\ny\n```\n| a |\n| b |\nend\n";
        let flat = "# A\nOne two.\n- item goes on\n- **bold** **bold** too [a](b) c\n\n```sh\nx\ny\n```\n| a |\n| b |\nend";
        assert_eq!(unwrapped(text), flat);
    }

    #[test]
    fn where_a_word_ends_does() {
        assert_ne!(print("one two"), print("onetwo"));
    }
}
