//! Drift on paper: a table for the terminal, records for a spreadsheet, and of one document what a
//! translator has to do.

pub mod matrix;

pub mod redo;

use std::io;

use crate::check::drift::listing::Listing;
use crate::check::drift::verdict::{Evidence, Verdict};
use crate::report::csv::record;
use crate::report::paint::{Paint, Tone};

/// How the terminal looks.
#[derive(Clone, Copy)]
pub struct Look {
    pub paint: Paint,
    pub width: usize,
}

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

/// One line that counts.
///
/// # Errors
/// What the writer cannot do.
pub fn summary(listing: &Listing, out: &mut dyn io::Write) -> io::Result<()> {
    let locales = || {
        listing
            .documents
            .iter()
            .flat_map(|document| &document.locales)
    };
    let count = |verdict| locales().filter(|locale| locale.status == verdict).count();
    let fragments = listing.documents.iter().filter(|d| d.fragment).count();
    let documents = listing.documents.len() - fragments;
    let beside = match fragments {
        0 => String::new(),
        _ => format!(" and {}", counted(fragments, "fragment")),
    };
    writeln!(
        out,
        "{}{beside}: {} behind, {} incomplete, {} missing",
        counted(documents, "document"),
        counted(count(Verdict::Behind), "translation"),
        count(Verdict::Incomplete),
        count(Verdict::Missing)
    )
}

/// `1 section`, `2 sections`.
fn counted(count: usize, one: &str) -> String {
    let end = if count == 1 { "" } else { "s" };
    format!("{count} {one}{end}")
}
