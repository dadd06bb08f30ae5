//! `instep deadlines`: the dates in the texts, the harmful ones first.

use std::io::Write;
use std::mem::ManuallyDrop;

use rayon::prelude::*;

use crate::catalog::resolve::Resolver;
use crate::check::deadlines;
use crate::check::deadlines::listing::{Item, Options, Revisions, listing};
use crate::check::deadlines::status::Status::Passed;
use crate::check::suppression::{self, Unused};
use crate::check::{Asked, Context};
use crate::cli::arguments::{DeadlineArguments, Global};
use crate::cli::memory::Memory;
use crate::cli::named;
use crate::cli::session::Session;
use crate::cli::status::Status;
use crate::cli::terminal::output;
use crate::dates::cue::Role;
use crate::finding::Level;
use crate::pipeline::inspect::{Inspection, levelled};
use crate::report::deadlines::{Dates, FORMATS};

/// # Errors
/// What keeps the site from being read or the list from being written.
pub fn run(arguments: &DeadlineArguments, global: &Global) -> anyhow::Result<Status> {
    let session = Session::open(global, &arguments.levels)?;
    let mut project = session.project()?;
    project.proofread = false;
    let memory = Memory::of(&session);
    let bytes = memory.read();
    let recall = memory.recall(&project, &bytes);
    // The program ends soon, and the system takes all of its memory back at once.
    let inspection = ManuallyDrop::new(Inspection::of_pages(&project, recall.as_ref()));
    session.disk.ensure_read()?;
    named::locales(&inspection.catalog, &arguments.locales)?;
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
    let listing = listing(&context, &options);
    let dates = Dates {
        listing: &listing,
        context: &context,
        look: session.look(),
    };
    let mut out = output();
    if let Some((_, write)) = FORMATS.iter().find(|(name, _)| *name == arguments.format) {
        write(&dates, &mut out)?;
    }
    out.flush()?;
    let harmful =
        |item: &Item<'_>| item.status == Passed && matches!(item.role, Role::Before | Role::By);
    if arguments.format == "human" && listing.dates.iter().any(harmful) {
        session
            .voice
            .say(&session.words.text("cli-next-deadlines", &[]));
    }
    Ok(Status::of(denied(&context)))
}

/// Deadlines that settings deny.
fn denied(context: &Context<'_>) -> usize {
    let catalog = context.resolver.catalog;
    let documents = catalog.documents.par_iter();
    let asked = documents.map(|(id, document)| Asked { id, document });
    let findings = asked.flat_map_iter(|asked| deadlines::find(context, &asked));
    let applied = suppression::apply(catalog.currents(), findings.collect(), Unused::Ignored);
    let findings = levelled(applied.findings, context.config);
    let denied = findings.iter().filter(|found| found.level == Level::Deny);
    denied.count()
}
