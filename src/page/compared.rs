//! Two texts of a section as one, in HTML, with `<ins>` and `<del>`: prose by the word, code by the
//! line.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::compare::{Piece, words};
use crate::locale::words::Words;
use crate::page::body::escape;

/// A stretch of a text as [`crate::page::sections::texts`] gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Block<'t> {
    Prose(&'t str),
    /// Between two fences.
    Code(&'t str),
}

/// A block before and after; both are of one kind where both are there.
type Pair<'t> = (Option<Block<'t>>, Option<Block<'t>>);

impl<'t> Block<'t> {
    fn is_code(self) -> bool {
        matches!(self, Block::Code(_))
    }

    fn text(self) -> &'t str {
        match self {
            Block::Prose(text) | Block::Code(text) => text,
        }
    }
}

/// Two texts as one.
pub fn html(old: &str, new: &str, segment: &Words) -> String {
    let mut out = String::new();
    for (before, after) in paired(&blocks(old), &blocks(new)) {
        let text = |block: Option<Block<'_>>| block.map_or(String::new(), |b| b.text().to_owned());
        let (old, new) = (text(before), text(after));
        if before.or(after).is_some_and(Block::is_code) {
            code(&mut out, &old, &new);
        } else {
            prose(&mut out, &words(&old, &new, &|text| segment.split(text)));
        }
    }
    out
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut found = Vec::new();
    let (mut start, mut at, mut fence) = (0, 0, "");
    for line in text.split_inclusive('\n') {
        let mark = line.trim_end();
        let next = at + line.len();
        let opens = fence.is_empty() && mark.len() >= 3 && mark.bytes().all(|byte| byte == b'`');
        let block = match (opens, !fence.is_empty() && mark == fence) {
            (true, _) => Some((Block::Prose(&text[start..at]), mark)),
            (_, true) => Some((Block::Code(&text[start..at]), "")),
            _ => None,
        };
        if let Some((block, now)) = block {
            found.push(block);
            (start, fence) = (next, now);
        }
        at = next;
    }
    let rest = &text[start..];
    found.push(match fence {
        "" => Block::Prose(rest),
        _ => Block::Code(rest),
    });
    found.retain(|block| !block.text().is_empty());
    found
}

/// The blocks of two texts side by side: first those that stayed, then what stands between them in
/// its order.
fn paired<'t>(old: &[Block<'t>], new: &[Block<'t>]) -> Vec<Pair<'t>> {
    let mut pairs = Vec::new();
    for edit in capture_diff_slices(Algorithm::Myers, old, new) {
        let (before, after) = (&old[edit.old_range()], &new[edit.new_range()]);
        match edit {
            DiffOp::Equal { .. } => pairs.extend(before.iter().map(|b| (Some(*b), Some(*b)))),
            _ => pairs.extend(in_order(before, after)),
        }
    }
    pairs
}

/// Code is paired with code, and what stands before and behind it with its like.
fn in_order<'t>(mut old: &[Block<'t>], mut new: &[Block<'t>]) -> Vec<Pair<'t>> {
    let mut pairs = Vec::new();
    let has_code = |blocks: &[Block<'_>]| blocks.iter().any(|block| block.is_code());
    loop {
        let (before, after) = match (old.first(), new.first()) {
            (None, None) => return pairs,
            (Some(a), Some(b)) if a.is_code() == b.is_code() => (Some(*a), Some(*b)),
            (Some(a), Some(b)) => {
                let waits = if a.is_code() {
                    has_code(new)
                } else {
                    !has_code(old)
                };
                if waits {
                    (None, Some(*b))
                } else {
                    (Some(*a), None)
                }
            }
            (a, b) => (a.copied(), b.copied()),
        };
        pairs.push((before, after));
        old = &old[usize::from(before.is_some())..];
        new = &new[usize::from(after.is_some())..];
    }
}

fn prose(out: &mut String, pieces: &[Piece<'_>]) {
    let mut html = String::from("<p>");
    for piece in pieces {
        let (tag, text) = tagged(*piece);
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                html.push_str("</p>\n<p>");
            }
            marked(&mut html, tag, line);
        }
    }
    html.push_str("</p>\n");
    out.push_str(&html.replace("<p></p>\n", ""));
}

fn code(out: &mut String, old: &str, new: &str) {
    out.push_str("<pre class=\"compared\" tabindex=\"0\"><code>");
    for piece in words(old, new, &|text| text.split_inclusive('\n').collect()) {
        let (tag, text) = tagged(piece);
        for line in text.lines() {
            marked(out, tag, line);
            out.push('\n');
        }
    }
    out.push_str("</code></pre>\n");
}

fn tagged(piece: Piece<'_>) -> (&'static str, &str) {
    match piece {
        Piece::Same(text) => ("", text),
        Piece::Removed(text) => ("del", text),
        Piece::Added(text) => ("ins", text),
    }
}

fn marked(out: &mut String, tag: &str, text: &str) {
    if tag.is_empty() || text.is_empty() {
        return escape::text(out, text);
    }
    out.push_str(&format!("<{tag}>"));
    escape::text(out, text);
    out.push_str(&format!("</{tag}>"));
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::locale::tag::Locale;
    use crate::locale::words::Words;

    fn compared(old: &str, new: &str) -> String {
        html(old, new, &Words::new(&Locale::parse("en").expect("a tag")))
    }

    #[test]
    fn prose_changes_by_the_word() {
        let html = compared("Open the portal.\nSave it.", "Open a portal.\nSave it.");
        assert_eq!(
            html,
            "<p>Open <del>the</del><ins>a</ins> portal.</p>\n<p>Save it.</p>\n"
        );
    }

    #[test]
    fn code_changes_by_the_line() {
        let html = compared("Run:\n```\na <1>\nb\n```\n", "Run:\n```\na <2>\nb\n```\n");
        assert_eq!(
            html,
            "<p>Run:</p>\n<pre class=\"compared\" tabindex=\"0\"><code><del>a &lt;1&gt;</del>\n<ins>a &lt;2&gt;</ins>\nb\n</code></pre>\n"
        );
    }

    #[test]
    fn code_that_came_stands_where_it_is_now() {
        let html = compared(
            "One.\n```\nb\n```\nTwo.",
            "One.\n```\na\n```\nThen.\n```\nb\n```\nTwo.",
        );
        assert_eq!(
            html,
            "<p>One.</p>\n<pre class=\"compared\" tabindex=\"0\"><code><ins>a</ins>\n</code></pre>\n\
             <p><ins>Then.</ins></p>\n<pre class=\"compared\" tabindex=\"0\"><code>b\n</code></pre>\n<p>Two.</p>\n"
        );
    }

    #[test]
    fn a_fence_within_code_is_code() {
        let html = compared("````\n```\nx\n```\n````", "````\n```\nx\n```\n````");
        assert_eq!(
            html,
            "<pre class=\"compared\" tabindex=\"0\"><code>```\nx\n```\n</code></pre>\n"
        );
    }
}
