//! What readers meet, in a real Chromium: `tests/browser/suites/*.mjs` over the site of
//! `tests/sites/readers`, and what a writer meets in the preview of `tests/sites/preview`. Each suite is a test; where there is no browser it is shown as ignored
//! with the reason, which the usual test harness can only say while it is compiled.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output};

/// Suites in the order in which they tell most about a fault.
const SUITES: &[&str] = &[
    "html",
    "vnu",
    "axe",
    "languages",
    "keyboard",
    "anchors",
    "search",
    "preview",
    "print",
    "colours",
    "motion",
    "scriptless",
    "weight",
];

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str| asked.iter().any(|word| word == name);
    let names: Vec<&String> = asked
        .iter()
        .filter(|word| !word.starts_with("--"))
        .collect();
    let exact = |suite: &str, name: &str| suite == name || !flag("--exact") && suite.contains(name);
    let wanted = |suite: &&&str| names.is_empty() || names.iter().any(|name| exact(suite, name));
    let suites: Vec<&str> = SUITES.iter().filter(wanted).copied().collect();
    if flag("--list") {
        suites.iter().for_each(|suite| println!("{suite}: test"));
        return ExitCode::SUCCESS;
    }
    println!("\nrunning {} tests", suites.len());
    // With a browser nothing is ignored; without one every suite is.
    let lack = lack();
    let ignored = match &lack {
        Some(_) => !must() && !flag("--ignored") && !flag("--include-ignored"),
        None => flag("--ignored"),
    };
    if ignored {
        let reason = lack.map_or(String::new(), |reason| format!(", {reason}"));
        suites
            .iter()
            .for_each(|suite| println!("test {suite} ... ignored{reason}"));
        return closing(0, 0, suites.len());
    }
    let site = build();
    let failed = suites.iter().filter(|suite| !holds(&site, suite)).count();
    closing(suites.len() - failed, failed, 0)
}

/// Whether what cannot be tried fails, as in `.ci/run`.
fn must() -> bool {
    std::env::var_os("INSTEP_MUST").is_some()
}

/// What is missing to run the suites.
fn lack() -> Option<String> {
    if !chromium().exists() {
        return Some(format!("no Chromium at {}", chromium().display()));
    }
    let modules = folder().join("node_modules/playwright-core");
    (!modules.exists()).then(|| "`npm ci` has not been run in tests/browser".to_owned())
}

fn chromium() -> PathBuf {
    std::env::var_os("CHROMIUM").map_or_else(|| "/usr/bin/chromium".into(), PathBuf::from)
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

/// The site of `tests/sites/readers`, built by the program.
fn build() -> PathBuf {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/readers");
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("readers");
    let copied = Command::new("cp")
        .args(["-rT"])
        .args([&project, &place])
        .status();
    assert!(
        copied.is_ok_and(|status| status.success()),
        "cannot copy the project"
    );
    let built = Command::new(env!("CARGO_BIN_EXE_instep"))
        .args(["build", "--quiet", "--root"])
        .arg(&place)
        .status();
    assert!(
        built.is_ok_and(|status| status.success()),
        "the site cannot be built"
    );
    place.join("dist")
}

fn holds(site: &Path, suite: &str) -> bool {
    let (mut code, mut said) = run(site, suite);
    if code == Some(UNANSWERED) {
        println!(
            "{}\n{suite}: the browser is asked once more",
            said.trim_end()
        );
        (code, said) = run(site, suite);
    }
    let holds = code == Some(0);
    println!("test {suite} ... {}", if holds { "ok" } else { "FAILED" });
    println!("{}", said.trim_end());
    holds
}

/// How a suite ends when the browser stopped answering, and not because something does not hold: on
/// a busy machine it happens.
const UNANSWERED: i32 = 3;

/// The exit code of a suite, and what it printed.
fn run(site: &Path, suite: &str) -> (Option<i32>, String) {
    let output = Command::new("node")
        .current_dir(folder())
        .arg("run.mjs")
        .args([site.as_os_str(), suite.as_ref()])
        .env("INSTEP", env!("CARGO_BIN_EXE_instep"))
        .output();
    match output {
        Ok(Output {
            status,
            stdout,
            stderr,
        }) => {
            let said = [stdout, stderr].concat();
            (status.code(), String::from_utf8_lossy(&said).into_owned())
        }
        Err(error) => (None, format!("node cannot be started: {error}")),
    }
}

/// The closing lines of Rust's own test harness, which other programs read.
fn closing(passed: usize, failed: usize, ignored: usize) -> ExitCode {
    let word = if failed == 0 { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {word}. {passed} passed; {failed} failed; {ignored} ignored; 0 measured; 0 filtered out\n"
    );
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
