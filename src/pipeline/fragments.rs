//! Fragments by the link that names them, each read once.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::catalog::identity::File;
use crate::catalog::index::file;
use crate::config::Config;
use crate::document::manuscript::Fragments;
use crate::locale::tag::Locale;
use crate::path::{SourcePath, decode, normalize};
use crate::source::{Reader, Source};

/// Fragments of the tree, in the locale of the page, else in those it falls back to.
pub struct Shelf<'a> {
    reader: &'a dyn Reader,
    /// Sorted by path.
    files: &'a [File],
    /// Folders of the locales that texts are taken from when a locale lacks them, in turn.
    fallback: Vec<&'a str>,
    read: Mutex<HashMap<SourcePath, Option<Arc<Source>>>>,
}

/// A fragment that a text asked for, and the file that answered; none where there was none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Include {
    pub from: SourcePath,
    pub target: Box<str>,
    pub found: Option<SourcePath>,
}

/// Takes note of what one page includes.
pub struct Noted<'a> {
    shelf: &'a Shelf<'a>,
    asked: Mutex<Vec<Include>>,
}

impl<'a> Shelf<'a> {
    /// `files` are sorted by path.
    pub fn new(reader: &'a dyn Reader, files: &'a [File], config: &Config) -> Self {
        let source = config
            .source_locale
            .clone()
            .or_else(|| Locale::parse("en-US"));
        let is_source = |file: &&File| file.locale.is_some() && file.locale == source;
        let homes: BTreeSet<&str> = files.iter().map(|file| &*file.home).collect();
        let first = files.iter().find(is_source).map(|file| &*file.home);
        let fallback = first.into_iter().chain(homes).collect();
        Self {
            reader,
            files,
            fallback,
            read: Mutex::default(),
        }
    }

    /// The file that a link means. None where there is none, or it lies outside the content.
    pub fn find(&self, from: &SourcePath, target: &str) -> Option<SourcePath> {
        let from = file(self.files, from)?;
        let target = decode(target.split(['?', '#']).next().unwrap_or(target)).replace('\\', "/");
        let inner = match target.strip_prefix("~/") {
            Some(rest) => normalize(rest)?,
            None => {
                let folder = from.inner.rsplit_once('/').map_or("", |(folder, _)| folder);
                normalize(&format!("{folder}/{target}"))?
            }
        };
        let homes = std::iter::once(&*from.home).chain(self.fallback.iter().copied());
        let path = |home: &str| SourcePath::new(format!("{home}/{inner}").trim_start_matches('/'));
        homes
            .map(path)
            .find(|path| file(self.files, path).is_some())
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
    fn lock(&self) -> MutexGuard<'_, HashMap<SourcePath, Option<Arc<Source>>>> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Fragments for Shelf<'_> {
    fn fragment(&self, from: &SourcePath, target: &str) -> Option<Arc<Source>> {
        self.load(&self.find(from, target)?)
    }
}

impl<'a> Noted<'a> {
    pub fn new(shelf: &'a Shelf<'a>) -> Self {
        Self {
            shelf,
            asked: Mutex::default(),
        }
    }

    /// What was asked for, in that order.
    pub fn into_includes(self) -> Vec<Include> {
        self.asked
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Fragments for Noted<'_> {
    fn fragment(&self, from: &SourcePath, target: &str) -> Option<Arc<Source>> {
        let found = self.shelf.find(from, target);
        let include = Include {
            from: from.clone(),
            target: target.into(),
            found: found.clone(),
        };
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.push(include);
        drop(asked);
        self.shelf.load(&found?)
    }
}
