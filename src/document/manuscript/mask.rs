//! The text as Markdown shall see it, byte for byte as long as the source.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::construct::colon::begins_line;
use crate::document::construct::{self, Construct};

/// The text with everything before the body made blank, line by line.
pub fn blank_front_matter(text: &str, body: usize) -> Cow<'_, str> {
    if body == 0 {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for byte in text[..body].bytes() {
        out.push(if byte == b'\n' { '\n' } else { ' ' });
    }
    out.push_str(&text[body..]);
    Cow::Owned(out)
}

/// Blanks the opening marks of a line beyond the limit: thousands of nested quotes cost every
/// Markdown parser their square, and no reader sees a difference past a hundred.
pub fn limit_nesting(text: Cow<'_, str>, limit: usize) -> Cow<'_, str> {
    let deep = |line: &str| {
        line.bytes()
            .take_while(|b| b" \t>".contains(b))
            .filter(|b| *b == b'>')
            .count()
            > limit
    };
    let marks = memchr::memchr_iter(b'>', text.as_bytes()).count();
    if marks <= limit || !text.split('\n').any(deep) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut depth = 0;
        let mut leading = true;
        for c in line.chars() {
            leading = leading && matches!(c, ' ' | '\t' | '>');
            depth += usize::from(leading && c == '>');
            out.push(if leading && c == '>' && depth > limit {
                ' '
            } else {
                c
            });
        }
    }
    Cow::Owned(out)
}

/// Puts a marker of the same length in the place of each construct: a processing instruction
/// where it fills its line, since that is a block and can end a paragraph, else a tag, which stays
/// in its line. What is broken stays as written.
pub fn mask(text: &str, found: &[(Range<usize>, Construct)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, construct) in found {
        if matches!(construct, Construct::Broken(_)) {
            continue;
        }
        out.push_str(&text[at..range.start]);
        let (open, close) = if is_alone(text, range) {
            ("<?", "?>")
        } else {
            ("<z", ">")
        };
        out.push_str(open);
        let blank = range.len() - open.len() - close.len();
        out.extend(std::iter::repeat_n(' ', blank));
        out.push_str(close);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Whether nothing but marks of quotes and lists stands before a construct on its line, and
/// nothing after.
fn is_alone(text: &str, range: &Range<usize>) -> bool {
    begins_line(text, range.start) && construct::ends_line(text, range.end)
}
