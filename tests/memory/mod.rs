//! A site in memory, from its files to its built bytes.

// Each test that shares this file uses a part of it.
#![allow(dead_code)]

use std::collections::BTreeMap;

use instep::catalog::identity::classify;
use instep::catalog::resolve::Resolver;
use instep::config::Config;
use instep::dates::scan::Scanners;
use instep::finding::Finding;
use instep::path::SourcePath;
use instep::pipeline::build::build;
use instep::pipeline::inspect::Inspection;
use instep::pipeline::project::Project;
use instep::source::Reader;
use instep::source::memory::{Memory, MemorySite};
use jiff::civil::date;

/// Files by their path.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// What came of it.
#[derive(Debug, Default)]
pub struct Site {
    pub files: Tree,
    /// Of the checks, and of making pages.
    pub findings: Vec<Finding>,
    /// The page of every revision: the file it was read from, and where it lies in the site.
    pub pages: Vec<(SourcePath, String)>,
    /// Files that are no pages, as they only say where theirs has moved.
    pub moved: Vec<SourcePath>,
}

/// A reader of a tree.
pub fn held(tree: &Tree) -> Memory {
    let held = |(path, bytes): (&String, &Vec<u8>)| (SourcePath::new(path), bytes.clone());
    Memory(tree.iter().map(held).collect())
}

/// Builds a site of files, in the order in which they are listed.
pub fn site<'p>(
    config: &Config,
    reader: &dyn Reader,
    paths: impl IntoIterator<Item = &'p String>,
) -> Site {
    let folder = &config.folders()[0];
    let files = paths
        .into_iter()
        .map(|path| classify(&SourcePath::new(path), folder));
    let scanners = Scanners::new(&BTreeMap::new()).expect("built-in words are well formed");
    let project = Project::new(config, reader, files.collect(), scanners);
    let inspection = Inspection::new(&project);
    let written = MemorySite::default();
    let built = build(&project, &inspection, &written).expect("no two files have one place");
    let mut findings = inspection.check(&project, Some(date(2026, 11, 21)));
    findings.extend(built.findings);
    let revisions = inspection.catalog.revisions.iter();
    let moved = revisions.filter(|revision| revision.front.redirect.is_some());
    Site {
        moved: moved.map(|revision| revision.path().clone()).collect(),
        files: written.files(),
        findings,
        pages: pages(config, &project, &inspection),
    }
}

fn pages(
    config: &Config,
    project: &Project<'_>,
    inspection: &Inspection,
) -> Vec<(SourcePath, String)> {
    let catalog = &inspection.catalog;
    let resolver = Resolver::new(catalog, config, &project.files);
    let mut pages = Vec::new();
    for edition in catalog.documents.values().flat_map(|d| d.editions.values()) {
        let own = edition.revisions.iter().map(|id| (*id, *id));
        // A bilingual form has the page of its plain twin.
        for (id, shown) in own.chain(edition.twins.iter().map(|(a, b)| (*b, *a))) {
            let path = catalog.revision(id).path().clone();
            pages.push((path, resolver.revision_route(shown).output()));
        }
    }
    pages
}
