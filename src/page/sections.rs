//! The text of a page section by section, for comparing revisions.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use pulldown_cmark::{Event, TagEnd};

use crate::catalog::documents::RevisionId;
use crate::document::manuscript::{Dialect, Fragments, Manuscript, Piece, Placed};
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

/// The words of the pages that were made last: the page of their changes is made after them.
#[derive(Debug, Default)]
pub struct Recent(Mutex<VecDeque<(RevisionId, Vec<String>)>>);

/// Pages whose words are remembered.
const RECENT: usize = 64;

impl Recent {
    /// Remembers the words of a page, as [`texts`] gives them.
    pub fn note(&self, id: RevisionId, texts: Vec<String>) {
        let mut noted = self.noted();
        noted.truncate(RECENT - 1);
        noted.push_front((id, texts));
    }

    /// Gives up what is remembered of a page.
    pub fn take(&self, id: RevisionId) -> Option<Vec<String>> {
        let mut noted = self.noted();
        let at = noted.iter().position(|(noted, _)| *noted == id)?;
        noted.remove(at).map(|(_, texts)| texts)
    }

    fn noted(&self) -> MutexGuard<'_, VecDeque<(RevisionId, Vec<String>)>> {
        // A thread that died here leaves them whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The words of each section, paragraph by paragraph; the first is what precedes any heading. Code
/// stands between fences, as in Markdown.
pub fn texts(pieces: &[Placed<'_>]) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut units = Units::default();
    let mut heading = false;
    let mut code = 0;
    for placed in pieces {
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
            Event::Start(pulldown_cmark::Tag::CodeBlock(_)) => {
                end_block(&mut texts);
                code = texts.last().map_or(0, String::len);
            }
            Event::End(TagEnd::CodeBlock) => {
                units.end_block();
                fence(&mut texts, code);
            }
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

/// Puts fences around the code that the last text ends with, longer than any that it holds.
fn fence(texts: &mut [String], start: usize) {
    end_block(texts);
    let Some(last) = texts.last_mut() else {
        return;
    };
    let code = last.split_off(start.min(last.len()));
    let runs = code.split(|letter| letter != '`').map(str::len);
    let marks = "`".repeat(runs.max().unwrap_or(0).max(2) + 1);
    last.push_str(&format!("{marks}\n{code}{marks}\n"));
}

fn is_block(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph | TagEnd::Item | TagEnd::TableRow | TagEnd::TableHead
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_last_pages_are_given_once() {
        let recent = Recent::default();
        for id in 0..=RECENT {
            recent.note(id, vec![id.to_string()]);
        }
        assert_eq!(recent.take(0), None, "too many pages were made since");
        assert_eq!(recent.take(1), Some(vec!["1".to_owned()]));
        assert_eq!(recent.take(1), None);
        assert_eq!(recent.take(RECENT), Some(vec![RECENT.to_string()]));
    }
}
