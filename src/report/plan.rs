//! The plan of an import for a reader at a terminal.

use std::io;

use crate::import::plan::{Plan, PlannedDocument, State};
use crate::report::look::{Detail, Look, number};
use crate::report::paint::Tone;
use crate::report::terminal::{harmless, isolate, width};

/// So many files that are no pages, or not taken, are listed unless all are wanted.
const LISTED: usize = 20;

/// Writes a plan: documents with their files, then the rest, then one line that counts them.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn human(plan: &Plan, look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for document in &plan.documents {
        write_document(document, look, out)?;
    }
    let others = plan
        .others
        .iter()
        .map(|other| arrow(&other.from, &other.to));
    list("cli-others", others.collect(), look, out)?;
    let skipped = plan
        .skipped
        .iter()
        .map(|skipped| format!("{}: {}", shown(&skipped.from), harmless(&skipped.why)));
    list("cli-skipped", skipped.collect(), look, out)?;
    let pages: usize = plan
        .documents
        .iter()
        .map(|document| document.files.len())
        .sum();
    let counted = [
        ("documents", number(plan.documents.len())),
        ("pages", number(pages)),
        ("others", number(plan.others.len())),
        ("skipped", number(plan.skipped.len())),
    ];
    writeln!(out, "{}", look.text("cli-plan", &counted))
}

fn write_document(
    document: &PlannedDocument,
    look: &Look<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let title = shown(&document.document);
    writeln!(out, "{}", look.tint(Tone::Strong, title))?;
    let current = look.word("cli-current");
    let superseded = look.word("cli-superseded");
    let columns = width(&current).max(width(&superseded));
    for file in &document.files {
        let date = file
            .date
            .map_or_else(|| look.word("version-undated"), |date| date.to_string());
        let state = match file.state {
            State::Current => &current,
            State::Superseded => &superseded,
        };
        let pad = columns - width(state);
        let locale = file.locale.tag();
        let paths = arrow(&file.from, &file.to);
        writeln!(out, "  {locale:<7} {date:<10} {state}{:pad$} {paths}", "")?;
    }
    writeln!(out)
}

fn list(
    title: &str,
    lines: Vec<String>,
    look: &Look<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", look.tint(Tone::Strong, look.word(title)))?;
    let most = match look.detail {
        Detail::Brief => LISTED,
        Detail::Full => lines.len(),
    };
    for line in lines.iter().take(most) {
        writeln!(out, "  {line}")?;
    }
    if lines.len() > most {
        writeln!(out, "  {}", look.count("cli-more", lines.len() - most))?;
    }
    writeln!(out)
}

fn arrow(from: &str, to: &str) -> String {
    format!("{} -> {}", shown(from), shown(to))
}

/// A name of unknown origin, fit for a line.
fn shown(name: &str) -> String {
    isolate(&harmless(name)).into_owned()
}
