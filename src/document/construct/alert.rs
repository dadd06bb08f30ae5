//! `> [!NOTE]`: a block quote that begins with the name of an alert.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::document::construct::Container;
use crate::document::manuscript::{Manuscript, Piece, Placed};

/// The five kinds, named as messages name their titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Alert {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

impl Alert {
    /// Reads the word of a marker in any letter case.
    pub fn parse(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "note" => Some(Self::Note),
            "tip" => Some(Self::Tip),
            "important" => Some(Self::Important),
            "warning" => Some(Self::Warning),
            "caution" => Some(Self::Caution),
            _ => None,
        }
    }

    /// Its name in classes and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }
}

/// Makes alerts of the quotes that begin with a marker, and takes the marker out of the text.
pub fn lift<'a>(manuscript: &'a Manuscript, pieces: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
    let quoted =
        |p: &Placed<'_>| matches!(&p.piece, Piece::Markdown(Event::Start(Tag::BlockQuote(_))));
    if !pieces.iter().any(quoted) {
        return pieces;
    }
    let mut out: Vec<Placed<'a>> = Vec::with_capacity(pieces.len());
    let mut open: Vec<Option<Alert>> = Vec::new();
    let mut marker: Option<(usize, Range<usize>)> = None;
    for mut placed in pieces {
        match &placed.piece {
            Piece::Markdown(Event::Start(Tag::BlockQuote(_))) => {
                let found = read(manuscript, manuscript.text(&placed));
                open.push(found.as_ref().map(|(alert, _)| *alert));
                if let Some((alert, range)) = found {
                    let start = placed.range.start;
                    marker = Some((placed.part, start + range.start..start + range.end));
                    placed.piece = Piece::Open(Container::Alert(alert));
                }
            }
            Piece::Markdown(Event::End(TagEnd::BlockQuote(_))) => {
                if let Some(Some(alert)) = open.pop() {
                    placed.piece = Piece::Close(Container::Alert(alert));
                }
            }
            Piece::Markdown(_) if covered(&placed, marker.as_ref()) => continue,
            _ => {}
        }
        out.push(placed);
    }
    out
}

/// Whether a piece is text of the marker, or the line break after it.
fn covered(placed: &Placed<'_>, marker: Option<&(usize, Range<usize>)>) -> bool {
    let Some((part, range)) = marker else {
        return false;
    };
    let inside =
        placed.part == *part && placed.range.start >= range.start && placed.range.end <= range.end;
    let text = matches!(
        &placed.piece,
        Piece::Markdown(Event::Text(_) | Event::SoftBreak | Event::HardBreak)
    );
    inside && text
}

/// The kind of alert that a quote begins with, and the bytes of its marker with the space and
/// line end behind it.
fn read(manuscript: &Manuscript, quote: &str) -> Option<(Alert, Range<usize>)> {
    let inner = quote.trim_start_matches(['>', ' ', '\t', '\r', '\n']);
    let start = quote.len() - inner.len();
    let inner = inner.strip_prefix("[!")?;
    let (word, _) = inner.split_once(']')?;
    let word_ = word.trim();
    let alert = Alert::parse(word_).or_else(|| {
        manuscript
            .dialect()
            .alerts
            .get(&word_.to_lowercase())
            .copied()
    })?;
    let end = start + 2 + word.len() + 1;
    let blank = |c: char| c.is_whitespace() || c == '>';
    let after = quote[end..]
        .find(|c: char| !blank(c))
        .unwrap_or(quote.len() - end);
    Some((alert, start..end + after))
}
