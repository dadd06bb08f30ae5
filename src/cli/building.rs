//! One build of a site, upon what an earlier one left.

use std::mem::ManuallyDrop;
use std::panic::resume_unwind;
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};

use camino::Utf8Path;

use crate::check::drift::testimony::SourceNow;
use crate::check::{Anew, Known};
use crate::cli::finds::Finds;
use crate::cli::history;
use crate::cli::memory::Memory;
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::document::revision::Revision;
use crate::finding::Finding;
use crate::io::manifest;
use crate::io::moment::Moment;
use crate::io::publish::{Published, Replaced, Staging};
use crate::io::search;
use crate::io::shard::Label;
use crate::memo::Key;
use crate::pipeline::before::{Before, LanguageIndex, Left, Site};
use crate::pipeline::build::{Built, build, build_upon, build_with};
use crate::pipeline::furnish::Furniture;
use crate::pipeline::inspect::{Inspection, counted};
use crate::pipeline::keys::{self, Keys};
use crate::pipeline::plan;
use crate::pipeline::project::Project;
use crate::pipeline::recall::Recall;
use crate::source::Writer;

/// The states of the clones of a site's folders.
type Clones = Vec<Option<String>>;

/// A build that is asked for.
pub struct Building<'a> {
    /// What the run was asked for.
    pub session: &'a Session,
    /// What is built.
    pub project: &'a Project<'a>,
    /// What builds before left.
    pub memory: &'a Memory<'a>,
    /// Where the site is put.
    pub out: &'a Utf8Path,
}

/// What became of it.
pub struct Done {
    /// Pages of the site, with those that stayed.
    pub pages: usize,
    /// Languages of the site.
    pub locales: usize,
    /// What became of its files.
    pub published: Published,
    /// Findings to deny and to warn of, where they were to be counted.
    pub counts: Option<(usize, usize)>,
}

impl Done {
    fn new(built: &Built, published: Published, counts: Option<(usize, usize)>) -> Self {
        Self {
            pages: built.pages,
            locales: built.locales,
            published,
            counts,
        }
    }
}

impl Building<'_> {
    /// Builds the site. Where nothing that it is made from is another than for the site that
    /// stands, that one stays.
    ///
    /// # Errors
    /// What keeps the site from being read or written; the site that stood before stands still. Where
    /// its findings alone could not be counted, the new one stands.
    pub fn run(&self) -> anyhow::Result<Done> {
        let begun = Moment::now();
        if self.memory.is_edited(self.project) {
            return self.build(None, begun);
        }
        let before = self.memory.before();
        let standing = before.site.as_ref().and_then(|site| self.stands(site));
        match standing {
            Some(done) => Ok(done),
            None => self.build(Some(before), begun),
        }
    }

    fn stands(&self, site: &Site) -> Option<Done> {
        let counts = site.counts.filter(|_| self.project.proofread);
        let counted = counts.is_some() || !self.project.proofread;
        if !counted {
            return None;
        }
        if manifest::key(self.out)? != site.manifest {
            return None;
        }
        let same = || site.key == keys::site(self.project, self.memory.program(), None);
        if site.clones != history::heads(self.session, self.project) || !same() {
            return None;
        }
        let kept = manifest::untouched(self.out)?;
        Some(Done {
            pages: site.pages,
            locales: site.locales,
            published: Published {
                written: 0,
                kept,
                removed: 0,
                manifest: site.manifest,
            },
            counts,
        })
    }

    /// Builds upon what the build before left, where that was looked at already.
    fn build(&self, before: Option<Before>, begun: Moment) -> anyhow::Result<Done> {
        let (session, project) = (self.session, self.project);
        let clones = history::heads(session, project);
        let bytes = OnceLock::new();
        let (staging, before, recall) = self.open(before, &bytes)?;
        // The program ends soon, and the system takes all of its memory back at once.
        let recall = ManuallyDrop::new(recall);
        let inspection =
            history::inspect_recalling(project, (self.memory, recall.as_ref()), session);
        let inspection = ManuallyDrop::new(inspection);
        let (keys, furniture) = rayon::join(
            || Keys::new(project, &inspection, self.memory.program()),
            || Furniture::new(project, &inspection),
        );
        let mut furniture = ManuallyDrop::new(furniture);
        let mut upon = ManuallyDrop::new(plan::Basis { keys, before });
        let outcome = {
            let writer = rendering(session, &staging);
            build_upon(project, (&inspection, &mut furniture), &upon, &writer)?
        };
        session.disk.ensure_read()?;
        let mut built = outcome.value;
        let finds = Finds::new(self.memory, &upon);
        let count = || count(project, (&inspection, &finds), outcome.findings);
        let (published, counts) = at_once(
            || publish_over(session, (project, &mut built), staging),
            || project.proofread.then(count),
            || {
                // Pages are read no more; the rest is asked again below.
                if self.memory.is_since(project, begun) {
                    self.memory.keep(project, &inspection, recall.as_ref());
                }
            },
        );
        let (published, removing) = published?;
        session.disk.ensure_read()?; // To count findings, files are read too.
        let done = Done::new(&built, published, counts);
        session.progress.clear();
        let found = finds.into_noted();
        let (found, linked) = upon.take_found(found);
        let left = ManuallyDrop::new(Left {
            found,
            linked,
            site: self.site(&done, clones, &inspection),
            ..built.left
        });
        if self.memory.is_since(project, begun) {
            self.memory.leave(&left);
        }
        // What could not be removed the next build removes.
        let _ = removing.join();
        Ok(done)
    }

    /// Opens the place of the site and all that is remembered, at once. `bytes` hold what was read of
    /// pages.
    fn open<'b>(
        &'b self,
        before: Option<Before>,
        bytes: &'b OnceLock<Vec<u8>>,
    ) -> anyhow::Result<(Staging, Before, Option<Recall<'b>>)> {
        let recall = || {
            let bytes = bytes.get_or_init(|| self.memory.read());
            self.memory.recall(self.project, bytes)
        };
        let begin = || {
            let staging = Staging::begin(self.out);
            (staging, before.unwrap_or_else(|| self.memory.before()))
        };
        let (recall, (staging, before)) = rayon::join(recall, begin);
        Ok((staging?, before, recall))
    }

    /// The site as it now stands; none where it is not to be taken as it is.
    fn site(&self, done: &Done, clones: Clones, inspection: &Inspection) -> Option<Site> {
        is_told(&clones, inspection).then(|| Site {
            key: keys::site(
                self.project,
                self.memory.program(),
                Some(&inspection.intakes),
            ),
            manifest: done.published.manifest,
            clones,
            pages: done.pages,
            locales: done.locales,
            counts: done.counts,
        })
    }

    /// Builds a share of the site, which other shares make whole.
    ///
    /// # Errors
    /// Those of [`Building::run`].
    pub fn share(&self, label: impl FnOnce(&Inspection) -> Label) -> anyhow::Result<Done> {
        let staging = Staging::begin(self.out)?;
        let inspection = history::inspect(self.session, self.project);
        let outcome = {
            let writer = rendering(self.session, &staging);
            build(self.project, &inspection, &writer)?
        };
        self.session.disk.ensure_read()?;
        let built = outcome.value;
        for (path, bytes) in label(&inspection).files(&built.searchable)? {
            staging.write(path, &bytes)?;
        }
        let published = staging.publish()?;
        self.session.progress.clear();
        let count = || count(self.project, (&inspection, &Anew), outcome.findings);
        let counts = self.project.proofread.then(count);
        self.session.disk.ensure_read()?; // To count findings, files are read too.
        Ok(Done::new(&built, published, counts))
    }
}

/// Publishes a site while its findings are counted and what was read is put away: the last language
/// to be indexed, and the disk, leave a core to them.
fn at_once<P, C: Send>(
    publish: impl FnOnce() -> P,
    count: impl FnOnce() -> C + Send,
    keep: impl FnOnce() + Send,
) -> (P, C) {
    thread::scope(|scope| {
        let counting = scope.spawn(count);
        scope.spawn(keep);
        let published = publish();
        let counts = counting.join();
        (
            published,
            counts.unwrap_or_else(|panic| resume_unwind(panic)),
        )
    })
}

/// Makes the pages of a site that was read, and puts it in its place, upon nothing but files that are
/// the same.
///
/// # Errors
/// What keeps it from being written; the site that stood before stands still.
pub fn put(
    session: &Session,
    project: &Project<'_>,
    (inspection, furniture): (&Inspection, &Furniture),
    staging: Staging,
) -> anyhow::Result<Done> {
    let outcome = {
        let writer = rendering(session, &staging);
        build_with(project, inspection, furniture, &writer)?
    };
    let mut built = outcome.value;
    let (published, _) = publish(session, (project, &mut built), staging)?;
    session.progress.clear();
    Ok(Done::new(&built, published, None))
}

/// Whether clones said all that they were asked: what they do not know they may know tomorrow,
/// although nothing of their newest commit is another.
fn is_told(clones: &Clones, inspection: &Inspection) -> bool {
    let said = &inspection.testimony.sources;
    let is_silent = |(id, revision): (usize, &Arc<Revision>)| {
        let known = said.get(&id);
        revision.front.source_commit.is_some()
            && known.is_none_or(|known| matches!(known, SourceNow::Unknown(_)))
    };
    let mut revisions = inspection.catalog.revisions.iter().enumerate();
    clones.iter().all(Option::is_none) || !revisions.any(is_silent)
}

/// Begins to tell how far pages are made.
fn rendering<'a>(session: &'a Session, staging: &'a Staging) -> Counted<'a> {
    let told = session.words.text("cli-rendering", &[]);
    session.progress.begin(told, None);
    Counted {
        staging,
        progress: &session.progress,
    }
}

/// Puts a site in its place, with the indexes of its search where it shall have them.
fn publish(
    session: &Session,
    (project, built): (&Project<'_>, &mut Built),
    staging: Staging,
) -> anyhow::Result<(Published, Replaced)> {
    session.disk.ensure_read()?;
    if project.search {
        index(built, &staging)?;
    }
    staging.replace()
}

/// The same; the site that was is removed while other things go on, since that takes long.
fn publish_over(
    session: &Session,
    (project, built): (&Project<'_>, &mut Built),
    staging: Staging,
) -> anyhow::Result<(Published, JoinHandle<()>)> {
    let (published, replaced) = publish(session, (project, built), staging)?;
    Ok((published, thread::spawn(|| drop(replaced))))
}

/// Makes the indexes that do not stand.
fn index(built: &mut Built, staging: &Staging) -> anyhow::Result<()> {
    let searchable = std::mem::take(&mut built.searchable);
    let indexed = search::index(searchable, &built.indexes)?;
    for (path, bytes) in &indexed.files {
        staging.write(path, bytes)?;
    }
    built.left.indexes = indexes(built, indexed.languages);
    Ok(())
}

/// The indexes that stay, and those that were made, under what they were made from.
fn indexes(built: &mut Built, made: Vec<LanguageIndex>) -> Vec<LanguageIndex> {
    let mut all = std::mem::take(&mut built.indexes);
    for index in made {
        let known = built.languages.iter();
        let key = known.clone().find(|(tag, _)| *tag == index.language);
        all.extend(key.map(|(_, key)| LanguageIndex { key: *key, ..index }));
    }
    all
}

fn count(
    project: &Project<'_>,
    (inspection, known): (&Inspection, &dyn Known),
    made: Vec<Finding>,
) -> (usize, usize) {
    let (deny, warn) = inspection.count(project, known);
    let of_pages = counted(made, project.config);
    (deny + of_pages.0, warn + of_pages.1)
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

    fn write_known(&self, path: &str, bytes: &[u8], key: &Key) -> std::io::Result<()> {
        self.progress.step();
        let written = self.staging.write_known(path, bytes, key);
        written.map_err(std::io::Error::other)
    }

    fn keep(&self, path: &str, bytes: &Key) -> bool {
        self.staging.keep(path, bytes)
    }
}
