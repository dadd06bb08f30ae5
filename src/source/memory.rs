//! Files and sites that are in memory, for tests and for programs that use the library.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::sync::{Mutex, PoisonError};

use crate::path::SourcePath;
use crate::source::{Reader, Writer};

/// Files that are in memory.
#[derive(Clone, Debug, Default)]
pub struct Memory(pub BTreeMap<SourcePath, Vec<u8>>);

/// A site that is built in memory.
#[derive(Debug, Default)]
pub struct MemorySite(Mutex<BTreeMap<String, Vec<u8>>>);

impl Memory {
    /// Files by their paths below the root, such as `content/en-US/start.md`.
    pub fn new<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let files = files.into_iter();
        let file = |(path, text): (&str, &str)| (SourcePath::new(path), text.as_bytes().to_vec());
        Self(files.map(file).collect())
    }
}

impl MemorySite {
    /// Every file that was written, by its path in the site.
    pub fn files(self) -> BTreeMap<String, Vec<u8>> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Reader for Memory {
    fn read(&self, path: &SourcePath) -> std::io::Result<Vec<u8>> {
        let found = self.0.get(path).cloned();
        found.ok_or_else(|| ErrorKind::NotFound.into())
    }
}

impl Writer for MemorySite {
    /// # Errors
    /// Two different files at one path, as on disk.
    fn write(&self, path: &str, bytes: &[u8]) -> std::io::Result<()> {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match files.insert(path.to_owned(), bytes.to_vec()) {
            Some(before) if before != bytes => Err(ErrorKind::AlreadyExists.into()),
            _ => Ok(()),
        }
    }
}
