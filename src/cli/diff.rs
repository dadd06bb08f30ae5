//! `instep diff`: what changed between two revisions of a document in one locale.

use std::io::Write;

use anyhow::{Context as _, bail};

use crate::catalog::documents::{Catalog, Edition, RevisionId};
use crate::cli::arguments::{DiffArguments, Global, Levels};
use crate::cli::named;
use crate::cli::pager::Pager;
use crate::cli::session::Session;
use crate::cli::status::Status;
use crate::compare::words;
use crate::document::revision::Revision;
use crate::locale::words::Words;
use crate::page::changes::{Difference, Read, differences};
use crate::pipeline::fragments::Shelf;
use crate::pipeline::inspect::catalog;
use crate::report::diff;
use crate::report::look::Look;
use crate::report::paint::Tone;
use crate::report::terminal::{harmless, isolate};

/// # Errors
/// A document, locale or revision that is not there; what keeps the site from being read.
pub fn run(arguments: &DiffArguments, global: &Global) -> anyhow::Result<Status> {
    let session = Session::open(global, &Levels::default())?;
    let project = session.project()?;
    let catalog = &catalog(&project);
    session.disk.ensure_read()?;
    let found = named::document(catalog, &arguments.document)?;
    let edition = named::edition(found, &arguments.locale)?;
    let (old, new) = revisions(catalog, edition, arguments)?;
    let shelf = Shelf::new(project.reader, &project.files, project.config);
    let texts = crate::page::sections::Texts {
        reader: project.reader,
        fragments: &shelf,
        dialect: &project.dialect,
    };
    let read = |id| Read::new(catalog, &texts, id);
    let found = differences(&read(old), &read(new));
    session.disk.ensure_read()?;
    let look = session.look();
    let mut out = Pager::open();
    for id in [old, new] {
        let revision = catalog.revision(id);
        let date = revision
            .front
            .date
            .map_or_else(|| look.word("version-undated"), |date| date.to_string());
        let mark = if id == old { "---" } else { "+++" };
        writeln!(out, "{mark} {date}  {}", revision.path())?;
    }
    let segment = Words::new(&arguments.locale);
    for difference in &found {
        section(difference, &segment, &look, &mut out)?;
    }
    if found.is_empty() {
        writeln!(out, "{}", look.word("cli-same"))?;
    }
    out.close()?;
    Ok(Status::Done)
}

fn section(
    difference: &Difference,
    segment: &Words,
    look: &Look<'_>,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let title = harmless(&difference.title);
    let kind = look.word(&format!("change-{}", difference.kind));
    let head = format!("\n@@ {kind} @@ {}", isolate(&title));
    writeln!(out, "{}", look.tint(Tone::Strong, head))?;
    diff::write(
        &words(&difference.old, &difference.new, &|text| {
            segment.split(text)
        }),
        look,
        out,
    )?;
    Ok(())
}

/// What a revision can be called: its date, else its label, else its file.
fn name(revision: &Revision) -> String {
    let label = || {
        revision
            .place
            .label
            .as_deref()
            .unwrap_or(revision.path().name())
    };
    let date = revision.front.date.map(|date| date.to_string());
    date.unwrap_or_else(|| label().to_owned())
}

fn revisions(
    catalog: &Catalog,
    edition: &Edition,
    arguments: &DiffArguments,
) -> anyhow::Result<(RevisionId, RevisionId)> {
    let find = |wanted: &String| {
        let named = |id: &&RevisionId| {
            let revision = catalog.revision(**id);
            let date = revision.front.date.map(|date| date.to_string());
            date.as_ref() == Some(wanted)
                || revision.place.label.as_deref() == Some(wanted.as_str())
        };
        let found = edition.revisions.iter().find(named).copied();
        found.with_context(|| {
            let known = edition
                .revisions
                .iter()
                .map(|id| name(catalog.revision(*id)));
            let known = known.collect::<Vec<_>>().join("`, `");
            format!("no revision has the date or label `{wanted}`; there are `{known}`")
        })
    };
    let to = arguments.to.as_ref().map_or(Ok(edition.current()), find)?;
    if let Some(from) = &arguments.from {
        return Ok((find(from)?, to));
    }
    let place = edition
        .revisions
        .iter()
        .position(|id| *id == to)
        .unwrap_or(0);
    match edition.revisions.get(place + 1) {
        Some(from) => Ok((*from, to)),
        None => bail!(
            "`{}` has no older revision in `{}` to compare with",
            arguments.document,
            arguments.locale
        ),
    }
}
