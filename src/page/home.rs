//! The home of a locale: its own words, its guides, what is new, what is due.

use crate::catalog::navigation::{Entry, Target};
use crate::catalog::resolve::Filled;
use crate::finding::{Finding, Outcome};
use crate::locale::tag::Locale;
use crate::page::deadlines;
use crate::page::desk::Desk;
use crate::page::frame::{About, Standing, frame};
use crate::page::guide::{Kind, Wanted, day, write};
use crate::page::markdown;
use crate::page::model::{Card, HomePage, MissingPage, Recent, StartPage, TextLink};
use crate::path::Route;

/// How many guides and deadlines a home shows.
const RECENT: usize = 6;
const DEADLINES: usize = 12;
/// How many links of a group a card shows.
const CARD_LINKS: usize = 6;
const CARDS: usize = 24;

/// The document that is the home where a locale has it.
pub const INDEX: &str = "index";

/// The home of a locale.
pub fn page(desk: &Desk<'_>, locale: &Locale) -> Outcome<HomePage> {
    let wanted = Wanted::current(desk, INDEX, locale);
    let mut shown = wanted.and_then(|wanted| write(desk, wanted));
    let revision = wanted.map(|wanted| desk.resolver.catalog.revision(wanted.shown));
    let filled = wanted
        .filter(|wanted| wanted.kind == Kind::Fallback)
        .zip(revision);
    let findings: Vec<Finding> = shown
        .as_mut()
        .map_or_else(Vec::new, |written| std::mem::take(&mut written.findings));
    let (body, notices, plain) = match shown {
        Some(Outcome { value, .. }) => (Some(value.html), value.notices, value.plain),
        None => (None, Vec::new(), None),
    };
    let route = Route::home(locale);
    let about = About {
        locale,
        route: &route,
        title: revision.map_or(&desk.site.title, |revision| revision.title()),
        description: revision.and_then(|revision| revision.front.description.as_deref()),
        document: wanted.map(|_| INDEX),
        revision: wanted.map(|wanted| wanted.shown),
        place: if filled.is_some() {
            Standing::Second
        } else {
            Standing::Own
        },
    };
    let deadlines = deadlines::of_locale(desk, locale);
    let deadlines = deadlines::latest(desk, deadlines, DEADLINES, locale);
    let directory = (desk.directory)(locale);
    let cards = directory
        .entries
        .iter()
        .filter_map(|entry| card(desk, locale, entry));
    let value = HomePage {
        frame: frame(desk, about),
        body,
        body_language: filled.map(|(_, revision)| revision.place.locale.tag()),
        body_direction: filled.map(|(_, revision)| revision.place.locale.direction().html()),
        notices,
        markdown: plain
            .is_some()
            .then(|| desk.link(&markdown::route(locale, INDEX))),
        plain,
        cards: cards.take(CARDS).collect(),
        recent: recent(desk, locale),
        deadlines,
    };
    Outcome { value, findings }
}

/// The address of an entry of the navigation.
pub fn address(desk: &Desk<'_>, locale: &Locale, target: &Target) -> Option<String> {
    match target {
        Target::Document(document) => desk.resolver.route(document, locale).map(|r| desk.link(&r)),
        Target::Outside(address) => Some(address.clone()).filter(|a| a.starts_with("https://")),
        Target::None => None,
    }
}

fn card(desk: &Desk<'_>, locale: &Locale, entry: &Entry) -> Option<Card> {
    if entry.target == Target::Document(INDEX.into()) {
        return None;
    }
    let link = |entry: &Entry| TextLink {
        title: entry.title.clone(),
        address: address(desk, locale, &entry.target),
        language: entry.language.as_ref().map(Locale::tag),
    };
    Some(Card {
        title: entry.title.clone(),
        language: entry.language.as_ref().map(Locale::tag),
        address: address(desk, locale, &entry.target),
        links: entry.items.iter().take(CARD_LINKS).map(link).collect(),
    })
}

fn recent(desk: &Desk<'_>, locale: &Locale) -> Vec<Recent> {
    let catalog = desk.resolver.catalog;
    let own = catalog.documents.keys().filter_map(|document| {
        match desk.resolver.filled(document, locale)? {
            Filled::Own(id) if *document != *INDEX => Some(catalog.revision(id)),
            _ => None,
        }
    });
    let mut newest: Vec<_> = own.collect();
    newest.sort_by(|a, b| {
        b.front
            .date
            .cmp(&a.front.date)
            .then_with(|| a.path().cmp(b.path()))
    });
    let recent = |revision: &&crate::document::revision::Revision| Recent {
        title: revision.title().to_owned(),
        address: desk.link(&Route::current(locale, &revision.place.document)),
        updated: day(desk, locale, revision),
    };
    newest.iter().take(RECENT).map(recent).collect()
}

/// The page for addresses of a locale that lead nowhere.
pub fn missing(desk: &Desk<'_>, locale: &Locale) -> MissingPage {
    let words = &desk.language(locale).frame.words;
    let title = words.get("missing_title").cloned().unwrap_or_default();
    let route = Route::in_locale(locale, "404.html");
    MissingPage {
        frame: frame(desk, alone(locale, &route, &title)),
    }
}

/// The choice of a language at the root, in the words of the first one.
pub fn start(desk: &Desk<'_>, locale: &Locale) -> StartPage {
    let words = &desk.language(locale).frame.words;
    let title = words.get("start_title").cloned().unwrap_or_default();
    let route = Route::file("");
    StartPage {
        frame: frame(desk, alone(locale, &route, &title)),
    }
}

/// A page of no document, that search engines need not find.
pub fn alone<'a>(locale: &'a Locale, route: &'a Route, title: &'a str) -> About<'a> {
    let (description, document, revision) = (None, None, None);
    About {
        locale,
        route,
        title,
        description,
        document,
        revision,
        place: Standing::Hidden,
    }
}
