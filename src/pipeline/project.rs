//! What a run starts from: settings, files, and the door to the world.

use std::sync::Arc;

use crate::catalog::identity::{File, FileKind, classify};
use crate::config::{Config, SourceFolder};
use crate::dates::scan::Scanners;
use crate::document::construct::alert::Alert;
use crate::document::manuscript::Dialect;
use crate::finding::Finding;
use crate::messages::built_in::values_of;
use crate::path::SourcePath;
use crate::pipeline::share::Share;
use crate::source::memory::Memory;
use crate::source::{Reader, Source};

/// What a run starts from.
pub struct Project<'a> {
    /// What settings say.
    pub config: &'a Config,
    /// The door to the files.
    pub reader: &'a dyn Reader,
    /// Every file of the source folders, sorted by path.
    pub files: Arc<[File]>,
    /// What finds the dates of texts.
    pub scanners: Scanners,
    /// How Markdown is read: limits, titles of alerts, versions.
    pub dialect: Arc<Dialect>,
    /// The site's own words: `locales/<locale>/*.ftl`.
    pub messages: Vec<Source>,
    /// The site's own theme files, by their path below the root.
    pub theme: Vec<(SourcePath, Vec<u8>)>,
    /// Whether a search index will stand beside the pages.
    pub search: bool,
    /// Whether texts are also read for what findings alone tell of: names torn apart, words that
    /// run into each other.
    pub proofread: bool,
    /// What was found while the files were listed.
    pub findings: Vec<Finding>,
    /// Which of the pages are made.
    pub share: Share,
}

impl<'a> Project<'a> {
    /// A project of these files, without words, theme files or search of its own.
    pub fn new(
        config: &'a Config,
        reader: &'a dyn Reader,
        mut files: Vec<File>,
        scanners: Scanners,
    ) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self {
            config,
            reader,
            files: files.into(),
            scanners,
            dialect: dialect(config),
            messages: Vec::new(),
            theme: Vec::new(),
            search: false,
            proofread: true,
            findings: Vec::new(),
            share: Share::WHOLE,
        }
    }

    /// The files that are guides, or may be.
    pub fn pages(&self) -> impl Iterator<Item = &File> {
        let files = self.files.iter();
        files.filter(|file| matches!(file.kind, FileKind::Page | FileKind::Data))
    }

    /// A project of files that are in memory, as far as they lie in the folders of the settings.
    pub fn in_memory(config: &'a Config, memory: &'a Memory) -> Self {
        let folders = config.folders();
        let file = |path: &SourcePath| {
            let holds = |folder: &&SourceFolder| {
                let rest = path
                    .as_str()
                    .strip_prefix(folder.path.trim_end_matches('/'));
                rest.is_some_and(|rest| rest.starts_with('/'))
            };
            Some(classify(path, folders.iter().find(holds)?))
        };
        let files = memory.0.keys().filter_map(file).collect();
        Self::new(config, memory, files, Scanners::default())
    }

    /// A file by its path.
    pub fn file(&self, path: &SourcePath) -> Option<&File> {
        let found = self.files.binary_search_by(|file| file.path.cmp(path));
        found.ok().map(|index| &self.files[index])
    }
}

/// How the Markdown of a site is read. Translators write the titles of alerts in their language.
pub fn dialect(config: &Config) -> Arc<Dialect> {
    let kinds = [
        Alert::Note,
        Alert::Tip,
        Alert::Important,
        Alert::Warning,
        Alert::Caution,
    ];
    let titles = kinds.into_iter().flat_map(|kind| {
        let id = format!("alert-{}", kind.name());
        let values: Vec<_> = values_of(&id).map(str::to_lowercase).collect();
        values.into_iter().map(move |title| (title, kind))
    });
    Arc::new(Dialect::new(config, titles.collect()))
}
