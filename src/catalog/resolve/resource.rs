//! The files beside pages that links and images lead to.

use crate::catalog::identity::{File, FileKind};
use crate::catalog::index::Home;
use crate::catalog::resolve::Resolver;
use crate::catalog::resolve::place::rooted_files;
use crate::config::docset::Docset;
use crate::locale::tag::Locale;
use crate::path::{SourcePath, normalize};

/// The kinds of files that are shown or handed on.
const KINDS: [FileKind; 3] = [FileKind::Resource, FileKind::Aside, FileKind::Data];

impl Resolver<'_> {
    /// A file to show or hand on that the tree holds.
    pub(super) fn resource(&self, file: &File, inner: &str) -> Option<SourcePath> {
        self.held(file, inner, &KINDS)
    }

    /// The same, whatever the letter case of its name.
    pub(super) fn resource_in_any_case(&self, file: &File, inner: &str) -> Option<SourcePath> {
        self.held_in_any_case(file, inner, &KINDS)
    }

    /// A file to show or hand on at a root-relative address: below the folder of the docset that
    /// stands there, of the reader's language where several do.
    pub(super) fn resource_at(&self, path: &str, locale: &Locale) -> Option<SourcePath> {
        let learn = &self.config.learn;
        let found = rooted_files(learn, path).into_iter();
        let held = |(docset, path): (&Docset, String)| {
            let path = self.index.file_in_any_case(&path)?;
            let shown = KINDS.contains(&self.file(path)?.kind);
            shown.then(|| (docset.locale.as_ref() != Some(locale), path.clone()))
        };
        let best = found.filter_map(held).min_by_key(|(foreign, _)| *foreign);
        best.map(|(_, path)| path)
    }

    /// The file that a relative path means which leaves the folder of its locale, as
    /// `../../en-US/media/quay.svg` does: the one that stands there on disk.
    pub(super) fn beyond(&self, file: &File, path: &str) -> Option<&File> {
        let folder = file.path.as_str().rsplit_once('/').map_or("", |(f, _)| f);
        let whole = normalize(&format!("{folder}/{path}"))?;
        let found = self.file(&SourcePath::new(&whole))?;
        let is_shown = found.kind == FileKind::Page || KINDS.contains(&found.kind);
        (is_shown && !path.starts_with('~')).then_some(found)
    }

    /// A file of these kinds at a path below the home of another one: in the locale's folder, or
    /// in one that it falls back to.
    pub fn held(&self, file: &File, inner: &str, kinds: &[FileKind]) -> Option<SourcePath> {
        let exact = |path: &str| {
            let path = SourcePath::new(path);
            let found = self.file(&path)?;
            kinds.contains(&found.kind).then_some(path)
        };
        self.in_homes(file, inner, &exact)
            .or_else(|| self.fallback(file, inner))
    }

    /// The same, whatever the letter case of its path.
    pub fn held_in_any_case(
        &self,
        file: &File,
        inner: &str,
        kinds: &[FileKind],
    ) -> Option<SourcePath> {
        let alike = |path: &str| {
            let path = self.index.file_in_any_case(path)?;
            let found = self.file(path)?;
            kinds.contains(&found.kind).then(|| path.clone())
        };
        self.in_homes(file, inner, &alike)
    }

    /// What is found at a path below the home of a file, or below one that it falls back to.
    fn in_homes(
        &self,
        file: &File,
        inner: &str,
        find: &dyn Fn(&str) -> Option<SourcePath>,
    ) -> Option<SourcePath> {
        let below = |home: &str| find(format!("{home}/{inner}").trim_start_matches('/'));
        let source = self.config.source_locale.as_ref();
        let homes = &self.index.homes;
        let is_source = |home: &&Home| Some(&home.locale) == source;
        let homes = homes.iter().filter(is_source).chain(homes);
        let same = |home: &&Home| home.docset == file.docset;
        let mut others = homes.filter(same);
        below(&file.home).or_else(|| others.find_map(|home| below(&home.folder)))
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
