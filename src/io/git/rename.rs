//! Where a file came from or went to within one commit.

use std::rc::Rc;

use gix::{ObjectId, Repository};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};

use crate::limits::RENAMES;

/// Two files are one renamed if at least this share of the larger is in both, as git has it.
const ALIKE: f64 = 0.5;

/// A file on one side of a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// Relative to the folder that was opened.
    pub path: String,
    /// Its content.
    pub id: ObjectId,
}

/// Compares texts by their lines, and remembers them.
pub struct Likeness<'r> {
    repository: &'r Repository,
    known: FxHashMap<ObjectId, Rc<Lines>>,
}

#[derive(Default)]
struct Lines {
    bytes: usize,
    /// Bytes of each line, by its hash.
    lines: FxHashMap<u64, usize>,
}

impl<'r> Likeness<'r> {
    /// Knows nothing yet.
    pub fn new(repository: &'r Repository) -> Self {
        Self {
            repository,
            known: FxHashMap::default(),
        }
    }

    /// The one of `others` that is `file` under another name. `rivals` are the files on its own
    /// side: the two must choose each other, since pages that share their boilerplate are alike.
    pub fn partner<'a>(
        &mut self,
        file: &Side,
        rivals: &[Side],
        others: &'a [Side],
    ) -> Option<&'a Side> {
        let partner = self.closest(file, others)?;
        let back = self.closest(partner, rivals)?;
        (back == file).then_some(partner)
    }

    fn closest<'a>(&mut self, file: &Side, others: &'a [Side]) -> Option<&'a Side> {
        let address = address(&file.path);
        if let Some(other) = others
            .iter()
            .find(|other| self::address(&other.path) == address)
        {
            return Some(other);
        }
        let same_text = |other: &&Side| other.id == file.id;
        let moved = others
            .iter()
            .filter(same_text)
            .max_by_key(|other| shared_end(other, file));
        if moved.is_some() {
            return moved;
        }
        let (namesakes, strangers): (Vec<_>, Vec<_>) =
            others.iter().partition(|other| shared_end(other, file) > 0);
        let strangers = strangers.into_iter().take(RENAMES.most).collect();
        self.most_alike(file, namesakes)
            .or_else(|| self.most_alike(file, strangers))
    }

    fn most_alike<'a>(&mut self, file: &Side, others: Vec<&'a Side>) -> Option<&'a Side> {
        let mine = self.lines(file.id);
        let mut best = None;
        for other in others {
            let share = mine.share(&self.lines(other.id));
            if share >= ALIKE && best.is_none_or(|(most, _)| share > most) {
                best = Some((share, other));
            }
        }
        best.map(|(_, other)| other)
    }

    /// A text that a partial clone lacks has no lines, so it is like none.
    fn lines(&mut self, id: ObjectId) -> Rc<Lines> {
        let repository = self.repository;
        let read = || {
            let blob = repository.find_blob(id).ok();
            blob.map(|blob| Lines::of(&blob.data)).unwrap_or_default()
        };
        self.known
            .entry(id)
            .or_insert_with(|| Rc::new(read()))
            .clone()
    }
}

impl Lines {
    fn of(text: &[u8]) -> Self {
        let mut lines = FxHashMap::default();
        for line in text.split_inclusive(|byte| *byte == b'\n') {
            let mut hasher = FxHasher::default();
            line.hash(&mut hasher);
            *lines.entry(hasher.finish()).or_default() += line.len();
        }
        Self {
            bytes: text.len(),
            lines,
        }
    }

    fn share(&self, other: &Self) -> f64 {
        let both =
            |(line, bytes): (&u64, &usize)| other.lines.get(line).map_or(0, |o| *o.min(bytes));
        let shared: usize = self.lines.iter().map(both).sum();
        shared as f64 / self.bytes.max(other.bytes).max(1) as f64
    }
}

/// A page keeps its address when `page.md` becomes `page/index.md`, whatever is written in it.
fn address(path: &str) -> &str {
    let path = path.strip_suffix(".md").unwrap_or(path);
    path.strip_suffix("/index")
        .or_else(|| path.strip_suffix("/_index"))
        .unwrap_or(path)
}

/// How many parts of two paths are equal, from the file name up.
fn shared_end(one: &Side, other: &Side) -> usize {
    let parts = one.path.rsplit('/').zip(other.path.rsplit('/'));
    parts.take_while(|(one, other)| one == other).count()
}
