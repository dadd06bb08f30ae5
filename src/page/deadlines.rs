//! The deadlines of a locale, for its home, its status page and its calendar.

use jiff::civil::Date;

use crate::dates::cue::Role;
use crate::document::revision::Revision;
use crate::locale::tag::Locale;
use crate::page::desk::Desk;
use crate::page::model::{Day, DeadlineLink};
use crate::path::Route;

/// A date with a role, as far as it is needed to put it in order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Due<'a> {
    date: Date,
    address: String,
    role: &'static str,
    title: &'a str,
}

/// The latest dates with a role in a locale's current revisions, up to `count`, soonest first, once
/// a section, date and role.
pub fn of_locale(desk: &Desk<'_>, locale: &Locale, count: usize) -> Vec<DeadlineLink> {
    let catalog = desk.resolver.catalog;
    let mut all = Vec::new();
    for (document, entry) in &catalog.documents {
        if let Some(edition) = entry.editions.get(locale) {
            of_revision(document, catalog.revision(edition.current()), &mut all);
        }
    }
    all.sort();
    all.dedup();
    let formats = desk.language(locale).messages.formats();
    let latest = all.drain(all.len().saturating_sub(count)..);
    let link = |due: Due<'_>| DeadlineLink {
        title: due.title.to_owned(),
        address: due.address,
        day: Day {
            iso: due.date.to_string(),
            name: formats.date(due.date),
        },
        role: due.role,
    };
    latest.map(link).collect()
}

fn of_revision<'a>(document: &str, revision: &'a Revision, all: &mut Vec<Due<'a>>) {
    let locale = &revision.place.locale;
    for mention in revision
        .dates
        .iter()
        .filter(|mention| mention.role != Role::Mention)
    {
        let section = mention
            .section
            .and_then(|index| revision.sections.get(usize::from(index)));
        let route = Route::current(locale, document);
        let fragment = section.map_or(String::new(), |s| {
            format!("#{}", crate::path::encode(s.id()))
        });
        all.push(Due {
            date: mention.date,
            address: format!("{route}{fragment}"),
            role: role(mention.role),
            title: revision.title(),
        });
    }
}

/// The word of a role in classes and messages.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Before => "before",
        Role::By => "by",
        Role::On => "on",
        Role::After => "after",
        Role::Mention => "mention",
    }
}
