//! `instep check`: every analysis, findings only.

use std::io::Write;
use std::mem::ManuallyDrop;

use crate::check::suppression::Applied;
use crate::cli::arguments::{CheckArguments, Global};
use crate::cli::session::Session;
use crate::cli::status::Status;
use crate::cli::terminal::output;
use crate::cli::{fix, history, since};
use crate::finding::{Finding, Level};
use crate::messages::Argument;
use crate::pipeline::furnish;
use crate::pipeline::mend::safe;
use crate::report::look::number;
use crate::report::{FORMATS, Report, statistics};

/// # Errors
/// What keeps the site from being read, a commit from being compared with, or the report from
/// being written.
pub fn run(arguments: &CheckArguments, global: &Global) -> anyhow::Result<Status> {
    let mut session = Session::open(global, &arguments.levels)?;
    let mut examined = examine(&session, arguments)?;
    if arguments.fix && arguments.dry_run {
        fix::show(&session, &examined.findings)?;
        return Ok(Status::Done);
    }
    if arguments.fix && fix::write(&session, &examined.findings)? > 0 {
        session = Session::open(global, &arguments.levels)?;
        examined = examine(&session, arguments)?;
    }
    // The program ends soon, and the system takes all of its memory back at once.
    report(&session, arguments, &ManuallyDrop::new(examined))
}

/// What is found today, less what the tree had before where that is asked for.
fn examine(session: &Session, arguments: &CheckArguments) -> anyhow::Result<Applied> {
    let project = session.project()?;
    let inspection = history::inspect(session, &project);
    let mut examined = inspection.examine(&project, Some(session.today()));
    let fragments = history::fragments(session, &project);
    let mut beside = fragments.check(&project, Some(session.today()));
    beside.extend(furnish::check(&project, &inspection.catalog));
    if !arguments.fix {
        // Nothing is read a second time: the program ends soon, and the system takes all back at once.
        let _ = ManuallyDrop::new(inspection);
    }
    if !beside.is_empty() {
        examined.findings.extend(beside);
        crate::finding::sort(&mut examined.findings);
    }
    if let Some(revision) = &arguments.since {
        let all = examined.findings.len();
        examined.findings = since::newer(session, revision, examined.findings)?;
        let left_out = number(all - examined.findings.len());
        let arguments = [("count", left_out), ("ref", Argument::Text(revision))];
        session
            .voice
            .say(&session.words.text("cli-since", &arguments));
    }
    session.disk.ensure_read()?;
    Ok(examined)
}

fn report(
    session: &Session,
    arguments: &CheckArguments,
    examined: &Applied,
) -> anyhow::Result<Status> {
    let rules = crate::rules::all();
    let report = Report {
        today: session.today(),
        findings: &examined.findings,
        rules: &rules,
        source: &|path| session.text(path),
        silenced: &examined.silenced,
        look: session.look(),
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
    if arguments.format == "human" {
        next(session, &examined.findings);
    }
    Ok(Status::of(report.counts().deny))
}

/// Says what to do next: let the program mend what it can, else read up on the heaviest finding.
fn next(session: &Session, findings: &[Finding]) {
    let fixes = findings
        .iter()
        .filter(|finding| safe(finding).is_some())
        .count();
    if fixes > 0 {
        let mends = session
            .words
            .text("cli-next-fix", &[("count", number(fixes))]);
        session.voice.say(&mends);
    }
    let heaviest = findings
        .iter()
        .filter(|finding| finding.level >= Level::Warn);
    // Of equally heavy ones the first that is shown.
    if let Some(finding) = heaviest.rev().max_by_key(|finding| finding.level) {
        let code = [("code", Argument::Text(finding.rule.code))];
        session
            .voice
            .say(&session.words.text("cli-next-explain", &code));
    }
}
