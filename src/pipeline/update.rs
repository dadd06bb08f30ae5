//! Brings what is known of a tree up to date with files that changed, and reads no others.
//!
//! What follows is as if the whole tree had been read again: a page is a function of its bytes, of
//! what it includes and of the settings, so those of other pages stand. Whoever changes settings
//! has to begin anew.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::catalog::documents::{Catalog, Document};
use crate::catalog::identity::{File, FileKind};
use crate::catalog::index::Index;
use crate::document::revision::Revision;
use crate::path::SourcePath;
use crate::pipeline::fragments::Shelf;
use crate::pipeline::inspect::{self, Inspection};
use crate::pipeline::intake::{Intake, Intakes};
use crate::pipeline::project::Project;
use crate::pipeline::read;

/// What became of the files of a project since they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that were there and are, whose bytes may be others.
    pub written: BTreeSet<SourcePath>,
    /// Files that came or went.
    pub moved: BTreeSet<SourcePath>,
}

/// What a change of files meant for the catalog.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Affected {
    /// Documents that have another text, more or fewer, by their ids.
    pub documents: BTreeSet<Box<str>>,
    /// A title is another.
    pub retitled: bool,
    /// Documents were brought together anew, and revisions may have other ids.
    pub regrouped: bool,
}

impl Changes {
    /// Whether a file is one of them.
    pub fn has(&self, path: &SourcePath) -> bool {
        self.written.contains(path) || self.moved.contains(path)
    }

    /// All of them.
    pub fn paths(&self) -> impl Iterator<Item = &SourcePath> {
        self.written.iter().chain(&self.moved)
    }
}

impl Inspection {
    /// Takes pages that were read before by settings that read them in the same way, and follows the
    /// files since. What speaks of pages beside them is read of those that changed alone.
    pub fn since(project: &Project<'_>, intakes: Intakes, changes: &Changes) -> Self {
        let mut inspection = Self::over(project, intakes);
        inspection.update(project, changes);
        inspection
    }

    /// Follows a project whose files changed; the project lists the files that it has now.
    ///
    /// What history says of the documents affected is forgotten: whoever asked a clone asks again.
    pub fn update(&mut self, project: &Project<'_>, changes: &Changes) -> Affected {
        let shelf = Shelf::new(project.reader, &project.files, project.config);
        let stale = self.stale(project, &shelf, changes);
        let read = read::pages(project, &stale, &shelf, None);
        let gone: Vec<SourcePath> = changes
            .paths()
            .filter(|path| self.intakes.contains_key(*path) && !is_page(project, path))
            .cloned()
            .collect();
        let mut affected = Affected::default();
        for path in gone {
            self.take_out(&path, &mut affected);
        }
        self.put_in(read, &mut affected);
        if affected.regrouped {
            self.regroup(project, &mut affected);
        } else if !changes.moved.is_empty() {
            self.index = Arc::new(Index::new(&self.catalog, project.config, &project.files));
        }
        self.pairings.renew(&self.catalog);
        self.ask_again(project, &affected);
        affected
    }

    /// The pages to read: those that changed, and those that include another text than before.
    fn stale<'p>(
        &self,
        project: &'p Project<'_>,
        shelf: &Shelf<'_>,
        changes: &Changes,
    ) -> Vec<&'p File> {
        let own = changes.paths().filter(|path| is_page(project, path));
        let mut stale: BTreeSet<&SourcePath> = own.collect();
        for (path, intake) in &self.intakes {
            let other = intake.includes.iter().any(|include| {
                let changed = include.found.as_ref().is_some_and(|path| changes.has(path));
                changed
                    || !changes.moved.is_empty()
                        && shelf.find(&include.from, &include.target) != include.found
            });
            if other {
                stale.insert(path);
            }
        }
        let stale = stale.into_iter();
        stale.filter_map(|path| project.file(path)).collect()
    }

    fn take_out(&mut self, path: &SourcePath, affected: &mut Affected) {
        let Some(intake) = self.intakes.remove(path) else {
            return;
        };
        if let Some(revision) = intake.revision {
            affected.documents.insert(revision.place.document.clone());
            affected.regrouped = true;
        }
    }

    fn put_in(&mut self, read: Intakes, affected: &mut Affected) {
        for (path, intake) in read {
            let known = self.intakes.get(&path);
            if known.is_some_and(|known| is_same(known, &intake)) {
                continue;
            }
            let before = known.and_then(|known| known.revision.as_deref());
            affected.note(before, intake.revision.as_deref());
            match (before.is_some(), &intake.revision) {
                (true, Some(now)) if !affected.regrouped => {
                    affected.regrouped = !self.catalog.replace(now);
                }
                (false, None) => {}
                _ => affected.regrouped = true,
            }
            self.intakes.insert(path, intake);
        }
    }

    fn regroup(&mut self, project: &Project<'_>, affected: &mut Affected) {
        let revisions = self.intakes.values();
        let mut revisions: Vec<Arc<Revision>> = revisions
            .filter_map(|intake| intake.revision.clone())
            .collect();
        for revision in &mut revisions {
            let known = self.catalog.id(revision.path());
            let place = known.and_then(|id| self.catalog.revision(id).history);
            if place.is_some() {
                Arc::make_mut(revision).history = place;
            }
        }
        let catalog = Catalog::new(revisions, project.config);
        let before = std::mem::replace(&mut self.catalog, catalog);
        if before.locales != self.catalog.locales {
            // Each document stands to a locale more or less.
            affected
                .documents
                .extend(self.catalog.documents.keys().map(Box::from));
        }
        let to = |id: usize| self.catalog.id(before.revision(id).path());
        self.testimony = std::mem::take(&mut self.testimony).moved(&to);
        self.index = Arc::new(Index::new(&self.catalog, project.config, &project.files));
    }

    /// Reads once more what is read beside the pages of documents.
    pub fn ask_again(&mut self, project: &Project<'_>, affected: &Affected) {
        let catalog = &self.catalog;
        let documents = affected.documents.iter();
        let documents: Vec<&Document> = documents
            .filter_map(|id| catalog.documents.get(id))
            .collect();
        for edition in documents.iter().flat_map(|entry| entry.editions.values()) {
            edition.all().for_each(|id| self.testimony.forget(id));
        }
        let said = inspect::testimony(project, catalog, &documents);
        self.testimony.extend(said);
    }
}

impl Affected {
    fn note(&mut self, before: Option<&Revision>, now: Option<&Revision>) {
        for revision in before.into_iter().chain(now) {
            self.documents.insert(revision.place.document.clone());
        }
        self.retitled |= before.map(Revision::title) != now.map(Revision::title);
    }
}

fn is_page(project: &Project<'_>, path: &SourcePath) -> bool {
    let file = project.file(path);
    file.is_some_and(|file| matches!(file.kind, FileKind::Page | FileKind::Data))
}

/// Whether reading gave what it gave before: editors write files that they did not change.
fn is_same(known: &Intake, now: &Intake) -> bool {
    let content = |intake: &Intake| Some(intake.revision.as_ref()?.content);
    known.includes == now.includes && content(known).is_some() && content(known) == content(now)
}
