//! Texts brought together into documents, each with its id and the place of its files.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalog::documents::{Catalog, Document};
use crate::config::Config;
use crate::document::revision::Digests;
use crate::import::docset::Docsets;
use crate::import::gather::{Gathered, Name, Text};
use crate::import::grouping::{Member, group};
use crate::import::naming::{folded, id, portable};
use crate::import::once::Once;
use crate::locale::tag::Locale;
use crate::path::SourcePath;

/// The documents of an import and of the tree it goes to.
pub struct Documents {
    /// Every text in its document.
    pub catalog: Catalog,
    /// What is known of each revision, by its path.
    pub notes: BTreeMap<SourcePath, Note>,
    /// By the key in the catalog: the id, and the path of its files below the locale's folder.
    pub names: BTreeMap<Box<str>, Named>,
}

/// What a document is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// As plans and settings name it.
    pub id: Box<str>,
    /// The path of its files below a locale's folder, without extension.
    pub stem: Box<str>,
}

/// What is known of a text beside its revision.
#[derive(Clone, Debug)]
pub struct Note {
    /// Index of its drop; none for what stands in the tree.
    pub drop: Option<usize>,
    /// Its path below its drop's folder or the content folder.
    pub inner: Box<str>,
    /// The path of its guide below the locale's folder, where it keeps its own.
    pub own: Option<Box<str>>,
    /// The path that somebody gave it.
    pub given: Option<(Name, Box<str>)>,
    /// The anchor of its level-1 heading.
    pub main_anchor: Option<Box<str>>,
    /// Files of drops with its very bytes: of a text in the tree, what is imported once more.
    pub twice: Option<Box<str>>,
}

impl Documents {
    /// Groups texts, drops what comes twice, and names what is left.
    pub fn new(gathered: &mut Gathered, docsets: &Docsets, config: &Config) -> Self {
        let texts = std::mem::take(&mut gathered.texts);
        let groups = group(&members(&texts, docsets));
        let mut once = Once::default();
        let mut kept = once.keep(&texts, &groups);
        gathered.skipped.append(&mut once.skipped);
        let mut notes = BTreeMap::new();
        let mut revisions = Vec::new();
        for (text, group) in texts.into_iter().zip(groups) {
            let Some(twice) = kept.remove(text.revision.path()) else {
                continue;
            };
            let note = note(&text, docsets, twice);
            notes.insert(text.revision.path().clone(), note);
            let mut revision = text.revision;
            revision.place.document = key(group);
            revisions.push(revision);
        }
        let config = open(
            config,
            revisions.iter().map(|revision| &revision.place.locale),
        );
        let revisions = revisions.into_iter().map(Arc::new).collect();
        let catalog = Catalog::new(revisions, &config);
        let names = names(&catalog, &notes);
        Self {
            catalog,
            notes,
            names,
        }
        .adopted(&config)
    }

    /// Joins documents that came out with the name of one in the tree to that one.
    fn adopted(mut self, config: &Config) -> Self {
        let in_tree = |key: &str| {
            let editions = self.catalog.documents[key].editions.values();
            let mut ids = editions.flat_map(|edition| &edition.revisions);
            ids.any(|id| self.notes[self.catalog.revision(*id).path()].drop.is_none())
        };
        let mut homes: BTreeMap<String, Box<str>> = BTreeMap::new();
        for (key, named) in self.names.iter().filter(|(key, _)| in_tree(key)) {
            homes.insert(folded(&named.stem), key.clone());
        }
        let moves: BTreeMap<Box<str>, Box<str>> = self
            .names
            .iter()
            .filter_map(|(key, named)| {
                Some((key.clone(), homes.get(&folded(&named.stem))?.clone()))
            })
            .filter(|(from, to)| from != to)
            .collect();
        if moves.is_empty() {
            return self;
        }
        let mut revisions = std::mem::take(&mut self.catalog.revisions);
        for revision in &mut revisions {
            if let Some(home) = moves.get(&revision.place.document) {
                Arc::make_mut(revision).place.document = home.clone();
            }
        }
        self.catalog = Catalog::new(revisions, config);
        self.names.retain(|key, _| !moves.contains_key(key));
        self
    }
}

fn key(group: usize) -> Box<str> {
    format!("{group:09}").into()
}

fn note(text: &Text, docsets: &Docsets, twice: Option<Box<str>>) -> Note {
    let stem = place_of(text, docsets);
    Note {
        drop: text.drop,
        inner: text.inner.clone(),
        own: (text.name == Name::Path).then(|| stem.clone()),
        given: (text.name != Name::None).then_some((text.name, stem)),
        main_anchor: text.main_anchor().map(Box::from),
        twice,
    }
}

/// The path of a text's guide below the locale's folder.
fn place_of(text: &Text, docsets: &Docsets) -> Box<str> {
    match text.drop {
        Some(drop) => format!("{}{}", docsets.folder(drop), text.stem()).into(),
        None => text
            .stem()
            .split_once('/')
            .map_or(text.stem(), |(_, stem)| stem)
            .into(),
    }
}

fn members<'a>(texts: &'a [Text], docsets: &Docsets) -> Vec<Member<'a>> {
    let stamps = texts
        .iter()
        .filter_map(|text| text.revision.front.source_hash.as_deref());
    let wanted: BTreeSet<String> = stamps.map(str::to_ascii_lowercase).collect();
    texts
        .iter()
        .map(|text| member(text, docsets, &wanted))
        .collect()
}

fn member<'a>(text: &'a Text, docsets: &Docsets, wanted: &BTreeSet<String>) -> Member<'a> {
    let revision = &text.revision;
    let stem = place_of(text, docsets);
    let place = match (&revision.front.document_id, text.name) {
        (Some(document), _) => Some(folded(document.trim_matches('/'))),
        (None, Name::Path) => Some(folded(&stem)),
        (None, _) => None,
    };
    let mut bonds = vec![format!("bytes {}", revision.content).into_boxed_str()];
    let docset = text.drop.and_then(|drop| docsets.of(drop));
    if let (Name::Given, Some(docset)) = (text.name, docset) {
        bonds.push(format!("path {docset} {}", folded(&stem)).into());
    }
    let stamp = revision
        .front
        .source_hash
        .as_deref()
        .map(str::to_ascii_lowercase);
    let hashes = revision.digests.iter().flat_map(|digests| hex(digests));
    let sources = hashes.filter(|hash| wanted.contains(hash)).chain(stamp);
    bonds.extend(sources.map(|hash| format!("source {hash}").into_boxed_str()));
    Member {
        features: text.features(),
        place: place.map(String::into_boxed_str),
        bonds,
    }
}

/// The hashes that a translation may name a text by.
fn hex(digests: &Digests) -> Vec<String> {
    let text = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let short = digests.sha1.iter().map(|hash| text(hash));
    short
        .chain(digests.sha256.iter().map(|hash| text(hash)))
        .collect()
}

/// The settings with every language that was found: a hand-off may bring a new one.
fn open<'a>(config: &Config, found: impl Iterator<Item = &'a Locale>) -> Config {
    let mut config = config.clone();
    if !config.languages.is_empty() {
        let new: BTreeSet<Locale> = found.cloned().collect();
        let known: BTreeSet<Locale> = config.languages.iter().cloned().collect();
        config.languages.extend(new.difference(&known).cloned());
    }
    config
}

fn names(catalog: &Catalog, notes: &BTreeMap<SourcePath, Note>) -> BTreeMap<Box<str>, Named> {
    let mut naming = Naming {
        catalog,
        notes,
        names: BTreeMap::new(),
        taken: BTreeSet::new(),
    };
    let mut free = Vec::new();
    for (key, document) in &catalog.documents {
        match naming.fixed(document) {
            Some(named) => naming.give(key, named),
            None => free.push((naming.stem(document), naming.mark(document), key)),
        }
    }
    // Of two with one name the first keeps it: by their bytes, so that no order of input counts.
    free.sort();
    for (stem, _, key) in free {
        let numbered = (2..).map(|n| format!("{stem}-{n}"));
        let mut candidates = std::iter::once(stem.clone()).chain(numbered);
        let stem = candidates
            .find(|stem| !naming.taken.contains(&folded(stem)))
            .unwrap_or(stem);
        naming.give(
            key,
            Named {
                id: document_id(&stem),
                stem: stem.into(),
            },
        );
    }
    naming.names
}

struct Naming<'a> {
    catalog: &'a Catalog,
    notes: &'a BTreeMap<SourcePath, Note>,
    names: BTreeMap<Box<str>, Named>,
    /// Paths that no other document may have. Those of the tree are not among them: a text that
    /// comes out with the name of one is taken for a part of it.
    taken: BTreeSet<String>,
}

impl Naming<'_> {
    fn give(&mut self, key: &str, named: Named) {
        let standing = |note: &&Note| note.drop.is_none();
        let document = &self.catalog.documents[key];
        if self.notes_of(document).find(standing).is_none() {
            self.taken.insert(folded(&named.stem));
        }
        self.names.insert(key.into(), named);
    }

    /// The name of a document that has one: in its front matter, in the tree, or by its path.
    fn fixed(&self, document: &Document) -> Option<Named> {
        let said = self.paths(document).find_map(|path| {
            let revision = self.catalog.id(path)?;
            self.catalog.revision(revision).front.document_id.as_deref()
        });
        let mut own: Vec<&Note> = self
            .notes_of(document)
            .filter(|note| note.own.is_some())
            .collect();
        own.sort_by_key(|note| note.drop.is_some());
        let reference = self.reference(document);
        let first = own.first().copied();
        let kept = first
            .filter(|note| note.drop.is_none())
            .or(reference.own.is_some().then_some(reference));
        let path = kept.or(first).and_then(|note| note.own.as_deref());
        let said = said
            .map(|said| said.trim_matches('/'))
            .filter(|said| !said.is_empty());
        match (said, path) {
            (Some(said), _) => Some(Named {
                id: said.into(),
                stem: portable(said).map_or_else(|| path.unwrap_or("document").into(), Into::into),
            }),
            (None, Some(path)) => Some(Named {
                id: document_id(path),
                stem: path.into(),
            }),
            (None, None) => None,
        }
    }

    /// The name of a document that has none: the path of its reference, or what its title is.
    fn stem(&self, document: &Document) -> String {
        let reference = self.reference(document);
        let given = |note: &Note| note.given.clone().filter(|given| given.0 == Name::Given);
        if let Some((_, path)) = given(reference) {
            return path.into();
        }
        if let Some((_, path)) = self.notes_of(document).find_map(given) {
            return path.into();
        }
        let loose: BTreeSet<Option<&str>> = self
            .notes_of(document)
            .map(|note| note.given.as_ref().map(|(_, path)| &**path))
            .collect();
        if let (1, Some(Some(name))) = (loose.len(), loose.first()) {
            return (*name).to_owned();
        }
        let anchor = self.main_anchor(document).and_then(id);
        let revision = self.catalog.revision(document.reference);
        let first = || {
            revision
                .sections
                .iter()
                .find_map(|section| id(&section.anchor))
        };
        let name = || {
            id(reference
                .inner
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .trim_end_matches(".md"))
        };
        anchor
            .or_else(first)
            .or_else(name)
            .unwrap_or_else(|| "document".to_owned())
    }

    /// The level-1 anchor that most of a document's files share.
    fn main_anchor<'d>(&'d self, document: &'d Document) -> Option<&'d str> {
        let reference = self.reference(document).main_anchor.as_deref();
        let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
        for note in self.notes_of(document) {
            if let Some(anchor) = &note.main_anchor {
                *votes.entry(anchor).or_default() += 1;
            }
        }
        votes
            .into_iter()
            .max_by_key(|(anchor, votes)| (*votes, Some(*anchor) == reference, Reverse(*anchor)))
            .map(|(anchor, _)| anchor)
    }

    fn reference(&self, document: &Document) -> &Note {
        &self.notes[self.catalog.revision(document.reference).path()]
    }

    /// What orders documents of one name: the least hash of their bytes.
    fn mark(&self, document: &Document) -> [u8; 32] {
        let ids = document
            .editions
            .values()
            .flat_map(|edition| &edition.revisions);
        let marks = ids.map(|id| *self.catalog.revision(*id).content.as_bytes());
        marks.min().unwrap_or_default()
    }

    fn paths<'d>(&'d self, document: &'d Document) -> impl Iterator<Item = &'d SourcePath> {
        document.editions.values().flat_map(|edition| {
            let twins = edition.twins.iter().map(|(_, twin)| twin);
            edition
                .revisions
                .iter()
                .chain(twins)
                .map(|id| self.catalog.revision(*id).path())
        })
    }

    fn notes_of<'d>(&'d self, document: &'d Document) -> impl Iterator<Item = &'d Note> {
        self.paths(document).map(|path| &self.notes[path])
    }
}

/// `guide/_index` → `guide/index`, as the tree will be read.
fn document_id(stem: &str) -> Box<str> {
    let index = stem
        .strip_suffix("_index")
        .filter(|dir| dir.is_empty() || dir.ends_with('/'));
    index.map_or_else(|| stem.into(), |dir| format!("{dir}index").into())
}
