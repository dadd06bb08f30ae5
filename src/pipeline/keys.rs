//! What each page of a site is made from, as a key: where the key is that of an earlier run, so are
//! the bytes of the page.

use std::sync::OnceLock;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::catalog::documents::{Catalog, Document, Edition, RevisionId};
use crate::catalog::identity::{File, FileKind};
use crate::catalog::resolve::{Answer, Fragment};
use crate::document::revision::Revision;
use crate::locale::tag::Locale;
use crate::memo::{Key, Parts};
use crate::page::body::Resolve;
use crate::page::guide::{Wanted, neighbours};
use crate::page::links::PageLinks;
use crate::page::switch::Named;
use crate::path::{Route, SourcePath};
use crate::pipeline::before::PageKey;
use crate::pipeline::inspect::Inspection;
use crate::pipeline::intake::{Intake, Intakes};
use crate::pipeline::project::Project;
use crate::pipeline::render::{Job, Press};

/// The keys of a site.
pub struct Keys<'a> {
    inspection: &'a Inspection,
    /// All that links may lead to which nobody has read: made when a page asks for it.
    ends: OnceLock<Key>,
    /// The titles of all pages, and what they answer to.
    names: Key,
    /// What is said of each document in all its languages.
    documents: FxHashMap<&'a str, Key>,
}

/// What documents are made from.
struct Grounds<'a> {
    inspection: &'a Inspection,
    /// What every page is made from: settings, theme, words, which pages there are and how they
    /// are called.
    common: Key,
    /// The text of each revision with what it includes.
    texts: FxHashMap<&'a SourcePath, Key>,
}

impl<'a> Keys<'a> {
    /// The keys of a site, as this program makes it.
    pub fn new(project: &Project<'_>, inspection: &'a Inspection, program: &Key) -> Self {
        let read = inspection.intakes.par_iter();
        let text = |(path, intake): (&'a SourcePath, &'a Intake)| Some((path, text(intake)?));
        let grounds = Grounds {
            inspection,
            common: ground(project, inspection, program),
            texts: read.filter_map(text).collect(),
        };
        let documents = inspection.catalog.documents.par_iter();
        let keyed = |(id, document)| Some((id, grounds.document(id, document)?));
        Self {
            inspection,
            ends: OnceLock::new(),
            names: names(&inspection.catalog),
            documents: documents.filter_map(keyed).collect(),
        }
    }

    /// The key of a page; none for those that are made anew each time: there are few of them, and
    /// they speak of all others.
    pub fn page(&self, press: &Press<'_>, job: &Job<'_>) -> Option<PageKey> {
        let mut parts = Parts::default();
        let mut by_names = true;
        match job {
            Job::Guide(wanted) => by_names = self.guide(press, *wanted, &mut parts)?,
            Job::Changes { document, locale } => {
                parts.text("changes").text(&locale.tag());
                parts.key(&self.document(document)?);
                // It stands in no branch of its own.
                around(press, None, locale, &mut parts);
            }
            _ => return None,
        }
        Some(PageKey {
            whole: parts.finish(),
            by_names,
        })
    }

    /// The key of the document that a page is about; none for pages that are made anew each time.
    pub fn subject(&self, job: &Job<'_>) -> Option<Key> {
        match job {
            Job::Guide(Wanted { document, .. }) | Job::Changes { document, .. } => {
                self.document(document)
            }
            _ => None,
        }
    }

    /// The key of what every page of the site might take from the texts of others.
    pub fn surroundings(&self, press: &Press<'_>) -> Key {
        let desk = press.desk;
        let locales = self.inspection.catalog.locales.par_iter();
        let navigation: Vec<Key> = locales
            .map(|locale| (desk.directory)(locale).key())
            .collect();
        let shown: Vec<&SourcePath> = desk.resources.handed_on().collect();
        // Each is read for its address.
        let shown = shown.into_par_iter();
        let shown: Vec<(&SourcePath, Option<&str>)> =
            shown.map(|path| (path, address(press, path))).collect();
        let mut parts = Parts::default();
        parts.key(&self.names).packed(&navigation).packed(&shown);
        parts.finish()
    }

    /// The key of what is found in the links of a document by names.
    pub fn links(&self, id: &str) -> Option<Key> {
        let mut parts = Parts::default();
        Some(parts.key(&self.document(id)?).key(&self.names).finish())
    }

    /// The key of what is said of a document in all its languages.
    pub fn document(&self, id: &str) -> Option<Key> {
        self.documents.get(id).copied()
    }

    /// The keys of all documents.
    pub fn documents(&self) -> impl Iterator<Item = (&str, &Key)> {
        self.documents.iter().map(|(id, key)| (*id, key))
    }

    /// Adds what a guide is made from, and tells whether that is decided by names.
    fn guide(&self, press: &Press<'_>, wanted: Wanted<'_>, parts: &mut Parts) -> Option<bool> {
        let revision = self.inspection.catalog.revision(wanted.shown);
        parts.value(&wanted.kind).text(&wanted.locale.tag());
        parts.text(revision.path().as_str());
        parts.key(&self.document(wanted.document)?);
        around(press, Some(wanted.document), wanted.locale, parts);
        parts.packed(&neighbours(press.desk, wanted));
        let mut by_names = true;
        if revision.units > 0 || revision.unread_links {
            // Sentences of the source are shown too, and their links were not read.
            parts.key(
                self.ends
                    .get_or_init(|| ends(press, self.inspection, &self.names)),
            );
            by_names = false;
        }
        for link in &revision.links {
            let link = (revision.file(link.place), &*link.target);
            by_names &= target(press, link, wanted, parts);
        }
        Some(by_names)
    }
}

impl Grounds<'_> {
    fn document(&self, id: &str, document: &Document) -> Option<Key> {
        let catalog = &self.inspection.catalog;
        let mut parts = Parts::default();
        parts.key(&self.common).text(id);
        for revision in revisions(document) {
            let path = catalog.revision(revision).path();
            parts.text(path.as_str());
            parts.key(self.texts.get(path)?);
            self.said(revision, &mut parts);
        }
        Some(parts.finish())
    }

    /// What was read beside a revision.
    fn said(&self, id: RevisionId, parts: &mut Parts) {
        let testimony = &self.inspection.testimony;
        parts.value(&testimony.sources.get(&id));
        parts.value(&testimony.units.get(&id));
        parts.value(&testimony.reviews.get(&id));
        parts.value(&testimony.undated.get(&id));
        parts.value(&testimony.commits.get(&id));
    }
}

/// Where a link leads, as far as that depends on more than which pages there are: on the names of
/// sections, and on titles. Tells whether that is decided by names.
fn target(
    press: &Press<'_>,
    (from, target): (&SourcePath, &str),
    wanted: Wanted<'_>,
    parts: &mut Parts,
) -> bool {
    let links = PageLinks {
        desk: press.desk,
        locale: wanted.locale,
        document: wanted.document,
        revision: press.desk.resolver.catalog.revision(wanted.shown),
        is_superseded: false,
    };
    let answer = links.answer(from, target);
    let is_reference = target.starts_with("xref:");
    match &answer {
        Answer::Page { found, .. } if is_reference || target.contains('#') => {
            parts.value(&answer);
            if is_reference {
                parts.value(&links.title(from, target));
            }
            if *found == Fragment::Missing {
                // It may be the name that the section's partner has, which depends on two texts.
                parts.value(&links.link(from, target));
            }
        }
        Answer::Moved(_) => {
            parts.value(&links.link(from, target));
        }
        Answer::Resource(path) | Answer::OtherCase(path) => {
            parts.value(&address(press, path));
        }
        _ => {}
    }
    answer.is_by_names()
}

/// The address of a file that pages show: its name follows its content.
fn address<'p>(press: &'p Press<'_>, path: &SourcePath) -> Option<&'p str> {
    let desk = press.desk;
    desk.resources
        .route(desk.texts.reader, path)
        .map(Route::as_str)
}

/// What stands around a page: the branch of the navigation of its document, and the way to it.
fn around(press: &Press<'_>, document: Option<&str>, locale: &Locale, parts: &mut Parts) {
    let directory = (press.desk.directory)(locale);
    let branches = &directory.branches;
    parts.key(&branches.key(document, press.desk.draw));
    parts.packed(&document.map(|document| branches.trail_to(document)));
    parts.key(directory.key_of_parts());
}

/// The key of a text with those that it includes; none where it gave no revision.
pub(in crate::pipeline) fn text(intake: &Intake) -> Option<Key> {
    let own = Key::from(intake.revision.as_deref()?.content);
    if intake.includes.is_empty() {
        return Some(own);
    }
    let mut parts = Parts::default();
    parts.key(&own).value(&intake.includes);
    Some(parts.finish())
}

fn revisions(document: &Document) -> impl Iterator<Item = RevisionId> {
    document.editions.values().flat_map(Edition::all)
}

/// The key of everything that a site is made from, but for what clones say: of its files as they
/// are, before any is understood.
///
/// Pages that were read already are not read again.
pub fn site(project: &Project<'_>, program: &Key, read: Option<&Intakes>) -> Key {
    let mut parts = settings(project, program);
    parts.value(&project.findings);
    let of_file = |file: &File| {
        let known = read.and_then(|read| read.get(&file.path)?.revision.as_deref());
        match known {
            Some(revision) => Some(revision.content.into()),
            None => Some(Key::of(&project.reader.read(&file.path).ok()?)),
        }
    };
    let keys: Vec<Option<Key>> = project.files.par_iter().map(of_file).collect();
    for (file, content) in project.files.iter().zip(keys) {
        parts.packed(&(file, content));
    }
    parts.finish()
}

fn settings(project: &Project<'_>, program: &Key) -> Parts {
    let mut parts = Parts::default();
    parts.key(program).value(project.config);
    parts.value(&project.search).key(&project.scanners.key());
    for (path, bytes) in &project.theme {
        parts.text(path.as_str()).bytes(bytes);
    }
    for source in &project.messages {
        parts.text(source.path.as_str()).text(&source.text);
    }
    parts
}

fn ground(project: &Project<'_>, inspection: &Inspection, program: &Key) -> Key {
    let mut parts = settings(project, program);
    let of_file = |file: &File| {
        let is_read = || inspection.intakes.get(&file.path);
        let is_guide = || is_read().is_some_and(|intake| intake.revision.is_some());
        // What pages take from these is a part of their own keys.
        let known = match file.kind {
            FileKind::Page | FileKind::Data => is_guide(),
            FileKind::Fragment | FileKind::Resource | FileKind::Aside => true,
            FileKind::Navigation => false,
        };
        let bytes = (!known).then(|| project.reader.read(&file.path).ok());
        bytes.flatten().map(|bytes| Key::of(&bytes))
    };
    let contents: Vec<Option<Key>> = project.files.par_iter().map(of_file).collect();
    for (file, content) in project.files.iter().zip(contents) {
        parts.packed(&(file, content));
    }
    let revisions = inspection.catalog.revisions.par_iter();
    let structures: Vec<Key> = revisions.map(|revision| structure(revision)).collect();
    structures.iter().for_each(|structure| {
        parts.key(structure);
    });
    parts.value(&inspection.catalog.locales).finish()
}

/// What of a revision the addresses and links of others may depend on, but for titles and the names
/// of sections.
fn structure(revision: &Revision) -> Key {
    let mut parts = Parts::default();
    let front = &revision.front;
    parts.packed(&revision.place);
    parts.packed(&(front.date, front.handoff, front.file_id, &front.uid));
    parts.packed(&(&front.redirect, &front.versions, &front.pivots));
    parts.packed(&(front.unlisted, &front.source_locale, revision.history));
    parts.packed(&(revision.units > 0, revision.empty));
    parts.finish()
}

/// The titles of all pages, and the names that they answer to.
fn names(catalog: &Catalog) -> Key {
    let mut parts = Parts::default();
    for revision in &catalog.revisions {
        parts.key(&revision.names_key);
    }
    parts.finish()
}

/// The titles of all pages and the names that they answer to, those that sections have from their
/// partners too, and the addresses of all files that pages show.
fn ends(press: &Press<'_>, inspection: &Inspection, names: &Key) -> Key {
    let mut parts = Parts::default();
    let catalog = &inspection.catalog;
    parts.key(names);
    // One after the other: whoever waits for others here may take up a page that waits for this.
    for document in catalog.documents.values() {
        let reference = catalog.revision(document.reference);
        for id in document.editions.values().map(Edition::current) {
            let named = Named {
                pairings: &inspection.pairings,
                reference,
                id,
                own: catalog.revision(id),
            };
            parts.value(&named.aliases());
        }
    }
    for path in press.desk.resources.handed_on() {
        parts.packed(&(path, address(press, path)));
    }
    parts.finish()
}
