//! `<!-- instep-allow CODE: reason -->`: a comment that silences one finding in the next block.

use std::ops::Range;

use crate::document::revision::Place;

/// A comment that silences findings, and the lines in which it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    pub code: Box<str>,
    /// Why. Without a reason nothing is silenced.
    pub reason: Option<Box<str>>,
    pub place: Place,
    /// First and last line of the block; the comment's own where none follows.
    pub lines: (u32, u32),
}

/// What a comment says: the code and the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<'t> {
    pub code: &'t str,
    pub reason: Option<&'t str>,
}

/// The suppressions in a piece of HTML, with their bytes.
pub fn find(html: &str) -> Vec<(Range<usize>, Said<'_>)> {
    let mut found = Vec::new();
    for (start, _) in html.match_indices("<!--") {
        let Some(end) = html[start..].find("-->").map(|at| start + at) else {
            continue;
        };
        let inner = html[start + "<!--".len()..end].trim();
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
