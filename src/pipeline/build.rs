//! From a catalog to a site: every page read, rendered, written and dropped, in parallel.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::finding::{Finding, Outcome};
use crate::page::guide::Searchable;
use crate::page::resources::Resources;
use crate::path::{SourcePath, decode};
use crate::pipeline::artifacts;
use crate::pipeline::furnish::Furniture;
use crate::pipeline::inspect::Inspection;
use crate::pipeline::project::Project;
use crate::pipeline::read::unreadable;
use crate::pipeline::render::{Job, Press, Rendered, jobs};
use crate::pipeline::share::Share;
use crate::source::Writer;

/// What was built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// How many were written.
    pub pages: usize,
    /// In how many languages.
    pub locales: usize,
    /// What search shall find, where the project wants an index.
    pub searchable: Vec<Searchable>,
}

/// Builds the site of an inspected project into a writer. The findings are those of making pages.
///
/// # Errors
/// What the writer cannot do.
pub fn build(
    project: &Project<'_>,
    inspection: &Inspection,
    writer: &dyn Writer,
) -> std::io::Result<Outcome<Built>> {
    let furniture = Furniture::new(project, inspection);
    build_with(project, inspection, &furniture, writer)
}

/// The same with furniture that is kept.
///
/// # Errors
/// What the writer cannot do.
pub fn build_with(
    project: &Project<'_>,
    inspection: &Inspection,
    furniture: &Furniture,
    writer: &dyn Writer,
) -> std::io::Result<Outcome<Built>> {
    furniture.with_press(project, inspection, |press| {
        let pages = pages(press, project.share, writer)?;
        let mut findings = furniture.findings();
        let mut built = Built {
            locales: press.desk.resolver.catalog.locales.len(),
            ..Built::default()
        };
        for page in pages {
            built.pages += 1;
            findings.extend(page.findings);
            built.searchable.extend(page.searchable);
        }
        if project.share.is_first() {
            for (path, bytes) in artifacts::all(press) {
                writer.write(&path, &bytes)?;
            }
        }
        findings.extend(resources(press.desk.resources, project, writer)?);
        Ok(Outcome {
            value: built,
            findings,
        })
    })
}

/// Writes every page, and drops its text.
fn pages(press: &Press<'_>, share: Share, writer: &dyn Writer) -> std::io::Result<Vec<Rendered>> {
    // Once for all status pages, on all cores.
    press.standings.all(press.desk);
    let jobs = jobs(press.desk);
    let write = |page: &Rendered| {
        writer.write(&page.route.output(), page.html.as_bytes())?;
        match &page.plain {
            Some((path, text)) => writer.write(path, text.as_bytes()),
            None => Ok(()),
        }
    };
    let make = |job: &Job<'_>| {
        let mut page = press.render(*job)?;
        let written = write(&page);
        (page.html, page.plain) = (String::new(), None);
        Some(written.map(|()| page))
    };
    jobs[share.range(jobs.len())]
        .par_iter()
        .filter_map(make)
        .collect()
}

/// Copies the files that guides show. Files of one name and content have one address; it is written
/// once, since one of them may change meanwhile.
fn resources(
    resources: &Resources,
    project: &Project<'_>,
    writer: &dyn Writer,
) -> std::io::Result<Vec<Finding>> {
    let mut once = BTreeMap::new();
    for path in resources.handed_on() {
        if let Some(address) = resources.address(project.reader, path) {
            once.entry(address).or_insert(path);
        }
    }
    let once: Vec<(&str, &SourcePath)> = once.into_iter().collect();
    let copy = |(address, path): &(&str, &SourcePath)| {
        let target = decode(address.trim_start_matches('/'));
        match project.reader.read(path) {
            Ok(bytes) => writer.write(&target, &bytes).map(|()| None),
            Err(error) => Ok(Some(unreadable(path, &error))),
        }
    };
    let share = &once[project.share.range(once.len())];
    let copied: std::io::Result<Vec<Option<Finding>>> = share.par_iter().map(copy).collect();
    Ok(copied?.into_iter().flatten().collect())
}
