//! Fragments that name the source they were translated from. They are no pages, but each was
//! translated on its own and can lag on its own.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::catalog::documents::{Catalog, Document};
use crate::catalog::identity::{self, File, FileKind};
use crate::catalog::resolve::Resolver;
use crate::check::drift::rules::verdicts;
use crate::check::drift::testimony::Testimony;
use crate::check::pairing::Pairings;
use crate::check::{Asked, Context};
use crate::finding::Finding;
use crate::pipeline::fragments::Shelf;
use crate::pipeline::inspect::levelled;
use crate::pipeline::project::Project;
use crate::pipeline::{read, since};

/// Those fragments with their sources, by what would be their id as pages.
pub struct StampedFragments {
    /// Every fragment, as if it were a page.
    pub catalog: Catalog,
    /// Which sections are one in two texts.
    pub pairings: Pairings,
    /// Whoever can ask a clone adds what its history says.
    pub testimony: Testimony,
}

impl StampedFragments {
    /// Reads every fragment of which some locale names its source.
    pub fn new(project: &Project<'_>) -> Self {
        let files = project.files.par_iter();
        let named: Vec<Named<'_>> = files.filter_map(|file| named(project, file)).collect();
        let stamped = named.iter().filter(|named| named.is_stamped);
        let wanted: BTreeSet<&str> = stamped.map(|named| &*named.document).collect();
        let shelf = Shelf::new(project.reader, &project.files, project.config);
        let files = named
            .par_iter()
            .filter(|named| wanted.contains(&*named.document));
        let revisions = files.filter_map(|named| read::page(project, named.file, &shelf).value);
        let catalog = Catalog::new(revisions.map(Arc::new).collect(), project.config);
        let documents: Vec<&Document> = catalog.documents.values().collect();
        Self {
            pairings: Pairings::new(&catalog),
            testimony: Testimony {
                sources: since::by_hash(project, &catalog, &documents),
                ..Testimony::default()
            },
            catalog,
        }
    }

    /// What is to be said of each of them as a whole.
    pub fn check(&self, project: &Project<'_>, today: Option<Date>) -> Vec<Finding> {
        let resolver = Resolver::new(&self.catalog, project.config, &project.files);
        let context = Context {
            config: project.config,
            resolver: &resolver,
            pairings: &self.pairings,
            testimony: &self.testimony,
            today,
        };
        let documents = self.catalog.documents.iter();
        let asked = documents.map(|(id, document)| Asked { id, document });
        let findings = asked.flat_map(|asked| verdicts(&context, &asked));
        levelled(findings.collect(), project.config)
    }
}

/// A fragment, as far as its front matter tells.
struct Named<'a> {
    file: &'a File,
    document: Box<str>,
    is_stamped: bool,
}

fn named<'a>(project: &Project<'_>, file: &'a File) -> Option<Named<'a>> {
    if file.kind != FileKind::Fragment {
        return None;
    }
    let bytes = project.reader.read(&file.path).ok()?;
    let front = read::open(project, file, bytes).value.front;
    let assumed = identity::assumed_locale(project.config);
    Some(Named {
        document: identity::place(file, &front, &assumed).document,
        is_stamped: front.source_hash.is_some() || front.source_commit.is_some(),
        file,
    })
}
