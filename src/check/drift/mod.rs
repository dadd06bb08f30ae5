//! Which translations lag behind, by how much, and what says so.

pub mod testimony;
pub mod verdict;

pub mod anchor;
pub mod changes;

pub mod edited;

pub mod standing;

pub mod rules;

pub mod listing;

use crate::check::{Check, Context};
use crate::finding::Finding;

/// How translations stand to the newest text.
pub const CHECK: Check = Check {
    rules: rules::ALL,
    run,
};

fn run(context: &Context<'_>) -> Vec<Finding> {
    use rayon::prelude::*;
    let documents: Vec<&str> = context
        .resolver
        .catalog
        .documents
        .keys()
        .map(AsRef::as_ref)
        .collect();
    documents
        .par_iter()
        .flat_map_iter(|document| rules::findings(context, document))
        .collect()
}
