//! Where a page that has moved is found in the end.

use std::borrow::Cow;

use crate::catalog::index::Last;
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
    /// It should be part of this site, and is not; as written.
    Lost(String),
}

impl End {
    /// The place of the larger set that it leads to, as written. What begins with `/` and is not in
    /// the tree is led there too: readers may find it.
    pub fn outside(&self) -> Option<&str> {
        match self {
            Self::Outside(target) => Some(target),
            Self::Lost(target) => Some(&**target).filter(|target| target.starts_with('/')),
            Self::Page { .. } | Self::Elsewhere(_) | Self::Loop => None,
        }
    }
}

/// A step on the way to the end.
enum Step {
    Done(End),
    Again(RedirectId),
}

/// What is found where a redirect leads.
enum Found<'a> {
    Page(&'a str),
    Moved(RedirectId),
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
        let last = match self.index.last.get(locale) {
            Some(last) => last.get_or_init(|| self.last(locale))[redirect],
            None => self.last(locale)[redirect],
        };
        match last.map(|last| self.step(last, locale)) {
            Some(Step::Done(end)) => end,
            Some(Step::Again(_)) | None => End::Loop,
        }
    }

    /// The last redirect on the way of each. Every step is taken once, so that a way over thousands
    /// of addresses costs no more than as many short ones.
    fn last(&self, locale: &Locale) -> Vec<Last> {
        let mut known: Vec<Option<Last>> = vec![None; self.redirects().list.len()];
        for start in 0..known.len() {
            let (mut way, mut at) = (Vec::new(), start);
            let last = loop {
                if let Some(last) = known[at] {
                    break last;
                }
                // Whoever comes here again on this way goes in a circle.
                known[at] = Some(None);
                way.push(at);
                match self.step(at, locale) {
                    Step::Done(_) => break Some(at),
                    Step::Again(next) => at = next,
                }
            };
            for at in way {
                known[at] = Some(last);
            }
        }
        known.into_iter().map(Option::flatten).collect()
    }

    fn step(&self, own: RedirectId, locale: &Locale) -> Step {
        let redirect = &self.redirects().list[own];
        let target = &*redirect.target;
        if is_elsewhere(target) {
            return Step::Done(End::Elsewhere(target.to_owned()));
        }
        let (path, fragment) = match target.split_once('#') {
            Some((path, fragment)) => (path, Some(decode(fragment))),
            None => (target, None),
        };
        let path = decode(path.split('?').next().unwrap_or(path));
        let wanted: Vec<String> = match path.starts_with('/') {
            true => rooted(&self.config.learn, &path, self.index.prefixes()),
            false => inner_path(&redirect.page, &path)
                .map(|inner| self.stem(&redirect.page, page_name(&inner)))
                .into_iter()
                .collect(),
        };
        let names: Vec<Cow<'_, str>> = wanted.iter().flat_map(|wanted| names(wanted)).collect();
        let mut circular = false;
        for name in &names {
            let found = match path.starts_with('/') {
                true => self.at_address(name, locale),
                false => self.at_path(name, locale),
            };
            match found {
                Some(Found::Moved(next)) if next == own => circular = true,
                Some(Found::Moved(next)) => return Step::Again(next),
                Some(Found::Page(document)) => {
                    return Step::Done(End::Page {
                        document: document.into(),
                        fragment,
                    });
                }
                None => {}
            }
        }
        if circular {
            return Step::Done(End::Loop);
        }
        let is_own = wanted
            .iter()
            .any(|document| !self.config.learn.is_folder(document));
        Step::Done(match is_own || !path.starts_with('/') {
            true => End::Lost(target.to_owned()),
            false => End::Outside(target.to_owned()),
        })
    }

    /// What stands at an address of Learn, or stood there; letter case says nothing in it.
    fn at_address(&self, name: &str, locale: &Locale) -> Option<Found<'_>> {
        let exact = self.catalog.documents.get_key_value(name);
        let exact = exact.map(|(document, _)| document);
        let alike = || self.index.in_any_case(name);
        let moved = self.gone(name, locale).map(Found::Moved);
        moved
            .or_else(|| exact.map(Found::Page))
            .or_else(|| alike().map(|document| self.standing(document, locale)))
            .or_else(|| self.redirects().in_any_case(name, locale).map(Found::Moved))
    }

    /// What a path below the home of a page names.
    fn at_path(&self, name: &str, locale: &Locale) -> Option<Found<'_>> {
        let document = self.document(name, locale);
        let found = document.map(|document| self.standing(document, locale));
        found.or_else(|| self.redirects().of_stem(name, locale).map(Found::Moved))
    }

    fn standing<'d>(&self, document: &'d str, locale: &Locale) -> Found<'d> {
        match self.gone(document, locale) {
            Some(next) => Found::Moved(next),
            None => Found::Page(document),
        }
    }
}
