//! One step with the files of a site: what a batch of changes means, and whether its settings still
//! hold.

use crate::cli::arguments::{Global, Levels};
use crate::cli::preview::batch::Batch;
use crate::cli::preview::known::Known;
use crate::cli::preview::live::{Carried, Live};
use crate::cli::session::Session;
use crate::cli::status::told;
use crate::pipeline::read;

/// Follows a site whose settings were read in this way.
pub struct Follower<'f> {
    /// What every command is told.
    pub global: &'f Global,
    /// Levels of the command line.
    pub levels: &'f Levels,
}

/// What a batch of changes led to.
pub enum Step {
    /// The site was brought up to date.
    Followed,
    /// The settings are others: a site is to be made from these.
    Turn(Box<Turn>),
}

/// A session with new settings, and what was read by those before.
pub struct Turn {
    /// Has the new settings.
    pub session: Session,
    /// What may be kept of the session before.
    pub carried: Option<Carried>,
}

impl Follower<'_> {
    /// Takes a step. `trouble` says why settings or folders cannot be read, while that holds.
    pub fn step(
        &self,
        batch: &Batch,
        live: &mut Live<'_>,
        (trouble, known): (&mut Option<String>, &mut Known),
    ) -> Step {
        let mut changes = live.rewritten(batch);
        // What was missing may have come with any file.
        let asks = batch.settings || trouble.is_some();
        if asks || batch.moves(live.session, &live.project) {
            match self.open() {
                Ok(session) if is_alike(&session, live.session) => {
                    *trouble = None;
                    changes = live.list(batch, &session);
                }
                Ok(session) => {
                    *trouble = None;
                    return Step::Turn(Box::new(turn(session, live, batch)));
                }
                Err(error) => *trouble = Some(told(&error)),
            }
        }
        live.follow(batch, &changes, known);
        if let Err(error) = live.session.disk.ensure_read() {
            match self.open() {
                Ok(session) => {
                    // Pages that could not be read are read again, with all others.
                    let carried = None;
                    return Step::Turn(Box::new(Turn { session, carried }));
                }
                Err(_) => *trouble = Some(told(&error)),
            }
        }
        Step::Followed
    }

    fn open(&self) -> anyhow::Result<Session> {
        let session = Session::open(self.global, self.levels)?;
        // Whether its words around dates can be read shows here.
        session.scanners()?;
        session.disk.ensure_read()?;
        Ok(session)
    }
}

fn is_alike(a: &Session, b: &Session) -> bool {
    a.config == b.config && a.cues() == b.cues()
}

/// The way on to a session with other settings, with what was read where these read alike.
fn turn(session: Session, live: &Live<'_>, batch: &Batch) -> Turn {
    let alike = live.session.disk.ensure_read().is_ok()
        && read::alike(&live.session.config, &session.config)
        && live.session.cues() == session.cues();
    let carried = alike.then(|| Carried {
        changes: batch.changes(&live.paths(), &session),
        intakes: live.inspection.intakes.clone(),
    });
    Turn { session, carried }
}
