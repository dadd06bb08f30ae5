//! The plan of an import for a reader at a terminal.

use std::io;

use crate::import::plan::{Plan, PlannedDocument, State};
use crate::report::paint::{Paint, Tone};
use crate::report::terminal::harmless;

/// So many files that are no pages, or not taken, are listed; the JSON has them all.
const LISTED: usize = 20;

/// Writes a plan: documents with their files, then the rest, then one line that counts them.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn human(plan: &Plan, paint: Paint, out: &mut dyn io::Write) -> io::Result<()> {
    for document in &plan.documents {
        write_document(document, paint, out)?;
    }
    let others = plan
        .others
        .iter()
        .map(|other| format!("{} -> {}", other.from, other.to));
    list("others", others.collect(), paint, out)?;
    let skipped = plan
        .skipped
        .iter()
        .map(|skipped| format!("{}: {}", skipped.from, skipped.why));
    list("skipped", skipped.collect(), paint, out)?;
    let pages: usize = plan
        .documents
        .iter()
        .map(|document| document.files.len())
        .sum();
    writeln!(
        out,
        "documents: {}, pages: {pages}, others: {}, skipped: {}",
        plan.documents.len(),
        plan.others.len(),
        plan.skipped.len()
    )
}

fn write_document(
    document: &PlannedDocument,
    paint: Paint,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    writeln!(
        out,
        "{}",
        paint.tint(Tone::Strong, harmless(&document.document))
    )?;
    for file in &document.files {
        let date = file
            .date
            .map_or_else(|| "undated".to_owned(), |date| date.to_string());
        let state = match file.state {
            State::Current => "current",
            State::Superseded => "superseded",
        };
        let locale = file.locale.tag();
        let paths = format!("{} -> {}", file.from, file.to);
        let paths = harmless(&paths);
        writeln!(out, "  {locale:<7} {date:<10} {state:<10} {paths}")?;
    }
    writeln!(out)
}

fn list(title: &str, lines: Vec<String>, paint: Paint, out: &mut dyn io::Write) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", paint.tint(Tone::Strong, title.to_owned()))?;
    for line in lines.iter().take(LISTED) {
        writeln!(out, "  {}", harmless(line))?;
    }
    if lines.len() > LISTED {
        writeln!(out, "  ... and {} more", lines.len() - LISTED)?;
    }
    writeln!(out)
}
