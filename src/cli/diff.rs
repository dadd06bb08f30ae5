//! `instep diff`: what changed between two revisions of a document in one locale.

use std::io::Write;

use anyhow::{Context as _, bail};

use crate::catalog::documents::{Catalog, Document, Edition, RevisionId};
use crate::cli::arguments::{DiffArguments, Global, Levels};
use crate::cli::pager::Pager;
use crate::cli::session::Session;
use crate::cli::status::Status;
use crate::compare::words;
use crate::locale::words::Words;
use crate::page::changes::{Difference, differences};
use crate::pipeline::fragments::Shelf;
use crate::pipeline::inspect::catalog;
use crate::report::diff;
use crate::report::paint::{Paint, Tone};
use crate::report::terminal::harmless;

/// # Errors
/// A document, locale or revision that is not there; what keeps the site from being read.
pub fn run(arguments: &DiffArguments, global: &Global) -> anyhow::Result<Status> {
    let session = Session::open(global, &Levels::default())?;
    let project = session.project()?;
    let catalog = &catalog(&project);
    let edition = edition(catalog, arguments)?;
    let (old, new) = revisions(catalog, edition, arguments)?;
    let shelf = Shelf::new(project.reader, &project.files, project.config);
    let texts = crate::page::sections::Texts {
        reader: project.reader,
        fragments: &shelf,
        dialect: &project.dialect,
    };
    let mut out = Pager::open();
    for id in [old, new] {
        let revision = catalog.revision(id);
        let date = revision
            .front
            .date
            .map_or("undated".to_owned(), |date| date.to_string());
        let mark = if id == old { "---" } else { "+++" };
        writeln!(out, "{mark} {date}  {}", revision.path())?;
    }
    let segment = Words::new(&arguments.locale);
    let found = differences(catalog, &texts, old, new);
    for difference in &found {
        section(difference, &segment, session.paint(), &mut out)?;
    }
    if found.is_empty() {
        writeln!(out, "the texts are the same")?;
    }
    out.close()?;
    Ok(Status::Done)
}

fn section(
    difference: &Difference,
    segment: &Words,
    paint: Paint,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    let title = harmless(&difference.title);
    let head = format!("\n@@ {} @@ {title}", difference.kind);
    writeln!(out, "{}", paint.tint(Tone::Strong, head))?;
    diff::write(
        &words(&difference.old, &difference.new, &|text| {
            segment.split(text)
        }),
        paint,
        out,
    )?;
    Ok(())
}

/// A document by its id, or by how its id ends.
///
/// # Errors
/// No document of that name.
pub fn document<'c>(catalog: &'c Catalog, name: &str) -> anyhow::Result<&'c Document> {
    let ends = |id: &str| {
        id.strip_suffix(name)
            .is_some_and(|rest| rest.ends_with('/'))
    };
    let by_end = || catalog.documents.iter().find(|(id, _)| ends(id));
    let found = catalog.documents.get(name);
    found
        .or_else(|| by_end().map(|(_, document)| document))
        .with_context(|| format!("no document is called `{name}`"))
}

fn edition<'c>(catalog: &'c Catalog, arguments: &DiffArguments) -> anyhow::Result<&'c Edition> {
    let (name, locale) = (&arguments.document, &arguments.locale);
    let document = document(catalog, name)?;
    document
        .editions
        .get(locale)
        .with_context(|| format!("`{name}` is not there in `{locale}`"))
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
        found.with_context(|| format!("no revision has the date or label `{wanted}`"))
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
            "`{}` has one revision in `{}`",
            arguments.document,
            arguments.locale
        ),
    }
}
