//! Entries of navigation files with their targets found and the files they take in put in place.

use crate::catalog::navigation::written::{Link, Written};
use crate::catalog::navigation::{Entry, NAVIGATION, Target, readable};
use crate::catalog::redirect::RedirectId;
use crate::catalog::resolve::moved::End;
use crate::catalog::resolve::{Answer, Resolver};
use crate::check::links::{BROKEN, CASE, REDIRECTED, lost};
use crate::config::Config;
use crate::finding::{Finding, Rule};
use crate::locale::tag::Locale;
use crate::path::{SourcePath, decode};
use crate::pipeline::navigation::files::{Files, Roots, Toc};

/// Reads the navigation of one locale.
pub struct Reading<'a> {
    /// Every navigation file of the tree.
    pub files: &'a Files<'a>,
    /// Where links lead.
    pub resolver: &'a Resolver<'a>,
    /// What settings say.
    pub config: &'a Config,
    /// The language that is read.
    pub locale: &'a Locale,
    /// What was wrong so far.
    pub findings: Vec<Finding>,
}

impl Reading<'_> {
    /// The entries of all docsets. A docset that has no navigation in this locale has that of the
    /// source, with the titles of its own pages.
    pub fn together(&mut self, roots: &Roots<'_>) -> Vec<Entry> {
        let source = self.config.source_locale.as_ref();
        let mut entries = Vec::new();
        for by_locale in roots.values() {
            let own = by_locale.get(self.locale);
            let other = || source.and_then(|source| by_locale.get(source));
            let paths = own.or_else(other).or_else(|| by_locale.values().next());
            for (index, path) in paths.into_iter().flatten().enumerate() {
                let toc = &self.files.of[*path];
                let read = self.file(path, &mut Vec::new());
                let first = index == 0 && roots.len() == 1;
                entries.extend(match first || read.len() < 2 {
                    true => read,
                    false => vec![self.group(toc, read)],
                });
            }
        }
        entries
    }

    /// The entries of a file that is not the only one, below what its folder is called.
    fn group(&self, toc: &Toc<'_>, items: Vec<Entry>) -> Entry {
        let folder = toc
            .file
            .inner
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        let answer = self.resolver.link(&toc.file.path, "index.md", self.locale);
        let index = match answer {
            Answer::Page { document, .. } => Target::Document(document),
            _ => Target::None,
        };
        let docset = self.config.learn.docset(&toc.file.path);
        let docset = docset.filter(|docset| docset.top == folder);
        let named = docset.and_then(|docset| docset.title.clone());
        let name = folder.rsplit('/').next().unwrap_or(folder);
        let (title, language) = named
            .map(|title| (title, None))
            .or_else(|| self.title_of(&index))
            .unwrap_or_else(|| (readable(name), None));
        Entry {
            title,
            language,
            target: index,
            expanded: false,
            items,
        }
    }

    fn file(&mut self, path: &SourcePath, open: &mut Vec<SourcePath>) -> Vec<Entry> {
        let files = self.files;
        let Some(toc) = files.of.get(path) else {
            return Vec::new();
        };
        open.push(path.clone());
        let entries = self.entries(toc, &toc.entries, open);
        open.pop();
        entries
    }

    fn entries(
        &mut self,
        toc: &Toc<'_>,
        written: &[Written],
        open: &mut Vec<SourcePath>,
    ) -> Vec<Entry> {
        let read = written.iter().map(|entry| self.entry(toc, entry, open));
        let filled = |entry: &Entry| !entry.title.is_empty() || !entry.items.is_empty();
        read.collect::<Vec<_>>()
            .into_iter()
            .filter(filled)
            .collect()
    }

    fn entry(&mut self, toc: &Toc<'_>, written: &Written, open: &mut Vec<SourcePath>) -> Entry {
        let links = [&written.toc, &written.href].into_iter().flatten();
        let mut named = links.filter_map(|link| Some((link, self.files.named(toc.file, link)?)));
        let taken = named.next();
        let mut items = match &taken {
            Some((link, path)) if open.contains(path) => {
                self.circle(toc, link);
                Vec::new()
            }
            Some((_, path)) => self.file(path, open),
            None => Vec::new(),
        };
        if let Some((link, path)) = &taken {
            self.spelling(toc, link, path);
        }
        items.extend(self.entries(toc, &written.items, open));
        let href = written.href.as_ref().filter(|_| taken.is_none());
        let target = match (written.topic.as_ref().or(href), &written.uid) {
            (Some(link), _) => self.target(toc, link, &link.target),
            (None, Some(uid)) => self.target(toc, uid, &format!("xref:{}", uid.target)),
            (None, None) => Target::None,
        };
        let named = written.name.clone().filter(|name| !name.is_empty());
        let foreign = (toc.locale != *self.locale).then(|| toc.locale.clone());
        let own = foreign.as_ref().and_then(|_| self.own_title(&target));
        let (title, language) = own
            .map(|title| (title, None))
            .or_else(|| Some((named?, foreign)))
            .or_else(|| self.title_of(&target))
            .unwrap_or_default();
        Entry {
            title,
            language,
            target,
            expanded: written.expanded,
            items,
        }
    }

    fn target(&mut self, toc: &Toc<'_>, link: &Link, target: &str) -> Target {
        let at = |rule: &'static Rule, message: String| {
            let span = toc.source.span(link.range.clone());
            rule.at(&toc.file.path, span, message)
        };
        match self.resolver.link(&toc.file.path, target, self.locale) {
            Answer::Page { document, .. } => Target::Document(document),
            Answer::Moved(redirect) => {
                let finding = at(&REDIRECTED, format!("`{}` has moved", link.target));
                self.moved(redirect, finding)
            }
            Answer::Elsewhere => Target::Outside(target.to_owned()),
            Answer::Resource(_) | Answer::OtherCase(_) => Target::None,
            Answer::Unknown {
                near: Some(near),
                case_only,
            } => {
                let (rule, how) = match case_only {
                    true => (&CASE, "other capital letters than"),
                    false => (&BROKEN, "one letter other than"),
                };
                let message = format!("`{}` has {how} the page `{near}`", link.target);
                self.findings
                    .push(at(rule, message).help(format!("link to the page `{near}`")));
                Target::Document(near.into())
            }
            Answer::Reference | Answer::Unknown { near: None, .. } => {
                let rooted = link.target.starts_with('/') && !self.resolver.is_own(&link.target);
                if !rooted {
                    self.findings
                        .push(lost(&self.config.links, &link.target, at));
                }
                self.outside(toc, &link.target)
            }
        }
    }

    fn moved(&mut self, redirect: RedirectId, finding: Finding) -> Target {
        match self.resolver.follow(redirect, self.locale) {
            End::Page { document, .. } => {
                self.findings
                    .push(finding.help(format!("link to the page `{document}`")));
                Target::Document(document)
            }
            End::Elsewhere(address) => {
                self.findings
                    .push(finding.help(format!("write `{address}`")));
                Target::Outside(address)
            }
            End::Outside(address) => {
                self.findings
                    .push(finding.help(format!("write `{address}`")));
                let address = self.config.links.address(self.locale, &address);
                address.map_or(Target::None, Target::Outside)
            }
            End::Loop | End::Lost(_) => Target::None,
        }
    }

    fn outside(&self, toc: &Toc<'_>, target: &str) -> Target {
        let address = self.resolver.address_outside(&toc.file.path, target);
        let address = address.as_deref().unwrap_or(target);
        let whole = self.config.links.address(self.locale, address);
        whole.map_or(Target::None, Target::Outside)
    }

    /// Tells of the file that a link takes in where its folders are spelled otherwise.
    fn spelling(&mut self, toc: &Toc<'_>, link: &Link, path: &SourcePath) {
        let written = link.target.trim_start_matches(['.', '/', '~']);
        let folder = written.rsplit_once('/').map_or("", |(folder, _)| folder);
        let folder = decode(folder);
        let found = path.folder();
        let alike = found.to_lowercase().ends_with(&folder.to_lowercase());
        if alike && !found.ends_with(&folder) {
            let span = toc.source.span(link.range.clone());
            let message = format!("`{}` has other capital letters than `{path}`", link.target);
            let finding = CASE.at(&toc.file.path, span, message);
            self.findings
                .push(finding.help("write the folders as they are called"));
        }
    }

    fn circle(&mut self, toc: &Toc<'_>, link: &Link) {
        let span = toc.source.span(link.range.clone());
        let message = format!("`{}` takes in this file, which takes it in", link.target);
        let finding = NAVIGATION.at(&toc.file.path, span, message);
        self.findings.push(finding.help("take one of the two out"));
    }

    /// The title of a page in the reader's own language.
    fn own_title(&self, target: &Target) -> Option<String> {
        let Target::Document(document) = target else {
            return None;
        };
        let catalog = self.resolver.catalog;
        let id = catalog.current(document, self.locale)?;
        Some(catalog.revision(id).title().to_owned())
    }

    /// The title of the page that a reader finds, with its language where that is another.
    fn title_of(&self, target: &Target) -> Option<(String, Option<Locale>)> {
        let Target::Document(document) = target else {
            return None;
        };
        let shown = self.resolver.filled(document, self.locale)?;
        let catalog = self.resolver.catalog;
        let revision = catalog.revision(shown.revision());
        let language = &revision.place.locale;
        let foreign = (language != self.locale).then(|| language.clone());
        Some((revision.title().to_owned(), foreign))
    }
}
