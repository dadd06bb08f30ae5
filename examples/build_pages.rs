//! Reads, checks or builds a site of so many pages in memory, for counting instructions:
//! `build_pages none|read|check|build PAGES`. Prints how many pages there were.

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::collections::BTreeMap;

use instep::catalog::identity::classify;
use instep::config::Config;
use instep::dates::scan::Scanners;
use instep::pipeline::build::build;
use instep::pipeline::inspect::Inspection;
use instep::pipeline::project::Project;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let stage = arguments
        .next()
        .expect("a stage: none, read, check or build");
    let pages: usize = arguments
        .next()
        .and_then(|pages| pages.parse().ok())
        .expect("a number of pages");
    let (config, memory) = (Config::default(), corpus::tree(pages / 5));
    if stage == "none" {
        println!("{}", memory.0.len());
        return;
    }
    let folder = &config.folders()[0];
    let files = memory.0.keys().map(|path| classify(path, folder)).collect();
    let scanners = Scanners::new(&BTreeMap::new()).expect("built-in words are well formed");
    let project = Project::new(&config, &memory, files, scanners);
    let inspection = Inspection::new(&project);
    let counted = match stage.as_str() {
        "read" => inspection.catalog.revisions.len(),
        "check" => {
            inspection.check(&project, None);
            inspection.catalog.revisions.len()
        }
        _ => {
            let built = build(&project, &inspection, &corpus::Nowhere);
            built.expect("memory takes every page").value.pages
        }
    };
    println!("{counted}");
}
