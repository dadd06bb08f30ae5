//! An address for every document: no two share one, and none has that of a page which every site
//! has.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::documents::RevisionId;
use crate::locale::tag::Locale;

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

/// The page beside a document that says what changed between its revisions.
const CHANGES: &str = "changes/";

type Editions = BTreeMap<Locale, Vec<RevisionId>>;

/// Documents that cannot have the address of their path, by the id that they get instead. Of two
/// documents that want one address, `guides.md` keeps it and `guides/index.md` makes way.
pub fn displaced(documents: &BTreeMap<Box<str>, Editions>) -> BTreeMap<Box<str>, Box<str>> {
    let mut taken: BTreeSet<String> = FOLDERS.map(str::to_owned).into();
    for (id, editions) in documents {
        if editions.values().any(|revisions| revisions.len() > 1) {
            taken.insert(folder(id) + CHANGES);
        }
    }
    let mut displaced = BTreeMap::new();
    for id in documents.keys() {
        if is_below_file(id) || !taken.insert(folder(id)) {
            let free = |other: &String| {
                !documents.contains_key(other.as_str())
                    && !is_below_file(other)
                    && !taken.contains(&folder(other))
            };
            let other = (2..).map(|number| numbered(id, number)).find(free);
            let other = other.expect("there are more numbers than documents");
            taken.insert(folder(&other));
            displaced.insert(other.into(), id.clone());
        }
    }
    displaced
}

/// The address of a document below its locale: that of its folder where it is an index.
fn folder(id: &str) -> String {
    match id.strip_suffix("index") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder.to_owned(),
        _ => format!("{id}/"),
    }
}

fn file_above(id: &str) -> Option<&'static str> {
    let below = |file: &&str| {
        id.strip_prefix(file)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    FILES.into_iter().find(|file| below(&file))
}

fn is_below_file(id: &str) -> bool {
    file_above(id).is_some()
}

/// `guides/index` → `guides/index-2`; below a file's name it is that part that gets the number.
fn numbered(id: &str, number: usize) -> String {
    match file_above(id) {
        Some(file) => format!("{file}-{number}{}", &id[file.len()..]),
        None => format!("{id}-{number}"),
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
