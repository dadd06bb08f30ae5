//! Drift on paper: a table for the terminal, records for a spreadsheet.

use std::io;

use crate::check::drift::listing::{Listed, ListedLocale, Listing};
use crate::check::drift::verdict::Verdict;
use crate::report::csv::record;
use crate::report::paint::{Paint, Tone};
use crate::report::terminal::{cut, isolate, width};

/// How the terminal looks.
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
            let evidence = locale.evidence.map_or(String::new(), |e| word(&e));
            let current = locale.current.as_ref();
            let date = current
                .and_then(|current| current.date)
                .map_or(String::new(), |d| d.to_string());
            record(
                &[
                    &document.document,
                    &locale.locale.tag(),
                    locale.status.word(),
                    &evidence,
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

/// A table with documents down and locales across; of a single document, its sections too.
///
/// # Errors
/// What the writer cannot do.
pub fn human(listing: &Listing, look: &Look, out: &mut dyn io::Write) -> io::Result<()> {
    let Some(first) = listing.documents.first() else {
        return writeln!(out, "no documents");
    };
    let columns: Vec<String> = first
        .locales
        .iter()
        .map(|locale| locale.locale.tag())
        .collect();
    let cell = columns
        .iter()
        .map(|tag| tag.len())
        .max()
        .unwrap_or(0)
        .max(6)
        + 2;
    let names = listing
        .documents
        .iter()
        .map(|d| width(&d.document))
        .max()
        .unwrap_or(0);
    let room = look.width.saturating_sub(cell * columns.len()).max(24);
    let name = names.min(room);
    write!(out, "{:name$}", "")?;
    for tag in &columns {
        write!(out, "  {tag:<pad$}", pad = cell - 2)?;
    }
    writeln!(out)?;
    for document in &listing.documents {
        row(document, (name, cell), look, out)?;
    }
    legend(look, out)?;
    match &listing.documents[..] {
        [only] => details(only, look, out),
        _ => summary(listing, out),
    }
}

fn row(
    document: &Listed,
    (name, cell): (usize, usize),
    look: &Look,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let shown = cut(&document.document, name);
    let pad = name.saturating_sub(width(&shown));
    write!(out, "{}{:pad$}", isolate(&shown), "")?;
    for locale in &document.locales {
        let (glyph, tone) = glyph(locale.status);
        let share = match locale.status {
            Verdict::Missing | Verdict::Absent | Verdict::Unknown => String::new(),
            _ => format!(" {:.0}%", locale.coverage * 100.0),
        };
        let text = format!("{glyph}{share}");
        let pad = (cell - 2).saturating_sub(width(&text));
        write!(out, "  {}{:pad$}", look.paint.tint(tone, text), "")?;
    }
    writeln!(out)
}

fn glyph(verdict: Verdict) -> (&'static str, Tone) {
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

fn legend(look: &Look, out: &mut dyn io::Write) -> io::Result<()> {
    let text = "★ newest  ✓ up to date  ▼ behind  ◐ incomplete  · missing  ✗ orphan  ? unknown";
    writeln!(out, "\n{}", look.paint.tint(Tone::Faint, text))
}

fn summary(listing: &Listing, out: &mut dyn io::Write) -> io::Result<()> {
    let locales = || {
        listing
            .documents
            .iter()
            .flat_map(|document| &document.locales)
    };
    let count = |verdict| locales().filter(|locale| locale.status == verdict).count();
    writeln!(
        out,
        "{} documents: {} translations behind, {} incomplete, {} missing",
        listing.documents.len(),
        count(Verdict::Behind),
        count(Verdict::Incomplete),
        count(Verdict::Missing)
    )
}

/// What a translator needs of one document: each locale, its sections that differ, their values.
fn details(document: &Listed, look: &Look, out: &mut dyn io::Write) -> io::Result<()> {
    let reference = &document.reference;
    let date = reference
        .date
        .map_or(String::new(), |date| format!(" of {date}"));
    let decided = reference.decided_by;
    writeln!(
        out,
        "newest: {}{date}, by {decided}: {}",
        reference.locale, reference.file
    )?;
    for locale in &document.locales {
        edition(locale, look, out)?;
    }
    Ok(())
}

fn edition(locale: &ListedLocale, look: &Look, out: &mut dyn io::Write) -> io::Result<()> {
    let Some(current) = &locale.current else {
        return Ok(());
    };
    let (_, tone) = glyph(locale.status);
    let status = look.paint.tint(tone, locale.status.word());
    let days = match locale.days_behind {
        0 => String::new(),
        days => format!(", {days} days"),
    };
    let evidence = locale
        .evidence
        .map_or(String::new(), |e| format!(", by {}", word(&e)));
    writeln!(
        out,
        "\n{}  {status}{days}{evidence}  {}",
        locale.locale, current.file
    )?;
    for section in locale
        .sections
        .iter()
        .filter(|section| section.change != "same")
    {
        let line = section
            .line
            .map_or(String::new(), |line| format!(" (line {line})"));
        let from = section
            .reference_anchor
            .as_ref()
            .filter(|anchor| **anchor != section.anchor);
        let from = from.map_or(String::new(), |anchor| format!(" from `{anchor}`"));
        writeln!(out, "  {:8} {}{from}{line}", section.change, section.anchor)?;
    }
    for change in &locale.changes {
        let values = match (&change.found, &change.expected) {
            (Some(found), Some(expected)) => format!(": {found} → {expected}"),
            (Some(found), None) => format!(": {found} is not in the newest"),
            (None, Some(expected)) => format!(": {expected} is missing"),
            (None, None) => String::new(),
        };
        let place = format!("{} (line {})", change.anchor, change.line);
        writeln!(out, "  {:8} {place}{values}", change.kind.word())?;
    }
    Ok(())
}

fn word(evidence: &crate::check::drift::verdict::Evidence) -> String {
    match serde_json::to_value(evidence) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
