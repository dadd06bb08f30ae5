//! Findings for a reader at a terminal: each drawn under its line, file by file.

use std::collections::BTreeMap;
use std::io;

use annotate_snippets::{Annotation, AnnotationKind, Group, Origin, Renderer, Snippet};

use crate::finding::{Finding, Level, Span};
use crate::path::SourcePath;
use crate::report::paint::{Paint, Tone};
use crate::report::terminal::harmless;
use crate::report::texts::Texts;
use crate::report::window::{Window, around};
use crate::report::{Counts, Report, statistics};

/// So many findings of one rule are drawn in a file; of the others a line each says enough.
const DRAWN: usize = 5;

/// From so many findings on, a table of the rules stands before the closing line.
const MANY: usize = 50;

/// Writes the findings, then one line that counts them.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let findings: Vec<&Finding> = report.shown().collect();
    let mut pen = Pen::new(report);
    for of_file in findings.chunk_by(|a, b| a.file == b.file) {
        pen.file(of_file, out)?;
    }
    if findings.len() >= MANY {
        statistics::write(report, out)?;
    } else {
        writeln!(out, "{}", closing(report))?;
    }
    Ok(())
}

/// `3 deny, 41 warn, 12 note in 9 files`.
pub fn closing(report: &Report<'_>) -> String {
    let counted = counted(report.counts(), report.paint);
    match report.files() {
        0 => report.paint.tint(Tone::Good, "no findings"),
        1 => format!("{counted} in 1 file"),
        files => format!("{counted} in {files} files"),
    }
}

/// `3 deny, 41 warn`: the levels that occur.
fn counted(counts: Counts, paint: Paint) -> String {
    let levels = [
        (counts.deny, Level::Deny),
        (counts.warn, Level::Warn),
        (counts.note, Level::Note),
    ];
    let counted = levels.into_iter().filter(|(count, _)| *count > 0);
    let counted =
        counted.map(|(count, level)| paint.tint(Tone::of(level), format!("{count} {level}")));
    counted.collect::<Vec<_>>().join(", ")
}

/// Draws findings, with what it needs for that at hand.
struct Pen<'a> {
    texts: Texts<'a>,
    renderer: Renderer,
    paint: Paint,
    width: usize,
}

impl<'a> Pen<'a> {
    fn new(report: &Report<'a>) -> Self {
        let renderer = match report.paint {
            Paint::Plain => Renderer::plain(),
            Paint::Colour => Renderer::styled().warning(Tone::of(Level::Warn).style()),
        };
        Self {
            texts: Texts::new(report.source),
            // Lines are cut here, where the width of a character is known, and not by the renderer.
            renderer: renderer.term_width(usize::from(u16::MAX)).hyperlink(false),
            paint: report.paint,
            width: report.width,
        }
    }

    fn file(&mut self, findings: &[&Finding], out: &mut dyn io::Write) -> io::Result<()> {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let mut was_drawn = true;
        for finding in findings {
            let seen = seen.entry(finding.rule.code).or_default();
            *seen += 1;
            let is_drawn = *seen <= DRAWN;
            if is_drawn && !was_drawn {
                writeln!(out)?;
            }
            if is_drawn {
                let drawing = self.drawing(finding);
                writeln!(out, "{drawing}\n")?;
            } else {
                writeln!(out, "{}", self.line(finding))?;
            }
            was_drawn = is_drawn;
        }
        if was_drawn { Ok(()) } else { writeln!(out) }
    }

    fn drawing(&mut self, finding: &Finding) -> String {
        let title = weight(finding.level).primary_title(harmless(&finding.message));
        let place = self.place(&finding.file, finding.span, AnnotationKind::Primary);
        let mut first = place.under(title.id(finding.rule.code));
        if let Some(help) = &finding.help {
            first = first.element(help_level().message(harmless(help).into_owned()));
        }
        if let Some(fix) = &finding.fix {
            let act = format!("`--fix` writes `{}` here", harmless(&fix.replacement));
            first = first.element(help_level().message(act));
        }
        let mut groups = vec![first];
        for related in &finding.related {
            let title = annotate_snippets::Level::NOTE
                .secondary_title(harmless(&related.message).into_owned());
            let place = self.place(&related.file, related.span, AnnotationKind::Context);
            groups.push(place.under(title));
        }
        self.renderer.render(&groups)
    }

    fn place(&mut self, file: &SourcePath, span: Span, kind: AnnotationKind) -> Place {
        let start = span.start;
        let line = self
            .texts
            .line(file, start.line)
            .filter(|_| span != Span::FILE);
        let last = if span.end.line == start.line {
            span.end.column
        } else {
            u32::MAX
        };
        let marked = offset(start.column)..offset(last).max(offset(start.column));
        let gutter = start.line.to_string().len() + " | ".len();
        let room = self.width.saturating_sub(gutter);
        Place {
            file: harmless(file.as_str()).into_owned(),
            span,
            window: line.map(|line| around(&line, marked, room)),
            kind,
        }
    }

    /// One finding in one line: `content/a.md:3:7: warn[link/case] ...`.
    fn line(&self, finding: &Finding) -> String {
        let level = self.paint.tint(Tone::of(finding.level), finding.level);
        let (file, start) = (harmless(finding.file.as_str()), finding.span.start);
        let (code, message) = (finding.rule.code, harmless(&finding.message));
        format!(
            "{file}:{}:{}: {level}[{code}]: {message}",
            start.line, start.column
        )
    }
}

/// A place as it is drawn. The renderer's own origin counts columns in the text it is given, which
/// is a window here, so the true place is said apart.
struct Place {
    file: String,
    span: Span,
    window: Option<Window>,
    kind: AnnotationKind,
}

impl Place {
    fn under<'a>(self, title: annotate_snippets::Title<'a>) -> Group<'a> {
        let (line, column) = (
            self.span.start.line as usize,
            self.span.start.column as usize,
        );
        let origin = Origin::path(self.file).line(line).char_column(column);
        let group = title.element(origin);
        match self.window {
            Some(Window { text, mark }) => {
                let annotation: Annotation<'_> = self.kind.span(mark);
                let snippet = Snippet::source(text)
                    .line_start(line)
                    .annotation(annotation);
                group.element(snippet)
            }
            None => group,
        }
    }
}

/// The renderer's weight of a level, under our own word for it.
fn weight(level: Level) -> annotate_snippets::Level<'static> {
    let weight = match level {
        Level::Deny => annotate_snippets::Level::ERROR,
        Level::Warn => annotate_snippets::Level::WARNING,
        Level::Note | Level::Allow => annotate_snippets::Level::NOTE,
    };
    weight.with_name(level.word())
}

fn help_level() -> annotate_snippets::Level<'static> {
    annotate_snippets::Level::HELP
}

/// A line or column counted from 1 as an index.
fn offset(column: u32) -> usize {
    column.saturating_sub(1) as usize
}
