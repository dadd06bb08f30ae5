//! A translation that names the hash of its source: exact in both directions, without git, and down
//! to the section where the tree still holds the text of that hash.

use std::fs;
use std::process::{Command, Output};

use camino::Utf8PathBuf;
use serde_json::Value;
use sha1::Digest;
use tempfile::TempDir;

const OLD: &str =
    "---\ntitle: Start\nms.date: 2026-01-01\n---\n# Start\n\nHello.\n\n## Install\n\nRun it.\n";
const NEW: &str =
    "---\ntitle: Start\nms.date: 2026-02-01\n---\n# Start\n\nHello.\n\n## Install\n\nBuild it.\n";

struct Site {
    _keep: TempDir,
    root: Utf8PathBuf,
}

impl Site {
    /// Both revisions of the source, and a translation with this stamp.
    fn new(stamp: &str) -> Self {
        let keep = TempDir::new().unwrap();
        let root = Utf8PathBuf::from_path_buf(keep.path().canonicalize().unwrap()).unwrap();
        let site = Self { _keep: keep, root };
        site.write("content/en/start@old.md", OLD);
        site.write("content/en/start.md", NEW);
        let own = format!(
            "---\ntitle: Débuter\nms.date: 2026-02-01\nms.openlocfilehash: {stamp}\n---\n\
             # Débuter {{#start}}\n\nBonjour.\n\n## Installer {{#install}}\n\nLancez.\n"
        );
        site.write("content/fr/start.md", &own);
        site
    }

    fn write(&self, path: &str, text: &str) {
        let file = self.root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_instep"))
            .args(arguments)
            .args(["--root", self.root.as_str(), "--today", "2026-11-21"])
            .output()
            .unwrap()
    }

    fn drift(&self) -> Value {
        let output = self.run(&["drift", "start", "--locale", "fr", "--format", "json"]);
        let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
        listing["documents"][0]["locales"][0].clone()
    }

    fn verdict(&self) -> (String, String) {
        let drift = self.drift();
        let word = |key: &str| drift[key].as_str().unwrap_or_default().to_owned();
        (word("status"), word("evidence"))
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Every hash by which a text may be named: either algorithm, over either kind of line ends.
fn stamps(text: &str) -> Vec<String> {
    let windows = text.replace('\n', "\r\n");
    let forms = [text, &windows];
    let sha1 = forms.map(|form| hex(&sha1::Sha1::digest(form.as_bytes())));
    let sha256 = forms.map(|form| hex(&sha2::Sha256::digest(form.as_bytes())));
    [sha1, sha256].concat()
}

fn pair(status: &str, evidence: &str) -> (String, String) {
    (status.to_owned(), evidence.to_owned())
}

#[test]
fn the_hash_of_the_source_of_today_is_up_to_date() {
    for stamp in stamps(NEW) {
        let verdict = Site::new(&stamp).verdict();
        assert_eq!(verdict, pair("up-to-date", "source-hash"), "{stamp}");
    }
}

#[test]
fn any_other_hash_is_behind() {
    for stamp in stamps(OLD)
        .into_iter()
        .chain(["0".repeat(40), "f".repeat(64)])
    {
        let verdict = Site::new(&stamp).verdict();
        assert_eq!(verdict, pair("behind", "source-hash"), "{stamp}");
    }
}

#[test]
fn what_is_no_hash_is_no_evidence() {
    for stamp in ["main", "123", &"g".repeat(40)] {
        let verdict = Site::new(stamp).verdict();
        assert_ne!(verdict.1, "source-hash", "{stamp}");
    }
}

#[test]
fn the_older_source_in_the_tree_tells_which_section_changed() {
    let site = Site::new(&stamps(OLD)[0]);
    let drift = site.drift();
    let changes: Vec<&str> = drift["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| section["change"].as_str().unwrap())
        .collect();
    assert_eq!(changes, ["same", "changed"]);
    let output = site.run(&["drift", "start", "--locale", "fr"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("[-Run-]{+Build+} it."), "{text}");
    assert!(text.contains("    Lancez."), "{text}");
}

#[test]
fn without_it_the_page_is_behind_all_the_same() {
    let site = Site::new(&stamps(OLD)[0]);
    fs::remove_file(site.root.join("content/en/start@old.md")).unwrap();
    assert_eq!(site.verdict(), pair("behind", "source-hash"));
}

#[test]
fn the_page_leads_to_the_source_that_changed() {
    let site = Site::new(&stamps(OLD)[0]);
    let built = site.run(&["build", "--no-search"]);
    assert!(built.status.success(), "{built:?}");
    let page = fs::read_to_string(site.root.join("dist/fr/start/index.html")).unwrap();
    assert!(page.contains("class=\"section-note changed\""), "{page}");
    assert!(page.contains("href=\"/en/start/#install\""), "{page}");
    let source = fs::read_to_string(site.root.join("dist/en/start/index.html")).unwrap();
    assert!(!source.contains("section-note"), "{source}");
}
