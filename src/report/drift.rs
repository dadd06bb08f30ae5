//! Drift on paper: a table for the terminal, records for a spreadsheet, and of one document what a
//! translator has to do.

pub mod matrix;

pub mod redo;

use std::io;

use crate::check::drift::listing::{Listing, Reference};
use crate::check::drift::verdict::{Evidence, Verdict};
use crate::csv::record;
use crate::messages::Argument;
use crate::report::look::{Look, number};
use crate::report::paint::Tone;
use crate::report::terminal::harmless;

/// One record a document and locale.
///
/// # Errors
/// What the writer cannot do.
pub fn csv(listing: &Listing, out: &mut dyn io::Write) -> io::Result<()> {
    record(
        &[
            "document",
            "locale",
            "status",
            "evidence",
            "days_behind",
            "coverage",
            "date",
            "file",
        ],
        out,
    )?;
    for document in &listing.documents {
        for locale in &document.locales {
            let current = locale.current.as_ref();
            let date = current
                .and_then(|current| current.date)
                .map_or(String::new(), |d| d.to_string());
            record(
                &[
                    &document.document,
                    &locale.locale.tag(),
                    locale.status.word(),
                    locale.evidence.map_or("", Evidence::word),
                    &locale.days_behind.to_string(),
                    &locale.coverage.to_string(),
                    &date,
                    current.map_or("", |current| &current.file),
                ],
                out,
            )?;
        }
    }
    Ok(())
}

/// The sign of a verdict, and how good it is.
pub fn glyph(verdict: Verdict) -> (&'static str, Tone) {
    match verdict {
        Verdict::Newest => ("★", Tone::Good),
        Verdict::UpToDate => ("✓", Tone::Good),
        Verdict::Behind => ("▼", Tone::Doubtful),
        Verdict::Incomplete => ("◐", Tone::Doubtful),
        Verdict::Missing => ("·", Tone::Faint),
        Verdict::Absent => ("–", Tone::Faint),
        Verdict::Orphan => ("✗", Tone::Doubtful),
        Verdict::Unknown => ("?", Tone::Known),
    }
}

/// The word for a verdict, in the reader's language.
pub fn status(verdict: Verdict, look: &Look<'_>) -> String {
    look.word(&format!("status-{}", verdict.word()))
}

/// One line that counts.
///
/// # Errors
/// What the writer cannot do.
pub fn summary(listing: &Listing, look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let locales = || {
        listing
            .documents
            .iter()
            .flat_map(|document| &document.locales)
    };
    let count = |verdict| number(locales().filter(|locale| locale.status == verdict).count());
    let fragments = listing.documents.iter().filter(|d| d.fragment).count();
    let documents = number(listing.documents.len());
    let arguments = [
        ("documents", documents),
        ("behind", count(Verdict::Behind)),
        ("incomplete", count(Verdict::Incomplete)),
        ("missing", count(Verdict::Missing)),
    ];
    writeln!(out, "{}", look.text("cli-drift", &arguments))?;
    if fragments > 0 {
        writeln!(out, "{}", look.count("cli-drift-fragments", fragments))?;
    }
    Ok(())
}

/// Which text the others are measured against.
///
/// # Errors
/// What the writer cannot do.
pub fn newest(newest: &Reference, look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let (locale, file) = (newest.locale.tag(), harmless(&newest.file));
    let date = newest.date.map(|date| date.to_string());
    let mut arguments = vec![
        ("locale", Argument::Text(&locale)),
        ("key", Argument::Text(newest.decided_by)),
        ("file", Argument::Text(&file)),
    ];
    let id = match &date {
        Some(date) => {
            arguments.push(("date", Argument::Text(date)));
            "cli-drift-newest-of"
        }
        None => "cli-drift-newest",
    };
    writeln!(out, "{}", look.text(id, &arguments))
}
