//! Sections that were split in two, or merged into a neighbour.

use rustc_hash::FxHashMap;

use crate::check::align::matching::Matching;
use crate::document::shape::{Kind, Mark, Shape};

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

/// Looks at each section without a partner whose neighbour has one: where that partner holds what
/// the neighbour lacks and the section has, the two were one.
pub fn find(a: &[&Shape], b: &[&Shape], matching: &Matching) -> Parts {
    let mut parts = Parts::default();
    for index in matching.free_a() {
        let beside = neighbours(index, matching.len_a());
        let whole = beside.into_iter().flatten().find_map(|neighbour| {
            let partner = matching.of_a(neighbour)?;
            belongs(a[index], a[neighbour], b[partner]).then_some(partner)
        });
        parts.merged.extend(whole.map(|partner| (index, partner)));
    }
    for index in matching.free_b() {
        let beside = neighbours(index, matching.len_b());
        let whole = beside.into_iter().flatten().find_map(|neighbour| {
            let partner = matching.of_b(neighbour)?;
            belongs(b[index], b[neighbour], a[partner]).then_some(partner)
        });
        parts.split.extend(whole.map(|partner| (index, partner)));
    }
    parts
}

/// The section before comes first: a new heading inside a section leaves its start in place.
fn neighbours(index: usize, length: usize) -> [Option<usize>; 2] {
    [
        index.checked_sub(1),
        Some(index + 1).filter(|next| *next < length),
    ]
}

/// Whether `whole` holds most of what `part` has and `rest` lacks.
fn belongs(part: &Shape, rest: &Shape, whole: &Shape) -> bool {
    let own: Vec<Mark> = part
        .marks()
        .chunk_by(|a, b| a == b)
        .map(|run| run[0])
        .filter(|mark| telling(*mark) && rest.marks().binary_search(mark).is_err())
        .collect();
    let held = own
        .iter()
        .filter(|mark| whole.marks().binary_search(mark).is_ok())
        .count();
    held >= 2 && held * 3 >= own.len() * 2
}

/// Kinds whose values are rarely shared by chance.
fn telling(mark: Mark) -> bool {
    !matches!(
        mark.kind(),
        Kind::Alert | Kind::List | Kind::Block | Kind::Word | Kind::Title
    )
}
