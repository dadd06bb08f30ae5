//! The navigation as pages show it: all of a small one, the reader's branch of a large one.

use std::sync::OnceLock;

use memchr::memmem;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::catalog::navigation::{Entry, Target};
use crate::locale::tag::Locale;
use crate::memo::Key;
use crate::page::model::TextLink;

/// Entries above which a page shows only the branch it stands in: a guide of a site with 10,000
/// pages would else be mostly navigation.
const WHOLE: usize = 120;

/// An entry as the theme's `navigation.html` receives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// In the reader's language.
    pub title: String,
    /// Language of the title, where it is not the page's.
    pub language: Option<String>,
    /// Where it leads; none for a title alone.
    pub address: Option<String>,
    /// Whether the page at hand lies below it.
    pub open: bool,
    /// The entries below it.
    pub items: Vec<Shown>,
}

/// Where a page stands in the navigation.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    /// The guide that it is about.
    pub document: Option<&'a str>,
    /// Where the entry of that guide leads, else the page's own address.
    pub address: &'a str,
    /// Whether the entry leads to this very page, and not to a newer revision of it.
    pub is_page: bool,
}

/// The navigation of a locale, cut into what pages show of it.
#[derive(Debug, Default)]
pub struct Branches {
    /// Which branch each document stands in.
    of: FxHashMap<Box<str>, usize>,
    /// Entries by branch; a document in none sees the first.
    pub shown: Vec<Vec<Shown>>,
    /// The same as HTML, made when a page first shows it.
    html: Vec<OnceLock<String>>,
    /// Keys of the HTML.
    keys: Vec<OnceLock<Key>>,
    /// From the top of the navigation to the document.
    trails: FxHashMap<Box<str>, Vec<TextLink>>,
}

impl Branches {
    /// Cuts a navigation. `address` tells where a document's page is.
    pub fn new(entries: &[Entry], address: &dyn Fn(&Target) -> Option<String>) -> Self {
        let mut branches = Self::default();
        branches.trail(entries, &mut Vec::new(), address);
        if count(entries) <= WHOLE {
            let all = entries.iter();
            let all = all.map(|entry| shown(entry, address, usize::MAX));
            branches.shown.push(all.collect());
        } else {
            branches.cut(entries, address);
        }
        branches.html = branches.shown.iter().map(|_| OnceLock::new()).collect();
        branches.keys = branches.shown.iter().map(|_| OnceLock::new()).collect();
        branches
    }

    fn cut(&mut self, entries: &[Entry], address: &dyn Fn(&Target) -> Option<String>) {
        let tops: Vec<Shown> = entries
            .iter()
            .map(|entry| shown(entry, address, 0))
            .collect();
        self.shown.push(around(&tops, None));
        for (index, entry) in entries.iter().enumerate() {
            let mut open = shown(entry, address, usize::MAX);
            open.open = true;
            self.shown.push(around(&tops, Some((index, open))));
            for document in documents(entry) {
                self.of.entry(document).or_insert(index + 1);
            }
        }
    }

    /// The navigation's HTML for a page, with the entry of its guide marked; `draw` puts entries
    /// into HTML.
    pub fn html(&self, here: Here<'_>, draw: &dyn Fn(&[Shown]) -> String) -> String {
        let html = self.drawn(self.branch_of(here.document), draw);
        let link = format!("href=\"{}\"", here.address);
        let Some(at) = memmem::find(html.as_bytes(), link.as_bytes()) else {
            return html.to_owned();
        };
        let mut out = opened(&html[..at]);
        out.push_str(if here.is_page {
            "aria-current=\"page\" "
        } else {
            "aria-current=\"true\" "
        });
        out.push_str(&html[at..]);
        out
    }

    /// A key of the navigation that a page shows, of a document or of none.
    pub fn key(&self, document: Option<&str>, draw: &dyn Fn(&[Shown]) -> String) -> Key {
        let branch = self.branch_of(document);
        let make = || Key::of(self.drawn(branch, draw).as_bytes());
        match self.keys.get(branch) {
            Some(key) => *key.get_or_init(make),
            None => make(),
        }
    }

    /// The branch that a document stands in; the first where it stands in none.
    fn branch_of(&self, document: Option<&str>) -> usize {
        let branch = document.and_then(|document| self.of.get(document));
        branch.copied().unwrap_or(0)
    }

    fn drawn(&self, branch: usize, draw: &dyn Fn(&[Shown]) -> String) -> &str {
        let html = self.html.get(branch);
        html.map_or("", |html| html.get_or_init(|| draw(&self.shown[branch])))
    }

    /// What stands above a document in the navigation.
    pub fn trail_to(&self, document: &str) -> &[TextLink] {
        self.trails.get(document).map_or(&[], Vec::as_slice)
    }

    fn trail(
        &mut self,
        entries: &[Entry],
        above: &mut Vec<TextLink>,
        address: &dyn Fn(&Target) -> Option<String>,
    ) {
        for entry in entries {
            if let Target::Document(document) = &entry.target {
                self.trails
                    .entry(document.clone())
                    .or_insert_with(|| above.clone());
            }
            above.push(TextLink {
                title: entry.title.clone(),
                address: address(&entry.target),
                language: entry.language.as_ref().map(Locale::tag),
            });
            self.trail(&entry.items, above, address);
            above.pop();
        }
    }
}

/// The HTML before a page's entry, with every fold that the entry stands in opened.
fn opened(before: &str) -> String {
    let mut folds: Vec<usize> = Vec::new();
    const NAME: &str = "details";
    for at in memmem::find_iter(before.as_bytes(), NAME.as_bytes()) {
        let (tag, end) = (&before[..at], at + NAME.len());
        let is_bare = before[end..].starts_with('>');
        if tag.ends_with('<') {
            folds.push(if is_bare { end } else { 0 });
        } else if tag.ends_with("</") && is_bare {
            folds.pop();
        }
    }
    let mut out = String::with_capacity(before.len() + 64);
    let mut from = 0;
    for at in folds.into_iter().filter(|at| *at > 0) {
        out.push_str(&before[from..at]);
        out.push_str(" open");
        from = at;
    }
    out.push_str(&before[from..]);
    out
}

fn count(entries: &[Entry]) -> usize {
    entries.iter().map(|entry| 1 + count(&entry.items)).sum()
}

fn shown(entry: &Entry, address: &dyn Fn(&Target) -> Option<String>, depth: usize) -> Shown {
    let items = entry.items.iter().filter(|_| depth > 0);
    let own = address(&entry.target);
    // A closed branch leads to its first page.
    let first = || {
        documents(entry)
            .into_iter()
            .find_map(|d| address(&Target::Document(d)))
    };
    Shown {
        title: entry.title.clone(),
        language: entry.language.as_ref().map(Locale::tag),
        address: if depth == 0 { own.or_else(first) } else { own },
        open: entry.expanded,
        items: items
            .map(|item| shown(item, address, depth.saturating_sub(1)))
            .collect(),
    }
}

/// The tops around an open branch: the nearest ones, where there are many.
fn around(tops: &[Shown], open: Option<(usize, Shown)>) -> Vec<Shown> {
    const NEAR: usize = 8;
    let at = open.as_ref().map_or(0, |(index, _)| *index);
    let many = tops.len() > 4 * NEAR && open.is_some();
    let keep = |index: usize| !many || index.abs_diff(at) <= NEAR;
    let mut list: Vec<Shown> = Vec::new();
    for (index, top) in tops.iter().enumerate().filter(|(index, _)| keep(*index)) {
        match &open {
            Some((here, shown)) if *here == index => list.push(shown.clone()),
            _ => list.push(top.clone()),
        }
    }
    list
}

fn documents(entry: &Entry) -> Vec<Box<str>> {
    let own = match &entry.target {
        Target::Document(document) => vec![document.clone()],
        Target::Outside(_) | Target::None => Vec::new(),
    };
    own.into_iter()
        .chain(entry.items.iter().flat_map(documents))
        .collect()
}
