//! From a catalog to a site: every page read, rendered, written and dropped, in parallel.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::finding::{Finding, Outcome};
use crate::memo::Key;
use crate::page::resources::Resources;
use crate::page::searchable::Searchable;
use crate::path::{Route, SourcePath};
use crate::pipeline::artifacts;
use crate::pipeline::before::{LanguageIndex, Left, Page, PageKey};
use crate::pipeline::furnish::Furniture;
use crate::pipeline::inspect::Inspection;
use crate::pipeline::plan::Basis;
use crate::pipeline::project::Project;
use crate::pipeline::read::unreadable;
use crate::pipeline::render::{Job, Press, Rendered, jobs};
use crate::source::Writer;

/// Most pages that a thread takes in one go: few, so that none waits long for another at the end, but
/// those of several documents, since the pages of one share blocks of code, which are coloured once.
const AT_ONCE: usize = 64;

/// What was built.
#[derive(Debug, Default)]
pub struct Built {
    /// How many were written.
    pub pages: usize,
    /// In how many languages.
    pub locales: usize,
    /// What search shall find, where the project wants an index: pages of the languages whose index
    /// does not stay.
    pub searchable: Vec<Searchable>,
    /// Indexes that stay.
    pub indexes: Vec<LanguageIndex>,
    /// What the index of each language is made from, by its tag.
    pub languages: Vec<(String, Key)>,
    /// What the next build may stand on.
    pub left: Left,
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
    put(project, (inspection, furniture), None, writer)
}

/// The same, where pages of an earlier build that are made from the same stay as they are.
///
/// # Errors
/// What the writer cannot do.
pub fn build_upon(
    project: &Project<'_>,
    (inspection, furniture): (&Inspection, &mut Furniture),
    basis: &Basis<'_>,
    writer: &dyn Writer,
) -> std::io::Result<Outcome<Built>> {
    basis.standings(furniture);
    let mut outcome = put(project, (inspection, furniture), Some(basis), writer)?;
    if furniture.drew_with_findings() {
        // The next build finds the same only if it draws the navigation too.
        outcome.value.left.surroundings = None;
    }
    let known = furniture.standings();
    let known = known.filter_map(|(id, known)| Some((basis.keys.document(id)?, known.into())));
    outcome.value.left.standings = known.collect();
    Ok(outcome)
}

fn put(
    project: &Project<'_>,
    (inspection, furniture): (&Inspection, &Furniture),
    basis: Option<&Basis<'_>>,
    writer: &dyn Writer,
) -> std::io::Result<Outcome<Built>> {
    furniture.with_press(project, inspection, |press| {
        let mut built = Built {
            locales: press.desk.resolver.catalog.locales.len(),
            ..Built::default()
        };
        // Before pages and lists begin that tell how all translations stand: where several ask at the same
        // time, they wait for each other at each document.
        press.standings.all(press.desk);
        let pages = || pages(press, (project, basis), writer, &mut built);
        let beside = || match project.share.is_first() {
            true => artifacts::write(press, writer),
            false => Ok(()),
        };
        let (found, written) = rayon::join(pages, beside);
        let mut findings = found?;
        written?;
        findings.splice(0..0, furniture.findings());
        findings.extend(resources(press.desk.resources, project, writer)?);
        Ok(Outcome {
            value: built,
            findings,
        })
    })
}

/// A page that was made, or stays.
#[derive(Default)]
struct Made {
    page: Option<Page>,
    /// Apart: without search, and where pages stay, there is none.
    searchable: Option<Box<Searchable>>,
    findings: Vec<Finding>,
}

/// Writes every page, and drops its text.
fn pages(
    press: &Press<'_>,
    (project, basis): (&Project<'_>, Option<&Basis<'_>>),
    writer: &dyn Writer,
    built: &mut Built,
) -> std::io::Result<Vec<Finding>> {
    let jobs = jobs(press.desk);
    let jobs = &jobs[project.share.range(jobs.len())];
    let mut plan = basis.map(|basis| basis.plan(press, jobs));
    if let (Some(basis), Some(plan), true) = (basis, &mut plan, project.search) {
        basis.plan_indexes(plan, jobs, writer);
        built.indexes = plan.indexes.iter().map(|index| (*index).clone()).collect();
        built.languages = std::mem::take(&mut plan.languages);
    }
    let make = |at: usize| {
        let job = &jobs[at];
        let (key, known) = plan.as_ref().map_or((None, None), |plan| plan.pages[at]);
        if let Some(page) = known.filter(|page| stays(page, writer)) {
            return Some(Ok(Made {
                page: Some(page.clone()),
                ..Made::default()
            }));
        }
        let page = press.render(*job)?;
        Some(written(page, key, writer))
    };
    // Some of the first ones list all pages, and take long: no thread is to have two in store.
    let long = jobs.partition_point(Job::is_before_guides);
    let long_ones = (0..long).into_par_iter().with_max_len(1);
    let others = (long..jobs.len()).into_par_iter().with_max_len(AT_ONCE);
    type Results = std::io::Result<Vec<Made>>;
    let (first, rest): (Results, Results) = rayon::join(
        || long_ones.filter_map(make).collect(),
        || others.filter_map(make).collect(),
    );
    let mut findings = Vec::new();
    for made in first?.into_iter().chain(rest?) {
        built.pages += 1;
        built.searchable.extend(made.searchable.map(|page| *page));
        built.left.pages.extend(made.page);
        findings.extend(made.findings);
    }
    built.left.surroundings = plan.map(|plan| plan.surroundings);
    Ok(findings)
}

fn stays(page: &Page, writer: &dyn Writer) -> bool {
    let mut files = page.files.iter();
    files.all(|(path, bytes)| writer.keep(path, bytes))
}

/// Writes a page. It can be remembered where nothing was found while it was made: a finding has to
/// be found again.
fn written(page: Rendered, key: Option<PageKey>, writer: &dyn Writer) -> std::io::Result<Made> {
    let main = (page.route.output(), page.html);
    let files: Vec<(String, String)> = std::iter::once(main).chain(page.plain).collect();
    let mut kept = Vec::new();
    let key = key.filter(|_| page.findings.is_empty());
    for (path, text) in files {
        let bytes = text.as_bytes();
        if key.is_none() {
            writer.write(&path, bytes)?;
            continue;
        }
        let content = Key::of(bytes);
        writer.write_known(&path, bytes, &content)?;
        kept.push((path, content));
    }
    Ok(Made {
        page: key.map(|key| Page { key, files: kept }),
        searchable: page.searchable.map(Box::new),
        findings: page.findings,
    })
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
        if let Some(route) = resources.route(project.reader, path) {
            once.entry(route).or_insert(path);
        }
    }
    let once: Vec<(&Route, &SourcePath)> = once.into_iter().collect();
    let copy = |(route, path): &(&Route, &SourcePath)| match project.reader.read(path) {
        Ok(bytes) => writer.write(&route.output(), &bytes).map(|()| None),
        Err(error) => Ok(Some(unreadable(path, &error))),
    };
    let share = &once[project.share.range(once.len())];
    let copied: std::io::Result<Vec<Option<Finding>>> = share.par_iter().map(copy).collect();
    Ok(copied?.into_iter().flatten().collect())
}
