//! Where a page that has moved is found in the end.

use std::collections::BTreeSet;

use crate::catalog::redirect::RedirectId;
use crate::catalog::resolve::place::{inner_path, names, page_name, rooted};
use crate::catalog::resolve::{Resolver, is_elsewhere};
use crate::locale::tag::Locale;
use crate::path::decode;

/// Where a page that has moved is found in the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// A page of the site.
    Page {
        /// The id of the document.
        document: Box<str>,
        /// What follows `#`.
        fragment: Option<String>,
    },
    /// A whole address.
    Elsewhere(String),
    /// A place that is not part of this site, as written.
    Outside(String),
    /// It leads back to itself.
    Loop,
    /// It should be part of this site, and is not.
    Lost(String),
}

/// A step on the way to the end.
enum Step {
    Done(End),
    Again(RedirectId),
}

impl Resolver<'_> {
    /// Where a document has gone of which readers of a locale have no text of their own: other
    /// languages may lag behind its move.
    pub(super) fn gone(&self, document: &str, locale: &Locale) -> Option<RedirectId> {
        let redirect = self.redirects().of_document(document, locale)?;
        let entry = self.catalog.documents.get(document);
        let own = entry.is_some_and(|entry| entry.editions.contains_key(locale));
        (!own).then_some(redirect)
    }

    /// Follows a redirect, over as many others as there are on the way.
    pub fn follow(&self, redirect: RedirectId, locale: &Locale) -> End {
        let mut seen = BTreeSet::from([redirect]);
        let mut at = redirect;
        loop {
            match self.step(at, locale) {
                Step::Done(end) => return end,
                Step::Again(next) if seen.insert(next) => at = next,
                Step::Again(_) => return End::Loop,
            }
        }
    }

    fn step(&self, redirect: RedirectId, locale: &Locale) -> Step {
        let redirect = &self.redirects().list[redirect];
        let target = &*redirect.target;
        if is_elsewhere(target) {
            return Step::Done(End::Elsewhere(target.to_owned()));
        }
        let (path, fragment) = match target.split_once('#') {
            Some((path, fragment)) => (path, Some(decode(fragment))),
            None => (target, None),
        };
        let path = decode(path.split('?').next().unwrap_or(path));
        let page = |document: &str| {
            Step::Done(End::Page {
                document: document.into(),
                fragment: fragment.clone(),
            })
        };
        if path.starts_with('/') {
            let wanted = rooted(&self.config.learn, &path, self.index.prefixes());
            for name in wanted.iter().flat_map(|document| names(document)) {
                if let Some(next) = self.gone(&name, locale) {
                    return Step::Again(next);
                }
                if self.catalog.documents.contains_key(name.as_str()) {
                    return page(&name);
                }
            }
            let lost = wanted
                .iter()
                .any(|document| !self.config.learn.is_folder(document));
            return Step::Done(match lost {
                true => End::Lost(target.to_owned()),
                false => End::Outside(target.to_owned()),
            });
        }
        let inner = inner_path(&redirect.page, &path);
        let stem = inner.map(|inner| self.stem(&redirect.page, &page_name(&inner)));
        for name in stem.iter().flat_map(|stem| names(stem)) {
            if let Some(document) = self.document(&name, locale) {
                return match self.gone(document, locale) {
                    Some(next) => Step::Again(next),
                    None => page(document),
                };
            }
            if let Some(next) = self.redirects().of_stem(&name, locale) {
                return Step::Again(next);
            }
        }
        Step::Done(End::Lost(target.to_owned()))
    }
}
