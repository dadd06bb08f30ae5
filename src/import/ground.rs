//! The ground that an import builds on: which places are free, and which are taken by what.

use std::collections::{BTreeMap, BTreeSet};

use crate::finding::Finding;
use crate::import::naming::folded;
use crate::import::plan::{CONFLICT, Skipped};
use crate::path::SourcePath;

/// The places below the content folder.
pub struct Ground<'a> {
    /// The content folder as the plan names it.
    pub into: &'a str,
    tree: BTreeMap<String, &'a SourcePath>,
    given: BTreeSet<String>,
    /// What is not taken, and why.
    pub skipped: Vec<Skipped>,
    /// Places that are taken by other bytes.
    pub findings: Vec<Finding>,
}

impl<'a> Ground<'a> {
    /// The places of a tree that has these files.
    pub fn new(tree: &'a [SourcePath], into: &'a str) -> Self {
        Self {
            into,
            tree: tree
                .iter()
                .map(|path| (folded(path.as_str()), path))
                .collect(),
            given: BTreeSet::new(),
            skipped: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// The file that stands at a place already.
    pub fn standing(&self, place: &str) -> Option<&'a SourcePath> {
        self.tree.get(&folded(place)).copied()
    }

    /// Takes a place for a file of this import. `false` where another has it.
    pub fn take(&mut self, place: &str) -> bool {
        self.given.insert(folded(place))
    }

    /// A place as the plan names it.
    pub fn named(&self, place: &str) -> String {
        format!("{}/{place}", self.into)
    }

    /// Leaves a file out because its place is taken by other bytes.
    pub fn conflict(&mut self, from: &str, place: &str) {
        let to = self.named(place);
        let why = format!("`{to}` is there already and differs");
        self.skipped.push(Skipped {
            from: from.into(),
            why: why.into(),
        });
        let message = format!("this file differs from `{from}`, which belongs in its place");
        let finding = CONFLICT.about(&SourcePath::new(&to), message);
        self.findings
            .push(finding.help("compare them, then rename or remove one"));
    }
}
