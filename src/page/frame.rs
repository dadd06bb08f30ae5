//! What stands around every page: title, switches, head, navigation.

use crate::catalog::documents::RevisionId;
use crate::catalog::resolve::Filled;
use crate::locale::tag::Locale;
use crate::page::branches::Here;
use crate::page::desk::Desk;
use crate::page::model::{Alternate, Frame, LanguageLink, TextLink};
use crate::page::switch::Switch;
use crate::path::Route;

/// What a frame is made for.
#[derive(Clone, Copy)]
pub struct About<'a> {
    /// The reader's language.
    pub locale: &'a Locale,
    /// Its address.
    pub route: &'a Route,
    /// Plain text.
    pub title: &'a str,
    /// One sentence, for lists and search engines.
    pub description: Option<&'a str>,
    /// The document that the page is of.
    pub document: Option<&'a str>,
    /// The revision whose sections stand on it.
    pub revision: Option<RevisionId>,
    /// What search engines shall think of it.
    pub place: Standing,
}

/// What search engines shall think of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A page of its own, the same in each language.
    Own,
    /// A page like one that is to be kept: superseded, or filled from another language.
    Second,
    /// No page to be found: 404, status, changes.
    Hidden,
}

/// Makes the frame of a page.
pub fn frame(desk: &Desk<'_>, about: About<'_>) -> Frame {
    let language = desk.language(about.locale);
    let directory = (desk.directory)(about.locale);
    let entry = about.document.map(|id| Route::current(about.locale, id));
    let entry = entry.as_ref().unwrap_or(about.route);
    let here = Here {
        document: about.document,
        address: &desk.link(entry),
        is_page: entry == about.route,
    };
    let navigation = directory.branches.html(here, desk.draw);
    Frame {
        site: desk.site.clone(),
        locale: language.frame.clone(),
        address: desk.link(about.route),
        title: about.title.to_owned(),
        description: about.description.map(str::to_owned),
        canonical: canonical(desk, &about),
        alternates: alternates(desk, &about),
        robots: (about.place != Standing::Own).then_some("noindex"),
        languages: languages(desk, &about),
        navigation,
        parts: directory.parts.clone(),
        breadcrumbs: breadcrumbs(desk, &about),
        structured: None,
    }
}

/// An absolute address, or a root-relative one where the site has no address of its own.
pub fn absolute(desk: &Desk<'_>, route: &Route) -> String {
    desk.config.base().whole(route)
}

/// A superseded page leads to the current one, a filled one to the text's own page.
fn canonical(desk: &Desk<'_>, about: &About<'_>) -> Option<String> {
    desk.config.base_url.as_ref()?;
    match (about.place, about.document, about.revision) {
        (Standing::Hidden, ..) => None,
        (Standing::Second, Some(document), Some(id)) => {
            let own = &desk.resolver.catalog.revision(id).place.locale;
            Some(absolute(desk, &Route::current(own, document)))
        }
        _ => Some(absolute(desk, about.route)),
    }
}

fn alternates(desk: &Desk<'_>, about: &About<'_>) -> Vec<Alternate> {
    if desk.config.base_url.is_none() || about.place != Standing::Own {
        return Vec::new();
    }
    let Some(document) = about.document else {
        return Vec::new();
    };
    of_document(desk, document)
}

/// The pages of a document in each language that has it, and `x-default`.
pub fn of_document(desk: &Desk<'_>, document: &str) -> Vec<Alternate> {
    let catalog = desk.resolver.catalog;
    let Some(entry) = catalog.documents.get(document) else {
        return Vec::new();
    };
    let page = |locale: &Locale| absolute(desk, &Route::current(locale, document));
    let has = catalog
        .locales
        .iter()
        .filter(|locale| entry.editions.contains_key(*locale));
    let mut alternates: Vec<Alternate> = has
        .map(|locale| Alternate {
            language: locale.tag(),
            address: page(locale),
        })
        .collect();
    let source = desk.config.source_locale.as_ref();
    let default = match source.filter(|source| entry.editions.contains_key(*source)) {
        Some(source) => page(source),
        None => absolute(desk, &Route::file("")),
    };
    alternates.push(Alternate {
        language: "x-default".to_owned(),
        address: default,
    });
    alternates
}

fn languages(desk: &Desk<'_>, about: &About<'_>) -> Vec<LanguageLink> {
    let switch = about.revision.map(|from| Switch::new(desk, from));
    let link = |locale: &Locale| {
        let language = desk.language(locale);
        let filled = about
            .document
            .and_then(|document| desk.resolver.filled(document, locale));
        let route = match (about.document, filled) {
            (Some(document), Some(_)) => Route::current(locale, document),
            (Some(_), None) => Route::home(locale),
            (None, _) => same_page(about, locale),
        };
        let sections = match (&switch, filled) {
            (Some(switch), Some(filled)) => Some(switch.sections(filled.revision())),
            _ => about.document.is_none().then(String::new),
        };
        LanguageLink {
            tag: locale.tag(),
            direction: locale.direction().html(),
            name: language.frame.name.clone(),
            address: desk.link(&route),
            current: locale == about.locale,
            translated: about.document.is_none() || matches!(filled, Some(Filled::Own(_))),
            sections,
        }
    };
    desk.resolver.catalog.locales.iter().map(link).collect()
}

/// The page of another locale that is like this one and of no document: status, else its home.
fn same_page(about: &About<'_>, locale: &Locale) -> Route {
    let is_status = *about.route == Route::in_locale(about.locale, STATUS);
    if is_status {
        Route::in_locale(locale, STATUS)
    } else {
        Route::home(locale)
    }
}

/// Where the status page of a locale stands below its home.
pub const STATUS: &str = "status/";

fn breadcrumbs(desk: &Desk<'_>, about: &About<'_>) -> Vec<TextLink> {
    let Some(document) = about.document.filter(|document| *document != "index") else {
        return Vec::new();
    };
    let language = desk.language(about.locale);
    let word = |key: &str| language.frame.words.get(key).cloned().unwrap_or_default();
    let home = TextLink {
        title: word("home"),
        address: Some(language.frame.home.clone()),
        language: None,
    };
    let directory = (desk.directory)(about.locale);
    let trail = directory.branches.trail_to(document);
    std::iter::once(home).chain(trail.iter().cloned()).collect()
}
