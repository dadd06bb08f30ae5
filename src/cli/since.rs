//! What a change made worse: findings of the tree that it started from are left out.

use std::collections::{BTreeMap, HashMap};

use anyhow::Context as _;

use crate::catalog::identity::{File, classify_in};
use crate::cli::history;
use crate::cli::session::Session;
use crate::cli::sources::base;
use crate::config::SourceFolder;
use crate::finding::Finding;
use crate::io::git::history::{History, blob_ids};
use crate::io::git::snapshot::Snapshot;
use crate::io::walk::skipped;
use crate::messages::built_in::is_interface;
use crate::path::SourcePath;
use crate::pipeline::furnish;
use crate::pipeline::project::Project;
use crate::report::since::{Findings, news};
use crate::source::{Reader, Source};

/// The tree as it was, with what lies outside of it as it is today.
struct Past<'a> {
    snapshot: Snapshot,
    session: &'a Session,
    /// Folders outside of the repository.
    beside: Vec<String>,
}

impl Reader for Past<'_> {
    fn read(&self, path: &SourcePath) -> std::io::Result<Vec<u8>> {
        match self.is_recorded(path.as_str()) {
            true => self.snapshot.read(path.as_str()),
            false => self.session.disk.read(path),
        }
    }
}

/// The findings that the tree at `revision` does not have. Today's settings and today's date hold
/// for both, so that neither a stricter rule nor another day is taken for a worse text.
///
/// # Errors
/// No repository around the root, or no such revision in it.
pub fn newer(
    session: &Session,
    revision: &str,
    findings: Vec<Finding>,
) -> anyhow::Result<Vec<Finding>> {
    let snapshot = History::open(&session.root)
        .and_then(|history| history.snapshot(revision))
        .with_context(|| format!("cannot compare with `{revision}`"))?;
    let folders = session.config.folders();
    let past = Past {
        snapshot,
        session,
        beside: folders.iter().filter(|f| is_beside(f)).map(base).collect(),
    };
    let mut project = Project::new(&session.config, &past, past.files(), session.scanners()?);
    project.findings = past.listing_findings();
    project.messages = past.messages();
    project.theme = past.theme();
    let inspection = history::inspect(session, &project);
    let mut before = inspection.check(&project, Some(session.today()));
    before.extend(furnish::check(&project, &inspection.catalog));
    let renamed = past.renamed();
    for finding in &mut before {
        if let Some(now) = renamed.get(&finding.file) {
            finding.file = now.clone();
        }
    }
    let names: BTreeMap<_, _> = renamed.iter().map(|(then, now)| (now, then)).collect();
    let then = |path: &SourcePath| {
        let path = names.get(path).map_or(path, |then| *then);
        let bytes = past.read(path).ok()?;
        Some(Source::read(path, bytes).value.text)
    };
    let news = news(
        &Findings {
            findings: &findings,
            source: &|path| session.text(path),
        },
        &Findings {
            findings: &before,
            source: &then,
        },
    );
    let kept = findings.into_iter().zip(news).filter(|(_, is_new)| *is_new);
    Ok(kept.map(|(finding, _)| finding).collect())
}

impl Past<'_> {
    /// The files of the source folders, sorted by path.
    fn files(&self) -> Vec<File> {
        let mut files = Vec::new();
        for folder in self.session.config.folders() {
            let path = base(&folder);
            if is_beside(&folder) {
                let inside = |file: &&File| below(file.path.as_str(), &path).is_some();
                files.extend(self.session.files().iter().filter(inside).cloned());
                continue;
            }
            let listed = self.snapshot.files().filter_map(|(name, _)| {
                let inner = below(name, &path)?;
                is_listed(inner).then(|| SourcePath::new(name))
            });
            let folder = SourceFolder {
                path: path.clone(),
                ..folder
            };
            let learn = &self.session.config.learn;
            files.extend(listed.map(|path| classify_in(&path, &folder, learn)));
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        files.dedup_by(|a, b| a.path == b.path);
        files
    }

    /// The words of the interface as they were.
    fn messages(&self) -> Vec<Source> {
        let files = self.own_files("locales");
        let words = files.filter(|(path, _)| is_interface(path.as_str().as_ref()));
        words
            .map(|(path, bytes)| Source::read(&path, bytes).value)
            .collect()
    }

    /// The files of the theme as they were.
    fn theme(&self) -> Vec<(SourcePath, Vec<u8>)> {
        let folder = format!("themes/{}", self.session.config.theme);
        self.own_files(&folder).collect()
    }

    fn own_files(&self, folder: &str) -> impl Iterator<Item = (SourcePath, Vec<u8>)> {
        let files = self.snapshot.files().map(|(path, _)| SourcePath::new(path));
        let inside = files.filter(move |path| below(path.as_str(), folder).is_some());
        inside.filter_map(|path| {
            let bytes = self.snapshot.read(path.as_str()).ok()?;
            Some((path, bytes))
        })
    }

    /// Findings about the names and kinds of files that were there then.
    fn listing_findings(&self) -> Vec<Finding> {
        let known: BTreeMap<&str, String> = self.snapshot.files().collect();
        let found = self.session.listing_findings().iter();
        let was_there = |finding: &&Finding| known.contains_key(finding.file.as_str());
        found.filter(was_there).cloned().collect()
    }

    /// Whether a file is part of the repository's folder, and not of one beside it.
    fn is_recorded(&self, path: &str) -> bool {
        let mut beside = self.beside.iter();
        !beside.any(|folder| below(path, folder).is_some())
    }

    /// Files of then by the name that they have today: those that went and came with equal bytes.
    fn renamed(&self) -> BTreeMap<SourcePath, SourcePath> {
        let today = self.session.files();
        let is_there = |path: &str| {
            let path = SourcePath::new(path);
            today.binary_search_by(|file| file.path.cmp(&path)).is_ok()
        };
        let known: BTreeMap<&str, String> = self.snapshot.files().collect();
        let gone = known.iter().filter(|(path, _)| !is_there(path));
        // Of files with equal bytes the first by path is the one that was renamed.
        let gone = gone.rev().map(|(path, id)| (id.as_str(), *path));
        let gone: HashMap<&str, &str> = gone.collect();
        let come = today.iter().map(|file| &file.path);
        let come = come.filter(|path| !known.contains_key(path.as_str()));
        let mut renamed = BTreeMap::new();
        for path in come {
            let Ok(bytes) = self.session.disk.read(path) else {
                continue;
            };
            if let Some(then) = blob_ids(&bytes).find_map(|id| gone.get(&*id)) {
                renamed.insert(SourcePath::new(then), path.clone());
            }
        }
        renamed
    }
}

/// Whether a source folder lies outside of the repository that holds the root.
fn is_beside(folder: &SourceFolder) -> bool {
    folder.repository.is_some() || base(folder).starts_with("..")
}

fn below<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    match folder.trim_end_matches('/') {
        "" => Some(path),
        folder => path.strip_prefix(folder)?.strip_prefix('/'),
    }
}

/// Whether a file is one that would be listed on disk.
fn is_listed(inner: &str) -> bool {
    let built = inner.starts_with("dist/") || inner.starts_with("target/");
    !built && !inner.split('/').any(skipped)
}
