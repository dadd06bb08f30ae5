//! `[!INCLUDE [title](path)]`: a fragment in the place of the line or words that name it.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::document::construct::{Construct, bang};
use crate::document::manuscript::{Piece, Placed};
use crate::finding::{Finding, Level, Rule, Span};
use crate::source::Source;

/// An include as written.
#[derive(Clone, Debug)]
pub struct Include {
    pub target: String,
    /// Whether it stands within a line of text.
    pub inline: bool,
    /// The part of the manuscript that it became; none where it could not be read.
    pub part: Option<usize>,
}

pub static MISSING: Rule = Rule {
    code: "markdown/include-missing",
    level: Level::Warn,
    summary: "an include whose fragment is not there",
    explanation: "\
The page includes a fragment that the tree does not hold, or that lies outside the content. The
place stays empty. Fragments are looked for in the page's locale and then in the locales that it
falls back to.
",
};

pub static CYCLE: Rule = Rule {
    code: "markdown/include-cycle",
    level: Level::Deny,
    summary: "a fragment that includes itself",
    explanation: "\
The fragment is being included already: it names itself, or a fragment that leads back to it. It
is left out the second time. Take one of the includes away.
",
};

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
    let held = bang::link(line).filter(|held| held.word.eq_ignore_ascii_case("include"))?;
    let range = start..start + held.length;
    let include = Include {
        target: held.target,
        inline: !fills_line(text, &range),
        part: None,
    };
    Some((range, Construct::Include(include)))
}

fn fills_line(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].rsplit('\n').next().unwrap_or("");
    let after = text[range.end..].split('\n').next().unwrap_or("");
    before.chars().all(|c| c.is_whitespace() || c == '>') && after.trim().is_empty()
}

/// Drops the paragraph around a fragment of one paragraph that stands within a line.
pub fn unwrap_paragraph(pieces: &mut Vec<Placed<'_>>, start: usize) {
    let is = |placed: &Placed<'_>, wanted: &Event<'_>| matches!(&placed.piece, Piece::Markdown(event) if event == wanted);
    let opens = pieces
        .get(start)
        .is_some_and(|p| is(p, &Event::Start(Tag::Paragraph)));
    let closes = pieces
        .last()
        .is_some_and(|p| is(p, &Event::End(TagEnd::Paragraph)));
    let count = pieces[start..]
        .iter()
        .filter(|p| is(p, &Event::Start(Tag::Paragraph)))
        .count();
    if opens && closes && count == 1 {
        pieces.pop();
        pieces.remove(start);
    }
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

pub fn missing(source: &Source, span: Span, target: &str) -> Finding {
    MISSING
        .at(
            &source.path,
            span,
            format!("the fragment `{target}` is not there"),
        )
        .help("mend the path, or add the fragment below the content folder")
}

pub fn cycle(source: &Source, span: Span, target: &str) -> Finding {
    CYCLE
        .at(&source.path, span, format!("`{target}` includes itself"))
        .help("take one of the includes away")
}

pub fn too_deep(source: &Source, span: Span, target: &str) -> Finding {
    TOO_DEEP
        .at(
            &source.path,
            span,
            format!("`{target}` is nested or repeated beyond the limit"),
        )
        .help("flatten the fragments, or raise `limits.include_depth` or `limits.includes`")
}
