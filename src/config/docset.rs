//! One docset of a Learn repository: which files are its pages, and what all of them say.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::config::pattern::{Pattern, names};
use crate::locale::tag::Locale;

/// A docset: a folder with a `docfx.json`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Docset {
    /// Its folder relative to the root of the site, without a slash at the end.
    pub folder: String,
    /// The folder of its repository, in the same way.
    pub repository: String,
    /// Its folder below its repository; empty where that is the docset itself.
    pub top: String,
    /// The folder that its pages are published in; empty at the top of the site.
    pub place: String,
    /// The language that the publishing settings give it.
    pub locale: Option<Locale>,
    /// What `docset` says of its source folder.
    pub prefix: Option<String>,
    /// The places below the host that Learn knows it by: `/azure/data-explorer`.
    pub bases: Vec<String>,
    /// What it is called in titles.
    pub title: Option<String>,
    /// The folders in which Learn puts other repositories, and what those are called.
    pub neighbours: Vec<Neighbour>,
    /// Folders, from the root of the site, in which texts and images are looked for that it lacks.
    pub fallback: Vec<String>,
    /// Its pages; every text, where nothing is said.
    pub content: Option<Vec<Mapping>>,
    /// Its images and downloads; all files of their kinds, where nothing is said.
    pub resource: Option<Vec<Mapping>>,
    /// Front matter that its settings give to pages.
    pub metadata: Metadata,
    /// Ranges of versions by group.
    pub groups: BTreeMap<String, String>,
}

/// Another repository of which texts are included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// The name of the folder that it is put in.
    pub folder: String,
    /// The last part of its address.
    pub repository: String,
}

/// Files by pattern, and where they are published.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// What it holds.
    pub files: Vec<Pattern>,
    /// What of that it leaves out.
    pub exclude: Vec<Pattern>,
    /// The folder of the docset that the patterns begin in.
    pub source: String,
    /// The folder that the files are published in instead.
    pub target: String,
    /// The group that they belong to, which is for some versions of the product.
    pub group: Option<String>,
    /// Whether another group that is built has the same place: then each stands where its files
    /// lie, since a site without a server has no `?view=`.
    pub apart: bool,
}

/// What the pages of a docset say of themselves without having to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Metadata {
    /// For all of its pages.
    pub global: Map<String, Value>,
    /// By key: values for the pages that a pattern means. The first counts.
    pub by_file: Vec<(String, Vec<(Pattern, Value)>)>,
}

impl Mapping {
    /// Where a file is published, where it is one of these. `path` is below the docset; `names`
    /// are its parts.
    fn place(&self, path: &str, names: &[Vec<char>]) -> Option<String> {
        let below = match &*self.source {
            "" => path,
            source => path.strip_prefix(source)?.strip_prefix('/')?,
        };
        let names = &names[names.len() - below.split('/').count()..];
        let means = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.matches(names));
        let taken = means(&self.files) && !means(&self.exclude);
        taken.then(|| match &*self.target {
            _ if self.apart => path.to_owned(),
            "" => below.to_owned(),
            target => format!("{target}/{below}"),
        })
    }
}

impl Docset {
    /// Where a page is published below the docset. `None` where it is no page of it.
    pub fn page(&self, path: &str) -> Option<String> {
        place(self.content.as_deref(), path)
    }

    /// The versions that a page is for, by its group.
    pub fn versions(&self, path: &str) -> Option<&str> {
        let names = names(path);
        let mut mappings = self.content.iter().flatten();
        let mapping = mappings.find(|mapping| mapping.place(path, &names).is_some())?;
        self.groups.get(mapping.group.as_ref()?).map(String::as_str)
    }

    /// Tells the groups apart that publish in one place. `is_built` says whether a range of
    /// versions is built.
    pub fn part_groups(&mut self, is_built: &dyn Fn(&str) -> bool) {
        let groups = &self.groups;
        let built = |group: &String| groups.get(group).is_none_or(|range| is_built(range));
        let mut users: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for mapping in self.content.iter().flatten() {
            if let Some(group) = mapping.group.as_ref().filter(|group| built(group)) {
                let users = users.entry(mapping.target.clone()).or_default();
                users.insert(group.clone());
            }
        }
        for mapping in self.content.iter_mut().flatten() {
            let of_place = users.get(&mapping.target).map_or(0, BTreeSet::len);
            mapping.apart = mapping.group.is_some() && of_place > 1;
        }
    }

    /// Whether a file is handed on although no page shows it.
    pub fn is_resource(&self, path: &str) -> bool {
        place(self.resource.as_deref(), path).is_some()
    }

    /// What a page says of itself by a key, as far as the docset says it.
    pub fn says(&self, key: &str, path: &str) -> Option<&Value> {
        let of_key = self.metadata.by_file.iter().filter(|(name, _)| name == key);
        let mut values = of_key.flat_map(|(_, values)| values).peekable();
        let names = values.peek().map_or_else(Vec::new, |_| names(path));
        let own = values.find(|(pattern, _)| pattern.matches(&names));
        own.map(|(_, value)| value)
            .or_else(|| self.metadata.global.get(key))
    }

    /// The path below the docset of a path below the root of the site.
    pub fn below<'p>(&self, path: &'p str) -> Option<&'p str> {
        if self.folder.is_empty() {
            return Some(path);
        }
        path.strip_prefix(&*self.folder)?.strip_prefix('/')
    }
}

fn place(mappings: Option<&[Mapping]>, path: &str) -> Option<String> {
    match mappings {
        Some(mappings) => {
            let names = names(path);
            let mut mappings = mappings.iter();
            mappings.find_map(|mapping| mapping.place(path, &names))
        }
        None => Some(path.to_owned()),
    }
}
