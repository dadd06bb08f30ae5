//! Findings for a reader at a terminal: each drawn under its line, file by file.

use std::collections::BTreeMap;
use std::io;

use crate::finding::Finding;
use crate::report::drawing::Pen;
use crate::report::look::Detail;
use crate::report::{Report, closing, statistics};

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
    let drawn = match report.look.detail {
        Detail::Brief => DRAWN,
        Detail::Full => usize::MAX,
    };
    for of_file in findings.chunk_by(|a, b| a.file == b.file) {
        file(of_file, (&mut pen, drawn), out)?;
    }
    if findings.len() >= MANY {
        statistics::write(report, out)?;
    } else {
        writeln!(out, "{}", closing::line(report))?;
    }
    Ok(())
}

/// Each finding drawn under its line, in order.
pub fn drawings(report: &Report<'_>) -> Vec<String> {
    let mut pen = Pen::new(report);
    report.shown().map(|finding| pen.drawing(finding)).collect()
}

/// The findings of one file, in their order: the first of each rule drawn, the others a line each.
fn file(
    findings: &[&Finding],
    (pen, drawn): (&mut Pen<'_>, usize),
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut was_drawn = true;
    for finding in findings {
        let seen = seen.entry(finding.rule.code).or_default();
        *seen += 1;
        let is_drawn = *seen <= drawn;
        if is_drawn && !was_drawn {
            writeln!(out)?;
        }
        let text = if is_drawn {
            pen.drawing(finding)
        } else {
            pen.line(finding)
        };
        writeln!(out, "{text}")?;
        was_drawn = is_drawn;
    }
    if was_drawn { Ok(()) } else { writeln!(out) }
}
