//! Pairs by equal anchors.

use rustc_hash::FxHashMap;

use crate::check::align::matching::Matching;

/// Pairs sections of the same anchor; where it repeats, the first with the first, the second with
/// the second. An empty anchor names nothing.
pub fn pair(a: &[&str], b: &[&str], matching: &mut Matching) {
    let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (index, anchor) in b.iter().enumerate().rev() {
        places.entry(anchor).or_default().push(index);
    }
    for (index, anchor) in a.iter().enumerate() {
        if anchor.is_empty() {
            continue;
        }
        if let Some(place) = places.get_mut(anchor).and_then(Vec::pop) {
            matching.pair(index, place);
        }
    }
}
