//! The watch on the folders of a site, which its settings may change.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};

use crate::cli::arguments::Global;
use crate::cli::language;
use crate::cli::preview::front::Message;
use crate::cli::session::Session;
use crate::cli::sources::base;
use crate::cli::status::{note, told};
use crate::io::watch::Watch;
use crate::messages::Argument;

/// How often a watch looks whether another has taken its place.
const PATIENCE: Duration = Duration::from_secs(1);

/// The watch on the folders of a site. It tells of changes from a thread of its own.
pub struct Watching {
    root: Utf8PathBuf,
    messages: Sender<Message>,
    /// Folders in which nothing is looked for, since the program itself writes them.
    ignored: Vec<String>,
    /// The folders watched now, and what ends the watch on them.
    now: Mutex<(Vec<String>, Arc<AtomicBool>)>,
}

impl Watching {
    /// Watches the folders of a site, and tells of changes but those of the folder that it is built
    /// into.
    ///
    /// # Errors
    /// A root that is not there, named in the message.
    pub fn start(
        global: &Global,
        session: &Session,
        (messages, out): (Sender<Message>, &Utf8Path),
    ) -> anyhow::Result<Self> {
        let root = &global.root;
        let built = out.strip_prefix(root).unwrap_or(out).to_string();
        let watching = Self {
            root: root.to_owned(),
            messages,
            ignored: vec!["dist".to_owned(), ".instep".to_owned(), built],
            now: Mutex::default(),
        };
        let folders = watched(session);
        let over = watching.watch(&folders)?;
        *watching.lock() = (folders, over);
        Ok(watching)
    }

    /// Watches the folders that the settings name now.
    pub fn follow(&self, session: &Session) {
        let mut now = self.lock();
        let folders = watched(session);
        if folders == now.0 {
            return;
        }
        match self.watch(&folders) {
            Ok(over) => {
                now.1.store(true, Ordering::Relaxed);
                *now = (folders, over);
            }
            Err(error) => note(&told(&error)),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, (Vec<String>, Arc<AtomicBool>)> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn watch(&self, folders: &[String]) -> anyhow::Result<Arc<AtomicBool>> {
        let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
        let ignored: Vec<&str> = self.ignored.iter().map(String::as_str).collect();
        let watch = Watch::start(&self.root, &folders, &ignored)?;
        if let Some(reason) = watch.polling() {
            let reason = [("reason", Argument::Text(reason))];
            note(&language::words().text("cli-preview-polling", &reason));
        }
        let over = Arc::new(AtomicBool::new(false));
        let (ended, messages) = (over.clone(), self.messages.clone());
        let thread = std::thread::Builder::new().name("watch".to_owned());
        thread.spawn(move || tell(watch, &ended, &messages))?;
        Ok(over)
    }
}

/// Tells of changes until that is over.
fn tell(mut watch: Watch, ended: &AtomicBool, messages: &Sender<Message>) {
    while !ended.load(Ordering::Relaxed) {
        let message = match watch.wait_for(PATIENCE) {
            Ok(None) => continue,
            Ok(Some(paths)) => Message::Changed(paths),
            Err(_) => Message::Blind,
        };
        let blind = matches!(message, Message::Blind);
        if messages.send(message).is_err() || blind {
            return;
        }
    }
}

/// The folders that make a site.
fn watched(session: &Session) -> Vec<String> {
    let folders = session.config.folders();
    let sources = folders.iter().map(base);
    sources
        .chain(["locales".to_owned(), "themes".to_owned()])
        .collect()
}
