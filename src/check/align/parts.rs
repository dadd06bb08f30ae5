//! Sections that were split in two, or merged into a neighbour.

use rustc_hash::FxHashMap;

use crate::check::align::evidence::Evidence;
use crate::check::align::matching::Matching;

/// Which sections without a partner are parts of their neighbours' partners.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    merged: FxHashMap<usize, usize>,
    split: FxHashMap<usize, usize>,
}

impl Parts {
    /// Of a missing section, the index in `b` of the one that took it up.
    pub fn merged_into(&self, index: usize) -> Option<usize> {
        self.merged.get(&index).copied()
    }

    /// Of an extra section, the index in `a` of the one that it was taken from.
    pub fn split_from(&self, index: usize) -> Option<usize> {
        self.split.get(&index).copied()
    }
}

/// How much likelier a pair must become by taking the section in, as a logarithm of odds.
const GAIN: f32 = 1.0;

/// Looks at each section without a partner beside one that has: where the two together are clearly
/// likelier to be that partner than the neighbour alone, they were one section.
pub fn find(evidence: &Evidence, matching: &Matching) -> Parts {
    let (a, b) = (&evidence.a, &evidence.b);
    let merged = matching.free_a().filter_map(|part| {
        let gain = |rest: usize, whole: usize| {
            let joined = evidence.joined(&a[rest], &a[part]);
            evidence.odds(&joined, &b[whole]) - evidence.odds(&a[rest], &b[whole])
        };
        let beside =
            neighbours(part, a.len()).filter_map(|rest| Some((rest, matching.of_a(rest)?)));
        Some((part, best(beside, gain)?))
    });
    let split = matching.free_b().filter_map(|part| {
        let gain = |rest: usize, whole: usize| {
            let joined = evidence.joined(&b[rest], &b[part]);
            evidence.odds(&a[whole], &joined) - evidence.odds(&a[whole], &b[rest])
        };
        let beside =
            neighbours(part, b.len()).filter_map(|rest| Some((rest, matching.of_b(rest)?)));
        Some((part, best(beside, gain)?))
    });
    Parts {
        merged: merged.collect(),
        split: split.collect(),
    }
}

fn neighbours(index: usize, length: usize) -> impl Iterator<Item = usize> {
    index
        .checked_sub(1)
        .into_iter()
        .chain(Some(index + 1).filter(|next| *next < length))
}

/// The partner that gains most, if it gains enough; of equals the one before, since a new heading
/// leaves a section's start in place.
fn best(
    beside: impl Iterator<Item = (usize, usize)>,
    gain: impl Fn(usize, usize) -> f32,
) -> Option<usize> {
    let mut best = (GAIN, None);
    for (rest, whole) in beside {
        let gain = gain(rest, whole);
        if gain > best.0 {
            best = (gain, Some(whole));
        }
    }
    best.1
}
