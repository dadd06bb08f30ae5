//! Analyses of the whole catalog, one file each, all of them in [`CHECKS`].

pub mod align;

pub mod pairing;

pub mod drift;

pub mod deadlines;
pub mod links;
pub mod redirects;
pub mod revisions;
pub mod terms;

pub mod suppression;

use std::borrow::Cow;

use jiff::civil::Date;

use crate::catalog::documents::RevisionId;
use crate::catalog::resolve::Resolver;
use crate::check::align::Pair;
use crate::check::drift::testimony::Testimony;
use crate::check::pairing::Pairings;
use crate::config::Config;
use crate::finding::{Finding, Rule};

/// What an analysis may look at.
pub struct Context<'a> {
    /// What settings say.
    pub config: &'a Config,
    /// Where links lead.
    pub resolver: &'a Resolver<'a>,
    /// The sections of every current revision, paired with those of its document's reference.
    pub pairings: &'a Pairings,
    /// What was read beside the catalog.
    pub testimony: &'a Testimony,
    /// The day that counts as today; none while a site is built, whose bytes have no day.
    pub today: Option<Date>,
}

impl Context<'_> {
    /// The pairs of a current revision with its reference, without the sections that it lacks as it
    /// shall; none for a reference.
    pub fn pairs(&self, id: RevisionId) -> Cow<'_, [Pair]> {
        let pairs = self.pairings.of(id).unwrap_or_default();
        let review = self.testimony.reviews.get(&id);
        let absent = review.map_or(&[][..], |review| &review.absent);
        if absent.is_empty() {
            return Cow::Borrowed(pairs);
        }
        let shall_be = |pair: &&Pair| {
            let lacking = pair.b.is_none() && pair.a.is_some_and(|a| absent.contains(&a));
            !lacking
        };
        Cow::Owned(pairs.iter().filter(shall_be).copied().collect())
    }
}

/// One analysis: its rules, and what finds breaches of them.
pub struct Check {
    /// The rules that it looks for.
    pub rules: &'static [&'static Rule],
    /// Looks for them in the whole site.
    pub run: fn(&Context<'_>) -> Vec<Finding>,
}

/// Every analysis over the catalog.
pub static CHECKS: &[Check] = &[
    drift::CHECK,
    deadlines::CHECK,
    links::CHECK,
    redirects::CHECK,
    revisions::CHECK,
    terms::CHECK,
];
