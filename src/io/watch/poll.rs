//! Asks for changes again and again, where the system does not tell.
//!
//! notify has a watcher for this too, but it keeps times in whole seconds and so misses the second
//! of two saves.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, RemoveKind};
use notify::{Event, EventKind};

use crate::io::watch::places::Places;
use crate::io::watch::snapshot::Snapshot;

/// How often folders are listed.
pub const INTERVAL: Duration = Duration::from_millis(700);

/// A thread that looks; it ends when this is dropped.
#[derive(Debug)]
pub struct Poll {
    _stop: Sender<()>,
}

impl Poll {
    /// # Errors
    /// The system gives no more threads.
    pub fn start(places: &Places, events: &Sender<notify::Result<Event>>) -> std::io::Result<Self> {
        let (stop, stopped) = channel();
        let (places, events) = (places.clone(), events.clone());
        let before = Snapshot::of(&places);
        std::thread::Builder::new()
            .name("watch".to_owned())
            .spawn(move || look(&places, &events, (before, stopped)))?;
        Ok(Self { _stop: stop })
    }
}

fn look(
    places: &Places,
    events: &Sender<notify::Result<Event>>,
    (mut before, stopped): (Snapshot, Receiver<()>),
) {
    while stopped.recv_timeout(INTERVAL) == Err(RecvTimeoutError::Timeout) {
        let now = Snapshot::of(places);
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        let gone = EventKind::Remove(RemoveKind::File);
        let changed = now.written_since(&before).map(|path| (path, written));
        let removed = now.removed_since(&before).map(|path| (path, gone));
        for (path, kind) in changed.chain(removed) {
            let event = Event::new(kind).add_path(places.root.join(path).into_std_path_buf());
            if events.send(Ok(event)).is_err() {
                return;
            }
        }
        before = now;
    }
}
