//! How likely two sections are the same, by what they share and what they do not.

use crate::check::align::matching::Matching;
use crate::document::shape::{Kind, Mark, Shape};

/// The sections of both texts, each mark weighed by how rare it is among them.
pub struct Evidence {
    pub a: Vec<Weighed>,
    pub b: Vec<Weighed>,
    /// How many letters of `b` stand for one of `a`: languages differ by a factor of four.
    ratio: f32,
    /// The share of sections that anchors paired. Where it is high, both sides name their sections
    /// in one language, and different anchors speak against a pair.
    anchors: f32,
}

/// A section's marks in order, each with its rarity: the logarithm of how many sections there are
/// for each that holds it.
#[derive(Clone, Debug)]
pub struct Weighed {
    level: u8,
    length: u32,
    marks: Vec<(Mark, f32)>,
}

/// How many kinds of marks there are.
pub const KINDS: usize = 17;

/// By kind, in the order of [`Kind`]: what a unit of shared mass speaks for two sections being the
/// same, and a unit of mass on one side against it.
const WEIGHTS: [(f32, f32); KINDS] = [
    (1.66, 2.07), // Link
    (1.00, 0.72), // Fragment
    (0.66, 1.39), // Image
    (1.45, 0.63), // Code
    (1.19, 0.00), // Line
    (1.92, 0.89), // InlineCode
    (1.06, 0.32), // Number
    (1.06, 0.32), // Date
    (0.78, 0.00), // Alert
    (0.91, 1.62), // List
    (0.69, 0.23), // Table
    (0.00, 0.20), // Digit
    (1.22, 0.61), // Block
    (0.99, 1.10), // Name
    (1.26, 0.00), // Word
    (0.99, 0.00), // Title
    (0.83, 0.23), // Anchor
];
const BIAS: f32 = 1.70;
const LEVEL: f32 = -2.94;
const LENGTH: f32 = -0.72;

/// By kind, what two sections share and what only one of them has, both as logarithms.
#[derive(Clone, Copy, Debug, Default)]
pub struct Comparison {
    pub shared: [f32; KINDS],
    pub apart: [f32; KINDS],
    pub levels: f32,
    pub lengths: f32,
}

impl Evidence {
    /// `known` are the pairs that anchors made.
    pub fn new(a: &[&Shape], b: &[&Shape], known: &Matching) -> Self {
        let holders = count(a.iter().chain(b));
        let sections = (a.len() + b.len()) as f32;
        let weigh = |shape: &&Shape| Weighed::new(shape, &holders, sections);
        let paired = known.pairs().len() as f32;
        Self {
            a: a.iter().map(weigh).collect(),
            b: b.iter().map(weigh).collect(),
            ratio: ratio(a, b, known),
            anchors: paired / (a.len().min(b.len()) as f32).max(1.0),
        }
    }

    /// The logarithm of the odds that a section of `a` is one of `b`.
    pub fn odds(&self, a: &Weighed, b: &Weighed) -> f32 {
        self.compare(a, b).odds()
    }

    /// What a section of `a` and one of `b` have in common.
    pub fn compare(&self, a: &Weighed, b: &Weighed) -> Comparison {
        let mut out = Comparison::default();
        let (mut left, mut right) = (a.marks.as_slice(), b.marks.as_slice());
        loop {
            match (left, right) {
                ([(mark, rarity), rest @ ..], [(other, _), others @ ..]) if mark == other => {
                    out.shared[mark.kind() as usize] += rarity;
                    (left, right) = (rest, others);
                }
                ([(mark, rarity), rest @ ..], others)
                    if others.first().is_none_or(|(other, _)| mark < other) =>
                {
                    out.apart[mark.kind() as usize] += rarity;
                    left = rest;
                }
                (_, [(mark, rarity), rest @ ..]) => {
                    out.apart[mark.kind() as usize] += rarity;
                    right = rest;
                }
                _ => break,
            }
        }
        out.apart[Kind::Anchor as usize] *= self.anchors;
        for mass in out.shared.iter_mut().chain(&mut out.apart) {
            *mass = mass.ln_1p();
        }
        out.levels = f32::from(u8::from(a.level != b.level));
        // A few letters more or less say nothing of a section of one sentence.
        let length = |section: &Weighed| section.length as f32 + 20.0;
        out.lengths = (length(b) / (length(a) * self.ratio)).ln().abs();
        out
    }
}

impl Weighed {
    fn new(shape: &Shape, holders: &[(Mark, u32)], sections: f32) -> Self {
        let weigh = |mark: &Mark| {
            let place = holders.binary_search_by_key(mark, |(mark, _)| *mark);
            let holders = place.map_or(1, |place| holders[place].1);
            (*mark, ((sections + 1.0) / holders as f32).ln())
        };
        let marks = shape.marks().iter().map(weigh).collect();
        Self {
            level: shape.level,
            length: shape.length,
            marks,
        }
    }

    /// Each mark once.
    pub fn marks(&self) -> impl Iterator<Item = Mark> {
        self.marks.chunk_by(|a, b| a.0 == b.0).map(|run| run[0].0)
    }

    /// Both as one section under this one's heading.
    pub fn with(&self, next: &Self) -> Self {
        let body = |mark: &Mark| !matches!(mark.kind(), Kind::Title | Kind::Anchor);
        let mut marks = self.marks.clone();
        marks.extend(next.marks.iter().filter(|(mark, _)| body(mark)));
        marks.sort_unstable_by_key(|(mark, _)| *mark);
        Self {
            level: self.level,
            length: self.length.saturating_add(next.length),
            marks,
        }
    }
}

impl Comparison {
    /// The logarithm of the odds that the two are the same section.
    fn odds(&self) -> f32 {
        let kinds = WEIGHTS.iter().zip(self.shared.iter().zip(&self.apart));
        let marks: f32 = kinds
            .map(|((for_, against), (s, a))| for_ * s - against * a)
            .sum();
        BIAS + marks + LEVEL * self.levels + LENGTH * self.lengths
    }
}

/// The marks of all sections in order, each with how many sections hold it.
fn count<'s, 'a: 's>(shapes: impl Iterator<Item = &'s &'a Shape>) -> Vec<(Mark, u32)> {
    let once = |shape: &'s &'a Shape| shape.marks().chunk_by(|a, b| a == b).map(|run| run[0]);
    let mut all: Vec<Mark> = shapes.flat_map(once).collect();
    all.sort_unstable();
    let runs = all.chunk_by(|a, b| a == b);
    runs.map(|run| (run[0], u32::try_from(run.len()).unwrap_or(u32::MAX)))
        .collect()
}

/// From the sections that are known to be the same, else from both texts as a whole.
fn ratio(a: &[&Shape], b: &[&Shape], known: &Matching) -> f32 {
    let pairs = known.pairs();
    let written = |pair: &&(usize, usize)| a[pair.0].length > 0 && b[pair.1].length > 0;
    let paired = pairs.iter().filter(written).count() >= 3;
    let length = |shape: &Shape| f64::from(shape.length);
    let (left, right): (f64, f64) = if paired {
        pairs
            .iter()
            .map(|(i, j)| (length(a[*i]), length(b[*j])))
            .fold((0.0, 0.0), |x, y| (x.0 + y.0, x.1 + y.1))
    } else {
        (
            a.iter().copied().map(length).sum(),
            b.iter().copied().map(length).sum(),
        )
    };
    ((right + 100.0) / (left + 100.0)) as f32
}
