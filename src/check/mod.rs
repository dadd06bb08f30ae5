//! Analyses of the catalog, one file each, all of them in [`CHECKS`].

pub mod align;

pub mod pairing;

pub mod addresses;
pub mod base;
pub mod deadlines;

pub mod drift;

pub mod links;
pub mod redirects;
pub mod revisions;
pub mod terms;

pub mod suppression;

use std::borrow::Cow;

use jiff::civil::Date;

use crate::catalog::documents::{Document, RevisionId};
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
            let lacking = pair.b().is_none() && pair.a().is_some_and(|a| absent.contains(&a));
            !lacking
        };
        Cow::Owned(pairs.iter().filter(shall_be).copied().collect())
    }
}

/// One analysis: its rules, and what finds breaches of them.
pub struct Check {
    /// The rules that it looks for.
    pub rules: &'static [&'static Rule],
    /// What it looks at.
    pub scope: Scope,
}

/// What an analysis looks at. A preview looks only at documents that changed, and at those whose
/// links lead to them.
pub enum Scope {
    /// One document after the other, by its own texts, what was read beside them, settings, and
    /// which pages there are; not by titles, sections or texts of other documents. A build keeps
    /// what is found, by the document's key (`pipeline/keys.rs`).
    Document(Find),
    /// One document after the other, by what its links lead to as well. What is found by names a
    /// build keeps as long as the names of all pages stay.
    Links(fn(&Context<'_>, &Asked<'_>) -> Linked),
    /// What belongs to no document.
    Site(fn(&Context<'_>) -> Vec<Finding>),
}

/// Looks at a document.
type Find = fn(&Context<'_>, &Asked<'_>) -> Vec<Finding>;

/// What is found in the links of a document.
pub struct Linked {
    /// In order.
    pub findings: Vec<Finding>,
    /// Whether nothing of other texts decided but the names of their pages and sections, not which
    /// sections are one in two texts.
    pub by_names: bool,
}

impl Linked {
    fn only(mut self, is_wanted: &dyn Fn(&Finding) -> bool) -> Self {
        self.findings.retain(is_wanted);
        self
    }
}

/// The document that is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Its id.
    pub id: &'a str,
    /// The document itself.
    pub document: &'a Document,
}

/// Every analysis over the catalog.
pub static CHECKS: &[Check] = &[
    addresses::CHECK,
    base::CHECK,
    drift::CHECK,
    deadlines::CHECK,
    links::CHECK,
    redirects::CHECK,
    revisions::CHECK,
    terms::CHECK,
];

/// What the analyses of documents find in one.
pub fn of(context: &Context<'_>, asked: &Asked<'_>) -> Vec<Finding> {
    let mut findings = of_own(context, asked);
    findings.extend(of_links(context, asked).findings);
    findings
}

fn of_own(context: &Context<'_>, asked: &Asked<'_>) -> Vec<Finding> {
    found(|scope| match scope {
        Scope::Document(find) => find(context, asked),
        Scope::Links(_) | Scope::Site(_) => Vec::new(),
    })
}

fn of_links(context: &Context<'_>, asked: &Asked<'_>) -> Linked {
    let mut by_names = true;
    let findings = found(|scope| match scope {
        Scope::Links(find) => {
            let linked = find(context, asked);
            by_names &= linked.by_names;
            linked.findings
        }
        Scope::Document(_) | Scope::Site(_) => Vec::new(),
    });
    Linked { findings, by_names }
}

/// What the other analyses find.
pub fn of_site(context: &Context<'_>) -> Vec<Finding> {
    found(|scope| match scope {
        Scope::Site(find) => find(context),
        Scope::Document(_) | Scope::Links(_) => Vec::new(),
    })
}

fn found(mut look: impl FnMut(&Scope) -> Vec<Finding>) -> Vec<Finding> {
    let checks = CHECKS.iter();
    checks.flat_map(|check| look(&check.scope)).collect()
}

/// Whoever may know from an earlier run what is found in a document, and looks at it else by the
/// function given.
pub trait Known: Sync {
    /// What is found by what the document holds itself, as [`Scope::Document`] has it.
    fn own(&self, asked: &Asked<'_>, find: &dyn Fn() -> Vec<Finding>) -> Vec<Finding>;

    /// What is found in its links.
    fn links(&self, asked: &Asked<'_>, find: &dyn Fn() -> Linked) -> Vec<Finding>;
}

/// Knows nothing.
pub struct Anew;

impl Known for Anew {
    fn own(&self, _: &Asked<'_>, find: &dyn Fn() -> Vec<Finding>) -> Vec<Finding> {
        find()
    }

    fn links(&self, _: &Asked<'_>, find: &dyn Fn() -> Linked) -> Vec<Finding> {
        find().findings
    }
}

/// What every analysis finds, as far as it is wanted.
pub fn all(
    context: &Context<'_>,
    is_wanted: &(dyn Fn(&Finding) -> bool + Sync),
    known: &dyn Known,
) -> Vec<Finding> {
    use rayon::prelude::*;
    let wanted = |found: Vec<Finding>| found.into_iter().filter(|finding| is_wanted(finding));
    let documents = context.resolver.catalog.documents.iter();
    let documents: Vec<Asked<'_>> = documents
        .map(|(id, document)| Asked { id, document })
        .collect();
    let found = documents.par_iter().flat_map_iter(|asked| {
        let own = || wanted(of_own(context, asked)).collect();
        let links = || of_links(context, asked).only(is_wanted);
        let found = known.own(asked, &own).into_iter();
        found.chain(known.links(asked, &links))
    });
    let mut findings: Vec<Finding> = found.collect();
    findings.extend(wanted(of_site(context)));
    findings
}
