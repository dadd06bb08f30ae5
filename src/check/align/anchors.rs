//! Pairs by equal anchors.

use rustc_hash::FxHashMap;

use crate::check::align::matching::Matching;

/// Pairs the sections that have no partner yet by equal anchors; where one repeats, the first with
/// the first, the second with the second. An empty anchor names nothing.
pub fn pair(a: &[&str], b: &[&str], matching: &mut Matching) {
    let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let free: Vec<usize> = matching.free_b().collect();
    for index in free.into_iter().rev().filter(|index| !b[*index].is_empty()) {
        places.entry(b[index]).or_default().push(index);
    }
    let free: Vec<usize> = matching.free_a().collect();
    for index in free {
        if let Some(place) = places.get_mut(a[index]).and_then(Vec::pop) {
            matching.pair(index, place);
        }
    }
}
