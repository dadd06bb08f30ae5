//! The place of each page: its document's path, or a label beside it.

use crate::catalog::decide::{Key, newer};
use crate::catalog::documents::{Document, Edition, RevisionId};
use crate::document::revision::Revision;
use crate::import::documents::{Documents, Named, Note};
use crate::import::ground::Ground;
use crate::import::naming::id;
use crate::import::plan::{PlannedDocument, PlannedFile, State};

/// Gives every page of an import its place.
pub fn place(documents: &Documents, ground: &mut Ground<'_>) -> Vec<PlannedDocument> {
    let mut planned = Vec::new();
    for (key, document) in &documents.catalog.documents {
        let mut placing = Placing {
            documents,
            named: &documents.names[key],
            ground,
        };
        let files = placing.document(document);
        if !files.is_empty() {
            planned.push(PlannedDocument {
                document: placing.named.id.clone(),
                files,
            });
        }
    }
    planned.sort_by(|a, b| a.document.cmp(&b.document));
    planned
}

struct Placing<'p, 'g> {
    documents: &'p Documents,
    named: &'p Named,
    ground: &'p mut Ground<'g>,
}

/// One page on its way to its place.
#[derive(Clone, Copy)]
struct Page<'p> {
    revision: &'p Revision,
    note: &'p Note,
    form: Form,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Current,
    Superseded,
    /// The bilingual form of another revision.
    Bilingual,
}

/// What may be done with a place.
enum Answer {
    Free,
    /// Another revision has it.
    Taken,
    /// Something else has it that this file must not give way to silently.
    Conflict,
}

impl Placing<'_, '_> {
    fn document(&mut self, document: &Document) -> Vec<PlannedFile> {
        let mut files = Vec::new();
        for edition in document.editions.values() {
            let pages = pages(edition);
            for (form, id) in pages {
                files.extend(self.page(form, id));
            }
        }
        files
    }

    fn page(&mut self, form: Form, id: RevisionId) -> Option<PlannedFile> {
        let revision = self.documents.catalog.revision(id);
        let note = &self.documents.notes[revision.path()];
        let page = Page {
            revision,
            note,
            form,
        };
        let (from, to) = match (note.drop, &note.twice) {
            (None, None) => return None,
            (None, Some(from)) => (&**from, revision.path().as_str().to_owned()),
            (Some(_), _) => {
                let from = revision.path().as_str();
                (from, self.find(page)?)
            }
        };
        Some(PlannedFile {
            from: from.into(),
            to: to.into(),
            locale: revision.place.locale.clone(),
            date: revision.front.date,
            state: if form == Form::Current {
                State::Current
            } else {
                State::Superseded
            },
        })
    }

    /// Finds a place for a page. None where it is taken by a file that differs.
    fn find(&mut self, page: Page<'_>) -> Option<String> {
        let locale = &page.revision.place.locale;
        let stem = match (&page.note.own, &page.revision.front.document_id) {
            // A repository of Learn keeps its paths even where its pages say another id.
            (Some(own), Some(_)) => own,
            _ => &self.named.stem,
        };
        let plain = (page.form == Form::Current).then(|| format!("{locale}/{stem}.md"));
        let labelled = labels(page)
            .into_iter()
            .map(|label| format!("{locale}/{stem}@{label}.md"));
        let places: Vec<String> = plain.into_iter().chain(labelled).collect();
        for place in &places {
            match self.ask(place, page) {
                Answer::Free => return Some(self.ground.named(place)),
                Answer::Taken => {}
                Answer::Conflict => {
                    self.ground.conflict(page.revision.path().as_str(), place);
                    return None;
                }
            }
        }
        self.ground
            .conflict(page.revision.path().as_str(), &places[places.len() - 1]);
        None
    }

    fn ask(&mut self, place: &str, page: Page<'_>) -> Answer {
        let Some(standing) = self.ground.standing(place) else {
            return if self.ground.take(place) {
                Answer::Free
            } else {
                Answer::Taken
            };
        };
        // What has the same bytes is no page to be placed, so this one differs.
        let path = self.ground.named(standing.as_str());
        let revisions = &self.documents.catalog.revisions;
        let found = revisions.binary_search_by(|other| other.path().as_str().cmp(&path));
        let other = found.ok().map(|index| &*revisions[index]);
        let is_other_state = |other: &&Revision| {
            other.place.document == page.revision.place.document
                && other.place.locale == page.revision.place.locale
                && other.front.date.is_some()
                && newer(page.revision, other).1 != Key::Path
        };
        if other.filter(is_other_state).is_some() {
            Answer::Taken
        } else {
            Answer::Conflict
        }
    }
}

/// The pages of a locale, newest first, bilingual forms last.
fn pages(edition: &Edition) -> impl Iterator<Item = (Form, RevisionId)> {
    let form = |index| {
        if index == 0 {
            Form::Current
        } else {
            Form::Superseded
        }
    };
    let revisions = edition.revisions.iter().enumerate();
    let revisions = revisions.map(move |(index, id)| (form(index), *id));
    revisions.chain(
        edition
            .twins
            .iter()
            .map(|(_, twin)| (Form::Bilingual, *twin)),
    )
}

/// Labels for a revision, the best first: its date alone, with its commit, with a mark of its
/// bytes. The last is its own whatever else comes later.
fn labels(page: Page<'_>) -> Vec<String> {
    let revision = page.revision;
    let date = revision
        .front
        .date
        .map_or_else(|| "undated".to_owned(), |date| date.to_string());
    let date = if page.form == Form::Bilingual {
        format!("{date}-sxs")
    } else {
        date
    };
    let label = revision.place.label.as_deref().and_then(id);
    let mark = &revision.content.to_hex()[..8];
    let with_label = label.map(|label| format!("{date}-{label}"));
    [
        Some(date.clone()),
        with_label,
        Some(format!("{date}-{mark}")),
    ]
    .into_iter()
    .flatten()
    .collect()
}
