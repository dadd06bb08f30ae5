//! Analyses of the whole catalog, one file each, all of them in [`CHECKS`].

pub mod align;

pub mod pairing;

pub mod addresses;
pub mod drift;

pub mod deadlines;
pub mod links;
pub mod redirects;
pub mod revisions;
pub mod terms;

pub mod suppression;

use jiff::civil::Date;

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

/// One analysis: its rules, and what finds breaches of them.
pub struct Check {
    pub rules: &'static [&'static Rule],
    pub run: fn(&Context<'_>) -> Vec<Finding>,
}

/// Every analysis over the catalog.
pub static CHECKS: &[Check] = &[
    addresses::CHECK,
    drift::CHECK,
    deadlines::CHECK,
    links::CHECK,
    redirects::CHECK,
    revisions::CHECK,
    terms::CHECK,
];
