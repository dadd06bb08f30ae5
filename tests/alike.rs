//! Pages whose names differ only in upper and lower case, or only in how their letters are stored:
//! each is built with its own text at its own address, one finding names both, and links lead to the
//! one whose name they write.
//!
//! A site of them is built in memory: some disks cannot hold both.

mod memory;
#[cfg(target_os = "linux")]
mod shell;

use instep::config::Config;
use instep::path::encode;
use memory::{Tree, held, site};

/// One name in four spellings: `é` as one letter and as `e` with a mark, in both cases.
const NAMES: [&str; 4] = ["Caf\u{e9}", "Cafe\u{301}", "caf\u{e9}", "cafe\u{301}"];

/// A page of each name, with links to all of them, and its own number in its text.
fn pages(folder: &str) -> Tree {
    let links: String = NAMES
        .iter()
        .enumerate()
        .map(|(at, name)| format!("[to {at}](<{name}.md>) "))
        .collect();
    let page = |(at, name): (usize, &&str)| {
        let text =
            format!("---\ntitle: T\nms.date: 2026-01-01\n---\n# Café\n\ntext {at}\n\n{links}\n");
        (format!("{folder}/{name}.md"), text.into_bytes())
    };
    NAMES.iter().enumerate().map(page).collect()
}

/// Every page stands where its name says, and its links lead to the pages that they name.
fn whole(read: &dyn Fn(&str) -> Option<String>, address: &str) {
    for (at, name) in NAMES.iter().enumerate() {
        let path = format!("{address}{name}/index.html");
        let html = read(&path).unwrap_or_else(|| panic!("{path} is lost"));
        assert!(html.contains(&format!("text {at}")), "{path}: {html}");
        for (to, other) in NAMES.iter().enumerate() {
            let link = format!("href=\"/{address}{}/\">to {to}</a>", encode(other));
            assert!(html.contains(&link), "{path} lacks {link}: {html}");
        }
    }
}

/// Each page but the first is told, with the first as the other one, and nothing else is.
fn told(found: Vec<(&str, String, String)>, folder: &str) {
    let mut sorted = NAMES.map(|name| format!("{folder}/{name}.md"));
    sorted.sort();
    let [first, others @ ..] = &sorted;
    let code = "input/address-collision";
    let expected = others
        .iter()
        .map(|other| (code, other.clone(), first.clone()));
    assert_eq!(found, expected.collect::<Vec<_>>());
}

#[test]
fn names_that_are_alike_lose_no_page_of_a_site() {
    let tree = pages("content/en-US");
    let config = Config {
        base_url: Some("https://guides.example.org".to_owned()),
        ..Config::default()
    };
    let site = site(&config, &held(&tree), tree.keys());
    let read = |path: &str| {
        let bytes = site.files.get(path)?;
        Some(String::from_utf8_lossy(bytes).into_owned())
    };
    whole(&read, "en-us/");
    let found = site.findings.iter().map(|finding| {
        let other = finding.related.first();
        let other = other.map_or(String::new(), |other| other.file.to_string());
        (finding.rule.code, finding.file.to_string(), other)
    });
    told(found.collect(), "content/en-US");
}

#[test]
#[cfg(target_os = "linux")]
fn names_that_are_alike_lose_no_page_of_a_repository() {
    let publishing = r#"{ "docsets_to_publish": [ { "docset_name": "shop", "build_source_folder": "articles", "locale": "en-us" } ] }"#;
    let docfx = r#"{ "build": { "content": [ { "files": ["**/*.md"] } ] } }"#;
    let site = shell::Site::of(&[
        ("site.yaml", "base_url: https://guides.example.org\n"),
        (".openpublishing.publish.config.json", publishing),
        ("articles/docfx.json", docfx),
    ]);
    for (path, text) in pages("articles") {
        site.write(&path, text);
    }
    site.said(&["build", "--no-search", "--quiet"]);
    let read = |path: &str| std::fs::read_to_string(site.root.join("dist").join(path)).ok();
    whole(&read, "en-us/");
    let report = site.said(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let found = report["findings"].as_array().expect("a list").iter();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let found = found.map(|f| {
        let code = f["code"].as_str().unwrap_or_default();
        (code, text(&f["file"]), text(&f["related"][0]["file"]))
    });
    told(found.collect(), "articles");
}
