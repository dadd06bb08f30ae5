//! Where documents and their old states are found: what the resolver looks up, kept while the
//! documents stay where they are.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::catalog::documents::{Catalog, RevisionId};
use crate::catalog::identity::{File, split_label};
use crate::locale::tag::Locale;
use crate::path::{Route, SourcePath, revision_name};

/// What a resolver looks up.
#[derive(Debug, Default)]
pub struct Index {
    /// Documents by the path of their pages without locale and label.
    stems: HashMap<String, Stem>,
    /// The same by lower-case path.
    lower: HashMap<String, Box<str>>,
    /// Superseded revisions by their own address.
    routes: HashMap<RevisionId, Route>,
    /// The folder of each locale.
    pub homes: Vec<(Locale, Box<str>)>,
}

/// The document that a path means, in each locale where it means another than elsewhere.
#[derive(Debug)]
struct Stem {
    document: Box<str>,
    by_locale: Vec<(Locale, Box<str>)>,
}

impl Index {
    /// `files` are sorted by path.
    pub fn new(catalog: &Catalog, files: &[File]) -> Self {
        let mut index = Self::default();
        for revision in &catalog.revisions {
            let place = &revision.place;
            if let Some(file) = file(files, &place.path)
                && catalog.documents.contains_key(&place.document)
            {
                index.add_page(file, &place.document, &place.locale);
            }
        }
        let lower: BTreeMap<&String, &Stem> = index.stems.iter().collect();
        index.lower = lower
            .into_iter()
            .map(|(stem, entry)| (stem.to_lowercase(), entry.document.clone()))
            .collect();
        let homes: BTreeSet<_> = files
            .iter()
            .filter_map(|file| Some((file.locale.as_ref()?, &*file.home)))
            .collect();
        let owned = |(locale, home): (&Locale, &str)| (locale.clone(), home.into());
        index.homes = homes.into_iter().map(owned).collect();
        index.routes = superseded_routes(catalog);
        index
    }

    /// The document that a path means to a reader of a locale.
    pub fn document(&self, stem: &str, locale: &Locale) -> Option<&str> {
        let entry = self.stems.get(stem)?;
        let own = entry.by_locale.iter().find(|(other, _)| other == locale);
        Some(own.map_or(&*entry.document, |(_, document)| document))
    }

    /// The document whose path is this one but for upper and lower case.
    pub fn but_for_case(&self, stem: &str) -> Option<&str> {
        self.lower.get(&stem.to_lowercase()).map(AsRef::as_ref)
    }

    /// Every path that means a document, in no order.
    pub fn stems(&self) -> impl Iterator<Item = &String> {
        self.stems.keys()
    }

    /// The address of a superseded revision.
    pub fn route(&self, id: RevisionId) -> Option<&Route> {
        self.routes.get(&id)
    }

    fn add_page(&mut self, file: &File, document: &str, locale: &Locale) {
        let stem = page_stem(file);
        let entry = self.stems.entry(stem).or_insert_with(|| Stem {
            document: document.into(),
            by_locale: Vec::new(),
        });
        if *entry.document != *document {
            entry.by_locale.push((locale.clone(), document.into()));
        }
    }
}

/// A file by its path, of files sorted by path.
pub fn file<'a>(files: &'a [File], path: &SourcePath) -> Option<&'a File> {
    let found = files.binary_search_by(|file| file.path.cmp(path));
    found.ok().map(|index| &files[index])
}

/// The path of a page's guide below its locale's folder.
pub fn page_stem(file: &File) -> String {
    let (stem, _) = split_label(&file.inner);
    with_docset(
        file,
        &stem
            .strip_suffix("_index")
            .map_or(stem.to_owned(), |dir| format!("{dir}index")),
    )
}

/// A path below the folder of a file's docset.
pub fn with_docset(file: &File, stem: &str) -> String {
    file.docset
        .as_deref()
        .map_or(stem.to_owned(), |docset| format!("{docset}/{stem}"))
}

/// `/<locale>/<path>/<date>/`, numbered where a date repeats.
fn superseded_routes(catalog: &Catalog) -> HashMap<RevisionId, Route> {
    let mut routes = HashMap::new();
    for (document, entry) in &catalog.documents {
        for (locale, edition) in &entry.editions {
            let mut seen: HashMap<_, usize> = HashMap::new();
            for id in edition.revisions.iter().skip(1) {
                let date = catalog.revision(*id).front.date;
                let count = seen.entry(date).or_default();
                *count += 1;
                let name = revision_name(date, *count);
                routes.insert(*id, Route::current(locale, document).below(&name));
            }
        }
    }
    routes
}
