//! Navigation files, and which of them others take in.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::identity::{File, FileKind, assumed_locale};
use crate::catalog::navigation::written::{self, Link, Written, are_breadcrumbs};
use crate::catalog::resolve::place::inner_path;
use crate::catalog::resolve::{Resolver, is_elsewhere};
use crate::finding::{Finding, Outcome};
use crate::locale::tag::Locale;
use crate::path::{SourcePath, decode};
use crate::pipeline::project::Project;
use crate::source::Source;

/// The first line of a navigation file that is not called one.
const MIME: &[u8] = b"### YamlMime:TableOfContents";

/// Every navigation file of the tree.
pub struct Files<'a> {
    /// By their paths.
    pub of: BTreeMap<SourcePath, Toc<'a>>,
    resolver: &'a Resolver<'a>,
}

/// A navigation file, read.
pub struct Toc<'a> {
    /// Where it lies.
    pub file: &'a File,
    /// Its language.
    pub locale: Locale,
    /// With its places.
    pub source: Source,
    /// As written.
    pub entries: Vec<Written>,
}

/// A docset, by what the settings call it and where it lies in its repository.
pub type Docset<'a> = (Option<&'a str>, &'a str);

/// The files that navigation begins with, by docset and locale, those nearest the top first.
pub type Roots<'a> = BTreeMap<Docset<'a>, BTreeMap<&'a Locale, Vec<&'a SourcePath>>>;

impl<'a> Files<'a> {
    /// Reads them all. Breadcrumbs, which are written alike, are left out.
    pub fn read(project: &'a Project<'_>, resolver: &'a Resolver<'a>) -> Outcome<Self> {
        let mut files = Self {
            of: BTreeMap::new(),
            resolver,
        };
        let mut findings: Vec<Finding> = Vec::new();
        for file in project.files.iter() {
            if !matches!(file.kind, FileKind::Navigation | FileKind::Data) {
                continue;
            }
            let Ok(bytes) = project.reader.read(&file.path) else {
                continue;
            };
            let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
            if file.kind == FileKind::Data && !text.starts_with(MIME) {
                continue;
            }
            let source = Source::read(&file.path, bytes);
            let read = written::read(&source.value);
            findings.extend(source.findings.into_iter().chain(read.findings));
            if !are_breadcrumbs(&read.value) {
                let locale = file.locale.clone();
                let toc = Toc {
                    file,
                    locale: locale.unwrap_or_else(|| assumed_locale(project.config)),
                    source: source.value,
                    entries: read.value,
                };
                files.of.insert(file.path.clone(), toc);
            }
        }
        Outcome {
            value: files,
            findings,
        }
    }

    /// The navigation file that a link of another one names, or that lies in the folder it names.
    pub fn named(&self, file: &File, link: &Link) -> Option<SourcePath> {
        let target = link.target.split(['?', '#']).next().unwrap_or("");
        if target.is_empty() || is_elsewhere(target) || target.starts_with('/') {
            return None;
        }
        let path = decode(target);
        let inner = inner_path(file, &path)?;
        let (folder, name) = inner.rsplit_once('/').unwrap_or(("", &inner));
        let is_toc = ["toc.yml", "toc.md"].contains(&name.to_ascii_lowercase().as_str());
        let paths: Vec<String> = match is_toc || path.ends_with('/') {
            true => {
                let folder = if is_toc { folder } else { &inner };
                let names = ["toc.yml", "TOC.yml", "toc.md", "TOC.md"];
                std::iter::once(inner.clone())
                    .chain(names.map(|name| format!("{folder}/{name}")))
                    .collect()
            }
            false => vec![inner],
        };
        let kinds = [FileKind::Navigation, FileKind::Data];
        let known = |path: &SourcePath| self.of.contains_key(path);
        let plain = || paths.iter().map(|path| path.trim_start_matches('/'));
        let mut held = plain().filter_map(|path| self.resolver.held(file, path, &kinds));
        let alike = |path| self.resolver.held_in_any_case(file, path, &kinds);
        held.find(known)
            .or_else(|| plain().filter_map(alike).find(known))
    }

    /// The files that no other one takes in, and of files that take in one another only, that
    /// nearest the top.
    pub fn roots(&'a self) -> Roots<'a> {
        let takes: BTreeMap<&SourcePath, BTreeSet<SourcePath>> = self
            .of
            .iter()
            .map(|(path, toc)| (path, self.taken(toc)))
            .collect();
        let taken: BTreeSet<&SourcePath> = takes.values().flatten().collect();
        let mut order: Vec<(&SourcePath, &Toc<'_>)> = self.of.iter().collect();
        order.sort_by_key(|(path, toc)| {
            let depth = toc.file.inner.matches('/').count();
            (taken.contains(path), depth, &toc.file.inner)
        });
        let mut reached: BTreeSet<&SourcePath> = BTreeSet::new();
        let mut roots: Roots<'_> = BTreeMap::new();
        for (path, toc) in order {
            if reached.contains(path) || toc.file.kind == FileKind::Data {
                continue;
            }
            let mut open = vec![path];
            while let Some(path) = open.pop() {
                if reached.insert(path) {
                    open.extend(takes.get(path).into_iter().flatten().filter_map(|path| {
                        let (path, _) = self.of.get_key_value(path)?;
                        Some(path)
                    }));
                }
            }
            let docset = (toc.file.docset.as_deref(), &*toc.file.top);
            let by_locale = roots.entry(docset).or_default();
            by_locale.entry(&toc.locale).or_default().push(path);
        }
        roots
    }

    /// The files that a file takes in.
    fn taken(&self, toc: &Toc<'_>) -> BTreeSet<SourcePath> {
        let mut taken = BTreeSet::new();
        self.collect(toc, &toc.entries, &mut taken);
        taken
    }

    fn collect(&self, toc: &Toc<'_>, entries: &[Written], taken: &mut BTreeSet<SourcePath>) {
        for entry in entries {
            let links = [&entry.toc, &entry.href].into_iter().flatten();
            let named = links.filter_map(|link| self.named(toc.file, link));
            // A file that takes in itself is still the first one.
            taken.extend(named.filter(|path| *path != toc.file.path));
            self.collect(toc, &entry.items, taken);
        }
    }
}
