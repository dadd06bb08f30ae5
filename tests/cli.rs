//! Shell transcripts: `tests/cli/<name>.md`.
//!
//! Each page has a folder of its own. The commands of its `console` blocks run there one after the
//! other, in English on 21 November 2026, with standard error where it appears; what they print,
//! and an exit status other than 0, must stand below them. `BLESS=1` writes what was printed.

mod shell;

use std::fs;
use std::path::Path;
use std::process::Command;

use shell::Site;

const OPEN: &str = "\n```console\n";
const CLOSE: &str = "\n```\n";

/// What a command prints, with what differs from run to run made the same.
fn run(site: &Site, command: &str) -> String {
    let binary = Path::new(env!("CARGO_BIN_EXE_instep"));
    let folder = binary.parent().expect("a folder of binaries");
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1\n{command}")])
        .current_dir(&site.root)
        .env_clear()
        .env("PATH", format!("{}:{path}", folder.display()))
        .env("SOURCE_DATE_EPOCH", "1795219200")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .env("GIT_AUTHOR_NAME", "Test")
        .env("GIT_AUTHOR_EMAIL", "test@example.org")
        .env("GIT_COMMITTER_NAME", "Test")
        .env("GIT_COMMITTER_EMAIL", "test@example.org")
        .output()
        .expect("a shell runs");
    let mut text = String::from_utf8(output.stdout).expect("text");
    text = same(
        &text
            .replace(site.root.as_str(), "/site")
            .replace("\r\n", "\n"),
    );
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    match output.status.code() {
        Some(0) => text,
        Some(code) => format!("{text}[exit status {code}]\n"),
        None => format!("{text}[ended by a signal]\n"),
    }
}

/// Seconds as `0.00 s`, this version as `VERSION`.
fn same(text: &str) -> String {
    let text = text.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    for index in 1..words.len() {
        let is_unit =
            words[index].trim_end_matches([':', '\n']) == "s" || words[index].starts_with("s:");
        if is_unit && words[index - 1].parse::<f64>().is_ok() {
            words[index - 1] = "0.00".to_owned();
        }
    }
    words.join(" ")
}

/// The page with what its commands print now.
fn replayed(text: &str) -> String {
    let site = Site::empty();
    let mut pages = String::new();
    let mut rest = text;
    while let Some((before, inner)) = rest.split_once(OPEN) {
        let (block, after) = inner.split_once(CLOSE).expect("a block is closed");
        pages.push_str(before);
        pages.push_str(OPEN);
        for command in block.lines().filter_map(|line| line.strip_prefix("$ ")) {
            pages.push_str(&format!("$ {command}\n{}", run(&site, command)));
        }
        // What was printed ended its last line.
        pages.push_str(CLOSE.trim_start());
        rest = after;
    }
    pages + rest
}

#[test]
fn every_command_prints_what_its_transcript_shows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut paths: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    let mut wrong = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path)
            .expect("a page")
            .replace("\r\n", "\n");
        let now = replayed(&text);
        if now == text {
            continue;
        }
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, now).expect("the page can be written");
        } else {
            let diff = similar::TextDiff::from_lines(&text, &now);
            wrong.push(format!("{}:\n{}", path.display(), diff.unified_diff()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_command_has_a_transcript() {
    let help = Site::empty().said(&["help"]);
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands = commands.take_while(|line| !line.is_empty());
    for command in commands.filter_map(|line| line.split_whitespace().next()) {
        let page = format!("{}/tests/cli/{command}.md", env!("CARGO_MANIFEST_DIR"));
        assert!(command == "help" || Path::new(&page).is_file(), "{page}");
    }
}
