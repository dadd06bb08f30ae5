//! Which sections are worth comparing, so that long pages take no longer than their length.

use rustc_hash::FxHashMap;

use crate::check::align::evidence::Evidence;
use crate::check::align::matching::Matching;

/// Up to this many pairs of free sections, all are compared.
const ALL: usize = 20_000;
/// On longer pages a mark leads to a partner only where at most this many sections hold it.
const RARE: usize = 8;
/// How many candidates a section keeps on a longer page.
const KEPT: usize = 24;

/// For each section of `a` the sections of `b` that it may be, in order; none for those that have a
/// partner.
pub fn find(evidence: &Evidence, matching: &Matching) -> Vec<Vec<usize>> {
    let free: Vec<usize> = matching.free_b().collect();
    let mut rows = vec![Vec::new(); evidence.a.len()];
    if matching.free_a().count().saturating_mul(free.len()) <= ALL {
        for index in matching.free_a() {
            rows[index].clone_from(&free);
        }
        return rows;
    }
    let places = rare(evidence, &free);
    for index in matching.free_a() {
        let mut row = by_marks(evidence.marks(&evidence.a[index]), &places);
        row.extend(around(index, matching));
        row.sort_unstable();
        row.dedup();
        rows[index] = row;
    }
    rows
}

/// Where each rare mark stands among the free sections.
fn rare(evidence: &Evidence, free: &[usize]) -> FxHashMap<u32, Vec<usize>> {
    let mut places: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for index in free {
        for mark in evidence.marks(&evidence.b[*index]) {
            let found = places.entry(mark).or_default();
            // One more than is used, to know that it is too many.
            if found.len() <= RARE {
                found.push(*index);
            }
        }
    }
    places.retain(|_, found| found.len() <= RARE);
    places
}

/// The sections that share most with one, each mark counting less the more hold it.
fn by_marks(marks: impl Iterator<Item = u32>, places: &FxHashMap<u32, Vec<usize>>) -> Vec<usize> {
    let mut found: FxHashMap<usize, usize> = FxHashMap::default();
    for mark in marks {
        let Some(holders) = places.get(&mark) else {
            continue;
        };
        for holder in holders {
            *found.entry(*holder).or_default() += 840 / holders.len();
        }
    }
    let mut ranked: Vec<(usize, usize)> = found.into_iter().collect();
    ranked.sort_unstable_by_key(|(index, weight)| (usize::MAX - weight, *index));
    ranked.truncate(KEPT);
    ranked.into_iter().map(|(index, _)| index).collect()
}

/// Free sections beside the partners of a section's own neighbours.
fn around(index: usize, matching: &Matching) -> Vec<usize> {
    let neighbours = index.saturating_sub(1)..(index + 2).min(matching.len_a());
    let partners = neighbours.filter_map(|neighbour| matching.of_a(neighbour));
    let near = partners.flat_map(|partner| partner.saturating_sub(2)..partner + 3);
    near.filter(|place| *place < matching.len_b() && matching.of_b(*place).is_none())
        .collect()
}
