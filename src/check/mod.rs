//! Analyses of the catalog, document by document, one file each, all of them in [`CHECKS`].

pub mod align;

pub mod pairing;

pub mod drift;

pub mod deadlines;
pub mod links;
pub mod revisions;
pub mod terms;

pub mod suppression;

use jiff::civil::Date;

use crate::catalog::documents::Document;
use crate::catalog::resolve::Resolver;
use crate::check::drift::testimony::Testimony;
use crate::check::pairing::Pairings;
use crate::config::Config;
use crate::finding::{Finding, Rule};

/// What an analysis may look at.
pub struct Context<'a> {
    pub config: &'a Config,
    pub resolver: &'a Resolver<'a>,
    /// The sections of every current revision, paired with those of its document's reference.
    pub pairings: &'a Pairings,
    /// What was read beside the catalog.
    pub testimony: &'a Testimony,
    /// The day that counts as today; none while a site is built, whose bytes have no day.
    pub today: Option<Date>,
}

/// One analysis: its rules, and what finds breaches of them in one document.
pub struct Check {
    pub rules: &'static [&'static Rule],
    pub of: fn(&Context<'_>, &Asked<'_>) -> Vec<Finding>,
}

/// The document that is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub id: &'a str,
    pub document: &'a Document,
}

/// Every analysis over the catalog.
pub static CHECKS: &[Check] = &[
    drift::CHECK,
    deadlines::CHECK,
    links::CHECK,
    revisions::CHECK,
    terms::CHECK,
];

/// What every analysis finds in one document.
pub fn of(context: &Context<'_>, asked: &Asked<'_>) -> Vec<Finding> {
    let checks = CHECKS.iter();
    checks
        .flat_map(|check| (check.of)(context, asked))
        .collect()
}

/// What every analysis finds, by the order of documents.
pub fn all(context: &Context<'_>) -> Vec<Finding> {
    use rayon::prelude::*;
    let documents: Vec<Asked<'_>> = context
        .resolver
        .catalog
        .documents
        .iter()
        .map(|(id, document)| Asked { id, document })
        .collect();
    documents
        .par_iter()
        .flat_map_iter(|asked| of(context, asked))
        .collect()
}
