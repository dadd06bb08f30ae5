//! Guides of our own in six languages, whose English text is edited in every place in the ways
//! that people edit: renamed, moved, split, merged, inserted, removed. No side has anchors, so only
//! shapes tell which section is which.

use std::collections::BTreeSet;
use std::sync::Arc;

use instep::check::align::{Change, Pair, Side, align};
use instep::config::Config;
use instep::document::manuscript::{Manuscript, NoFragments};
use instep::document::reading::{self, Reading};
use instep::path::SourcePath;
use instep::pipeline::project::dialect;
use instep::source::Source;

const GUIDES: [&str; 2] = ["harbour", "faq"];
const LANGUAGES: [&str; 5] = ["ar", "de", "fr", "ja", "sv"];

/// A text as its sections, heading and all; the first is the page's title.
type Sections = Vec<String>;

fn sections(guide: &str, language: &str) -> Sections {
    let file = format!("tests/align-suite/{guide}/{language}.md");
    let text = std::fs::read_to_string(file).expect("the guides are in the repository");
    let mut sections: Sections = Vec::new();
    let mut fenced = false;
    for line in text.split_inclusive('\n') {
        fenced ^= line.starts_with("```");
        match sections.last_mut() {
            Some(last) if fenced || !line.starts_with('#') => last.push_str(line),
            _ => sections.push(line.to_owned()),
        }
    }
    sections
}

/// An edited text: for each of its sections, which section of the guide it is or holds; none for
/// one of another guide. Of a section that was split both parts say the same, of two that were
/// merged the one says both.
struct Edited {
    text: String,
    truth: Vec<Vec<usize>>,
    /// The section that changed its place.
    moved: Option<usize>,
}

/// What was done to a text.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Renamed,
    Moved,
    Split,
    Merged,
    Inserted,
    Removed,
}

const EDITS: [Edit; 6] = [
    Edit::Renamed,
    Edit::Moved,
    Edit::Split,
    Edit::Merged,
    Edit::Inserted,
    Edit::Removed,
];

impl Edit {
    /// The text with this done at a section; none where it cannot be.
    fn apply(self, guide: &str, at: usize) -> Option<Edited> {
        let mut texts = sections(guide, "en");
        let mut truth: Vec<Vec<usize>> = (0..texts.len()).map(|at| vec![at]).collect();
        let mut moved = None;
        match self {
            Self::Renamed => {
                let (_, body) = texts[at].split_once('\n')?;
                texts[at] = format!("## Something to know first\n{body}");
            }
            Self::Moved => {
                let to = if at + 4 < texts.len() {
                    at + 4
                } else {
                    at.checked_sub(4)?.max(1)
                };
                let text = texts.remove(at);
                texts.insert(to, text);
                let origin = truth.remove(at);
                truth.insert(to, origin);
                moved = Some(at);
            }
            Self::Split => {
                let cut = middle(&texts[at])?;
                let rest = texts[at].split_off(cut);
                texts.insert(at + 1, format!("## More of it\n\n{}", rest.trim_start()));
                truth.insert(at + 1, vec![at]);
            }
            Self::Merged => {
                let next = (at + 1 < texts.len()).then(|| texts.remove(at + 1))?;
                let (_, body) = next.split_once('\n')?;
                texts[at].push_str(body);
                let origin = truth.remove(at + 1);
                truth[at].extend(origin);
            }
            Self::Inserted => {
                let other = GUIDES.iter().find(|other| **other != guide)?;
                texts.insert(at, sections(other, "en")[3].clone());
                truth.insert(at, Vec::new());
            }
            Self::Removed => {
                texts.remove(at);
                truth.remove(at);
            }
        }
        Some(Edited {
            text: texts.concat(),
            truth,
            moved,
        })
    }
}

/// Where the second half of a section's paragraphs begins, if it has two outside of code.
fn middle(section: &str) -> Option<usize> {
    let mut fenced = false;
    let mut at = 0;
    let mut starts = Vec::new();
    let mut blank = false;
    for line in section.split_inclusive('\n') {
        if blank && !fenced && !line.trim().is_empty() {
            starts.push(at);
        }
        fenced ^= line.starts_with("```");
        blank = line.trim().is_empty();
        at += line.len();
    }
    (starts.len() > 1).then(|| starts[starts.len() / 2])
}

fn read(text: String) -> Reading {
    let source = Arc::new(Source::new(&SourcePath::new("text.md"), text));
    let dialect = dialect(&Config::default());
    let manuscript = Manuscript::read(source, 0, &NoFragments, &dialect);
    reading::read(&manuscript, &manuscript.pieces())
}

/// Without anchors: those of headings would be words of two languages.
fn sides(text: &Reading) -> Vec<Side<'_>> {
    let shapes = text.shapes.iter().skip(1);
    let side = |shape| Side {
        anchor: "",
        title: "",
        shape,
    };
    shapes.map(side).collect()
}

/// How often something was said, how often that was right, and how often it was to be said.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    right: usize,
    said: usize,
    due: usize,
}

impl Score {
    fn count(&mut self, said: &[(usize, usize)], truth: &[Vec<usize>], due: usize) -> bool {
        let is_true = |(a, b): &&(usize, usize)| truth[*a].contains(b);
        let right = said.iter().filter(is_true).count();
        self.right += right;
        self.said += said.len();
        self.due += due;
        right == said.len() && right == due
    }

    fn precision(self) -> f64 {
        share(self.right, self.said)
    }

    fn recall(self) -> f64 {
        share(self.right, self.due)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let count = |number| f64::from(u32::try_from(number).expect("the suite is small"));
    if whole == 0 {
        1.0
    } else {
        count(part) / count(whole)
    }
}

/// What is found in one kind of edit.
#[derive(Default)]
struct Scores {
    /// Either part of a split section may be the partner, and either of two that were merged.
    pairs: Score,
    /// Sections known to be a part of another's partner.
    parts: Score,
    /// Sections known to have changed their place.
    moved: Score,
}

impl Scores {
    /// Counts what was found; false where it is not all right.
    fn add(&mut self, edited: &Edited, pairs: &[Pair]) -> bool {
        let said: Vec<_> = pairs
            .iter()
            .filter_map(|pair| Some((pair.a()?, pair.b()?)))
            .collect();
        let held: Vec<usize> = edited.truth.iter().flatten().copied().collect();
        let once: BTreeSet<usize> = held.iter().copied().collect();
        let own = edited.truth.iter().filter(|held| !held.is_empty()).count();
        // One pair for each section of the guide, unless two of them are one now.
        let due = once.len().min(own);
        let right = self.pairs.count(&said, &edited.truth, due);
        let part = |pair: &Pair| match (pair.a(), pair.b()) {
            (Some(a), None) => Some((a, pair.part_of()?)),
            (None, Some(b)) => Some((pair.part_of()?, b)),
            _ => None,
        };
        let said: Vec<_> = pairs.iter().filter_map(part).collect();
        let parts = held.len().max(own) - due;
        self.parts.count(&said, &edited.truth, parts);
        let moved = pairs.iter().filter(|pair| pair.change == Change::Moved);
        let moved: Vec<_> = moved.filter_map(|pair| pair.b()).collect();
        self.moved.said += moved.len();
        self.moved.right += moved.iter().filter(|b| edited.moved == Some(**b)).count();
        self.moved.due += usize::from(edited.moved.is_some());
        right
    }
}

fn scores(edit: Edit) -> Scores {
    let mut scores = Scores::default();
    for guide in GUIDES {
        for language in LANGUAGES {
            let own = read(sections(guide, language).concat());
            for at in 1..sections(guide, "en").len() {
                let Some(edited) = edit.apply(guide, at) else {
                    continue;
                };
                let source = read(edited.text.clone());
                assert_eq!(source.sections.len(), edited.truth.len(), "{guide} {at}");
                let pairs = align(&sides(&source), &sides(&own));
                if !scores.add(&edited, &pairs) {
                    println!("  {edit:?} {guide} {language}, section {at}");
                }
            }
        }
    }
    scores
}

#[test]
fn edited_sections_find_their_translations() {
    let mut all = Score::default();
    for edit in EDITS {
        let Scores { pairs, .. } = scores(edit);
        println!(
            "{edit:?}: precision {:.3} recall {:.3} over {} pairs",
            pairs.precision(),
            pairs.recall(),
            pairs.due
        );
        assert!(pairs.precision() >= 0.98, "{edit:?} {pairs:?}");
        assert!(pairs.recall() >= 0.90, "{edit:?} {pairs:?}");
        all.right += pairs.right;
        all.said += pairs.said;
        all.due += pairs.due;
    }
    println!(
        "all: precision {:.4} recall {:.4}",
        all.precision(),
        all.recall()
    );
    assert!(all.precision() >= 0.99 && all.recall() >= 0.97, "{all:?}");
}

#[test]
fn a_moved_section_is_called_moved() {
    let Scores { moved, .. } = scores(Edit::Moved);
    println!(
        "moved: precision {:.3} recall {:.3}",
        moved.precision(),
        moved.recall()
    );
    assert!(
        moved.precision() >= 0.98 && moved.recall() >= 0.80,
        "{moved:?}"
    );
}

#[test]
fn a_part_of_another_section_is_known_as_such() {
    for edit in [Edit::Split, Edit::Merged] {
        let Scores { parts, .. } = scores(edit);
        println!(
            "parts, {edit:?}: precision {:.3} recall {:.3} over {}",
            parts.precision(),
            parts.recall(),
            parts.due
        );
        assert!(
            parts.precision() >= 0.98 && parts.recall() >= 0.75,
            "{edit:?} {parts:?}"
        );
    }
}

#[test]
fn nothing_is_called_a_part_or_moved_that_is_none() {
    for edit in [Edit::Renamed, Edit::Inserted, Edit::Removed] {
        let Scores { parts, moved, .. } = scores(edit);
        assert_eq!((parts.said, moved.said), (0, 0), "{edit:?}");
    }
}
