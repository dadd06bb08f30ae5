//! What an earlier build made, and from what.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::memo::{self, Key, Unusable};
use crate::page::standings::Summary;
use crate::pipeline::kept::PackedFindings;

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
    /// Whether that is nothing but the page's own document and what [`Before::surroundings`] has.
    pub by_names: bool,
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
pub type Found = BTreeMap<Key, PackedFindings>;

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
    /// The key of what every page might take from the texts of others: the navigation of each language,
    /// the titles of pages, the names of sections, and the addresses of files that are shown. Where it is
    /// the same, a page of a document whose key is the same too stays as it is, unless it takes more. It
    /// proves nothing alone: settings, and which pages there are, are in the keys of documents. None
    /// where something was found while the navigation was drawn, which is found again only by drawing it.
    pub surroundings: Option<Key>,
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
    /// The same for links, by the key of the document with the names of all pages.
    pub linked: Found,
    /// The key of what its pages might take from others.
    pub surroundings: Option<Key>,
    /// What search was given, by language.
    pub indexes: Vec<LanguageIndex>,
}

/// A part of what a build leaves.
#[derive(Serialize, Deserialize)]
enum Part<'a> {
    Site(Cow<'a, Site>),
    Page(Cow<'a, Page>),
    Standing(Key, Cow<'a, [Summary]>),
    Found(Key, Cow<'a, PackedFindings>),
    Linked(Key, Cow<'a, PackedFindings>),
    Surroundings(Key),
    Index(Cow<'a, LanguageIndex>),
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
            before.take(part);
        }
        Ok(before)
    }

    /// Whether the site had a document of this key. How far its translations are was always asked.
    pub fn has_document(&self, key: &Key) -> bool {
        self.standings.contains_key(key)
    }

    fn take(&mut self, part: Part<'_>) {
        match part {
            Part::Site(site) => self.site = Some(site.into_owned()),
            Part::Page(page) => {
                let page = page.into_owned();
                let path = page.files.first().map(|(path, _)| path.clone());
                self.pages.insert(path.unwrap_or_default(), page);
            }
            Part::Standing(key, known) => {
                self.standings.insert(key, known.into_owned().into());
            }
            Part::Found(key, found) => {
                self.found.insert(key, found.into_owned());
            }
            Part::Linked(key, found) => {
                self.linked.insert(key, found.into_owned());
            }
            Part::Surroundings(key) => self.surroundings = Some(key),
            Part::Index(index) => {
                let index = index.into_owned();
                self.indexes.insert(index.language.clone(), index);
            }
        }
    }
}

impl Left {
    /// The parts to be sealed.
    pub fn parts(&self) -> impl Iterator<Item = Vec<u8>> {
        let site = self.site.iter().map(|site| Part::Site(Cow::Borrowed(site)));
        let found = self.found.iter();
        let found = found.map(|(key, found)| Part::Found(*key, Cow::Borrowed(found)));
        let linked = self.linked.iter();
        let linked = linked.map(|(key, found)| Part::Linked(*key, Cow::Borrowed(found)));
        let surroundings = self.surroundings.map(Part::Surroundings);
        let indexes = self.indexes.iter();
        let indexes = indexes.map(|index| Part::Index(Cow::Borrowed(index)));
        let few = site.chain(found).chain(linked).chain(surroundings);
        let few = few.chain(indexes).map(|part| memo::pack(&part));
        let pages = packed(&self.pages, |page| Part::Page(Cow::Borrowed(page)));
        few.chain(pages).chain(packed(&self.standings, standing))
    }
}

fn standing<'a>((key, known): &'a (Key, Box<[Summary]>)) -> Part<'a> {
    Part::Standing(*key, Cow::Borrowed(known))
}

/// Parts of which there are many, packed on all cores, some at a time.
fn packed<'a, T: Sync>(
    all: &'a [T],
    part: impl Fn(&'a T) -> Part<'a> + Sync + 'a,
) -> impl Iterator<Item = Vec<u8>> + 'a {
    // So many that a core has work for a while, and so few at once that memory does not notice.
    const SOME: usize = 256;
    let pack = move |some: &'a [T]| some.iter().flat_map(|one| memo::pack(&part(one))).collect();
    let batches = all.chunks(16 * SOME);
    batches.flat_map(move |batch| {
        let batch = batch.par_chunks(SOME);
        batch.map(&pack).collect::<Vec<Vec<u8>>>()
    })
}
