//! How much of one kind a page may have.

use crate::document::manuscript::Placed;
use crate::document::reading::Walk;
use crate::finding::{Level, Rule};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Those that open sections.
    Headings,
    /// Images too.
    Links,
}

/// `markdown/too-many`: more headings or links than the limit.
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

/// Sections have numbers of 16 bits.
const NUMBERED: usize = u16::MAX as usize;

impl Walk<'_> {
    /// Whether the page may have one more. The first one beyond the limit is reported.
    pub(super) fn has_room(&mut self, counted: Counted, placed: &Placed<'_>) -> bool {
        let limits = &self.manuscript.dialect().limits;
        let (word, count, limit) = match counted {
            Counted::Headings => {
                let limit = limits.headings.min(NUMBERED);
                ("headings", self.reading.sections.len(), limit)
            }
            Counted::Links => ("links", self.reading.links.len(), limits.links),
        };
        if count < limit {
            return true;
        }
        if !self.full.contains(&counted) {
            self.full.push(counted);
            let source = self.manuscript.source(placed);
            let start = placed.range.start;
            let message = format!("this page has more than {limit} {word}");
            let finding = TOO_MANY.at(&source.path, source.span(start..start), message);
            let help = format!("split the page, or raise `limits.{word}`");
            self.reading.findings.push(finding.help(help));
        }
        false
    }
}
