//! Findings for programs: the JSON of `check --format json`.

use std::io;

use jiff::civil::Date;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use crate::finding::{Finding, Level, Related};
use crate::report::{Counts, Report};

/// What `check --format json` prints. An absent value is left out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Findings<'a> {
    /// The version of this format.
    pub schema: u32,
    /// The day that counts as today, ISO 8601.
    #[schemars(with = "String", extend("format" = "date"))]
    pub today: Date,
    /// In the order of files and places.
    pub findings: Vec<Item<'a>>,
    /// All findings by level.
    pub counts: Counts,
}

/// One finding. Lines and columns start at 1, columns count characters, the end is exclusive.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Item<'a> {
    /// The rule, as settings and suppressions write it.
    pub code: &'a str,
    /// How much it weighs here.
    #[schemars(with = "String", extend("enum" = ["deny", "warn", "note"]))]
    pub level: Level,
    /// States the fact and names what it speaks of.
    pub message: &'a str,
    /// Relative to the root, with `/`.
    pub file: &'a str,
    /// Where it begins; a finding about a whole file stands at line 1, column 1.
    pub line: u32,
    /// Where it begins, in characters.
    pub column: u32,
    /// Where it ends.
    pub end_line: u32,
    /// Where it ends, in characters, exclusive.
    pub end_column: u32,
    /// The language of the page, BCP 47.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// The id of the guide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<&'a str>,
    /// One act that would clear it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<&'a str>,
    /// Other places that it speaks of.
    pub related: Vec<Place<'a>>,
}

/// Another place that a finding speaks of.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Place<'a> {
    /// Relative to the root, with `/`.
    pub file: &'a str,
    /// Counted from 1.
    pub line: u32,
    /// What is to be seen there.
    pub message: &'a str,
}

/// Findings that a core puts into JSON in one go.
const GO: usize = 512;

/// Goes that are made before they are written out: what a large tree gives never lies in memory as a
/// whole.
const GOES: usize = 64;

/// Writes the findings as one JSON value.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let shown: Vec<&Finding> = report.shown().collect();
    let around = serde_json::to_string_pretty(&Findings {
        schema: 1,
        today: report.today,
        findings: Vec::new(),
        counts: report.counts(),
    })?;
    let parts = around.split_once("[]").filter(|_| !shown.is_empty());
    let Some((before, after)) = parts else {
        return writeln!(out, "{around}");
    };
    write!(out, "{before}[")?;
    let mut between = "";
    for shown in shown.chunks(GO * GOES) {
        let goes = shown.par_chunks(GO).map(listed);
        for go in goes.collect::<serde_json::Result<Vec<String>>>()? {
            out.write_all(between.as_bytes())?;
            out.write_all(within(&go).as_bytes())?;
            between = ",";
        }
    }
    writeln!(out, "\n  ]{after}")
}

/// Some findings, each as deep in a value as those of the whole report are.
fn listed(findings: &[&Finding]) -> serde_json::Result<String> {
    let items: Vec<Item<'_>> = findings.iter().map(|finding| item(finding)).collect();
    serde_json::to_string_pretty(&[items])
}

/// The items of [`listed`], without what stands around them.
fn within(listed: &str) -> &str {
    let inner = listed.strip_prefix("[\n  [");
    let inner = inner.and_then(|inner| inner.strip_suffix("\n  ]\n]"));
    inner.expect("a list of one list begins and ends so")
}

fn item(finding: &Finding) -> Item<'_> {
    Item {
        code: finding.rule.code,
        level: finding.level,
        message: &finding.message,
        file: finding.file.as_str(),
        line: finding.span.start.line,
        column: finding.span.start.column,
        end_line: finding.span.end.line,
        end_column: finding.span.end.column,
        locale: finding.locale.as_ref().map(ToString::to_string),
        document: finding.document.as_deref(),
        help: finding.help.as_deref(),
        related: finding.related.iter().map(place).collect(),
    }
}

fn place(related: &Related) -> Place<'_> {
    Place {
        file: related.file.as_str(),
        line: related.span.start.line,
        message: &related.message,
    }
}
