//! The ids of a page, each given once.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::revision::Revision;

/// The ids given so far. Those of sections are kept for them from the start.
#[derive(Debug, Default)]
pub struct Ids {
    given: BTreeSet<Box<str>>,
    /// The last number given behind a stem, so that thousands of one name stay quick.
    numbers: BTreeMap<Box<str>, usize>,
}

impl Ids {
    /// The ids of a page, by its sections.
    pub fn new(revision: &Revision) -> Self {
        let given = revision.sections.iter().map(|s| s.id().into()).collect();
        Self {
            given,
            numbers: BTreeMap::new(),
        }
    }

    /// Takes an id; false where the page has it already, or it is none.
    pub fn claim(&mut self, id: &str) -> bool {
        !id.is_empty() && self.given.insert(id.into())
    }

    /// An id that begins with `stem` and is not yet on the page.
    pub fn fresh(&mut self, stem: &str) -> String {
        if self.claim(stem) {
            return stem.to_owned();
        }
        let mut number = self.numbers.get(stem).copied().unwrap_or(1);
        loop {
            number += 1;
            let id = format!("{stem}-{number}");
            if self.claim(&id) {
                self.numbers.insert(stem.into(), number);
                return id;
            }
        }
    }
}
