//! `instep check`: every analysis, findings only.

use std::io::Write;

use crate::cli::arguments::{CheckArguments, Global};
use crate::cli::history;
use crate::cli::session::{Session, columns, output};
use crate::cli::status::Status;
use crate::report::{FORMATS, Report, statistics};

/// # Errors
/// What keeps the site from being read or the report from being written.
pub fn run(arguments: &CheckArguments, global: &Global) -> anyhow::Result<Status> {
    let session = Session::open(global, &arguments.levels)?;
    let project = session.project()?;
    let inspection = history::inspect(&session, &project);
    let mut findings = inspection.check(&project, Some(session.today()));
    let fragments = history::fragments(&session, &project);
    findings.extend(fragments.check(&project, Some(session.today())));
    crate::finding::sort(&mut findings);
    let rules = crate::rules::all();
    let report = Report {
        today: session.today(),
        findings: &findings,
        rules: &rules,
        source: &|path| session.text(path),
        paint: session.paint(),
        width: columns(),
    };
    let mut out = output();
    let named = FORMATS.iter().find(|(name, _)| *name == arguments.format);
    match (arguments.statistics, named) {
        (true, _) if arguments.format == "json" => statistics::write_json(&report, &mut out)?,
        (true, _) => statistics::write(&report, &mut out)?,
        (false, Some((_, write))) => write(&report, &mut out)?,
        (false, None) => {}
    }
    out.flush()?;
    Ok(Status::of(report.counts().deny))
}
