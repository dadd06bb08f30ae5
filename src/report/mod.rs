//! Findings on paper: one file a format, all of them in [`FORMATS`].

pub mod paint;
pub mod terminal;

pub mod look;

pub mod diff;
pub mod plan;
pub mod table;

mod texts;
mod window;

mod drawing;
mod fingerprint;

pub mod since;

pub mod deadlines;

pub mod closing;
pub mod drift;

pub mod reasons;
pub mod statistics;

pub mod github;
pub mod human;
pub mod json;
pub mod junit;
pub mod sarif;

use std::collections::BTreeSet;
use std::io;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::finding::{Finding, Level, Rule};
use crate::path::SourcePath;
use crate::report::look::Look;

/// All that a format needs to know.
pub struct Report<'a> {
    /// The day that counts as today.
    pub today: Date,
    /// In the order of [`crate::finding::sort`], which is the order in which they are shown.
    pub findings: &'a [Finding],
    /// Every rule that was looked for, found or not.
    pub rules: &'a [&'static Rule],
    /// The text of a file, for drawing and fingerprints. Asked for the same file again and again,
    /// from any thread.
    pub source: &'a Read<'a>,
    /// Findings that comments silence, for statistics.
    pub silenced: &'a [Finding],
    /// How the human format looks.
    pub look: Look<'a>,
}

/// Gives the text of a file; none where it cannot be read.
pub type Read<'a> = dyn Fn(&SourcePath) -> Option<String> + Sync + 'a;

/// Puts a report on paper.
///
/// # Errors
/// Only what the writer itself cannot do.
pub type Write = fn(&Report<'_>, &mut dyn io::Write) -> io::Result<()>;

/// The formats by the name that `--format` takes; the first is the default.
pub static FORMATS: &[(&str, Write)] = &[
    ("human", human::write),
    ("json", json::write),
    ("sarif", sarif::write),
    ("github", github::write),
    ("junit", junit::write),
];

/// How many findings there are of each level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    /// Those that fail a check.
    pub deny: usize,
    /// Those to be dealt with.
    pub warn: usize,
    /// Those good to know.
    pub note: usize,
}

impl Report<'_> {
    /// The findings but those that settings allow.
    pub fn shown(&self) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(|finding| finding.level != Level::Allow)
    }

    /// How many findings are shown, by level.
    pub fn counts(&self) -> Counts {
        let count = |level| {
            self.shown()
                .filter(|finding| finding.level == level)
                .count()
        };
        Counts {
            deny: count(Level::Deny),
            warn: count(Level::Warn),
            note: count(Level::Note),
        }
    }

    /// How many files have a finding.
    pub fn files(&self) -> usize {
        self.shown()
            .map(|finding| &finding.file)
            .collect::<BTreeSet<_>>()
            .len()
    }
}
