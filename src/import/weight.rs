//! How much an anchor tells of the document it stands in.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

/// An anchor of so many letters is no accident: `account-migration-process`, not `overview`.
const TELLING: f64 = 20.0;

/// Anchors by what they tell: those that many documents share count for little (inverse document
/// frequency), and so do short ones, since with few documents at hand the first says nothing.
#[derive(Debug, Default)]
pub struct Weights<'a> {
    shared: FxHashMap<&'a str, u32>,
    documents: f64,
}

impl<'a> Weights<'a> {
    /// Counts anchors over documents, as far as they are known to be different.
    pub fn new<'s>(documents: impl Iterator<Item = &'s BTreeSet<&'a str>>) -> Self
    where
        'a: 's,
    {
        let mut weights = Self::default();
        for anchors in documents {
            weights.documents += 1.0;
            for anchor in anchors {
                *weights.shared.entry(anchor).or_default() += 1;
            }
        }
        weights
    }

    /// In how many documents an anchor stands.
    pub fn count(&self, anchor: &str) -> u32 {
        self.shared.get(anchor).copied().unwrap_or(0)
    }

    /// From 0 for what every document has, to 1.
    pub fn of(&self, anchor: &str) -> f64 {
        let count = f64::from(self.count(anchor).max(1));
        let rare = (1.0 + self.documents / count).ln() / (2.0 + self.documents).ln();
        rare * (letters(anchor) / TELLING).min(1.0)
    }

    /// The weight of all anchors of a text.
    pub fn sum(&self, anchors: &BTreeSet<&str>) -> f64 {
        anchors.iter().map(|anchor| self.of(anchor)).sum()
    }

    /// From 0 for texts with nothing in common to 1 for the same anchors (Ochiai's coefficient).
    pub fn similarity(&self, a: &BTreeSet<&str>, b: &BTreeSet<&str>) -> f64 {
        let shared: f64 = a.intersection(b).map(|anchor| self.of(anchor)).sum();
        coefficient(shared, self.sum(a), self.sum(b))
    }
}

/// Ochiai's coefficient of two weighted sets, by what they share and what each has.
pub fn coefficient(shared: f64, a: f64, b: f64) -> f64 {
    let mean = (a * b).sqrt();
    if mean > 0.0 { shared / mean } else { 0.0 }
}

/// Letters outside of ASCII say more each: Japanese headings are short.
fn letters(anchor: &str) -> f64 {
    let letter = |c: char| if c.is_ascii() { 1.0 } else { 2.5 };
    anchor.chars().map(letter).sum()
}
