//! Fragments by the link that names them, each read once.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use crate::catalog::identity::File;
use crate::config::Config;
use crate::document::manuscript::Fragments;
use crate::locale::tag::Locale;
use crate::path::{SourcePath, decode, normalize};
use crate::source::{Reader, Source};

/// Fragments of the tree, in the locale of the page, else in those it falls back to.
pub struct Shelf<'a> {
    reader: &'a dyn Reader,
    files: BTreeMap<&'a SourcePath, &'a File>,
    /// Folders of the locales that texts are taken from when a locale lacks them, in turn.
    fallback: Vec<&'a str>,
    read: Mutex<HashMap<SourcePath, Option<Arc<Source>>>>,
}

impl<'a> Shelf<'a> {
    pub fn new(reader: &'a dyn Reader, files: &'a [File], config: &Config) -> Self {
        let source = config
            .source_locale
            .clone()
            .or_else(|| Locale::parse("en-US"));
        let is_source = |file: &&File| file.locale.is_some() && file.locale == source;
        let homes: std::collections::BTreeSet<&str> =
            files.iter().map(|file| &*file.home).collect();
        let first = files.iter().find(is_source).map(|file| &*file.home);
        let fallback = first.into_iter().chain(homes).collect();
        Self {
            reader,
            files: files.iter().map(|file| (&file.path, file)).collect(),
            fallback,
            read: Mutex::default(),
        }
    }

    fn load(&self, path: &SourcePath) -> Option<Arc<Source>> {
        if let Some(known) = self.lock().get(path) {
            return known.clone();
        }
        let bytes = self.reader.read(path).ok();
        let source = bytes.map(|bytes| Arc::new(Source::read(path, bytes).value));
        self.lock().insert(path.clone(), source.clone());
        source
    }

    /// A panic elsewhere leaves the map whole: every insertion is one step.
    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<SourcePath, Option<Arc<Source>>>> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Fragments for Shelf<'_> {
    fn fragment(&self, from: &SourcePath, target: &str) -> Option<Arc<Source>> {
        let file = self.files.get(from)?;
        let target = decode(target.split(['?', '#']).next().unwrap_or(target)).replace('\\', "/");
        let inner = match target.strip_prefix("~/") {
            Some(rest) => normalize(rest)?,
            None => {
                let folder = file.inner.rsplit_once('/').map_or("", |(folder, _)| folder);
                normalize(&format!("{folder}/{target}"))?
            }
        };
        let homes = std::iter::once(&*file.home).chain(self.fallback.iter().copied());
        let path = |home: &str| SourcePath::new(format!("{home}/{inner}").trim_start_matches('/'));
        let found = homes.map(path).find(|path| self.files.contains_key(path))?;
        self.load(&found)
    }
}
