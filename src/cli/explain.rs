//! `instep explain`: the manual page of a finding.

use std::io::Write;

use crate::cli::arguments::ExplainArguments;
use crate::cli::session::output;
use crate::cli::status::Status;
use crate::document::front_matter::one_edit_apart;

/// # Errors
/// A code that no rule has.
pub fn run(arguments: &ExplainArguments) -> anyhow::Result<Status> {
    let rules = crate::rules::all();
    let mut out = output();
    let Some(code) = &arguments.code else {
        for rule in rules {
            writeln!(
                out,
                "{:<28} {:<5} {}",
                rule.code,
                rule.level.word(),
                rule.summary
            )?;
        }
        out.flush()?;
        return Ok(Status::Done);
    };
    let Some(rule) = rules.iter().find(|rule| rule.code == code) else {
        let near =
            |other: &str| one_edit_apart(other, code) || other.ends_with(&format!("/{code}"));
        match rules.iter().find(|rule| near(rule.code)) {
            Some(rule) => {
                anyhow::bail!("no finding has the code `{code}`; there is `{}`", rule.code)
            }
            None => {
                anyhow::bail!("no finding has the code `{code}`: `instep explain` lists them all")
            }
        }
    };
    writeln!(
        out,
        "# {}\n\n{} (level: {})\n\n{}",
        rule.code,
        rule.summary,
        rule.level,
        rule.explanation.trim()
    )?;
    out.flush()?;
    Ok(Status::Done)
}
