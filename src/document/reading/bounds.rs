//! How much of one kind a page may have.

use crate::document::manuscript::Placed;
use crate::document::reading::Walk;
use crate::finding::{Level, Rule};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    Headings,
    Links,
}

pub static TOO_MANY: Rule = Rule {
    code: "markdown/too-many",
    level: Level::Warn,
    summary: "more headings or links on one page than the limit",
    explanation: "\
The page has more headings than `limits.headings`, or more links and images than `limits.links`. All
of them are shown; but the headings beyond the limit are no sections that can be linked to and
compared with those of other languages, and the links beyond it are not checked.

Such a page is nearly always made by a program. Split it, or raise the limit in `site.yaml`.
",
};

impl Walk<'_> {
    /// Whether the page may have one more. The first one beyond the limit is reported.
    pub(super) fn has_room(&mut self, counted: Counted, placed: &Placed<'_>) -> bool {
        let limits = &self.manuscript.dialect().limits;
        let (word, count, limit) = match counted {
            Counted::Headings => ("headings", self.reading.sections.len(), limits.headings),
            Counted::Links => ("links", self.reading.links.len(), limits.links),
        };
        let message = format!("this page has more than {limit} {word}");
        let told = |finding: &crate::finding::Finding| finding.message == message;
        if count >= limit && !self.reading.findings.iter().any(told) {
            let source = self.manuscript.source(placed);
            let start = placed.range.start;
            let span = source.span(start..start);
            let finding = TOO_MANY.at(&source.path, span, message);
            let help = format!("split the page, or raise `limits.{word}`");
            self.reading.findings.push(finding.help(help));
        }
        count < limit
    }
}
