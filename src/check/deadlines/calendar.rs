//! Deadlines as events of a calendar.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::calendar::{Calendar, Event, identifier};
use crate::check::Context;
use crate::check::deadlines::listing::{Item, Listing};
use crate::check::deadlines::status::limit;
use crate::dates::cue::Role;

/// Days before a deadline on which calendars remind their reader: time to act, and still near.
const REMINDER: u16 = 7;

/// A calendar of the deadlines in a listing: one event for each date of a document, whatever
/// languages name it. Dates that are only mentioned are left out.
pub fn calendar(context: &Context<'_>, listing: &Listing<'_>) -> Calendar {
    let mut events: BTreeMap<(&str, Date), Vec<&Item<'_>>> = BTreeMap::new();
    for item in listing
        .dates
        .iter()
        .filter(|item| item.role != Role::Mention)
    {
        let key = (item.document, limit(item.told.mention));
        events.entry(key).or_default().push(item);
    }
    // An identifier outlives a moved date: it counts the deadlines of a section instead.
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut calendar = Calendar {
        name: name(context),
        events: Vec::with_capacity(events.len()),
    };
    for ((document, day), mut items) in events {
        items.sort_by_key(|item| (item.file, item.line, item.column));
        let item = of_reference(context, &items);
        let count = counts.entry((document, item.anchor)).or_default();
        *count += 1;
        let id = identifier(&["deadline", document, item.anchor, &count.to_string()]);
        calendar
            .events
            .push(event(context, (id, day), item, &items));
    }
    calendar
}

fn name(context: &Context<'_>) -> String {
    match context.config.title.as_str() {
        "" => "Deadlines".to_owned(),
        title => format!("Deadlines: {title}"),
    }
}

/// The date as the reference has it, else the first.
fn of_reference<'i, 'a>(context: &Context<'_>, items: &[&'i Item<'a>]) -> &'i Item<'a> {
    let catalog = context.resolver.catalog;
    let entry = catalog.documents.get(items[0].document);
    let locale = entry.map(|entry| &catalog.revision(entry.reference).place.locale);
    let own = items.iter().find(|item| Some(item.locale) == locale);
    own.copied().unwrap_or(items[0])
}

fn event(
    context: &Context<'_>,
    (identifier, day): (String, Date),
    item: &Item<'_>,
    all: &[&Item<'_>],
) -> Event {
    let resolver = context.resolver;
    let current = resolver.catalog.current(item.document, item.locale);
    let revision = current.map(|id| resolver.catalog.revision(id));
    let title = revision.map_or(item.document, |revision| revision.title());
    let written = revision.and_then(|revision| revision.front.handoff.max(revision.front.date));
    let line = |item: &&Item<'_>| {
        let role = item.role.word();
        let written = item.written();
        format!("{}: {role} {day} ({written})", item.locale)
    };
    let mut lines: Vec<String> = all.iter().map(line).collect();
    lines.dedup();
    let route = resolver.route(item.document, item.locale);
    let named = context.config.base_url.as_ref();
    let base = named.map(|_| context.config.base());
    Event {
        identifier,
        written: written.unwrap_or(day),
        day,
        summary: format!("{title}: {} {}", item.role.word(), item.written()),
        language: item.locale.tag(),
        description: Some(lines.join("\n")),
        address: base.zip(route).map(|(base, route)| {
            let fragment = item.told.revision.fragment(item.told.mention.section);
            base.whole(&route) + &fragment
        }),
        reminder: Some(REMINDER),
    }
}
