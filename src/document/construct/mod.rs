//! What Learn pages have beyond Markdown, one file each.
//!
//! A construct is found in the text before Markdown is parsed, and a marker of the same length
//! takes its place ([`find`]). What Markdown then makes of the markers is turned into the
//! construct and what it holds ([`lift`]).

use std::ops::Range;

use crate::document::manuscript::{Dialect, Manuscript, Placed};
use crate::finding::Rule;
use crate::limits::{CONSTRUCT_BYTES, INDENT_BYTES};

pub mod alert;
pub mod bang;
pub mod code;
pub mod colon;
pub mod column;
pub mod division;
pub mod emoji;
pub mod form;
pub mod image;
pub mod include;
pub mod moniker;
pub mod tab;
pub mod term;
pub mod video;
pub mod zone;

pub mod block;
mod link;
mod quote;

/// A construct that stands behind a marker of its own.
#[derive(Clone, Debug)]
pub enum Construct {
    /// A fragment is put in its place.
    Include(include::Include),
    /// The line that begins a block.
    Begin(Container),
    /// The line that ends a block, by the word before `-end`.
    End(&'static str),
    /// The marker that begins a part of a quote.
    Section(Container),
    /// A part of a file is shown as code.
    Sample(code::Sample),
    /// An image with more than Markdown can say.
    Image(image::Image),
    /// A video.
    Video(video::Video),
    /// Words that no translation changes: `:::no-loc`.
    Term(term::Term),
    /// A button of the portal, which has no effect elsewhere: `:::form`.
    Form(form::Form),
    /// It cannot be read: its text stands as written.
    Broken(Problem),
}

/// A construct that holds other blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Container {
    /// `> [!NOTE]`
    Alert(alert::Alert),
    /// `[!div]`
    Division(division::Division),
    /// `:::row`
    Row,
    /// `:::column`
    Column(column::Column),
    /// `:::zone`
    Zone(zone::Zone),
    /// `:::moniker`
    Moniker(moniker::Moniker),
    /// An image with the long description that it holds.
    Described(Box<image::Image>),
    /// A video with the description that it holds.
    Film(Box<video::Video>),
    /// Tabs of a tabbed conceptual group.
    Tabs(Vec<tab::Tab>),
    /// One of the tabs, by its index.
    Panel(usize),
}

/// What is wrong with a construct.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// States the fact.
    pub message: String,
    /// Names one act.
    pub help: &'static str,
}

impl Container {
    /// The word that begins it and, with `-end`, ends it. Empty where it needs no end.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Row => "row",
            Self::Column(_) => "column",
            Self::Zone(_) => "zone",
            Self::Moniker(_) => "moniker",
            Self::Described(_) => "image",
            Self::Film(_) => "video",
            Self::Alert(_) | Self::Division(_) | Self::Tabs(_) | Self::Panel(_) => "",
        }
    }
}

/// Finds the constructs of a text, in order. Some of them may stand in code: that is known only
/// when Markdown has been parsed.
pub fn find(text: &str, dialect: &Dialect) -> Vec<(Range<usize>, Construct)> {
    let bytes = text.as_bytes();
    let mut found: Vec<(Range<usize>, Construct)> = Vec::new();
    let mut broken: Vec<&'static str> = Vec::new();
    let mut end = 0;
    for at in memchr::memchr2_iter(b'!', b':', bytes) {
        if at < end {
            continue;
        }
        let next = match bytes[at] {
            b':' if bytes[at..].starts_with(b":::")
                && begins_run(bytes, at)
                && !escaped(bytes, at) =>
            {
                colon::read(text, at, &mut broken).map(|(range, construct, problem)| {
                    let problem = problem.map(|problem| (at..at, Construct::Broken(problem)));
                    found.extend(problem);
                    (range, construct)
                })
            }
            b'!' if at > 0 && bytes[at - 1] == b'[' && !escaped(bytes, at - 1) => {
                bang::read(text, at - 1, dialect)
            }
            b'!' if bytes.get(at + 1) == Some(&b']') => alert::read_swapped(text, at, dialect),
            _ => None,
        };
        if let Some((range, construct)) = next.filter(|(range, _)| range.start >= end) {
            end = range.end;
            found.push((range, construct));
        }
    }
    found
}

/// The rest of a line, as far as a construct may reach: thousands of openings on one line would
/// each read it to its end otherwise.
fn line(text: &str, start: usize) -> &str {
    let end = text.floor_char_boundary(start + CONSTRUCT_BYTES.most);
    let near = &text[start..end];
    near.split('\n').next().unwrap_or("").trim_end()
}

/// What stands before a byte on its line, as far as marks of quotes and lists may reach. `None`
/// where the line begins further back.
fn line_before(text: &str, start: usize) -> Option<&str> {
    // One byte more is the line feed before it.
    let from = text.floor_char_boundary(start.saturating_sub(INDENT_BYTES.most + 1));
    let near = &text[from..start];
    match near.rfind('\n') {
        Some(at) => Some(&near[at + 1..]),
        None => (from == 0 && near.len() <= INDENT_BYTES.most).then_some(near),
    }
}

/// Whether nothing but blanks follows a byte on its line.
pub fn ends_line(text: &str, end: usize) -> bool {
    let mut after = text[end..].chars();
    after
        .find(|c| *c == '\n' || !c.is_whitespace())
        .is_none_or(|c| c == '\n')
}

fn begins_run(bytes: &[u8], at: usize) -> bool {
    at == 0 || bytes[at - 1] != b':'
}

/// Whether an odd number of backslashes stands before a byte.
fn escaped(bytes: &[u8], at: usize) -> bool {
    let slashes = bytes[..at].iter().rev().take_while(|b| **b == b'\\');
    slashes.count() % 2 == 1
}

/// Turns markers and Markdown that spell a construct into that construct.
pub fn lift<'a>(manuscript: &'a Manuscript, pieces: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
    let mut pieces = pieces;
    if manuscript.has_constructs() {
        pieces = quote::lift(pieces);
        pieces = block::lift(manuscript, pieces);
    }
    tab::lift(emoji::lift(manuscript, link::lift(pieces)))
}
