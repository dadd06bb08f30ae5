//! How far each document's translations are, each computed when it is first asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::catalog::documents::Catalog;
use crate::check::drift::judged::{Judged, of_document};
use crate::check::drift::verdict::Verdict;
use crate::locale::tag::Locale;
use crate::page::desk::Desk;

/// How a translation stands, as far as the matrix shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Of the translation.
    pub locale: Locale,
    /// How it stands.
    pub verdict: Verdict,
    /// Days between its date and the reference's; 0 where either has none.
    pub days_behind: i64,
    /// Share of the reference's sections that it has, 0 to 1.
    pub coverage: f64,
    /// Whether there is one.
    pub is_there: bool,
    /// How many sections it lacks.
    pub missing: usize,
}

/// The standings of every document by its id.
#[derive(Debug, Default)]
pub struct Standings(BTreeMap<Box<str>, OnceLock<Box<[Summary]>>>);

/// The standings of all documents, in the order of their ids.
pub type Listed<'a> = [(&'a str, &'a [Summary])];

impl Standings {
    /// None is computed yet.
    pub fn new(catalog: &Catalog) -> Self {
        let documents = catalog.documents.keys();
        Self(documents.map(|id| (id.into(), OnceLock::new())).collect())
    }

    /// Takes what is known of a document from an earlier run.
    pub fn remember(&mut self, id: &str, known: Box<[Summary]>) {
        if let Some(slot) = self.0.get_mut(id) {
            *slot = known.into();
        }
    }

    /// Computes anew, when it is asked for, what is said of these documents.
    pub fn forget(&mut self, documents: &BTreeSet<Box<str>>) {
        for (id, slot) in &mut self.0 {
            if documents.contains(id) {
                slot.take();
            }
        }
    }

    /// Those that were asked for.
    pub fn known(&self) -> impl Iterator<Item = (&str, &[Summary])> {
        let slots = self.0.iter();
        slots.filter_map(|(id, slot)| Some((&**id, &**slot.get()?)))
    }

    /// All of them.
    pub fn all(&self, desk: &Desk<'_>) -> Vec<(&str, &[Summary])> {
        let context = desk.context();
        let make = |id: &str| {
            let judged = of_document(&context, id).into_iter();
            judged.map(Summary::of).collect()
        };
        let slots = self.0.par_iter();
        slots
            .map(|(id, slot)| (&**id, &**slot.get_or_init(|| make(id))))
            .collect()
    }
}

impl Summary {
    fn of(judged: Judged) -> Self {
        Self {
            locale: judged.locale,
            verdict: judged.verdict,
            days_behind: judged.days_behind,
            coverage: judged.coverage,
            is_there: judged.current.is_some(),
            missing: judged.missing,
        }
    }
}
