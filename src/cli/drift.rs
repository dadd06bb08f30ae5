//! `instep drift`: how far each translation is behind the newest text.

use std::io::Write;

use anyhow::bail;

use crate::catalog::resolve::Resolver;
use crate::check::Context;
use crate::check::drift::listing::{Listed, Listing, Scope, Selection, Texts, is_meant, list};
use crate::check::drift::standing::of_document;
use crate::cli::arguments::{DriftArguments, DriftFormat, Global};
use crate::cli::history;
use crate::cli::pager::Pager;
use crate::cli::session::{Session, columns, output};
use crate::cli::status::Status;
use crate::finding::Level;
use crate::pipeline::project::Project;
use crate::pipeline::redo::redo;
use crate::report::drift::redo::Page;
use crate::report::drift::{self, Look, matrix};
use crate::report::reasons;

/// # Errors
/// What keeps the site from being read or the list from being written.
pub fn run(arguments: &DriftArguments, global: &Global) -> anyhow::Result<Status> {
    let session = Session::open(global, &arguments.levels)?;
    let project = session.project()?;
    let mut inspection = history::inspect(&session, &project);
    let fragments = history::fragments(&session, &project);
    if arguments.format == DriftFormat::Json {
        history::name_commits(&session, &project, &mut inspection);
    }
    let (config, today) = (project.config, Some(session.today()));
    let resolver = Resolver::new(&inspection.catalog, config, &project.files);
    let pages = Context {
        config,
        resolver: &resolver,
        pairings: &inspection.pairings,
        testimony: &inspection.testimony,
        today,
    };
    let resolver = Resolver::new(&fragments.catalog, config, &project.files);
    let parts = Context {
        config,
        resolver: &resolver,
        pairings: &fragments.pairings,
        testimony: &fragments.testimony,
        today,
    };
    let scope = |context, texts| Scope { context, texts };
    let scopes = [scope(&pages, Texts::Pages), scope(&parts, Texts::Fragments)];
    let selection = Selection {
        documents: arguments.documents.clone(),
        locales: arguments.locales.clone(),
    };
    are_there(&scopes, &selection)?;
    let listing = list(&scopes, session.today(), &selection);
    match arguments.format {
        DriftFormat::Json => {
            let mut out = output();
            serde_json::to_writer(&mut out, &listing)?;
            writeln!(out)?;
            out.flush()?;
        }
        DriftFormat::Csv => {
            let mut out = output();
            drift::csv(&listing, &mut out)?;
            out.flush()?;
        }
        DriftFormat::Human => {
            let look = Look {
                paint: session.paint(),
                width: columns(),
            };
            let mut out = Pager::open();
            human(&listing, (&project, &scopes), (look, global), &mut out)?;
            out.close()?;
        }
    }
    Ok(Status::of(denied(&listing, config)))
}

/// Whether every document and locale that is asked for exists.
fn are_there(scopes: &[Scope<'_>], selection: &Selection) -> anyhow::Result<()> {
    for wanted in &selection.documents {
        let mut ids = scopes
            .iter()
            .flat_map(|scope| scope.context.resolver.catalog.documents.keys());
        if !ids.any(|id| is_meant(id, wanted)) {
            bail!("no document is called `{wanted}`");
        }
    }
    for locale in &selection.locales {
        let mut catalogs = scopes.iter().map(|scope| scope.context.resolver.catalog);
        if !catalogs.any(|catalog| catalog.locales.contains(locale)) {
            bail!("`{locale}` is no locale of this site");
        }
    }
    Ok(())
}

fn human(
    listing: &Listing,
    (project, scopes): (&Project<'_>, &[Scope<'_>; 2]),
    (look, global): (Look, &Global),
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    if listing.documents.is_empty() {
        writeln!(out, "no documents")?;
        return Ok(());
    }
    let context = |document: &Listed| scopes[usize::from(document.fragment)].context;
    matrix::write(listing, look, out)?;
    match &listing.documents[..] {
        [only] => of_one(project, (only, context(only)), look, out)?,
        documents => {
            drift::summary(listing, out)?;
            if global.verbose {
                let documents: Vec<_> = documents.iter().map(|d| (d, context(d))).collect();
                reasons::write(&documents, out)?;
            }
        }
    }
    Ok(())
}

/// The translator's view of one document.
fn of_one(
    project: &Project<'_>,
    (document, context): (&Listed, &Context<'_>),
    look: Look,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let newest = &document.reference;
    let date = newest
        .date
        .map_or(String::new(), |date| format!(" of {date}"));
    let (locale, decided, file) = (&newest.locale, newest.decided_by, &newest.file);
    writeln!(out, "newest: {locale}{date}, by {decided}: {file}")?;
    let catalog = context.resolver.catalog;
    let standings = of_document(context, &document.document);
    for listed in &document.locales {
        let mut standings = standings.iter();
        let standing = standings.find(|standing| standing.locale == listed.locale);
        let redo = standing.and_then(|standing| redo(project, context, standing));
        let redo = redo.filter(|redo| !redo.tasks.is_empty());
        match (redo, standing.and_then(|standing| standing.current)) {
            (Some(redo), Some(id)) => {
                let page = Page {
                    listed,
                    own: catalog.revision(id),
                    source: catalog.revision(redo.source),
                    redo: &redo,
                };
                drift::redo::write(&page, look, out)?;
            }
            _ => drift::redo::heading(listed, look, out)?,
        }
        if let Some(why) = reasons::reason(document, listed, context) {
            writeln!(out, "{why}")?;
        }
    }
    Ok(())
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
