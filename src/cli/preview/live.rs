//! A site that is read, and follows its files.

use std::collections::BTreeSet;

use crate::cli::history;
use crate::cli::preview::batch::Batch;
use crate::cli::preview::known::{Known, Moved, REST};
use crate::cli::session::{Listing, Session};
use crate::io::search;
use crate::path::SourcePath;
use crate::pipeline::furnish::Furniture;
use crate::pipeline::inspect::Inspection;
use crate::pipeline::project::Project;
use crate::pipeline::read::Intakes;
use crate::pipeline::update::{Affected, Changes};

/// A site that is read: everything that pages are made from.
pub struct Live<'s> {
    pub session: &'s Session,
    pub project: Project<'s>,
    pub inspection: Inspection,
    pub furniture: Furniture,
    linked: BTreeSet<SourcePath>,
    /// The newest commits of the clones that were asked.
    heads: Vec<Option<String>>,
    /// Why files could not be listed, while that holds.
    pub unlisted: Option<String>,
}

/// What was read by the settings before, where these read in the same way.
pub struct Carried {
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
        let mut inspection = match carried {
            None => Inspection::new(&project),
            Some(Carried { intakes, changes }) => {
                let mut inspection = Inspection::over(&project, intakes);
                inspection.update(&project, &changes);
                inspection
            }
        };
        history::ask(session, &project, &mut inspection);
        Ok(Self {
            session,
            furniture: Furniture::new(&project, &inspection),
            linked: session.listing().linked.clone(),
            heads: history::heads(session, &project, &inspection.catalog),
            project,
            inspection,
            unlisted: None,
        })
    }

    /// The paths of the files that were listed.
    pub fn paths(&self) -> BTreeSet<SourcePath> {
        let files = self.project.files.iter();
        files.map(|file| file.path.clone()).collect()
    }

    /// Follows files that changed, and notes which documents have to be checked for that.
    pub fn follow(&mut self, batch: &Batch, known: &mut Known) {
        if batch.theme
            && let Ok(theme) = self.session.theme()
        {
            self.project.theme = theme;
            self.furniture.change_theme(&self.project, &self.inspection);
        }
        if batch.words
            && let Ok(words) = self.session.words()
        {
            self.project.messages = words;
            self.furniture.change_words(&self.project, &self.inspection);
        }
        if !batch.content.is_empty() || self.unlisted.is_some() {
            let changes = self.list(batch);
            let affected = self.inspection.update(&self.project, &changes);
            self.ask_history(&affected);
            let what = (&changes, &affected);
            self.furniture.update(&self.project, &self.inspection, what);
            self.demand(&changes, &affected, known);
        }
        known.demand([REST.into()].into_iter());
    }

    /// What became of the files. They are listed anew only where one may have come or gone.
    fn list(&mut self, batch: &Batch) -> Changes {
        if self.unlisted.is_none() && !batch.moves(self.session, &self.project) {
            return batch.rewritten(&self.linked);
        }
        match self.session.list() {
            Ok(listing) => {
                let changes = batch.changes(&self.paths(), &listing);
                let Listing {
                    files,
                    findings,
                    linked,
                } = listing;
                self.project.files = files;
                self.project.findings = findings;
                self.linked = linked;
                self.unlisted = None;
                changes
            }
            Err(error) => {
                self.unlisted = Some(format!("{error:#}"));
                batch.rewritten(&self.linked)
            }
        }
    }

    fn ask_history(&mut self, affected: &Affected) {
        let heads = history::heads(self.session, &self.project, &self.inspection.catalog);
        if heads == self.heads {
            let of = (&mut self.inspection, affected);
            history::ask_again(self.session, &self.project, of);
        } else {
            history::ask(self.session, &self.project, &mut self.inspection);
            self.heads = heads;
        }
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
