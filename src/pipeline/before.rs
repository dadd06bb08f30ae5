//! What an earlier build made, and from what.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::memo::{self, Key, Unusable};
use crate::page::standings::Summary;
use crate::pipeline::kept::KeptFinding;

/// A page as it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// What it was made from.
    pub key: PageKey,
    /// Its files by their path in the site, each with the hash of its bytes.
    pub files: Vec<(String, Key)>,
}

/// What a page was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageKey {
    /// Of all of it.
    pub whole: Key,
    /// Whether that is the page's own document and nothing else but [`Surroundings`].
    pub by_names: bool,
}

/// What the pages of a site may take from others: where it is the same, pages of the same document
/// are the same but for those that take more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surroundings {
    /// The navigation of each language, the names that pages and sections have, and addresses of
    /// files that pages show.
    pub key: Key,
    /// The keys of all documents.
    pub documents: FxHashSet<Key>,
}

/// The search index of a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageIndex {
    /// The tag.
    pub language: String,
    /// What it was made from.
    pub key: Key,
    /// Its files by their path in the site, each with the hash of its bytes.
    pub files: Vec<(String, Key)>,
    /// What the index of the site says of it: JSON.
    pub entry: String,
}

/// A site as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// Of everything that it was made from.
    pub key: Key,
    /// Of the manifest under which it was published.
    pub manifest: Key,
    /// The states of the clones that were asked.
    pub clones: Vec<Option<String>>,
    /// Pages of the site.
    pub pages: usize,
    /// Languages of the site.
    pub locales: usize,
    /// Findings to deny and to warn of, where they were counted.
    pub counts: Option<(usize, usize)>,
}

/// What is found in documents, by the key of each.
pub type Found = BTreeMap<Key, Box<[KeptFinding]>>;

/// What an earlier build made.
#[derive(Debug, Default)]
pub struct Before {
    /// The site as a whole; none where it was not left whole.
    pub site: Option<Site>,
    /// Pages by the path of their first file.
    pub pages: FxHashMap<String, Page>,
    /// How far the translations of documents were, by the key of the document.
    pub standings: FxHashMap<Key, Box<[Summary]>>,
    /// What the checks of documents found, but for those of links, as far as a build counts it, by
    /// the key of the document.
    pub found: Found,
    /// The same for links.
    pub linked: Found,
    /// What its pages might take from others; none where what was found meanwhile has to be found
    /// again.
    pub surroundings: Option<Surroundings>,
    /// Search indexes by language.
    pub indexes: FxHashMap<String, LanguageIndex>,
}

/// What a build leaves.
#[derive(Debug, Default)]
pub struct Left {
    /// The site as a whole; none where it may not be taken as it is.
    pub site: Option<Site>,
    /// Its pages, with their keys.
    pub pages: Vec<Page>,
    /// How translations stand, by the key of their document.
    pub standings: Vec<(Key, Box<[Summary]>)>,
    /// What was found in documents, by their key.
    pub found: Found,
    /// The same for links, by the key of the document with what its links lead to.
    pub linked: Found,
    /// What its pages might take from others.
    pub surroundings: Option<Surroundings>,
    /// What search was given, by language.
    pub indexes: Vec<LanguageIndex>,
}

/// A part of what a build leaves.
#[derive(Serialize, Deserialize)]
enum Part {
    Site(Site),
    Page(Page),
    Standing(Key, Box<[Summary]>),
    Found(Key, Box<[KeptFinding]>),
    Linked(Key, Box<[KeptFinding]>),
    Surroundings(Surroundings),
    Index(LanguageIndex),
}

impl Before {
    /// Opens what [`Left`] gave.
    ///
    /// # Errors
    /// Bytes of another program, or that are damaged.
    pub fn open(bytes: &[u8], program: &Key) -> Result<Self, Unusable> {
        let mut rest = memo::unseal(program, bytes)?;
        let mut before = Self::default();
        while let Some(part) = memo::unpack(&mut rest) {
            match part {
                Part::Site(site) => before.site = Some(site),
                Part::Page(page) => {
                    let path = page.files.first().map(|(path, _)| path.clone());
                    before.pages.insert(path.unwrap_or_default(), page);
                }
                Part::Standing(key, known) => {
                    before.standings.insert(key, known);
                }
                Part::Found(key, found) => {
                    before.found.insert(key, found);
                }
                Part::Linked(key, found) => {
                    before.linked.insert(key, found);
                }
                Part::Surroundings(known) => before.surroundings = Some(known),
                Part::Index(index) => {
                    before.indexes.insert(index.language.clone(), index);
                }
            }
        }
        Ok(before)
    }
}

impl Left {
    /// The parts to be sealed.
    pub fn parts(self) -> impl Iterator<Item = Vec<u8>> {
        let site = self.site.into_iter().map(Part::Site);
        let pages = self.pages.into_iter().map(Part::Page);
        let standings = self.standings.into_iter();
        let standings = standings.map(|(key, known)| Part::Standing(key, known));
        let found = self.found.into_iter();
        let found = found.map(|(key, found)| Part::Found(key, found));
        let linked = self.linked.into_iter();
        let linked = linked.map(|(key, found)| Part::Linked(key, found));
        let surroundings = self.surroundings.into_iter().map(Part::Surroundings);
        let indexes = self.indexes.into_iter().map(Part::Index);
        let parts = site
            .chain(pages)
            .chain(standings)
            .chain(found)
            .chain(linked)
            .chain(surroundings)
            .chain(indexes);
        parts.map(|part| memo::pack(&part))
    }
}
