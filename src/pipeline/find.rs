//! Which page stands at an address: the way back from [`Press::route`], without a list of all.

use crate::catalog::documents::Document;
use crate::locale::tag::Locale;
use crate::page::guide::{Kind, Wanted};
use crate::page::home::INDEX;
use crate::page::moved::{self, Moved};
use crate::path::decode;
use crate::pipeline::render::{Job, Press};

impl<'a> Press<'a> {
    /// The page at a decoded root-relative path that ends in `/`, or is that of a 404 page.
    pub fn find(&self, path: &str) -> Option<Job<'a>> {
        let path = path.strip_prefix('/')?;
        match path {
            "" => return Some(Job::Start),
            "404.html" => return Some(Job::Missing(None)),
            "status/" => return Some(Job::Status(None)),
            _ => {}
        }
        let (first, rest) = path.split_once('/')?;
        let locale = self.locale(first)?;
        match rest {
            "" => Some(Job::Home(locale)),
            "404.html" => Some(Job::Missing(Some(locale))),
            "status/" => Some(Job::Status(Some(locale))),
            _ => self.of_document(locale, rest.strip_suffix('/')?),
        }
    }

    /// The locale whose pages stand below a folder.
    pub fn locale(&self, folder: &str) -> Option<&'a Locale> {
        let locales = &self.desk.resolver.catalog.locales;
        locales.iter().find(|locale| locale.address() == folder)
    }

    fn of_document(&self, locale: &'a Locale, path: &str) -> Option<Job<'a>> {
        let index = format!("{path}/index");
        let guides = [index.as_str(), path].into_iter();
        let mut guides = guides.filter_map(|id| self.guide(id, locale));
        guides.next().or_else(|| {
            let (path, name) = path.rsplit_once('/').unwrap_or((INDEX, path));
            let index = format!("{path}/index");
            let below = [index.as_str(), path].into_iter();
            let mut below = below.filter_map(|id| self.below(id, locale, name));
            below.next()
        })
    }

    fn guide(&self, id: &str, locale: &'a Locale) -> Option<Job<'a>> {
        let known = self.document(id).filter(|(id, _)| *id != INDEX);
        let guide = known.and_then(|(id, _)| Wanted::current(self.desk, id, locale));
        guide.map(Job::Guide).or_else(|| self.moved(id, locale))
    }

    fn moved(&self, id: &str, locale: &'a Locale) -> Option<Job<'a>> {
        let redirects = self.desk.resolver.redirects();
        let (document, redirect) = redirects.named(id, locale)?;
        let moved = Moved {
            locale,
            document,
            redirect,
        };
        moved::is_led(self.desk, &moved).then_some(Job::Moved(moved))
    }

    /// The page that lies as Markdown at a decoded path of the site.
    pub fn find_plain(&self, path: &str) -> Option<Job<'a>> {
        let (first, rest) = path.strip_prefix('/')?.split_once('/')?;
        let locale = self.locale(first)?;
        let id = rest.strip_suffix(".md")?;
        if id == INDEX {
            return Some(Job::Home(locale));
        }
        let (id, _) = self.document(id)?;
        Wanted::current(self.desk, id, locale).map(Job::Guide)
    }

    /// What stands below the page of a document: its changes, or a superseded revision.
    fn below(&self, id: &str, locale: &'a Locale, name: &str) -> Option<Job<'a>> {
        let (id, document) = self.document(id)?;
        let edition = document.editions.get(locale)?;
        let superseded = edition.revisions.get(1..).unwrap_or_default();
        if name == "changes" {
            let (document, has_any) = (id, !superseded.is_empty());
            return has_any.then_some(Job::Changes { document, locale });
        }
        let named = |shown: &&usize| {
            let route = self.desk.resolver.revision_route(**shown);
            let route = decode(route.as_str());
            route.strip_suffix('/').and_then(|r| r.rsplit('/').next()) == Some(name)
        };
        let shown = *superseded.iter().find(named)?;
        Some(Job::Guide(Wanted {
            document: id,
            locale,
            shown,
            kind: Kind::Superseded,
        }))
    }

    fn document(&self, id: &str) -> Option<(&'a str, &'a Document)> {
        self.desk.resolver.catalog.documents.get_key_value(id)
    }
}
