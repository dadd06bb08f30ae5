//! A text as read, with the way from byte offsets to lines and columns.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::finding::{Finding, Level, Outcome, Position, Rule, Span};
use crate::path::SourcePath;

/// A text file as read: UTF-8, without a byte order mark, line ends as they were.
#[derive(Clone, Debug)]
pub struct Source {
    pub path: SourcePath,
    pub text: String,
    /// Byte offset at which each line starts.
    lines: Vec<u32>,
}

/// The world as the middle of the program sees it: files by path, nothing else.
pub trait Reader: Sync {
    /// The bytes of a file below the root.
    ///
    /// # Errors
    /// Whatever keeps it from being read; a missing file is `NotFound`.
    fn read(&self, path: &SourcePath) -> std::io::Result<Vec<u8>>;
}

/// Files that are in memory, for tests and for programs that use the library.
#[derive(Clone, Debug, Default)]
pub struct Memory(pub BTreeMap<SourcePath, Vec<u8>>);

impl Reader for Memory {
    fn read(&self, path: &SourcePath) -> std::io::Result<Vec<u8>> {
        let found = self.0.get(path).cloned();
        found.ok_or_else(|| std::io::ErrorKind::NotFound.into())
    }
}

pub static ENCODING: Rule = Rule {
    code: "input/encoding",
    level: Level::Deny,
    summary: "a file is not UTF-8",
    explanation: "\
The file holds bytes that are not UTF-8, so some of its letters cannot be read. The page is built
with a replacement mark in the place of each.

Older editors save in a code page such as Windows-1252. Save the file again as UTF-8; most editors
call this *Save with encoding*.
",
};

impl Source {
    /// Reads bytes as UTF-8. Bytes that are not become U+FFFD, with a finding at the first.
    pub fn read(path: &SourcePath, bytes: Vec<u8>) -> Outcome<Self> {
        let (text, broken) = match String::from_utf8(bytes) {
            Ok(text) => (text, None),
            Err(error) => {
                let at = error.utf8_error().valid_up_to();
                (
                    String::from_utf8_lossy(error.as_bytes()).into_owned(),
                    Some(at),
                )
            }
        };
        let source = Self::new(path, text);
        let findings = broken.map(|at| source.encoding(at)).into_iter().collect();
        Outcome {
            value: source,
            findings,
        }
    }

    /// A text that is known to be UTF-8; a byte order mark is dropped.
    pub fn new(path: &SourcePath, mut text: String) -> Self {
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
        let lines = std::iter::once(0)
            .chain(breaks.map(|at| offset(at + 1)))
            .collect();
        Self {
            path: path.clone(),
            text,
            lines,
        }
    }

    /// Line and column of a byte offset; past the end it is the end.
    pub fn position(&self, at: usize) -> Position {
        let at = at.min(self.text.len());
        let line = self.lines.partition_point(|start| *start as usize <= at);
        let start = self.lines[line - 1] as usize;
        let before = self.text.as_bytes()[start..at].iter();
        let column = before.filter(|byte| (**byte & 0xC0) != 0x80).count() + 1;
        Position {
            line: offset(line),
            column: offset(column),
        }
    }

    pub fn span(&self, range: Range<usize>) -> Span {
        Span {
            start: self.position(range.start),
            end: self.position(range.end),
        }
    }

    /// A place that another program gave, or the one nearest to it that the text has.
    pub fn within(&self, span: Span) -> Span {
        let nearest = |place: Position| {
            let line = place.line.clamp(1, offset(self.lines.len()));
            let most = offset(self.line(line).chars().count() + 1);
            let column = place.column.clamp(1, most);
            Position { line, column }
        };
        let (start, end) = (nearest(span.start), nearest(span.end));
        Span {
            start,
            end: end.max(start),
        }
    }

    /// The byte at which a line begins, counted from 1; past the last line it is the end.
    pub fn line_start(&self, line: u32) -> usize {
        let index = (line as usize).wrapping_sub(1);
        self.lines
            .get(index)
            .map_or(self.text.len(), |start| *start as usize)
    }

    /// The text of a line, counted from 1, without its end.
    pub fn line(&self, line: u32) -> &str {
        let index = line as usize;
        let start = self
            .lines
            .get(index.wrapping_sub(1))
            .map_or(self.text.len(), |s| *s as usize);
        let end = self
            .lines
            .get(index)
            .map_or(self.text.len(), |s| *s as usize);
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }

    fn encoding(&self, at: usize) -> Finding {
        ENCODING
            .at(&self.path, self.span(at..at + 1), "this file is not UTF-8")
            .help("save it again as UTF-8")
    }
}

/// Offsets fit 32 bits: larger files are refused before they become a [`Source`].
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Where a site is written to: a folder, or memory.
pub trait Writer: Sync {
    /// Writes a file; `path` is relative to the site, with `/`. Threads may write at once.
    ///
    /// # Errors
    /// Whatever keeps it from being written.
    fn write(&self, path: &str, bytes: &[u8]) -> std::io::Result<()>;
}
