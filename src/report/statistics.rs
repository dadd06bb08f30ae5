//! How often each rule was found, for `--statistics` and at the end of a long list.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use schemars::JsonSchema;
use serde::Serialize;

use crate::finding::{Finding, Level};
use crate::report::paint::Tone;
use crate::report::table::{Cell, Column, Table};
use crate::report::{Counts, Report, closing};

/// One rule, counted at one level.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Count<'a> {
    /// The rule.
    pub code: &'a str,
    /// The level they have in this report.
    #[schemars(with = "String", extend("enum" = ["deny", "warn", "note"]))]
    pub level: Level,
    /// How many there are.
    pub findings: usize,
    /// Files that have at least one of them.
    pub files: usize,
    /// How many more there would be without comments that silence them.
    pub silenced: usize,
    /// What the rule looks for, in one line.
    #[serde(skip)]
    pub summary: &'a str,
}

/// What `check --statistics --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Statistics<'a> {
    /// The version of this format.
    pub schema: u32,
    /// The heaviest first, then the most frequent, then by code.
    pub statistics: Vec<Count<'a>>,
    /// All findings by level.
    pub counts: Counts,
    /// How many findings comments silence.
    pub silenced: usize,
}

/// The findings of one rule at one level.
#[derive(Default)]
struct Found<'a> {
    shown: Vec<&'a Finding>,
    silenced: Vec<&'a Finding>,
}

/// The rules that were found: the heaviest first, then the most frequent, then by code.
pub fn count<'a>(report: &'a Report<'_>) -> Vec<Count<'a>> {
    let mut rules: BTreeMap<(&str, Level), Found<'a>> = BTreeMap::new();
    for finding in report.shown() {
        let key = (finding.rule.code, finding.level);
        rules.entry(key).or_default().shown.push(finding);
    }
    for finding in report.silenced {
        let key = (finding.rule.code, finding.level);
        rules.entry(key).or_default().silenced.push(finding);
    }
    let mut counts: Vec<Count<'a>> = rules.values().filter_map(Found::count).collect();
    // The sort is stable: codes stay in order.
    counts.sort_by_key(|count| std::cmp::Reverse((count.level, count.findings)));
    counts
}

impl<'a> Found<'a> {
    fn count(&self) -> Option<Count<'a>> {
        let first = self.shown.iter().chain(&self.silenced).next()?;
        let files: BTreeSet<_> = self.shown.iter().map(|finding| &finding.file).collect();
        Some(Count {
            code: first.rule.code,
            level: first.level,
            findings: self.shown.len(),
            files: files.len(),
            silenced: self.silenced.len(),
            summary: first.rule.summary,
        })
    }
}

/// Writes a table of the rules and the line that counts all findings.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let look = &report.look;
    let mut table = Table::new([
        Column::numbers(look.word("cli-column-findings")),
        Column::numbers(look.word("cli-column-silenced")),
        Column::numbers(look.word("cli-column-files")),
        Column::words(look.word("cli-column-level")),
        Column::words(look.word("cli-column-code")),
        Column::words(look.word("cli-column-meaning")),
    ]);
    for count in count(report) {
        let silenced = Some(count.silenced).filter(|silenced| *silenced > 0);
        table.row([
            Cell::from(count.findings.to_string()),
            Cell::from(silenced.map_or_else(String::new, |silenced| silenced.to_string())),
            Cell::from(count.files.to_string()),
            Cell {
                text: count.level.to_string(),
                tone: Tone::of(count.level),
            },
            Cell::from(count.code.to_owned()),
            Cell::from(count.summary.to_owned()),
        ]);
    }
    if !table.is_empty() {
        table.write(look.paint, look.width, out)?;
        writeln!(out)?;
    }
    writeln!(out, "{}", closing::line(report))?;
    match report.silenced.len() {
        0 => Ok(()),
        silenced => writeln!(out, "{}", look.count("cli-silenced", silenced)),
    }
}

/// Writes the counts as one JSON value.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write_json(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let statistics = Statistics {
        schema: 1,
        statistics: count(report),
        counts: report.counts(),
        silenced: report.silenced.len(),
    };
    serde_json::to_writer_pretty(&mut *out, &statistics)?;
    writeln!(out)
}
