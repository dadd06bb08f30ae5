//! The files that pages show, each under a name that changes with its content.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::limits::RESOURCE_NAME_BYTES;
use crate::path::{Route, SourcePath, encode, short};
use crate::source::Reader;

/// Files that pages may show. Each is read when its address is first asked for.
#[derive(Debug, Default)]
pub struct Resources {
    /// Handed on in any case.
    own: BTreeMap<SourcePath, OnceLock<Option<Route>>>,
    /// Handed on where a page asks for them.
    asides: BTreeMap<SourcePath, OnceLock<Option<Route>>>,
    /// What each page asks for of these, and how many pages ask for each.
    asked: BTreeMap<SourcePath, BTreeSet<SourcePath>>,
    asking: BTreeMap<SourcePath, usize>,
}

impl Resources {
    /// Files that are handed on, and those that are where a page asks for them. None is read yet.
    pub fn new(
        own: impl Iterator<Item = SourcePath>,
        asides: impl Iterator<Item = SourcePath>,
    ) -> Self {
        Self {
            own: own.map(|path| (path, OnceLock::new())).collect(),
            asides: asides.map(|path| (path, OnceLock::new())).collect(),
            asked: BTreeMap::new(),
            asking: BTreeMap::new(),
        }
    }

    /// Takes what pages ask for now, of files that are not handed on in any case.
    pub fn ask_again(&mut self, by_page: BTreeMap<SourcePath, BTreeSet<SourcePath>>) {
        for (page, mut files) in by_page {
            files.retain(|file| self.asides.contains_key(file));
            for file in &files {
                *self.asking.entry(file.clone()).or_default() += 1;
            }
            let before = match files.is_empty() {
                true => self.asked.remove(&page),
                false => self.asked.insert(page, files),
            };
            for file in before.into_iter().flatten() {
                let count = self.asking.entry(file).or_default();
                *count = count.saturating_sub(1);
            }
        }
        self.asking.retain(|_, count| *count > 0);
    }

    /// Where a file stands. None where it is not shown or cannot be read.
    pub fn route(&self, reader: &dyn Reader, path: &SourcePath) -> Option<&Route> {
        let aside = || {
            let is_asked = self.asking.contains_key(path);
            self.asides.get(path).filter(|_| is_asked)
        };
        let slot = self.own.get(path).or_else(aside)?;
        slot.get_or_init(|| route(reader, path)).as_ref()
    }

    /// Every file that is shown.
    pub fn handed_on(&self) -> impl Iterator<Item = &SourcePath> {
        self.own.keys().chain(self.asking.keys())
    }

    /// A file changed, so that it has another name when it is next asked for.
    pub fn forget(&mut self, path: &SourcePath) {
        let slot = self.own.get_mut(path).or(self.asides.get_mut(path));
        slot.map(OnceLock::take);
    }
}

fn route(reader: &dyn Reader, path: &SourcePath) -> Option<Route> {
    let hash = blake3::hash(&reader.read(path).ok()?).to_hex();
    let (stem, extension) = path.name().rsplit_once('.')?;
    let stem = short(stem, RESOURCE_NAME_BYTES.most);
    let name = format!("media/{}.{}.{extension}", encode(&stem), &hash[..10]);
    Some(Route::file(&name))
}
