//! Every rule beside a small project that breaks it: `tests/rules/<code>.md`, with `-` for `/`.
//!
//! A project's files stand in blocks of four backticks, each with its path; `gone` after it makes
//! the file vanish before it is read, `latin-1` writes it in that encoding. The last block holds
//! the findings of the rule as `instep check` draws them. `BLESS=1` writes them anew.

mod project;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use instep::finding::{Finding, Rule};
use instep::locale::tag::Locale;
use instep::messages::Messages;
use instep::report::look::Look;
use instep::report::{Report, human};
use instep::source::Source;
use project::{Files, TODAY};

/// What the program says to those who read English.
fn english() -> Messages {
    Messages::of_program(&Locale::parse("en").expect("a tag"))
}

/// Rules whose breach takes more than a tree of texts, and where they are tested.
const ELSEWHERE: &[(&str, &str)] = &[
    // They need a clone, or a record that only a review makes.
    ("drift/unknown", "trees.rs"),
    ("drift/review-stale", "review.rs"),
    (
        "import/conflict",
        "what is imported must meet what is there",
    ),
    ("input/file-name", "`tests/walk.rs` needs a disk"),
    ("input/special-file", "`tests/walk.rs` needs a disk"),
    ("input/symlink-outside", "`tests/walk.rs` needs a disk"),
    ("input/too-large", "`tests/walk.rs` needs a disk"),
    (
        "markdown/code-missing",
        "samples are read when a page is written",
    ),
    (
        "messages/arguments",
        "the words of the interface, not of pages",
    ),
    (
        "messages/duplicate",
        "the words of the interface, not of pages",
    ),
    (
        "messages/missing",
        "the words of the interface, not of pages",
    ),
    (
        "messages/unused",
        "the words of the interface, not of pages",
    ),
    ("template/error", "a theme, not pages"),
    ("template/option", "a theme, not pages"),
];

/// A rule's page, read.
struct Page {
    files: Files,
    gone: Vec<String>,
    /// Where the findings stand.
    expected: std::ops::Range<usize>,
}

const FENCE: &str = "````";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

fn name(rule: &Rule) -> String {
    rule.code.replace('/', "-") + ".md"
}

fn read(text: &str) -> Page {
    let mut page = Page {
        files: Files::default(),
        gone: Vec::new(),
        expected: text.len()..text.len(),
    };
    let mut at = 0;
    while let Some(open) = text[at..].find(FENCE).map(|found| at + found) {
        let line_end = text[open..]
            .find('\n')
            .map_or(text.len(), |end| open + end + 1);
        let close = text[line_end..]
            .find(&format!("{FENCE}\n"))
            .expect("a block is closed");
        let inner = line_end..line_end + close;
        let mut words = text[open + FENCE.len()..line_end].split_whitespace();
        match words.next() {
            None => page.expected = inner.clone(),
            Some(path) => {
                let flags: Vec<&str> = words.collect();
                let block = &text[inner.clone()];
                let bytes = match flags.contains(&"latin-1") {
                    true => block
                        .chars()
                        .map(|c| u8::try_from(c).expect("Latin-1"))
                        .collect(),
                    false => block.as_bytes().to_vec(),
                };
                page.files.0.insert(path.to_owned(), bytes);
                page.gone
                    .extend(flags.contains(&"gone").then(|| path.to_owned()));
            }
        }
        at = inner.end + FENCE.len();
    }
    page
}

fn drawn(page: &Page, findings: &[Finding]) -> String {
    let words = english();
    let report = Report {
        today: TODAY,
        findings,
        rules: &[],
        source: &|path| {
            let bytes = page.files.0.get(path.as_str())?.clone();
            Some(Source::read(path, bytes).value.text)
        },
        silenced: &[],
        look: Look::plain(&words, 100),
    };
    let mut out = Vec::new();
    human::write(&report, &mut out).expect("memory takes it all");
    String::from_utf8(out).expect("reports are UTF-8")
}

#[test]
fn every_rule_finds_its_breach() {
    let mut wrong = Vec::new();
    for rule in instep::rules::all() {
        if ELSEWHERE.iter().any(|(code, _)| *code == rule.code) {
            continue;
        }
        let path = folder().join(name(rule));
        let Ok(text) = fs::read_to_string(&path) else {
            wrong.push(format!("{} is missing", path.display()));
            continue;
        };
        let text = text.replace("\r\n", "\n");
        let page = read(&text);
        let mut findings = page.files.findings(&page.gone);
        findings.retain(|finding| finding.rule.code == rule.code);
        let drawn = drawn(&page, &findings);
        if findings.is_empty() {
            wrong.push(format!("{}: nothing is found", rule.code));
        } else if text[page.expected.clone()] == drawn {
            continue;
        } else if std::env::var_os("BLESS").is_some() {
            let (before, after) = (&text[..page.expected.start], &text[page.expected.end..]);
            fs::write(&path, format!("{before}{drawn}{after}")).expect("the page can be written");
        } else {
            wrong.push(format!("{} finds otherwise:\n{drawn}", rule.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_has_its_rule() {
    let known: BTreeSet<String> = instep::rules::all().into_iter().map(name).collect();
    for entry in fs::read_dir(folder()).expect("the folder is there") {
        let file = entry.expect("an entry").file_name();
        let file = file.to_string_lossy();
        assert!(known.contains(&*file), "no rule for tests/rules/{file}");
    }
}

#[test]
fn every_rule_that_is_declared_is_listed() {
    let mut declared = BTreeSet::new();
    collect(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut declared,
    );
    let listed = instep::rules::all()
        .into_iter()
        .map(|rule| rule.code.to_owned());
    assert_eq!(declared, listed.collect());
}

fn collect(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder of the source") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, codes);
            continue;
        }
        let text = fs::read_to_string(&path).expect("source is UTF-8");
        for (at, _) in text.match_indices(": Rule = Rule {") {
            let (before, rest) = text.split_at(at);
            let line = before.rsplit('\n').next();
            let code = rest
                .split("code: \"")
                .nth(1)
                .and_then(|code| code.split('"').next());
            if line.is_some_and(|line| line.starts_with("pub static")) {
                codes.extend(code.map(str::to_owned));
            }
        }
    }
}

#[test]
fn every_rule_says_what_to_do() {
    for rule in instep::rules::all() {
        let words = rule.explanation.split_whitespace().count();
        assert!(words >= 15, "{}: {words} words explain nothing", rule.code);
        assert!(
            !rule.summary.ends_with('.'),
            "{}: a summary is no sentence",
            rule.code
        );
        let line = rule
            .explanation
            .lines()
            .map(|line| line.chars().count())
            .max();
        assert!(line <= Some(100), "{}: a line is too long", rule.code);
    }
}
