//! Remembers which sections are one in two texts, from one run to the next.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

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
        for paired in inspection.pairings.all() {
            let key = both(inspection, &paired);
            if let Some(pairs) = key.and_then(|key| self.0.remove(&key)) {
                inspection.pairings.remember(paired.id, pairs);
            }
        }
    }
}

/// Puts away all pairs, as parts to be sealed. Those that nobody has asked for are made.
pub fn keep(inspection: &Inspection) -> impl Iterator<Item = Vec<u8>> {
    let all: Vec<Paired<'_>> = inspection.pairings.all().collect();
    let packed = |paired: &Paired<'_>| {
        let pairs = inspection.pairings.of(paired.id)?;
        Some(memo::pack(&(both(inspection, paired)?, pairs)))
    };
    let packed: Vec<Vec<u8>> = all.par_iter().filter_map(packed).collect();
    packed.into_iter()
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
