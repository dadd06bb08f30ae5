//! Holds a site while it is written: answers from what it has read, follows its files, and says
//! what that changed.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Instant;

use jiff::civil::Date;

use crate::cli::arguments::{Global, Levels};
use crate::cli::memory::Memory;
use crate::cli::preview::batch::Batch;
use crate::cli::preview::checker::{Checker, Look, lock};
use crate::cli::preview::follow::{Follower, Step, Turn};
use crate::cli::preview::front::Message;
use crate::cli::preview::known::Known;
use crate::cli::preview::live::Live;
use crate::cli::preview::news::News;
use crate::cli::preview::pages::{Pages, reply};
use crate::cli::preview::panel::Panel;
use crate::cli::preview::panel::place::Desktop;
use crate::cli::preview::search::{FOLDER, Search};
use crate::cli::preview::telling::Read;
use crate::cli::session::{Session, today};
use crate::io::http::site::Reply;
use crate::io::moment::Moment;
use crate::io::search;
use crate::locale::tag::Locale;
use crate::messages::{Argument, Messages};
use crate::path::base::Base;
use crate::path::{SourcePath, decode};
use crate::pipeline::render::Press;

/// Below this stands what is no part of the site.
const OWN: &str = "/_instep/";

/// The preview's own files.
const FILES: &[(&str, &str)] = &[
    ("preview.js", include_str!("preview.js")),
    ("swap.js", include_str!("swap.js")),
    ("panel.js", include_str!("panel.js")),
    ("places.js", include_str!("places.js")),
    ("panel.css", include_str!("panel.css")),
];

/// Holds a site, and speaks with those around it.
pub struct Keeper<'k> {
    /// What every command is told.
    pub global: &'k Global,
    /// What the watch and the server ask.
    pub messages: &'k Receiver<Message>,
    /// Tells open pages that they may be others.
    pub changed: &'k dyn Fn(),
    /// Tells the terminal.
    pub say: &'k (dyn Fn(&str) + Sync),
    /// An address that opens a file in an editor, with `{path}`, `{line}` and `{column}`.
    pub editor: &'k str,
    /// Watches the folders of a site whose settings are others.
    pub watch: &'k dyn Fn(&Session),
}

/// What goes on from one session to the next.
struct Ongoing {
    known: Mutex<Known>,
    news: Mutex<News>,
    search: Search,
    /// When the pages began to be read that the next start is to know.
    unremembered: Mutex<Option<Moment>>,
    /// Why the settings on disk cannot be read, while that holds.
    trouble: Option<String>,
}

impl Keeper<'_> {
    /// Holds the site until nobody can ask for it any more.
    ///
    /// # Errors
    /// A `dates.yaml` that cannot be read from the beginning.
    pub fn keep(&self, session: Session) -> anyhow::Result<()> {
        let start = Instant::now();
        let mut live = Live::new(&session, None)?;
        let mut ongoing = Ongoing {
            known: Mutex::default(),
            news: Mutex::new(News::beginning(Read {
                pages: live.inspection.catalog.revisions.len(),
                languages: live.inspection.catalog.locales.len(),
                took: start.elapsed(),
            })),
            search: Search::default(),
            unremembered: Mutex::new(live.unremembered),
            trouble: None,
        };
        let mut turn = self.hold(&mut live, &mut ongoing);
        while let Some(Turn { session, carried }) = turn {
            let mut live = Live::new(&session, carried)?;
            (self.changed)();
            turn = self.hold(&mut live, &mut ongoing);
        }
        Ok(())
    }

    /// Holds the site until its settings are others.
    fn hold(&self, live: &mut Live<'_>, ongoing: &mut Ongoing) -> Option<Turn> {
        let documents = live.inspection.catalog.documents.keys();
        lock(&ongoing.known).demand_all(documents);
        let follower = Follower {
            global: self.global,
            levels: &Levels::default(),
        };
        loop {
            let paths = self.rest(live, ongoing)?;
            let Some(batch) = Batch::sort(&paths, &live.session.config) else {
                continue;
            };
            let start = Instant::now();
            let before = ongoing.trouble.clone();
            let known = &mut lock(&ongoing.known);
            let step = follower.step(&batch, live, (&mut ongoing.trouble, known));
            self.complain(before, ongoing.trouble.as_deref(), &live.session.words);
            ongoing.search.change();
            ongoing.tell_of(batch.paths, start);
            if let Step::Turn(turn) = step {
                (self.watch)(&turn.session);
                return Some(*turn);
            }
            (self.changed)();
        }
    }

    /// Says what keeps the site from being read, once.
    fn complain(&self, before: Option<String>, trouble: Option<&str>, words: &Messages) {
        if let Some(trouble) = trouble.filter(|trouble| before.as_deref() != Some(*trouble)) {
            let error = [("error", Argument::Text(trouble))];
            (self.say)(&words.text("cli-preview-before", &error));
        }
    }

    /// Answers until files change, and meanwhile looks for findings and makes the index of search;
    /// none where nobody is left to ask.
    fn rest(&self, live: &Live<'_>, ongoing: &Ongoing) -> Option<Vec<SourcePath>> {
        let Live {
            project,
            inspection,
            furniture,
            ..
        } = live;
        let today = today(self.global).unwrap_or(live.session.today());
        let (say, stop) = (self.say, &AtomicBool::new(false));
        let (session, words) = (live.session, &live.session.words);
        furniture.with_press(project, inspection, |press| {
            let checker = Checker {
                project,
                inspection,
                furniture,
                press,
                today,
            };
            let (waker, wake) = channel();
            std::thread::scope(|scope| {
                scope.spawn(move || {
                    if look(&checker, (ongoing, words, say), stop) == Look::Whole {
                        ongoing.remember(session, &checker);
                    }
                });
                scope.spawn(move || ongoing.search.work(press, &wake, stop));
                let changed = self.answer((live, press, today), (ongoing, waker));
                stop.store(true, Ordering::Relaxed);
                changed
            })
        })
    }

    /// Answers until files change.
    fn answer(
        &self,
        (live, press, today): (&Live<'_>, &Press<'_>, Date),
        (ongoing, waker): (&Ongoing, Sender<()>),
    ) -> Option<Vec<SourcePath>> {
        let root = &live.session.root;
        let root = root.canonicalize_utf8().unwrap_or_else(|_| root.clone());
        let base = live.project.config.base();
        let pages = Pages {
            press,
            project: &live.project,
        };
        let panel = Panel {
            live,
            pages: &pages,
            desktop: Desktop {
                root: &root,
                editor: self.editor,
                reader: live.project.reader,
            },
            today,
            trouble: ongoing.trouble.as_deref(),
        };
        while let Ok(message) = self.messages.recv() {
            match message {
                Message::Get(path, to) if path.starts_with(OWN) => {
                    drop(to.send(own(&panel, base, &path)));
                }
                Message::Get(path, to) => match base.within(&path) {
                    Some(path) if path.starts_with(FOLDER) && search::AVAILABLE => {
                        ongoing.search.ask(path, to);
                        let _ = waker.send(());
                    }
                    Some(path) => {
                        locale_of(press, path).inspect(|locale| ongoing.search.see(locale));
                        drop(to.send(pages.get(path)));
                    }
                    None => drop(to.send(None)),
                },
                Message::Way(path, to) => {
                    let below = path == "/" && !base.path().is_empty();
                    drop(to.send(below.then(|| decode(base.path()) + "/")));
                }
                Message::Missing(path, to) => {
                    let path = base.within(&path).unwrap_or(&path);
                    let shown = locale_of(press, path).or(press.start_locale());
                    shown.inspect(|locale| ongoing.search.see(locale));
                    drop(to.send(pages.missing(path)));
                }
                Message::Changed(paths) => return Some(paths),
                Message::Blind => {
                    (self.say)(&live.session.words.text("cli-preview-blind", &[]));
                }
            }
        }
        None
    }
}

/// The language in which a path lies.
fn locale_of<'p>(press: &'p Press<'_>, path: &str) -> Option<&'p Locale> {
    path.split('/').nth(1).and_then(|first| press.locale(first))
}

/// What stands at a path of the preview itself. It speaks of pages by their addresses.
fn own(panel: &Panel<'_>, base: Base<'_>, path: &str) -> Option<Reply> {
    let name = path.strip_prefix(OWN)?;
    if let Some(page) = name.strip_prefix("page") {
        let json = panel.json(base.within(page)?).to_string();
        return Some(reply("page.json", json.into_bytes()));
    }
    let file = FILES.iter().find(|(known, _)| *known == name);
    file.map(|(name, text)| reply(name, text.as_bytes().to_vec()))
}

/// Says a line to whoever runs the preview.
type Say<'a> = &'a (dyn Fn(&str) + Sync);

/// Looks for findings, and tells of what came and went once all are known.
fn look(
    checker: &Checker<'_>,
    (ongoing, words, say): (&Ongoing, &Messages, Say<'_>),
    stop: &AtomicBool,
) -> Look {
    if checker.run(&ongoing.known, stop) == Look::Stopped {
        return Look::Stopped;
    }
    let mut news = lock(&ongoing.news);
    if let Some(line) = news.line(&mut lock(&ongoing.known), words) {
        say(&line);
    }
    Look::Whole
}

impl Ongoing {
    /// Remembers for the next start what this one had to read, unless it was done or files have
    /// changed since.
    fn remember(&self, session: &Session, checker: &Checker<'_>) {
        let begun = lock(&self.unremembered).take();
        let memory = Memory::of(session);
        if begun.is_some_and(|begun| memory.is_since(checker.project, begun)) {
            memory.keep(checker.project, checker.inspection, None);
        }
    }

    fn tell_of(&self, changed: Vec<SourcePath>, start: Instant) {
        let mut news = lock(&self.news);
        news.add(changed, start);
    }
}
