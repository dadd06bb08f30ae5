//! `deadlines.ics` of a locale: every deadline of its guides, passed ones too.

use std::collections::BTreeMap;

use crate::calendar::{Calendar, Event, identifier};
use crate::check::deadlines::status::{is_deadline, limit};
use crate::document::revision::{DateMention, Revision};
use crate::locale::tag::Locale;
use crate::messages::Argument;
use crate::page::desk::Desk;
use crate::page::frame::absolute;
use crate::path::Route;

/// The calendar of a locale: one event a document and day.
pub fn of_locale(desk: &Desk<'_>, locale: &Locale) -> Calendar {
    let catalog = desk.resolver.catalog;
    let arguments = [("site", Argument::Text(&desk.site.title))];
    let name = desk
        .language(locale)
        .messages
        .plain("calendar-title", &arguments);
    let mut events = BTreeMap::new();
    for (document, entry) in &catalog.documents {
        let Some(edition) = entry.editions.get(locale) else {
            continue;
        };
        let revision = catalog.revision(edition.current());
        for mention in revision.dates.iter().filter(|mention| is_deadline(mention)) {
            let event = || event(desk, (locale, document), revision, mention);
            events
                .entry((limit(mention), document))
                .or_insert_with(event);
        }
    }
    Calendar {
        name,
        events: events.into_values().collect(),
    }
}

fn event(
    desk: &Desk<'_>,
    (locale, document): (&Locale, &str),
    revision: &Revision,
    mention: &DateMention,
) -> Event {
    let day = limit(mention);
    let address = || {
        let page = absolute(desk, &Route::current(locale, document));
        page + &revision.fragment(mention.section)
    };
    let words = &desk.language(locale).frame.words;
    let word = words.get(&format!("deadline_{}", mention.role.word()));
    Event {
        identifier: identifier(&[&locale.tag(), document, &day.to_string()]),
        written: revision.front.date.unwrap_or(day),
        day,
        summary: revision.title().to_owned(),
        language: locale.tag(),
        description: word.map(|word| format!("{word} {}", mention.text)),
        address: desk.config.base_url.as_ref().map(|_| address()),
        reminder: Some(7),
    }
}
