//! Which bytes of the text are to be marked as dates.
//!
//! A date may run through several events. It is wrapped whole where its markup is closed within
//! it; else the part in the event that holds most of it stands for it, so that markup is never
//! torn.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::dates::cue::{Precision, Role};
use crate::document::manuscript::{Piece, Placed};
use crate::document::revision::{DateMention, Revision};
use crate::page::body::escape;

/// A place where a date begins or ends: the piece, and the byte in its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Index of the piece.
    pub piece: usize,
    /// Byte in its text.
    pub byte: usize,
    /// The date that begins, by its index in the revision; none where one ends.
    pub begins: Option<usize>,
}

/// A text event: where it stands among the pieces, and in its file.
struct Text {
    part: usize,
    range: Range<usize>,
    piece: usize,
    /// Whether its bytes are those of the file.
    literal: bool,
}

/// The marks of all dates that ask something of the reader, in reading order.
pub fn plan(pieces: &[Placed<'_>], revision: &Revision) -> Vec<Mark> {
    let asks = |date: &DateMention| date.role != Role::Mention;
    if !revision.dates.iter().any(asks) {
        return Vec::new();
    }
    let texts = texts(pieces);
    let mut pairs: Vec<[Mark; 2]> = Vec::new();
    let dates = revision.dates.iter().enumerate();
    for (index, date) in dates.filter(|(_, date)| asks(date)) {
        pairs.extend(marks(pieces, &texts, index, date));
    }
    pairs.sort_by_key(|[open, _]| (open.piece, open.byte));
    let mut marks: Vec<Mark> = Vec::with_capacity(pairs.len() * 2);
    for [open, close] in pairs {
        let last = marks.last().map_or((0, 0), |m| (m.piece, m.byte));
        if (open.piece, open.byte) >= last {
            marks.extend([open, close]);
        }
    }
    marks
}

fn texts(pieces: &[Placed<'_>]) -> Vec<Text> {
    let mut texts = Vec::with_capacity(pieces.len() / 2);
    let mut images = 0_usize;
    for (index, placed) in pieces.iter().enumerate() {
        match &placed.piece {
            Piece::Markdown(Event::Start(Tag::Image { .. })) => images += 1,
            Piece::Markdown(Event::End(TagEnd::Image)) => images = images.saturating_sub(1),
            Piece::Markdown(Event::Text(text)) if images == 0 => texts.push(Text {
                part: placed.part,
                range: placed.range.clone(),
                piece: index,
                literal: text.len() == placed.range.len(),
            }),
            _ => {}
        }
    }
    texts.sort_by_key(|text| (text.part, text.range.start));
    texts
}

fn marks(
    pieces: &[Placed<'_>],
    texts: &[Text],
    index: usize,
    date: &DateMention,
) -> Option<[Mark; 2]> {
    let part = usize::from(date.place.part);
    let (start, end) = (date.bytes.0 as usize, date.bytes.1 as usize);
    let first = texts.partition_point(|text| (text.part, text.range.end) <= (part, start));
    let held = texts[first..]
        .iter()
        .take_while(|text| text.part == part && text.range.start < end);
    let held: Vec<&Text> = held.collect();
    let (first, last) = (*held.first()?, *held.last()?);
    let share = |text: &&Text| text.range.end.min(end) - text.range.start.max(start);
    let (from, to) = if first.piece <= last.piece && is_closed(&pieces[first.piece..=last.piece]) {
        (first, last)
    } else {
        let most = held.iter().copied().max_by_key(share)?;
        (most, most)
    };
    let open = if from.literal {
        start.saturating_sub(from.range.start)
    } else {
        0
    };
    let close = if to.literal {
        end.min(to.range.end) - to.range.start
    } else {
        usize::MAX
    };
    Some([
        Mark {
            piece: from.piece,
            byte: open,
            begins: Some(index),
        },
        Mark {
            piece: to.piece,
            byte: close,
            begins: None,
        },
    ])
}

/// Whether pieces are text, with markup that begins and ends within them.
fn is_closed(pieces: &[Placed<'_>]) -> bool {
    let mut depth = 0_usize;
    for placed in pieces {
        let Piece::Markdown(event) = &placed.piece else {
            return false;
        };
        match event {
            Event::Text(_) | Event::SoftBreak | Event::HardBreak | Event::Code(_) => {}
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }) => {
                depth += 1;
            }
            Event::End(
                TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link,
            ) if depth > 0 => depth -= 1,
            _ => return false,
        }
    }
    depth == 0
}

/// Writes the start tag of a date.
pub fn start_tag(out: &mut String, date: &DateMention) {
    let iso = date.date.to_string();
    let value = match date.precision {
        Precision::Day | Precision::Quarter => &iso,
        Precision::Month => iso.get(..7).unwrap_or(&iso),
        Precision::Year => iso.get(..4).unwrap_or(&iso),
    };
    out.push_str("<time");
    escape::attribute(out, "datetime", value);
    escape::attribute(out, "data-role", date.role.word());
    if date.precision == Precision::Quarter {
        escape::attribute(out, "data-precision", "quarter");
    }
    out.push('>');
}
