//! The deadlines of a locale, for its home, its status page and its calendar.

use jiff::civil::Date;

use crate::check::deadlines::status::{is_deadline, limit};
use crate::dates::cue::{Precision, Role};
use crate::document::outline::Section;
use crate::document::revision::Revision;
use crate::locale::tag::Locale;
use crate::page::desk::Desk;
use crate::page::model::{Day, DeadlineLink};
use crate::path::{Route, encode};

/// A date with a role, as far as it is needed to put it in its order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Due<'a> {
    /// The day that counts: of a month or quarter that the deadline includes, the last.
    pub date: Date,
    locale: &'a Locale,
    document: &'a str,
    /// The id of its section; none before the first heading.
    section: Option<&'a str>,
    role: Role,
    /// How long the period is that the text names.
    precision: Precision,
    title: &'a str,
}

/// The dates with a role in a locale's current revisions, soonest first, once a section, date and
/// role.
pub fn of_locale<'a>(desk: &Desk<'a>, locale: &Locale) -> Vec<Due<'a>> {
    let catalog = desk.resolver.catalog;
    let mut all = Vec::new();
    for entry in catalog.documents.values() {
        if let Some(edition) = entry.editions.get(locale) {
            of_revision(catalog.revision(edition.current()), &mut all);
        }
    }
    all.sort();
    all.dedup();
    all
}

/// Up to `count` of the latest: which of them are due nobody knows while a site is built, and these
/// can be. In the words of a reader who may have another language.
pub fn latest(
    desk: &Desk<'_>,
    mut all: Vec<Due<'_>>,
    count: usize,
    reader: &Locale,
) -> Vec<DeadlineLink> {
    let formats = desk.language(reader).messages.formats();
    let latest = all.drain(all.len().saturating_sub(count)..);
    let link = |due: Due<'_>| DeadlineLink {
        title: due.title.to_owned(),
        language: (due.locale != reader).then(|| due.locale.tag()),
        address: address(desk, &due),
        day: Day {
            iso: due.date.to_string(),
            name: match due.precision {
                Precision::Month => formats.month(due.date),
                _ => formats.date(due.date),
            },
        },
        role: due.role.word(),
    };
    latest.map(link).collect()
}

fn of_revision<'a>(revision: &'a Revision, all: &mut Vec<Due<'a>>) {
    let dated = revision.dates.iter().filter(|mention| is_deadline(mention));
    all.extend(dated.map(|mention| Due {
        date: limit(mention),
        locale: &revision.place.locale,
        document: &revision.place.document,
        section: revision.section(mention.section).map(Section::id),
        role: mention.role,
        precision: mention.precision,
        title: revision.title(),
    }));
}

/// Where it stands on its page.
fn address(desk: &Desk<'_>, due: &Due<'_>) -> String {
    let page = desk.link(&Route::current(due.locale, due.document));
    match due.section {
        Some(section) => format!("{page}#{}", encode(section)),
        None => page,
    }
}
