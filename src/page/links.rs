//! Where the links of a page lead, as addresses.

use crate::catalog::redirect::RedirectId;
use crate::catalog::resolve::moved::End;
use crate::catalog::resolve::{Answer, Fragment};
use crate::document::revision::Revision;
use crate::locale::tag::Locale;
use crate::page::body::{Destination, Resolve};
use crate::page::desk::Desk;
use crate::path::{SourcePath, decode};

/// The links of one page: of a text that a reader of `locale` sees.
pub struct PageLinks<'a> {
    /// What pages are decided from.
    pub desk: &'a Desk<'a>,
    /// The reader's language.
    pub locale: &'a Locale,
    /// The page's own document, whose links to itself stay on the page.
    pub document: &'a str,
    /// The text that the page shows.
    pub revision: &'a Revision,
    /// Whether that is another one than the document's current one.
    pub is_superseded: bool,
}

impl Resolve for PageLinks<'_> {
    fn link(&self, part: &SourcePath, target: &str) -> Destination {
        let own = target.strip_prefix('#').filter(|_| self.is_superseded);
        if let Some(fragment) = own {
            let known = self.revision.answers_to(&decode(fragment));
            return if known {
                Destination::Here(target.to_owned())
            } else {
                Destination::Nowhere
            };
        }
        match self.answer(part, target) {
            Answer::Page {
                document,
                fragment,
                found,
            } => self.page(&document, fragment, found),
            Answer::Moved(redirect) => self.moved(redirect, target),
            Answer::Resource(path) | Answer::OtherCase(path) => self.resource(&path),
            Answer::Elsewhere => Destination::Elsewhere(target.to_owned()),
            Answer::Reference => Destination::Outside,
            Answer::Unknown { near: None, .. } => self.outside(part, target),
            Answer::Unknown { .. } => Destination::Nowhere,
        }
    }

    fn image(&self, part: &SourcePath, target: &str) -> Destination {
        match self.desk.resolver.link(part, target, self.locale) {
            Answer::Resource(path) | Answer::OtherCase(path) => self.resource(&path),
            Answer::Elsewhere => Destination::Elsewhere(target.to_owned()),
            Answer::Page { .. } | Answer::Moved(_) | Answer::Reference | Answer::Unknown { .. } => {
                Destination::Nowhere
            }
        }
    }

    fn title(&self, part: &SourcePath, target: &str) -> Option<String> {
        let resolver = self.desk.resolver;
        let Answer::Page { document, .. } = resolver.link(part, target, self.locale) else {
            return None;
        };
        let shown = resolver.filled(&document, self.locale)?.revision();
        Some(resolver.catalog.revision(shown).title().to_owned())
    }

    fn code_sample(&self, part: &SourcePath, target: &str) -> Option<String> {
        let source = self.desk.texts.fragments.fragment(part, target)?;
        Some(source.text.clone())
    }
}

impl PageLinks<'_> {
    /// Where a link on the page leads.
    pub fn answer(&self, part: &SourcePath, target: &str) -> Answer {
        let resolver = self.desk.resolver;
        resolver.link_on(self.revision, (part, target), self.locale)
    }

    fn page(&self, document: &str, fragment: Option<String>, found: Fragment) -> Destination {
        let fragment = match found {
            Fragment::There => fragment.filter(|name| !name.is_empty() && name != "top"),
            Fragment::Missing => fragment.filter(|name| self.is_alias(document, name)),
        };
        let own = document == self.document && !self.is_superseded;
        if let (true, Some(fragment)) = (own, &fragment) {
            return Destination::Here(format!("#{}", crate::path::encode(fragment)));
        }
        let Some(route) = self.desk.resolver.route(document, self.locale) else {
            return Destination::Nowhere;
        };
        let fragment = fragment.map_or(String::new(), |name| {
            format!("#{}", crate::path::encode(&name))
        });
        Destination::Here(self.desk.link(&route) + &fragment)
    }

    /// A page that has moved: readers are not sent over the address that it had. The fragment is
    /// that of the link where the new address has none of its own.
    fn moved(&self, redirect: RedirectId, target: &str) -> Destination {
        let asked = target.split_once('#').map(|(_, fragment)| decode(fragment));
        match self.desk.resolver.follow(redirect, self.locale) {
            End::Page { document, fragment } => {
                let fragment = fragment.or(asked);
                let found =
                    self.desk
                        .resolver
                        .fragment(&document, fragment.as_deref(), self.locale);
                self.page(&document, fragment, found)
            }
            End::Elsewhere(address) => Destination::Elsewhere(address),
            End::Outside(address) => self.by_pattern(&address),
            End::Lost(address) if address.starts_with('/') => self.by_pattern(&address),
            End::Loop | End::Lost(_) => Destination::Nowhere,
        }
    }

    /// Whether a section of a document's page answers to a name because its partner in the
    /// reference has it.
    fn is_alias(&self, document: &str, name: &str) -> bool {
        let resolver = self.desk.resolver;
        let shown = resolver.shown(document, self.locale);
        shown.is_some_and(|id| self.desk.pairings.is_alias(resolver.catalog, id, name))
    }

    fn resource(&self, path: &SourcePath) -> Destination {
        let address = self.desk.resources.route(self.desk.texts.reader, path);
        address.map_or(Destination::Nowhere, |address| {
            Destination::Here(self.desk.link(address))
        })
    }

    /// A target that the tree does not hold, by the pattern of the settings.
    fn outside(&self, part: &SourcePath, target: &str) -> Destination {
        match self.desk.resolver.address_outside(part, target) {
            Some(address) => self.by_pattern(&address),
            None => self.by_pattern(target),
        }
    }

    fn by_pattern(&self, target: &str) -> Destination {
        let address = self.desk.config.links.address(self.locale, target);
        address.map_or(Destination::Outside, Destination::Elsewhere)
    }
}
