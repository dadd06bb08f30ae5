//! `instep explain`: the manual page of a finding.

use std::io::Write;

use crate::cli::arguments::{ExplainArguments, Global};
use crate::cli::language;
use crate::cli::settings::known;
use crate::cli::status::Status;
use crate::cli::terminal::{columns, output, paint};
use crate::finding::Rule;
use crate::report::table::{Cell, Column, Table};

/// # Errors
/// A code that no rule has.
pub fn run(arguments: &ExplainArguments, global: &Global) -> anyhow::Result<Status> {
    let mut out = output();
    let Some(code) = &arguments.code else {
        let words = language::words();
        let mut table = Table::new([
            Column::words(words.text("cli-column-code", &[])),
            Column::words(words.text("cli-column-level", &[])),
            Column::words(words.text("cli-column-meaning", &[])),
        ]);
        for rule in crate::rules::all() {
            table.row([rule.code, rule.level.word(), rule.summary].map(Cell::from));
        }
        table.write(paint(global.color), columns(), &mut out)?;
        out.flush()?;
        return Ok(Status::Done);
    };
    let Rule {
        code,
        summary,
        level,
        explanation,
    } = known(code)?;
    let explanation = explanation.trim();
    writeln!(
        out,
        "# {code}\n\n{summary} (level: {level})\n\n{explanation}"
    )?;
    out.flush()?;
    Ok(Status::Done)
}
