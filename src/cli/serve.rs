//! `instep serve`: the site as it would be built, page by page as they are asked for, and again at
//! every change.

use std::sync::Arc;
use std::sync::mpsc::channel;

use crate::cli::arguments::{Global, Levels, ServeArguments};
use crate::cli::language;
use crate::cli::preview::front::Front;
use crate::cli::preview::keeper::Keeper;
use crate::cli::session::Session;
use crate::cli::status::{Status, note};
use crate::cli::watching::Watching;
use crate::io::http::Server;
use crate::messages::Argument;

/// # Errors
/// A root that is not there, no free port, settings that cannot be read.
pub fn run(arguments: &ServeArguments, global: &Global) -> anyhow::Result<Status> {
    // What cannot be read now is said now; later changes that cannot be read are waited out.
    let session = Session::open(global, &Levels::default())?;
    let words = language::words();
    let (sender, messages) = channel();
    let front = Arc::new(Front::new(sender.clone()));
    let server = Server::start(&arguments.host, arguments.port, front)?;
    let out = global.root.join("dist");
    let watching = Watching::start(global, &session, (sender, &out))?;
    let url = server.url() + &below(session.config.base().path());
    note(&words.text("cli-preview-at", &[("address", Argument::Text(&url))]));
    if server.is_public() {
        note(&words.text("cli-preview-public", &[]));
    }
    if arguments.open && !open(&url) {
        note(&words.text("cli-preview-browser", &[]));
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

/// The part of the preview's address behind its host: the site stands below the same path as it will
/// where it is published, so that what holds here holds there.
fn below(path: &str) -> String {
    match path.trim_start_matches('/') {
        "" => String::new(),
        path => format!("{path}/"),
    }
}

/// Shows the site in a browser; false where the system has none to offer.
fn open(url: &str) -> bool {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    std::process::Command::new(program).arg(url).spawn().is_ok()
}
