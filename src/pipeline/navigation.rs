//! The navigation of every locale, from all navigation files of the tree.

mod entries;
mod files;

use std::collections::BTreeMap;

use crate::catalog::navigation::Entry;
use crate::catalog::resolve::Resolver;
use crate::finding::Outcome;
use crate::locale::tag::Locale;
use crate::pipeline::navigation::entries::Reading;
use crate::pipeline::navigation::files::Files;
use crate::pipeline::project::Project;

/// The navigation that each locale has, with what is wrong with its files. Locales for which
/// nothing is written have none.
pub fn read(
    project: &Project<'_>,
    resolver: &Resolver<'_>,
) -> Outcome<BTreeMap<Locale, Vec<Entry>>> {
    let Outcome {
        value: files,
        mut findings,
    } = Files::read(project, resolver);
    let roots = files.roots();
    let mut value = BTreeMap::new();
    for locale in &resolver.catalog.locales {
        let mut reading = Reading {
            files: &files,
            resolver,
            config: project.config,
            locale,
            findings: Vec::new(),
        };
        let entries = reading.together(&roots);
        findings.append(&mut reading.findings);
        if !entries.is_empty() {
            value.insert(locale.clone(), entries);
        }
    }
    Outcome { value, findings }
}
