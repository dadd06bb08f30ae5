//! How far translations are, of one locale or of all.

use std::cmp::Reverse;
use std::ops::Range;

use jiff::civil::Date;

use crate::check::drift::verdict::Verdict;
use crate::document::revision::Revision;
use crate::limits::STATUS_ROWS;
use crate::locale::tag::Locale;
use crate::messages::{Argument, Messages};
use crate::page::deadlines::{self, Due};
use crate::page::desk::Desk;
use crate::page::frame::frame;
use crate::page::home::alone;
use crate::page::model::status::{StatusCell, StatusLocale, StatusPage, StatusRow};
use crate::page::notices::lag;
use crate::page::standings::{Listed, Summary};
use crate::page::timeline;
use crate::path::Route;

/// The status page at an address, for the reader of a locale. Its columns are the places of locales
/// in the order of the site.
pub fn page(
    desk: &Desk<'_>,
    route: &Route,
    reader: &Locale,
    (columns, standings): (&Range<usize>, &Listed<'_>),
) -> StatusPage {
    let messages = &desk.language(reader).messages;
    let title = if *route == Route::file("status/") {
        messages.plain("status", &[])
    } else {
        let name = desk.name_of(reader, reader);
        messages.plain("status-of", &[("language", Argument::Text(name))])
    };
    let mut ranked: Vec<_> = standings
        .iter()
        .map(|(document, all)| {
            let titled = titled(desk, document, reader);
            let title = titled.map_or(*document, |revision| revision.title());
            (Reverse(harm(columns, all)), title, (*document, *all))
        })
        .collect();
    ranked.sort_by_key(|(harm, title, _)| (*harm, *title));
    let shown = shown(messages, ranked.len());
    let rows = ranked.into_iter().take(STATUS_ROWS.most);
    let locales = &desk.resolver.catalog.locales[columns.clone()];
    let due = due(desk, locales);
    let days: Vec<Date> = due.iter().map(|due| due.date).collect();
    StatusPage {
        frame: frame(desk, alone(reader, route, &title)),
        locales: columns
            .clone()
            .map(|at| column(desk, reader, at, standings))
            .collect(),
        rows: rows
            .map(|(_, title, of)| row(desk, reader, columns, (title, of)))
            .collect(),
        shown,
        timeline: timeline::of(desk, reader, &days),
        deadlines: deadlines::latest(desk, due, STATUS_ROWS.most, reader),
    }
}

/// Says how many guides are shown, where not all are.
fn shown(messages: &Messages, total: usize) -> Option<String> {
    let number = |n: usize| Argument::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let counts = [
        ("shown", number(STATUS_ROWS.most)),
        ("total", number(total)),
    ];
    (total > STATUS_ROWS.most).then(|| messages.plain("status-shown", &counts))
}

/// The deadlines of all columns, soonest first.
fn due<'a>(desk: &Desk<'a>, columns: &[Locale]) -> Vec<Due<'a>> {
    let of_column = |locale| deadlines::of_locale(desk, locale);
    let mut all: Vec<Due<'a>> = columns.iter().flat_map(of_column).collect();
    all.sort();
    all
}

/// Missing sections first, then age.
type Harm = (usize, i64);

fn harm(columns: &Range<usize>, standings: &[Summary]) -> Harm {
    let shown = || in_columns(columns, standings).iter();
    let lacking = shown().map(|standing| standing.missing).sum();
    let age = shown().map(|standing| standing.days_behind).max();
    (lacking, age.unwrap_or(0))
}

/// A document stands in every locale of the site, in its order.
fn in_columns<'s>(columns: &Range<usize>, standings: &'s [Summary]) -> &'s [Summary] {
    standings.get(columns.clone()).unwrap_or_default()
}

/// The text that gives a document its title for a reader: their own, else the reference.
fn titled<'a>(desk: &'a Desk<'_>, document: &str, reader: &Locale) -> Option<&'a Revision> {
    let catalog = desk.resolver.catalog;
    let reference = || Some(catalog.documents.get(document)?.reference);
    let own = catalog.current(document, reader).or_else(reference);
    own.map(|id| catalog.revision(id))
}

fn row(
    desk: &Desk<'_>,
    reader: &Locale,
    columns: &Range<usize>,
    (title, (document, standings)): (&str, (&str, &[Summary])),
) -> StatusRow {
    let foreign = titled(desk, document, reader)
        .map(|revision| &revision.place.locale)
        .filter(|locale| *locale != reader);
    let messages = &desk.language(reader).messages;
    let route = desk.resolver.route(document, reader);
    StatusRow {
        title: title.to_owned(),
        language: foreign.map(Locale::tag),
        address: route.map(|route| desk.link(&route)),
        cells: in_columns(columns, standings)
            .iter()
            .map(|standing| cell(desk, messages, document, standing))
            .collect(),
    }
}

fn cell(desk: &Desk<'_>, messages: &Messages, document: &str, standing: &Summary) -> StatusCell {
    let word = standing.verdict.word();
    let has = standing.is_there;
    // A share in per cent, 0 to 100.
    let percent = (standing.coverage * 100.0).floor() as u8;
    let route = desk
        .resolver
        .route(document, &standing.locale)
        .filter(|_| has);
    StatusCell {
        status: word,
        label: messages.plain(&format!("status-{word}"), &[]),
        address: route.map(|route| desk.link(&route)),
        coverage: has.then_some(percent),
        detail: detail(messages, standing),
    }
}

fn detail(messages: &Messages, standing: &Summary) -> Option<String> {
    let missing = standing.missing;
    let count = |count: i64| [("count", Argument::Number(count))];
    match standing.verdict {
        Verdict::Behind => {
            let (unit, number) = lag(standing.days_behind)?;
            Some(messages.plain(&format!("status-behind-{unit}"), &count(number)))
        }
        Verdict::Incomplete => {
            let number = i64::try_from(missing).unwrap_or(i64::MAX);
            Some(messages.plain("status-sections-missing", &count(number)))
        }
        _ => None,
    }
}

fn column(desk: &Desk<'_>, reader: &Locale, at: usize, standings: &Listed<'_>) -> StatusLocale {
    let locale = &desk.resolver.catalog.locales[at];
    let of_locale = || {
        let all = standings
            .iter()
            .filter_map(|(_, standings)| standings.get(at));
        all.filter(|standing| standing.verdict != Verdict::Absent)
    };
    let good =
        |standing: &&Summary| matches!(standing.verdict, Verdict::Newest | Verdict::UpToDate);
    let (fresh, total) = (of_locale().filter(good).count(), of_locale().count());
    let number = |n: usize| Argument::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let arguments = [("fresh", number(fresh)), ("total", number(total))];
    StatusLocale {
        tag: locale.tag(),
        name: desk.language(locale).frame.name.clone(),
        address: desk.link(&Route::in_locale(locale, "status/")),
        fresh,
        total,
        percent: (fresh * 100).checked_div(total).unwrap_or(100),
        summary: desk
            .language(reader)
            .messages
            .plain("status-share", &arguments),
    }
}
