//! Deadlines for a reader at a terminal.

use std::io;

use crate::check::deadlines::listing::{Item, Section};
use crate::check::deadlines::status::Status;
use crate::dates::cue::Role;
use crate::report::deadlines::Dates;
use crate::report::paint::Tone;
use crate::report::table::{Cell, Column, Table};
use crate::report::terminal::harmless;

/// Writes a table of the deadlines, then the sections on which languages disagree, then a line
/// that counts. Dates that are only mentioned are left to the other formats.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write(dates: &Dates<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let deadlines: Vec<&Item<'_>> = dates
        .listing
        .dates
        .iter()
        .filter(|item| item.role != Role::Mention)
        .collect();
    if !deadlines.is_empty() {
        table(&deadlines).write(dates.paint, dates.width, out)?;
        writeln!(out)?;
    }
    for section in &dates.listing.disagreements {
        disagreement(section, dates, out)?;
    }
    writeln!(out, "{}", closing(&deadlines, dates))
}

fn table(deadlines: &[&Item<'_>]) -> Table<6> {
    let mut table = Table::new([
        Column::words("date"),
        Column::numbers("days"),
        Column::words("asks"),
        Column::words("language"),
        Column::words("as written"),
        Column::words("place"),
    ]);
    for item in deadlines {
        let day = Cell {
            text: item.date.to_string(),
            tone: tone(item),
        };
        table.row([
            day,
            Cell::from(item.days.to_string()),
            Cell::from(item.role.word().to_owned()),
            Cell::from(item.locale.tag()),
            Cell::from(item.written()),
            Cell::from(format!("{}:{}", item.file, item.line)),
        ]);
    }
    table
}

fn tone(item: &Item<'_>) -> Tone {
    match (item.status, item.role) {
        (Status::Passed, Role::Before | Role::By) => Tone::Bad,
        (Status::Passed, _) => Tone::Faint,
        (Status::Due, _) => Tone::Doubtful,
        (Status::Upcoming, _) => Tone::Normal,
    }
}

fn disagreement(
    section: &Section<'_>,
    dates: &Dates<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let place = match section.anchor {
        "" => section.document.to_owned(),
        anchor => format!("{}#{anchor}", section.document),
    };
    let title = format!("the languages disagree in {}", harmless(&place));
    writeln!(out, "{}", dates.paint.tint(Tone::Strong, title))?;
    let mut table = Table::new([
        Column::words("language"),
        Column::words("asks"),
        Column::words("date"),
        Column::words("place"),
    ]);
    for said in &section.dates {
        table.row([
            Cell::from(said.locale.tag()),
            Cell::from(said.role.word().to_owned()),
            Cell::from(said.date.to_string()),
            Cell::from(format!("{}:{}", said.file, said.line)),
        ]);
    }
    table.write(dates.paint, dates.width, out)?;
    writeln!(out)
}

fn closing(deadlines: &[&Item<'_>], dates: &Dates<'_>) -> String {
    if deadlines.is_empty() {
        return dates.paint.tint(Tone::Good, "no deadlines");
    }
    let count = |status: Status| {
        deadlines
            .iter()
            .filter(|item| item.status == status)
            .count()
    };
    let counted = [Status::Passed, Status::Due, Status::Upcoming]
        .map(|status| format!("{} {}", count(status), status.word()));
    let counted = counted.join(", ");
    match dates.listing.disagreements.len() {
        0 => counted,
        1 => format!("{counted}; 1 section differs between languages"),
        many => format!("{counted}; {many} sections differ between languages"),
    }
}
