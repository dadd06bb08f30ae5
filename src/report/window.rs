//! The part of a long line around what is spoken of: a guide's paragraph is often one line of a
//! thousand characters and more.

use std::ops::Range;

use crate::report::terminal::{harmless, letter_width, width};

/// A line, or as much of it as fits.
#[derive(Debug, PartialEq, Eq)]
pub struct Window {
    /// Harmless, with `…` where something was left out.
    pub text: String,
    /// What is spoken of, as bytes of `text`.
    pub mark: Range<usize>,
}

/// The surroundings of some characters of a line, counted from 0, in at most `columns` columns.
/// Where the characters alone are too many, their beginning.
pub fn around(line: &str, marked: Range<usize>, columns: usize) -> Window {
    let line = &*harmless(line);
    let start = place(line, marked.start);
    let end = place(line, marked.end).max(start);
    if width(line) <= columns {
        return window(line, 0..line.len(), start..end);
    }
    // Room for a `…` at either side.
    let room = columns.saturating_sub(2).max(1);
    let mark = start..start + fitting(line[start..end].chars(), room);
    let rest = room - width(&line[mark.clone()]).min(room);
    // Half of the rest before the mark, unless what follows needs less than the other half.
    let behind = width(&line[mark.end..]).min(rest);
    let before = fitting(
        line[..mark.start].chars().rev(),
        rest - behind.min(rest / 2),
    );
    let shown = mark.start - before;
    let used = width(&line[shown..mark.start]);
    let after = fitting(line[mark.end..].chars(), rest - used);
    window(line, shown..mark.end + after, mark)
}

/// Where a character stands, counted from 0; the end of the line where it has fewer.
fn place(line: &str, characters: usize) -> usize {
    let at = line.char_indices().nth(characters);
    at.map_or(line.len(), |(at, _)| at)
}

/// How many bytes of characters, taken in order, fit.
fn fitting(letters: impl Iterator<Item = char>, columns: usize) -> usize {
    let mut taken = 0;
    let fits = letters.take_while(|letter| {
        taken += letter_width(*letter);
        taken <= columns
    });
    fits.map(char::len_utf8).sum()
}

fn window(line: &str, shown: Range<usize>, mark: Range<usize>) -> Window {
    let cut = |is_cut| if is_cut { "…" } else { "" };
    let (before, after) = (cut(shown.start > 0), cut(shown.end < line.len()));
    let start = before.len() + mark.start - shown.start;
    Window {
        mark: start..start + mark.len(),
        text: [before, &line[shown], after].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::around;
    use crate::report::terminal::width;

    fn marked(line: &str, start: usize, end: usize) -> (String, String) {
        let window = around(line, start..end, 20);
        let mark = window.text[window.mark.clone()].to_owned();
        (window.text, mark)
    }

    #[test]
    fn a_short_line_is_shown_whole() {
        assert_eq!(
            marked("see [here](x.md)", 11, 15),
            ("see [here](x.md)".into(), "x.md".into())
        );
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let line = "a".repeat(50) + "MARK" + &"b".repeat(50);
        assert_eq!(
            marked(&line, 50, 54),
            ("…aaaaaaaMARKbbbbbbb…".into(), "MARK".into())
        );
    }

    #[test]
    fn what_one_side_does_not_need_the_other_gets() {
        let line = "a".repeat(50) + "MARK";
        assert_eq!(
            marked(&line, 50, 54),
            ("…aaaaaaaaaaaaaaMARK".into(), "MARK".into())
        );
        let line = "MARK".to_owned() + &"b".repeat(50);
        assert_eq!(
            marked(&line, 0, 4),
            ("MARKbbbbbbbbbbbbbb…".into(), "MARK".into())
        );
    }

    #[test]
    fn a_mark_that_is_too_long_shows_its_beginning() {
        let line = "x".to_owned() + &"m".repeat(50);
        assert_eq!(
            marked(&line, 1, 51),
            ("…mmmmmmmmmmmmmmmmmm…".into(), "m".repeat(18))
        );
    }

    #[test]
    fn wide_characters_never_overflow() {
        let line = "仮想マシンを作成します".repeat(9);
        for start in 0..line.chars().count() {
            let (text, _) = marked(&line, start, start + 3);
            assert!(width(&text) <= 20, "{text}");
        }
    }

    #[test]
    fn a_mark_behind_letters_of_many_bytes_is_where_it_stands() {
        assert_eq!(marked("über «große» Größen", 6, 11).1, "große");
        let line = "ß".repeat(50) + "MARK" + &"ü".repeat(50);
        assert_eq!(marked(&line, 50, 54).1, "MARK");
    }

    #[test]
    fn a_place_behind_the_line_is_its_end() {
        assert_eq!(marked("short", 90, 99), ("short".into(), String::new()));
    }
}
