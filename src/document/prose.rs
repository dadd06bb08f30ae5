//! The text of a file with its markup blanked, byte for byte, so that what is found in it has its
//! place in the source.

use std::ops::Range;

/// Markup stood here; the text runs on through it.
pub use crate::dates::fold::JOINS;
use crate::source::text_of;

/// Something that is no text stood here: code, an image.
pub const OPAQUE: u8 = 0x02;
/// A block ends here.
pub const BLOCK: u8 = 0x03;

/// The prose of one file of a manuscript.
#[derive(Debug)]
pub struct Prose {
    bytes: Vec<u8>,
    /// Where text only tells: headings and tables.
    told: Vec<Range<usize>>,
}

impl Prose {
    /// A text of so many bytes, all of it blank.
    pub fn new(length: usize) -> Self {
        Self {
            bytes: vec![JOINS; length],
            told: Vec::new(),
        }
    }

    /// Text as written. Where an entity or escape made it differ in length, it is left blank.
    pub fn text(&mut self, range: Range<usize>, text: &str) {
        if text.len() == range.len() {
            self.bytes[range].copy_from_slice(text.as_bytes());
        } else if text.chars().all(char::is_whitespace) {
            self.bytes[range.start] = b' ';
        }
    }

    /// White space that parts words.
    pub fn space(&mut self, at: usize) {
        self.mark(at, b' ');
    }

    /// Something stands here that is no prose.
    pub fn opaque(&mut self, at: usize) {
        self.mark(at, OPAQUE);
    }

    /// Ends a block whose bytes these are.
    pub fn end_block(&mut self, range: &Range<usize>) {
        self.mark(range.start, BLOCK);
        self.mark(range.end.saturating_sub(1), BLOCK);
    }

    /// Notes that dates in these bytes are told, not set.
    pub fn told(&mut self, range: Range<usize>) {
        self.told.push(range);
    }

    /// The text, and the ranges of it that only tell, in order. Every piece that was put in is whole UTF-8, the rest is ASCII.
    pub fn into_text(mut self) -> (String, Vec<Range<usize>>) {
        self.told.sort_unstable_by_key(|told| told.start);
        let text = text_of(&self.bytes)
            .unwrap_or_else(|| String::from_utf8_lossy(&self.bytes).into_owned());
        (text, self.told)
    }

    /// Marks stand in the place of markup only, never over text.
    fn mark(&mut self, at: usize, mark: u8) {
        if let Some(byte) = self.bytes.get_mut(at).filter(|byte| **byte == JOINS) {
            *byte = mark;
        }
    }
}

/// Whether the text at a byte only tells; `told` are the ranges that do, in order.
pub fn is_told(told: &[Range<usize>], at: usize) -> bool {
    let after = told.partition_point(|told| told.start <= at);
    after > 0 && told[after - 1].contains(&at)
}

/// Words of a blanked text without what stands for markup.
pub fn readable(text: &str) -> String {
    let kept = text.chars().filter(|c| !c.is_control()).collect::<String>();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}
