//! Remembers what reading each page gave, by its bytes and what it includes, from one run to the
//! next.

use std::borrow::Cow;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::document::revision::Revision;
use crate::memo::{self, Key, Parts, Unusable};
use crate::path::SourcePath;
use crate::pipeline::fragments::{Include, Shelf};
use crate::pipeline::intake::{Intake, Intakes};
use crate::pipeline::kept::{KeptFinding, Rules};
use crate::pipeline::project::Project;

/// What reading gave in an earlier run, put away.
#[derive(Debug)]
pub struct Recall<'b> {
    pages: FxHashMap<SourcePath, Page<'b>>,
    /// How far pages are to be read at least.
    reading: Reading,
    rules: &'b Rules,
    /// How many pages were taken from it.
    taken: AtomicUsize,
}

/// A page as it was read.
#[derive(Debug, Serialize, Deserialize)]
struct Page<'b> {
    /// Of its bytes.
    content: Key,
    /// What it included, with the text that it found.
    includes: Vec<Include>,
    /// How far it was read.
    reading: Reading,
    /// The rest, packed: most runs need it of most pages, but some of none.
    #[serde(borrow, with = "memo::lent")]
    read: Cow<'b, [u8]>,
}

/// How far a text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Reading {
    /// But for what findings alone tell of.
    Plain,
    /// For everything.
    Whole,
}

impl Reading {
    fn of(project: &Project<'_>) -> Self {
        match project.proofread {
            true => Self::Whole,
            false => Self::Plain,
        }
    }
}

/// What pages are read by, besides their bytes: every setting, the words of dates, the program.
pub fn circumstances(project: &Project<'_>, program: &Key) -> Key {
    let mut parts = Parts::default();
    parts.key(program).value(project.config);
    parts.key(&project.scanners.key()).finish()
}

impl<'b> Recall<'b> {
    /// Opens what [`keep`] gave.
    ///
    /// # Errors
    /// Bytes that were kept under other circumstances, or that are damaged.
    pub fn open(
        bytes: &'b [u8],
        (project, program): (&Project<'_>, &Key),
        rules: &'b Rules,
    ) -> Result<Self, Unusable> {
        let mut rest = memo::unseal(&circumstances(project, program), bytes)?;
        let pages = std::iter::from_fn(|| memo::unpack(&mut rest));
        Ok(Self {
            pages: pages.collect(),
            reading: Reading::of(project),
            rules,
            taken: AtomicUsize::new(0),
        })
    }

    /// What reading a page of these bytes gave, where it includes today what it did then.
    pub fn page(&self, path: &SourcePath, content: &Key, shelf: &Shelf<'_>) -> Option<Intake> {
        let page = self.pages.get(path)?;
        let as_then = |include: &Include| {
            let found = shelf.find(&include.from, &include.target);
            found == include.found && found.and_then(|path| shelf.key(&path)) == include.text
        };
        let enough = page.content == *content && page.reading >= self.reading;
        if !enough || !page.includes.iter().all(as_then) {
            return None;
        }
        let (revision, kept): (Revision, Vec<KeptFinding>) = memo::unpack(&mut &*page.read)?;
        let findings = self.rules.findings(kept)?;
        self.taken.fetch_add(1, Ordering::Relaxed);
        Some(Intake {
            revision: Some(revision.into()),
            findings,
            includes: page.includes.clone(),
        })
    }

    /// Whether it holds all that was read, and nothing else.
    pub fn is_all(&self, intakes: &Intakes) -> bool {
        let taken = self.taken.load(Ordering::Relaxed);
        let read = intakes.values().filter(|intake| intake.revision.is_some());
        taken == self.pages.len() && taken == read.count()
    }
}

/// Puts away what was read, as parts to be sealed. What an earlier run put away is taken from it.
/// Pages that gave no revision are read again: they are few, and why they did not may lie outside
/// of them.
pub fn keep<'a>(
    project: &Project<'_>,
    intakes: &'a Intakes,
    recall: Option<&'a Recall<'_>>,
) -> impl Iterator<Item = Vec<u8>> + 'a {
    let all: Vec<(&SourcePath, &Intake)> = intakes.iter().collect();
    let count = all.len();
    let reading = Reading::of(project);
    // So many at once that all cores have work, and memory holds few of them.
    let some = (0..count).step_by(SOME).map(move |at| {
        let some = all[at..count.min(at + SOME)].par_iter();
        some.filter_map(|(path, intake)| packed(path, (intake, reading), recall))
            .collect::<Vec<_>>()
            .concat()
    });
    some.filter(|bytes| !bytes.is_empty())
}

const SOME: usize = 512;

fn packed(
    path: &SourcePath,
    (intake, reading): (&Intake, Reading),
    recall: Option<&Recall<'_>>,
) -> Option<Vec<u8>> {
    let content = Key::from(intake.revision.as_deref()?.content);
    let known = recall.and_then(|recall| recall.pages.get(path));
    let same = |known: &&Page<'_>| {
        let as_far = known.reading >= reading;
        as_far && known.content == content && known.includes == intake.includes
    };
    if let Some(known) = known.filter(same) {
        return Some(memo::pack(&(path, known)));
    }
    Some(memo::pack(&(path, page(intake, reading)?)))
}

fn page(intake: &Intake, reading: Reading) -> Option<Page<'static>> {
    let revision = intake.revision.as_deref()?;
    let findings: Vec<KeptFinding> = intake.findings.iter().map(KeptFinding::of).collect();
    Some(Page {
        content: revision.content.into(),
        includes: intake.includes.clone(),
        reading,
        read: memo::pack(&(revision, findings)).into(),
    })
}
