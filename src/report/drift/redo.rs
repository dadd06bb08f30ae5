//! The translator's view of a document: of each language what changed in the source, section by
//! section, with the section of the translation below it.

use std::io;

use crate::check::align::Change;
use crate::check::drift::changes::ValueChange;
use crate::check::drift::listing::ListedLocale;
use crate::check::drift::verdict::Evidence;
use crate::compare::words;
use crate::document::passages::unwrapped;
use crate::document::revision::Revision;
use crate::locale::words::Words;
use crate::messages::Argument;
use crate::pipeline::redo::{Part, Passage, Redo, Task, TaskKind};
use crate::report::diff;
use crate::report::drift::{glyph, status};
use crate::report::look::{Look, number};
use crate::report::paint::Tone;
use crate::report::terminal::{harmless, isolate};

/// A translation and what is to be done for it.
pub struct Page<'a> {
    /// How the locale stands.
    pub listed: &'a ListedLocale,
    /// The translation.
    pub own: &'a Revision,
    /// What it is measured against.
    pub source: &'a Revision,
    /// What is to be done.
    pub redo: &'a Redo,
}

/// Writes what is to be done for one translation.
///
/// # Errors
/// What the writer cannot do.
pub fn write(page: &Page<'_>, look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    heading(page.listed, look, out)?;
    writeln!(out, "{}; {}", made_from(page, look), to_do(page, look))?;
    let split = Words::new(&page.source.place.locale);
    // Without the text of then, both sides are all that a translator can look at.
    let known = page.redo.tasks.iter().any(|task| task.then.is_some());
    let paper = Paper { page, look, known };
    for task in &page.redo.tasks {
        writeln!(out)?;
        let head = format!("{}: {}", name(task, look), look.word(kind(task.kind)));
        writeln!(out, "{}", look.tint(Tone::Strong, head))?;
        paper.task(task, &split, out)?;
    }
    others(page.listed, look, out)
}

/// The line of a translation: its verdict, what it rests on, its file.
///
/// # Errors
/// What the writer cannot do.
pub fn heading(locale: &ListedLocale, look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let (sign, tone) = glyph(locale.status);
    let status = format!("{sign} {}", status(locale.status, look));
    let days = usize::try_from(locale.days_behind).unwrap_or(0);
    let days = (days > 0).then(|| look.count("cli-days", days));
    let evidence = locale.evidence.map(|evidence| look.word(by(evidence)));
    let said: Vec<String> = [Some(look.tint(tone, status)), days, evidence]
        .into_iter()
        .flatten()
        .collect();
    let file = locale
        .current
        .as_ref()
        .map(|current| harmless(&current.file));
    let file = file.map_or(String::new(), |file| format!("  {}", isolate(&file)));
    writeln!(out, "\n{}  {}{file}", locale.locale, said.join(", "))
}

fn by(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::SourceHash => "cli-evidence-source-hash",
        Evidence::SourceCommit => "cli-evidence-source-commit",
        Evidence::Units => "cli-evidence-units",
        Evidence::Shape => "cli-evidence-shape",
        Evidence::Dates => "cli-evidence-dates",
    }
}

fn kind(kind: TaskKind) -> &'static str {
    match kind {
        TaskKind::Changed => "cli-redo-changed",
        TaskKind::Missing => "cli-redo-missing",
        TaskKind::Removed => "cli-redo-removed",
        TaskKind::Extra => "cli-redo-extra",
        TaskKind::Differs => "cli-redo-differs",
    }
}

/// What a part of a page is called.
fn name(task: &Task, look: &Look<'_>) -> String {
    match task.part {
        Part::FrontMatter => look.word("cli-redo-front"),
        Part::Opening => look.word("cli-redo-opening"),
        Part::Section => isolate(&harmless(&task.title)).into_owned(),
    }
}

/// The source, and which state of it where a stamp tells.
fn made_from(page: &Page<'_>, look: &Look<'_>) -> String {
    let front = &page.own.front;
    let stamp = match page.listed.evidence {
        Some(Evidence::SourceCommit) => front.source_commit.as_deref(),
        Some(Evidence::SourceHash) => front.source_hash.as_deref(),
        _ => None,
    };
    let file = harmless(page.source.path().as_str());
    let file = ("file", Argument::Text(&file));
    match stamp {
        Some(stamp) => {
            let stamp = harmless(stamp.get(..12).unwrap_or(stamp));
            look.text("cli-redo-from", &[("stamp", Argument::Text(&stamp)), file])
        }
        None => look.text("cli-redo-beside", &[file]),
    }
}

fn to_do(page: &Page<'_>, look: &Look<'_>) -> String {
    let tasks = page.redo.tasks.iter();
    let done = tasks.filter(|task| task.part == Part::Section && task.source.is_some());
    let counts = [
        ("done", number(done.count())),
        ("all", number(page.source.sections.len())),
    ];
    look.text("cli-redo-count", &counts)
}

struct Paper<'a> {
    page: &'a Page<'a>,
    look: &'a Look<'a>,
    /// Whether it is known what the source said when this was translated.
    known: bool,
}

impl Paper<'_> {
    fn task(&self, task: &Task, split: &Words, out: &mut dyn io::Write) -> io::Result<()> {
        for change in &task.values {
            writeln!(out, "  {}", value(change, self.look))?;
        }
        for sentence in &task.sentences {
            let text = harmless(sentence);
            let gone = [("text", Argument::Text(&text))];
            let gone = self.look.text("cli-redo-gone", &gone);
            writeln!(out, "  {}", isolate(&gone))?;
        }
        match (&task.then, &task.source) {
            (Some(then), source) => {
                self.place(self.page.source, source.as_ref(), out)?;
                let now = source.as_ref().map_or("", |source| &source.text);
                let flat = |text: &str| match task.part {
                    Part::FrontMatter => text.to_owned(),
                    Part::Opening | Part::Section => unwrapped(text),
                };
                let (then, now) = (flat(then), flat(now));
                let pieces = words(&then, &now, &|text| split.split(text));
                let mut drawn = Vec::new();
                diff::write(&pieces, self.look, &mut drawn)?;
                indented(&String::from_utf8_lossy(&drawn), out)?;
            }
            (None, Some(source)) if self.shows(task) => {
                self.place(self.page.source, Some(source), out)?;
                text(&source.text, out)?;
            }
            _ => {}
        }
        self.own(task, out)
    }

    fn own(&self, task: &Task, out: &mut dyn io::Write) -> io::Result<()> {
        let Some(own) = &task.own else {
            let file = harmless(self.page.own.path().as_str());
            let not_in = [("file", Argument::Text(&file))];
            let not_in = self.look.text("cli-redo-not-in", &not_in);
            let after = task.after.map_or(String::new(), |line| {
                let after = [("line", Argument::Text(&line.to_string()))];
                format!("; {}", self.look.text("cli-redo-after", &after))
            });
            let place = format!("  {not_in}{after}");
            return writeln!(out, "{}", self.look.tint(Tone::Faint, place));
        };
        self.place(self.page.own, Some(own), out)?;
        if self.shows(task) || task.then.is_some() {
            text(&own.text, out)?;
        }
        Ok(())
    }

    /// Whether a section's texts are worth their lines: not where the values say it all.
    fn shows(&self, task: &Task) -> bool {
        let vague = |change: &ValueChange| change.found.is_none() && change.expected.is_none();
        match task.kind {
            TaskKind::Changed | TaskKind::Missing | TaskKind::Removed => true,
            TaskKind::Differs => {
                !self.known && (task.values.iter().any(vague) || !task.sentences.is_empty())
            }
            TaskKind::Extra => false,
        }
    }

    fn place(
        &self,
        file: &Revision,
        passage: Option<&Passage>,
        out: &mut dyn io::Write,
    ) -> io::Result<()> {
        let path = harmless(file.path().as_str()).into_owned();
        let place = match passage {
            Some(passage) => {
                let line = passage.line.to_string();
                let place = [
                    ("file", Argument::Text(&path)),
                    ("line", Argument::Text(&line)),
                ];
                self.look.text("cli-redo-place", &place)
            }
            None => path,
        };
        let place = format!("  {place}");
        writeln!(out, "{}", self.look.tint(Tone::Faint, place))
    }
}

/// `line 12: link ../a.md → ../b.md`.
fn value(change: &ValueChange, look: &Look<'_>) -> String {
    let found = change.found.as_deref().map(harmless);
    let expected = change.expected.as_deref().map(harmless);
    let values = match (&found, &expected) {
        (Some(found), Some(expected)) => format!(" {} → {}", isolate(found), isolate(expected)),
        (Some(found), None) => {
            let extra = look.text("cli-value-extra", &[("found", Argument::Text(found))]);
            format!(" {extra}")
        }
        (None, Some(expected)) => {
            let missing = [("expected", Argument::Text(expected))];
            format!(" {}", look.text("cli-value-missing", &missing))
        }
        (None, None) => format!(" {}", look.word("cli-redo-differs")),
    };
    let kind = look.word(&format!("cli-kind-{}", change.kind.word()));
    format!("{}: {kind}{values}", at_line(change.line, look))
}

/// `line 1234`: a name of a place, so without the separators of a number.
fn at_line(line: u32, look: &Look<'_>) -> String {
    look.text("cli-line", &[("line", Argument::Text(&line.to_string()))])
}

fn text(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    let lines = text.trim().lines();
    for line in lines.filter(|line| !line.trim().is_empty()) {
        writeln!(out, "    {}", isolate(&harmless(line.trim_end())))?;
    }
    Ok(())
}

fn indented(drawn: &str, out: &mut dyn io::Write) -> io::Result<()> {
    drawn
        .lines()
        .try_for_each(|line| writeln!(out, "    {line}"))
}

/// Sections that are there, under another anchor or at another place.
fn others(locale: &ListedLocale, look: &Look<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for (change, head) in [
        (Change::Renamed, "cli-redo-renamed"),
        (Change::Moved, "cli-redo-moved"),
    ] {
        let sections = locale.sections.iter();
        let mut found = sections
            .filter(|section| section.change == change)
            .peekable();
        if found.peek().is_some() {
            writeln!(out, "\n{}", look.tint(Tone::Strong, look.word(head)))?;
        }
        for section in found {
            let there = section.reference_anchor.as_deref().unwrap_or_default();
            let other = (there != section.anchor).then(|| harmless(there));
            let instead = other.map_or(String::new(), |anchor| {
                let instead = [("anchor", Argument::Text(&anchor))];
                format!(" {}", look.text("cli-instead-of", &instead))
            });
            let line = at_line(section.line.unwrap_or(1), look);
            let anchor = harmless(&section.anchor);
            writeln!(out, "  {line}: {}{instead}", isolate(&anchor))?;
        }
    }
    Ok(())
}
