//! The dates of a tree on paper: one file a format, all of them in [`FORMATS`].

pub mod rows;

pub mod human;

use std::io;

use crate::check::Context;
use crate::check::deadlines::calendar::calendar;
use crate::check::deadlines::listing::Listing;
use crate::report::look::Look;

/// All that a format needs to know.
pub struct Dates<'a> {
    /// What is listed.
    pub listing: &'a Listing<'a>,
    /// What is known of the site.
    pub context: &'a Context<'a>,
    /// How the human format looks.
    pub look: Look<'a>,
}

/// Puts the dates on paper.
///
/// # Errors
/// Only what the writer itself cannot do.
pub type Write = fn(&Dates<'_>, &mut dyn io::Write) -> io::Result<()>;

/// The formats by the name that `--format` takes; the first is the default.
pub static FORMATS: &[(&str, Write)] = &[
    ("human", human::write),
    ("json", json),
    ("csv", rows::write),
    ("ics", ics),
];

fn json(dates: &Dates<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, dates.listing)?;
    writeln!(out)
}

fn ics(dates: &Dates<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    calendar(dates.context, dates.listing).write(out)
}
