//! Where documents and their old states are found: what the resolver looks up, kept while the
//! documents stay where they are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::catalog::documents::{Catalog, Document, RevisionId};
use crate::catalog::identity::{File, FileKind, stem_of};
use crate::catalog::redirect::{RedirectId, Redirects};
use crate::config::Config;
use crate::locale::tag::Locale;
use crate::path::{Route, SourcePath, folder, revision_name};

/// What a resolver looks up.
#[derive(Debug, Default)]
pub struct Index {
    /// Documents by the path of their pages without locale and label.
    stems: FxHashMap<String, Stem>,
    /// The same by lower-case path.
    lower: FxHashMap<String, Box<str>>,
    /// The names of the pages in each folder; gathered when a link is the first to name none.
    siblings: OnceLock<FxHashMap<Box<str>, Vec<Box<str>>>>,
    /// Documents by their own lower-case names.
    documents: FxHashMap<String, Box<str>>,
    /// Files that are shown or handed on, and navigation files, by lower-case path.
    resources: FxHashMap<String, SourcePath>,
    /// Documents by the `uid` that a revision of them gives.
    uids: FxHashMap<Box<str>, Box<str>>,
    /// Superseded revisions by their own address.
    routes: FxHashMap<RevisionId, Route>,
    /// Where each file stands among all. Every link asks for the one that it stands in.
    places: FxHashMap<SourcePath, usize>,
    /// The folders of locales and repositories.
    pub homes: Vec<Home>,
    /// The docsets that the settings name: folders of the site's addresses.
    prefixes: Vec<Box<str>>,
    /// Where pages have moved.
    pub redirects: Redirects,
    /// For readers of each locale, once it is asked for: the last redirect on the way of each.
    pub last: BTreeMap<Locale, OnceLock<Vec<Last>>>,
}

/// The last redirect on the way of one. None where the way has no end.
pub type Last = Option<RedirectId>;

/// The document that a path means, in each locale where it means another than elsewhere.
#[derive(Debug)]
struct Stem {
    document: Box<str>,
    by_locale: Vec<(Locale, Box<str>)>,
}

/// A folder of a locale or repository.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Home {
    /// Whose pages lie in it.
    pub locale: Locale,
    /// Its path below the root.
    pub folder: Box<str>,
    /// The docset it belongs to.
    pub docset: Option<Box<str>>,
}

impl Index {
    /// `files` are sorted by path.
    pub fn new(catalog: &Catalog, config: &Config, files: &[File]) -> Self {
        let places = files.iter().enumerate();
        let places = places.map(|(place, file)| (file.path.clone(), place));
        let mut index = Self {
            places: places.collect(),
            ..Self::default()
        };
        for revision in &catalog.revisions {
            let place = &revision.place;
            if let Some(file) = index.file(files, &place.path)
                && catalog.documents.contains_key(&place.document)
            {
                index.add_page(file, &place.document, &place.locale);
            }
        }
        index.uids = uids(catalog);
        let stems: BTreeMap<&String, &Stem> = index.stems.iter().collect();
        index.lower = stems
            .into_iter()
            .map(|(stem, entry)| (stem.to_lowercase(), entry.document.clone()))
            .collect();
        let documents = catalog.documents.keys();
        index.documents = documents.map(|d| (d.to_lowercase(), d.into())).collect();
        index.resources = in_lower_case(files);
        index.homes = homes(files);
        let prefixes: BTreeSet<&str> = files.iter().filter_map(|f| f.docset.as_deref()).collect();
        index.prefixes = prefixes.into_iter().map(Box::from).collect();
        index.routes = superseded_routes(catalog);
        index.redirects = Redirects::new(catalog, config, |path| file(files, path).cloned());
        let locales = catalog.locales.iter();
        index.last = locales
            .map(|locale| (locale.clone(), OnceLock::new()))
            .collect();
        index
    }

    /// A file by its path. `files` are those that this was made of, but for what became of them since.
    pub fn file<'a>(&self, files: &'a [File], path: &SourcePath) -> Option<&'a File> {
        let there = self.places.get(path).and_then(|place| files.get(*place));
        let same = there.filter(|file| file.path == *path);
        same.or_else(|| file(files, path))
    }

    /// The document that a path means to a reader of a locale.
    pub fn document(&self, stem: &str, locale: &Locale) -> Option<&str> {
        let entry = self.stems.get(stem)?;
        let own = entry.by_locale.iter().find(|(other, _)| other == locale);
        Some(own.map_or(&*entry.document, |(_, document)| document))
    }

    /// The document that a path means where no language gives it another meaning.
    pub fn any_document(&self, stem: &str) -> Option<&str> {
        Some(&*self.stems.get(stem)?.document)
    }

    /// The document whose path is this one but for upper and lower case.
    pub fn but_for_case(&self, stem: &str) -> Option<&str> {
        self.lower.get(&stem.to_lowercase()).map(AsRef::as_ref)
    }

    /// The document of this name, whatever its letter case.
    pub fn in_any_case(&self, document: &str) -> Option<&str> {
        let found = self.documents.get(&document.to_lowercase());
        found.map(AsRef::as_ref)
    }

    /// The file at this path that is no page, whatever its letter case.
    pub fn file_in_any_case(&self, path: &str) -> Option<&SourcePath> {
        self.resources.get(&path.to_lowercase())
    }

    /// The names that pages have in a folder, which ends in `/` unless it is the top; in no order.
    pub fn siblings(&self, folder: &str) -> &[Box<str>] {
        let siblings = self.siblings.get_or_init(|| {
            let mut siblings: FxHashMap<Box<str>, Vec<Box<str>>> = FxHashMap::default();
            for stem in self.stems.keys() {
                let name = stem.rfind('/').map_or(0, |slash| slash + 1);
                let (folder, name) = stem.split_at(name);
                siblings.entry(folder.into()).or_default().push(name.into());
            }
            siblings
        });
        siblings.get(folder).map_or(&[], Vec::as_slice)
    }

    /// The document that a `uid` means.
    pub fn of_uid(&self, uid: &str) -> Option<&str> {
        self.uids.get(uid).map(AsRef::as_ref)
    }

    /// The docsets that the settings name.
    pub fn prefixes(&self) -> &[Box<str>] {
        &self.prefixes
    }

    /// The address of a superseded revision.
    pub fn route(&self, id: RevisionId) -> Option<&Route> {
        self.routes.get(&id)
    }

    fn add_page(&mut self, file: &File, document: &str, locale: &Locale) {
        let entry = self.stems.entry(stem_of(file)).or_insert_with(|| Stem {
            document: document.into(),
            by_locale: Vec::new(),
        });
        if *entry.document != *document {
            entry.by_locale.push((locale.clone(), document.into()));
        }
    }
}

/// Documents by the `uid` of their pages. Where several give the same one, a current page comes
/// before a superseded one, and both before a page that has moved: it may have taken its `uid` along.
fn uids(catalog: &Catalog) -> FxHashMap<Box<str>, Box<str>> {
    let superseded = |document: &'_ Document| {
        let editions = document.editions.values();
        let older = editions.flat_map(|edition| edition.revisions.iter().skip(1));
        older.copied().collect::<Vec<_>>()
    };
    let superseded = catalog.documents.values().flat_map(superseded);
    let superseded = superseded.map(|id| catalog.revision(id));
    let all = catalog.revisions.iter().map(|revision| &**revision);
    let mut uids = FxHashMap::default();
    for revision in catalog.currents().chain(superseded).chain(all) {
        if let Some(uid) = revision.front.uid.as_deref() {
            let document = || revision.place.document.clone();
            uids.entry(uid.into()).or_insert_with(document);
        }
    }
    uids
}

/// A file by its path, of files sorted by path.
pub fn file<'a>(files: &'a [File], path: &SourcePath) -> Option<&'a File> {
    let found = files.binary_search_by(|file| file.path.cmp(path));
    found.ok().map(|index| &files[index])
}

/// Files that are no pages, by lower-case path.
fn in_lower_case(files: &[File]) -> FxHashMap<String, SourcePath> {
    let files = files.iter().filter(|file| {
        let kind = file.kind;
        let shown = matches!(kind, FileKind::Resource | FileKind::Aside | FileKind::Data);
        shown || kind == FileKind::Navigation
    });
    files
        .map(|file| (file.path.as_str().to_lowercase(), file.path.clone()))
        .collect()
}

/// The folders of locales and repositories that files stand in.
fn homes(files: &[File]) -> Vec<Home> {
    let home =
        |file: &'_ File| Some((file.locale.clone()?, file.home.clone(), file.docset.clone()));
    // Thousands of files share a few homes.
    let mut last = None;
    let mut homes = BTreeSet::new();
    for file in files {
        let here = (file.locale.as_ref(), &file.home, file.docset.as_ref());
        if last != Some(here) {
            last = Some(here);
            homes.extend(home(file));
        }
    }
    let homes = homes.into_iter();
    homes
        .map(|(locale, folder, docset)| Home {
            locale,
            folder,
            docset,
        })
        .collect()
}

/// `/<locale>/<path>/<date>/`, numbered where a date repeats.
fn superseded_routes(catalog: &Catalog) -> FxHashMap<RevisionId, Route> {
    let mut routes = FxHashMap::default();
    for (document, entry) in &catalog.documents {
        for (locale, edition) in &entry.editions {
            let mut seen: FxHashMap<_, usize> = FxHashMap::default();
            for id in edition.revisions.iter().skip(1) {
                let date = catalog.revision(*id).front.date;
                let count = seen.entry(date).or_default();
                *count += 1;
                let mut name = revision_name(date, *count);
                while is_document(catalog, document, &name) {
                    *count += 1;
                    name = revision_name(date, *count);
                }
                routes.insert(*id, Route::current(locale, document).below(&name));
            }
        }
    }
    routes
}

/// Whether a guide has the address below another.
fn is_document(catalog: &Catalog, document: &str, name: &str) -> bool {
    let below = folder(document) + name;
    let documents = &catalog.documents;
    documents.contains_key(below.as_str()) || documents.contains_key(&format!("{below}/index"))
}
