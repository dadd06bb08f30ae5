//! What a batch of changed files means for the site.

use std::collections::BTreeSet;

use crate::cli::session::Session;
use crate::cli::sources::base;
use crate::config::Config;
use crate::config::learn::Learn;
use crate::path::SourcePath;
use crate::pipeline::project::Project;
use crate::pipeline::update::Changes;

/// A batch of changed files by what they are for.
#[derive(Debug, Default)]
pub struct Batch {
    /// Settings, or words around dates: everything is read by them.
    pub settings: bool,
    /// Files of the theme.
    pub theme: bool,
    /// The interface's own words.
    pub words: bool,
    /// Files of the source folders, and folders that are gone.
    pub content: Vec<SourcePath>,
    /// All that concern the site.
    pub paths: Vec<SourcePath>,
}

impl Batch {
    /// Sorts paths below the root by what they are for; none where nothing of it concerns the site.
    pub fn sort(paths: &[SourcePath], config: &Config) -> Option<Self> {
        let mut batch = Self::default();
        let learn = config.learn != Learn::default();
        let folders: Vec<String> = config.folders().iter().map(base).collect();
        for path in paths {
            let first = path.as_str().split('/').next();
            let is_words = path.extension() == "ftl";
            // A folder of words that is gone held those around dates too. What a Learn repository
            // says of itself stands in files of any name.
            let settings = first == Some("site.yaml")
                || first == Some("locales") && !is_words
                || path.extension() == "json" && (learn || is_learn(path));
            let (theme, words) = (first == Some("themes"), first == Some("locales"));
            let content = folders.iter().any(|folder| meet(path.as_str(), folder));
            batch.settings |= settings;
            batch.theme |= theme;
            batch.words |= words;
            if content {
                batch.content.push(path.clone());
            }
            if settings || theme || words || content {
                batch.paths.push(path.clone());
            }
        }
        (!batch.paths.is_empty()).then_some(batch)
    }

    /// Whether the files of the source folders have to be listed again: one may have come or gone.
    pub fn moves(&self, session: &Session, project: &Project<'_>) -> bool {
        let stays = |path: &SourcePath| {
            let known = project.file(path).is_some();
            // Links lead where they want, and what is at their end may go.
            let found = session.root.join(path.as_str()).symlink_metadata();
            let most = session.config.limits.file_bytes;
            known && found.is_ok_and(|found| found.is_file() && found.len() <= most)
        };
        !self.content.iter().all(stays)
    }

    /// What became of the files, from one listing to another.
    pub fn changes(&self, before: &BTreeSet<SourcePath>, now: &Session) -> Changes {
        let named = now.files().iter().map(|file| &file.path);
        let after: BTreeSet<&SourcePath> = named.collect();
        let gone = before.iter().filter(|path| !after.contains(path)).cloned();
        let came = after.iter().filter(|path| !before.contains(**path));
        let moved: BTreeSet<SourcePath> = gone.chain(came.map(|path| (*path).clone())).collect();
        let stayed = |path: &&SourcePath| after.contains(*path) && !moved.contains(*path);
        let written = self.content.iter().chain(now.linked());
        Changes {
            written: written.filter(stayed).cloned().collect(),
            moved,
        }
    }

    /// The same where no file came or went.
    pub fn rewritten(&self, linked: &BTreeSet<SourcePath>) -> Changes {
        let written = self.content.iter().chain(linked);
        Changes {
            written: written.cloned().collect(),
            moved: BTreeSet::new(),
        }
    }
}

/// Whether a file makes its folder a Learn repository.
fn is_learn(path: &SourcePath) -> bool {
    path.name() == "docfx.json" || path.name().starts_with(".openpublishing.")
}

/// Whether one lies in the other: a file in a folder, or a folder in one that is gone.
fn meet(path: &str, folder: &str) -> bool {
    let within = |inner: &str, outer: &str| {
        let rest = inner.strip_prefix(outer);
        outer.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    within(path, folder) || within(folder, path)
}
