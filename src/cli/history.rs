//! Asks the clones of a site what became of the sources since they were translated.

use std::collections::BTreeMap;
use std::time::Instant;

use rayon::prelude::*;

use crate::catalog::documents::{Catalog, Document, RevisionId};
use crate::catalog::identity::File;
use crate::check::drift::testimony::SourceNow;
use crate::check::drift::verdict::source_of;
use crate::cli::memory::Memory;
use crate::cli::session::Session;
use crate::cli::sources::base;
use crate::cli::status::told;
use crate::cli::undated::{self, Clones};
use crate::config::SourceFolder;
use crate::io::git::history::{History, blob_ids};
use crate::io::git::state::{Reason, SourceState, Stamp};
use crate::locale::tag::Locale;
use crate::messages::Argument;
use crate::path::{SourcePath, below};
use crate::pipeline::inspect::Inspection;
use crate::pipeline::project::Project;
use crate::pipeline::recall::Recall;
use crate::pipeline::since::Comparison;
use crate::pipeline::stamped::StampedFragments;
use crate::pipeline::update::Affected;
use crate::source::Reader;

/// A translation that names the commit of its source.
struct Asked {
    id: RevisionId,
    /// The source of today; none where it is gone.
    source: Option<RevisionId>,
    path: SourcePath,
    commit: String,
}

/// Reads the pages of a project, and what history says of them.
pub fn inspect(session: &Session, project: &Project<'_>) -> Inspection {
    let memory = Memory::of(session);
    let bytes = memory.read();
    let recall = memory.recall(project, &bytes);
    inspect_recalling(project, (&memory, recall.as_ref()), session)
}

/// The same, with what was read in an earlier run.
pub fn inspect_recalling(
    project: &Project<'_>,
    (memory, recall): (&Memory<'_>, Option<&Recall<'_>>),
    session: &Session,
) -> Inspection {
    let start = Instant::now();
    let reading = session.words.text("cli-reading", &[]);
    session.progress.begin(reading, Some(project.files.len()));
    let mut inspection = Inspection::of_pages(project, recall);
    let mut clones = Clones::new(session, project);
    complete(session, project, (&mut inspection, &mut clones));
    memory.pair(project, &inspection);
    session.progress.clear();
    session
        .voice
        .detail(&read(session, project, &inspection, start));
    inspection
}

/// Adds to pages what stands beside them and what clones say, in place of what was said before.
pub fn complete(
    session: &Session,
    project: &Project<'_>,
    (inspection, clones): (&mut Inspection, &mut Clones<'_>),
) {
    undated::order(clones, project, inspection, None);
    inspection.testify(project);
    ask(session, project, inspection);
    undated::ask(clones, project, inspection, None);
}

/// Follows documents that changed, while the clones stand as they stood.
pub fn follow(
    session: &Session,
    project: &Project<'_>,
    (inspection, clones): (&mut Inspection, &mut Clones<'_>),
    affected: &mut Affected,
) {
    if undated::order(clones, project, inspection, Some(&affected.documents)) {
        affected.regrouped = true;
        inspection.ask_again(project, affected);
    }
    ask_again(session, project, (inspection, affected));
    undated::ask(clones, project, inspection, Some(&affected.documents));
}

/// Notes what became of the source of each translation that names a commit.
fn ask(session: &Session, project: &Project<'_>, inspection: &mut Inspection) {
    let documents: Vec<&Document> = inspection.catalog.documents.values().collect();
    let found = sources(session, project, (&inspection.catalog, &documents));
    inspection.testimony.sources.extend(found);
}

/// Notes it anew for documents that changed.
fn ask_again(
    session: &Session,
    project: &Project<'_>,
    (inspection, affected): (&mut Inspection, &Affected),
) {
    let catalog = &inspection.catalog;
    let affected = affected.documents.iter();
    let documents: Vec<&Document> = affected
        .filter_map(|id| catalog.documents.get(id))
        .collect();
    if asked(project, (catalog, &documents)).is_empty() {
        return;
    }
    let folders = project.config.folders();
    if !folders.iter().all(|folder| is_named(session, folder)) {
        // Whether a repository is the one that is meant shows only over all pages.
        inspection.testimony.sources = BTreeMap::new();
        inspection.testify(project);
        return ask(session, project, inspection);
    }
    let found = sources(session, project, (catalog, &documents));
    inspection.testimony.sources.extend(found);
}

/// The state of the clone of each folder, where it lies in one.
pub fn heads(session: &Session, project: &Project<'_>) -> Vec<Option<String>> {
    let head = |folder: &SourceFolder| {
        let history = History::open(&session.root.join(base(folder)));
        history.ok().map(|history| history.state())
    };
    project.config.folders().iter().map(head).collect()
}

/// Reads the fragments of a project that name their source, and what history says of them.
pub fn fragments(session: &Session, project: &Project<'_>) -> StampedFragments {
    let mut fragments = StampedFragments::new(project);
    let documents: Vec<&Document> = fragments.catalog.documents.values().collect();
    let sources = sources(session, project, (&fragments.catalog, &documents));
    fragments.testimony.sources.extend(sources);
    fragments
}

/// What was read, for whoever wants to know more.
fn read(
    session: &Session,
    project: &Project<'_>,
    inspection: &Inspection,
    start: Instant,
) -> String {
    let catalog = &inspection.catalog;
    let count = |number: usize| Argument::Number(i64::try_from(number).unwrap_or(i64::MAX));
    let seconds = format!("{:.2}", start.elapsed().as_secs_f64());
    let arguments = [
        ("files", count(project.files.len())),
        ("documents", count(catalog.documents.len())),
        ("locales", count(catalog.locales.len())),
        ("stamped", count(inspection.testimony.sources.len())),
        ("seconds", Argument::Text(&seconds)),
    ];
    session.words.text("cli-read", &arguments)
}

/// Notes for each reference the commit that changed it last, for translators to name. Only where a
/// translation names one: reading all of history is the dearest thing there is.
pub fn name_commits(session: &Session, project: &Project<'_>, inspection: &mut Inspection) {
    let mut revisions = inspection.catalog.revisions.iter();
    if !revisions.any(|revision| revision.front.source_commit.is_some()) {
        return;
    }
    for folder in project.config.folders() {
        let within = base(&folder);
        let history = History::open(&session.root.join(&within));
        let Ok(commits) = history.and_then(|history| history.last_commits("")) else {
            continue;
        };
        for document in inspection.catalog.documents.values() {
            let path = inspection.catalog.revision(document.reference).path();
            let commit = below(path.as_str(), &within).and_then(|path| commits.get(path));
            let known = &mut inspection.testimony.commits;
            known.extend(commit.map(|commit| (document.reference, commit.id.clone())));
        }
    }
}

/// What became of the source of each translation that names a commit.
fn sources(
    session: &Session,
    project: &Project<'_>,
    (catalog, documents): (&Catalog, &[&Document]),
) -> BTreeMap<RevisionId, SourceNow> {
    let mut rest = asked(project, (catalog, documents));
    let mut known = BTreeMap::new();
    if rest.is_empty() {
        return known;
    }
    let comparison = Comparison::new(project, catalog);
    for folder in project.config.folders() {
        let within = base(&folder);
        let (here, others): (Vec<_>, _) = rest
            .into_iter()
            .partition(|asked| below(asked.path.as_str(), &within).is_some());
        rest = others;
        if !here.is_empty() {
            known.extend(of_folder(
                session,
                &folder,
                (project.reader, &comparison),
                &here,
            ));
        }
    }
    known
}

/// The current translations that name a commit of their source.
fn asked(project: &Project<'_>, (catalog, documents): (&Catalog, &[&Document])) -> Vec<Asked> {
    let mut asked = Vec::new();
    for document in documents {
        let source = source_of(document, catalog, project.config);
        let page = source.map(|locale| document.editions[locale].current());
        for (locale, edition) in &document.editions {
            let own = catalog.revision(edition.current());
            let Some(commit) = own.front.source_commit.as_deref() else {
                continue;
            };
            let path = match page {
                Some(id) => Some(catalog.revision(id).path().clone()),
                None => expected(project, own.path()),
            };
            if let Some(path) = path.filter(|_| Some(locale) != source) {
                asked.push(Asked {
                    id: edition.current(),
                    source: page,
                    path,
                    commit: commit.trim().to_owned(),
                });
            }
        }
    }
    asked
}

/// Where the source of a page would stand that has none: at the same path in its locale's folder.
fn expected(project: &Project<'_>, path: &SourcePath) -> Option<SourcePath> {
    let source: &Locale = project.config.source_locale.as_ref()?;
    let own = project.file(path)?;
    let in_source = |file: &&File| file.locale.as_ref() == Some(source);
    let home = project.files.iter().find(in_source)?;
    let (home, inner) = (&home.home, &own.inner);
    Some(SourcePath::new(
        format!("{home}/{inner}").trim_start_matches('/'),
    ))
}

fn of_folder(
    session: &Session,
    folder: &SourceFolder,
    (reader, comparison): (&dyn Reader, &Comparison<'_>),
    asked: &[Asked],
) -> Vec<(RevisionId, SourceNow)> {
    let within = base(folder);
    let history = match History::open(&session.root.join(&within)) {
        Ok(history) => history,
        // Nobody spoke of a clone, so that there is none is no news; one that cannot be read is.
        Err(_) if !is_named(session, folder) => return Vec::new(),
        Err(_) if folder.repository.is_none() && !is_cloned(session, &within) => return Vec::new(),
        Err(error) => {
            let unknown = SourceNow::Unknown(told(&error));
            return asked
                .iter()
                .map(|asked| (asked.id, unknown.clone()))
                .collect();
        }
    };
    let stamp = |asked: &Asked| Stamp {
        path: below(asked.path.as_str(), &within)
            .unwrap_or_default()
            .to_owned(),
        commit: asked.commit.clone(),
    };
    let stamps: Vec<Stamp> = asked.iter().map(stamp).collect();
    let states = history.changed_since(&stamps);
    if is_another(session, folder, &states) {
        return Vec::new();
    }
    let clone = Clone {
        // Where today's files cannot be listed, none equals the one on disk, and all are compared.
        today: history.files_at("HEAD").unwrap_or_default(),
        history,
        reader,
        comparison,
    };
    let judged = asked.par_iter().zip(stamps.par_iter().zip(states));
    judged
        .map(|(asked, (stamp, state))| (asked.id, clone.judge(asked, stamp, state)))
        .collect()
}

/// Whether a repository that nobody named is not the one that the stamps speak of: a site of
/// hand-offs may lie in a repository of its own, which has none of their commits.
fn is_another(session: &Session, folder: &SourceFolder, states: &[SourceState]) -> bool {
    let foreign = |state| matches!(state, &SourceState::Unknown(Reason::NoSuchCommit));
    !is_named(session, folder) && states.iter().all(foreign)
}

/// Whether settings speak of a clone, or of a source language whose history would be in it.
fn is_named(session: &Session, folder: &SourceFolder) -> bool {
    folder.repository.is_some() || session.config.source_locale.is_some()
}

/// Whether a folder lies in something that is or was a clone.
fn is_cloned(session: &Session, folder: &str) -> bool {
    let path = session.root.join(folder);
    let real = path.canonicalize_utf8().unwrap_or(path);
    real.ancestors().any(|above| above.join(".git").exists())
}

/// A clone, and the files beside it.
struct Clone<'a> {
    history: History,
    /// The files of the newest commit by path, with the id of their content.
    today: BTreeMap<String, String>,
    reader: &'a dyn Reader,
    comparison: &'a Comparison<'a>,
}

impl Clone<'_> {
    fn judge(&self, asked: &Asked, stamp: &Stamp, state: SourceState) -> SourceNow {
        let (state, source) = match (state, asked.source) {
            (SourceState::Unknown(reason), _) => {
                return SourceNow::Unknown(format!("`{}`: {reason}", stamp.commit));
            }
            (SourceState::Gone { .. }, None) => return SourceNow::Gone,
            (SourceState::Unchanged { now } | SourceState::Changed { now, .. }, None) => {
                return SourceNow::Renamed(now);
            }
            (state, Some(source)) => (state, source),
        };
        match state {
            SourceState::Unchanged { .. } if self.is_committed(asked, stamp) => {
                SourceNow::Unchanged
            }
            // The newest commit has the same words as that of the stamp, so it serves as well.
            SourceState::Unchanged { now } => match self.history.blob_at("HEAD", &now) {
                Ok(then) => self.comparison.since(source, then.unwrap_or_default()),
                Err(error) => SourceNow::Unknown(told(&error)),
            },
            SourceState::Changed { then, .. } | SourceState::Gone { then } => {
                let bytes = then.map_or_else(Vec::new, |text| text.bytes);
                self.comparison.since(source, bytes)
            }
            SourceState::Unknown(reason) => SourceNow::Unknown(reason.to_string()),
        }
    }

    /// Whether the source on disk is that of the newest commit: history knows of no other.
    fn is_committed(&self, asked: &Asked, stamp: &Stamp) -> bool {
        let bytes = self.reader.read(&asked.path);
        let id = self.today.get(&stamp.path);
        id.zip(bytes.ok())
            .is_some_and(|(id, bytes)| blob_ids(&bytes).any(|own| own == **id))
    }
}
