//! Pairs by equal anchors.

use rustc_hash::FxHashMap;

use crate::check::align::matching::Matching;

/// Sections of both texts that have one anchor, in order.
#[derive(Default)]
struct Namesakes {
    a: Vec<usize>,
    b: Vec<usize>,
}

/// Pairs the sections that have no partner yet by equal anchors. Where one repeats as often on both
/// sides, the first goes with the first and the second with the second; where it does not, shapes
/// know better which is missing.
pub fn pair(a: &[impl AsRef<str>], b: &[impl AsRef<str>], matching: &mut Matching) {
    for namesakes in by_anchor(a, b, matching).into_values() {
        if namesakes.a.len() == namesakes.b.len() {
            namesakes.pair(matching);
        }
    }
}

/// Pairs what shapes left of repeated anchors, in order.
pub fn pair_rest(a: &[&str], b: &[&str], matching: &mut Matching) {
    for namesakes in by_anchor(a, b, matching).into_values() {
        namesakes.pair(matching);
    }
}

/// The free sections by their anchors. An empty anchor names nothing.
fn by_anchor<'t>(
    a: &'t [impl AsRef<str>],
    b: &'t [impl AsRef<str>],
    matching: &Matching,
) -> FxHashMap<&'t str, Namesakes> {
    let mut found: FxHashMap<&str, Namesakes> = FxHashMap::default();
    for index in matching
        .free_a()
        .filter(|index| !a[*index].as_ref().is_empty())
    {
        found.entry(a[index].as_ref()).or_default().a.push(index);
    }
    for index in matching
        .free_b()
        .filter(|index| !b[*index].as_ref().is_empty())
    {
        found.entry(b[index].as_ref()).or_default().b.push(index);
    }
    found
}

impl Namesakes {
    fn pair(self, matching: &mut Matching) {
        for (a, b) in self.a.into_iter().zip(self.b) {
            matching.pair(a, b);
        }
    }
}
