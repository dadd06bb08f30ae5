//! `instep build --watch`: the site in its place, and again at every change, for those who serve it
//! with another program.

use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;

use camino::Utf8Path;

use crate::cli::arguments::{BuildArguments, Global};
use crate::cli::build::summary;
use crate::cli::building::put;
use crate::cli::preview::batch::Batch;
use crate::cli::preview::follow::{Follower, Step, Turn};
use crate::cli::preview::front::Message;
use crate::cli::preview::known::Known;
use crate::cli::preview::live::Live;
use crate::cli::session::Session;
use crate::cli::status::{Status, told};
use crate::cli::watching::Watching;
use crate::io::publish::Staging;
use crate::io::search;
use crate::messages::Argument;

/// Builds until it is interrupted.
///
/// # Errors
/// What keeps the first site from being read or written. Later the site that stands stays until the
/// next can take its place.
pub fn run(arguments: &BuildArguments, global: &Global, out: &Utf8Path) -> anyhow::Result<Status> {
    let session = Session::open(global, &arguments.levels)?;
    let (sender, messages) = channel();
    let watching = Watching::start(global, &session, (sender, out))?;
    let builder = Builder {
        arguments,
        global,
        out,
        messages: &messages,
    };
    let start = Instant::now();
    let mut live = Live::new(&session, None)?;
    builder.build(&mut live, start)?;
    let mut turn = builder.follow(&mut live);
    while let Some(Turn { session, carried }) = turn {
        let start = Instant::now();
        watching.follow(&session);
        let mut live = Live::new(&session, carried)?;
        builder.build_or_tell(&mut live, start);
        turn = builder.follow(&mut live);
    }
    Ok(Status::Done)
}

struct Builder<'b> {
    arguments: &'b BuildArguments,
    global: &'b Global,
    out: &'b Utf8Path,
    messages: &'b Receiver<Message>,
}

impl Builder<'_> {
    /// Builds at each change, until settings are others or nobody tells of changes.
    fn follow(&self, live: &mut Live<'_>) -> Option<Turn> {
        let follower = Follower {
            global: self.global,
            levels: &self.arguments.levels,
        };
        let (mut trouble, mut known) = (None, Known::default());
        loop {
            let paths = match self.messages.recv() {
                Ok(Message::Changed(paths)) => paths,
                Ok(Message::Get(..) | Message::Way(..) | Message::Missing(..)) => continue,
                Ok(Message::Blind) | Err(_) => {
                    live.session
                        .voice
                        .say(&live.session.words.text("cli-preview-blind", &[]));
                    return None;
                }
            };
            let start = Instant::now();
            let Some(batch) = Batch::sort(&paths, &live.session.config) else {
                continue;
            };
            match follower.step(&batch, live, (&mut trouble, &mut known)) {
                Step::Turn(turn) => return Some(*turn),
                Step::Followed => {}
            }
            if let Some(trouble) = &trouble {
                self.tell(live, trouble);
            }
            self.build_or_tell(live, start);
        }
    }

    fn build_or_tell(&self, live: &mut Live<'_>, start: Instant) {
        if let Err(error) = self.build(live, start) {
            self.tell(live, &told(&error));
        }
    }

    fn build(&self, live: &mut Live<'_>, start: Instant) -> anyhow::Result<()> {
        live.project.search = search::AVAILABLE && !self.arguments.no_search;
        let staging = Staging::begin(self.out)?;
        let made = (&live.inspection, &live.furniture);
        let done = put(live.session, &live.project, made, staging)?;
        let spent = (start.elapsed().as_secs_f64(), self.out);
        live.session.voice.say(&summary(live.session, &done, spent));
        Ok(())
    }

    fn tell(&self, live: &Live<'_>, error: &str) {
        let error = [("error", Argument::Text(error))];
        let words = &live.session.words;
        live.session
            .voice
            .say(&words.text("cli-preview-before", &error));
    }
}
