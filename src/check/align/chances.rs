//! Pairs by shape and company: each candidate is weighed against its rivals and against no partner.

use crate::check::align::candidates;
use crate::check::align::evidence::Evidence;
use crate::check::align::matching::Matching;

/// A section of `b` that one of `a` may be.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    b: usize,
    odds: f32,
    chance: f32,
}

/// The candidates of every section of `a`, by rising index in `b`.
struct Table {
    rows: Vec<Vec<Candidate>>,
    columns: usize,
}

/// What company adds to the odds, at most, for each of the two sides.
const COMPANY: f32 = 1.5;
/// The beginning and the end of a page are weaker company: sections are added there.
const EDGE: f32 = 0.5;
/// Odds below which two sections are no candidates: company chooses among texts that may be the
/// same, it does not make them so. Without this, a section that was put in the place of another
/// would be called its new name.
const FLOOR: f32 = 0.0;
/// A bonus travels from pair to pair, one step a round; more rounds changed nothing.
const ROUNDS: usize = 4;
/// The odds that speak for no partner.
const NONE: f32 = 1.0;

/// Pairs what is left of two texts. What stays without a partner has none, or none that is clear.
pub fn pair(evidence: &Evidence, matching: &mut Matching) {
    let mut table = Table::new(evidence, matching);
    for _ in 0..ROUNDS {
        table = table.with_company();
    }
    for (index, row) in table.rows.iter().enumerate() {
        for candidate in row.iter().filter(|candidate| candidate.chance >= 0.5) {
            matching.pair(index, candidate.b);
        }
    }
}

impl Table {
    fn new(evidence: &Evidence, matching: &Matching) -> Self {
        let free = candidates::find(evidence, matching);
        let rows = free.into_iter().enumerate().map(|(index, row)| {
            if let Some(b) = matching.of_a(index) {
                return vec![Candidate {
                    b,
                    odds: f32::INFINITY,
                    chance: 1.0,
                }];
            }
            let weigh = |b| {
                let odds = evidence.odds(&evidence.a[index], &evidence.b[b]);
                Candidate {
                    b,
                    odds,
                    chance: 0.0,
                }
            };
            row.into_iter()
                .map(weigh)
                .filter(|candidate| candidate.odds > FLOOR)
                .collect()
        });
        let mut table = Self {
            rows: rows.collect(),
            columns: evidence.b.len(),
        };
        table.weigh(&|_, candidate| candidate.odds);
        table
    }

    /// The chances again, with what the chances of the sections around say.
    fn with_company(&self) -> Self {
        let mut next = Self {
            rows: self.rows.clone(),
            columns: self.columns,
        };
        next.weigh(&|a, candidate| candidate.odds + COMPANY * self.company(a, candidate.b));
        next
    }

    /// How well the sections before and after two sections pair with each other, 0 to 2. The same
    /// in both directions, so that it does not matter which text is the reference.
    fn company(&self, a: usize, b: usize) -> f32 {
        let swapped = self.chance(a, b, (-1, 1)).max(self.chance(a, b, (1, -1))) / 2.0;
        let side = |step: isize, at_edge: bool| {
            if at_edge {
                return EDGE;
            }
            let beside = self.chance(a, b, (step, step));
            // A section may have come between on one side.
            let beyond =
                self.chance(a, b, (step, 2 * step))
                    .max(self.chance(a, b, (2 * step, step)));
            beside.max(beyond / 2.0).max(swapped)
        };
        let last = a + 1 == self.rows.len() && b + 1 == self.columns;
        side(-1, a == 0 && b == 0) + side(1, last)
    }

    /// The chance of the sections at some distance from these two to be the same; 0 outside.
    fn chance(&self, a: usize, b: usize, distance: (isize, isize)) -> f32 {
        let found = || {
            let row = self.rows.get(a.checked_add_signed(distance.0)?)?;
            let b = b.checked_add_signed(distance.1)?;
            let place = row.binary_search_by_key(&b, |candidate| candidate.b).ok()?;
            Some(row[place].chance)
        };
        found().unwrap_or(0.0)
    }

    /// Chances from odds: each candidate against all others of its row and column, and none.
    fn weigh(&mut self, odds: &dyn Fn(usize, &Candidate) -> f32) {
        let mut columns = vec![0.0_f64; self.columns];
        let mut rows = vec![0.0_f64; self.rows.len()];
        let weight = |a: usize, candidate: &Candidate| {
            f64::from(odds(a, candidate).clamp(-40.0, 40.0)).exp()
        };
        let weights: Vec<Vec<f64>> = self
            .rows
            .iter()
            .enumerate()
            .map(|(a, row)| row.iter().map(|candidate| weight(a, candidate)).collect())
            .collect();
        for (a, row) in self.rows.iter().enumerate() {
            for (candidate, weight) in row.iter().zip(&weights[a]) {
                rows[a] += weight;
                columns[candidate.b] += weight;
            }
        }
        for (a, row) in self.rows.iter_mut().enumerate() {
            for (candidate, weight) in row.iter_mut().zip(&weights[a]) {
                let all = rows[a] + columns[candidate.b] - weight + f64::from(NONE).exp();
                candidate.chance = (weight / all) as f32;
            }
        }
    }
}
