//! The files beside pages that links and images lead to.

use crate::catalog::identity::{File, FileKind};
use crate::catalog::index::Home;
use crate::catalog::resolve::Resolver;
use crate::path::SourcePath;

impl Resolver<'_> {
    /// A file to show or hand on that the tree holds.
    pub(super) fn resource(&self, file: &File, inner: &str) -> Option<SourcePath> {
        let kinds = [FileKind::Resource, FileKind::Aside, FileKind::Data];
        self.held(file, inner, &kinds)
    }

    /// A file of these kinds at a path below the home of another one: in the locale's folder, or
    /// in one that it falls back to.
    pub fn held(&self, file: &File, inner: &str, kinds: &[FileKind]) -> Option<SourcePath> {
        let exact = |home: &str| {
            let path = SourcePath::new(format!("{home}/{inner}").trim_start_matches('/'));
            let found = self.file(&path)?;
            kinds.contains(&found.kind).then_some(path)
        };
        let source = self.config.source_locale.as_ref();
        let homes = &self.index.homes;
        let is_source = |home: &&Home| Some(&home.locale) == source;
        let homes = homes.iter().filter(is_source).chain(homes);
        let same = |home: &&Home| home.docset == file.docset;
        let mut others = homes.filter(same);
        exact(&file.home)
            .or_else(|| others.find_map(|home| exact(&home.folder)))
            .or_else(|| self.fallback(file, inner))
    }

    /// A file in one of the folders that the settings of a docset name for what it lacks.
    fn fallback(&self, file: &File, inner: &str) -> Option<SourcePath> {
        let docset = self.config.learn.docset(&file.path)?;
        let below = inner.strip_prefix(&*docset.top)?.trim_start_matches('/');
        let folders = docset.fallback.iter();
        let mut paths = folders.map(|folder| SourcePath::new(&format!("{folder}/{below}")));
        paths.find(|path| self.file(path).is_some())
    }
}
