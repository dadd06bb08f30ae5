//! Says which files of a site changed, as soon as they can be read whole.

pub mod batch;
pub mod places;

pub mod snapshot;

pub mod poll;

pub mod backend;

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use camino::Utf8Path;
use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind};

use crate::io::watch::backend::Backend;
use crate::io::watch::batch::Batch;
use crate::io::watch::places::Places;
use crate::io::watch::snapshot::Snapshot;
use crate::path::SourcePath;

/// How long an idle watch sleeps before it looks whether it is still wanted.
const LONG: Duration = Duration::from_secs(3600);

/// After a folder appeared it is listed again this much later. The system tells of files in it
/// only from when it is watched itself, and some may have been written in between.
const SECOND_LOOK: Duration = Duration::from_millis(150);

/// Watches the folders of a site.
pub struct Watch {
    events: Receiver<notify::Result<Event>>,
    backend: Backend,
    places: Places,
    second_looks: Vec<SecondLook>,
    /// The files as they were when it was last not known what changed.
    known: Snapshot,
}

impl Watch {
    /// Watches `folders` with all that is in them, and the files of `root` itself. Folders are
    /// relative to the root; they may lie beside it (`../docs-en`) and need not exist yet. What
    /// lies in `ignored`, such as the output folder, is passed over.
    ///
    /// # Errors
    /// A root that is not there, named in the message.
    pub fn start(root: &Utf8Path, folders: &[&str], ignored: &[&str]) -> anyhow::Result<Self> {
        let places = Places::new(root, folders, ignored)?;
        let (sender, events) = std::sync::mpsc::channel();
        let backend = Backend::start(&places, &sender)?;
        Ok(Self::over(events, backend, places))
    }

    /// The same by asking again and again, for disks that do not tell.
    ///
    /// # Errors
    /// A root that is not there, named in the message.
    pub fn start_polling(
        root: &Utf8Path,
        folders: &[&str],
        ignored: &[&str],
    ) -> anyhow::Result<Self> {
        let places = Places::new(root, folders, ignored)?;
        let (sender, events) = std::sync::mpsc::channel();
        let backend = Backend::poll(&places, &sender, "this was asked for")?;
        Ok(Self::over(events, backend, places))
    }

    /// Why the folders are asked again and again instead of waiting for the system to tell, if
    /// they are: a sentence to be said once.
    pub fn polling(&self) -> Option<&str> {
        self.backend.polling()
    }

    /// Waits for the next change. `None` when the system stops telling.
    pub fn wait(&mut self) -> Option<Vec<SourcePath>> {
        loop {
            match self.wait_for(LONG) {
                Ok(Some(paths)) => return Some(paths),
                Ok(None) => {}
                Err(Stopped) => return None,
            }
        }
    }

    /// Waits for the next change, but not longer than `patience`; then it is none.
    ///
    /// The paths are sorted. Each was written, created, renamed, removed, or may have been; one
    /// that is gone may have been a folder, and stands for all that was in it.
    ///
    /// # Errors
    /// The system stopped telling.
    pub fn wait_for(&mut self, patience: Duration) -> Result<Option<Vec<SourcePath>>, Stopped> {
        let until = Instant::now() + patience;
        let mut batch = Batch::default();
        loop {
            self.look_again(&mut batch);
            let now = Instant::now();
            if batch.is_due(now) {
                self.backend.follow(&self.places);
                return Ok(Some(batch.into_paths()));
            }
            if batch.is_empty() && now >= until {
                return Ok(None);
            }
            let next = batch
                .due()
                .unwrap_or(until)
                .min(self.next_look().unwrap_or(until));
            match self
                .events
                .recv_timeout(next.saturating_duration_since(now))
            {
                Ok(event) => self.take(event, &mut batch),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(Stopped),
            }
        }
    }

    fn over(events: Receiver<notify::Result<Event>>, backend: Backend, places: Places) -> Self {
        let known = Snapshot::of(&places);
        Self {
            events,
            backend,
            places,
            second_looks: Vec::new(),
            known,
        }
    }

    fn take(&mut self, event: notify::Result<Event>, batch: &mut Batch) {
        // An error means that something was missed; nobody can say what.
        let Ok(event) = event else {
            return self.take_all(batch);
        };
        if event.need_rescan() {
            return self.take_all(batch);
        }
        let Some(sign) = sign(event.kind) else { return };
        for path in &event.paths {
            let Some(found) = self.places.locate(path) else {
                continue;
            };
            if sign != Sign::Closed && path.is_dir() {
                self.backend.forget(path);
                self.take_folder(found, batch);
            } else if sign == Sign::Opened {
                batch.open(&found);
            } else {
                batch.close(&found);
            }
        }
    }

    /// Looks for what was missed, by sizes and times. To take every file for changed would have
    /// them all read, which the system tells of too: on a large site it would tell of so much that
    /// it misses something again, without end.
    fn take_all(&mut self, batch: &mut Batch) {
        let now = Snapshot::of(&self.places);
        for path in now
            .written_since(&self.known)
            .chain(now.removed_since(&self.known))
        {
            batch.close(path);
        }
        self.known = now;
    }

    /// A folder that came or changed its name: all its files are new.
    fn take_folder(&mut self, folder: String, batch: &mut Batch) {
        let known = Snapshot::below(&self.places, &folder);
        known.files().for_each(|file| batch.close(file));
        self.second_looks.push(SecondLook {
            when: Instant::now() + SECOND_LOOK,
            folder,
            known,
        });
    }

    fn look_again(&mut self, batch: &mut Batch) {
        let now = Instant::now();
        let due = self.second_looks.extract_if(.., |look| look.when <= now);
        for SecondLook { folder, known, .. } in due {
            let now = Snapshot::below(&self.places, &folder);
            for path in now.written_since(&known) {
                batch.close(path);
            }
        }
    }

    fn next_look(&self) -> Option<Instant> {
        self.second_looks.iter().map(|look| look.when).min()
    }
}

/// A folder that is to be listed again.
struct SecondLook {
    when: Instant,
    folder: String,
    /// Its files at the first.
    known: Snapshot,
}

/// The system tells of no more changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// What an event says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// It is being written.
    Opened,
    /// Whoever wrote it is done.
    Closed,
    /// It came, went, or has another name.
    Moved,
}

/// Reading a file is an event too; taken for a change it would never end.
fn sign(kind: EventKind) -> Option<Sign> {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => Some(Sign::Closed),
        EventKind::Access(_) => None,
        EventKind::Modify(ModifyKind::Metadata(_)) => None,
        EventKind::Modify(ModifyKind::Name(_)) | EventKind::Remove(_) => Some(Sign::Moved),
        EventKind::Create(_) | EventKind::Modify(_) | EventKind::Any | EventKind::Other => {
            Some(Sign::Opened)
        }
    }
}
