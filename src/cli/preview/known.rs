//! The findings of a site as far as a preview keeps them: of each document so much as tells which
//! came and which went.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::finding::{Finding, Level, Rule};

/// Findings of no document: of files, themes and words.
pub const REST: &str = "";

/// What is known of the findings of a site.
#[derive(Debug, Default)]
pub struct Known {
    /// The findings of each document, as marks.
    of: BTreeMap<Box<str>, Vec<Mark>>,
    /// How many documents have a finding: those of a fragment stand in all that include it.
    counts: HashMap<u64, u32>,
    /// The documents that each document leads to.
    targets: BTreeMap<Box<str>, Targets>,
    /// Documents to look at.
    due: BTreeSet<Box<str>>,
    /// What came and went since it was told of.
    difference: BTreeMap<u64, (Kind, i32)>,
}

/// A finding: what it says and of which file, and the how manieth it is of these; not its line,
/// which changes with every line written above.
#[derive(Clone, Copy, Debug)]
struct Mark {
    hash: u64,
    rule: &'static Rule,
    level: Level,
}

/// Where the links of a document lead.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    /// Their ids.
    pub documents: Vec<Box<str>>,
    /// Whether any leads nowhere: it may, once a page comes.
    pub nowhere: bool,
}

/// The level and the code of a finding.
pub type Kind = (Reverse<Level>, &'static str);

/// What came and went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// What kinds of findings came, the gravest first, each with how many.
    pub gained: BTreeMap<Kind, usize>,
    /// How many are gone.
    pub lost: usize,
}

impl Known {
    /// Looks at documents again.
    pub fn demand(&mut self, documents: impl Iterator<Item = Box<str>>) {
        self.due.extend(documents);
    }

    /// Looks again at the documents whose links lead to these, or may now.
    pub fn demand_linking(&mut self, affected: &BTreeSet<Box<str>>, also_nowhere: Moved) {
        let linking = self.targets.iter().filter(|(_, targets)| {
            let leads = targets.documents.iter().any(|id| affected.contains(id));
            leads || also_nowhere == Moved::Pages && targets.nowhere
        });
        let linking: Vec<Box<str>> = linking.map(|(id, _)| id.clone()).collect();
        self.due.extend(linking);
    }

    /// Looks at every document that there is, and forgets those that are gone.
    pub fn demand_all<'d>(&mut self, documents: impl Iterator<Item = &'d str>) {
        let all: BTreeSet<Box<str>> = documents.map(Box::from).collect();
        let known: BTreeSet<Box<str>> = self.of.keys().cloned().collect();
        self.due = &all | &known;
        self.due.insert(REST.into());
    }

    /// The next document to look at.
    pub fn next_due(&mut self) -> Option<Box<str>> {
        self.due.pop_first()
    }

    /// Takes the findings of a document in the place of those that it had.
    pub fn put(&mut self, id: &str, findings: &[Finding], targets: Targets) {
        let marks = marks(findings);
        for mark in &marks {
            let count = self.counts.entry(mark.hash).or_default();
            *count += 1;
            if *count == 1 {
                self.note(*mark, 1);
            }
        }
        for mark in self.of.remove(id).unwrap_or_default() {
            let count = self.counts.entry(mark.hash).or_default();
            *count -= 1;
            if *count == 0 {
                self.counts.remove(&mark.hash);
                self.note(mark, -1);
            }
        }
        if !marks.is_empty() {
            self.of.insert(id.into(), marks);
        }
        if targets.documents.is_empty() && !targets.nowhere {
            self.targets.remove(id);
        } else {
            self.targets.insert(id.into(), targets);
        }
    }

    /// What came and went since this was asked last.
    pub fn difference(&mut self) -> Difference {
        let mut difference = Difference::default();
        for (kind, change) in std::mem::take(&mut self.difference).into_values() {
            if change > 0 {
                *difference.gained.entry(kind).or_default() += 1;
            } else if change < 0 {
                difference.lost += 1;
            }
        }
        difference
    }

    /// How many findings there are of each level.
    pub fn levels(&self) -> BTreeMap<Level, usize> {
        let mut seen = BTreeSet::new();
        let mut levels = BTreeMap::new();
        for mark in self.of.values().flatten() {
            if seen.insert(mark.hash) {
                *levels.entry(mark.level).or_default() += 1;
            }
        }
        levels
    }

    fn note(&mut self, mark: Mark, change: i32) {
        let noted = self.difference.entry(mark.hash);
        let kind = (Reverse(mark.level), mark.rule.code);
        noted.or_insert((kind, 0)).1 += change;
    }
}

/// What came or went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// All are where they were.
    Nothing,
    /// Pages came or went.
    Pages,
}

fn marks(findings: &[Finding]) -> Vec<Mark> {
    let mut seen: HashMap<_, u32> = HashMap::new();
    let mark = |finding: &Finding| {
        let said = (finding.rule.code, &finding.file, &finding.message);
        let mut hasher = DefaultHasher::new();
        said.hash(&mut hasher);
        let times = seen.entry(hasher.finish()).or_default();
        *times += 1;
        times.hash(&mut hasher);
        Mark {
            hash: hasher.finish(),
            rule: finding.rule,
            level: finding.level,
        }
    };
    findings.iter().map(mark).collect()
}
