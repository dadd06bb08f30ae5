//! Folders as commits record them, each read once.

use std::collections::BTreeMap;
use std::sync::Arc;

use gix::{ObjectId, Repository};
use rustc_hash::FxHashMap;

/// Trees to remember before all are forgotten. Neighbouring commits share nearly all of theirs, so
/// it matters little which are.
const REMEMBERED: usize = 8192;

/// Reads trees of a repository.
pub struct Trees<'r> {
    /// Where they are read from.
    pub repository: &'r Repository,
    known: FxHashMap<ObjectId, Arc<[Entry]>>,
}

/// A file or folder in a tree. Links and submodules are neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its own name, without the folder.
    pub name: String,
    /// Its content.
    pub id: ObjectId,
    /// What it is.
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
/// What an entry of a tree is.
pub enum Kind {
    /// It has bytes.
    File,
    /// It has entries.
    Folder,
}

/// A file that two trees have differently: added where `old` is none, removed where `new` is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Relative to both trees.
    pub path: String,
    /// The content before.
    pub old: Option<ObjectId>,
    /// The content after.
    pub new: Option<ObjectId>,
}

impl<'r> Trees<'r> {
    /// Knows no tree yet.
    pub fn new(repository: &'r Repository) -> Self {
        Self {
            repository,
            known: FxHashMap::default(),
        }
    }

    /// The tree of a commit's folder; none where it has no such folder.
    ///
    /// # Errors
    /// A missing or damaged object.
    pub fn folder(&mut self, commit: ObjectId, path: &str) -> gix::Result<Option<ObjectId>> {
        let root = self.repository.find_commit(commit)?.tree_id()?.detach();
        if path.is_empty() {
            return Ok(Some(root));
        }
        let entry = self.find(root, path)?;
        Ok(entry
            .filter(|entry| entry.kind == Kind::Folder)
            .map(|entry| entry.id))
    }

    /// The file at a path below a tree.
    ///
    /// # Errors
    /// A missing or damaged object.
    pub fn file(&mut self, tree: ObjectId, path: &str) -> gix::Result<Option<ObjectId>> {
        let entry = self.find(tree, path)?;
        Ok(entry
            .filter(|entry| entry.kind == Kind::File)
            .map(|entry| entry.id))
    }

    /// Every file below a tree, by path.
    ///
    /// # Errors
    /// A missing or damaged object.
    pub fn files(&mut self, tree: ObjectId) -> gix::Result<BTreeMap<String, ObjectId>> {
        let changes = self.changes(None, Some(tree))?;
        Ok(changes
            .into_iter()
            .filter_map(|change| Some((change.path, change.new?)))
            .collect())
    }

    /// What differs between two trees, by path. Equal folders are not entered.
    ///
    /// # Errors
    /// A missing or damaged object.
    pub fn changes(
        &mut self,
        old: Option<ObjectId>,
        new: Option<ObjectId>,
    ) -> gix::Result<Vec<Change>> {
        let mut changes = Vec::new();
        let mut open = vec![(String::new(), old, new)];
        while let Some((folder, old, new)) = open.pop() {
            for (old, new) in pairs(&self.list(old)?, &self.list(new)?) {
                let name = old.or(new).map_or("", |entry| &entry.name);
                let path = format!("{folder}{name}");
                let side = |entry: Option<&Entry>, kind| {
                    entry
                        .filter(|entry| entry.kind == kind)
                        .map(|entry| entry.id)
                };
                let folders = (side(old, Kind::Folder), side(new, Kind::Folder));
                if folders.0 != folders.1 {
                    open.push((format!("{path}/"), folders.0, folders.1));
                }
                let files = (side(old, Kind::File), side(new, Kind::File));
                if files.0 != files.1 {
                    changes.push(Change {
                        path,
                        old: files.0,
                        new: files.1,
                    });
                }
            }
        }
        changes.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(changes)
    }

    fn find(&mut self, tree: ObjectId, path: &str) -> gix::Result<Option<Entry>> {
        let mut at = Entry {
            name: String::new(),
            id: tree,
            kind: Kind::Folder,
        };
        for name in path.split('/') {
            if at.kind != Kind::Folder {
                return Ok(None);
            }
            let entries = self.list(Some(at.id))?;
            match entries.binary_search_by(|entry| entry.name.as_str().cmp(name)) {
                Ok(index) => at = entries[index].clone(),
                Err(_) => return Ok(None),
            }
        }
        Ok(Some(at))
    }

    /// Sorted by name, unlike git, which sorts folders as if their names ended in a slash.
    fn list(&mut self, tree: Option<ObjectId>) -> gix::Result<Arc<[Entry]>> {
        let Some(tree) = tree else {
            return Ok(Arc::from([]));
        };
        if let Some(entries) = self.known.get(&tree) {
            return Ok(entries.clone());
        }
        let object = self.repository.find_tree(tree)?;
        let mut entries: Vec<Entry> = object
            .decode()?
            .entries
            .iter()
            .filter_map(|entry| Entry::of(entry))
            .collect();
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        let entries: Arc<[Entry]> = entries.into();
        if self.known.len() >= REMEMBERED {
            self.known.clear();
        }
        self.known.insert(tree, entries.clone());
        Ok(entries)
    }
}

impl Entry {
    fn of(entry: &gix::objs::tree::EntryRef<'_>) -> Option<Self> {
        let kind = if entry.mode.is_tree() {
            Kind::Folder
        } else if entry.mode.is_blob() {
            Kind::File
        } else {
            return None;
        };
        Some(Self {
            name: entry.filename.to_string(),
            id: entry.oid.to_owned(),
            kind,
        })
    }
}

/// Entries of two lists that differ, side by side by name.
fn pairs<'a>(old: &'a [Entry], new: &'a [Entry]) -> Vec<(Option<&'a Entry>, Option<&'a Entry>)> {
    let mut pairs = Vec::new();
    let (mut old, mut new) = (old.iter().peekable(), new.iter().peekable());
    while let Some(order) = match (old.peek(), new.peek()) {
        (None, None) => None,
        (Some(_), None) => Some(std::cmp::Ordering::Less),
        (None, Some(_)) => Some(std::cmp::Ordering::Greater),
        (Some(a), Some(b)) => Some(a.name.cmp(&b.name)),
    } {
        let pair = match order {
            std::cmp::Ordering::Less => (old.next(), None),
            std::cmp::Ordering::Greater => (None, new.next()),
            std::cmp::Ordering::Equal => (old.next(), new.next()),
        };
        if pair.0 != pair.1 {
            pairs.push(pair);
        }
    }
    pairs
}
