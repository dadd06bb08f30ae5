//! `instep serve`: the site as it would be built, page by page as they are asked for, and again at
//! every change.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use crate::cli::arguments::{Global, Levels, ServeArguments};
use crate::cli::history;
use crate::cli::preview::{Pages, media_type};
use crate::cli::session::Session;
use crate::cli::status::{Status, note};
use crate::finding::{Finding, Level};
use crate::io::http::Server;
use crate::io::http::site::{Reply, Site};
use crate::io::watch::Watch;
use crate::path::SourcePath;
use crate::pipeline::build::with_press;

/// What the thread that holds the site is told.
enum Message {
    Get(String, Sender<Option<Reply>>),
    Missing(String, Sender<Option<Reply>>),
    Changed(Vec<SourcePath>),
    /// The system tells of no more changes.
    Blind,
}

/// The site as the server sees it: questions to the thread that holds it.
struct Front(Mutex<Sender<Message>>);

impl Front {
    fn ask(&self, message: impl FnOnce(Sender<Option<Reply>>) -> Message) -> Option<Reply> {
        let (answer, answered) = channel();
        let sender = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        sender.send(message(answer)).ok()?;
        answered.recv().ok()?
    }
}

impl Site for Front {
    fn get(&self, path: &str) -> Option<Reply> {
        self.ask(|answer| Message::Get(path.to_owned(), answer))
    }

    fn not_found(&self, path: &str) -> Reply {
        let page = self.ask(|answer| Message::Missing(path.to_owned(), answer));
        page.unwrap_or_else(|| Reply {
            kind: media_type("a.txt").to_owned(),
            body: b"404".to_vec(),
        })
    }
}

/// # Errors
/// A root that is not there, no free port, settings that cannot be read.
pub fn run(arguments: &ServeArguments, global: &Global) -> anyhow::Result<Status> {
    // What cannot be read now is said now; later changes that cannot be read are waited out.
    let session = Session::open(global, &Levels::default())?;
    let (sender, messages) = channel();
    let front = Arc::new(Front(Mutex::new(sender.clone())));
    let server = Server::start(&arguments.host, arguments.port, front)?;
    let folders: Vec<String> = watched(&session);
    let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
    let mut watch = Watch::start(&global.root, &folders, &["dist", ".instep"])?;
    if let Some(reason) = watch.polling() {
        note(&format!("changes are looked for again and again: {reason}"));
    }
    std::thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || {
            while let Some(paths) = watch.wait() {
                if sender.send(Message::Changed(paths)).is_err() {
                    return;
                }
            }
            let _ = sender.send(Message::Blind);
        })?;
    note(&format!("{} (Ctrl-C ends it)", server.url()));
    if server.is_public() {
        note("other machines can reach this address");
    }
    if arguments.open {
        open(&server.url());
    }
    serve(session, global, (&messages, &server))
}

/// The folders that make a site.
fn watched(session: &Session) -> Vec<String> {
    let sources = session
        .config
        .folders()
        .into_iter()
        .map(|folder| folder.path);
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

fn serve(
    mut session: Session,
    global: &Global,
    (messages, server): (&Receiver<Message>, &Server),
) -> anyhow::Result<Status> {
    let mut known: Option<BTreeSet<String>> = None;
    let mut changed: Vec<SourcePath> = Vec::new();
    let mut start = Instant::now();
    loop {
        let project = session.project()?;
        let inspection = history::inspect(&session, &project);
        let findings = inspection.check(&project, Some(session.today()));
        tell(&changed, (&findings, known.as_ref()), start, global);
        known = Some(findings.iter().map(identity).collect());
        if !changed.is_empty() {
            server.events.send("changed", "");
        }
        let next = with_press(&project, &inspection, |press, _| {
            let pages = Pages::new(press, &project);
            answer(&pages, messages)
        });
        let Some(paths) = next else {
            return Ok(Status::Done);
        };
        start = Instant::now();
        changed = paths;
        session = reopened(session, global);
    }
}

/// Answers until something changes; none where the server or the watch has ended.
fn answer(pages: &Pages<'_>, messages: &Receiver<Message>) -> Option<Vec<SourcePath>> {
    while let Ok(message) = messages.recv() {
        match message {
            Message::Get(path, to) => drop(to.send(pages.get(&path))),
            Message::Missing(path, to) => drop(to.send(pages.missing(&path))),
            Message::Changed(paths) => return Some(paths),
            Message::Blind => {
                note("the system tells of no more changes; this is served as it stands")
            }
        }
    }
    None
}

/// The site read again; as it was where its settings cannot be read just now.
fn reopened(before: Session, global: &Global) -> Session {
    match Session::open(global, &Levels::default()) {
        Ok(session) => session,
        Err(error) => {
            note(&format!("{error:#}"));
            before
        }
    }
}

/// What a finding is, for telling which are new.
fn identity(finding: &Finding) -> String {
    format!("{} {} {}", finding.rule.code, finding.file, finding.message)
}

/// One line a rebuild: what changed, how long, findings gained and lost.
fn tell(
    changed: &[SourcePath],
    (findings, known): (&[Finding], Option<&BTreeSet<String>>),
    start: Instant,
    global: &Global,
) {
    if global.quiet {
        return;
    }
    let milliseconds = start.elapsed().as_millis();
    let Some(known) = known else {
        let mut counts: BTreeMap<Level, usize> = BTreeMap::new();
        for finding in findings {
            *counts.entry(finding.level).or_default() += 1;
        }
        let counts = counts
            .iter()
            .rev()
            .map(|(level, count)| format!("{count} {level}"));
        let counts = counts.collect::<Vec<_>>().join(", ");
        return note(&format!("read in {milliseconds} ms; findings: {counts}"));
    };
    let now: BTreeSet<String> = findings.iter().map(identity).collect();
    let (gained, lost) = (
        now.difference(known).count(),
        known.difference(&now).count(),
    );
    let what = match changed {
        [only] => only.to_string(),
        [first, rest @ ..] => format!("{first} and {} more", rest.len()),
        [] => String::new(),
    };
    note(&format!(
        "{what}: {milliseconds} ms, findings +{gained} -{lost}"
    ));
}
