//! `[!NAME …]`, the older form of constructs.

use std::ops::Range;

use crate::document::construct::{self, Construct, alert, code, colon, division, include, video};
use crate::document::manuscript::Dialect;

/// Reads the construct whose `[!` stands at a byte.
pub fn read(text: &str, start: usize, dialect: &Dialect) -> Option<(Range<usize>, Construct)> {
    let line = construct::line(text, start);
    let inner = line[2..].trim_start();
    let word = inner
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(inner.len());
    let (word, said) = inner.split_at(word);
    match word.to_ascii_lowercase().as_str() {
        "include" => include::read(text, start, line),
        "code" | "notebook" => code::read_link(start, line),
        "video" if colon::begins_line(text, start) => video::read_marker(start, line, said),
        "div" if is_quoted(text, start) => division::read(start, line, said),
        _ if is_quoted(text, start) => alert::read(start, line, dialect),
        _ => None,
    }
}

/// Whether a byte is the first of a line in a quote.
pub fn is_quoted(text: &str, start: usize) -> bool {
    let Some(before) = construct::line_before(text, start) else {
        return false;
    };
    let line = start - before.len();
    // Bilingual pages close the sentence before the marker on the line of the marker.
    let before = before.trim_end().trim_end_matches("</span>").trim_end();
    before.ends_with('>') && colon::begins_line(text, line + before.len())
}

/// A link as these constructs hold it.
#[derive(Debug, PartialEq, Eq)]
pub struct Held<'a> {
    /// What stands before the link.
    pub word: &'a str,
    /// Where it leads.
    pub target: String,
    /// How many bytes the whole construct takes.
    pub length: usize,
}

/// Reads `[!word [title](target "tip")]` from the `[` on.
pub fn link(line: &str) -> Option<Held<'_>> {
    let title = 2 + line[2..].find('[')?;
    let open = title + line[title..].find("](")? + 2;
    let close = open + closing(&line[open..])?;
    let end = close + 1 + line[close + 1..].find(']')? + 1;
    let inner = &line[open..close];
    let target = inner.trim().split([' ', '"']).next().unwrap_or("");
    (!target.is_empty() && line[close + 1..].starts_with(']')).then(|| Held {
        word: line[2..title].trim(),
        target: unescape(target),
        length: end,
    })
}

/// Where the bracket closes that is open before a text.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Takes the backslashes away that protect punctuation.
fn unescape(target: &str) -> String {
    let mut out = String::with_capacity(target.len());
    let mut chars = target.chars().peekable();
    while let Some(c) = chars.next() {
        let protects = c == '\\' && chars.peek().is_some_and(char::is_ascii_punctuation);
        out.push(if protects {
            chars.next().unwrap_or(c)
        } else {
            c
        });
    }
    out
}
