//! Pages that have moved: where each stood, and where it leads.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::catalog::documents::Catalog;
use crate::catalog::identity::{File, FileKind, classify_in, document_of, stem_of};
use crate::config::learn::Redirection;
use crate::config::{Config, SourceFolder};
use crate::finding::Span;
use crate::locale::tag::Locale;
use crate::path::SourcePath;

/// A page that has moved.
#[derive(Clone, Debug)]
pub struct Redirect {
    /// Its file, as if it still stood there.
    pub page: File,
    /// The address that it had: a document that is none any more.
    pub document: Box<str>,
    /// Where it is now, as written.
    pub target: Box<str>,
    /// The only language that it moved in; in all, where none is said.
    pub locale: Option<Locale>,
    /// What says so.
    pub file: SourcePath,
    /// Where it says so.
    pub span: Span,
}

/// Index of a redirect.
pub type RedirectId = usize;

/// Every page that has moved.
#[derive(Debug, Default)]
pub struct Redirects {
    /// In the order of files and places.
    pub list: Vec<Redirect>,
    by_stem: HashMap<String, Vec<RedirectId>>,
    by_document: BTreeMap<Box<str>, Vec<RedirectId>>,
    /// Both by lower-case name: addresses of Learn know no letter case.
    in_any_case: HashMap<String, Vec<RedirectId>>,
}

impl Redirects {
    /// Those that repositories list, and pages that say themselves where they went.
    pub fn new(
        catalog: &Catalog,
        config: &Config,
        file: impl Fn(&SourcePath) -> Option<File>,
    ) -> Self {
        let mut redirects = Self::default();
        let listed = config.learn.redirections.iter();
        for redirect in listed.filter_map(|redirection| listed_redirect(redirection, config)) {
            redirects.push(redirect);
        }
        for revision in &catalog.revisions {
            let Some(target) = &revision.front.redirect else {
                continue;
            };
            let Some(page) = file(revision.path()) else {
                continue;
            };
            redirects.push(Redirect {
                page,
                document: revision.place.document.clone(),
                target: target.clone(),
                locale: Some(revision.place.locale.clone()),
                file: revision.path().clone(),
                span: Span::FILE,
            });
        }
        redirects
    }

    fn push(&mut self, redirect: Redirect) {
        let id = self.list.len();
        self.by_stem
            .entry(stem_of(&redirect.page))
            .or_default()
            .push(id);
        self.by_document
            .entry(redirect.document.clone())
            .or_default()
            .push(id);
        let names = [stem_of(&redirect.page), redirect.document.to_string()];
        let names: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        for name in names {
            self.in_any_case.entry(name).or_default().push(id);
        }
        self.list.push(redirect);
    }

    /// What a path meant, without its extension, for readers of a locale.
    pub fn of_stem(&self, stem: &str, locale: &Locale) -> Option<RedirectId> {
        self.first(self.by_stem.get(stem)?, locale)
    }

    /// What a path or the name of a document meant, whatever its letter case.
    pub fn in_any_case(&self, name: &str, locale: &Locale) -> Option<RedirectId> {
        self.first(self.in_any_case.get(&name.to_lowercase())?, locale)
    }

    /// Where a document went, for readers of a locale.
    pub fn of_document(&self, document: &str, locale: &Locale) -> Option<RedirectId> {
        self.first(self.by_document.get(document)?, locale)
    }

    /// The same, with the document as it is kept.
    pub fn named(&self, document: &str, locale: &Locale) -> Option<(&str, RedirectId)> {
        let (document, ids) = self.by_document.get_key_value(document)?;
        Some((&**document, self.first(ids, locale)?))
    }

    /// What is said for all languages comes before what one says: it is the source that moves.
    fn first(&self, ids: &[RedirectId], locale: &Locale) -> Option<RedirectId> {
        let of = |wanted: Option<&Locale>| {
            let is = |id: &&RedirectId| self.list[**id].locale.as_ref() == wanted;
            ids.iter().find(is).copied()
        };
        of(None).or_else(|| of(Some(locale)))
    }

    /// The documents that readers of a locale find moved, each with what says so.
    pub fn of_locale<'r>(
        &'r self,
        locale: &'r Locale,
    ) -> impl Iterator<Item = (&'r str, RedirectId)> {
        let documents = self.by_document.keys();
        documents
            .filter_map(move |document| Some((&**document, self.of_document(document, locale)?)))
    }
}

fn listed_redirect(redirection: &Redirection, config: &Config) -> Option<Redirect> {
    let learn = &config.learn;
    let docset = learn.docset(&redirection.page)?;
    let folder = SourceFolder {
        locale: docset.locale.clone(),
        docset: docset.prefix.clone(),
        ..SourceFolder::default()
    };
    let page = classify_in(&redirection.page, &folder, learn);
    if !matches!(page.kind, FileKind::Page | FileKind::Data) {
        return None;
    }
    let source = config.source_locale.as_ref();
    let own = page.locale.clone();
    let everywhere = own.is_none() || source.is_none() || own.as_ref() == source;
    Some(Redirect {
        document: document_of(&page).into(),
        page,
        target: redirection.target.as_str().into(),
        locale: own.filter(|_| !everywhere),
        file: redirection.file.clone(),
        span: redirection.span,
    })
}
