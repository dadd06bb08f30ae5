//! `instep drift`: how far each translation is behind the newest text.

use std::io::Write;

use crate::catalog::resolve::Resolver;
use crate::check::Context;
use crate::check::drift::listing::{Listing, Selection, list};
use crate::cli::arguments::{DriftArguments, DriftFormat, Global};
use crate::cli::history;
use crate::cli::session::{Session, columns, output};
use crate::cli::status::Status;
use crate::finding::Level;
use crate::report::{drift, reasons};

/// # Errors
/// What keeps the site from being read or the list from being written.
pub fn run(arguments: &DriftArguments, global: &Global) -> anyhow::Result<Status> {
    let session = Session::open(global, &arguments.levels)?;
    let project = session.project()?;
    let mut inspection = history::inspect(&session, &project);
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
    if listing.documents.is_empty() && !arguments.documents.is_empty() {
        anyhow::bail!(
            "no document is called `{}`",
            arguments.documents.join("`, `")
        );
    }
    let mut out = output();
    match arguments.format {
        DriftFormat::Json => serde_json::to_writer(&mut out, &listing)?,
        DriftFormat::Csv => drift::csv(&listing, &mut out)?,
        DriftFormat::Human => drift::human(
            &listing,
            &drift::Look {
                paint: session.paint(),
                width: columns(),
            },
            &mut out,
        )?,
    }
    if global.verbose && arguments.format == DriftFormat::Human {
        reasons::write(&listing, &context, session.paint(), &mut out)?;
    }
    if arguments.format == DriftFormat::Json {
        writeln!(out)?;
    }
    out.flush()?;
    Ok(Status::of(denied(&listing, project.config)))
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
