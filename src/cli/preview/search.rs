//! Search in a preview: the languages that were looked at are indexed when somebody first searches,
//! and again when nothing has changed for a while.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::cli::preview::pages::reply;
use crate::io::http::site::Reply;
use crate::io::search;
use crate::locale::tag::Locale;
use crate::page::guide::Wanted;
use crate::page::searchable::Searchable;
use crate::pipeline::render::{Job, Press};

/// Below this stand the files of the index.
pub const FOLDER: &str = "/pagefind/";

/// The file that names the languages; each language has files of its own beside it.
const ENTRY: &str = "pagefind/pagefind-entry.json";

/// How long nothing changes before an index is made anew: a writer who saves again and again is
/// not to be slowed down.
const IDLE: Duration = Duration::from_secs(1);

/// How often a look is taken whether the site changed while an index is made.
const PATIENCE: Duration = Duration::from_millis(20);

/// The index of a preview.
#[derive(Debug, Default)]
pub struct Search(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    asked: bool,
    /// Languages that were looked at.
    seen: BTreeSet<Locale>,
    /// Those of them whose index is not that of the site as it is.
    stale: BTreeSet<Locale>,
    made: BTreeMap<Locale, Made>,
    waiting: Vec<(String, Sender<Option<Reply>>)>,
}

/// The files of one language, and those before them: pages that are open may still ask for these.
#[derive(Debug, Default)]
struct Made {
    now: BTreeMap<String, Vec<u8>>,
    before: BTreeMap<String, Vec<u8>>,
}

impl Search {
    /// A page in a language was looked at.
    pub fn see(&self, locale: &Locale) {
        let mut state = self.lock();
        if state.seen.insert(locale.clone()) {
            state.stale.insert(locale.clone());
        }
    }

    /// The site changed.
    pub fn change(&self) {
        let mut state = self.lock();
        state.stale = state.seen.clone();
    }

    /// Answers with a file of the index, once there is one.
    pub fn ask(&self, path: &str, to: Sender<Option<Reply>>) {
        let mut state = self.lock();
        state.asked = true;
        if state.is_made() {
            drop(to.send(state.answer(path)));
        } else {
            state.waiting.push((path.to_owned(), to));
        }
    }

    /// Makes what is due until the site changes. `wake` tells of questions.
    pub fn work(&self, press: &Press<'_>, wake: &Receiver<()>, stop: &AtomicBool) {
        let begun = Instant::now();
        loop {
            let left = IDLE.saturating_sub(begun.elapsed());
            // In a statement of its own, so that nothing is locked while an index is made.
            let due = self.lock().due(left.is_zero());
            if let Some(locale) = due {
                let Some(files) = index(press, &locale, stop) else {
                    return;
                };
                self.put(locale, files);
                continue;
            }
            let patience = if left.is_zero() { IDLE * 3600 } else { left };
            if wake.recv_timeout(patience) == Err(RecvTimeoutError::Disconnected) {
                return;
            }
        }
    }

    fn put(&self, locale: Locale, files: BTreeMap<String, Vec<u8>>) {
        let mut state = self.lock();
        state.stale.remove(&locale);
        let made = state.made.entry(locale).or_default();
        made.before = std::mem::replace(&mut made.now, files);
        if state.is_made() {
            for (path, to) in std::mem::take(&mut state.waiting) {
                drop(to.send(state.answer(&path)));
            }
        }
    }

    /// A panic elsewhere leaves an index that is at worst out of date.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Whether every language that was looked at has an index.
    fn is_made(&self) -> bool {
        !self.seen.is_empty()
            && self
                .seen
                .iter()
                .all(|locale| self.made.contains_key(locale))
    }

    /// The next language to index: one without any at once, others when nothing changes.
    fn due(&self, is_idle: bool) -> Option<Locale> {
        let mut stale = self.stale.iter();
        let due = |locale: &&Locale| is_idle || !self.made.contains_key(*locale);
        stale.find(due).filter(|_| self.asked).cloned()
    }

    fn answer(&self, path: &str) -> Option<Reply> {
        let name = path.strip_prefix('/')?;
        if name == ENTRY {
            return Some(reply(path, self.entry().to_string().into_bytes()));
        }
        let now = self.made.values().map(|made| &made.now);
        let before = self.made.values().map(|made| &made.before);
        let found = now.chain(before).find_map(|files| files.get(name));
        found.map(|bytes| reply(path, bytes.clone()))
    }

    /// The entries of all languages as one.
    fn entry(&self) -> Value {
        let entries = self.made.values().filter_map(|made| made.now.get(ENTRY));
        let mut entries = entries.filter_map(|text| serde_json::from_slice::<Value>(text).ok());
        let mut whole = entries.next().unwrap_or_default();
        for entry in entries {
            let languages = entry["languages"].as_object().into_iter().flatten();
            for (language, files) in languages {
                whole["languages"][language] = files.clone();
            }
        }
        whole
    }
}

/// The index of one language. None where the site changed meanwhile.
fn index(
    press: &Press<'_>,
    locale: &Locale,
    stop: &AtomicBool,
) -> Option<BTreeMap<String, Vec<u8>>> {
    let stopped = || stop.load(Ordering::Relaxed);
    let mut pages: Vec<Searchable> = Vec::new();
    for id in press.desk.resolver.catalog.documents.keys() {
        if stopped() {
            return None;
        }
        let wanted = Wanted::current(press.desk, id, locale);
        let page = wanted.and_then(|wanted| press.render(Job::Guide(wanted)));
        pages.extend(page.and_then(|page| page.searchable));
    }
    // Pagefind cannot be interrupted, so nobody waits for it who has something else to do.
    let (done, made) = channel();
    std::thread::spawn(move || drop(done.send(search::index(pages, &[]))));
    loop {
        match made.recv_timeout(PATIENCE) {
            Ok(made) => return Some(made.unwrap_or_default().files.into_iter().collect()),
            Err(RecvTimeoutError::Timeout) if !stopped() => {}
            Err(_) => return None,
        }
    }
}
