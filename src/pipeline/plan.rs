//! Which pages of an earlier build can stay as they are.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::memo::{Key, Parts};
use crate::page::guide::{Kind, Wanted};
use crate::pipeline::before::{Before, Found, LanguageIndex, Page, PageKey};
use crate::pipeline::furnish::Furniture;
use crate::pipeline::keys::Keys;
use crate::pipeline::render::{Job, Press};
use crate::source::Writer;

/// What is known of an earlier build.
pub struct Basis<'a> {
    /// The keys of all pages.
    pub keys: Keys<'a>,
    /// What the build before left.
    pub before: Before,
}

/// What is to be done.
pub struct Plan<'a> {
    /// For each job its key, where it has one, and the page that can stay.
    pub pages: Vec<(Option<PageKey>, Option<&'a Page>)>,
    /// The key of what the pages may take from others.
    pub surroundings: Key,
    /// The indexes of languages that can stay.
    pub indexes: Vec<&'a LanguageIndex>,
    /// The key of the index of each language, by its tag.
    pub languages: Vec<(String, Key)>,
}

impl<'a> Basis<'a> {
    /// Makes a plan for the jobs of a press.
    pub fn plan(&'a self, press: &Press<'_>, jobs: &[Job<'_>]) -> Plan<'a> {
        let surroundings = self.keys.surroundings(press);
        let is_same = self.before.surroundings == Some(surroundings);
        let is_known = |job: &Job<'_>| {
            let subject = self.keys.subject(job).filter(|_| is_same);
            subject.is_some_and(|key| self.before.has_document(&key))
        };
        let look = |job: &Job<'_>| {
            let path = press.route(*job).output();
            let known = self.before.pages.get(&path);
            if let Some(page) = known.filter(|known| known.key.by_names && is_known(job)) {
                return (Some(page.key), known);
            }
            let key = self.keys.page(press, job);
            (key, known.filter(|known| Some(known.key) == key))
        };
        Plan {
            pages: jobs.par_iter().map(look).collect(),
            surroundings,
            indexes: Vec::new(),
            languages: Vec::new(),
        }
    }

    /// Gives the furniture what is known of documents.
    pub fn standings(&self, furniture: &mut Furniture) {
        for (id, key) in self.keys.documents() {
            if let Some(known) = self.before.standings.get(key) {
                furniture.remember(id, known.clone());
            }
        }
    }

    /// What is known of documents as they are, and of their links: what was found now, else before. A
    /// build that nobody watches looks for nothing.
    pub fn take_found(&mut self, (own, linked): (Found, Found)) -> (Found, Found) {
        let documents = || self.keys.documents();
        let links = documents().filter_map(|(id, _)| self.keys.links(id));
        let before = &mut self.before;
        (
            joined(&mut before.found, documents().map(|(_, key)| *key), own),
            joined(&mut before.linked, links, linked),
        )
    }

    /// Notes which indexes can stay. An index is made from all pages of its language at once, so
    /// that in another language all of them have to be made again.
    pub fn plan_indexes(&'a self, plan: &mut Plan<'a>, jobs: &[Job<'_>], writer: &dyn Writer) {
        plan.languages = languages(plan, jobs);
        let standing = plan.languages.iter().filter_map(|(language, key)| {
            let index = self.before.indexes.get(language)?;
            let mut files = index.files.iter();
            let stays = index.key == *key && files.all(|(path, bytes)| writer.keep(path, bytes));
            stays.then_some(index)
        });
        plan.indexes = standing.collect();
        let standing: BTreeSet<&str> = plan.indexes.iter().map(|i| i.language.as_str()).collect();
        for (job, (_, page)) in jobs.iter().zip(&mut plan.pages) {
            if let Some(language) = searched(job)
                && !standing.contains(&*language)
            {
                *page = None;
            }
        }
    }
}

/// What was found now, and before under the keys of today.
fn joined(before: &mut Found, keys: impl Iterator<Item = Key>, now: Found) -> Found {
    let mut found: Found = keys.filter_map(|key| before.remove_entry(&key)).collect();
    found.extend(now);
    found
}

/// What the index of each language is made from. None of those with a page that has no key.
fn languages(plan: &Plan<'_>, jobs: &[Job<'_>]) -> Vec<(String, Key)> {
    let mut parts: BTreeMap<String, Option<Parts>> = BTreeMap::new();
    for (job, (key, _)) in jobs.iter().zip(&plan.pages) {
        let Some(language) = searched(job) else {
            continue;
        };
        let parts = parts.entry(language).or_insert(Some(Parts::default()));
        match key {
            Some(key) => {
                parts.as_mut().map(|parts| parts.key(&key.whole));
            }
            None => *parts = None,
        }
    }
    let known = parts.into_iter();
    known
        .filter_map(|(language, parts)| Some((language, parts?.finish())))
        .collect()
}

/// The language in whose index a page stands.
fn searched(job: &Job<'_>) -> Option<String> {
    match job {
        Job::Guide(Wanted {
            kind: Kind::Current,
            locale,
            ..
        }) => Some(locale.tag()),
        _ => None,
    }
}
