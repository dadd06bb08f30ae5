//! `<!-- instep-allow CODE: reason -->`: a comment that silences one finding in the next block.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use serde::{Deserialize, Serialize};

use crate::document::manuscript::{Piece, Placed};
use crate::document::revision::Place;
use crate::source::Source;

/// A comment that silences findings, and the lines in which it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suppression {
    /// The finding that it silences.
    pub code: Box<str>,
    /// Why. Without a reason nothing is silenced.
    pub reason: Option<Box<str>>,
    /// Where the comment stands.
    pub place: Place,
    /// First and last line of the block; the comment's own where none follows.
    pub lines: (u32, u32),
}

/// The comments of a page, as a walk over it meets them.
#[derive(Debug, Default)]
pub struct Suppressions {
    found: Vec<Suppression>,
    /// How many of the last ones wait for the block after them.
    waiting: usize,
}

impl Suppressions {
    /// Takes a piece of HTML.
    pub fn comment(&mut self, html: &str, source: &Source, placed: &Placed<'_>) {
        for (range, said) in find(html) {
            let start = placed.range.start;
            let span = source.span(start + range.start..start + range.end);
            let part = u16::try_from(placed.part).unwrap_or(u16::MAX);
            self.found.push(Suppression {
                code: said.code.into(),
                reason: said.reason.map(Box::from),
                place: Place { part, span },
                lines: (span.start.line, span.end.line),
            });
            self.waiting += 1;
        }
    }

    /// Gives the comments that wait the block that begins here. A further comment is a block of
    /// HTML, and waits with them.
    pub fn block(&mut self, source: &Source, placed: &Placed<'_>) {
        if self.waiting == 0
            || matches!(placed.piece, Piece::Markdown(Event::Start(Tag::HtmlBlock)))
        {
            return;
        }
        let first = self.found.len() - std::mem::take(&mut self.waiting);
        let text = source.text[placed.range.clone()].trim_end();
        let last = source.position(placed.range.start + text.len()).line;
        for suppression in &mut self.found[first..] {
            if usize::from(suppression.place.part) == placed.part {
                suppression.lines.1 = last.max(suppression.lines.1);
            }
        }
    }

    /// All of them, in order.
    pub fn into_vec(self) -> Vec<Suppression> {
        self.found
    }
}

/// What a comment says: the code and the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'t> {
    /// The finding that it silences.
    pub code: &'t str,
    /// Why; without one nothing is silenced.
    pub reason: Option<&'t str>,
}

/// The suppressions in a piece of HTML, with their bytes.
pub fn find(html: &str) -> Vec<(Range<usize>, Said<'_>)> {
    let mut found = Vec::new();
    for (start, _) in html.match_indices("<!--") {
        // `<!-->` is a whole comment in HTML, which has nothing in it.
        let open = start + "<!--".len();
        let Some(end) = html[open..].find("-->").map(|at| open + at) else {
            continue;
        };
        let inner = html[open..end].trim();
        if let Some(said) = inner.strip_prefix("instep-allow").and_then(read) {
            found.push((start..end + "-->".len(), said));
        }
    }
    found
}

fn read(said: &str) -> Option<Said<'_>> {
    let said = said.strip_prefix(char::is_whitespace)?.trim();
    let (code, reason) = said.split_once(':').unwrap_or((said, ""));
    let reason = Some(reason.trim()).filter(|reason| !reason.is_empty());
    Some(Said {
        code: code.trim(),
        reason,
    })
}

#[cfg(test)]
mod tests {
    use super::{Said, find};

    #[test]
    fn a_comment_names_a_code_and_a_reason() {
        let found = find("<!-- instep-allow deadline/passed: a table of the past -->\n");
        let said = Said {
            code: "deadline/passed",
            reason: Some("a table of the past"),
        };
        assert_eq!(found, [(0..58, said)]);
    }

    #[test]
    fn other_comments_are_none() {
        assert!(find("<!-- instep-allowed x: y --> <!-- allow --> <!-- instep-allow").is_empty());
    }
}
