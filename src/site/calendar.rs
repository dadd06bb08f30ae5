//! `deadlines.ics` of a locale: every deadline of its guides, passed ones too.

use std::collections::BTreeMap;

use crate::calendar::{Calendar, Event, identifier};
use crate::dates::cue::Role;
use crate::locale::tag::Locale;
use crate::messages::Argument;
use crate::page::deadlines::role;
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
        for mention in revision
            .dates
            .iter()
            .filter(|mention| mention.role != Role::Mention)
        {
            let section = mention
                .section
                .and_then(|index| revision.sections.get(usize::from(index)));
            let fragment = section.map_or(String::new(), |s| {
                format!("#{}", crate::path::encode(s.id()))
            });
            let address = format!(
                "{}{fragment}",
                absolute(desk, &Route::current(locale, document))
            );
            let day = mention.date.to_string();
            let word = desk
                .language(locale)
                .frame
                .words
                .get(&format!("deadline_{}", role(mention.role)));
            let event = Event {
                identifier: identifier(&[&locale.tag(), document, &day]),
                written: revision.front.date.unwrap_or(mention.date),
                day: mention.date,
                summary: revision.title().to_owned(),
                language: locale.tag(),
                description: word.map(|word| format!("{word} {}", mention.text)),
                address: desk.config.base_url.as_ref().map(|_| address),
                reminder: Some(7),
            };
            events
                .entry((mention.date, document.clone()))
                .or_insert(event);
        }
    }
    Calendar {
        name,
        events: events.into_values().collect(),
    }
}
