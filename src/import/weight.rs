//! How much an anchor tells of the document it stands in.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

/// An anchor of so many letters is no accident: `account-migration-process`, not `overview`.
const TELLING: f64 = 20.0;

/// What a text has in common with others of its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature<'a> {
    /// The anchor of a section.
    Anchor(&'a str),
    /// The anchor of the first heading of level 1, which counts twice so.
    Main(&'a str),
    /// A word of that anchor: titles are reworded more often than replaced.
    Word(&'a str),
}

/// What a word of a main anchor counts beside an anchor. Chosen with [`TELLING`] and the rounds of
/// grouping on 581 pages of three sets of guides and on small samples of them.
const WORD: f64 = 0.3;

/// Features by what they tell: those that many documents share count for little (inverse document
/// frequency), and so do short ones, since with few documents at hand the first says nothing.
#[derive(Debug, Default)]
pub struct Weights<'a> {
    shared: FxHashMap<Feature<'a>, u32>,
    documents: f64,
}

impl<'a> Weights<'a> {
    /// Counts features over documents, as far as they are known to be different.
    pub fn new<'s>(documents: impl Iterator<Item = &'s BTreeSet<Feature<'a>>>) -> Self
    where
        'a: 's,
    {
        let mut weights = Self::default();
        for features in documents {
            weights.documents += 1.0;
            for feature in features {
                *weights.shared.entry(*feature).or_default() += 1;
            }
        }
        weights
    }

    /// In how many documents a feature is found.
    pub fn count(&self, feature: Feature<'_>) -> u32 {
        self.shared.get(&feature).copied().unwrap_or(0)
    }

    /// From 0 for what every document has, to 1.
    pub fn of(&self, feature: Feature<'_>) -> f64 {
        let count = f64::from(self.count(feature).max(1));
        let rare = (1.0 + self.documents / count).ln() / (2.0 + self.documents).ln();
        match feature {
            Feature::Anchor(anchor) | Feature::Main(anchor) => {
                rare * (letters(anchor) / TELLING).min(1.0)
            }
            Feature::Word(_) => rare * WORD,
        }
    }

    /// The weight of all features of a text.
    pub fn sum(&self, features: &BTreeSet<Feature<'_>>) -> f64 {
        features.iter().map(|feature| self.of(*feature)).sum()
    }

    /// From 0 for texts with nothing in common to 1 for the same features.
    pub fn similarity(&self, a: &BTreeSet<Feature<'_>>, b: &BTreeSet<Feature<'_>>) -> f64 {
        let shared: f64 = a.intersection(b).map(|feature| self.of(*feature)).sum();
        coefficient(shared, self.sum(a), self.sum(b))
    }
}

/// The features of a main anchor.
pub fn main_features(anchor: &str) -> impl Iterator<Item = Feature<'_>> {
    let words = anchor.split('-').filter(|word| word.chars().count() > 2);
    std::iter::once(Feature::Main(anchor)).chain(words.map(Feature::Word))
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
