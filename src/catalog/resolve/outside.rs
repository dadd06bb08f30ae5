//! Links that name no path of the tree: addresses of Learn's host, and references by `uid`.

use std::borrow::Cow;

use crate::catalog::resolve::place::{self, names, rooted};
use crate::catalog::resolve::{Answer, Resolver, UNKNOWN};
use crate::locale::tag::Locale;
use crate::path::{SourcePath, decode};

impl Resolver<'_> {
    /// Where a root-relative address leads, which is one of Learn's host.
    ///
    /// Letter case says nothing in it, as on Learn; a place written just so comes first.
    pub(super) fn rooted(&self, path: &str, fragment: Option<String>, locale: &Locale) -> Answer {
        let wanted = rooted(&self.config.learn, path, self.index.prefixes());
        for wanted in &wanted {
            let names = || names(wanted);
            if let Some(redirect) = names().find_map(|name| self.gone(&name, locale)) {
                return Answer::Moved(redirect);
            }
            let known = |name: &Cow<'_, str>| self.catalog.documents.contains_key(name);
            if let Some(document) = names().find(known) {
                return self.page(&document, fragment, locale);
            }
        }
        for name in wanted.iter().flat_map(|wanted| names(wanted)) {
            if let Some(document) = self.index.in_any_case(&name) {
                return match self.gone(document, locale) {
                    Some(redirect) => Answer::Moved(redirect),
                    None => self.page(document, fragment, locale),
                };
            }
            if let Some(redirect) = self.redirects().in_any_case(&name, locale) {
                return Answer::Moved(redirect);
            }
        }
        let resource = self.resource_at(path, locale);
        resource.map_or(UNKNOWN, Answer::Resource)
    }

    /// Whether a root-relative address lies where a docset of this site stands.
    pub fn is_own(&self, address: &str) -> bool {
        let path = address.split(['?', '#']).next().unwrap_or(address);
        let learn = &self.config.learn;
        let wanted = rooted(learn, path, self.index.prefixes());
        address.starts_with('/') && wanted.iter().any(|document| !learn.is_folder(document))
    }

    /// The address below Learn's host of what a link means that this tree does not hold.
    pub fn address_outside(&self, from: &SourcePath, target: &str) -> Option<String> {
        place::address(&self.config.learn, self.file(from)?, target)
    }

    /// The page of a `uid`, with what follows it: `System.String?displayProperty=fullName`.
    pub(super) fn reference(&self, reference: &str, locale: &Locale) -> Answer {
        let (uid, fragment) = match reference.split_once('#') {
            Some((uid, fragment)) => (uid, Some(decode(fragment))),
            None => (reference, None),
        };
        let uid = decode(uid.split('?').next().unwrap_or(uid));
        let Some(document) = self.index.of_uid(&uid) else {
            return Answer::Reference;
        };
        match self.gone(document, locale) {
            Some(redirect) => Answer::Moved(redirect),
            None if self.catalog.documents.contains_key(document) => {
                self.page(document, fragment, locale)
            }
            None => Answer::Reference,
        }
    }
}
