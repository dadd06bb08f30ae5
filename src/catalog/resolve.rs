//! Where a link leads: the one answer for checks, pages, navigation and feeds.

pub mod moved;
mod outside;
pub mod place;
mod resource;

use std::borrow::Cow;
use std::sync::{Arc, PoisonError, RwLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::catalog::documents::{Catalog, RevisionId};
use crate::catalog::identity::{File, FileKind, stem_of};
use crate::catalog::index::Index;
use crate::catalog::redirect::{RedirectId, Redirects};
use crate::catalog::resolve::place::{inner_path, names, page_name};
use crate::config::{Config, Fallback, FallbackRule};
use crate::document::front_matter::one_edit_apart;
use crate::document::revision::Revision;
use crate::locale::tag::Locale;
use crate::path::{Route, SourcePath, decode};

/// Answers where links lead, over all locales.
#[derive(Debug)]
pub struct Resolver<'a> {
    /// What is asked about.
    pub catalog: &'a Catalog,
    config: &'a Config,
    /// Sorted by path.
    files: &'a [File],
    index: Arc<Index>,
    /// What pages with many sections answer to, once a link has asked for it.
    names: RwLock<FxHashMap<RevisionId, FxHashSet<Box<str>>>>,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A page of this site, in the reader's locale or filled from another.
    Page {
        /// The id of the document.
        document: Box<str>,
        /// What follows `#`.
        fragment: Option<String>,
        /// Whether the page has it.
        found: Fragment,
    },
    /// A file that is copied.
    Resource(SourcePath),
    /// A file that is copied, whose name has other capital letters.
    OtherCase(SourcePath),
    /// A page that has moved.
    Moved(RedirectId),
    /// A whole address with a scheme, or protocol-relative.
    Elsewhere,
    /// A reference by `uid` to something that no page of the tree is.
    Reference,
    /// A place that the tree does not hold.
    Unknown {
        /// The document that was most likely meant.
        near: Option<String>,
        /// Whether only letter case differs.
        case_only: bool,
    },
}

impl Answer {
    /// Whether what a page makes of it follows from the names of pages and sections, and from
    /// addresses of files. A section that a page lacks may have the name in another language, and a
    /// page that has moved may lead to such a section.
    pub fn is_by_names(&self) -> bool {
        !matches!(
            self,
            Self::Moved(_)
                | Self::Page {
                    found: Fragment::Missing,
                    ..
                }
        )
    }
}

/// Whether the fragment of a link is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fragment {
    /// None was asked for, or it is there.
    There,
    /// The page has no such section.
    Missing,
}

/// What stands on a page of the site: whose text, and whether it is the locale's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// The locale's own text.
    Own(RevisionId),
    /// The text of another locale.
    Fallback(RevisionId),
}

impl Filled {
    /// The revision that is shown.
    pub fn revision(self) -> RevisionId {
        match self {
            Self::Own(id) | Self::Fallback(id) => id,
        }
    }
}

impl<'a> Resolver<'a> {
    /// `files` are sorted by path.
    pub fn new(catalog: &'a Catalog, config: &'a Config, files: &'a [File]) -> Self {
        let index = Arc::new(Index::new(catalog, config, files));
        Self::over(catalog, config, files, index)
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
            names: RwLock::default(),
        }
    }

    /// Every page that has moved.
    pub fn redirects(&self) -> &Redirects {
        &self.index.redirects
    }

    /// Where `target`, as written in the file `from`, leads for a reader of `locale`.
    pub fn link(&self, from: &SourcePath, target: &str, locale: &Locale) -> Answer {
        if let Some(reference) = target.strip_prefix("xref:") {
            return self.reference(reference, locale);
        }
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
        if path.starts_with('/') {
            return self.rooted(&path, fragment, locale);
        }
        let Some(inner) = inner_path(file, &path) else {
            return match self.beyond(file, &path) {
                Some(found) if found.kind == FileKind::Page => {
                    self.page_of(found, fragment, locale).unwrap_or(UNKNOWN)
                }
                Some(found) => Answer::Resource(found.path.clone()),
                None => UNKNOWN,
            };
        };
        let stem = self.stem(file, page_name(&inner));
        let names = || names(&stem);
        if let Some(document) = names().find_map(|name| self.document(&name, locale)) {
            return match self.gone(document, locale) {
                Some(redirect) => Answer::Moved(redirect),
                None => self.page(document, fragment, locale),
            };
        }
        let moved = |name: Cow<'_, str>| self.redirects().of_stem(&name, locale);
        if let Some(redirect) = names().find_map(moved) {
            return Answer::Moved(redirect);
        }
        if let Some(resource) = self.resource(file, &inner) {
            return Answer::Resource(resource);
        }
        if let Some(document) = self.index.but_for_case(stem.trim_start_matches('/')) {
            return Answer::Unknown {
                near: Some(document.to_owned()),
                case_only: true,
            };
        }
        let moved = |name: Cow<'_, str>| self.redirects().in_any_case(&name, locale);
        if let Some(redirect) = names().find_map(moved) {
            return Answer::Moved(redirect);
        }
        match self.resource_in_any_case(file, &inner) {
            Some(resource) => Answer::OtherCase(resource),
            None => self.unknown(&stem, &path),
        }
    }

    /// What links call a page at a path below the home of a file.
    fn stem(&self, file: &File, path: &str) -> String {
        match &file.docset {
            Some(docset) => format!("{docset}/{path}"),
            None => path.to_owned(),
        }
    }

    /// Where a link leads that stands on a page, in its own file or in one that it includes. A bare
    /// fragment or query in an included text means the page that includes it.
    pub fn link_on(
        &self,
        page: &Revision,
        (part, target): (&SourcePath, &str),
        locale: &Locale,
    ) -> Answer {
        let from = match target.starts_with(['#', '?']) {
            true => page.path(),
            false => part,
        };
        self.link(from, target, locale)
    }

    /// The page that a bare `#fragment` stands on.
    fn page_of(&self, file: &File, fragment: Option<String>, locale: &Locale) -> Option<Answer> {
        let document = self.document(&stem_of(file), locale)?;
        Some(self.page(document, fragment, locale))
    }

    fn document(&self, stem: &str, locale: &Locale) -> Option<&str> {
        self.index.document(stem.trim_start_matches('/'), locale)
    }

    fn page(&self, document: &str, fragment: Option<String>, locale: &Locale) -> Answer {
        let found = self.fragment(document, fragment.as_deref(), locale);
        Answer::Page {
            document: document.into(),
            fragment,
            found,
        }
    }

    /// Whether a fragment is there on a document's page for readers of a locale.
    pub fn fragment(&self, document: &str, fragment: Option<&str>, locale: &Locale) -> Fragment {
        let id = self.shown(document, locale);
        let answers = |name: &str| {
            name.is_empty() || name == "top" || id.is_some_and(|id| self.answers_to(id, name))
        };
        match fragment {
            Some(name) if !answers(name) => Fragment::Missing,
            _ => Fragment::There,
        }
    }

    /// Whether a page answers to a name. On a long page thousands of links may ask.
    fn answers_to(&self, id: RevisionId, name: &str) -> bool {
        const LONG: usize = 64;
        let page = self.catalog.revision(id);
        if page.sections.len() + page.anchors.len() < LONG {
            return page.answers_to(name);
        }
        let names = || self.names.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = names().get(&id) {
            return known.contains(name);
        }
        let made = || page.names().into_iter().map(Box::from).collect();
        let mut names = self.names.write().unwrap_or_else(PoisonError::into_inner);
        names.entry(id).or_insert_with(made).contains(name)
    }

    /// The revision that readers of a locale find where a link to a document leads them.
    pub fn shown(&self, document: &str, locale: &Locale) -> Option<RevisionId> {
        let filled = self.filled(document, locale).map(Filled::revision);
        filled.or_else(|| Some(self.catalog.documents.get(document)?.reference))
    }

    fn unknown(&self, stem: &str, path: &str) -> Answer {
        let stem = stem.trim_start_matches('/');
        let name = stem.rsplit('/').next().unwrap_or(stem);
        // One letter apart only says something of names that are long enough not to meet by chance.
        let page = path.ends_with(".md") && name.chars().count() >= 4;
        let folder = &stem[..stem.len() - name.len()];
        let near = |other: &&str| one_edit_apart(other, name);
        let siblings = || self.index.siblings(folder).iter().map(|other| &**other);
        let first = || siblings().filter(near).min();
        let document = |other: &str| self.index.any_document(&format!("{folder}{other}"));
        let found = page.then(first).flatten().and_then(document);
        Answer::Unknown {
            near: found.map(str::to_owned),
            case_only: false,
        }
    }

    /// Whose text stands on a document's page in a locale. None where it has no such page.
    pub fn filled(&self, document: &str, locale: &Locale) -> Option<Filled> {
        let entry = self.catalog.documents.get(document)?;
        if let Some(edition) = entry.editions.get(locale) {
            return Some(Filled::Own(edition.current()));
        }
        if self.config.is_absent(document, locale) || self.gone(document, locale).is_some() {
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

    /// Every file of the tree, by its path.
    pub fn files(&self) -> impl Iterator<Item = &'a File> {
        self.files.iter()
    }

    /// A file of the tree, by its path.
    pub fn file(&self, path: &SourcePath) -> Option<&'a File> {
        self.index.file(self.files, path)
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
