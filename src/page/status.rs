//! How far translations are, of one locale or of all.

use crate::check::drift::standing::Standing;
use crate::check::drift::verdict::Verdict;
use crate::locale::tag::Locale;
use crate::messages::{Argument, Messages};
use crate::page::deadlines;
use crate::page::desk::Desk;
use crate::page::frame::frame;
use crate::page::home::alone;
use crate::page::model::{DeadlineLink, StatusCell, StatusLocale, StatusPage, StatusRow};
use crate::page::standings::Listed;
use crate::page::timeline;
use crate::path::Route;

/// The status page at an address, of the locales that are its columns, for the reader of one.
pub fn page(
    desk: &Desk<'_>,
    route: &Route,
    reader: &Locale,
    (columns, standings): (&[Locale], &Listed<'_>),
) -> StatusPage {
    let messages = &desk.language(reader).messages;
    let title = if *route == Route::file("status/") {
        messages.plain("status", &[])
    } else {
        let name = desk.name_of(reader, reader);
        messages.plain("status-of", &[("language", Argument::Text(&name))])
    };
    let mut rows: Vec<(Harm, StatusRow)> = standings
        .iter()
        .map(|(document, all)| row(desk, reader, columns, (document, all)))
        .collect();
    rows.sort_by(|(x, a), (y, b)| y.cmp(x).then_with(|| a.title.cmp(&b.title)));
    let deadlines = due(desk, columns, reader);
    StatusPage {
        frame: frame(desk, alone(reader, route, &title)),
        locales: columns
            .iter()
            .map(|locale| column(desk, reader, locale, standings))
            .collect(),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        timeline: timeline::of(desk, reader, &deadlines),
        deadlines,
    }
}

/// The deadlines of all columns, soonest first.
fn due(desk: &Desk<'_>, columns: &[Locale], reader: &Locale) -> Vec<DeadlineLink> {
    let of_column = |locale| deadlines::of_locale(desk, locale, reader);
    let mut all: Vec<DeadlineLink> = columns.iter().flat_map(of_column).collect();
    all.sort_by(|a, b| (&a.day.iso, &a.address).cmp(&(&b.day.iso, &b.address)));
    all
}

/// Missing sections first, then age.
type Harm = (usize, i64);

fn row(
    desk: &Desk<'_>,
    reader: &Locale,
    columns: &[Locale],
    (document, standings): (&str, &[Standing]),
) -> (Harm, StatusRow) {
    let catalog = desk.resolver.catalog;
    let reference = catalog
        .documents
        .get(document)
        .map(|d| catalog.revision(d.reference));
    let own = catalog
        .current(document, reader)
        .map(|id| catalog.revision(id));
    let titled = own.or(reference);
    let foreign = titled
        .map(|revision| &revision.place.locale)
        .filter(|locale| *locale != reader);
    let messages = &desk.language(reader).messages;
    let shown = || {
        standings
            .iter()
            .filter(|standing| columns.contains(&standing.locale))
    };
    let lacking = shown().map(|s| s.sections.len()).sum();
    let age = shown().map(|s| s.days_behind).max().unwrap_or(0);
    let row = StatusRow {
        title: titled
            .map_or(document, |revision| revision.title())
            .to_owned(),
        language: foreign.map(Locale::tag),
        address: desk
            .resolver
            .route(document, reader)
            .map(|route| route.to_string()),
        cells: shown()
            .map(|standing| cell(desk, messages, document, standing))
            .collect(),
    };
    ((lacking, age), row)
}

fn cell(desk: &Desk<'_>, messages: &Messages, document: &str, standing: &Standing) -> StatusCell {
    let word = standing.verdict.word();
    let has = standing.current.is_some();
    // A share in per cent, 0 to 100.
    let percent = (standing.coverage * 100.0).floor() as u8;
    let route = desk
        .resolver
        .route(document, &standing.locale)
        .filter(|_| has);
    StatusCell {
        status: word,
        label: messages.plain(&format!("status-{word}"), &[]),
        address: route.map(|route| route.to_string()),
        coverage: has.then_some(percent),
        detail: detail(messages, standing),
    }
}

fn detail(messages: &Messages, standing: &Standing) -> Option<String> {
    let missing = standing.sections.len();
    let count = |count: i64| [("count", Argument::Number(count))];
    match standing.verdict {
        Verdict::Behind => {
            let (id, number) = match standing.days_behind {
                ..=0 => return None,
                days @ 1..=13 => ("status-behind-days", days),
                days @ 14..=59 => ("status-behind-weeks", days / 7),
                days @ 60..=729 => ("status-behind-months", days / 30),
                days => ("status-behind-years", days / 365),
            };
            Some(messages.plain(id, &count(number)))
        }
        Verdict::Incomplete => {
            let number = i64::try_from(missing).unwrap_or(i64::MAX);
            Some(messages.plain("status-sections-missing", &count(number)))
        }
        _ => None,
    }
}

fn column(
    desk: &Desk<'_>,
    reader: &Locale,
    locale: &Locale,
    standings: &Listed<'_>,
) -> StatusLocale {
    let of_locale = || {
        let all = standings.iter().flat_map(|(_, standings)| standings.iter());
        all.filter(|standing| standing.locale == *locale && standing.verdict != Verdict::Absent)
    };
    let good =
        |standing: &&Standing| matches!(standing.verdict, Verdict::Newest | Verdict::UpToDate);
    let (fresh, total) = (of_locale().filter(good).count(), of_locale().count());
    let number = |n: usize| Argument::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let arguments = [("fresh", number(fresh)), ("total", number(total))];
    StatusLocale {
        tag: locale.tag(),
        name: desk.language(locale).frame.name.clone(),
        address: Route::in_locale(locale, "status/").to_string(),
        fresh,
        total,
        percent: (fresh * 100).checked_div(total).unwrap_or(100),
        summary: desk
            .language(reader)
            .messages
            .plain("status-share", &arguments),
    }
}
