//! Stands in for snapshots where Instep was built without the feature `git`.

use std::convert::Infallible;

use crate::io::git::history::History;

/// No commit is ever read, so there is none to ask.
pub struct Snapshot(Infallible);

impl History {
    /// # Errors
    /// Never reached: no clone is ever opened.
    pub fn snapshot(&self, _revision: &str) -> anyhow::Result<Snapshot> {
        match self.0 {}
    }
}

impl Snapshot {
    /// Never reached.
    pub fn files(&self) -> impl Iterator<Item = (&str, String)> {
        std::iter::empty()
    }

    /// # Errors
    /// Never reached.
    pub fn read(&self, _path: &str) -> std::io::Result<Vec<u8>> {
        match self.0 {}
    }
}
