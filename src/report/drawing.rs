//! A finding under the line that it speaks of.

use annotate_snippets::{AnnotationKind, Group, Level as Weight, Message, Renderer, Snippet};

use crate::finding::{Finding, Level, Span, Trust};
use crate::path::SourcePath;
use crate::report::Report;
use crate::report::paint::{Paint, Tone};
use crate::report::terminal::{harmless, isolate};
use crate::report::texts::Texts;
use crate::report::window::{Window, around};

/// Draws findings, with what it needs for that at hand.
pub(super) struct Pen<'a> {
    texts: Texts<'a>,
    renderer: Renderer,
    paint: Paint,
    width: usize,
}

/// A place to be drawn, and in which weight.
struct Place<'a> {
    file: &'a SourcePath,
    span: Span,
    weight: Weight<'static>,
    kind: AnnotationKind,
}

impl<'a> Pen<'a> {
    pub(super) fn new(report: &Report<'a>) -> Self {
        let renderer = match report.look.paint {
            Paint::Plain => Renderer::plain(),
            Paint::Colour => Renderer::styled()
                .warning(Tone::of(Level::Warn).style())
                .note(Tone::of(Level::Note).style()),
        };
        Self {
            texts: Texts::new(report.source),
            // Lines are cut here, where the widths of characters are known, not by the renderer.
            renderer: renderer.term_width(usize::from(u16::MAX)),
            paint: report.look.paint,
            width: report.look.width,
        }
    }

    /// The finding with its line, its help and the other places it speaks of; several lines, the
    /// last one with its end.
    pub(super) fn drawing(&mut self, finding: &Finding) -> String {
        let mut drawing = self.title(finding);
        let (weight, kind) = (weight(finding.level), AnnotationKind::Primary);
        let place = Place {
            file: &finding.file,
            span: finding.span,
            weight,
            kind,
        };
        drawing += &self.place(&place, help(finding));
        for related in &finding.related {
            let word = self.paint.tint(Tone::Known, "note");
            drawing += &format!("{word}: {}\n", isolate(&harmless(&related.message)));
            let (weight, kind) = (Weight::NOTE, AnnotationKind::Context);
            let place = Place {
                file: &related.file,
                span: related.span,
                weight,
                kind,
            };
            drawing += &self.place(&place, Vec::new());
        }
        drawing
    }

    /// The finding in one line: `content/a.md:3:7: warn[link/case]: …`.
    pub(super) fn line(&self, finding: &Finding) -> String {
        let place = origin(&finding.file, finding.span);
        let (head, message) = (self.head(finding), harmless(&finding.message));
        format!("{place}: {head}: {}", isolate(&message))
    }

    fn title(&self, finding: &Finding) -> String {
        let message = harmless(&finding.message);
        let message = self.paint.tint(Tone::Strong, isolate(&message));
        format!("{}: {message}\n", self.head(finding))
    }

    /// `deny[link/broken]`.
    fn head(&self, finding: &Finding) -> String {
        let head = format!("{}[{}]", finding.level, finding.rule.code);
        self.paint.tint(Tone::of(finding.level), head)
    }

    /// The name of the place is written here: the renderer would count columns in the text that it
    /// is given, and that is a window of the line.
    fn place(&mut self, place: &Place<'_>, messages: Vec<Message<'_>>) -> String {
        let span = place.span;
        let digits = span.start.line.to_string().len();
        let room = self.width.saturating_sub(digits + " | ".len());
        let line = self
            .texts
            .line(place.file, span.start.line)
            .filter(|_| span != Span::FILE);
        let window = line.map(|line| around(line, columns(span), room));
        let indent = if window.is_some() { digits } else { 0 };
        let arrow = self.paint.tint(Tone::Faint, "-->");
        let origin = format!("{:indent$}{arrow} {}\n", "", origin(place.file, span));
        let mut group = Group::with_level(place.weight.clone());
        if let Some(Window { text, mark }) = window {
            let snippet = Snippet::source(text).line_start(span.start.line as usize);
            group = group.element(snippet.annotation(place.kind.span(mark)));
        }
        let group = group.elements(messages);
        if group.is_empty() {
            return origin;
        }
        origin + &self.renderer.render(&[group]) + "\n"
    }
}

/// `content/a.md:3:7`. Not isolated: it is there to be copied, invisible characters and all.
fn origin(file: &SourcePath, span: Span) -> String {
    let file = harmless(file.as_str());
    format!(
        "{}:{}:{}",
        isolate(&file),
        span.start.line,
        span.start.column
    )
}

/// What is marked of the first line, counted from 0: up to its end where the span goes on.
fn columns(span: Span) -> std::ops::Range<usize> {
    let index = |column: u32| column.saturating_sub(1) as usize;
    let start = index(span.start.column);
    let end = if span.end.line == span.start.line {
        index(span.end.column)
    } else {
        usize::MAX
    };
    start..end.max(start)
}

fn help(finding: &Finding) -> Vec<Message<'static>> {
    let fix = finding.fix.as_ref().filter(|fix| fix.trust == Trust::Safe);
    let text = match (finding.help.as_deref().map(harmless), fix) {
        (Some(help), Some(_)) => format!("{help} (`--fix` does it)"),
        (Some(help), None) => help.into_owned(),
        (None, Some(fix)) => format!("`--fix` writes `{}`", harmless(&fix.replacement)),
        (None, None) => return Vec::new(),
    };
    vec![Weight::HELP.message(text)]
}

/// The renderer's weight of a level.
fn weight(level: Level) -> Weight<'static> {
    match level {
        Level::Deny => Weight::ERROR,
        Level::Warn => Weight::WARNING,
        Level::Note | Level::Allow => Weight::NOTE,
    }
}
