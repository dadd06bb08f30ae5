//! One build of a site, upon what an earlier one left.

use camino::Utf8Path;

use crate::cli::history;
use crate::cli::memory::Memory;
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::finding::{Finding, Level};
use crate::io::manifest;
use crate::io::publish::{Published, Staging};
use crate::io::search;
use crate::io::shard::Label;
use crate::memo::Key;
use crate::pipeline::before::{Before, Index, Left, Site};
use crate::pipeline::build::{Built, build_upon};
use crate::pipeline::inspect::{Inspection, levelled};
use crate::pipeline::keys::{self, Keys};
use crate::pipeline::plan;
use crate::pipeline::project::Project;
use crate::source::Writer;

/// A build that is asked for.
pub struct Building<'a> {
    pub session: &'a Session,
    pub project: &'a Project<'a>,
    pub memory: &'a Memory<'a>,
    pub out: &'a Utf8Path,
}

/// What became of it.
pub struct Done {
    pub pages: usize,
    pub locales: usize,
    pub published: Published,
    /// Findings to deny and to warn of, where they were to be counted.
    pub counts: Option<(usize, usize)>,
}

impl Building<'_> {
    /// Builds the site. Where nothing that it is made from is another than for the site that
    /// stands, that one stays.
    ///
    /// # Errors
    /// What keeps the site from being read or written; the site that stood before stands still.
    pub fn run(&self) -> anyhow::Result<Done> {
        let before = self.memory.before();
        let key = keys::site(self.project, self.memory.program());
        match before
            .site
            .as_ref()
            .and_then(|site| self.stands(site, &key))
        {
            Some(done) => Ok(done),
            None => self.build(before, key),
        }
    }

    fn stands(&self, site: &Site, key: &Key) -> Option<Done> {
        let counts = site.counts.filter(|_| self.project.proofread);
        let counted = counts.is_some() || !self.project.proofread;
        let said =
            site.heads.is_empty() || site.heads == history::all_heads(self.session, self.project);
        if site.key != *key || !counted || !said || manifest::key(self.out)? != site.manifest {
            return None;
        }
        let kept = manifest::untouched(self.out)?;
        Some(Done {
            pages: site.pages,
            locales: site.locales,
            published: Published {
                kept,
                ..Published::default()
            },
            counts,
        })
    }

    fn build(&self, before: Before, key: Key) -> anyhow::Result<Done> {
        let (session, project) = (self.session, self.project);
        let staging = Staging::begin(self.out)?;
        let bytes = self.memory.read();
        let recall = self.memory.recall(project, &bytes);
        let inspection = history::inspect_recalling(session, project, recall.as_ref());
        let upon = plan::Memory {
            keys: Keys::new(project, &inspection, self.memory.program()),
            before,
        };
        let outcome = self.render(&inspection, Some(&upon), &staging)?;
        let mut built = outcome.value;
        let searchable = std::mem::take(&mut built.searchable);
        if project.search {
            let indexed = search::index(searchable, &built.indexes)?;
            for (path, bytes) in &indexed.files {
                staging.write(path, bytes)?;
            }
            built.left.indexes = indexes(&mut built, indexed.languages);
        }
        let published = staging.publish()?;
        session.progress.clear();
        self.memory.keep(project, &inspection, recall.as_ref());
        let counts = project
            .proofread
            .then(|| count(project, &inspection, outcome.findings));
        let heads = history::heads(session, project, &inspection.catalog);
        self.leave(&mut built, (key, heads, counts));
        Ok(Done {
            pages: built.pages,
            locales: built.locales,
            published,
            counts,
        })
    }

    /// Builds a share of the site, which other shares make whole.
    ///
    /// # Errors
    /// Those of [`Building::run`].
    pub fn share(&self, label: impl FnOnce(&Inspection) -> Label) -> anyhow::Result<Done> {
        let staging = Staging::begin(self.out)?;
        let inspection = history::inspect(self.session, self.project);
        let outcome = self.render(&inspection, None, &staging)?;
        let built = outcome.value;
        for (path, bytes) in label(&inspection).files(&built.searchable)? {
            staging.write(path, &bytes)?;
        }
        let published = staging.publish()?;
        self.session.progress.clear();
        let counted = self.project.proofread;
        Ok(Done {
            pages: built.pages,
            locales: built.locales,
            published,
            counts: counted.then(|| count(self.project, &inspection, outcome.findings)),
        })
    }

    fn render(
        &self,
        inspection: &Inspection,
        upon: Option<&plan::Memory<'_>>,
        staging: &Staging,
    ) -> anyhow::Result<crate::finding::Outcome<Built>> {
        let rendering = self.session.words.text("cli-rendering", &[]);
        self.session.progress.begin(rendering, None);
        let writer = Counted {
            staging,
            progress: &self.session.progress,
        };
        Ok(build_upon(self.project, inspection, upon, &writer)?)
    }

    fn leave(
        &self,
        built: &mut Built,
        (key, heads, counts): (Key, Vec<Option<String>>, Option<(usize, usize)>),
    ) {
        let mut left: Left = std::mem::take(&mut built.left);
        left.site = manifest::key(self.out).map(|manifest| Site {
            key,
            manifest,
            heads,
            pages: built.pages,
            locales: built.locales,
            counts,
        });
        self.memory.leave(left);
    }
}

/// The indexes that stay, and those that were made, under what they were made from.
fn indexes(built: &mut Built, made: Vec<Index>) -> Vec<Index> {
    let mut all = std::mem::take(&mut built.indexes);
    for index in made {
        let known = built.languages.iter();
        let key = known.clone().find(|(tag, _)| *tag == index.language);
        all.extend(key.map(|(_, key)| Index { key: *key, ..index }));
    }
    all
}

fn count(project: &Project<'_>, inspection: &Inspection, made: Vec<Finding>) -> (usize, usize) {
    let mut findings = inspection.check(project, None);
    findings.extend(levelled(made, project.config));
    let of = |level| findings.iter().filter(|found| found.level == level).count();
    (of(Level::Deny), of(Level::Warn))
}

/// A site being written, with a step of progress for each file.
struct Counted<'a> {
    staging: &'a Staging,
    progress: &'a Progress,
}

impl Writer for Counted<'_> {
    fn write(&self, path: &str, bytes: &[u8]) -> std::io::Result<()> {
        self.progress.step();
        let written = self.staging.write(path, bytes);
        written.map_err(std::io::Error::other)
    }

    fn keep(&self, path: &str, bytes: &Key) -> bool {
        self.staging.keep(path, bytes)
    }
}
