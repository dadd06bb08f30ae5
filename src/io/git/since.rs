//! Has a source changed since the commits that its translations name?

use std::collections::BTreeSet;
use std::rc::Rc;

use gix::{ObjectId, Repository};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::io::git::history::{History, seconds};
use crate::io::git::log::{Log, changes, local};
use crate::io::git::rename::{Likeness, Side};
use crate::io::git::state::{Reason, SourceState, Stamp, Text};
use crate::io::git::tree::Trees;
use crate::path::normalize;

/// Stamps that one thread takes at once.
const STRETCH: usize = 128;

/// Digits that a stamp must have at least: what git itself shortens hashes to.
const SHORTEST: usize = 7;

impl History {
    /// How each source stands to the commit its stamp names, in the order of the stamps.
    ///
    /// Today's source is that of the newest commit. A file that both commits have costs two looks
    /// into trees; history is read, once, only where one was renamed or removed.
    pub fn changed_since(&self, stamps: &[Stamp]) -> Vec<SourceState> {
        let compare = |stamps: &[Stamp]| {
            let repository = local(&self.shared);
            let mut question = Question::new(self, &repository);
            stamps
                .iter()
                .map(|stamp| question.answer(stamp))
                .collect::<Vec<_>>()
        };
        stamps.par_chunks(STRETCH).flat_map_iter(compare).collect()
    }
}

/// One thread's view of the repository.
struct Question<'h> {
    history: &'h History,
    repository: &'h Repository,
    trees: Trees<'h>,
    likeness: Likeness<'h>,
    commits: FxHashMap<String, Result<ObjectId, Reason>>,
    sides: FxHashMap<usize, Rc<Sides>>,
}

type Answer = Result<SourceState, Reason>;

/// A path that a commit has, and its content.
type File = (String, ObjectId);

/// Which way a rename is followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Toward {
    Today,
    Then,
}

impl<'h> Question<'h> {
    fn new(history: &'h History, repository: &'h Repository) -> Self {
        Self {
            history,
            repository,
            trees: Trees::new(repository),
            likeness: Likeness::new(repository),
            commits: FxHashMap::default(),
            sides: FxHashMap::default(),
        }
    }

    fn answer(&mut self, stamp: &Stamp) -> SourceState {
        self.compare(stamp).unwrap_or_else(SourceState::Unknown)
    }

    fn compare(&mut self, stamp: &Stamp) -> Answer {
        let commit = self.commit(&stamp.commit)?;
        let path = normalize(&stamp.path).ok_or(Reason::NoSuchFile)?;
        let named = |blob: ObjectId| (path.clone(), blob);
        let then = match self.blob(commit, &path)? {
            Some(blob) => Some(named(blob)),
            None => self.renamed(&path, commit, Toward::Then)?,
        };
        let now = match self.blob(self.history.head, &path)? {
            Some(blob) => Some(named(blob)),
            None => self.renamed(&path, commit, Toward::Today)?,
        };
        self.state(&path, then, now)
    }

    fn commit(&mut self, stamp: &str) -> Result<ObjectId, Reason> {
        if let Some(known) = self.commits.get(stamp) {
            return known.clone();
        }
        let found = find(self.repository, stamp);
        self.commits.insert(stamp.to_owned(), found.clone());
        found
    }

    fn blob(&mut self, commit: ObjectId, path: &str) -> Result<Option<ObjectId>, Reason> {
        let Some(tree) = self
            .trees
            .folder(commit, &self.history.folder)
            .map_err(unreadable)?
        else {
            return Ok(None);
        };
        self.trees.file(tree, path).map_err(unreadable)
    }

    fn state(&self, path: &str, then: Option<File>, now: Option<File>) -> Answer {
        let Some((was, old)) = then else {
            return match now {
                Some((now, _)) => Ok(SourceState::Changed { now, then: None }),
                None if self.log()?.touches(path).is_empty() => Err(Reason::NoSuchFile),
                None => Ok(SourceState::Gone { then: None }),
            };
        };
        let then = Text {
            path: was,
            bytes: self.read(old)?,
        };
        Ok(match now {
            None => SourceState::Gone { then: Some(then) },
            Some((now, new)) if new == old || same_words(&then.bytes, &self.read(new)?) => {
                SourceState::Unchanged { now }
            }
            Some((now, _)) => SourceState::Changed {
                now,
                then: Some(then),
            },
        })
    }

    fn log(&self) -> Result<&'h Log, Reason> {
        self.history
            .log()
            .map_err(|error| Reason::Unreadable(error.to_owned()))
    }

    fn read(&self, blob: ObjectId) -> Result<Vec<u8>, Reason> {
        let mut blob = self.repository.find_blob(blob).map_err(unreadable)?;
        Ok(blob.take_data())
    }

    /// Follows a file from rename to rename until a name that the commit at the end has: today's,
    /// or that of the stamp. Each step is further that way than the one before, so it ends.
    fn renamed(
        &mut self,
        path: &str,
        commit: ObjectId,
        toward: Toward,
    ) -> Result<Option<(String, ObjectId)>, Reason> {
        let log = self
            .history
            .log()
            .map_err(|error| Reason::Unreadable(error.to_owned()))?;
        let start = log.place(commit, seconds(self.repository, commit));
        let goal = if toward == Toward::Today {
            self.history.head
        } else {
            commit
        };
        let (mut from, mut name) = (0..start, path.to_owned());
        while let Some(place) = turning(log, &name, (from.start, from.end), toward) {
            let Some(next) = self.partner(log, place, (&name, toward))? else {
                break;
            };
            name = next;
            if let Some(blob) = self.blob(goal, &name)? {
                return Ok(Some((name, blob)));
            }
            from = if toward == Toward::Today {
                0..place
            } else {
                place + 1..start
            };
        }
        // What is cut off may hold the rename.
        if log.shallow.is_some() {
            Err(Reason::Shallow)
        } else {
            Ok(None)
        }
    }

    /// The other name of a file that a commit renamed.
    fn partner(
        &mut self,
        log: &Log,
        place: usize,
        (name, toward): (&str, Toward),
    ) -> Result<Option<String>, Reason> {
        let sides = self.sides(log, place)?;
        let (mine, theirs) = match toward {
            Toward::Today => (&sides.gone, &sides.come),
            Toward::Then => (&sides.come, &sides.gone),
        };
        let Some(file) = mine.iter().find(|side| side.path == name) else {
            return Ok(None);
        };
        Ok(self
            .likeness
            .partner(file, mine, theirs)
            .map(|side| side.path.clone()))
    }

    /// A commit that moves one page often moves hundreds, so what it did is remembered.
    fn sides(&mut self, log: &Log, place: usize) -> Result<Rc<Sides>, Reason> {
        if let Some(known) = self.sides.get(&place) {
            return Ok(known.clone());
        }
        let step = &log.commits[place];
        let mut sides = Sides::default();
        for change in changes(&mut self.trees, step, &self.history.folder).map_err(unreadable)? {
            match (change.old, change.new) {
                (Some(id), None) => sides.gone.push(Side {
                    path: change.path,
                    id,
                }),
                (None, Some(id)) => sides.come.push(Side {
                    path: change.path,
                    id,
                }),
                _ => {}
            }
        }
        let sides = Rc::new(sides);
        self.sides.insert(place, sides.clone());
        Ok(sides)
    }
}

/// The files that a commit removed, and those it added.
#[derive(Default)]
struct Sides {
    gone: Vec<Side>,
    come: Vec<Side>,
}

/// The commit at which a file of this name began, or ended, among the places given: of several
/// the one nearest to the present.
fn turning(log: &Log, path: &str, (from, to): (usize, usize), toward: Toward) -> Option<usize> {
    let turns = log.touches(path).iter().filter(|touch| match toward {
        Toward::Today => touch.new.is_none(),
        Toward::Then => touch.old.is_none(),
    });
    turns
        .map(|touch| touch.place)
        .find(|place| (from..to).contains(place))
}

fn find(repository: &Repository, stamp: &str) -> Result<ObjectId, Reason> {
    let digits = stamp.len() >= SHORTEST && stamp.bytes().all(|byte| byte.is_ascii_hexdigit());
    let prefix = gix::hash::Prefix::from_hex(stamp)
        .ok()
        .filter(|_| digits && stamp.len() <= 40);
    let prefix = prefix.ok_or(Reason::NotAHash)?;
    let mut candidates = BTreeSet::new();
    let mut found = std::collections::HashSet::default();
    repository
        .objects
        .lookup_prefix(prefix, Some(&mut found))
        .map_err(unreadable)?;
    for id in found {
        let header = repository.find_header(id).map_err(unreadable)?;
        if header.kind().is_commit() {
            candidates.insert(id);
        }
    }
    match (candidates.pop_first(), candidates.is_empty()) {
        (Some(commit), true) => Ok(commit),
        (Some(_), false) => Err(Reason::Ambiguous),
        (None, _) if repository.is_shallow().unwrap_or(false) => Err(Reason::Shallow),
        (None, _) => Err(Reason::NoSuchCommit),
    }
}

/// Whether two texts differ in white space only.
fn same_words(one: &[u8], other: &[u8]) -> bool {
    let blank = |word: &&[u8]| !word.is_empty();
    let one = one.split(u8::is_ascii_whitespace).filter(blank);
    one.eq(other.split(u8::is_ascii_whitespace).filter(blank))
}

fn unreadable(error: impl std::fmt::Display) -> Reason {
    Reason::Unreadable(error.to_string())
}
