//! How likely two sections are the same, by what they share and what they do not.

use crate::document::shape::{Mark, Shape};

/// The sections of both texts, each mark weighed by how rare it is among them.
pub struct Evidence<'a> {
    a: Vec<Weighed<'a>>,
    b: Vec<Weighed<'a>>,
}

struct Weighed<'a> {
    shape: &'a Shape,
    /// The rarity of each of the shape's marks.
    rarity: Vec<f32>,
}

/// How many kinds of marks there are.
pub const KINDS: usize = 15;

/// By kind, in the order of [`Kind`]: what a unit of shared mass speaks for two sections being the
/// same, and a unit of mass on one side against it.
const WEIGHTS: [(f32, f32); KINDS] = [
    (1.2, 0.5), // Link
    (0.8, 0.3), // Fragment
    (1.2, 0.6), // Image
    (0.8, 0.4), // Code
    (1.0, 0.4), // Line
    (1.0, 0.4), // InlineCode
    (0.9, 0.4), // Number
    (1.0, 0.4), // Date
    (0.6, 0.4), // Alert
    (0.6, 0.4), // List
    (1.0, 0.5), // Table
    (0.3, 0.3), // Block
    (0.8, 0.1), // Name
    (0.8, 0.0), // Word
    (1.2, 0.0), // Title
];
const BIAS: f32 = -2.0;
const LEVEL: f32 = -2.0;
const LENGTH: f32 = -1.0;

/// By kind, what two sections share and what only one of them has, both as logarithms.
#[derive(Clone, Copy, Debug, Default)]
pub struct Comparison {
    pub shared: [f32; KINDS],
    pub apart: [f32; KINDS],
    pub levels: f32,
    pub lengths: f32,
}

impl<'a> Evidence<'a> {
    pub fn new(a: &[&'a Shape], b: &[&'a Shape]) -> Self {
        let marks = count(a.iter().chain(b));
        let sections = (a.len() + b.len()) as f32;
        let weigh = |shape: &&'a Shape| Weighed {
            shape: *shape,
            rarity: shape
                .marks()
                .iter()
                .map(|mark| ((sections + 1.0) / holders(&marks, *mark) as f32).ln())
                .collect(),
        };
        Self {
            a: a.iter().map(weigh).collect(),
            b: b.iter().map(weigh).collect(),
        }
    }

    /// What two sections have in common. `ratio` is how long texts of `b` are for each letter of
    /// theirs in `a`.
    pub fn compare(&self, a: usize, b: usize, ratio: f32) -> Comparison {
        let (a, b) = (&self.a[a], &self.b[b]);
        let mut out = Comparison::default();
        let (mut i, mut j) = (0, 0);
        let (left, right) = (a.shape.marks(), b.shape.marks());
        while i < left.len() || j < right.len() {
            let first = left.get(i).copied();
            let second = right.get(j).copied();
            match (first, second) {
                (Some(mark), Some(other)) if mark == other => {
                    out.shared[mark.kind() as usize] += a.rarity[i];
                    (i, j) = (i + 1, j + 1);
                }
                (Some(mark), other) if other.is_none_or(|other| mark < other) => {
                    out.apart[mark.kind() as usize] += a.rarity[i];
                    i += 1;
                }
                (_, Some(mark)) => {
                    out.apart[mark.kind() as usize] += b.rarity[j];
                    j += 1;
                }
                _ => break,
            }
        }
        for mass in out.shared.iter_mut().chain(&mut out.apart) {
            *mass = mass.ln_1p();
        }
        out.levels = f32::from(u8::from(a.shape.level != b.shape.level));
        let length = |shape: &Shape| shape.length as f32 + 20.0;
        out.lengths = (length(b.shape) / (length(a.shape) * ratio)).ln().abs();
        out
    }
}

impl Comparison {
    /// The logarithm of the odds that the two are the same section.
    pub fn odds(&self) -> f32 {
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

fn holders(marks: &[(Mark, u32)], mark: Mark) -> u32 {
    let place = marks.binary_search_by_key(&mark, |(mark, _)| *mark);
    place.map_or(1, |place| marks[place].1)
}
