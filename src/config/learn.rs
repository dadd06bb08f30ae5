//! What Learn repositories say of themselves: docsets, and pages that have moved.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::docset::Docset;
use crate::finding::Span;
use crate::locale::tag::Locale;
use crate::path::{SourcePath, below};

/// What the Learn repositories of a site say of themselves. Empty where there are none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Learn {
    /// Those of all repositories, the deepest folders first.
    pub docsets: Vec<Docset>,
    /// From old addresses to new ones.
    pub redirections: Vec<Redirection>,
    /// The language that translated repositories name as their source's.
    pub source: Option<Locale>,
    /// Whether any of them is published on Learn, by its own settings.
    pub published: bool,
}

/// Where what is published on Learn stands.
pub const HOST: &str = "https://learn.microsoft.com/{locale}/{path}";

/// A page that has moved, as `.openpublishing.redirection.json` has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirection {
    /// The page's path, from the root of the site.
    pub page: SourcePath,
    /// Where it is now, as written.
    pub target: String,
    /// The file that says so, and where the target stands in it.
    pub file: SourcePath,
    /// Where it says so.
    pub span: Span,
}

impl Learn {
    /// The docset that a file stands in.
    pub fn docset(&self, path: &SourcePath) -> Option<&Docset> {
        let holds = |docset: &&Docset| docset.below(path.as_str()).is_some();
        self.docsets.iter().find(holds)
    }

    /// The path of a file below its repository, where that is one of these.
    pub fn inner<'p>(&self, path: &'p SourcePath, repository: &str) -> Option<&'p str> {
        let known = self
            .docsets
            .iter()
            .any(|docset| docset.repository == repository);
        below(path.as_str(), repository).filter(|_| known)
    }

    /// The docset that a file serves: its own, or the only one of its repository. Fragments for
    /// all docsets of a repository stand beside them.
    pub fn serves(&self, path: &SourcePath, repository: &str) -> Option<&Docset> {
        let own = self.docset(path);
        let of_repository = |docset: &&Docset| docset.repository == repository;
        let mut near = self.docsets.iter().filter(of_repository);
        own.or_else(|| near.next().filter(|_| near.next().is_none()))
    }

    /// Takes what one repository says.
    pub fn extend(&mut self, other: Self) {
        self.docsets.extend(other.docsets);
        self.redirections.extend(other.redirections);
        self.source = self.source.take().or(other.source);
        self.published |= other.published;
        self.docsets.sort_by(|a, b| {
            b.folder
                .len()
                .cmp(&a.folder.len())
                .then_with(|| a.folder.cmp(&b.folder))
        });
        self.docsets.dedup_by(|a, b| a.folder == b.folder);
    }

    /// Settles where the pages of each docset stand: at the top, where it is the only one with
    /// pages over all repositories and languages; else where Learn has it, or, where that is not
    /// said, in a folder called as in its repository.
    ///
    /// `is_built` says whether a range of versions is built.
    pub fn settle<'p>(
        &mut self,
        paths: impl IntoIterator<Item = &'p SourcePath>,
        is_built: &dyn Fn(&str) -> bool,
    ) {
        for docset in &mut self.docsets {
            docset.part_groups(is_built);
        }
        let mut tops: BTreeMap<Option<&str>, BTreeSet<&str>> = BTreeMap::new();
        for path in paths {
            let Some(docset) = self.docset(path) else {
                continue;
            };
            let below = docset.below(path.as_str()).unwrap_or_default();
            let is_text = matches!(path.extension(), "md" | "yml");
            let serves = path.name().to_ascii_lowercase().starts_with("toc.")
                || below.split('/').any(|part| part == "includes");
            if is_text && !serves && docset.page(below).is_some() {
                let tops = tops.entry(docset.prefix.as_deref()).or_default();
                tops.insert(&docset.top);
            }
        }
        let alone = tops.into_iter().filter(|(_, tops)| tops.len() == 1);
        let alone: BTreeSet<Option<String>> =
            alone.map(|(prefix, _)| prefix.map(str::to_owned)).collect();
        let places = self.bases();
        for docset in &mut self.docsets {
            let key = (docset.prefix.clone(), docset.top.clone());
            docset.place = match places.get(&key) {
                _ if alone.contains(&docset.prefix) => String::new(),
                Some(base) => base.clone(),
                None => docset.top.clone(),
            };
        }
    }

    /// Where Learn has each docset, by its source where translations say otherwise. Not of those
    /// that would stand in one place.
    fn bases(&self) -> BTreeMap<(Option<String>, String), String> {
        let mut bases = BTreeMap::new();
        let is_source = |docset: &&Docset| docset.locale.is_some() && docset.locale == self.source;
        let sources = self.docsets.iter().filter(is_source);
        for docset in sources.chain(&self.docsets) {
            let key = (docset.prefix.clone(), docset.top.clone());
            if let Some(base) = docset.bases.first() {
                let base = base.trim_matches('/').to_owned();
                bases.entry(key).or_insert(base);
            }
        }
        let mut taken: BTreeMap<(Option<String>, String), usize> = BTreeMap::new();
        for ((prefix, _), base) in &bases {
            *taken.entry((prefix.clone(), base.clone())).or_default() += 1;
        }
        bases.retain(|(prefix, _), base| taken[&(prefix.clone(), base.clone())] == 1);
        bases
    }

    /// Whether a document is the folder of a docset, and no page in it.
    pub fn is_folder(&self, document: &str) -> bool {
        let is = |docset: &Docset| {
            let prefix = docset.prefix.as_deref().unwrap_or_default();
            format!("{prefix}/{}", docset.place).trim_matches('/') == document
        };
        self.docsets.iter().any(is)
    }

    /// What the site is called, where all docsets agree.
    pub fn title(&self) -> Option<&str> {
        let titles: BTreeSet<&str> = self
            .docsets
            .iter()
            .filter_map(|d| d.title.as_deref())
            .collect();
        titles.first().copied().filter(|_| titles.len() == 1)
    }
}
