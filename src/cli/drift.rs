//! `instep drift`: how far each translation is behind the newest text.

use std::io::Write;
use std::mem::ManuallyDrop;

use anyhow::bail;

use crate::catalog::documents::Catalog;
use crate::catalog::resolve::Resolver;
use crate::check::Context;
use crate::check::drift::listing::{
    Kind, Listed, ListedLocale, Listing, Selection, Shelf, is_meant, list,
};
use crate::check::drift::standing::of_document;
use crate::check::drift::verdict::Verdict;
use crate::cli::arguments::{DriftArguments, DriftFormat, Global};
use crate::cli::history;
use crate::cli::named;
use crate::cli::pager::Pager;
use crate::cli::session::Session;
use crate::cli::status::Status;
use crate::cli::terminal::output;
use crate::finding::Level;
use crate::messages::Argument;
use crate::nearest::hint;
use crate::pipeline::project::Project;
use crate::pipeline::redo::redo;
use crate::report::drift::redo::Page;
use crate::report::drift::{self, matrix};
use crate::report::look::Look;
use crate::report::reasons;

/// # Errors
/// What keeps the site from being read or the list from being written.
pub fn run(arguments: &DriftArguments, global: &Global) -> anyhow::Result<Status> {
    let session = Session::open(global, &arguments.levels)?;
    let mut project = session.project()?;
    project.proofread = false;
    // The program ends soon, and the system takes all of its memory back at once.
    let mut inspection = ManuallyDrop::new(history::inspect(&session, &project));
    let fragments = history::fragments(&session, &project);
    session.disk.ensure_read()?;
    named::locales(&inspection.catalog, &arguments.locales)?;
    let documents = meant(&inspection.catalog, &arguments.documents);
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
    let shelf = |context, kind| Shelf { context, kind };
    let shelves = [shelf(&pages, Kind::Pages), shelf(&parts, Kind::Fragments)];
    let selection = Selection {
        documents,
        locales: arguments.locales.clone(),
    };
    are_there(&shelves, &selection)?;
    let listing = list(&shelves, session.today(), &selection);
    report(
        arguments.format,
        &listing,
        (&project, &shelves),
        (&session, global),
    )?;
    // To show what is to be redone, texts are read again.
    session.disk.ensure_read()?;
    Ok(Status::of(denied(&listing, config)))
}

/// The ids of the documents that are asked for. What is no page may be a fragment.
fn meant(catalog: &Catalog, names: &[String]) -> Vec<String> {
    let ids = |name: &String| named::ids(catalog, name).unwrap_or_else(|_| vec![name.clone()]);
    names.iter().flat_map(ids).collect()
}

/// That every document that is asked for exists.
fn are_there(shelves: &[Shelf<'_>], selection: &Selection) -> anyhow::Result<()> {
    let ids = || {
        let catalogs = shelves.iter().map(|shelf| shelf.context.resolver.catalog);
        catalogs.flat_map(|catalog| catalog.documents.keys().map(AsRef::as_ref))
    };
    for wanted in &selection.documents {
        if !ids().any(|id| is_meant(id, wanted)) {
            bail!("no document is called `{wanted}`{}", hint(wanted, ids()));
        }
    }
    Ok(())
}

fn report(
    format: DriftFormat,
    listing: &Listing,
    (project, shelves): (&Project<'_>, &[Shelf<'_>; 2]),
    (session, global): (&Session, &Global),
) -> anyhow::Result<()> {
    match format {
        DriftFormat::Json => {
            let mut out = output();
            serde_json::to_writer(&mut out, listing)?;
            writeln!(out)?;
            out.flush()?;
        }
        DriftFormat::Csv => {
            let mut out = output();
            drift::csv(listing, &mut out)?;
            out.flush()?;
        }
        DriftFormat::Human => {
            let mut out = Pager::open();
            let paper = (&session.look(), global);
            human(listing, (project, shelves), paper, &mut out)?;
            out.close()?;
            next(session, listing);
        }
    }
    Ok(())
}

fn human(
    listing: &Listing,
    (project, shelves): (&Project<'_>, &[Shelf<'_>; 2]),
    (look, global): (&Look<'_>, &Global),
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    if listing.documents.is_empty() {
        writeln!(out, "{}", look.word("cli-drift-none"))?;
        return Ok(());
    }
    let context = |document: &Listed| shelves[usize::from(document.fragment)].context;
    matrix::write(listing, look, out)?;
    match &listing.documents[..] {
        [only] => of_one(project, (only, context(only)), look, out)?,
        documents => {
            drift::summary(listing, look, out)?;
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
    look: &Look<'_>,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    writeln!(out)?;
    drift::newest(&document.reference, look, out)?;
    let catalog = context.resolver.catalog;
    let standings = of_document(context, &document.document);
    for listed in &document.locales {
        let mut standings = standings.iter();
        let standing = standings.find(|standing| standing.judged.locale == listed.locale);
        let redo = standing.and_then(|standing| redo(project, context, standing));
        let redo = redo.filter(|redo| !redo.tasks.is_empty());
        match (redo, standing.and_then(|standing| standing.judged.current)) {
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

/// Says what to do about what lags most: look at it closely, or record that it is done.
fn next(session: &Session, listing: &Listing) {
    let lags =
        |locale: &&ListedLocale| matches!(locale.status, Verdict::Behind | Verdict::Incomplete);
    let worst = listing.documents.iter().find_map(|document| {
        let locale = document.locales.iter().find(lags)?;
        Some((document, locale.locale.tag()))
    });
    let Some((document, locale)) = worst else {
        return;
    };
    let id = match listing.documents[..] {
        // Fragments have no page to be reviewed as.
        [_] if document.fragment => return,
        [_] => "cli-next-review",
        _ => "cli-next-drift",
    };
    let arguments = [
        ("document", Argument::Text(&document.document)),
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
