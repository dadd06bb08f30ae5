//! `[!INCLUDE [title](path)]`: a fragment in the place of the line or words that name it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::document::construct::{self, Construct, Problem, bang};
use crate::document::manuscript::{Piece, Placed, is_block};
use crate::finding::{Level, Rule};

/// An include as written.
#[derive(Clone, Debug)]
pub struct Include {
    /// The file that is included, as written.
    pub target: String,
    /// Whether it stands within a line of text.
    pub inline: bool,
    /// The part of the manuscript that it became, or why it became none.
    pub part: Result<usize, Problem>,
}

/// `markdown/include-missing`: an include whose fragment is not there.
pub static MISSING: Rule = Rule {
    code: "markdown/include-missing",
    level: Level::Warn,
    summary: "an include whose fragment is not there",
    explanation: "\
The page includes a fragment that the tree does not hold, or that lies outside the content. The
place stays empty. Fragments are looked for in the page's locale and then in the locales that it
falls back to.

Learn repositories include fragments of other ones, as in `~/../reusable-content/note.md`. They are
found where a checkout of that repository is listed under `sources` in `site.yaml`.
",
};

/// `markdown/include-cycle`: a fragment that includes itself.
pub static CYCLE: Rule = Rule {
    code: "markdown/include-cycle",
    level: Level::Deny,
    summary: "a fragment that includes itself",
    explanation: "\
The fragment is being included already: it names itself, or a fragment that leads back to it. It
is left out the second time. Take one of the includes away.
",
};

/// `markdown/include-depth`: includes nested or repeated without measure.
pub static TOO_DEEP: Rule = Rule {
    code: "markdown/include-depth",
    level: Level::Warn,
    summary: "includes nested or repeated without measure",
    explanation: "\
Fragments include fragments further than `limits.include_depth`, or a page pulls in more of them
than `limits.includes`. What lies beyond is left out.
",
};

/// Reads `[!INCLUDE [title](target)]` from its `[` on.
pub fn read(text: &str, start: usize, line: &str) -> Option<(Range<usize>, Construct)> {
    let held = bang::link(line)?;
    if !held.word.eq_ignore_ascii_case("include") {
        return None;
    }
    let range = start..start + held.length;
    let include = Include {
        inline: !fills_line(text, &range),
        part: Err(missing(&held.target)),
        target: held.target,
    };
    Some((range, Construct::Include(include)))
}

fn fills_line(text: &str, range: &Range<usize>) -> bool {
    let blank = |c: char| c.is_whitespace() || c == '>';
    let begins =
        construct::line_before(text, range.start).is_some_and(|line| line.chars().all(blank));
    begins && construct::ends_line(text, range.end)
}

/// Fits a fragment into the line that names it: one paragraph becomes text of the line; blocks end
/// the paragraph around them, and where they cannot, in a heading or a table, only their text is
/// kept.
pub fn fit(pieces: &mut Vec<Placed<'_>>, start: usize) {
    let blocks = |placed: &&Placed<'_>| matches!(&placed.piece, Piece::Markdown(Event::Start(tag)) if is_block(tag.to_end()));
    let mut found = pieces[start..].iter().filter(blocks);
    let one = matches!(
        (found.next().map(|placed| &placed.piece), found.next()),
        (Some(Piece::Markdown(Event::Start(Tag::Paragraph))), None) | (None, _)
    );
    if !one && stands_in_paragraph(&pieces[..start]) {
        let at = |range: &Range<usize>, part, event| Placed {
            piece: Piece::Markdown(event),
            part,
            range: range.clone(),
        };
        let before = pieces[start - 1].clone();
        let end = before.range.end..before.range.end;
        pieces.insert(start, at(&end, before.part, Event::End(TagEnd::Paragraph)));
        pieces.push(at(&end, before.part, Event::Start(Tag::Paragraph)));
        return;
    }
    let held: Vec<_> = pieces.drain(start..).collect();
    let last = held.len().saturating_sub(1);
    for (index, mut placed) in held.into_iter().enumerate() {
        match &placed.piece {
            Piece::Markdown(Event::Start(tag)) if is_block(tag.to_end()) => continue,
            Piece::Markdown(Event::End(tag)) if is_block(*tag) && index == last => continue,
            Piece::Markdown(Event::End(tag)) if is_block(*tag) => {
                placed.piece = Piece::Markdown(Event::SoftBreak);
            }
            _ => {}
        }
        pieces.push(placed);
    }
}

/// Whether the innermost element that is open is a paragraph.
pub fn stands_in_paragraph(pieces: &[Placed<'_>]) -> bool {
    let mut closed = 0_usize;
    for placed in pieces.iter().rev() {
        match &placed.piece {
            Piece::Markdown(Event::End(_)) | Piece::Close(_) => closed += 1,
            Piece::Markdown(Event::Start(_)) | Piece::Open(_) if closed > 0 => closed -= 1,
            Piece::Markdown(Event::Start(tag)) => return *tag == Tag::Paragraph,
            Piece::Open(_) => return false,
            _ => {}
        }
    }
    false
}

/// Where the text of a fragment begins: after its front matter.
pub fn body(text: &str) -> usize {
    let Some(rest) = text
        .strip_prefix("---\n")
        .or_else(|| text.strip_prefix("---\r\n"))
    else {
        return 0;
    };
    let open = text.len() - rest.len();
    let mut at = open;
    for line in rest.split_inclusive('\n') {
        at += line.len();
        if line.trim_end() == "---" {
            return at;
        }
    }
    0
}

/// What is wrong where the file is not there.
pub fn missing(target: &str) -> Problem {
    Problem {
        rule: &MISSING,
        message: format!("the fragment `{target}` is not there"),
        help: match target.starts_with("~/../") {
            true => "list a checkout of that repository under `sources`, or mend the path",
            false => "mend the path, or add the fragment below the content folder",
        },
    }
}

/// What is wrong where the file includes itself.
pub fn cycle(target: &str) -> Problem {
    Problem {
        rule: &CYCLE,
        message: format!("`{target}` includes itself"),
        help: "take one of the includes away",
    }
}

/// What is wrong where fragments go too deep.
pub fn too_deep(target: &str) -> Problem {
    Problem {
        rule: &TOO_DEEP,
        message: format!("`{target}` is nested or repeated beyond the limit"),
        help: "flatten the fragments, or raise `limits.include_depth` or `limits.includes`",
    }
}
