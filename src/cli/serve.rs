//! `instep serve`: the site as it would be built, page by page as they are asked for, and again at
//! every change.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use camino::Utf8Path;

use crate::cli::arguments::{Global, Levels, ServeArguments};
use crate::cli::preview::front::{Front, Message};
use crate::cli::preview::keeper::Keeper;
use crate::cli::session::{Session, base};
use crate::cli::status::{Status, note};
use crate::io::http::Server;
use crate::io::watch::Watch;

/// How often a watch looks whether another has taken its place.
const PATIENCE: Duration = Duration::from_secs(1);

/// # Errors
/// A root that is not there, no free port, settings that cannot be read.
pub fn run(arguments: &ServeArguments, global: &Global) -> anyhow::Result<Status> {
    // What cannot be read now is said now; later changes that cannot be read are waited out.
    let session = Session::open(global, &Levels::default())?;
    let (sender, messages) = channel();
    let front = Arc::new(Front::new(sender.clone()));
    let server = Server::start(&arguments.host, arguments.port, front)?;
    let watching = Watching::start(&global.root, &session, sender)?;
    note(&format!("{} (Ctrl-C ends it)", server.url()));
    if server.is_public() {
        note("other machines can reach this address");
    }
    if arguments.open {
        open(&server.url());
    }
    let keeper = Keeper {
        global,
        messages: &messages,
        // An event without data is none to browsers.
        changed: &|| server.events.send("changed", "page"),
        say: &|line| {
            if !global.quiet {
                note(line);
            }
        },
        editor: &arguments.editor,
        watch: &|session| watching.follow(session),
    };
    keeper.keep(session)?;
    Ok(Status::Done)
}

/// The watch on the folders of a site, which its settings may change.
struct Watching {
    root: camino::Utf8PathBuf,
    messages: Sender<Message>,
    /// The folders watched now, and what ends the watch on them.
    now: Mutex<(Vec<String>, Arc<AtomicBool>)>,
}

impl Watching {
    fn start(
        root: &Utf8Path,
        session: &Session,
        messages: Sender<Message>,
    ) -> anyhow::Result<Self> {
        let folders = watched(session);
        let over = watch(root, &folders, messages.clone())?;
        Ok(Self {
            root: root.to_owned(),
            messages,
            now: Mutex::new((folders, over)),
        })
    }

    /// Watches the folders that the settings name now.
    fn follow(&self, session: &Session) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        let folders = watched(session);
        if folders == now.0 {
            return;
        }
        match watch(&self.root, &folders, self.messages.clone()) {
            Ok(over) => {
                now.1.store(true, Ordering::Relaxed);
                *now = (folders, over);
            }
            Err(error) => note(&format!("{error:#}")),
        }
    }
}

/// Tells of changes from a thread of its own, until that is over.
fn watch(
    root: &Utf8Path,
    folders: &[String],
    messages: Sender<Message>,
) -> anyhow::Result<Arc<AtomicBool>> {
    let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
    let mut watch = Watch::start(root, &folders, &["dist", ".instep"])?;
    if let Some(reason) = watch.polling() {
        note(&format!("changes are looked for again and again: {reason}"));
    }
    let over = Arc::new(AtomicBool::new(false));
    let ended = over.clone();
    let tell = move || {
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
    };
    let thread = std::thread::Builder::new().name("watch".to_owned());
    thread.spawn(tell)?;
    Ok(over)
}

/// The folders that make a site.
fn watched(session: &Session) -> Vec<String> {
    let folders = session.config.folders();
    let sources = folders.iter().map(base);
    sources
        .chain(["locales".to_owned(), "themes".to_owned()])
        .collect()
}

/// Shows the site in a browser, where the system has one to offer.
fn open(url: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    if std::process::Command::new(program)
        .arg(url)
        .spawn()
        .is_err()
    {
        note("no browser could be opened");
    }
}
