//! `instep deadlines`: the dates in the texts, the harmful ones first.

use std::io::Write;

use anyhow::bail;

use crate::catalog::resolve::Resolver;
use crate::check::Context;
use crate::check::deadlines;
use crate::check::deadlines::listing::{Options, Revisions, listing};
use crate::check::suppression::{self, Unused};
use crate::cli::arguments::{DeadlineArguments, Global};
use crate::cli::session::{Session, columns, output};
use crate::cli::status::Status;
use crate::finding::Level;
use crate::locale::tag::Locale;
use crate::pipeline::inspect::{Inspection, levelled};
use crate::report::deadlines::{Dates, FORMATS};

/// # Errors
/// What keeps the site from being read or the list from being written.
pub fn run(arguments: &DeadlineArguments, global: &Global) -> anyhow::Result<Status> {
    let session = Session::open(global, &arguments.levels)?;
    let project = session.project()?;
    let inspection = Inspection::of_pages(&project);
    let resolver = Resolver::new(&inspection.catalog, project.config, &project.files);
    let context = Context {
        config: project.config,
        resolver: &resolver,
        pairings: &inspection.pairings,
        testimony: &inspection.testimony,
        today: Some(session.today()),
    };
    let revisions = if arguments.all_revisions {
        Revisions::All
    } else {
        Revisions::Current
    };
    let options = Options {
        today: session.today(),
        locales: &arguments.locales,
        within: arguments.within,
        revisions,
    };
    if let Some(locale) = arguments
        .locales
        .iter()
        .find(|locale| !is_there(&context, locale))
    {
        bail!("`{locale}` is no locale of this site");
    }
    let listing = listing(&context, &options);
    let dates = Dates {
        listing: &listing,
        context: &context,
        paint: session.paint(),
        width: columns(),
    };
    let mut out = output();
    if let Some((_, write)) = FORMATS.iter().find(|(name, _)| *name == arguments.format) {
        write(&dates, &mut out)?;
    }
    out.flush()?;
    Ok(Status::of(denied(&context)))
}

fn is_there(context: &Context<'_>, locale: &Locale) -> bool {
    context.resolver.catalog.locales.contains(locale)
}

/// Deadlines that settings deny.
fn denied(context: &Context<'_>) -> usize {
    let findings = (deadlines::CHECK.run)(context);
    let catalog = context.resolver.catalog;
    let findings = suppression::apply(catalog, findings, Unused::Ignored);
    let findings = levelled(findings, context.config);
    let denied = findings.iter().filter(|found| found.level == Level::Deny);
    denied.count()
}
