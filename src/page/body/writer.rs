//! Walks over the pieces of a page and writes each as HTML.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::config::Html;
use crate::document::manuscript::{Manuscript, Piece, Placed};
use crate::document::units::Units;
use crate::finding::Finding;
use crate::page::body::code::Block;
use crate::page::body::dated::{self, Mark};
use crate::page::body::elements::Elements;
use crate::page::body::footnotes::Footnotes;
use crate::page::body::heading::{Heading, Lookup};
use crate::page::body::ids::Ids;
use crate::page::body::links::{Anchor, Image};
use crate::page::body::tables::Table;
use crate::page::body::tabs::TabGroup;
use crate::page::body::{Body, Setting, escape, sanitize};

/// The page as far as it is written, and what is open at the place reached.
pub struct Writer<'a> {
    /// What is written.
    pub manuscript: &'a Manuscript,
    /// What is known around it.
    pub setting: &'a Setting<'a>,
    /// The HTML so far.
    pub out: String,
    /// What was wrong so far.
    pub findings: Vec<Finding>,
    /// Ids that are given out.
    pub ids: Ids,
    /// Elements of raw HTML that are open.
    pub elements: Elements,
    /// Translation units that are open.
    pub units: Units,
    /// Headings met so far.
    pub sections: usize,
    /// The heading that is open.
    pub heading: Option<Heading>,
    /// What stands at headings.
    pub lookup: Lookup<'a>,
    /// Links that are open.
    pub links: Vec<Anchor>,
    /// Whether the link that is open has a title in the place of its own words.
    pub titled: bool,
    pub image: Option<Image>,
    /// The block of code that is open.
    pub code: Option<Block>,
    /// Tables that are open.
    pub tables: Vec<Table>,
    /// Those that were referred to.
    pub footnotes: Footnotes,
    /// Descriptions that are open.
    pub described: usize,
    /// Groups of tabs so far.
    pub tabs: usize,
    /// Groups of tabs that are open.
    pub tab_groups: Vec<TabGroup>,
    /// The block of raw HTML at hand.
    pub html: Option<String>,
    /// Whether the page has raw HTML that wants a second look when it is done.
    pub gated: bool,
    /// Dates still to come, the last first.
    marks: Vec<Mark>,
    /// Whether a date is open.
    dated: bool,
}

impl<'a> Writer<'a> {
    /// Begins at the top of a page.
    pub fn new(
        manuscript: &'a Manuscript,
        pieces: &[Placed<'_>],
        setting: &'a Setting<'a>,
    ) -> Self {
        let mut marks = dated::plan(pieces, setting.revision);
        marks.reverse();
        Self {
            manuscript,
            setting,
            out: String::with_capacity(pieces.len() * 24),
            findings: Vec::new(),
            ids: Ids::new(setting.revision),
            elements: Elements::default(),
            units: Units::default(),
            sections: 0,
            heading: None,
            lookup: Lookup::new(setting),
            links: Vec::new(),
            titled: false,
            image: None,
            code: None,
            tables: Vec::new(),
            footnotes: Footnotes::default(),
            described: 0,
            tabs: 0,
            tab_groups: Vec::new(),
            html: None,
            gated: false,
            marks,
            dated: false,
        }
    }

    /// Writes a piece.
    pub fn piece(&mut self, index: usize, placed: &Placed<'_>) {
        match &placed.piece {
            Piece::Markdown(event) => self.event(event, index, placed),
            Piece::Open(container) => self.open(container, placed),
            Piece::Close(container) => self.close(container),
            Piece::Construct(construct) => self.construct(construct, placed),
            Piece::Problem(_) => {}
        }
    }

    /// Ends the page: what raw HTML left open, its footnotes, and the second look at raw HTML.
    pub fn finish(mut self) -> Body {
        self.elements.leave(&mut self.out);
        self.end_section(self.sections.checked_sub(1));
        self.write_footnotes();
        let html = if self.gated && self.setting.html == Html::Sanitize {
            sanitize::gate(&self.out)
        } else {
            self.out
        };
        Body {
            html,
            findings: self.findings,
        }
    }

    fn event(&mut self, event: &Event<'_>, index: usize, placed: &Placed<'_>) {
        if self.image.is_some() {
            self.image_event(event, placed);
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, placed),
            Event::End(tag) => self.end(*tag, placed),
            Event::Text(text) => self.text(text, index),
            Event::Code(code) => self.inline_code(code),
            Event::InlineHtml(html) => self.inline_html(html, placed),
            Event::Html(html) => self.html.get_or_insert_default().push_str(html),
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::TaskListMarker(done) => self.task(*done),
            Event::FootnoteReference(name) => self.footnote_reference(name),
            Event::DisplayMath(text) | Event::InlineMath(text) => self.math(text),
        }
    }

    fn start(&mut self, tag: &Tag<'_>, placed: &Placed<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.start_heading(*level as u8),
            Tag::CodeBlock(kind) => self.start_code(kind),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead | Tag::TableRow | Tag::TableCell => self.start_in_table(tag),
            Tag::FootnoteDefinition(name) => self.start_footnote(name),
            Tag::Link { .. } => self.start_link(tag, placed),
            Tag::Image { .. } => self.start_image(tag),
            Tag::HtmlBlock => self.html = Some(String::new()),
            _ => self.start_plain(tag),
        }
        if !matches!(tag, Tag::Image { .. } | Tag::HtmlBlock) {
            self.elements.enter();
        }
    }

    fn end(&mut self, tag: TagEnd, placed: &Placed<'_>) {
        if tag == TagEnd::HtmlBlock {
            self.html_block(placed);
            return;
        }
        self.elements.leave(&mut self.out);
        match tag {
            TagEnd::Heading(level) => self.end_heading(level as u8),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell => {
                self.end_in_table(tag);
            }
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::Link => self.end_link(),
            _ => self.end_plain(tag),
        }
        self.elements.settle(&mut self.out);
    }

    /// Text, with the dates that begin or end in it.
    fn text(&mut self, text: &str, index: usize) {
        if let Some(code) = &mut self.code {
            code.text.push_str(text);
            return;
        }
        if self.units.is_stray() || self.titled {
            return;
        }
        let mut done = 0;
        while let Some(mark) = self.marks.last().copied().filter(|m| m.piece <= index) {
            self.marks.pop();
            let byte = mark.byte.min(text.len());
            if mark.piece == index && byte >= done && text.is_char_boundary(byte) {
                escape::text(&mut self.out, &text[done..byte]);
                done = byte;
            }
            // A date that began in text which is not shown does not begin here instead.
            if mark.piece == index || mark.begins.is_none() {
                self.date_mark(mark);
            }
        }
        escape::text(&mut self.out, &text[done..]);
    }

    fn date_mark(&mut self, mark: Mark) {
        let date = mark
            .begins
            .and_then(|at| self.setting.revision.dates.get(at));
        if let Some(date) = date {
            dated::start_tag(&mut self.out, date);
            self.dated = true;
        } else if std::mem::take(&mut self.dated) {
            self.out.push_str("</time>");
        }
    }
}
