//! A text as read, with the way from byte offsets to lines and columns.

pub mod memory;
pub mod places;
pub mod relaxed;
pub mod tree;

use std::ops::Range;

use crate::finding::{Finding, Level, Outcome, Position, Rule, Span};
use crate::memo::Key;
use crate::path::SourcePath;

/// A text file as read: UTF-8, without a byte order mark, line ends as they were.
#[derive(Clone, Debug)]
pub struct Source {
    /// Where it was read.
    pub path: SourcePath,
    /// Its text.
    pub text: String,
    /// Byte offset at which each line starts.
    lines: Vec<u32>,
    /// Places within long lines, so that a column takes no longer the longer its line is.
    marks: Vec<Mark>,
    /// The file that this text was made from: its places are the ones that count.
    origin: Option<Box<Origin>>,
}

/// What a text was made from.
#[derive(Clone, Debug)]
struct Origin {
    source: Source,
    /// Where runs of the text begin, and where they come from; the first begins at 0.
    runs: Vec<Came>,
}

/// Where a run of a text that was made from another one comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Came {
    /// Where it begins.
    pub at: u32,
    /// Where that stands in the file.
    pub from: u32,
    /// How many bytes are those of the file; the rest of the run stands where they end.
    pub length: u32,
}

/// A place in a line.
#[derive(Clone, Copy, Debug)]
struct Mark {
    at: u32,
    /// Characters of the line before it.
    column: u32,
}

/// How far apart the marks of a line stand, in bytes; shorter lines have none. A paragraph is often
/// one line, and a page asks for hundreds of places.
const STRIDE: usize = 128;

/// The world as the middle of the program sees it: files by path, nothing else.
pub trait Reader: Sync {
    /// The bytes of a file below the root.
    ///
    /// # Errors
    /// Whatever keeps it from being read; a missing file is `NotFound`.
    fn read(&self, path: &SourcePath) -> std::io::Result<Vec<u8>>;
}

/// `input/encoding`: a file is not UTF-8.
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
        let (text, broken) = match text_of(&bytes) {
            Some(text) => (text, None),
            None => {
                let broken = std::str::from_utf8(&bytes).err();
                let text = String::from_utf8_lossy(&bytes).into_owned();
                (text, broken.map(|error| error.valid_up_to()))
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
        let lines: Vec<u32> = std::iter::once(0)
            .chain(breaks.map(|at| offset(at + 1)))
            .collect();
        Self {
            path: path.clone(),
            marks: marks(text.as_bytes(), &lines),
            text,
            lines,
            origin: None,
        }
    }

    /// A text made from that of a file. Its places are those of the file: `runs`, in order, say
    /// where each part comes from.
    pub fn made_from(source: Self, text: String, mut runs: Vec<Came>) -> Self {
        if runs.first().is_none_or(|first| first.at > 0) {
            let start = Came {
                at: 0,
                from: 0,
                length: 0,
            };
            runs.insert(0, start);
        }
        let path = source.path.clone();
        let mut made = Self::new(&path, text);
        made.origin = Some(Box::new(Origin { source, runs }));
        made
    }

    /// The text as it stands in the file.
    pub fn as_written(&self) -> &str {
        let made_from = self.origin.as_ref();
        made_from.map_or(&self.text, |origin| &origin.source.text)
    }

    /// Line and column of a byte offset; past the end it is the end.
    pub fn position(&self, at: usize) -> Position {
        if let Some(origin) = &self.origin {
            return origin.source.position(origin.place(at));
        }
        let at = at.min(self.text.len());
        let line = self.lines.partition_point(|start| *start as usize <= at);
        let start = self.lines[line - 1] as usize;
        let marked = self.marks.partition_point(|mark| mark.at as usize <= at);
        let near = marked.checked_sub(1).map(|index| self.marks[index]);
        let (from, before) = near
            .filter(|mark| mark.at as usize >= start)
            .map_or((start, 0), |mark| (mark.at as usize, mark.column as usize));
        Position {
            line: offset(line),
            column: offset(before + characters(&self.text.as_bytes()[from..at]) + 1),
        }
    }

    /// The byte at which a position stands: the other way from [`Source::position`]. Past the end of
    /// its line it is that end.
    pub fn byte(&self, position: Position) -> usize {
        let start = self.line_start(position.line);
        let line = self.line(position.line);
        let column = position.column.saturating_sub(1) as usize;
        let letter = line.char_indices().nth(column);
        start + letter.map_or(line.len(), |(at, _)| at)
    }

    /// Lines and columns of a range of bytes.
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
        if let Some(origin) = &self.origin {
            let start = origin.source.line_start(line);
            return origin.first_from(start).unwrap_or(self.text.len());
        }
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

/// A copy of bytes that are UTF-8 as text. Checked by vector instructions, which takes less time with
/// the copy than the standard library takes to check.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    simdutf8::basic::from_utf8(bytes).ok().map(str::to_owned)
}

/// Every [`STRIDE`] bytes of the lines that are longer.
fn marks(text: &[u8], lines: &[u32]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let ends = lines[1..].iter().map(|start| *start as usize);
    let ends = ends.chain(std::iter::once(text.len()));
    for (start, end) in lines.iter().map(|start| *start as usize).zip(ends) {
        let mut column = 0;
        for chunk in (start + STRIDE..end).step_by(STRIDE) {
            column += characters(&text[chunk - STRIDE..chunk]);
            marks.push(Mark {
                at: offset(chunk),
                column: offset(column),
            });
        }
    }
    marks
}

/// Characters that begin in these bytes of UTF-8. They are counted in bytes, which the compiler adds
/// sixteen at a time, and 128 of them fit one.
fn characters(bytes: &[u8]) -> usize {
    let begins = |byte: &u8| u8::from(byte & 0xC0 != 0x80);
    let counts = bytes
        .chunks(128)
        .map(|chunk| chunk.iter().map(begins).sum());
    counts.map(|count: u8| usize::from(count)).sum()
}

impl Origin {
    /// The byte of the file that a byte of the text comes from.
    fn place(&self, at: usize) -> usize {
        let at = offset(at);
        let next = self.runs.partition_point(|run| run.at <= at);
        let run = self.runs[next.saturating_sub(1)];
        (run.from + (at - run.at).min(run.length)) as usize
    }

    /// Where the text begins that comes from a byte of the file or from behind it. What precedes
    /// the last run from before that byte is front matter that stands elsewhere in the file.
    fn first_from(&self, byte: usize) -> Option<usize> {
        let byte = offset(byte);
        let before = self
            .runs
            .iter()
            .rposition(|run| run.from + run.length <= byte && run.from < byte);
        let next = self.runs.get(before.map_or(0, |before| before + 1))?;
        Some((next.at + byte.saturating_sub(next.from).min(next.length)) as usize)
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

    /// Writes a file the key of whose bytes is known already.
    ///
    /// # Errors
    /// Those of [`Writer::write`].
    fn write_known(&self, path: &str, bytes: &[u8], _key: &Key) -> std::io::Result<()> {
        self.write(path, bytes)
    }

    /// Keeps a file that stands there already, if its bytes are those of this key. False where it
    /// has to be written.
    fn keep(&self, _path: &str, _bytes: &Key) -> bool {
        false
    }
}
