//! Findings as annotations of a pull request: GitHub's workflow commands.

use std::io;

use crate::finding::{Finding, Level};
use crate::report::Report;
use crate::report::terminal::harmless;

/// Writes one `::error`, `::warning` or `::notice` command a finding, ready to be printed by a
/// step of a workflow.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for finding in report.shown() {
        let place = place(finding);
        let title = property(finding.rule.code);
        writeln!(
            out,
            "::{} {place},title={title}::{}",
            command(finding.level),
            message(finding)
        )?;
    }
    Ok(())
}

fn command(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Note | Level::Allow => "notice",
    }
}

/// Columns only within one line: the runner drops them from a place that spans more.
fn place(finding: &Finding) -> String {
    let (file, start, end) = (
        property(finding.file.as_str()),
        finding.span.start,
        finding.span.end,
    );
    let lines = format!("file={file},line={}", start.line);
    if start.line == end.line {
        let (column, end_column) = (start.column, end.column);
        format!(
            "{lines},col={column},endLine={},endColumn={end_column}",
            end.line
        )
    } else {
        format!("{lines},endLine={}", end.line)
    }
}

fn message(finding: &Finding) -> String {
    match &finding.help {
        Some(help) => format!("{}%0Ahelp: {}", data(&finding.message), data(help)),
        None => data(&finding.message),
    }
}

/// As the runner decodes a message: `%` and line breaks as percent codes.
fn data(text: &str) -> String {
    let lines = text
        .split('\n')
        .map(|line| harmless(line.trim_end_matches('\r')));
    lines
        .map(|line| line.replace('%', "%25"))
        .collect::<Vec<_>>()
        .join("%0A")
}

/// As the runner decodes a property: what ends one as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn a_message_cannot_start_a_command_of_its_own() {
        assert_eq!(data("50 %\r\n::error::x"), "50 %25%0A::error::x");
    }

    #[test]
    fn a_file_name_cannot_add_a_property() {
        assert_eq!(property("a,line=1::b.md"), "a%2Cline=1%3A%3Ab.md");
    }
}
