//! Deadlines for a reader at a terminal.

use std::io;

use crate::check::deadlines::listing::{Item, Section};
use crate::check::deadlines::status::Status;
use crate::dates::cue::Role;
use crate::messages::Argument;
use crate::report::deadlines::Dates;
use crate::report::look::{Detail, Look, number};
use crate::report::paint::Tone;
use crate::report::table::{Cell, Column, Table};
use crate::report::terminal::harmless;

/// Writes a table of the deadlines, then the sections on which languages disagree, then a line
/// that counts. Dates that are only mentioned are for those who want to see all.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write(dates: &Dates<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let deadlines: Vec<&Item<'_>> = dates
        .listing
        .dates
        .iter()
        .filter(|item| item.role != Role::Mention || dates.look.detail == Detail::Full)
        .collect();
    if !deadlines.is_empty() {
        table(&deadlines, &dates.look).write(dates.look.paint, dates.look.width, out)?;
        writeln!(out)?;
    }
    for section in &dates.listing.disagreements {
        disagreement(section, dates, out)?;
    }
    writeln!(out, "{}", closing(&deadlines, dates))
}

fn table(deadlines: &[&Item<'_>], look: &Look<'_>) -> Table<6> {
    let mut table = Table::new([
        Column::words(look.word("cli-column-date")),
        Column::numbers(look.word("cli-column-days")),
        Column::words(look.word("cli-column-asks")),
        Column::words(look.word("cli-column-language")),
        Column::words(look.word("cli-column-written")),
        Column::places(look.word("cli-column-place")),
    ]);
    for item in deadlines {
        let day = Cell {
            text: item.date.to_string(),
            tone: tone(item),
        };
        table.row([
            day,
            Cell::from(item.days.to_string()),
            Cell::from(asks(item.role, look)),
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
    let look = &dates.look;
    let place = harmless(&place);
    let title = look.text("cli-disagree", &[("place", Argument::Text(&place))]);
    writeln!(out, "{}", look.tint(Tone::Strong, title))?;
    let mut table = Table::new([
        Column::words(look.word("cli-column-language")),
        Column::words(look.word("cli-column-asks")),
        Column::words(look.word("cli-column-date")),
        Column::places(look.word("cli-column-place")),
    ]);
    for said in &section.dates {
        table.row([
            Cell::from(said.locale.tag()),
            Cell::from(asks(said.role, look)),
            Cell::from(said.date.to_string()),
            Cell::from(format!("{}:{}", said.file, said.line)),
        ]);
    }
    table.write(look.paint, look.width, out)?;
    writeln!(out)
}

fn closing(deadlines: &[&Item<'_>], dates: &Dates<'_>) -> String {
    let look = &dates.look;
    if deadlines.is_empty() {
        return look.tint(Tone::Good, look.word("cli-deadlines-none"));
    }
    let count = |status: Status| {
        let of_status = deadlines.iter().filter(|item| item.status == status);
        number(of_status.count())
    };
    let counted = look.text(
        "cli-deadlines",
        &[
            ("passed", count(Status::Passed)),
            ("due", count(Status::Due)),
            ("upcoming", count(Status::Upcoming)),
        ],
    );
    match dates.listing.disagreements.len() {
        0 => counted,
        many => format!("{counted}; {}", look.count("cli-deadlines-differ", many)),
    }
}

/// The word for what a date asks.
fn asks(role: Role, look: &Look<'_>) -> String {
    look.word(match role {
        Role::Before => "deadline-before",
        Role::By => "deadline-by",
        Role::On => "deadline-on",
        Role::After => "deadline-after",
        Role::Mention => "cli-mention",
    })
}
