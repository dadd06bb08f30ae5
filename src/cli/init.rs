//! `instep init`: a small site on which every command has something to show.

use std::io::Write;

use anyhow::bail;
use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;
use include_dir::{Dir, include_dir};

use crate::cli::arguments::Global;
use crate::cli::language;
use crate::cli::status::{Status, Voice};
use crate::cli::terminal::output;
use crate::io::deposit::{Deposit, Placed};
use crate::messages::Argument;
use crate::schemas::SCHEMAS;

/// The files of the site, as they are written.
static STARTER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/starter");

/// What `site.yaml` names as its schema.
const SCHEMA: &str = "site.schema.json";

/// What shows that a folder holds a site already.
const MARKS: [&str; 2] = ["site.yaml", "content"];

/// `instep init`
#[derive(Debug, Args)]
pub struct InitArguments {
    /// Folder of the new site [default: the root]
    #[arg(value_name = "DIR")]
    pub folder: Option<Utf8PathBuf>,
}

/// Writes the site, and a word on what comes next.
///
/// # Errors
/// A folder that holds a site already, or cannot be written.
pub fn run(arguments: &InitArguments, global: &Global) -> anyhow::Result<Status> {
    let folder = match &arguments.folder {
        Some(folder) => global.below(folder),
        None => global.root.clone(),
    };
    if let Some(mark) = MARKS.iter().find(|mark| folder.join(mark).exists()) {
        bail!(
            "`{folder}` holds a site already (`{mark}`), and `instep init` never writes over one"
        );
    }
    let files = files();
    let deposit = Deposit::open(&folder)?;
    let mut out = output();
    let mut others = Vec::new();
    for (path, bytes) in &files {
        match deposit.put(path, bytes)? {
            Placed::Written => writeln!(out, "{}", shown(&folder, path))?,
            Placed::Kept | Placed::Differs => others.push(path),
        }
    }
    out.flush()?;
    let (words, voice) = (language::words(), Voice::of(global));
    for path in others {
        let path = shown(&folder, path);
        voice.say(&words.text("cli-init-kept", &[("file", Argument::Text(&path))]));
    }
    let id = match folder.as_str() {
        "." => "cli-init-next-here",
        _ => "cli-init-next",
    };
    let folder = shown(&folder, "");
    let folder = folder.trim_end_matches('/');
    voice.say(&words.text(id, &[("folder", Argument::Text(folder))]));
    Ok(Status::Done)
}

/// Every file by its place in the site, in order.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    collect(&STARTER, &mut files);
    let schema = serde_json::to_vec_pretty(&SCHEMAS[0].schema());
    let mut schema = schema.expect("a schema is JSON");
    schema.push(b'\n');
    files.push((SCHEMA.to_owned(), schema));
    files.sort();
    files
}

fn collect(folder: &Dir<'_>, files: &mut Vec<(String, Vec<u8>)>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        // A package may leave out what a file called `.gitignore` names.
        let path = if path == "gitignore" {
            ".gitignore".to_owned()
        } else {
            path
        };
        files.push((path, file.contents().to_vec()));
    }
    folder.dirs().for_each(|inner| collect(inner, files));
}

fn shown(folder: &Utf8Path, path: &str) -> String {
    let path = folder.join(path);
    path.strip_prefix(".").unwrap_or(&path).to_string()
}
