//! Which section of one text is which of another, in any two languages.
//!
//! Anchors decide where both sides have them. What is left is paired by the shape of its text and
//! by the company it keeps; where the best partner is not clearly better than the next, the answer
//! is no partner. No language is known here and no dictionary is used.

pub mod anchors;
mod bits;
pub mod candidates;
pub mod chances;
pub mod evidence;
pub mod matching;
pub mod order;
pub mod parts;

use std::cell::OnceCell;
use std::num::NonZeroU32;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::check::align::evidence::{Evidence, Held};
use crate::check::align::matching::Matching;
use crate::check::align::parts::Parts;
use crate::document::outline::slug;
use crate::document::shape::{self, Shape};

/// A section of one of the texts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Side<'a> {
    /// Of its heading.
    pub anchor: &'a str,
    /// The words of its heading. A text without written anchors may have their slug as the anchor.
    pub title: &'a str,
    /// What survives translation.
    pub shape: &'a Shape,
}

/// What became of a section.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Both sides hold the same, as far as shapes tell.
    Same,
    /// Both sides have it, with links, numbers, code or sizes that differ.
    Changed,
    /// Only the first text has it.
    Missing,
    /// Only the second text has it.
    Extra,
    /// Both sides have it, under different anchors.
    Renamed,
    /// Both sides have it, at another place among the others.
    Moved,
}

/// A section of the first text, of the second, or one of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    a: Number,
    b: Number,
    /// What became of it.
    pub change: Change,
    part_of: Number,
}

/// The number of a section, counted from 1, so that none takes no room: a site of 50,000 pages keeps
/// half a million pairs.
type Number = Option<NonZeroU32>;

fn number(index: Option<usize>) -> Number {
    NonZeroU32::new(u32::try_from(index? + 1).ok()?)
}

fn index(number: Number) -> Option<usize> {
    Some(number?.get() as usize - 1)
}

impl Pair {
    fn new((a, b): (Option<usize>, Option<usize>), change: Change, part_of: Option<usize>) -> Self {
        Self {
            a: number(a),
            b: number(b),
            change,
            part_of: number(part_of),
        }
    }

    /// Its index in the first text.
    pub fn a(&self) -> Option<usize> {
        index(self.a)
    }

    /// Its index in the second text.
    pub fn b(&self) -> Option<usize> {
        index(self.b)
    }

    /// Of a missing section, the index in the second text of the one it was merged into; of an
    /// extra one, the index in the first text of the one it was split from.
    pub fn part_of(&self) -> Option<usize> {
        index(self.part_of)
    }
}

impl Change {
    /// The word for it in every format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Changed => "changed",
            Self::Missing => "missing",
            Self::Extra => "extra",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
        }
    }
}

/// A text with which translations are compared. What is to be known of it is found once.
pub struct Reference<'a> {
    sections: Vec<Side<'a>>,
    slugs: OnceCell<Vec<String>>,
    held: OnceCell<Held<'a>>,
}

impl<'a> Reference<'a> {
    /// Of its sections.
    pub fn new(sections: Vec<Side<'a>>) -> Self {
        Self {
            sections,
            slugs: OnceCell::new(),
            held: OnceCell::new(),
        }
    }

    /// Pairs its sections with those of its translation `b`.
    ///
    /// Every section stands in exactly one pair: first those of the reference in order, then the extra
    /// ones of `b` in order. A section that is both moved and renamed or changed is [`Change::Moved`],
    /// one that is renamed and changed is [`Change::Renamed`]; [`shape::differences`] tells the rest.
    pub fn align(&self, b: &[Side<'_>]) -> Vec<Pair> {
        let a = &self.sections;
        let mut matching = self.by_anchors(b);
        if matching.is_whole() {
            return describe(a, b, &matching, &Parts::default());
        }
        let evidence = self.evidence(b, &matching);
        by_evidence(a, b, &evidence, &mut matching);
        let parts = parts::find(&evidence, &matching);
        describe(a, b, &matching, &parts)
    }

    /// The pairs alone, in the order of the reference: less work where anchors decide.
    pub fn partners(&self, b: &[Side<'_>]) -> Vec<(usize, usize)> {
        let mut matching = self.by_anchors(b);
        if !matching.is_settled() {
            let evidence = self.evidence(b, &matching);
            by_evidence(&self.sections, b, &evidence, &mut matching);
        }
        matching.pairs()
    }

    fn by_anchors(&self, b: &[Side<'_>]) -> Matching {
        let a = &self.sections;
        let mut matching = Matching::new(a.len(), b.len());
        if a == b {
            // Even sections of which nothing can be told are those of the same text.
            (0..a.len()).for_each(|at| matching.pair(at, at));
            return matching;
        }
        let (anchors_a, anchors_b) = (anchors_of(a), anchors_of(b));
        anchors::pair(&anchors_a, &anchors_b, &mut matching);
        if !matching.is_settled() {
            let slugs_a = self.slugs.get_or_init(|| slugs_of(a));
            anchors::pair(slugs_a, &anchors_b, &mut matching);
            anchors::pair(&anchors_a, &slugs_of(b), &mut matching);
        }
        if let (Some(a), Some(b)) = (title(a), title(b)) {
            matching.pair(a, b);
        }
        matching
    }

    fn evidence(&self, b: &[Side<'_>], known: &Matching) -> Evidence {
        let held = self
            .held
            .get_or_init(|| Held::new(shapes_of(&self.sections)));
        Evidence::new(held, &shapes_of(b), known)
    }
}

/// Pairs the sections of a text `a`, the reference, with those of its one translation `b`.
pub fn align(a: &[Side<'_>], b: &[Side<'_>]) -> Vec<Pair> {
    Reference::new(a.to_vec()).align(b)
}

/// The section that is headed by the title of the text: the one of the first level that it has.
fn title(side: &[Side<'_>]) -> Option<usize> {
    let heads = |(_, section): &(usize, &Side<'_>)| section.shape.level == 1;
    let mut tops = side.iter().enumerate().filter(heads);
    let (index, _) = tops.next()?;
    tops.next().is_none().then_some(index)
}

fn by_evidence(a: &[Side<'_>], b: &[Side<'_>], evidence: &Evidence, matching: &mut Matching) {
    if !matching.is_settled() {
        chances::pair(evidence, matching);
        anchors::pair_rest(&anchors_of(a), &anchors_of(b), matching);
    }
}

fn anchors_of<'a>(side: &[Side<'a>]) -> Vec<&'a str> {
    side.iter().map(|section| section.anchor).collect()
}

fn slugs_of(side: &[Side<'_>]) -> Vec<String> {
    side.iter().map(|section| slug(section.title)).collect()
}

fn shapes_of<'a>(side: &[Side<'a>]) -> Vec<&'a Shape> {
    side.iter().map(|section| section.shape).collect()
}

fn describe(a: &[Side<'_>], b: &[Side<'_>], matching: &Matching, parts: &Parts) -> Vec<Pair> {
    let moved = order::moved(&matching.pairs());
    let mut pairs = Vec::with_capacity(a.len());
    for (index, section) in a.iter().enumerate() {
        pairs.push(match matching.of_a(index) {
            Some(partner) => {
                let change = match moved[index] {
                    true => Change::Moved,
                    false => change(section, &b[partner]),
                };
                Pair::new((Some(index), Some(partner)), change, None)
            }
            None => {
                let whole = parts.merged_into(index);
                Pair::new((Some(index), None), Change::Missing, whole)
            }
        });
    }
    let extra = (0..b.len()).filter(|index| matching.of_b(*index).is_none());
    pairs.extend(extra.map(|index| {
        let whole = parts.split_from(index);
        Pair::new((None, Some(index)), Change::Extra, whole)
    }));
    pairs
}

fn change(a: &Side<'_>, b: &Side<'_>) -> Change {
    if a.anchor != b.anchor {
        Change::Renamed
    } else if shape::differences(a.shape, b.shape).is_empty() {
        Change::Same
    } else {
        Change::Changed
    }
}
