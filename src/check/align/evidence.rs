//! How likely two sections are the same, by what they share and what they do not.

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::check::align::bits::Bits;
use crate::check::align::matching::Matching;
use crate::document::shape::{Kind, Mark, Shape};

/// The sections of both texts, each mark weighed by how rare it is among them.
pub struct Evidence {
    /// Of the sections of the first text.
    pub a: Vec<Weighed>,
    /// Of the sections of the second text.
    pub b: Vec<Weighed>,
    /// In the order of marks, what sections of both may hold: each mark as often as the section that has
    /// it most often.
    common: Vec<Common>,
    /// How many letters of `b` stand for one of `a`: languages differ by a factor of four.
    ratio: f32,
    /// The share of sections that anchors paired. Where it is high, both sides name their sections
    /// in one language, and different anchors speak against a pair.
    anchors: f32,
}

/// What the sections of a text hold: found once, however many texts it is compared with.
pub struct Held<'a> {
    shapes: Vec<&'a Shape>,
    marks: Vec<Numbered>,
    holders: Holders,
}

impl<'a> Held<'a> {
    /// Takes in the sections of the first of two texts.
    pub fn new(shapes: Vec<&'a Shape>) -> Self {
        let mut holders = Holders::with_room(shapes.len());
        let marks = shapes.iter().map(|shape| holders.take_in(shape, A));
        Self {
            marks: marks.collect(),
            shapes,
            holders,
        }
    }
}

/// A section with its marks weighed by their rarity: the logarithm of how many sections there are
/// for each that holds it.
#[derive(Clone, Debug)]
pub struct Weighed {
    level: u8,
    length: u32,
    /// Which of [`Evidence::common`] it holds; of a mark those from the first on, as often as it has it.
    common: Bits,
    /// What all its marks weigh, by kind.
    masses: Masses,
}

/// A mark that sections of both texts hold, or once more the same one for sections that have it again.
#[derive(Clone, Copy, Debug)]
struct Common {
    kind: Kind,
    /// Whether it is one more of the mark before it.
    again: bool,
    rarity: f32,
}

type Masses = [f32; KINDS];

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
    /// Weight of what both have, by kind.
    pub shared: [f32; KINDS],
    /// Weight of what only one has, by kind.
    pub apart: [f32; KINDS],
    /// How far apart their levels are.
    pub levels: f32,
    /// How far apart their lengths are, in the page's own proportion.
    pub lengths: f32,
}

impl Evidence {
    /// `known` are the pairs that anchors made.
    pub fn new(a: &Held<'_>, b: &[&Shape], known: &Matching) -> Self {
        let sections = a.shapes.len() + b.len();
        let mut holders = a.holders.with_more_room();
        let marks: Vec<Numbered> = b.iter().map(|shape| holders.take_in(shape, B)).collect();
        let (rarities, common) = holders.weighed(sections);
        let weighed = |shapes: &[&Shape], marks: &[Numbered]| {
            let both = shapes.iter().zip(marks);
            both.map(|(shape, marks)| Weighed::new(shape, marks, &rarities))
                .collect()
        };
        let paired = known.pairs().len() as f32;
        Self {
            a: weighed(&a.shapes, &a.marks),
            b: weighed(b, &marks),
            common,
            ratio: ratio(&a.shapes, b, known),
            anchors: paired / (a.shapes.len().min(b.len()) as f32).max(1.0),
        }
    }

    /// The logarithm of the odds that a section of `a` is one of `b`.
    pub fn odds(&self, a: &Weighed, b: &Weighed) -> f32 {
        self.compare(a, b).odds()
    }

    /// What a section of `a` and one of `b` have in common.
    pub fn compare(&self, a: &Weighed, b: &Weighed) -> Comparison {
        let mut out = Comparison::default();
        a.common.shared(&b.common, |number| {
            let common = self.common[number as usize];
            out.shared[common.kind as usize] += common.rarity;
        });
        for (kind, apart) in out.apart.iter_mut().enumerate() {
            let shared = out.shared[kind];
            *apart = (a.masses[kind] - shared).max(0.0) + (b.masses[kind] - shared).max(0.0);
        }
        out.apart[Kind::Anchor as usize] *= self.anchors;
        for mass in out.shared.iter_mut().chain(&mut out.apart) {
            if *mass > 0.0 {
                // A mass so small that `ln_1p` would be more exact decides nothing.
                *mass = (1.0 + *mass).ln();
            }
        }
        out.levels = f32::from(u8::from(a.level != b.level));
        // A few letters more or less say nothing of a section of one sentence.
        let length = |section: &Weighed| section.length as f32 + 20.0;
        out.lengths = (length(b) / (length(a) * self.ratio)).ln().abs();
        out
    }

    /// What a section holds of what both texts do, by number, each mark once.
    pub fn marks(&self, section: &Weighed) -> impl Iterator<Item = u32> {
        let numbers = section.common.iter();
        numbers.filter(|number| !self.common[*number as usize].again)
    }

    /// Two sections as one under the heading of the first.
    pub fn joined(&self, first: &Weighed, next: &Weighed) -> Weighed {
        // Of the heading, the last kinds, those of the first count alone.
        let is_body = |common: &Common| common.kind < Kind::Title;
        let body = self.common.partition_point(is_body) as u32;
        let mut common = first.common.with_below(&next.common, body);
        first.common.shared(&next.common, |number| {
            let more = |at: &u32| self.common.get(*at as usize).is_some_and(|next| next.again);
            let is_first = !self.common[number as usize].again;
            if number < body && is_first && more(&(number + 1)) {
                // What both have they have more often together, as far as any section does.
                let same = || std::iter::once(number).chain((number + 1..).take_while(more));
                let times = |bits: &Bits| same().take_while(|at| bits.contains(*at)).count();
                let all = times(&first.common) + times(&next.common);
                same().take(all).for_each(|at| common.insert(at));
            }
        });
        let mut masses = first.masses;
        for (mass, more) in masses
            .iter_mut()
            .zip(next.masses)
            .take(Kind::Title as usize)
        {
            *mass += more;
        }
        Weighed {
            level: first.level,
            length: first.length.saturating_add(next.length),
            common,
            masses,
        }
    }
}

impl Weighed {
    fn new(shape: &Shape, all: &Numbered, rarities: &[Rarity]) -> Self {
        let mut common = Bits::default();
        let mut masses = Masses::default();
        let mut last = None;
        let mut again = 0;
        for &(mark, number) in all {
            let found = rarities[number as usize];
            masses[mark.kind() as usize] += found.rarity;
            again = if last == Some(number) { again + 1 } else { 0 };
            last = Some(number);
            if let Some(first) = found.common {
                common.push(first + again);
            }
        }
        Self {
            level: shape.level,
            length: shape.length,
            common,
            masses,
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

/// About how many marks a section has.
const MARKS: usize = 128;

/// The places of both texts in counts.
const A: usize = 0;
const B: usize = 1;

/// The marks of a section in order, each with its number.
type Numbered = Vec<(Mark, u32)>;

/// Which marks there are, and what sections hold them.
struct Holders {
    /// The places of marks in `counts`.
    numbers: FxHashMap<Mark, u32>,
    counts: Vec<Count>,
}

/// How a mark is spread over the sections of both texts.
#[derive(Clone, Copy)]
struct Count {
    mark: Mark,
    /// How many sections of each text hold it.
    sections: [u32; 2],
    /// How often it stands in one section at most.
    most: u32,
}

/// What a mark weighs, and the first of [`Evidence::common`] that it is, if sections of both texts hold
/// it.
#[derive(Clone, Copy)]
struct Rarity {
    rarity: f32,
    common: Option<u32>,
}

impl Holders {
    /// With room for a text of so many sections, and another one like it. About half of the marks of
    /// one section stand in another one too.
    fn with_room(sections: usize) -> Self {
        Self {
            numbers: FxHashMap::with_capacity_and_hasher(sections * MARKS, FxBuildHasher),
            counts: Vec::with_capacity(sections * MARKS / 2),
        }
    }

    /// The same, to take in another text, for which `numbers` have room already.
    fn with_more_room(&self) -> Self {
        let mut counts = Vec::with_capacity(2 * self.counts.len());
        counts.extend_from_slice(&self.counts);
        Self {
            numbers: self.numbers.clone(),
            counts,
        }
    }

    /// Takes in the marks of a section of one of the texts.
    fn take_in(&mut self, shape: &Shape, text: usize) -> Numbered {
        let mut marks = Numbered::with_capacity(MARKS);
        let mut again = 1;
        for mark in shape.marks() {
            let last = marks.last().copied().filter(|(last, _)| *last == mark);
            let number = match last {
                Some((_, number)) => {
                    again += 1;
                    let count = &mut self.counts[number as usize];
                    count.most = count.most.max(again);
                    number
                }
                None => {
                    again = 1;
                    self.count(mark, text)
                }
            };
            marks.push((mark, number));
        }
        marks
    }

    /// The number of a mark that one more section holds.
    fn count(&mut self, mark: Mark, text: usize) -> u32 {
        let next = self.counts.len() as u32;
        let number = *self.numbers.entry(mark).or_insert(next);
        if number == next {
            self.counts.push(Count {
                mark,
                sections: [0; 2],
                most: 1,
            });
        }
        self.counts[number as usize].sections[text] += 1;
        number
    }

    /// Weighs the marks by how many of the sections hold each; gives that by the numbers of marks, and
    /// those that sections of both texts hold.
    fn weighed(self, sections: usize) -> (Vec<Rarity>, Vec<Common>) {
        let weight = |holders: usize| ((sections + 1) as f32 / holders.max(1) as f32).ln();
        let weights: Vec<f32> = (0..=sections).map(weight).collect();
        let rarity = |count: &Count| Rarity {
            rarity: weights[count.sections.iter().sum::<u32>() as usize],
            common: None,
        };
        let mut rarities: Vec<Rarity> = self.counts.iter().map(rarity).collect();
        let counts = (0..).zip(&self.counts);
        let both = counts.filter(|(_, count)| !count.sections.contains(&0));
        let mut both: Vec<(Mark, u32)> = both.map(|(number, count)| (count.mark, number)).collect();
        both.sort_unstable();
        let mut common = Vec::with_capacity(2 * both.len());
        for (mark, number) in both {
            let rarity = &mut rarities[number as usize];
            rarity.common = Some(common.len() as u32);
            let once = |again| Common {
                kind: mark.kind(),
                again: again > 0,
                rarity: rarity.rarity,
            };
            common.extend((0..self.counts[number as usize].most).map(once));
        }
        (rarities, common)
    }
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
