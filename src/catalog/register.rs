//! Documents by their ids, in order and found at once.

use std::ops::Index;
use std::slice;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::catalog::documents::Document;

/// Every document by its id. Pages ask for dozens of others each, and a search by halves compares
/// a dozen ids that lie apart in memory.
#[derive(Debug, Default)]
pub struct Register {
    /// By id.
    sorted: Vec<Entry>,
    /// Where each id stands among them.
    places: FxHashMap<Box<str>, usize>,
}

type Entry = (Box<str>, Document);

impl Register {
    /// A document by its id.
    pub fn get(&self, id: &str) -> Option<&Document> {
        self.get_key_value(id).map(|(_, document)| document)
    }

    /// A document and its id.
    pub fn get_key_value(&self, id: &str) -> Option<(&str, &Document)> {
        self.places.get(id).map(|place| pair(&self.sorted[*place]))
    }

    /// Whether there is a document of this id.
    pub fn contains_key(&self, id: &str) -> bool {
        self.places.contains_key(id)
    }

    /// Whether there is none at all.
    pub fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.sorted.len()
    }

    /// In order of their ids.
    pub fn iter(&self) -> <&Self as IntoIterator>::IntoIter {
        self.into_iter()
    }

    /// All of them, on all cores.
    pub fn par_iter(&self) -> impl IndexedParallelIterator<Item = (&str, &Document)> {
        self.sorted.par_iter().map(pair)
    }

    /// The ids, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator + Clone {
        self.sorted.iter().map(|(id, _)| &**id)
    }

    /// The documents, in order of their ids.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Document> + ExactSizeIterator + Clone {
        self.sorted.iter().map(|(_, document)| document)
    }
}

fn pair((id, document): &Entry) -> (&str, &Document) {
    (id, document)
}

impl Index<&str> for Register {
    type Output = Document;

    /// A document that is known to be there.
    fn index(&self, id: &str) -> &Document {
        &self.sorted[self.places[id]].1
    }
}

impl<'a> IntoIterator for &'a Register {
    type Item = (&'a str, &'a Document);
    type IntoIter = std::iter::Map<slice::Iter<'a, Entry>, fn(&'a Entry) -> Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.sorted.iter().map(pair)
    }
}

impl FromIterator<Entry> for Register {
    /// Of documents whose ids are all different.
    fn from_iter<I: IntoIterator<Item = Entry>>(documents: I) -> Self {
        let mut sorted: Vec<Entry> = documents.into_iter().collect();
        sorted.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        let ids = sorted.iter().enumerate();
        let places = ids.map(|(place, (id, _))| (id.clone(), place)).collect();
        Self { sorted, places }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Register;
    use crate::catalog::decide::Key;
    use crate::catalog::documents::Document;

    #[test]
    fn documents_are_found_and_stand_in_order() {
        let document = |reference| Document {
            editions: BTreeMap::new(),
            reference,
            decided_by: Key::Only,
        };
        let ids = ["b/c", "a", "b", "日本", "", "b-c"];
        let numbered = ids.iter().enumerate();
        let register: Register = numbered
            .map(|(number, id)| (Box::from(*id), document(number)))
            .collect();
        let keys: Vec<&str> = register.keys().collect();
        assert_eq!(keys, ["", "a", "b", "b-c", "b/c", "日本"]);
        for (number, id) in ids.iter().enumerate() {
            assert_eq!(register.get(id).map(|found| found.reference), Some(number));
            assert!(register.contains_key(id));
        }
        assert!(register.get("c").is_none() && !register.contains_key("a/"));
        let pairs: Vec<&str> = register.iter().map(|(id, _)| id).collect();
        assert_eq!((pairs, register.len()), (keys, ids.len()));
    }
}
