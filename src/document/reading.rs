//! Reads a manuscript once, from top to bottom, into what is kept of a revision.

pub mod bounds;
mod constructs;
mod heading;
mod html;

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag as Markdown, TagEnd};

use crate::document::manuscript::{Manuscript, Piece, Placed, is_block};
use crate::document::outline::{Section, make_unique};
use crate::document::prose::Prose;
use crate::document::reading::bounds::Counted;
use crate::document::revision::{Link, LinkKind, Place};
use crate::document::shape::{Block, Shape, ShapeBuilder};
use crate::document::suppression::Suppressions;
use crate::document::units::Units;
use crate::finding::Finding;

/// What one walk over a page gives.
pub struct Reading {
    /// In order.
    pub sections: Vec<Section>,
    /// One more than sections: the first is of what precedes the first heading.
    pub shapes: Vec<Shape>,
    /// In order.
    pub links: Vec<Link>,
    /// Anchors and ids that are not those of headings.
    pub anchors: Vec<Box<str>>,
    /// Comments that silence findings.
    pub suppressions: Suppressions,
    /// How many translation units there are.
    pub units: u32,
    /// Whether it may have links that are not among these: in raw HTML, or beyond the most.
    pub unread_links: bool,
    /// The prose of each part.
    pub prose: Vec<Prose>,
    /// Where each section begins: part and byte, in reading order.
    pub starts: Vec<(usize, usize)>,
    /// The section in which each part begins.
    pub entered: Vec<Option<u16>>,
    /// What is wrong with constructs.
    pub findings: Vec<Finding>,
}

impl Reading {
    /// The bytes of a part at which sections begin, in order, with the indexes of the sections.
    pub fn starts_in(&self, part: usize) -> Vec<(usize, usize)> {
        let starts = self.starts.iter().enumerate();
        let here = starts.filter(|(_, start)| start.0 == part);
        here.map(|(index, start)| (start.1, index)).collect()
    }
}

/// Walks over the pieces of a page.
pub fn read(manuscript: &Manuscript, pieces: &[Placed<'_>]) -> Reading {
    let length = |part: &crate::document::manuscript::Part| Prose::new(part.source.text.len());
    let mut walk = Walk {
        manuscript,
        reading: Reading {
            sections: Vec::new(),
            shapes: Vec::new(),
            links: Vec::new(),
            anchors: Vec::new(),
            suppressions: Suppressions::default(),
            units: 0,
            unread_links: false,
            prose: manuscript.parts.iter().map(length).collect(),
            starts: Vec::new(),
            entered: vec![None; manuscript.parts.len()],
            findings: Vec::new(),
        },
        part: 0,
        shape: ShapeBuilder::new(0),
        units: Units::default(),
        heading: None,
        code: None,
        lists: Vec::new(),
        table: None,
        html: String::new(),
        full: Vec::new(),
    };
    for placed in pieces {
        walk.piece(placed);
    }
    walk.reading
        .shapes
        .push(std::mem::take(&mut walk.shape).finish());
    make_unique(&mut walk.reading.sections, &walk.reading.anchors);
    walk.reading
}

struct Walk<'a> {
    manuscript: &'a Manuscript,
    reading: Reading,
    shape: ShapeBuilder,
    units: Units,
    heading: Option<Heading>,
    /// The language and text of the code block at hand.
    code: Option<(String, String)>,
    /// Items so far of each open list.
    lists: Vec<usize>,
    /// Rows and columns so far.
    table: Option<(usize, usize)>,
    html: String,
    part: usize,
    /// Of what there is as much as a page may have.
    full: Vec<Counted>,
}

#[derive(Default)]
struct Heading {
    title: String,
    name: Option<String>,
    id: Option<String>,
}

impl Walk<'_> {
    fn piece(&mut self, placed: &Placed<'_>) {
        if placed.part > self.part {
            // Parts are numbered in the order in which they are met.
            self.part = placed.part;
            self.reading.entered[placed.part] = self.section();
        }
        match &placed.piece {
            Piece::Markdown(event) => self.event(event, placed),
            Piece::Open(container) => {
                let source = self.manuscript.source(placed);
                self.reading.suppressions.block(source, placed);
                self.open(container, placed);
            }
            Piece::Close(_) => self.shape.pause(),
            Piece::Construct(construct) => self.construct(construct, placed),
            Piece::Problem(problem) => {
                let source = self.manuscript.source(placed);
                let span = source.span(placed.range.clone());
                let finding = problem.rule.at(&source.path, span, &*problem.message);
                self.reading.findings.push(finding.help(problem.help));
            }
        }
    }

    fn event(&mut self, event: &Event<'_>, placed: &Placed<'_>) {
        match event {
            Event::Start(tag) => {
                if is_block(tag.to_end()) {
                    let source = self.manuscript.source(placed);
                    self.reading.suppressions.block(source, placed);
                }
                self.start(tag, placed);
            }
            Event::End(tag) => self.end(*tag, placed),
            Event::Text(text) if self.code.is_some() => self.code_text(text),
            Event::Text(text) => self.text(text, placed),
            Event::Code(code) => self.inline_code(code, placed),
            Event::SoftBreak | Event::HardBreak => self.space(placed),
            Event::InlineHtml(html) => {
                let source = self.manuscript.source(placed);
                self.reading.suppressions.comment(html, source, placed);
                self.note_unread(html);
                self.tag(html, placed);
            }
            Event::Html(html) => {
                let source = self.manuscript.source(placed);
                self.reading.suppressions.comment(html, source, placed);
                self.note_unread(html);
                self.html.push_str(html);
            }
            Event::InlineMath(text) | Event::DisplayMath(text) => self.inline_code(text, placed),
            Event::Rule => self.shape.block(Block::Rule),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Markdown<'_>, placed: &Placed<'_>) {
        match tag {
            Markdown::Heading { .. } if !self.has_room(Counted::Headings, placed) => {
                self.shape.block(Block::Paragraph);
            }
            Markdown::Heading { level, id, .. } => {
                let finished = std::mem::take(&mut self.shape).finish();
                self.reading.shapes.push(finished);
                self.shape = ShapeBuilder::new(*level as u8);
                let id = id.as_ref().map(|id| id.to_string());
                self.heading = Some(Heading {
                    id,
                    ..Heading::default()
                });
            }
            Markdown::Paragraph => self.shape.block(Block::Paragraph),
            Markdown::BlockQuote(_) => self.shape.block(Block::Quote),
            Markdown::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or(""),
                    CodeBlockKind::Indented => "",
                };
                self.code = Some((language.to_owned(), String::new()));
            }
            Markdown::List(_) => self.lists.push(0),
            Markdown::Item => {
                self.shape.block(Block::Item);
                if let Some(items) = self.lists.last_mut() {
                    *items += 1;
                }
            }
            Markdown::Table(columns) => self.table = Some((0, columns.len())),
            Markdown::TableHead | Markdown::TableRow => {
                if let Some((rows, _)) = &mut self.table {
                    *rows += 1;
                }
            }
            Markdown::Link {
                link_type: LinkType::Email,
                dest_url,
                ..
            } => self.link(&format!("mailto:{dest_url}"), LinkKind::Link, placed),
            Markdown::Link { dest_url, .. } => self.link(dest_url, LinkKind::Link, placed),
            Markdown::Image { dest_url, .. } => self.link(dest_url, LinkKind::Image, placed),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, placed: &Placed<'_>) {
        match tag {
            TagEnd::Heading(level) => self.end_heading(level as u8, placed),
            TagEnd::CodeBlock => {
                if let Some((language, text)) = self.code.take() {
                    self.shape.code(&language, &text);
                }
            }
            TagEnd::List(_) => {
                let items = self.lists.pop().unwrap_or(0);
                self.shape.list(items);
            }
            TagEnd::Table => {
                let (rows, columns) = self.table.take().unwrap_or((0, 0));
                self.shape.table(rows, columns);
                self.prose(placed).told(placed.range.clone());
            }
            TagEnd::HtmlBlock => self.html_block(placed),
            TagEnd::TableCell => self.shape.pause(),
            _ => {}
        }
        if is_block(tag) {
            self.units.end_block();
            self.prose(placed).end_block(&placed.range);
        }
    }

    fn text(&mut self, text: &str, placed: &Placed<'_>) {
        if self.units.in_source() {
            return;
        }
        match &mut self.heading {
            Some(heading) => heading.title.push_str(text),
            None => self.shape.text(text),
        }
        self.prose(placed).text(placed.range.clone(), text);
    }

    fn space(&mut self, placed: &Placed<'_>) {
        match &mut self.heading {
            Some(heading) => heading.title.push(' '),
            None => self.shape.pause(),
        }
        self.prose(placed).space(placed.range.start);
    }

    fn code_text(&mut self, text: &str) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(text);
        }
    }

    fn inline_code(&mut self, code: &str, placed: &Placed<'_>) {
        if self.units.in_source() {
            return;
        }
        match &mut self.heading {
            Some(heading) => heading.title.push_str(code),
            None => self.shape.inline_code(code),
        }
        self.prose(placed).opaque(placed.range.start);
    }

    fn link(&mut self, target: &str, kind: LinkKind, placed: &Placed<'_>) {
        if self.units.in_source() {
            return;
        }
        match kind {
            LinkKind::Link => self.shape.link(target),
            LinkKind::Image => {
                self.shape.image(target);
                self.prose(placed).opaque(placed.range.start);
            }
        }
        if !self.has_room(Counted::Links, placed) {
            self.reading.unread_links = true;
            return;
        }
        let section = self.section();
        let range = written_target(self.manuscript.text(placed), &placed.range, target);
        let span = self.manuscript.source(placed).span(range);
        let part = u16::try_from(placed.part).unwrap_or(u16::MAX);
        let place = Place { part, span };
        self.reading.links.push(Link {
            target: target.into(),
            kind,
            place,
            section,
        });
    }

    /// The section at hand; within a heading it is the one that it opens.
    fn section(&self) -> Option<u16> {
        let opening = usize::from(self.heading.is_some());
        let index = (self.reading.sections.len() + opening).checked_sub(1)?;
        u16::try_from(index).ok()
    }

    fn prose(&mut self, placed: &Placed<'_>) -> &mut Prose {
        &mut self.reading.prose[placed.part]
    }
}

/// The bytes of a link's target, so that a fix replaces it alone; those of the whole link where the
/// target stands elsewhere (a reference) or is written with escapes.
fn written_target(link: &str, range: &Range<usize>, target: &str) -> Range<usize> {
    let open = memchr::memmem::rfind(link.as_bytes(), b"](").filter(|_| !target.is_empty());
    let found = open.and_then(|open| {
        let inner = open + "](".len();
        // Nearly always the target follows at once; a search for a long one first studies it.
        if link[inner..].starts_with(target) && !target.starts_with([']', '(']) {
            return Some(inner);
        }
        Some(open + memchr::memmem::find(&link.as_bytes()[open..], target.as_bytes())?)
    });
    found.map_or(range.clone(), |at| {
        let start = range.start + at;
        start..start + target.len()
    })
}

/// A range without the white space at the end of its text.
fn trimmed(text: &str, range: &Range<usize>) -> Range<usize> {
    range.start..range.start + text.trim_end().len()
}
