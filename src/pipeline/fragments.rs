//! Fragments by the link that names them, each read once.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use serde::{Deserialize, Serialize};

use crate::catalog::identity::File;
use crate::catalog::index;
use crate::catalog::resolve::place::fragment_path;
use crate::config::Config;
use crate::config::learn::Learn;
use crate::document::manuscript::Fragments;
use crate::locale::tag::Locale;
use crate::memo::Key;
use crate::path::{SourcePath, decode};
use crate::source::{Reader, Source};

/// Fragments of the tree, in the locale of the page, else in those it falls back to.
pub struct Shelf<'a> {
    reader: &'a dyn Reader,
    /// Sorted by path.
    files: &'a [File],
    /// Folders of the locales that texts are taken from when a locale lacks them, in turn, each
    /// with its docset.
    fallback: Vec<(&'a str, Option<&'a str>)>,
    learn: &'a Learn,
    /// Every file by its lower-case path, once a text was asked for in other letters.
    alike: OnceLock<HashMap<String, SourcePath>>,
    read: Mutex<HashMap<SourcePath, Option<Text>>>,
}

/// The text of a fragment, and its key.
type Text = (Arc<Source>, Key);

/// A fragment that a text asked for, and the file that answered; none where there was none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Include {
    /// The file that asked.
    pub from: SourcePath,
    /// What it asked for, as written.
    pub target: Box<str>,
    /// The file that answered.
    pub found: Option<SourcePath>,
    /// The key of the text that it gave; none where it could not be read.
    pub text: Option<Key>,
}

/// Takes note of what one page includes.
pub struct Noted<'a> {
    shelf: &'a Shelf<'a>,
    asked: Mutex<Vec<Include>>,
}

impl<'a> Shelf<'a> {
    /// `files` are sorted by path.
    pub fn new(reader: &'a dyn Reader, files: &'a [File], config: &'a Config) -> Self {
        let source = config
            .source_locale
            .clone()
            .or_else(|| Locale::parse("en-US"));
        let is_source = |file: &&File| file.locale.is_some() && file.locale == source;
        let home = |file: &'a File| (&*file.home, file.docset.as_deref());
        let sources: BTreeSet<_> = files.iter().filter(is_source).map(home).collect();
        let homes: BTreeSet<_> = files.iter().map(home).collect();
        let fallback = sources.into_iter().chain(homes).collect();
        Self {
            reader,
            files,
            fallback,
            learn: &config.learn,
            alike: OnceLock::new(),
            read: Mutex::default(),
        }
    }

    /// The file that a link means. None where there is none, or it lies outside the content.
    pub fn find(&self, from: &SourcePath, target: &str) -> Option<SourcePath> {
        let from = index::file(self.files, from)?;
        let target = decode(target.split(['?', '#']).next().unwrap_or(target)).replace('\\', "/");
        let neighbour = self.of_neighbour(from, &target);
        neighbour.or_else(|| self.own(from, &target))
    }

    /// The path of a text that Learn takes from another repository, in the checkout of it that is
    /// among the sources: `~/../other-repository/a.md`, or `~/other-repository/a.md`.
    fn of_neighbour(&self, file: &File, target: &str) -> Option<SourcePath> {
        let docset = self.learn.serves(&file.path, &file.home)?;
        let inner = fragment_path(file, target)?;
        let top = inner.strip_prefix(&*file.top).unwrap_or(&inner);
        let places = [inner.as_str(), top.trim_start_matches('/')];
        let (repository, rest) = docset.neighbours.iter().find_map(|neighbour| {
            let folder = &*neighbour.folder;
            let mut below = places.iter().filter_map(|place| place.strip_prefix(folder));
            Some((
                &neighbour.repository,
                below.find_map(|rest| rest.strip_prefix('/'))?,
            ))
        })?;
        let called = |home: &str| {
            let name = home.rsplit('/').next().unwrap_or(home);
            name.eq_ignore_ascii_case(repository)
        };
        let homes = self.fallback.iter().map(|(home, _)| *home);
        let mut paths = homes
            .filter(|home| called(home))
            .map(|home| within(home, rest));
        paths.find(|path| index::file(self.files, path).is_some())
    }

    /// The path of a text in the folder of its own locale, else of those it falls back to.
    fn own(&self, file: &File, target: &str) -> Option<SourcePath> {
        let inner = fragment_path(file, target)?;
        let same = |(_, docset): &&(&str, Option<&str>)| *docset == file.docset.as_deref();
        let others = self.fallback.iter().filter(same).map(|(home, _)| *home);
        let homes = std::iter::once(&*file.home).chain(others);
        let named = homes.map(|home| within(home, &inner));
        let docset = self.learn.docset(&file.path);
        let lacking = docset.into_iter().flat_map(|docset| {
            let below = inner.strip_prefix(&*docset.top).unwrap_or(&inner);
            let below = below.trim_start_matches('/').to_owned();
            docset
                .fallback
                .iter()
                .map(move |folder| within(folder, &below))
        });
        let paths: Vec<SourcePath> = named.chain(lacking).collect();
        let exact = paths.iter().find(|path| self.holds(path)).cloned();
        exact.or_else(|| paths.iter().find_map(|path| self.in_any_case(path)))
    }

    fn holds(&self, path: &SourcePath) -> bool {
        index::file(self.files, path).is_some()
    }

    /// The file of this path in other letters: where Learn's texts are put together names have no
    /// letter case.
    fn in_any_case(&self, path: &SourcePath) -> Option<SourcePath> {
        let alike = self.alike.get_or_init(|| {
            let files = self.files.iter();
            files
                .map(|file| (file.path.as_str().to_lowercase(), file.path.clone()))
                .collect()
        });
        alike.get(&path.as_str().to_lowercase()).cloned()
    }

    /// A key of the text of a fragment. None where it cannot be read.
    pub fn key(&self, path: &SourcePath) -> Option<Key> {
        Some(self.load(path)?.1)
    }

    fn load(&self, path: &SourcePath) -> Option<Text> {
        if let Some(known) = self.lock().get(path) {
            return known.clone();
        }
        let bytes = self.reader.read(path).ok();
        let text = bytes.map(|bytes| {
            let source = Source::read(path, bytes).value;
            let key = Key::of(source.text.as_bytes());
            (Arc::new(source), key)
        });
        self.lock().insert(path.clone(), text.clone());
        text
    }

    /// A panic elsewhere leaves the map whole: every insertion is one step.
    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<SourcePath, Option<Text>>> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn within(home: &str, inner: &str) -> SourcePath {
    SourcePath::new(format!("{home}/{inner}").trim_start_matches('/'))
}

impl Fragments for Shelf<'_> {
    fn fragment(&self, from: &SourcePath, target: &str) -> Option<Arc<Source>> {
        Some(self.load(&self.find(from, target)?)?.0)
    }
}

impl<'a> Noted<'a> {
    /// Nothing noted yet.
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
        let text = found.as_ref().and_then(|path| self.shelf.load(path));
        let include = Include {
            from: from.clone(),
            target: target.into(),
            found,
            text: text.as_ref().map(|(_, key)| *key),
        };
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.push(include);
        drop(asked);
        Some(text?.0)
    }
}
