//! The text of a page section by section, for comparing revisions.

use std::sync::Arc;

use pulldown_cmark::{Event, TagEnd};

use crate::document::manuscript::{Dialect, Fragments, Manuscript, Piece};
use crate::document::revision::Revision;
use crate::document::tag::Tag;
use crate::document::units::Units;
use crate::document::yaml;
use crate::source::Reader;

/// Where the texts of revisions come from: the catalog does not keep them.
#[derive(Clone, Copy)]
pub struct Texts<'a> {
    /// The door to the files.
    pub reader: &'a dyn Reader,
    /// Where fragments come from.
    pub fragments: &'a dyn Fragments,
    /// How Markdown is read.
    pub dialect: &'a Arc<Dialect>,
}

impl Texts<'_> {
    /// The text of a revision with its fragments. None where its file has gone meanwhile.
    pub fn manuscript(&self, revision: &Revision) -> Option<Manuscript> {
        let bytes = self.reader.read(revision.path()).ok()?;
        let source = Arc::new(yaml::read(revision.path(), bytes).value);
        let body = revision.front.body.min(source.text.len());
        if !source.text.is_char_boundary(body) {
            return None;
        }
        Some(Manuscript::read(source, body, self.fragments, self.dialect))
    }
}

/// The words of each section, paragraph by paragraph; the first is what precedes any heading.
pub fn texts(manuscript: &Manuscript) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut units = Units::default();
    let mut heading = false;
    for placed in manuscript.pieces() {
        let Piece::Markdown(event) = &placed.piece else {
            continue;
        };
        match event {
            Event::Start(pulldown_cmark::Tag::Heading { .. }) => {
                heading = true;
                texts.push(String::new());
            }
            Event::End(TagEnd::Heading(_)) => heading = false,
            Event::InlineHtml(html) => {
                if let Some(tag) = Tag::parse(html) {
                    units.step(&tag);
                }
            }
            _ if heading || units.in_source() => {}
            Event::Text(text) | Event::Code(text) => push(&mut texts, text),
            Event::SoftBreak | Event::HardBreak => push(&mut texts, " "),
            // A row of a table is one line.
            Event::End(TagEnd::TableCell) => {
                units.end_block();
                push(&mut texts, " · ");
            }
            Event::End(tag) if is_block(*tag) => {
                units.end_block();
                end_block(&mut texts);
            }
            _ => {}
        }
    }
    texts
        .iter_mut()
        .for_each(|text| text.truncate(text.trim_end().len()));
    texts
}

fn push(texts: &mut [String], text: &str) {
    if let Some(last) = texts.last_mut() {
        last.push_str(text);
    }
}

fn end_block(texts: &mut [String]) {
    if let Some(last) = texts
        .last_mut()
        .filter(|last| !last.is_empty() && !last.ends_with('\n'))
    {
        let cells = last.trim_end_matches(" · ").len();
        last.truncate(cells);
        last.push('\n');
    }
}

fn is_block(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::TableRow | TagEnd::TableHead
    )
}
