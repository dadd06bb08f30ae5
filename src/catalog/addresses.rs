//! An address for every document: no two share one, and none has that of a page which every site
//! has.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::documents::{Document, RevisionId};
use crate::catalog::register::Register;
use crate::locale::tag::Locale;
use crate::path::folder;

/// Files of every locale. A folder cannot have the name of a file.
const FILES: [&str; 6] = [
    "404.html",
    "deadlines.ics",
    "feed.xml",
    "llms.txt",
    "status/status.csv",
    "status/status.json",
];

/// Folders of every locale.
const FOLDERS: [&str; 1] = ["status/"];

/// What follows a document's path in the name of its Markdown, which is a file.
const TEXT: &str = ".md";

/// The page beside a document that says what changed between its revisions.
const CHANGES: &str = "changes/";

type Editions = BTreeMap<Locale, Vec<RevisionId>>;

/// Documents that cannot have the address of their path, by the id that they get instead. Of two
/// documents that want one address, `guides.md` keeps it and `guides/index.md` makes way.
pub fn displaced(documents: &BTreeMap<Box<str>, Editions>) -> BTreeMap<Box<str>, Box<str>> {
    let mut ground = Ground {
        documents,
        taken: FOLDERS.map(str::to_owned).into(),
    };
    for (id, editions) in documents {
        if editions.values().any(|revisions| revisions.len() > 1) {
            ground.taken.insert(folder(id) + CHANGES);
        }
    }
    let mut displaced = BTreeMap::new();
    for id in documents.keys() {
        if ground.file_above(id).is_some() || !ground.taken.insert(folder(id)) {
            let other = ground.another(id);
            ground.taken.insert(folder(&other));
            displaced.insert(other.into(), id.clone());
        }
    }
    displaced
}

/// Whether nothing stands at the address of a document that is gone: no page that every site has, and
/// none of another document.
pub fn is_free(id: &str, documents: &Register) -> bool {
    let address = folder(id);
    let twin = match id.strip_suffix("/index") {
        Some(folder) => folder.to_owned(),
        None => format!("{id}/index"),
    };
    let parent = address.strip_suffix(CHANGES).and_then(|parent| {
        let parent = parent.trim_end_matches('/');
        documents.get(parent)
    });
    let many = |document: &Document| document.editions.values().any(|e| e.revisions.len() > 1);
    let is_document = |id: &str| documents.contains_key(id);
    !address.is_empty()
        && !FOLDERS.contains(&&*address)
        && !is_document(&twin)
        && !parent.is_some_and(many)
        && file_above(id, &is_document).is_none()
}

/// The file that a document would have to lie in: one of every site, or another's Markdown.
fn file_above<'i>(id: &'i str, is_document: &dyn Fn(&str) -> bool) -> Option<&'i str> {
    let ends = id.match_indices('/').map(|(at, _)| at).chain([id.len()]);
    let mut above = ends.map(|end| &id[..end]);
    above.find(|path| {
        let text = path.strip_suffix(TEXT);
        FILES.contains(path) || text.is_some_and(is_document)
    })
}

/// What stands where below a locale.
struct Ground<'a> {
    documents: &'a BTreeMap<Box<str>, Editions>,
    /// Addresses of pages.
    taken: BTreeSet<String>,
}

impl Ground<'_> {
    fn file_above<'i>(&self, id: &'i str) -> Option<&'i str> {
        file_above(id, &|id| self.documents.contains_key(id))
    }

    /// An id like this one that no document has, and whose address is free.
    fn another(&self, id: &str) -> String {
        let free = |other: &String| {
            let text = format!("{other}{TEXT}");
            let below = self.documents.range(Box::from(&*text)..).next();
            let is_folder = below.is_some_and(|(id, _)| id.starts_with(&text));
            !self.documents.contains_key(other.as_str())
                && !self.taken.contains(&folder(other))
                && self.file_above(other).is_none()
                && !is_folder
        };
        let above = self.file_above(id).unwrap_or(id);
        let numbered = |number: usize| format!("{above}-{number}{}", &id[above.len()..]);
        let found = (2..).map(numbered).find(free);
        found.expect("there are more numbers than documents")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(ids: &[(&str, usize)]) -> Vec<(String, String)> {
        let locale = Locale::parse("en-US").expect("`en-US` is a tag");
        let editions = |count| Editions::from([(locale.clone(), (0..count).collect())]);
        let documents = ids
            .iter()
            .map(|(id, count)| (Box::from(*id), editions(*count)));
        let displaced = displaced(&documents.collect());
        let text = |(id, wanted): (Box<str>, Box<str>)| (wanted.to_string(), id.to_string());
        displaced.into_iter().map(text).collect()
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let owned = |(a, b): &(&str, &str)| ((*a).to_owned(), (*b).to_owned());
        pairs.iter().map(owned).collect()
    }

    #[test]
    fn documents_with_addresses_of_their_own_stay() {
        assert_eq!(
            of(&[
                ("index", 2),
                ("a", 1),
                ("a/b", 1),
                ("a/changes", 1),
                ("b/index", 1),
                ("a/status", 1)
            ]),
            []
        );
    }

    #[test]
    fn an_index_makes_way_for_the_page_of_its_name() {
        assert_eq!(
            of(&[("a", 1), ("a/index", 1)]),
            pairs(&[("a/index", "a/index-2")])
        );
        assert_eq!(
            of(&[("a", 1), ("a/index", 1), ("a/index-2", 1)]),
            pairs(&[("a/index", "a/index-3")])
        );
    }

    #[test]
    fn pages_that_every_site_has_keep_their_addresses() {
        assert_eq!(
            of(&[
                ("a", 2),
                ("a/changes", 1),
                ("feed.xml/x", 1),
                ("status/index", 1)
            ]),
            pairs(&[
                ("a/changes", "a/changes-2"),
                ("feed.xml/x", "feed.xml-2/x"),
                ("status/index", "status/index-2"),
            ])
        );
    }
}
