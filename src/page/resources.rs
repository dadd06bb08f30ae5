//! The files that pages show, each under a name that changes with its content.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::path::{Route, SourcePath, encode};
use crate::source::Reader;

/// Files that pages may show. Each is read when its address is first asked for.
#[derive(Debug, Default)]
pub struct Resources(BTreeMap<SourcePath, OnceLock<Option<String>>>);

impl Resources {
    /// None is read yet.
    pub fn new(paths: impl Iterator<Item = SourcePath>) -> Self {
        Self(paths.map(|path| (path, OnceLock::new())).collect())
    }

    /// The root-relative address of a file. None where it is not shown or cannot be read.
    pub fn address(&self, reader: &dyn Reader, path: &SourcePath) -> Option<&str> {
        let slot = self.0.get(path)?;
        slot.get_or_init(|| address(reader, path)).as_deref()
    }

    /// Every file that may be shown.
    pub fn paths(&self) -> impl Iterator<Item = &SourcePath> {
        self.0.keys()
    }

    /// A file changed, so that it has another name when it is next asked for.
    pub fn forget(&mut self, path: &SourcePath) {
        if let Some(slot) = self.0.get_mut(path) {
            slot.take();
        }
    }
}

fn address(reader: &dyn Reader, path: &SourcePath) -> Option<String> {
    let hash = blake3::hash(&reader.read(path).ok()?).to_hex();
    let (stem, extension) = path.name().rsplit_once('.')?;
    let name = format!("media/{}.{}.{extension}", encode(stem), &hash[..10]);
    Some(Route::file(&name).to_string())
}
