//! What a build finds in documents: taken from the one before where it is the same, and noted for the
//! next.

use std::sync::{Mutex, PoisonError};

use crate::check::{Asked, Known, Linked};
use crate::cli::memory::Memory;
use crate::finding::Finding;
use crate::memo::Key;
use crate::pipeline::before::Found;
use crate::pipeline::kept::PackedFindings;
use crate::pipeline::plan::Basis;

/// What is found in documents, upon an earlier build.
pub struct Finds<'a> {
    memory: &'a Memory<'a>,
    upon: &'a Basis<'a>,
    /// What is new, of documents by what they hold themselves.
    own: Mutex<Found>,
    /// And of their links.
    linked: Mutex<Found>,
}

impl<'a> Finds<'a> {
    /// Nothing is found yet.
    pub fn new(memory: &'a Memory<'a>, upon: &'a Basis<'a>) -> Self {
        Self {
            memory,
            upon,
            own: Mutex::default(),
            linked: Mutex::default(),
        }
    }

    /// What was new, of documents and of their links.
    pub fn into_noted(self) -> (Found, Found) {
        let noted =
            |noted: Mutex<Found>| noted.into_inner().unwrap_or_else(PoisonError::into_inner);
        (noted(self.own), noted(self.linked))
    }

    fn known(&self, before: &Found, key: &Key) -> Option<Vec<Finding>> {
        self.memory.findings(before.get(key)?)
    }
}

impl Known for Finds<'_> {
    fn own(&self, asked: &Asked<'_>, find: &dyn Fn() -> Vec<Finding>) -> Vec<Finding> {
        let Some(key) = self.upon.keys.document(asked.id) else {
            return find();
        };
        self.known(&self.upon.before.found, &key)
            .unwrap_or_else(|| noted(&self.own, key, find()))
    }

    fn links(&self, asked: &Asked<'_>, find: &dyn Fn() -> Linked) -> Vec<Finding> {
        let Some(key) = self.upon.keys.links(asked.id) else {
            return find().findings;
        };
        let known = self.known(&self.upon.before.linked, &key);
        known.unwrap_or_else(|| {
            let Linked { findings, by_names } = find();
            match by_names {
                true => noted(&self.linked, key, findings),
                false => findings,
            }
        })
    }
}

fn noted(all: &Mutex<Found>, key: Key, found: Vec<Finding>) -> Vec<Finding> {
    let kept = PackedFindings::of(&found);
    let mut all = all.lock().unwrap_or_else(PoisonError::into_inner);
    all.insert(key, kept);
    found
}
