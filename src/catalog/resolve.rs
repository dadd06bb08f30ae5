//! Where a link leads: the one answer for checks, pages, navigation and feeds.

use std::sync::Arc;

use crate::catalog::documents::{Catalog, RevisionId};
use crate::catalog::identity::{File, FileKind};
use crate::catalog::index::{Index, file, page_stem, with_docset};
use crate::config::{Config, Fallback, FallbackRule};
use crate::document::front_matter::one_edit_apart;
use crate::locale::tag::Locale;
use crate::path::{Route, SourcePath, decode, normalize};

/// Answers where links lead, over all locales.
#[derive(Debug)]
pub struct Resolver<'a> {
    pub catalog: &'a Catalog,
    config: &'a Config,
    /// Sorted by path.
    files: &'a [File],
    index: Arc<Index>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A page of this site, in the reader's locale or filled from another.
    Page {
        document: Box<str>,
        fragment: Option<String>,
        found: Fragment,
    },
    /// A file that is copied.
    Resource(SourcePath),
    /// A whole address with a scheme, or protocol-relative.
    Elsewhere,
    /// A place that the tree does not hold.
    Unknown {
        near: Option<String>,
        case_only: bool,
    },
}

/// Whether the fragment of a link is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// None was asked for, or it is there.
    There,
    Missing,
}

/// What stands on a page of the site: whose text, and whether it is the locale's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    Own(RevisionId),
    Fallback(RevisionId),
}

impl Filled {
    pub fn revision(self) -> RevisionId {
        match self {
            Self::Own(id) | Self::Fallback(id) => id,
        }
    }
}

impl<'a> Resolver<'a> {
    /// `files` are sorted by path.
    pub fn new(catalog: &'a Catalog, config: &'a Config, files: &'a [File]) -> Self {
        Self::over(catalog, config, files, Arc::new(Index::new(catalog, files)))
    }

    /// The same with an index that was made of these documents and files before.
    pub fn over(
        catalog: &'a Catalog,
        config: &'a Config,
        files: &'a [File],
        index: Arc<Index>,
    ) -> Self {
        Self {
            catalog,
            config,
            files,
            index,
        }
    }

    /// Where `target`, as written in the file `from`, leads for a reader of `locale`.
    pub fn link(&self, from: &SourcePath, target: &str, locale: &Locale) -> Answer {
        if is_elsewhere(target) {
            return Answer::Elsewhere;
        }
        let (path, fragment) = match target.split_once('#') {
            Some((path, fragment)) => (path, Some(decode(fragment))),
            None => (target, None),
        };
        let path = decode(path.split('?').next().unwrap_or(path)).replace('\\', "/");
        let Some(file) = self.file(from) else {
            return UNKNOWN;
        };
        if path.is_empty() {
            return self.page_of(file, fragment, locale).unwrap_or(UNKNOWN);
        }
        let Some(inner) = inner_path(file, &path) else {
            return UNKNOWN;
        };
        let stem = with_docset(file, &page_name(&inner));
        for stem in [
            stem.clone(),
            format!("{stem}/index"),
            stem.replace("_index", "index"),
        ] {
            if let Some(document) = self.document(&stem, locale) {
                return self.page(document, fragment, locale);
            }
        }
        match self.resource(file, &inner) {
            Some(resource) => Answer::Resource(resource),
            None => self.unknown(&stem, &path),
        }
    }

    /// The page that a bare `#fragment` stands on.
    fn page_of(&self, file: &File, fragment: Option<String>, locale: &Locale) -> Option<Answer> {
        let document = self.document(&page_stem(file), locale)?;
        Some(self.page(document, fragment, locale))
    }

    fn document(&self, stem: &str, locale: &Locale) -> Option<&str> {
        self.index.document(stem.trim_start_matches('/'), locale)
    }

    fn page(&self, document: &str, fragment: Option<String>, locale: &Locale) -> Answer {
        let filled = self.filled(document, locale).map(Filled::revision);
        let id = filled.or_else(|| self.catalog.documents.get(document).map(|d| d.reference));
        let answers = |name: &String| {
            name.is_empty()
                || name == "top"
                || id.is_some_and(|id| self.catalog.revision(id).answers_to(name))
        };
        let found = match &fragment {
            Some(name) if !answers(name) => Fragment::Missing,
            _ => Fragment::There,
        };
        Answer::Page {
            document: document.into(),
            fragment,
            found,
        }
    }

    /// A file that the tree holds, in the locale's folder or in one that it falls back to.
    fn resource(&self, file: &File, inner: &str) -> Option<SourcePath> {
        let exact = |home: &str| {
            let path = SourcePath::new(format!("{home}/{inner}").trim_start_matches('/'));
            let found = self.file(&path);
            found
                .filter(|file| file.kind == FileKind::Resource)
                .map(|file| file.path.clone())
        };
        let source = self.config.source_locale.as_ref();
        let is_source = |entry: &&(Locale, Box<str>)| Some(&entry.0) == source;
        let homes = &self.index.homes;
        let homes = homes.iter().filter(is_source).chain(homes);
        exact(&file.home).or_else(|| homes.map(|(_, home)| &**home).find_map(exact))
    }

    fn unknown(&self, stem: &str, path: &str) -> Answer {
        let stem = stem.trim_start_matches('/');
        if let Some(document) = self.index.but_for_case(stem) {
            return Answer::Unknown {
                near: Some(document.to_owned()),
                case_only: true,
            };
        }
        let name = stem.rsplit('/').next().unwrap_or(stem);
        // One letter apart only says something of names that are long enough not to meet by chance.
        let page = path.ends_with(".md") && name.chars().count() >= 4;
        let folder = &stem[..stem.len() - name.len()];
        let near = |other: &&String| {
            other
                .strip_prefix(folder)
                .is_some_and(|rest| !rest.contains('/') && one_edit_apart(rest, name))
        };
        let found = page
            .then(|| self.index.stems().filter(near).min())
            .flatten();
        Answer::Unknown {
            near: found.cloned(),
            case_only: false,
        }
    }

    /// Whose text stands on a document's page in a locale. None where it has no such page.
    pub fn filled(&self, document: &str, locale: &Locale) -> Option<Filled> {
        let entry = self.catalog.documents.get(document)?;
        if let Some(edition) = entry.editions.get(locale) {
            return Some(Filled::Own(edition.current()));
        }
        let kept_absent = self.config.absent.get(locale);
        if kept_absent.is_some_and(|absent| absent.iter().any(|id| **id == *document)) {
            return None;
        }
        let current = |l: &Locale| entry.editions.get(l).map(|edition| edition.current());
        let related = || {
            let same = |l: &&Locale| l.language() == locale.language();
            entry.editions.keys().find(same).and_then(current)
        };
        let id = match &self.config.fallback {
            Fallback::Named(FallbackRule::None) => None,
            Fallback::Named(FallbackRule::Source) => {
                related().or_else(|| self.config.source_locale.as_ref().and_then(current))
            }
            Fallback::Chains(chains) if chains.contains_key(locale) => {
                chains[locale].iter().find_map(current)
            }
            Fallback::Newest | Fallback::Named(FallbackRule::Newest) | Fallback::Chains(_) => {
                related().or(Some(entry.reference))
            }
        };
        id.map(Filled::Fallback)
    }

    /// The address of a document for a reader of a locale: its page there, else the reference's.
    pub fn route(&self, document: &str, locale: &Locale) -> Option<Route> {
        if self.filled(document, locale).is_some() {
            return Some(Route::current(locale, document));
        }
        let reference = self.catalog.documents.get(document)?.reference;
        Some(Route::current(
            &self.catalog.revision(reference).place.locale,
            document,
        ))
    }

    /// The address of a revision: of its document where it is current, else its own.
    pub fn revision_route(&self, id: RevisionId) -> Route {
        let place = &self.catalog.revision(id).place;
        let own = self.index.route(id).cloned();
        own.unwrap_or_else(|| Route::current(&place.locale, &place.document))
    }

    pub fn file(&self, path: &SourcePath) -> Option<&'a File> {
        file(self.files, path)
    }
}

const UNKNOWN: Answer = Answer::Unknown {
    near: None,
    case_only: false,
};

/// Whether a target has a scheme or host, so that it is no place of the tree.
pub fn is_elsewhere(target: &str) -> bool {
    let scheme = target.split_once(':').is_some_and(|(scheme, _)| {
        let mut letters = scheme.chars();
        letters.next().is_some_and(|c| c.is_ascii_alphabetic())
            && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
            && scheme.len() > 1
    });
    scheme || target.starts_with("//")
}

/// The path below the locale's folder that a target means. Root-relative ones lie outside.
fn inner_path(file: &File, path: &str) -> Option<String> {
    if let Some(rest) = path.strip_prefix("~/") {
        return normalize(rest);
    }
    if path.starts_with('/') {
        return None;
    }
    let folder = file.inner.rsplit_once('/').map_or("", |(folder, _)| folder);
    normalize(&format!("{folder}/{path}"))
}

/// `a/b.md` and `a/b.html` both mean the page `a/b`.
fn page_name(inner: &str) -> String {
    let lower = inner.to_ascii_lowercase();
    let end = [".markdown", ".html", ".md", ".yml"]
        .iter()
        .find(|end| lower.ends_with(*end));
    inner[..inner.len() - end.map_or(0, |end| end.len())].to_owned()
}
