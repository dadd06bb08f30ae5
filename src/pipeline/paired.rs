//! Remembers which sections are one in two texts, from one run to the next.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::catalog::documents::RevisionId;
use crate::check::align::Pair;
use crate::check::pairing::Paired;
use crate::document::revision::Revision;
use crate::memo::{self, Key, Parts, Unusable};
use crate::pipeline::inspect::Inspection;
use crate::pipeline::keys;
use crate::pipeline::project::Project;
use crate::pipeline::recall::circumstances;

/// Pairs by the two texts that they were made of.
#[derive(Debug)]
pub struct Remembered(FxHashMap<Key, Box<[Pair]>>);

impl Remembered {
    /// Opens what [`keep`] gave.
    ///
    /// # Errors
    /// Bytes that were kept under other circumstances, or that are damaged.
    pub fn open(bytes: &[u8], (project, program): (&Project<'_>, &Key)) -> Result<Self, Unusable> {
        let mut rest = memo::unseal(&circumstances(project, program), bytes)?;
        let all = std::iter::from_fn(|| memo::unpack(&mut rest));
        Ok(Self(all.collect()))
    }

    /// Gives an inspection the pairs of those texts that it has.
    pub fn hand_over(mut self, inspection: &Inspection) {
        for (id, key) in keyed(inspection) {
            if let Some(pairs) = self.0.remove(&key) {
                inspection.pairings.remember(id, pairs);
            }
        }
    }
}

/// Puts away all pairs, as parts to be sealed. Those that nobody has asked for are made.
pub fn keep(inspection: &Inspection) -> impl Iterator<Item = Vec<u8>> {
    let keyed = keyed(inspection).into_par_iter();
    let packed = |(id, key)| Some(memo::pack(&(key, inspection.pairings.of(id)?)));
    let packed: Vec<Vec<u8>> = keyed.filter_map(packed).collect();
    packed.into_iter()
}

/// The revisions that are compared with another, with the key of both.
fn keyed(inspection: &Inspection) -> Vec<(RevisionId, Key)> {
    let all: Vec<Paired<'_>> = inspection.pairings.all().collect();
    let keyed = all.par_iter();
    keyed
        .filter_map(|paired| Some((paired.id, both(inspection, paired)?)))
        .collect()
}

/// Two texts, with what they include.
fn both(inspection: &Inspection, paired: &Paired<'_>) -> Option<Key> {
    let mut parts = Parts::default();
    for revision in [paired.reference, paired.own] {
        parts.text(revision.path().as_str());
        parts.key(&text(inspection, revision)?);
    }
    Some(parts.finish())
}

fn text(inspection: &Inspection, revision: &Revision) -> Option<Key> {
    keys::text(inspection.intakes.get(revision.path())?)
}
