//! How changes are learnt of: from the system, or by asking again and again.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::Sender;

use anyhow::Context;
use camino::{Utf8Path, Utf8PathBuf};
use notify::{Config, Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::io::watch::places::Places;
use crate::io::watch::poll::{INTERVAL, Poll};

/// The source of events, and what it watches.
pub struct Backend {
    source: Source,
    watched: BTreeSet<Utf8PathBuf>,
    polling: Option<String>,
}

enum Source {
    System(RecommendedWatcher),
    Poll { _looks: Poll },
}

impl Backend {
    /// # Errors
    /// Not even polling works; the message names the folder.
    pub fn start(places: &Places, events: &Sender<notify::Result<Event>>) -> anyhow::Result<Self> {
        let why = match remote(places) {
            Some(folder) => format!("`{folder}` is on a disk that does not tell of changes"),
            None => match Self::notified(places, events) {
                Ok(backend) => return Ok(backend),
                Err(error) => format!("the system does not tell of changes ({error})"),
            },
        };
        Self::poll(places, events, &why)
    }

    /// # Errors
    /// A folder that cannot be read; the message names the root.
    pub fn poll(
        places: &Places,
        events: &Sender<notify::Result<Event>>,
        why: &str,
    ) -> anyhow::Result<Self> {
        let seconds = INTERVAL.as_secs_f32();
        let polling = format!("{why}, so the folders are looked through every {seconds} seconds");
        let poll = Poll::start(places, events)
            .with_context(|| format!("cannot watch `{}`", places.root))?;
        let (source, watched) = (Source::Poll { _looks: poll }, BTreeSet::new());
        Ok(Self {
            source,
            watched,
            polling: Some(polling),
        })
    }

    /// Why folders are asked again and again, if they are.
    pub fn polling(&self) -> Option<&str> {
        self.polling.as_deref()
    }

    /// Watches folders that came into being, or came back, since the last time.
    pub fn follow(&mut self, places: &Places) {
        let existing: BTreeSet<Utf8PathBuf> = places.existing().into_iter().collect();
        self.watched.retain(|folder| existing.contains(folder));
        for folder in places.expecting() {
            let _ = self.watch(&folder, RecursiveMode::NonRecursive);
        }
        for folder in existing.difference(&self.watched.clone()) {
            if self.watch(folder, RecursiveMode::Recursive).is_ok() {
                self.watched.insert(folder.clone());
            }
        }
    }

    /// A folder came where one was watched: the system knows it not, whatever its name.
    pub fn forget(&mut self, folder: &Path) {
        self.watched
            .retain(|watched| !watched.as_std_path().starts_with(folder));
    }

    fn notified(places: &Places, events: &Sender<notify::Result<Event>>) -> notify::Result<Self> {
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(events.clone(), config)?;
        let (source, watched) = (Source::System(watcher), BTreeSet::new());
        let mut backend = Self {
            source,
            watched,
            polling: None,
        };
        backend.watch(&places.root, RecursiveMode::NonRecursive)?;
        for folder in places.existing() {
            backend.watch(&folder, RecursiveMode::Recursive)?;
            backend.watched.insert(folder);
        }
        backend.follow(places);
        Ok(backend)
    }

    /// Who asks again and again finds new folders by itself.
    fn watch(&mut self, folder: &Utf8Path, mode: RecursiveMode) -> notify::Result<()> {
        match &mut self.source {
            Source::System(watcher) => watcher.watch(folder.as_std_path(), mode),
            Source::Poll { .. } => Ok(()),
        }
    }
}

/// A folder on a network disk. There the system tells of what this machine writes, at best.
#[cfg(target_os = "linux")]
fn remote(places: &Places) -> Option<Utf8PathBuf> {
    // NFS, SMB (three of them), 9P (Windows folders under WSL), VirtualBox, FUSE (as sshfs and
    // Docker's shared folders): magic numbers of statfs(2) and linux/magic.h.
    const REMOTE: [u64; 7] = [
        0x6969,
        0x517B,
        0xFF53_4D42,
        0xFE53_4D42,
        0x0102_1997,
        0x786F_4256,
        0x6573_5546,
    ];
    let is_remote = |folder: &Utf8PathBuf| {
        let found = rustix::fs::statfs(folder.as_std_path());
        // The kind is a signed number on some machines and 32 bits wide on others.
        found.is_ok_and(|found| REMOTE.contains(&(found.f_type as u64 & 0xFFFF_FFFF)))
    };
    places
        .existing()
        .into_iter()
        .chain([places.root.clone()])
        .find(is_remote)
}

#[cfg(not(target_os = "linux"))]
fn remote(_: &Places) -> Option<Utf8PathBuf> {
    None
}
