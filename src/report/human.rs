//! Findings for a reader at a terminal: each drawn under its line, file by file.

use std::collections::BTreeMap;
use std::io;

use rayon::prelude::*;

use crate::finding::Finding;
use crate::report::drawing::Pen;
use crate::report::look::Detail;
use crate::report::{Report, closing, statistics};

/// So many findings of one rule are drawn in a file; of the others a line each says enough.
const DRAWN: usize = 5;

/// From so many findings on, a table of the rules stands before the closing line.
const MANY: usize = 50;

/// So many files have their findings drawn before any of it is written: a list of hundreds of
/// thousands never lies in memory as a whole.
const FILES_AT_ONCE: usize = 512;

/// So many neighbouring files share what was read to draw them.
const FILES_A_PEN: usize = 16;

/// Writes the findings, then one line that counts them.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let findings: Vec<&Finding> = report.shown().collect();
    let files: Vec<&[&Finding]> = findings.chunk_by(|a, b| a.file == b.file).collect();
    let draw = |files: &[&[&Finding]]| {
        let mut pen = Pen::new(report);
        let files = files
            .iter()
            .map(|findings| file(findings, &mut pen, report));
        files.collect::<String>()
    };
    for files in files.chunks(FILES_AT_ONCE) {
        let drawn: Vec<String> = files.par_chunks(FILES_A_PEN).map(draw).collect();
        drawn
            .iter()
            .try_for_each(|text| out.write_all(text.as_bytes()))?;
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
fn file(findings: &[&Finding], pen: &mut Pen<'_>, report: &Report<'_>) -> String {
    let drawn = match report.look.detail {
        Detail::Brief => DRAWN,
        Detail::Full => usize::MAX,
    };
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut text = String::new();
    let mut was_drawn = true;
    for finding in findings {
        let seen = seen.entry(finding.rule.code).or_default();
        *seen += 1;
        let is_drawn = *seen <= drawn;
        if is_drawn && !was_drawn {
            text.push('\n');
        }
        text += &match is_drawn {
            true => pen.drawing(finding),
            false => pen.line(finding),
        };
        text.push('\n');
        was_drawn = is_drawn;
    }
    if !was_drawn {
        text.push('\n');
    }
    text
}
