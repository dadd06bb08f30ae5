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
}

/// The rules that were found: the heaviest first, then the most frequent, then by code.
pub fn count<'a>(report: &'a Report<'_>) -> Vec<Count<'a>> {
    let mut rules: BTreeMap<(&str, Level), Vec<&Finding>> = BTreeMap::new();
    for finding in report.shown() {
        rules
            .entry((finding.rule.code, finding.level))
            .or_default()
            .push(finding);
    }
    let count = |((code, level), findings): ((&'a str, Level), Vec<&'a Finding>)| Count {
        code,
        level,
        findings: findings.len(),
        files: findings
            .iter()
            .map(|finding| &finding.file)
            .collect::<BTreeSet<_>>()
            .len(),
        summary: findings.first().map_or("", |finding| finding.rule.summary),
    };
    let mut counts: Vec<Count<'a>> = rules.into_iter().map(count).collect();
    // The sort is stable: codes stay in order.
    counts.sort_by_key(|count| std::cmp::Reverse((count.level, count.findings)));
    counts
}

/// Writes a table of the rules and the line that counts all findings.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut table = Table::new([
        Column::numbers("findings"),
        Column::numbers("files"),
        Column::words("level"),
        Column::words("code"),
        Column::words("meaning"),
    ]);
    for count in count(report) {
        table.row([
            Cell::from(count.findings.to_string()),
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
        table.write(report.paint, report.width, out)?;
        writeln!(out)?;
    }
    writeln!(out, "{}", closing::line(report))
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
    };
    serde_json::to_writer_pretty(&mut *out, &statistics)?;
    writeln!(out)
}
