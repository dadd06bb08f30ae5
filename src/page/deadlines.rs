//! The deadlines of a locale, for its home, its status page and its calendar.

use crate::dates::cue::Role;
use crate::document::revision::Revision;
use crate::locale::tag::Locale;
use crate::page::desk::Desk;
use crate::page::model::{Day, DeadlineLink};
use crate::path::Route;

/// The dates with a role in a locale's current revisions, soonest first, once a section, date and
/// role, for a reader who may have another language.
pub fn of_locale(desk: &Desk<'_>, locale: &Locale, reader: &Locale) -> Vec<DeadlineLink> {
    let catalog = desk.resolver.catalog;
    let mut links = Vec::new();
    for entry in catalog.documents.values() {
        if let Some(edition) = entry.editions.get(locale) {
            let revision = catalog.revision(edition.current());
            of_revision(desk, revision, reader, &mut links);
        }
    }
    links.sort_by(|a, b| (&a.day.iso, &a.address, a.role).cmp(&(&b.day.iso, &b.address, b.role)));
    links.dedup();
    links
}

fn of_revision(
    desk: &Desk<'_>,
    revision: &Revision,
    reader: &Locale,
    links: &mut Vec<DeadlineLink>,
) {
    let locale = &revision.place.locale;
    let formats = desk.language(reader).messages.formats();
    for mention in revision
        .dates
        .iter()
        .filter(|mention| mention.role != Role::Mention)
    {
        let section = mention
            .section
            .and_then(|index| revision.sections.get(usize::from(index)));
        let route = Route::current(locale, &revision.place.document);
        let fragment = section.map_or(String::new(), |s| {
            format!("#{}", crate::path::encode(s.id()))
        });
        links.push(DeadlineLink {
            title: revision.title().to_owned(),
            language: (locale != reader).then(|| locale.tag()),
            address: format!("{route}{fragment}"),
            day: Day {
                iso: mention.date.to_string(),
                name: formats.date(mention.date),
            },
            role: role(mention.role),
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
