//! Where the languages of a document set other deadlines in the same section.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::catalog::documents::{Document, Edition, RevisionId};
use crate::check::Context;
use crate::check::deadlines::named::Named;
use crate::check::deadlines::status::is_deadline;
use crate::dates::cue::Role;
use crate::document::revision::{DateMention, Revision};

/// A date as a current revision has it.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The revision that says it.
    pub revision: &'a Revision,
    /// The date as it says it.
    pub mention: &'a DateMention,
}

/// Two languages that do not ask the same of the reader.
#[derive(Clone, Copy, Debug)]
pub enum Difference<'a> {
    /// Another date.
    Date {
        /// In the language at hand.
        here: Told<'a>,
        /// In the other one.
        there: Told<'a>,
    },
    /// The same date, and something else to be done by it.
    Role {
        /// In the language at hand.
        here: Told<'a>,
        /// In the other one.
        there: Told<'a>,
    },
}

/// A section whose deadlines are not the same in every language.
#[derive(Clone, Debug)]
pub struct Disagreement<'a> {
    /// The id of the guide.
    pub document: &'a str,
    /// Of the reference's section; empty before the first heading.
    pub anchor: &'a str,
    /// Every deadline of the section in every language that has any, the reference's first.
    pub deadlines: Vec<Told<'a>>,
    /// Each language against the reference, or against the first that has a deadline there.
    pub differences: Vec<Difference<'a>>,
}

/// All disagreements between current revisions, by document and section.
pub fn all<'a>(context: &Context<'a>) -> Vec<Disagreement<'a>> {
    let documents = context.resolver.catalog.documents.par_iter();
    let found = documents.flat_map_iter(|(id, entry)| of(context, id, entry));
    found.collect()
}

/// The disagreements between the current revisions of a document, by section.
pub fn of<'a>(
    context: &Context<'a>,
    document: &'a str,
    entry: &'a Document,
) -> Vec<Disagreement<'a>> {
    if !may_differ(context, entry) {
        debug_assert!(
            differing(context, document, entry).is_empty(),
            "the deadlines of `{document}` differ"
        );
        return Vec::new();
    }
    differing(context, document, entry)
}

fn differing<'a>(
    context: &Context<'a>,
    document: &'a str,
    entry: &'a Document,
) -> Vec<Disagreement<'a>> {
    let catalog = context.resolver.catalog;
    let reference = catalog.revision(entry.reference);
    let mut disagreements = Vec::new();
    for (section, told) in by_section(context, entry) {
        let differences = compare_all(&told);
        if differences.is_empty() {
            continue;
        }
        let deadlines = told.into_iter().flatten();
        disagreements.push(Disagreement {
            document,
            anchor: reference.anchor(section),
            deadlines: deadlines.filter(|told| is_deadline(told.mention)).collect(),
            differences,
        });
    }
    disagreements
}

/// Whether two languages have deadlines that are not all the same one. Where all ask the same by the same
/// date, no pairing of sections shows a difference, so none is made.
fn may_differ(context: &Context<'_>, entry: &Document) -> bool {
    let catalog = context.resolver.catalog;
    let currents = entry.editions.values().map(Edition::current);
    let of = |revision| catalog.revision(revision).dates.iter();
    let deadlines = |id| of(id).filter(|mention| is_deadline(mention));
    let languages: Vec<RevisionId> = currents
        .filter(|id| deadlines(*id).next().is_some())
        .collect();
    let asks = |mention: &DateMention| (mention.date, mention.precision, mention.role);
    let mut asked = languages.iter().flat_map(|id| deadlines(*id)).map(asks);
    let first = asked.next();
    languages.len() > 1 && asked.any(|other| Some(other) != first)
}

/// The dates of each of the reference's sections, one list a language, the reference's first.
fn by_section<'a>(
    context: &Context<'a>,
    entry: &'a Document,
) -> BTreeMap<Option<u16>, Vec<Vec<Told<'a>>>> {
    let catalog = context.resolver.catalog;
    let mut sections: BTreeMap<Option<u16>, Vec<Vec<Told<'a>>>> = BTreeMap::new();
    let currents = entry.editions.values().map(Edition::current);
    let is_dated = |id| !catalog.revision(id).dates.is_empty();
    context.pairings.make(entry, is_dated);
    let others = currents.filter(|id| *id != entry.reference);
    for id in std::iter::once(entry.reference).chain(others) {
        let revision = catalog.revision(id);
        let mut own: BTreeMap<Option<u16>, Vec<Told<'a>>> = BTreeMap::new();
        let partners = partners(context, id, revision);
        for mention in &revision.dates {
            let section = match mention.section {
                Some(section) if id != entry.reference => partners.get(&section).map(|a| Some(*a)),
                section => Some(section),
            };
            if let Some(section) = section {
                let told = Told { revision, mention };
                own.entry(section).or_default().push(told);
            }
        }
        for (section, told) in own {
            sections.entry(section).or_default().push(told);
        }
    }
    sections
}

/// The reference's section of each section of a revision that has one, where it names any date.
fn partners(context: &Context<'_>, id: RevisionId, revision: &Revision) -> BTreeMap<u16, u16> {
    if revision.dates.is_empty() {
        return BTreeMap::new();
    }
    let index = |index: usize| u16::try_from(index).ok();
    let pairs = context.pairings.of(id).unwrap_or_default().iter();
    pairs
        .filter_map(|pair| Some((index(pair.b()?)?, index(pair.a()?)?)))
        .collect()
}

/// Each language against the first that has a deadline.
fn compare_all<'a>(told: &[Vec<Told<'a>>]) -> Vec<Difference<'a>> {
    let sets = |told: &&Vec<Told<'a>>| told.iter().any(|told| is_deadline(told.mention));
    let mut deadlines = told.iter().filter(sets);
    let Some(first) = deadlines.next() else {
        return Vec::new();
    };
    deadlines.flat_map(|other| compare(first, other)).collect()
}

fn compare<'a>(there: &[Told<'a>], here: &[Told<'a>]) -> Vec<Difference<'a>> {
    let mut differences = Vec::new();
    let mut left = [VecDeque::new(), VecDeque::new()];
    for there in alone(there, here) {
        left[is_start(there)].push_back(there);
    }
    for here in alone(here, there) {
        let there = left[is_start(here)].pop_front();
        differences.extend(there.map(|there| Difference::Date { here, there }));
    }
    differences.extend(other_roles(there, here));
    differences
}

/// The deadlines whose date the other language does not name at all, each date once. One that it
/// names without a cue is no other date: cues are known less well than dates.
fn alone<'a>(these: &[Told<'a>], others: &[Told<'a>]) -> Vec<Told<'a>> {
    let named = Named::new(others.iter().map(|told| told.mention));
    let mut seen = BTreeSet::new();
    let deadlines = these.iter().filter(|told| is_deadline(told.mention));
    let alone = deadlines.filter(|told| !named.has(told.mention));
    alone
        .filter(|told| seen.insert(told.mention.date))
        .copied()
        .collect()
}

/// A start and an end are two deadlines, not two dates of one.
fn is_start(told: Told<'_>) -> usize {
    usize::from(told.mention.role == Role::After)
}

/// Dates that both have, with a role on each side that the other lacks.
fn other_roles<'a>(there: &[Told<'a>], here: &[Told<'a>]) -> Vec<Difference<'a>> {
    let mut by_date: BTreeMap<Date, [Vec<Told<'a>>; 2]> = BTreeMap::new();
    for (side, told) in [here, there].into_iter().enumerate() {
        for told in told {
            by_date.entry(told.mention.date).or_default()[side].push(*told);
        }
    }
    let differences = by_date.into_values().filter_map(|[here, there]| {
        let lacking = |these: &[Told<'a>], others: &[Told<'a>]| {
            let roles: BTreeSet<Role> = others.iter().map(|told| told.mention.role).collect();
            let mut lacking = these.iter().copied();
            lacking.find(|told| !roles.contains(&told.mention.role))
        };
        let here_only = lacking(&here, &there).filter(|told| is_deadline(told.mention))?;
        let there_only = lacking(&there, &here).filter(|told| is_deadline(told.mention))?;
        Some(Difference::Role {
            here: here_only,
            there: there_only,
        })
    });
    differences.collect()
}
