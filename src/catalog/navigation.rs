//! The navigation of a locale: Learn's `toc.yml`, or the tree of its pages where it has none.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::catalog::documents::Catalog;
use crate::catalog::identity::File;
use crate::finding::{Finding, Level, Outcome, Rule};
use crate::locale::order::Order;
use crate::locale::tag::Locale;
use crate::path::normalize;
use crate::source::Source;

/// One entry as written in a `toc.yml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Written {
    pub name: Option<String>,
    pub href: Option<String>,
    #[serde(alias = "topicHref")]
    pub topic_href: Option<String>,
    pub uid: Option<String>,
    pub expanded: bool,
    pub items: Vec<Written>,
}

/// One entry of the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub title: String,
    pub target: Target,
    pub items: Vec<Entry>,
}

/// Where an entry leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Document(Box<str>),
    /// An address outside the set, as written.
    Outside(String),
    /// A title alone.
    None,
}

/// The navigation of every locale that has one.
pub type Navigation = BTreeMap<Locale, Arc<Vec<Entry>>>;

/// Navigation nested deeper than this is a mistake; real ones reach eight.
const DEPTH: usize = 32;

pub static NAVIGATION: Rule = Rule {
    code: "input/navigation",
    level: Level::Warn,
    summary: "a navigation file that cannot be read",
    explanation: "\
`toc.yml` is a list of entries with `name`, `href` and `items`. This one is no valid YAML or has
another form. The navigation of its locale is made from the pages instead.
",
};

/// Reads one `toc.yml`: a list of entries, or a map with `items`.
pub fn read(source: &Source) -> Outcome<Vec<Written>> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form {
        List(Vec<Written>),
        Map { items: Vec<Written> },
    }
    match serde_yaml::from_str::<Form>(&source.text) {
        Ok(Form::List(items) | Form::Map { items }) => Outcome {
            value: items,
            findings: Vec::new(),
        },
        Err(error) => Outcome {
            value: Vec::new(),
            findings: vec![broken(source, &error)],
        },
    }
}

fn broken(source: &Source, error: &serde_yaml::Error) -> Finding {
    let at = error.location().map_or(0, |place| place.index());
    let message = format!("this navigation cannot be read: {error}");
    NAVIGATION
        .at(&source.path, source.span(at..at), message)
        .help("write a list of `name` and `href`")
}

/// Entries with their targets found. `file` is the `toc.yml` they stand in.
pub fn entries(written: &[Written], file: &File, catalog: &Catalog) -> Vec<Entry> {
    nested(written, file, catalog, DEPTH)
}

fn nested(written: &[Written], file: &File, catalog: &Catalog, depth: usize) -> Vec<Entry> {
    if depth == 0 {
        return Vec::new();
    }
    let entry = |item: &Written| {
        let href = item.topic_href.as_deref().or(item.href.as_deref());
        let target = href.map_or(Target::None, |href| target(href, file, catalog));
        let title = item.name.clone().filter(|name| !name.trim().is_empty());
        let title = title
            .or_else(|| title_of(&target, file, catalog))
            .unwrap_or_default();
        Entry {
            title,
            target,
            items: nested(&item.items, file, catalog, depth - 1),
        }
    };
    written
        .iter()
        .map(entry)
        .filter(|e| !e.title.is_empty() || !e.items.is_empty())
        .collect()
}

fn target(href: &str, file: &File, catalog: &Catalog) -> Target {
    if href.contains("://") || href.starts_with('/') {
        return Target::Outside(href.to_owned());
    }
    let path = href.split(['?', '#']).next().unwrap_or(href);
    let folder = file.inner.rsplit_once('/').map_or("", |(folder, _)| folder);
    let joined = path
        .strip_prefix("~/")
        .map_or_else(|| format!("{folder}/{path}"), str::to_owned);
    let Some(inner) = normalize(&joined) else {
        return Target::None;
    };
    let stem = inner.strip_suffix(".md").unwrap_or(&inner);
    let prefix = file
        .docset
        .as_deref()
        .map_or(String::new(), |docset| format!("{docset}/"));
    let candidates = [
        stem.to_owned(),
        format!("{stem}/index"),
        stem.replace("_index", "index"),
    ];
    let ids = candidates
        .into_iter()
        .map(|id| format!("{prefix}{}", id.trim_start_matches('/')));
    let known = ids
        .into_iter()
        .find(|id| catalog.documents.contains_key(id.as_str()));
    known.map_or(Target::None, |id| Target::Document(id.into()))
}

fn title_of(target: &Target, file: &File, catalog: &Catalog) -> Option<String> {
    let Target::Document(document) = target else {
        return None;
    };
    let id = catalog.current(document, file.locale.as_ref()?)?;
    Some(catalog.revision(id).title().to_owned())
}

/// A navigation made from the pages of a locale: folders as groups, titles in its order.
pub fn from_pages(locale: &Locale, catalog: &Catalog) -> Vec<Entry> {
    let order = Order::new(locale);
    let mut root = Folder::default();
    for (document, edition) in &catalog.documents {
        let Some(edition) = edition.editions.get(locale) else {
            continue;
        };
        let title = catalog.revision(edition.current()).title().to_owned();
        root.insert(document, title, document);
    }
    root.entries(&order)
}

#[derive(Default)]
struct Folder {
    pages: Vec<(String, Box<str>)>,
    folders: BTreeMap<String, Folder>,
}

impl Folder {
    fn insert(&mut self, path: &str, title: String, document: &str) {
        match path.split_once('/') {
            Some((folder, rest)) => {
                self.folders
                    .entry(folder.to_owned())
                    .or_default()
                    .insert(rest, title, document);
            }
            None => self.pages.push((title, document.into())),
        }
    }

    fn entries(mut self, order: &Order) -> Vec<Entry> {
        self.pages.sort_by(|a, b| order.compare(&a.0, &b.0));
        let is_index = |document: &str| document == "index" || document.ends_with("/index");
        let pages = self
            .pages
            .into_iter()
            .filter(|(_, document)| !is_index(document));
        let page = |(title, document)| Entry {
            title,
            target: Target::Document(document),
            items: Vec::new(),
        };
        let mut entries: Vec<Entry> = pages.map(page).collect();
        for (name, folder) in self.folders {
            let index = folder
                .pages
                .iter()
                .find(|(_, document)| is_index(document))
                .cloned();
            let (title, target) = match index {
                Some((title, document)) => (title, Target::Document(document)),
                None => (readable(&name), Target::None),
            };
            entries.push(Entry {
                title,
                target,
                items: folder.entries(order),
            });
        }
        entries
    }
}

/// `get-started` → `Get started`.
fn readable(name: &str) -> String {
    let spaced = name.replace(['-', '_'], " ");
    let mut letters = spaced.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
