//! Dates for spreadsheets: one row a date, the fields of the JSON as columns.

use std::io;

use crate::check::deadlines::listing::Item;
use crate::csv::record;
use crate::report::deadlines::Dates;

const TITLES: [&str; 13] = [
    "document",
    "locale",
    "file",
    "line",
    "column",
    "anchor",
    "text",
    "date",
    "precision",
    "role",
    "cue",
    "status",
    "days",
];

/// Writes the titles and a row for each date.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write(dates: &Dates<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    record(&TITLES, out)?;
    let mut rows = dates.listing.dates.iter();
    rows.try_for_each(|item| row(item, out))
}

fn row(item: &Item<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let cells = [
        item.document,
        &item.locale.tag(),
        item.file,
        &item.line.to_string(),
        &item.column.to_string(),
        item.anchor,
        &item.written(),
        &item.date.to_string(),
        item.precision.word(),
        item.role.word(),
        item.cue.unwrap_or_default(),
        item.status.word(),
        &item.days.to_string(),
    ];
    record(&cells, out)
}
