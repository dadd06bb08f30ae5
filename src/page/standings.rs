//! How far each document's translations are, each computed when it is first asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::catalog::documents::Catalog;
use crate::check::drift::standing::{Standing, of_document};
use crate::page::desk::Desk;

/// The standings of every document by its id.
#[derive(Debug, Default)]
pub struct Standings(BTreeMap<Box<str>, OnceLock<Box<[Standing]>>>);

/// The standings of all documents, in the order of their ids.
pub type Listed<'a> = [(&'a str, &'a [Standing])];

impl Standings {
    /// None is computed yet.
    pub fn new(catalog: &Catalog) -> Self {
        let documents = catalog.documents.keys();
        Self(documents.map(|id| (id.clone(), OnceLock::new())).collect())
    }

    /// Computes anew, when it is asked for, what is said of these documents.
    pub fn forget(&mut self, documents: &BTreeSet<Box<str>>) {
        for (id, slot) in &mut self.0 {
            if documents.contains(id) {
                slot.take();
            }
        }
    }

    /// All of them.
    pub fn all(&self, desk: &Desk<'_>) -> Vec<(&str, &[Standing])> {
        let context = desk.context();
        let make = |id: &str| light(of_document(&context, id)).into();
        let slots = self.0.par_iter();
        slots
            .map(|(id, slot)| (&**id, &**slot.get_or_init(|| make(id))))
            .collect()
    }
}

/// Standings without their sections and values, which the matrix does not show.
fn light(mut standings: Vec<Standing>) -> Vec<Standing> {
    for standing in &mut standings {
        standing
            .sections
            .retain(|section| section.change == "missing");
        standing.changes = Vec::new();
    }
    standings
}
