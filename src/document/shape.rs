//! What of a section survives translation: the marks by which two languages may be compared.

mod hash;
mod packed;
pub mod target;
pub mod text;

use jiff::civil::Date;

use serde::{Deserialize, Serialize};

use crate::document::ascii::lower;
use crate::document::shape::hash::hash;
use crate::document::shape::packed::Packed;
use crate::document::shape::text::Token;

/// What a [`Mark`] speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The target of a link, without host, locale, query and fragment.
    Link,
    /// The fragment of a link's target.
    Fragment,
    /// The file name of an image.
    Image,
    /// A code block as a whole.
    Code,
    /// A line of a code block.
    Line,
    /// Code within a line.
    InlineCode,
    /// A number in prose of two digits or more, bare of separators.
    Number,
    /// A day, whatever the language writes.
    Date,
    /// The kind of an alert: `note`, `warning`.
    Alert,
    /// The size of a list.
    List,
    /// The size of a table.
    Table,
    /// A number of one digit, which some languages spell out.
    Digit,
    /// A block of any kind.
    Block,
    /// A word that looks like a name or an identifier.
    Name,
    /// Any other word.
    Word,
    /// The beginning of a word of the heading.
    Title,
    /// The beginning of a word of the anchor, which is often in another language than the heading.
    Anchor,
}

/// What a block is, as far as every language agrees on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Block {
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A quote.
    Quote,
    /// A block of code.
    Code,
    /// A table.
    Table,
    /// A block of raw HTML.
    Html,
    /// A thematic break.
    Rule,
}

/// One thing that a section holds: its kind and a hash of what it says. Two values of a kind meet
/// once in 2^27, of kinds that only align sections once in 2^20.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(u32);

/// What of one section survives translation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shape {
    /// The level of its heading, 1 to 6; 0 before the first heading.
    pub level: u8,
    /// How many letters and digits its prose holds.
    pub length: u32,
    /// In order, once for each time they stand in the section.
    marks: Packed,
}

/// Gathers the [`Shape`] of a section from what a reader of Markdown meets in it, in any order.
#[derive(Debug, Default)]
pub struct ShapeBuilder {
    level: u8,
    length: u32,
    marks: Vec<Mark>,
    /// Prose since the last block: events tear words and numbers apart.
    prose: String,
}

/// Names, words and code lines that are kept of a section, each. The smallest hashes are kept, so
/// two texts that share words keep the same ones.
const KEPT: usize = 48;

/// Bits of a mark's hash at most.
const HASH: u32 = 27;

/// Bits of the hashes of which a section has most.
const SHORT: u32 = 20;

/// How many letters of a heading's word count.
const BEGINNING: usize = 4;

impl Mark {
    fn new(kind: Kind, value: &[u8]) -> Self {
        Self::hashed(kind, hash(value, |eight| eight))
    }

    /// Of a word, whose letters of ASCII may be capitals.
    fn word(kind: Kind, word: &str) -> Self {
        Self::hashed(kind, hash(word.as_bytes(), lower))
    }

    fn hashed(kind: Kind, hash: u32) -> Self {
        let bits = if only_aligns(kind) { SHORT } else { HASH };
        Self((kind as u32) << HASH | hash >> (32 - bits))
    }

    /// What it speaks of.
    pub fn kind(self) -> Kind {
        KINDS[(self.0 >> HASH) as usize]
    }
}

impl Shape {
    /// Everything the section holds, in an order that is the same in every language.
    pub fn marks(&self) -> impl Iterator<Item = Mark> {
        self.marks.iter()
    }

    /// Adds the days that its prose names, each once: whatever the language writes, they are the
    /// same. Dates are read after everything else, when the language of the page is known.
    pub fn add_days(&mut self, days: impl IntoIterator<Item = Date>) {
        let mark = |day: Date| Mark::new(Kind::Date, day.to_string().as_bytes());
        let mut days = days.into_iter().map(mark).peekable();
        if days.peek().is_none() {
            return;
        }
        let mut marks: Vec<Mark> = self.marks().chain(days).collect();
        marks.sort_unstable();
        marks.dedup_by(|a, b| a == b && a.kind() == Kind::Date);
        self.marks = Packed::new(&marks);
    }
}

/// The kinds whose values differ between a section and its translation. Words always do and are
/// left out; so are names, which inflect, numbers that may be spelled out, and blocks, which
/// translators join and part.
pub fn differences(a: &Shape, b: &Shape) -> Vec<Kind> {
    let compared = |kind: Kind| kind < Kind::Digit && !only_aligns(kind);
    let marks = |shape: &'_ Shape| -> Vec<Mark> {
        let first = shape.marks().take_while(|mark| mark.kind() < Kind::Digit);
        first.filter(|mark| compared(mark.kind())).collect()
    };
    let (a, b) = (marks(a), marks(b));
    let kinds = KINDS.into_iter().filter(|kind| compared(*kind));
    kinds
        .filter(|kind| of(&a, *kind) != of(&b, *kind))
        .collect()
}

/// Those of a kind, of marks in order.
fn of(marks: &[Mark], kind: Kind) -> &[Mark] {
    let start = marks.partition_point(|mark| mark.kind() < kind);
    let end = marks.partition_point(|mark| mark.kind() <= kind);
    &marks[start..end]
}

impl ShapeBuilder {
    /// A section with a heading of this level; 0 for what stands before the first heading.
    pub fn new(level: u8) -> Self {
        // Most sections hold a hundred or two.
        let marks = Vec::with_capacity(256);
        Self {
            level,
            marks,
            ..Self::default()
        }
    }

    /// The text of the heading.
    pub fn title(&mut self, text: &str) {
        self.beginnings(Kind::Title, text);
    }

    /// The anchor of the section.
    pub fn anchor(&mut self, anchor: &str) {
        self.beginnings(Kind::Anchor, anchor);
    }

    /// Prose, in pieces as they come; a word may be split between two.
    pub fn text(&mut self, text: &str) {
        self.prose.push_str(text);
    }

    /// Prose ends here: at a line break, or where a block or inline code begins.
    pub fn pause(&mut self) {
        let marks = &mut self.marks;
        self.length = self.length.saturating_add(text::scan(&self.prose, |token| {
            marks.push(match token {
                Token::Number(digits) if digits.len() > 1 => {
                    Mark::new(Kind::Number, digits.as_bytes())
                }
                Token::Number(digit) => Mark::new(Kind::Digit, digit.as_bytes()),
                Token::Name(word) => Mark::word(Kind::Name, word),
                Token::Word(word) => Mark::word(Kind::Word, word),
            });
        }));
        self.prose.clear();
    }

    /// A block begins.
    pub fn block(&mut self, block: Block) {
        self.pause();
        self.marks.push(Mark::new(Kind::Block, &[block as u8]));
    }

    /// A link to this target.
    pub fn link(&mut self, target: &str) {
        let (path, fragment) = target::bare(target);
        if !path.is_empty() {
            self.mark(Kind::Link, &path);
        }
        if let Some(fragment) = fragment {
            self.mark(Kind::Fragment, fragment);
        }
    }

    /// An image by its source. Translations move images to folders of their own, so its name counts.
    pub fn image(&mut self, source: &str) {
        let path = source.split(['?', '#']).next().unwrap_or(source);
        let name = path.rsplit('/').next().unwrap_or(path);
        self.mark(Kind::Image, &name.to_lowercase());
    }

    /// A block of code.
    pub fn code(&mut self, language: &str, text: &str) {
        self.block(Block::Code);
        let mut whole = language.trim().to_lowercase();
        whole.reserve(text.len());
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            whole.push('\n');
            whole.push_str(line);
            self.mark(Kind::Line, line);
        }
        self.mark(Kind::Code, &whole);
    }

    /// Code within a line.
    pub fn inline_code(&mut self, text: &str) {
        self.pause();
        self.mark(Kind::InlineCode, text.trim());
    }

    /// An alert by its English kind.
    pub fn alert(&mut self, kind: &str) {
        self.pause();
        self.mark(Kind::Alert, &kind.to_lowercase());
    }

    /// A list by how many items it has.
    pub fn list(&mut self, items: usize) {
        self.pause();
        self.marks.push(Mark::new(Kind::List, &items.to_le_bytes()));
    }

    /// A table by its size; the head counts as a row.
    pub fn table(&mut self, rows: usize, columns: usize) {
        self.block(Block::Table);
        let size = [rows.to_le_bytes(), columns.to_le_bytes()];
        self.marks.push(Mark::new(Kind::Table, size.as_flattened()));
    }

    /// The shape, complete.
    pub fn finish(mut self) -> Shape {
        self.pause();
        self.marks.sort_unstable();
        let mut kept = Vec::with_capacity(self.marks.len());
        for marks in self.marks.chunk_by(|a, b| a.kind() == b.kind()) {
            if only_aligns(marks[0].kind()) {
                // Not `extend`, which asks how many are left at each one.
                for same in marks.chunk_by(|a, b| a == b).take(KEPT) {
                    kept.push(same[0]);
                }
            } else {
                kept.extend_from_slice(marks);
            }
        }
        Shape {
            level: self.level,
            length: self.length,
            marks: Packed::new(&kept),
        }
    }

    /// Headings are reworded: `step` becomes `steps`, `migrate` becomes `migration`.
    fn beginnings(&mut self, kind: Kind, text: &str) {
        let marks = &mut self.marks;
        text::scan(text, |token| {
            let (Token::Number(word) | Token::Name(word) | Token::Word(word)) = token;
            let end = word
                .char_indices()
                .nth(BEGINNING)
                .map_or(word.len(), |(end, _)| end);
            marks.push(Mark::word(kind, &word[..end]));
        });
    }

    fn mark(&mut self, kind: Kind, value: &str) {
        self.marks.push(Mark::new(kind, value.as_bytes()));
    }
}

const KINDS: [Kind; 17] = [
    Kind::Link,
    Kind::Fragment,
    Kind::Image,
    Kind::Code,
    Kind::Line,
    Kind::InlineCode,
    Kind::Number,
    Kind::Date,
    Kind::Alert,
    Kind::List,
    Kind::Table,
    Kind::Digit,
    Kind::Block,
    Kind::Name,
    Kind::Word,
    Kind::Title,
    Kind::Anchor,
];

/// Kinds that show which sections are one and are never told as a difference: few of each suffice,
/// with short hashes.
fn only_aligns(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Name | Kind::Word | Kind::Line | Kind::Title | Kind::Anchor
    )
}
