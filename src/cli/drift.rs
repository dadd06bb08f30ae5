//! `instep drift`: how far each translation is behind the newest text.

use std::io::Write;

use crate::catalog::resolve::Resolver;
use crate::check::Context;
use crate::check::drift::listing::{ListedLocale, Listing, Selection, list};
use crate::check::drift::verdict::Verdict;
use crate::cli::arguments::{DriftArguments, DriftFormat, Global};
use crate::cli::history;
use crate::cli::named;
use crate::cli::session::Session;
use crate::cli::status::Status;
use crate::cli::terminal::output;
use crate::finding::Level;
use crate::messages::Argument;
use crate::report::{drift, reasons};

/// # Errors
/// What keeps the site from being read or the list from being written.
pub fn run(arguments: &DriftArguments, global: &Global) -> anyhow::Result<Status> {
    let session = Session::open(global, &arguments.levels)?;
    let mut project = session.project()?;
    project.proofread = false;
    let mut inspection = history::inspect(&session, &project);
    named::locales(&inspection.catalog, &arguments.locales)?;
    for name in &arguments.documents {
        named::any(&inspection.catalog, name)?;
    }
    if arguments.format == DriftFormat::Json {
        history::name_commits(&session, &project, &mut inspection);
    }
    let resolver = Resolver::new(&inspection.catalog, project.config, &project.files);
    let context = Context {
        config: project.config,
        resolver: &resolver,
        pairings: &inspection.pairings,
        testimony: &inspection.testimony,
        today: Some(session.today()),
    };
    let selection = Selection {
        documents: arguments.documents.clone(),
        locales: arguments.locales.clone(),
    };
    let listing = list(&context, session.today(), &selection);
    let mut out = output();
    match arguments.format {
        DriftFormat::Json => serde_json::to_writer(&mut out, &listing)?,
        DriftFormat::Csv => drift::csv(&listing, &mut out)?,
        DriftFormat::Human => drift::human(&listing, &session.look(), &mut out)?,
    }
    if global.verbose && arguments.format == DriftFormat::Human {
        reasons::write(&listing, &context, &session.look(), &mut out)?;
    }
    if arguments.format == DriftFormat::Json {
        writeln!(out)?;
    }
    out.flush()?;
    if arguments.format == DriftFormat::Human {
        next(&session, &listing);
    }
    Ok(Status::of(denied(&listing, project.config)))
}

/// Says what to do about what lags most: look at it closely, or record that it is done.
fn next(session: &Session, listing: &Listing) {
    let lags =
        |locale: &&ListedLocale| matches!(locale.status, Verdict::Behind | Verdict::Incomplete);
    let worst = listing.documents.iter().find_map(|document| {
        let locale = document.locales.iter().find(lags)?;
        Some((document.document.as_str(), locale.locale.tag()))
    });
    let Some((document, locale)) = worst else {
        return;
    };
    let id = match listing.documents[..] {
        [_] => "cli-next-review",
        _ => "cli-next-drift",
    };
    let arguments = [
        ("document", Argument::Text(document)),
        ("locale", Argument::Text(&locale)),
    ];
    session.voice.say(&session.words.text(id, &arguments));
}

/// Standings whose finding settings deny.
fn denied(listing: &Listing, config: &crate::config::Config) -> usize {
    let locales = listing
        .documents
        .iter()
        .flat_map(|document| &document.locales);
    let deny = |code: &str| config.findings.get(code) == Some(&Level::Deny);
    locales
        .filter(|locale| deny(&format!("drift/{}", locale.status.word())))
        .count()
}
