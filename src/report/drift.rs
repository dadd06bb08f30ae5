//! Drift on paper: a table for the terminal, records for a spreadsheet.

use std::io;

use crate::check::drift::changes::ValueChange;
use crate::check::drift::listing::{Listed, ListedLocale, Listing};
use crate::check::drift::standing::SectionChange;
use crate::check::drift::verdict::{Evidence, Verdict};
use crate::messages::Argument;
use crate::report::csv::record;
use crate::report::look::{Look, number};
use crate::report::paint::Tone;
use crate::report::terminal::{cut, harmless, isolate, width};

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
pub fn human(listing: &Listing, look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let Some(first) = listing.documents.first() else {
        return writeln!(out, "{}", look.word("cli-drift-none"));
    };
    let tags: Vec<String> = first
        .locales
        .iter()
        .map(|locale| locale.locale.tag())
        .collect();
    let cell = tags.iter().map(String::len).max().unwrap_or(0).max(6);
    let names = listing.documents.iter().map(|d| width(&d.document));
    let most = (look.width / 2).max(look.width.saturating_sub((cell + GAP) * tags.len()));
    let name = names.max().unwrap_or(0).min(most);
    // Where the locales are more than fit, the table goes on below.
    let room = look.width.saturating_sub(name) / (cell + GAP);
    let grid = Grid { name, cell };
    for from in (0..tags.len()).step_by(room.max(1)) {
        let columns = from..(from + room.max(1)).min(tags.len());
        grid.titles(&tags[columns.clone()], out)?;
        for document in &listing.documents {
            grid.row(
                document,
                &document.locales[columns.clone()],
                (look, &mut *out),
            )?;
        }
        writeln!(out)?;
    }
    legend(look, out)?;
    match &listing.documents[..] {
        [only] => details(only, look, out),
        _ => writeln!(out, "{}", summary(listing, look)),
    }
}

/// Columns between two cells.
const GAP: usize = 2;

/// How wide the columns of a table are.
struct Grid {
    name: usize,
    cell: usize,
}

impl Grid {
    fn titles(&self, tags: &[String], out: &mut dyn io::Write) -> io::Result<()> {
        let (name, cell) = (self.name, self.cell);
        let tags: String = tags.iter().map(|tag| format!("  {tag:<cell$}")).collect();
        writeln!(out, "{:name$}{}", "", tags.trim_end())
    }

    fn row(
        &self,
        document: &Listed,
        locales: &[ListedLocale],
        (look, out): (&Look<'_>, &mut dyn io::Write),
    ) -> io::Result<()> {
        let name = harmless(&document.document);
        let shown = cut(&name, self.name);
        let pad = self.name.saturating_sub(width(&shown));
        let mut line = format!("{}{:pad$}", isolate(&shown), "");
        for locale in locales {
            let (glyph, tone) = glyph(locale.status);
            let share = match locale.status {
                Verdict::Missing | Verdict::Absent | Verdict::Unknown => String::new(),
                _ => format!(" {:.0}%", locale.coverage * 100.0),
            };
            let text = format!("{glyph}{share}");
            let pad = self.cell.saturating_sub(width(&text));
            line += &format!("  {}{:pad$}", look.tint(tone, text), "");
        }
        writeln!(out, "{}", line.trim_end())
    }
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

/// The word for a verdict, in the reader's language.
fn status(verdict: Verdict, look: &Look<'_>) -> String {
    look.word(&format!("status-{}", verdict.word()))
}

/// What the signs mean, on as many lines as it takes.
fn legend(look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let verdicts = [
        Verdict::Newest,
        Verdict::UpToDate,
        Verdict::Behind,
        Verdict::Incomplete,
        Verdict::Missing,
        Verdict::Orphan,
        Verdict::Unknown,
    ];
    let mut lines = vec![String::new()];
    for verdict in verdicts {
        let part = format!("{} {}", glyph(verdict).0, status(verdict, look));
        let line = lines.last().map_or("", String::as_str);
        if line.is_empty() {
            lines = vec![part];
        } else if width(line) + GAP + width(&part) > look.width {
            lines.push(part);
        } else if let Some(line) = lines.last_mut() {
            *line += &format!("  {part}");
        }
    }
    for line in lines {
        writeln!(out, "{}", look.tint(Tone::Faint, line))?;
    }
    Ok(())
}

fn summary(listing: &Listing, look: &Look<'_>) -> String {
    let documents = listing.documents.iter();
    let locales: Vec<_> = documents.flat_map(|document| &document.locales).collect();
    let count = |verdict| {
        let standing = locales.iter().filter(|locale| locale.status == verdict);
        number(standing.count())
    };
    look.text(
        "cli-drift",
        &[
            ("documents", number(listing.documents.len())),
            ("behind", count(Verdict::Behind)),
            ("incomplete", count(Verdict::Incomplete)),
            ("missing", count(Verdict::Missing)),
        ],
    )
}

/// What a translator needs of one document: each locale, its sections that differ, their values.
fn details(document: &Listed, look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let reference = &document.reference;
    let (locale, file) = (reference.locale.tag(), harmless(&reference.file));
    let date = reference.date.map(|date| date.to_string());
    let mut arguments = vec![
        ("locale", Argument::Text(&locale)),
        ("key", Argument::Text(reference.decided_by)),
        ("file", Argument::Text(&file)),
    ];
    let id = match &date {
        Some(date) => {
            arguments.push(("date", Argument::Text(date)));
            "cli-drift-newest-of"
        }
        None => "cli-drift-newest",
    };
    writeln!(out, "\n{}", look.text(id, &arguments))?;
    for locale in &document.locales {
        edition(locale, look, out)?;
    }
    Ok(())
}

fn edition(locale: &ListedLocale, look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let Some(current) = &locale.current else {
        return Ok(());
    };
    let (_, tone) = glyph(locale.status);
    let days = usize::try_from(locale.days_behind).unwrap_or(0);
    let days = (days > 0).then(|| look.count("cli-days", days));
    let evidence = locale
        .evidence
        .map(|evidence| look.word(&format!("cli-evidence-{}", word(&evidence))));
    let status = look.tint(tone, status(locale.status, look));
    let said: Vec<String> = [Some(status), days, evidence]
        .into_iter()
        .flatten()
        .collect();
    let file = harmless(&current.file);
    writeln!(
        out,
        "\n{}  {}  {}",
        locale.locale,
        said.join(", "),
        isolate(&file)
    )?;
    let differs = |section: &&SectionChange| section.change != "same";
    let sections = locale.sections.iter().filter(differs);
    let mut lines: Vec<(String, String)> = sections.map(|found| section(found, look)).collect();
    lines.extend(locale.changes.iter().map(|found| value(found, look)));
    let widest = lines.iter().map(|(what, _)| width(what)).max().unwrap_or(0);
    for (what, rest) in lines {
        let pad = widest - width(&what);
        writeln!(out, "  {what}{:pad$}  {rest}", "")?;
    }
    Ok(())
}

/// `renamed` and `choose-a-plan instead of choose (line 12)`.
fn section(section: &SectionChange, look: &Look<'_>) -> (String, String) {
    let mut rest = isolate(&harmless(&section.anchor)).into_owned();
    let other = section.reference_anchor.as_ref();
    if let Some(from) = other.filter(|anchor| **anchor != section.anchor) {
        let from = harmless(from);
        let instead = look.text("cli-instead-of", &[("anchor", Argument::Text(&from))]);
        rest += &format!(" {instead}");
    }
    if let Some(line) = section.line {
        rest += &format!(" ({})", at_line(line, look));
    }
    (look.word(&format!("cli-section-{}", section.change)), rest)
}

/// `link` and `start (line 12): ../a.md → ../b.md`.
fn value(change: &ValueChange, look: &Look<'_>) -> (String, String) {
    let found = change.found.as_deref().map(harmless);
    let expected = change.expected.as_deref().map(harmless);
    let values = match (&found, &expected) {
        (Some(found), Some(expected)) => format!(": {} → {}", isolate(found), isolate(expected)),
        (Some(found), None) => {
            let extra = look.text("cli-value-extra", &[("found", Argument::Text(found))]);
            format!(": {extra}")
        }
        (None, Some(expected)) => {
            let missing = look.text(
                "cli-value-missing",
                &[("expected", Argument::Text(expected))],
            );
            format!(": {missing}")
        }
        (None, None) => String::new(),
    };
    let line = at_line(change.line, look);
    let anchor = harmless(&change.anchor);
    let rest = format!("{} ({line}){values}", isolate(&anchor));
    (look.word(&format!("cli-kind-{}", change.kind.word())), rest)
}

/// `line 1234`: a name of a place, so without the separators of a number.
fn at_line(line: u32, look: &Look<'_>) -> String {
    look.text("cli-line", &[("line", Argument::Text(&line.to_string()))])
}

fn word(evidence: &Evidence) -> String {
    match serde_json::to_value(evidence) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
