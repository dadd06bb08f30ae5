//! The translator's view of a document: of each language what changed in the source, section by
//! section, with the section of the translation below it.

use std::io;

use crate::check::drift::listing::ListedLocale;
use crate::check::drift::verdict::Evidence;
use crate::compare::words;
use crate::document::passages::unwrapped;
use crate::document::revision::Revision;
use crate::locale::words::Words;
use crate::pipeline::redo::{Part, Passage, Redo, Task, TaskKind};
use crate::report::diff;
use crate::report::drift::{Look, counted, glyph};
use crate::report::paint::Tone;
use crate::report::terminal::{harmless, isolate};

/// A translation and what is to be done for it.
pub struct Page<'a> {
    pub listed: &'a ListedLocale,
    pub own: &'a Revision,
    /// What it is measured against.
    pub source: &'a Revision,
    pub redo: &'a Redo,
}

/// Writes what is to be done for one translation.
///
/// # Errors
/// What the writer cannot do.
pub fn write(page: &Page<'_>, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    heading(page.listed, look, out)?;
    made_from(page, out)?;
    let split = Words::new(&page.source.place.locale);
    // Without the text of then, both sides are all that a translator can look at.
    let known = page.redo.tasks.iter().any(|task| task.then.is_some());
    let paper = Paper { page, look, known };
    for task in &page.redo.tasks {
        writeln!(out)?;
        let head = format!("{}: {}", name(task), task.kind.word());
        writeln!(out, "{}", look.paint.tint(Tone::Strong, head))?;
        paper.task(task, &split, out)?;
    }
    others(page.listed, look, out)
}

/// The line of a translation: its verdict, what it rests on, its file.
///
/// # Errors
/// What the writer cannot do.
pub fn heading(locale: &ListedLocale, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    let (sign, tone) = glyph(locale.status);
    let status = look
        .paint
        .tint(tone, format!("{sign} {}", locale.status.word()));
    let days = match usize::try_from(locale.days_behind) {
        Ok(0) | Err(_) => String::new(),
        Ok(days) => format!(", {}", counted(days, "day")),
    };
    let evidence = locale.evidence.map_or("", Evidence::word);
    let by = if evidence.is_empty() { "" } else { ", by " };
    let file = match &locale.current {
        Some(current) => format!(": {}", harmless(&current.file)),
        None => String::new(),
    };
    writeln!(
        out,
        "\n{}  {status}{days}{by}{evidence}{file}",
        locale.locale
    )
}

fn made_from(page: &Page<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let front = &page.own.front;
    let stamp = match page.listed.evidence {
        Some(Evidence::SourceCommit) => front.source_commit.as_deref(),
        Some(Evidence::SourceHash) => front.source_hash.as_deref(),
        _ => None,
    };
    let source = harmless(page.source.path().as_str()).into_owned();
    let count = to_do(page);
    match stamp {
        Some(stamp) => writeln!(
            out,
            "made from {} of {source}; {count}",
            harmless(stamp.get(..12).unwrap_or(stamp))
        ),
        None => writeln!(out, "beside {source}; {count}"),
    }
}

/// `the front matter and 2 of 6 sections to look at`.
fn to_do(page: &Page<'_>) -> String {
    let tasks = || page.redo.tasks.iter();
    let has = |part: Part| tasks().any(|task| task.part == part);
    let done = tasks().filter(|task| task.part == Part::Section && task.source.is_some());
    let all = counted(page.source.sections.len(), "section");
    let sections = format!("{} of {all}", done.count());
    let before = match (has(Part::FrontMatter), has(Part::Opening)) {
        (true, true) => "the front matter, the opening and ",
        (true, false) => "the front matter and ",
        (false, true) => "the opening and ",
        (false, false) => "",
    };
    format!("{before}{sections} to look at")
}

/// What a part of a page is called.
fn name(task: &Task) -> String {
    match task.part {
        Part::FrontMatter => "front matter".to_owned(),
        Part::Opening => "opening".to_owned(),
        Part::Section => isolate(&harmless(&task.title)).into_owned(),
    }
}

struct Paper<'a> {
    page: &'a Page<'a>,
    look: Look,
    /// Whether it is known what the source said when this was translated.
    known: bool,
}

impl Paper<'_> {
    fn task(&self, task: &Task, split: &Words, out: &mut dyn io::Write) -> io::Result<()> {
        values(task, out)?;
        match (&task.then, &task.source) {
            (Some(then), source) => {
                self.place(self.page.source, source.as_ref(), out)?;
                let now = source.as_ref().map_or("", |source| &source.text);
                let (then, now) = (unwrapped(then), unwrapped(now));
                let pieces = words(&then, &now, &|text| split.split(text));
                let mut drawn = Vec::new();
                diff::write(&pieces, self.look.paint, &mut drawn)?;
                indented(&String::from_utf8_lossy(&drawn), out)?;
            }
            (None, Some(source)) if self.shows(task.kind) => {
                self.place(self.page.source, Some(source), out)?;
                text(&source.text, out)?;
            }
            _ => {}
        }
        self.own(task, out)
    }

    fn own(&self, task: &Task, out: &mut dyn io::Write) -> io::Result<()> {
        let Some(own) = &task.own else {
            let path = harmless(self.page.own.path().as_str()).into_owned();
            let after = task.after.map_or(String::new(), |line| {
                format!("; it would follow the section at line {line}")
            });
            return writeln!(out, "  not in {path}{after}");
        };
        self.place(self.page.own, Some(own), out)?;
        if self.shows(task.kind) || task.then.is_some() {
            text(&own.text, out)?;
        }
        Ok(())
    }

    /// Whether a section's texts are worth their lines.
    fn shows(&self, kind: TaskKind) -> bool {
        match kind {
            TaskKind::Changed | TaskKind::Missing | TaskKind::Removed => true,
            TaskKind::Differs => !self.known,
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
            Some(passage) => format!("  {path}, line {}", passage.line),
            None => format!("  {path}"),
        };
        writeln!(out, "{}", self.look.paint.tint(Tone::Faint, place))
    }
}

fn values(task: &Task, out: &mut dyn io::Write) -> io::Result<()> {
    for value in &task.values {
        let sentence = value.sentence_here();
        let sentence = isolate(&harmless(&sentence)).into_owned();
        writeln!(out, "  line {}: {sentence}", value.line)?;
    }
    for sentence in &task.sentences {
        let sentence = isolate(&harmless(sentence)).into_owned();
        writeln!(out, "  no longer in the source: {sentence}")?;
    }
    Ok(())
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
fn others(locale: &ListedLocale, look: Look, out: &mut dyn io::Write) -> io::Result<()> {
    for (change, head) in [
        ("renamed", "under another anchor than in the newest text"),
        ("moved", "at another place than in the newest text"),
    ] {
        let mut found = locale
            .sections
            .iter()
            .filter(|s| s.change == change)
            .peekable();
        if found.peek().is_some() {
            writeln!(out, "\n{}", look.paint.tint(Tone::Strong, head))?;
        }
        for section in found {
            let there = section.reference_anchor.as_deref().unwrap_or_default();
            let there = match there == section.anchor {
                true => String::new(),
                false => format!(", there `{}`", harmless(there)),
            };
            let line = section.line.unwrap_or(1);
            writeln!(out, "  line {line}: `{}`{there}", harmless(&section.anchor))?;
        }
    }
    Ok(())
}
