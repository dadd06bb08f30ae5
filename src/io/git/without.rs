//! Stands in for history where Instep was built without the feature `git`.

use std::collections::BTreeMap;
use std::convert::Infallible;

use anyhow::bail;
use camino::Utf8Path;

use crate::io::git::state::{Commit, Reason, SourceState, Stamp};

/// A clone, of which there is none: it cannot be opened without git.
pub struct History(pub(super) Infallible);

impl History {
    /// # Errors
    /// Always: the message says that this program was built without git.
    pub fn open(folder: &Utf8Path) -> anyhow::Result<Self> {
        bail!("cannot read the history of `{folder}`: {}", Reason::NoGit)
    }

    /// Never reached.
    pub fn state(&self) -> String {
        match self.0 {}
    }

    /// # Errors
    /// Never reached.
    pub fn last_commits(&self, _under: &str) -> anyhow::Result<BTreeMap<String, Commit>> {
        match self.0 {}
    }

    /// # Errors
    /// Never reached.
    pub fn commits_since(&self, _path: &str, _commit: &str) -> anyhow::Result<Vec<Commit>> {
        match self.0 {}
    }

    /// # Errors
    /// Never reached.
    pub fn blob_at(&self, _revision: &str, _path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        match self.0 {}
    }

    /// # Errors
    /// Never reached.
    pub fn files_at(&self, _revision: &str) -> anyhow::Result<BTreeMap<String, String>> {
        match self.0 {}
    }

    /// Never reached.
    pub fn changed_since(&self, _stamps: &[Stamp]) -> Vec<SourceState> {
        match self.0 {}
    }
}

/// Without git no content has an id.
pub fn blob_ids(_bytes: &[u8]) -> impl Iterator<Item = String> {
    std::iter::empty()
}
