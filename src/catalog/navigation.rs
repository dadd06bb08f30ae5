//! The navigation of a locale: Learn's `toc.yml`, or the tree of its pages where it has none.

pub mod written;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::catalog::documents::Catalog;
use crate::finding::{Level, Rule};
use crate::locale::order::Order;
use crate::locale::tag::Locale;

/// One entry of the navigation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// In the language of its file.
    pub title: String,
    /// Language of the title, where it is not that of the navigation.
    pub language: Option<Locale>,
    /// Where it leads.
    pub target: Target,
    /// Whether its entries are shown before a reader asks for them.
    pub expanded: bool,
    /// The entries below it.
    pub items: Vec<Entry>,
}

/// Where an entry leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Target {
    /// A document of the site, by its id.
    Document(Box<str>),
    /// An address outside the set, as written.
    Outside(String),
    /// A title alone.
    None,
}

/// `input/navigation`: a navigation file that cannot be read.
pub static NAVIGATION: Rule = Rule {
    code: "input/navigation",
    level: Level::Warn,
    summary: "a navigation file that cannot be read",
    explanation: "\
`toc.yml` is a list of entries with `name`, `href` and `items`. This one is no valid YAML, has
another form at the place that is shown, or takes in a file that takes in this one. What cannot be
read is left out; where nothing is left, the navigation is made from the pages.

```yaml
- name: Begin
  items:
  - name: Install
    href: install.md
  - name: Reference
    href: reference/toc.yml
```
",
};

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
            language: None,
            target: Target::Document(document),
            expanded: false,
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
                language: None,
                target,
                expanded: false,
                items: folder.entries(order),
            });
        }
        entries
    }
}

/// `get-started` → `Get started`.
pub fn readable(name: &str) -> String {
    let spaced = name.replace(['-', '_'], " ");
    let mut letters = spaced.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
