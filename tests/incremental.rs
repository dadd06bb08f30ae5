//! A preview serves what a cold build writes, whatever was edited before.

mod edits;
mod seeds;

use std::collections::BTreeMap;
use std::sync::mpsc::{Sender, channel};

use camino::{Utf8Path, Utf8PathBuf};
use edits::{Edit, Tree};
use instep::cli::arguments::{Colour, Global, Levels};
use instep::cli::history;
use instep::cli::preview::front::{Front, Message};
use instep::cli::preview::keeper::Keeper;
use instep::cli::preview::pages::ELEMENT;
use instep::cli::session::Session;
use instep::io::http::site::Site;
use instep::pipeline::build::build;
use instep::source::memory::MemorySite;
use jiff::civil::date;
use proptest::prelude::{any, prop};
use proptest::test_runner::{TestCaseError, TestRunner};
use seeds::cases;
use tempfile::TempDir;

fn global(root: &Utf8Path) -> Global {
    Global {
        root: root.to_owned(),
        today: Some(date(2026, 11, 21)),
        color: Colour::Never,
        quiet: true,
        verbose: false,
    }
}

/// The files of a cold build. None where the settings cannot be read: then there is no site.
fn cold(global: &Global) -> Option<BTreeMap<String, Vec<u8>>> {
    let session = Session::open(global, &Levels::default()).ok()?;
    let mut project = session.project().ok()?;
    project.search = instep::io::search::AVAILABLE;
    let inspection = history::inspect(&session, &project);
    let built = MemorySite::default();
    build(&project, &inspection, &built).expect("no two files have one place");
    Some(built.files())
}

/// A page without the element of the preview.
fn plain(body: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(body.clone()) else {
        return body;
    };
    let Some(start) = text.find(ELEMENT.0) else {
        return body;
    };
    let rest = &text[start..];
    let end = start + rest.find(ELEMENT.1).expect("the element ends") + ELEMENT.1.len();
    format!("{}{}", &text[..start], &text[end..]).into_bytes()
}

/// Compares everything that is served with everything that is built, and with what stood there
/// before.
fn compare(
    front: &Front,
    now: &Tree,
    built: [&BTreeMap<String, Vec<u8>>; 2],
) -> Result<(), String> {
    let [cold, before] = built;
    for (path, bytes) in cold {
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        let served = front.get(&address).map(|reply| plain(reply.body));
        if served.as_ref() != Some(bytes) {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            let served = served.map_or("nothing".to_owned(), |bytes| text(&bytes));
            let files: Vec<&String> = now.keys().collect();
            return Err(format!(
                "{address} of {files:?}\n--- served\n{served}\n--- built\n{}",
                text(bytes)
            ));
        }
    }
    for path in before.keys().filter(|path| !cold.contains_key(*path)) {
        let address = format!("/{}", path.strip_suffix("index.html").unwrap_or(path));
        if front.get(&address).is_some() {
            return Err(format!("{address} is served and not built"));
        }
    }
    Ok(())
}

/// Holds the site on a thread while `test` asks and edits.
fn held(
    global: &Global,
    test: impl FnOnce(&Front, &Sender<Message>) -> Result<(), String>,
) -> Result<(), String> {
    let (sender, messages) = channel();
    let session = Session::open(global, &Levels::default()).expect("the first settings are right");
    std::thread::scope(|scope| {
        let keeping = scope.spawn(move || {
            let keeper = Keeper {
                global,
                messages: &messages,
                changed: &|| {},
                say: &|_| {},
                editor: "",
                watch: &|_| {},
            };
            keeper.keep(session)
        });
        let front = Front::new(sender.clone());
        let result = test(&front, &sender);
        drop((front, sender));
        let kept = keeping.join().expect("the keeper does not panic");
        result.and(kept.map_err(|error| format!("{error:#}")))
    })
}

/// Edits a site batch by batch, and compares after each.
fn follow(batches: &[Vec<Edit>]) -> Result<(), String> {
    let keep = TempDir::new().expect("a folder for the site");
    let root = keep.path().canonicalize().expect("it is there");
    let root = Utf8PathBuf::from_path_buf(root).expect("its name is UTF-8");
    let mut tree = edits::site();
    edits::write(&root, &Tree::new(), &tree);
    let global = global(&root);
    let mut built = cold(&global).expect("the first settings are right");
    held(&global, |front, sender| {
        compare(front, &tree, [&built, &BTreeMap::new()])?;
        let mut before = tree.clone();
        let mut readable = true;
        for batch in batches {
            let mut next = match readable {
                true => tree.clone(),
                false => edits::mended(&tree),
            };
            for edit in batch {
                next = edits::apply(&next, &before, *edit);
            }
            let told = edits::write(&root, &tree, &next);
            before = std::mem::replace(&mut tree, next);
            if told.is_empty() {
                continue;
            }
            sender
                .send(Message::Changed(told))
                .expect("the keeper listens");
            let now = cold(&global);
            readable = now.is_some();
            if let Some(now) = now {
                compare(front, &tree, [&now, &built])
                    .map_err(|error| format!("after {batch:?}: {error}"))?;
                built = now;
            }
        }
        Ok(())
    })
}

fn sequences(count: u32) {
    let edit = any::<Edit>();
    let batch = prop::collection::vec(edit, 1..4);
    let batches = prop::collection::vec(batch, 1..6);
    TestRunner::new(cases(count))
        .run(&batches, |batches| {
            follow(&batches).map_err(TestCaseError::fail)
        })
        .unwrap();
}

#[test]
fn what_is_served_is_what_is_built_after_any_edits() {
    sequences(8);
}

#[test]
#[ignore = "takes minutes"]
fn what_is_served_is_what_is_built_after_hundreds_of_sequences() {
    sequences(300);
}

/// Sequences that went wrong once.
#[test]
fn what_went_wrong_once_goes_right() {
    let known: &[&[Edit]] = &[&[(4, 0, 0, 0)], &[(200, 0, 0, 53), (15, 0, 0, 0)]];
    for edits in known {
        let batches: Vec<Vec<Edit>> = edits.iter().map(|edit| vec![*edit]).collect();
        follow(&batches).unwrap();
    }
}
