//! Asks for changes again and again, where the system does not tell.
//!
//! notify has a watcher for this too, but it keeps times in whole seconds and so misses the second
//! of two saves.

use std::collections::BTreeMap;
use std::fs;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, SystemTime};

use notify::event::{AccessKind, AccessMode, RemoveKind};
use notify::{Event, EventKind};

use crate::io::watch::places::Places;

/// How often folders are listed.
pub const INTERVAL: Duration = Duration::from_millis(700);

/// A thread that looks; it ends when this is dropped.
#[derive(Debug)]
pub struct Poll {
    _stop: Sender<()>,
}

/// Size and time of each file.
type Snapshot = BTreeMap<String, (u64, Option<SystemTime>)>;

impl Poll {
    /// # Errors
    /// The system gives no more threads.
    pub fn start(places: &Places, events: &Sender<notify::Result<Event>>) -> std::io::Result<Self> {
        let (stop, stopped) = channel();
        let (places, events) = (places.clone(), events.clone());
        let before = snapshot(&places);
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
        let now = snapshot(places);
        let written = EventKind::Access(AccessKind::Close(AccessMode::Write));
        let changed = now
            .iter()
            .filter(|(path, state)| before.get(*path) != Some(state));
        let changed = changed.map(|(path, _)| (path, written));
        let removed = before.keys().filter(|path| !now.contains_key(*path));
        let removed = removed.map(|path| (path, EventKind::Remove(RemoveKind::File)));
        for (path, kind) in changed.chain(removed) {
            let event = Event::new(kind).add_path(places.root.join(path).into_std_path_buf());
            if events.send(Ok(event)).is_err() {
                return;
            }
        }
        before = now;
    }
}

fn snapshot(places: &Places) -> Snapshot {
    let state = |path: &String| {
        let metadata = fs::metadata(places.root.join(path)).ok()?;
        Some((metadata.len(), metadata.modified().ok()))
    };
    let mut files = places.top_files();
    files.extend(
        places
            .names()
            .iter()
            .flat_map(|folder| places.files(folder)),
    );
    files
        .into_iter()
        .filter_map(|path| Some((path.clone(), state(&path)?)))
        .collect()
}
