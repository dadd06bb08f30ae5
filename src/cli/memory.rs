//! What commands remember from one run to the next, in `.instep/`.

use std::io::Write;
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::catalog::identity::File;
use crate::cli::session::Session;
use crate::finding::Finding;
use crate::io::cache::Cache;
use crate::io::moment::Moment;
use crate::io::program;
use crate::memo::{self, Key, Unusable};
use crate::pipeline::before::{Before, Left};
use crate::pipeline::inspect::Inspection;
use crate::pipeline::kept::{PackedFindings, Rules};
use crate::pipeline::paired::{self, Remembered};
use crate::pipeline::project::Project;
use crate::pipeline::recall::{self, Recall, circumstances};

/// What reading pages gave.
const READ: &str = "read";
/// Which sections are one in two texts.
const PAIRS: &str = "pairs";
/// What the last build made, and from what.
const SITE: &str = "site";

/// Up to one file in so many is some.
const SOME: usize = 8;

/// What is remembered of a site.
pub struct Memory<'s> {
    session: &'s Session,
    cache: Cache,
    rules: Rules,
    /// Known once it is asked for.
    program: OnceLock<Key>,
}

impl<'s> Memory<'s> {
    /// What builds of the session's site left.
    pub fn of(session: &'s Session) -> Self {
        Self {
            session,
            cache: Cache::of(&session.root),
            rules: Rules::new(&crate::rules::all()),
            program: OnceLock::new(),
        }
    }

    /// The bytes that [`Memory::recall`] takes; empty where nothing is remembered.
    pub fn read(&self) -> Vec<u8> {
        self.cache.read(READ).unwrap_or_default()
    }

    /// What reading gave in an earlier run by the same settings.
    pub fn recall<'b>(&'b self, project: &Project<'_>, bytes: &'b [u8]) -> Option<Recall<'b>> {
        if bytes.is_empty() {
            return None;
        }
        let by = (project, self.program());
        self.judged(READ, Recall::open(bytes, by, &self.rules))
    }

    /// Gives an inspection what an earlier run found out of its sections.
    pub fn pair(&self, project: &Project<'_>, inspection: &Inspection) {
        let Some(bytes) = self.cache.read(PAIRS) else {
            return;
        };
        let by = (project, self.program());
        if let Some(remembered) = self.judged(PAIRS, Remembered::open(&bytes, by)) {
            remembered.hand_over(inspection);
        }
    }

    /// Remembers what was read, unless all of it was remembered already, and which sections are
    /// one.
    pub fn keep(&self, project: &Project<'_>, inspection: &Inspection, known: Option<&Recall<'_>>) {
        let key = circumstances(project, self.program());
        let mut pairs = paired::keep(inspection);
        let written = self
            .cache
            .write(PAIRS, |to| memo::seal(&key, &mut pairs, to));
        self.told(written);
        if known.is_some_and(|known| known.is_all(&inspection.intakes)) {
            return;
        }
        let mut parts = recall::keep(project, &inspection.intakes, known);
        let written = self
            .cache
            .write(READ, |to| memo::seal(&key, &mut parts, to));
        self.told(written);
    }

    /// Whether no file of a project changed since a moment: what was read before a change, and
    /// after, belongs to neither of its texts. To be asked when nothing is read any more.
    pub fn is_since(&self, project: &Project<'_>, begun: Moment) -> bool {
        self.changed_since(project, begun) == 0
    }

    /// Whether some files of a project were changed since a build was remembered: to read all only to
    /// find that one is another takes long. Where most were, as in a fresh clone, they may still be
    /// the same.
    pub fn is_edited(&self, project: &Project<'_>) -> bool {
        let changed = |moment| self.changed_since(project, moment);
        let changed = self.cache.written(SITE).map_or(0, changed);
        changed > 0 && changed <= project.files.len() / SOME
    }

    fn changed_since(&self, project: &Project<'_>, moment: Moment) -> usize {
        let root = &self.session.root;
        let is_later = |file: &&File| !moment.is_after_changes(&root.join(file.path.as_str()));
        project.files.par_iter().filter(is_later).count()
    }

    /// What the last build made, and from what; nothing where that is not known.
    pub fn before(&self) -> Before {
        let bytes = self.cache.read(SITE);
        let opened = bytes.map(|bytes| Before::open(&bytes, self.program()));
        let judged = opened.and_then(|opened| self.judged(SITE, opened));
        judged.unwrap_or_default()
    }

    /// Remembers what a build made.
    pub fn leave(&self, left: &Left) {
        let mut parts = left.parts();
        let sealed = |to: &mut dyn Write| memo::seal(self.program(), &mut parts, to);
        self.told(self.cache.write(SITE, sealed));
    }

    /// The findings that an earlier run kept.
    pub fn findings(&self, kept: &PackedFindings) -> Option<Vec<Finding>> {
        self.rules.findings(kept.open()?)
    }

    /// Which program this is: what another one wrote is not believed.
    pub fn program(&self) -> &Key {
        self.program.get_or_init(program::key)
    }

    /// What was opened; a damaged file is told of and taken away, so that it is made anew.
    fn judged<T>(&self, name: &str, opened: Result<T, Unusable>) -> Option<T> {
        if let Err(Unusable::Damaged) = opened {
            self.cache.forget(name);
            let told = self.session.words.text("cli-cache-damaged", &[]);
            self.session.voice.say(&told);
        }
        opened.ok()
    }

    /// A site can be built from a folder that cannot be written.
    fn told(&self, written: std::io::Result<()>) {
        if let Err(error) = written {
            let told = format!("`.instep/` cannot be written: {error}");
            self.session.voice.detail(&told);
        }
    }
}
