//! A page and the fragments it includes, as one run of Markdown events with their places.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::config::{Config, Limits};
use crate::document::construct::alert::Alert;
use crate::document::construct::{self, Construct, Container, include};
use crate::finding::{Finding, Outcome};
use crate::path::SourcePath;
use crate::source::Source;

/// A page and the fragments it includes. The page is part 0.
#[derive(Debug)]
pub struct Manuscript {
    pub parts: Vec<Part>,
    dialect: Arc<Dialect>,
}

/// How the pages of a site are read, beyond Markdown.
#[derive(Clone, Debug, Default)]
pub struct Dialect {
    pub limits: Limits,
    /// The titles of alerts in every language of the site, in lower case: translators put them
    /// in the place of the marker's English word.
    pub alerts: BTreeMap<String, Alert>,
    /// The monikers that are built; all, where empty.
    pub versions: Vec<String>,
}

impl Dialect {
    /// That of a site, with the titles of its alerts.
    pub fn new(config: &Config, alerts: BTreeMap<String, Alert>) -> Self {
        Self {
            limits: config.limits.clone(),
            alerts,
            versions: config.versions.clone(),
        }
    }
}

/// One file of a manuscript.
#[derive(Debug)]
pub struct Part {
    pub source: Arc<Source>,
    /// The text with front matter blanked and constructs behind markers of the same length, so
    /// that every offset is an offset into the source.
    masked: String,
    /// Constructs by the place of their marker, in order.
    constructs: Vec<(Range<usize>, Construct)>,
}

/// A Markdown event, or a construct beyond Markdown.
#[derive(Clone, Debug)]
pub enum Piece<'a> {
    Markdown(Event<'a>),
    Open(Container),
    Close(Container),
    Construct(&'a Construct),
}

/// A piece and the bytes of the part that it came from.
#[derive(Clone, Debug)]
pub struct Placed<'a> {
    pub piece: Piece<'a>,
    pub part: usize,
    pub range: Range<usize>,
}

/// Where fragments and code samples come from, by the link as written in a file.
pub trait Fragments: Sync {
    /// The text that `target`, as written in `from`, names. `None` where there is none, or it
    /// lies outside the content.
    fn fragment(&self, from: &SourcePath, target: &str) -> Option<Arc<Source>>;
}

/// A tree without fragments.
#[derive(Debug)]
pub struct NoFragments;

impl Fragments for NoFragments {
    fn fragment(&self, _from: &SourcePath, _target: &str) -> Option<Arc<Source>> {
        None
    }
}

/// CommonMark with the extensions of GFM. Definition lists and wiki links break Learn pages.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
}

impl Manuscript {
    /// Reads a page with everything it includes. `body` is where its text begins.
    pub fn read(
        page: Arc<Source>,
        body: usize,
        fragments: &dyn Fragments,
        dialect: &Arc<Dialect>,
    ) -> Outcome<Self> {
        let mut loading = Loading {
            fragments,
            limits: &dialect.limits,
            parts: Vec::new(),
            findings: Vec::new(),
        };
        loading.part(page, body, &mut Vec::new());
        Outcome {
            value: Self {
                parts: loading.parts,
                dialect: dialect.clone(),
            },
            findings: loading.findings,
        }
    }

    /// The events of the page with those of its fragments in place.
    pub fn pieces(&self) -> Vec<Placed<'_>> {
        let mut pieces = Vec::with_capacity(self.parts[0].masked.len() / 12);
        self.push(0, &mut pieces);
        construct::lift(self, pieces)
    }

    pub fn dialect(&self) -> &Dialect {
        &self.dialect
    }

    /// The source of a piece, for findings.
    pub fn source(&self, placed: &Placed<'_>) -> &Source {
        &self.parts[placed.part].source
    }

    /// The bytes of a piece as written.
    pub fn text(&self, placed: &Placed<'_>) -> &str {
        &self.source(placed).text[placed.range.clone()]
    }

    fn push<'a>(&'a self, index: usize, pieces: &mut Vec<Placed<'a>>) {
        let part = &self.parts[index];
        let parser = Parser::new_ext(&part.masked, options());
        for (event, range) in parser.into_offset_iter() {
            match part.marker(&event, &range) {
                Some((_, Construct::Include(include))) if include.part.is_some() => {
                    let start = pieces.len();
                    self.push(include.part.unwrap_or_default(), pieces);
                    if include.inline {
                        include::unwrap_paragraph(pieces, start);
                    }
                }
                Some((range, construct)) => {
                    let piece = Piece::Construct(construct);
                    pieces.push(Placed {
                        piece,
                        part: index,
                        range: range.clone(),
                    });
                }
                None => {
                    pieces.push(Placed {
                        piece: Piece::Markdown(plain(event)),
                        part: index,
                        range,
                    });
                }
            }
        }
    }
}

/// Single dollars are prices far more often than formulas in guides: only `$$` is math.
fn plain(event: Event<'_>) -> Event<'_> {
    match event {
        Event::InlineMath(text) => Event::Text(format!("${text}$").into()),
        other => other,
    }
}

impl Part {
    /// The construct whose marker an event is.
    fn marker(
        &self,
        event: &Event<'_>,
        range: &Range<usize>,
    ) -> Option<&(Range<usize>, Construct)> {
        if self.constructs.is_empty() || !matches!(event, Event::Html(_) | Event::InlineHtml(_)) {
            return None;
        }
        let next = self
            .constructs
            .partition_point(|(place, _)| place.start < range.start);
        self.constructs
            .get(next)
            .filter(|(place, _)| place.start < range.end)
    }
}

struct Loading<'a> {
    fragments: &'a dyn Fragments,
    limits: &'a Limits,
    parts: Vec<Part>,
    findings: Vec<Finding>,
}

impl Loading<'_> {
    /// Reads a file and what it includes; answers its index. `open` are the files being read.
    fn part(&mut self, source: Arc<Source>, body: usize, open: &mut Vec<SourcePath>) -> usize {
        let text = blank_front_matter(&source.text, body);
        let text = limit_nesting(&text, self.limits.nesting);
        let found = construct::find(&text, options());
        let masked = mask(&text, &found);
        let index = self.parts.len();
        self.parts.push(Part {
            source: source.clone(),
            masked,
            constructs: Vec::new(),
        });
        open.push(source.path.clone());
        let constructs = found.into_iter().map(|(range, construct)| {
            let construct = self.resolve(&source, &range, construct, open);
            (range, construct)
        });
        let constructs = constructs.collect();
        open.pop();
        self.parts[index].constructs = constructs;
        index
    }

    fn resolve(
        &mut self,
        source: &Source,
        range: &Range<usize>,
        construct: Construct,
        open: &mut Vec<SourcePath>,
    ) -> Construct {
        let span = source.span(range.clone());
        match construct {
            Construct::Include(mut found) => {
                let fragment = self.fragments.fragment(&source.path, &found.target);
                let full = open.len() > self.limits.include_depth
                    || self.parts.len() > self.limits.includes;
                match fragment {
                    Some(fragment) if open.contains(&fragment.path) => {
                        self.findings
                            .push(include::cycle(source, span, &found.target));
                    }
                    Some(_) if full => {
                        self.findings
                            .push(include::too_deep(source, span, &found.target));
                    }
                    Some(fragment) => {
                        let body = include::body(&fragment.text);
                        found.part = Some(self.part(fragment, body, open));
                    }
                    None => self
                        .findings
                        .push(include::missing(source, span, &found.target)),
                }
                Construct::Include(found)
            }
        }
    }
}

/// The text with everything before the body made blank, line by line.
fn blank_front_matter(text: &str, body: usize) -> Cow<'_, str> {
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
fn limit_nesting(text: &str, limit: usize) -> Cow<'_, str> {
    let deep = |line: &str| {
        line.bytes()
            .take_while(|b| b" \t>".contains(b))
            .filter(|b| *b == b'>')
            .count()
            > limit
    };
    if !text.split('\n').any(deep) {
        return Cow::Borrowed(text);
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

/// Puts a marker of the same length in the place of each construct: a comment where it fills its
/// lines, so that it is a block that can end a paragraph, else a tag, which stays in its line.
fn mask(text: &str, found: &[(Range<usize>, Construct)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, _) in found {
        out.push_str(&text[at..range.start]);
        let (open, close) = if alone(text, range) {
            ("<!--", "-->")
        } else {
            ("<z", ">")
        };
        out.push_str(open);
        for byte in text[range.start + open.len()..range.end - close.len()].bytes() {
            out.push(if matches!(byte, b'\n' | b'\r') {
                char::from(byte)
            } else {
                ' '
            });
        }
        out.push_str(close);
        at = range.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Whether nothing but container marks stands before a construct on its line, and nothing after.
fn alone(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].rsplit('\n').next().unwrap_or("");
    let after = text[range.end..].split('\n').next().unwrap_or("");
    let mark = |c: char| {
        c.is_whitespace() || matches!(c, '>' | '-' | '*' | '+' | '.' | ')') || c.is_ascii_digit()
    };
    range.len() >= 7 && before.chars().all(mark) && after.trim().is_empty()
}

/// The end tag that closes a start tag, to walk to the end of a container.
pub fn end_of(tag: &Tag<'_>) -> TagEnd {
    tag.to_end()
}
