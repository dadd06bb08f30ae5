//! A translation that names the hash of its source: exact in both directions, without git, and down
//! to the section where the tree still holds the text of that hash.

mod shell;

use std::fs;
use std::ops::Deref;

use serde_json::Value;
use sha1::Digest;

const OLD: &str =
    "---\ntitle: Start\nms.date: 2026-01-01\n---\n# Start\n\nHello.\n\n## Install\n\nRun it.\n";
const NEW: &str =
    "---\ntitle: Start\nms.date: 2026-02-01\n---\n# Start\n\nHello.\n\n## Install\n\nBuild it.\n";

struct Site(shell::Site);

impl Deref for Site {
    type Target = shell::Site;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Site {
    /// Both revisions of the source, and a translation with this stamp.
    fn new(stamp: &str) -> Self {
        let own = format!(
            "---\ntitle: Débuter\nms.date: 2026-02-01\nms.openlocfilehash: {stamp}\n---\n\
             # Débuter {{#start}}\n\nBonjour.\n\n## Installer {{#install}}\n\nLancez.\n"
        );
        Self(shell::Site::of(&[
            ("content/en/start@old.md", OLD),
            ("content/en/start.md", NEW),
            ("content/fr/start.md", &own),
        ]))
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
    let page = site.read("dist/fr/start/index.html");
    assert!(page.contains("class=\"section-note changed\""), "{page}");
    assert!(page.contains("href=\"/en/start/#install\""), "{page}");
    let source = site.read("dist/en/start/index.html");
    assert!(!source.contains("section-note"), "{source}");
}
