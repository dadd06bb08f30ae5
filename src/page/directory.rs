//! The guides of a locale in the order of its navigation.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use crate::catalog::navigation::{Entry, Target};
use crate::locale::tag::Locale;
use crate::memo::{self, Key};
use crate::page::branches::Branches;
use crate::page::model::TextLink;

/// The guides of a locale in the order of its navigation.
#[derive(Debug)]
pub struct Directory {
    /// The navigation.
    pub entries: Vec<Entry>,
    /// Documents in that order, each once.
    pub sequence: Vec<Box<str>>,
    /// Place of each document in the sequence.
    pub places: FxHashMap<Box<str>, usize>,
    /// The navigation, cut into what pages show of it.
    pub branches: Branches,
    /// Its groups, to which search can be kept: titles alone.
    pub parts: Arc<[TextLink]>,
    /// A key of them, made when it is first asked for.
    key_of_parts: OnceLock<Key>,
}

impl Directory {
    /// `address` tells where an entry leads.
    pub fn new(entries: Vec<Entry>, address: &dyn Fn(&Target) -> Option<String>) -> Self {
        let branches = Branches::new(&entries, address);
        let sequence = sequence(&entries);
        let places = sequence.iter().enumerate();
        let places = places.map(|(at, document)| (document.clone(), at));
        Self {
            places: places.collect(),
            parts: parts(&entries),
            key_of_parts: OnceLock::new(),
            entries,
            sequence,
            branches,
        }
    }

    /// A key of its groups.
    pub fn key_of_parts(&self) -> &Key {
        self.key_of_parts
            .get_or_init(|| Key::of(&memo::pack(&self.parts)))
    }

    /// A key of the whole navigation.
    pub fn key(&self) -> Key {
        Key::of(&memo::pack(&self.entries))
    }
}

fn sequence(entries: &[Entry]) -> Vec<Box<str>> {
    fn walk(entries: &[Entry], out: &mut Vec<Box<str>>, seen: &mut HashSet<Box<str>>) {
        for entry in entries {
            if let Target::Document(document) = &entry.target
                && seen.insert(document.clone())
            {
                out.push(document.clone());
            }
            walk(&entry.items, out, seen);
        }
    }
    let mut out = Vec::new();
    walk(entries, &mut out, &mut HashSet::new());
    out
}

fn parts(entries: &[Entry]) -> Arc<[TextLink]> {
    let groups = entries.iter().filter(|entry| !entry.items.is_empty());
    let part = |entry: &Entry| TextLink {
        title: entry.title.clone(),
        address: None,
        language: entry.language.as_ref().map(Locale::tag),
    };
    groups.map(part).collect()
}
