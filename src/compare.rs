//! What changed between two texts, word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A run of words that stayed, went or came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// On both sides, as the new one writes it.
    Same(&'t str),
    /// On the old side only.
    Removed(&'t str),
    /// On the new side only.
    Added(&'t str),
}

/// The pieces in reading order; what was removed stands before what was added in its place.
/// `Same` and `Removed` join to the old text, `Same` and `Added` to the new one.
///
/// `split` cuts a text at word boundaries, such as [`crate::locale::words::Words::split`]; its
/// parts must follow each other without gaps. Myers' algorithm as Git bounds it: fast on texts
/// with nothing in common, and then not always the shortest answer.
pub fn words<'t>(
    old: &'t str,
    new: &'t str,
    split: &dyn Fn(&'t str) -> Vec<&'t str>,
) -> Vec<Piece<'t>> {
    let (before, after) = (Tokens::new(old, split), Tokens::new(new, split));
    let edits = capture_diff_slices(Algorithm::Myers, &before.parts, &after.parts);
    let runs = edits.into_iter().map(Run::from);
    let mut pieces = Vec::new();
    for run in without_islands(runs, &before) {
        let (removed, added) = (before.text(run.old), after.text(run.new));
        match run.kind {
            Kind::Same => pieces.push(Piece::Same(added)),
            Kind::Changed => {
                pieces.extend((!removed.is_empty()).then_some(Piece::Removed(removed)));
                pieces.extend((!added.is_empty()).then_some(Piece::Added(added)));
            }
        }
    }
    pieces
}

/// A text and its parts, by which ranges of parts become ranges of text.
struct Tokens<'t> {
    text: &'t str,
    parts: Vec<&'t str>,
    /// Byte offset at which each part starts, and the end of the text.
    starts: Vec<usize>,
}

/// Neighbouring parts of both sides, as ranges of parts.
struct Run {
    kind: Kind,
    old: (usize, usize),
    new: (usize, usize),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Same,
    Changed,
}

impl<'t> Tokens<'t> {
    fn new(text: &'t str, split: &dyn Fn(&'t str) -> Vec<&'t str>) -> Self {
        let parts = split(text);
        let mut end = 0;
        let mut starts = vec![0];
        starts.extend(parts.iter().map(|part| {
            end += part.len();
            end
        }));
        Self {
            text,
            parts,
            starts,
        }
    }

    fn text(&self, (start, end): (usize, usize)) -> &'t str {
        &self.text[self.starts[start]..self.starts[end]]
    }
}

impl From<DiffOp> for Run {
    fn from(edit: DiffOp) -> Self {
        let (old, new) = (edit.old_range(), edit.new_range());
        let kind = if matches!(edit, DiffOp::Equal { .. }) {
            Kind::Same
        } else {
            Kind::Changed
        };
        Self {
            kind,
            old: (old.start, old.end),
            new: (new.start, new.end),
        }
    }
}

/// Joins changes that only a space or a mark keeps apart: a reader sees one phrase replaced, not
/// every second word.
fn without_islands(runs: impl Iterator<Item = Run>, before: &Tokens<'_>) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::new();
    for run in runs {
        let island = matches!(joined.as_slice(), [.., change, same]
            if run.kind == Kind::Changed
                && change.kind == Kind::Changed
                && same.kind == Kind::Same
                && is_no_word(before.text(same.old)));
        if island {
            joined.pop();
        }
        match joined.last_mut() {
            Some(last) if island || last.kind == run.kind => {
                last.old.1 = run.old.1;
                last.new.1 = run.new.1;
            }
            _ => joined.push(run),
        }
    }
    joined
}

/// Line breaks are kept: they hold the shape of the text.
fn is_no_word(text: &str) -> bool {
    !text
        .chars()
        .any(|letter| letter.is_alphanumeric() || letter == '\n')
}

#[cfg(test)]
mod tests {
    use super::Piece::{Added, Removed, Same};
    use super::{Piece, words};
    use crate::locale::tag::Locale;
    use crate::locale::words::Words;

    fn compared<'t>(tag: &str, old: &'t str, new: &'t str) -> Vec<Piece<'t>> {
        let splitter = Words::new(&Locale::parse(tag).expect("a tag"));
        words(old, new, &|text| splitter.split(text))
    }

    #[test]
    fn equal_texts_are_one_piece() {
        assert_eq!(compared("en", "Save it.", "Save it."), [Same("Save it.")]);
        assert_eq!(compared("en", "", ""), []);
    }

    #[test]
    fn a_changed_word_leaves_its_neighbours() {
        let pieces = compared("fr", "avant le 15 mai 2019", "avant le 31 mai 2019");
        assert_eq!(
            pieces,
            [
                Same("avant le "),
                Removed("15"),
                Added("31"),
                Same(" mai 2019")
            ]
        );
    }

    #[test]
    fn a_space_between_two_changes_is_no_island() {
        let pieces = compared("en", "Open the old portal now", "Open a new portal now");
        let expected = [
            Same("Open "),
            Removed("the old"),
            Added("a new"),
            Same(" portal now"),
        ];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn a_line_break_between_two_changes_stays() {
        let pieces = compared("en", "one\ntwo", "three\nfour");
        let expected = [
            Removed("one"),
            Added("three"),
            Same("\n"),
            Removed("two"),
            Added("four"),
        ];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn japanese_changes_by_the_word() {
        let pieces = compared("ja", "仮想マシンを作成します", "仮想マシンを削除します");
        assert!(pieces.contains(&Removed("作成")), "{pieces:?}");
        assert!(pieces.contains(&Added("削除")), "{pieces:?}");
    }
}
