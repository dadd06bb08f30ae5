//! Documents that a locale shall not have, by id or by a pattern of ids.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::config::pattern::{Pattern, names};

/// What a locale shall not have.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Absent {
    ids: BTreeSet<String>,
    patterns: Vec<Pattern>,
}

impl From<Vec<String>> for Absent {
    fn from(list: Vec<String>) -> Self {
        let patterns = list.iter().filter(|entry| entry.contains(['*', '?', '{']));
        Self {
            patterns: patterns.map(|entry| Pattern::new(entry)).collect(),
            ids: list.into_iter().collect(),
        }
    }
}

impl Absent {
    /// Whether a document is among them.
    pub fn contains(&self, document: &str) -> bool {
        if self.ids.contains(document) {
            return true;
        }
        if self.patterns.is_empty() {
            return false;
        }
        let names = names(document);
        self.patterns.iter().any(|pattern| pattern.matches(&names))
    }
}

#[cfg(test)]
mod tests {
    use super::Absent;

    fn absent(list: &[&str]) -> Absent {
        let list: Vec<String> = list.iter().map(|entry| (*entry).to_owned()).collect();
        list.into()
    }

    #[test]
    fn a_document_is_named_by_its_id() {
        let absent = absent(&["guides/start", "a[1]"]);
        assert!(absent.contains("guides/start"));
        assert!(absent.contains("a[1]"));
        assert!(!absent.contains("guides/start/more"));
        assert!(!absent.contains("guides"));
    }

    #[test]
    fn a_pattern_names_many() {
        let absent = absent(&["findings/*", "api/**", "{de,at}/law"]);
        for id in ["findings/link", "api/v1/users/list", "at/law"] {
            assert!(absent.contains(id), "{id}");
        }
        for id in ["findings/link/more", "findings", "ch/law", "guides/api/x"] {
            assert!(!absent.contains(id), "{id}");
        }
    }
}
