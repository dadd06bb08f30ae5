//! What git says of pages that say nothing themselves: no date, and no commit of their source.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::catalog::documents::{Catalog, Document, Edition, RevisionId};
use crate::check::drift::testimony::SourceNow;
use crate::check::drift::verdict::{is_stamped, source_of};
use crate::cli::session::Session;
use crate::cli::sources::base;
use crate::config::SourceFolder;
use crate::document::revision::Revision;
use crate::io::git::history::History;
use crate::io::git::state::{Commit, SourceState, Stamp};
use crate::path::{SourcePath, below};
use crate::pipeline::inspect::Inspection;
use crate::pipeline::project::Project;
use crate::pipeline::since::Comparison;

/// The clones of a site's folders, opened when they are first asked, and all of history read once.
pub struct Clones<'a> {
    session: &'a Session,
    folders: Vec<SourceFolder>,
    opened: BTreeMap<String, Option<Opened>>,
}

/// A clone with the commit that changed each file last.
struct Opened {
    history: History,
    commits: BTreeMap<String, Commit>,
}

impl<'a> Clones<'a> {
    /// Opens none yet.
    pub fn new(session: &'a Session, project: &Project<'_>) -> Self {
        Self {
            session,
            folders: project.config.folders(),
            opened: BTreeMap::new(),
        }
    }

    /// The commit that changed a file last, and its path in the clone of its folder. None where
    /// there is no clone, or it does not have the file.
    fn last(&mut self, path: &SourcePath) -> Option<(String, &Opened, &Commit)> {
        let bases = self.folders.iter().map(base);
        let within = bases.filter(|within| below(path.as_str(), within).is_some());
        let within = within.max_by_key(String::len)?;
        let inner = below(path.as_str(), &within)?.to_owned();
        let root = &self.session.root;
        let opened = self.opened.entry(within.clone()).or_insert_with(|| {
            let history = History::open(&root.join(&within)).ok()?;
            let commits = history.last_commits("").ok()?;
            Some(Opened { history, commits })
        });
        let opened = opened.as_ref()?;
        let commit = opened.commits.get(&inner)?;
        Some((inner, opened, commit))
    }
}

/// Puts revisions of one locale that say nothing of their order in that of their last commits, and
/// says whether there were any: all of them, or those of some documents whose place is not known.
pub fn order(
    clones: &mut Clones<'_>,
    project: &Project<'_>,
    inspection: &mut Inspection,
    only: Option<&BTreeSet<Box<str>>>,
) -> bool {
    let catalog = &inspection.catalog;
    let documents = asked(catalog, only);
    let editions = documents.iter().flat_map(|d| d.editions.values());
    let tied = editions.flat_map(|edition| ties(edition, &catalog.revisions));
    let unknown = |id: &RevisionId| only.is_none() || catalog.revision(*id).history.is_none();
    let tied: Vec<RevisionId> = tied.filter(unknown).collect();
    let mut places = BTreeMap::new();
    for id in tied {
        let last = clones.last(catalog.revision(id).path());
        let place = last.and_then(|(_, _, commit)| u32::try_from(commit.place).ok());
        places.extend(place.map(|place| (id, place)));
    }
    if !places.is_empty() {
        inspection.place(&places, project);
    }
    !places.is_empty()
}

/// Documents by their ids, or all.
fn asked<'c>(catalog: &'c Catalog, only: Option<&BTreeSet<Box<str>>>) -> Vec<&'c Document> {
    let documents = catalog.documents.iter();
    match only {
        None => documents.map(|(_, document)| document).collect(),
        Some(only) => {
            let ids = only.iter();
            ids.filter_map(|id| catalog.documents.get(id)).collect()
        }
    }
}

/// Neighbours in an edition that no key of their own puts in order.
fn ties(edition: &Edition, revisions: &[Arc<Revision>]) -> Vec<RevisionId> {
    let key = |id: RevisionId| {
        let front = &revisions[id].front;
        (front.date, front.handoff, front.file_id)
    };
    let neighbours = edition.revisions.windows(2);
    let tied = neighbours.filter(|pair| key(pair[0]) == key(pair[1]));
    let mut ids: Vec<RevisionId> = tied.flatten().copied().collect();
    ids.dedup();
    ids
}

/// Notes what became of the sources of translations that have neither stamp nor date since the
/// commit that changed each of them last: the best that such trees can tell. Of all documents, or
/// of some.
pub fn ask(
    clones: &mut Clones<'_>,
    project: &Project<'_>,
    inspection: &mut Inspection,
    only: Option<&BTreeSet<Box<str>>>,
) {
    if project.config.source_locale.is_none() {
        return;
    }
    let mut found = Vec::new();
    let catalog = &inspection.catalog;
    let comparison = Comparison::new(project, catalog);
    for document in asked(catalog, only) {
        let Some(source) = source_of(document, catalog, project.config) else {
            continue;
        };
        let source = document.editions[source].current();
        for id in silent(document, &catalog.revisions, source) {
            let own = clones.last(catalog.revision(id).path());
            let Some((commit, day)) = own.map(|(_, _, commit)| (commit.id.clone(), commit.date))
            else {
                continue;
            };
            let asked = (catalog.revision(source).path(), commit.as_str());
            let since = since(clones, &comparison, (source, asked));
            found.extend(since.map(|(now, last)| (id, now, days(day, last))));
        }
    }
    for (id, now, days) in found {
        inspection.testimony.sources.insert(id, now);
        inspection.testimony.undated.insert(id, days);
    }
}

/// The current translations of an undated source that have neither date nor stamp.
fn silent(document: &Document, revisions: &[Arc<Revision>], source: RevisionId) -> Vec<RevisionId> {
    if revisions[source].front.date.is_some() {
        return Vec::new();
    }
    let currents = document.editions.values().map(Edition::current);
    let silent = currents.filter(|id| {
        let own = &revisions[*id];
        *id != source && own.front.date.is_none() && !is_stamped(own)
    });
    silent.collect()
}

/// What became of a source since a commit of its own clone, and the day of its last commit. None
/// where the clone does not tell.
fn since(
    clones: &mut Clones<'_>,
    comparison: &Comparison<'_>,
    (source, (path, commit)): (RevisionId, (&SourcePath, &str)),
) -> Option<(SourceNow, Date)> {
    let (inner, opened, last) = clones.last(path)?;
    let stamp = Stamp {
        path: inner,
        commit: commit.to_owned(),
    };
    let state = opened.history.changed_since(&[stamp]).pop()?;
    let now = match state {
        SourceState::Unchanged { .. } => SourceNow::Unchanged,
        SourceState::Changed { then, .. } => {
            let bytes = then.map_or_else(Vec::new, |text| text.bytes);
            comparison.since(source, bytes)
        }
        SourceState::Gone { .. } | SourceState::Unknown(_) => return None,
    };
    Some((now, last.date))
}

fn days(from: Date, to: Date) -> i64 {
    i64::from(from.until(to).map_or(0, |span| span.get_days())).max(0)
}
