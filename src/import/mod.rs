//! Anonymous hand-offs, sorted into a content tree by what they say.

pub mod drop;
pub mod naming;
pub mod plan;

pub mod weight;

pub mod gather;

pub mod once;

pub mod docset;
pub mod grouping;

pub mod documents;

mod ground;

mod extras;
mod pages;

use crate::finding::Outcome;
use crate::import::docset::Docsets;
use crate::import::documents::Documents;
use crate::import::extras::Origins;
use crate::import::gather::{Import, gather};
use crate::import::ground::Ground;
use crate::import::plan::Plan;

/// Decides where every file of an import goes. Neither the order of drops nor that of their files
/// matters; what was imported before comes out at the place it has.
pub fn plan(import: &Import<'_>) -> Outcome<Plan> {
    let mut gathered = gather(import);
    let docsets = Docsets::new(&gathered, import.drops);
    let origins = Origins::new(import, &gathered);
    let documents = Documents::new(&mut gathered, &docsets, import.config);
    let mut ground = Ground::new(import.tree, import.into);
    let pages = pages::place(&documents, &mut ground);
    let others = extras::place(import, &gathered, (&docsets, origins), &mut ground);
    let mut skipped = gathered.skipped;
    skipped.append(&mut ground.skipped);
    skipped.sort();
    let mut findings = ground.findings;
    crate::finding::sort(&mut findings);
    let plan = Plan {
        schema: 1,
        documents: pages,
        others,
        skipped,
    };
    Outcome {
        value: plan,
        findings,
    }
}
