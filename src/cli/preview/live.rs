//! A site that is read, and follows its files.

use std::collections::BTreeSet;

use crate::cli::history;
use crate::cli::memory::Memory;
use crate::cli::preview::batch::Batch;
use crate::cli::preview::known::{Known, Moved, REST};
use crate::cli::session::Session;
use crate::cli::undated::Clones;
use crate::io::moment::Moment;
use crate::io::search;
use crate::path::SourcePath;
use crate::pipeline::furnish::Furniture;
use crate::pipeline::inspect::Inspection;
use crate::pipeline::intake::Intakes;
use crate::pipeline::project::Project;
use crate::pipeline::update::{Affected, Changes};

/// A site that is read: everything that pages are made from.
pub struct Live<'s> {
    /// What the run was asked for.
    pub session: &'s Session,
    /// What the site is made from.
    pub project: Project<'s>,
    /// What was read of it.
    pub inspection: Inspection,
    /// What its pages share.
    pub furniture: Furniture,
    linked: BTreeSet<SourcePath>,
    clones: Clones<'s>,
    /// The newest commits of the clones when they were read.
    heads: Vec<Option<String>>,
    /// When pages began to be read that no earlier run had read.
    pub unremembered: Option<Moment>,
}

/// What was read by the settings before, where these read in the same way.
pub struct Carried {
    /// What reading each page gave.
    pub intakes: Intakes,
    /// Files since then.
    pub changes: Changes,
}

impl<'s> Live<'s> {
    /// Reads a site, or takes what was read before.
    ///
    /// # Errors
    /// A `dates.yaml` of the site that cannot be read.
    pub fn new(session: &'s Session, carried: Option<Carried>) -> anyhow::Result<Self> {
        let mut project = session.project()?;
        project.search = search::AVAILABLE;
        let begun = Moment::now();
        let mut unremembered = None;
        let memory = Memory::of(session);
        let is_first = carried.is_none();
        let mut inspection = match carried {
            None => {
                let bytes = memory.read();
                let recall = memory.recall(&project, &bytes);
                let inspection = Inspection::of_pages(&project, recall.as_ref());
                let is_all = recall.is_some_and(|recall| recall.is_all(&inspection.intakes));
                unremembered = (!is_all).then_some(begun);
                inspection
            }
            Some(Carried { intakes, changes }) => Inspection::since(&project, intakes, &changes),
        };
        let heads = history::heads(session, &project);
        let mut clones = Clones::new(session, &project);
        history::complete(session, &project, (&mut inspection, &mut clones));
        // By other settings nothing is remembered yet.
        if is_first {
            memory.pair(&project, &inspection);
        }
        Ok(Self {
            session,
            furniture: Furniture::new(&project, &inspection),
            linked: session.linked().clone(),
            clones,
            heads,
            project,
            inspection,
            unremembered,
        })
    }

    /// The paths of the files that were listed.
    pub fn paths(&self) -> BTreeSet<SourcePath> {
        let files = self.project.files.iter();
        files.map(|file| file.path.clone()).collect()
    }

    /// Takes the files as a session with the same settings has listed them, and says what became of
    /// those before.
    pub fn list(&mut self, batch: &Batch, session: &Session) -> Changes {
        let changes = batch.changes(&self.paths(), session);
        self.project.files = session.shared_files();
        self.project.findings = session.listing_findings().to_vec();
        self.linked = session.linked().clone();
        changes
    }

    /// What became of the files where none came or went.
    pub fn rewritten(&self, batch: &Batch) -> Changes {
        batch.rewritten(&self.linked)
    }

    /// Follows files that changed, and notes which documents have to be checked for that.
    pub fn follow(&mut self, batch: &Batch, changes: &Changes, known: &mut Known) {
        if batch.theme
            && let Ok(theme) = self.session.read_theme()
        {
            self.project.theme = theme;
            self.furniture.change_theme(&self.project, &self.inspection);
        }
        if batch.words
            && let Ok((words, _)) = self.session.read_locales()
        {
            self.project.messages = words;
            self.furniture.change_words(&self.project, &self.inspection);
        }
        if changes.paths().next().is_some() {
            let mut affected = self.inspection.update(&self.project, changes);
            self.ask_history(&mut affected);
            let what = (changes, &affected);
            self.furniture.update(&self.project, &self.inspection, what);
            self.demand(changes, &affected, known);
        }
        known.demand([REST.into()].into_iter());
    }

    fn ask_history(&mut self, affected: &mut Affected) {
        let heads = history::heads(self.session, &self.project);
        if heads == self.heads {
            let of = (&mut self.inspection, &mut self.clones);
            return history::follow(self.session, &self.project, of, affected);
        }
        self.heads = heads;
        self.clones = Clones::new(self.session, &self.project);
        let of = (&mut self.inspection, &mut self.clones);
        history::complete(self.session, &self.project, of);
        // Another history may say something else of any document.
        let all = self.inspection.catalog.documents.keys();
        affected.documents.extend(all.map(Box::from));
        affected.regrouped = true;
    }

    fn demand(&self, changes: &Changes, affected: &Affected, known: &mut Known) {
        let catalog = &self.inspection.catalog;
        let is_page = |path: &SourcePath| self.inspection.intakes.contains_key(path);
        if changes.moved.iter().any(|path| !is_page(path)) {
            // A file that is gone is no page any more, and links to it lead nowhere.
            return known.demand_all(catalog.documents.keys());
        }
        known.demand(affected.documents.iter().cloned());
        let moved = match affected.regrouped {
            true => Moved::Pages,
            false => Moved::Nothing,
        };
        known.demand_linking(&affected.documents, moved);
    }
}
