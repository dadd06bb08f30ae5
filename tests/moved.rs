//! Pages that have moved again and again, or in circles: each address leads to where the text is in
//! the end, and thousands on one way cost no more than as many short ways.

mod memory;
mod shell;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use instep::config::Config;
use memory::{Site, Tree, held, site};

/// Moves in a row.
const MOVES: usize = 10_000;

/// Far more than one look at each move takes, on any machine; to walk the rest of the way from each
/// of them would be fifty million steps.
const PATIENCE: Duration = Duration::from_secs(120);

/// Pages of which each says that it has moved to the next, the last one to `end`.
fn row(end: &str) -> Tree {
    let page = |at: usize| {
        let next = match at + 1 {
            MOVES => end.to_owned(),
            next => format!("p{next}.md"),
        };
        let text = format!("---\nredirect_url: {next}\n---\n# Page {at}\n");
        (format!("content/en-US/p{at}.md"), text.into_bytes())
    };
    (0..MOVES).map(page).collect()
}

/// Built in time.
fn built(tree: &Tree) -> Site {
    let began = Instant::now();
    let config = Config {
        base_url: Some("https://guides.example.org".to_owned()),
        ..Config::default()
    };
    let site = site(&config, &held(tree), tree.keys());
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
    site
}

/// How often each rule was broken.
fn counted(site: &Site) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in &site.findings {
        *counts.entry(finding.rule.code).or_default() += 1;
    }
    counts
}

#[test]
fn ten_thousand_moves_in_a_row_lead_to_the_end_at_once() {
    let mut tree = row("end.md#there");
    let end = b"---\nms.date: 2026-01-01\n---\n# End\n\n## There\n\nSee [it](p0.md).\n";
    tree.insert("content/en-US/end.md".to_owned(), end.to_vec());
    let site = built(&tree);
    let list = String::from_utf8(site.files["_redirects"].clone()).expect("text");
    let leads = |line: &&str| line.ends_with(" /en-us/end/#there 301");
    assert_eq!(list.lines().filter(leads).count(), MOVES);
    let first = String::from_utf8_lossy(&site.files["en-us/p0/index.html"]).into_owned();
    assert!(first.contains("/en-us/end/#there"), "{first}");
    // The link to the first of them names a page that has moved; nothing else is wrong.
    assert_eq!(counted(&site), [("link/redirected", 1)].into());
}

#[test]
fn ten_thousand_moves_in_a_circle_are_told_and_lead_nowhere() {
    let mut tree = row("p0.md");
    let before = b"---\nredirect_url: p77.md\n---\n# Before\n".to_vec();
    tree.insert("content/en-US/before.md".to_owned(), before);
    let page = b"---\nms.date: 2026-01-01\n---\n# Page\n".to_vec();
    tree.insert("content/en-US/page.md".to_owned(), page);
    let site = built(&tree);
    assert!(!site.files.contains_key("_redirects"));
    assert!(!site.files.contains_key("en-us/p0/index.html"));
    assert_eq!(counted(&site), [("link/redirect-loop", MOVES + 1)].into());
}

/// A Learn repository whose list has a row and a circle.
fn repository() -> shell::Site {
    let entry = |at: usize, to: &str| {
        format!(r#"{{ "source_path": "articles/{at}.md", "redirect_url": "{to}" }}"#)
    };
    let row = (1..MOVES).map(|at| entry(at, &format!("/shop/{}", at - 1)));
    let circle = (0..100).map(|at| entry(MOVES + at, &format!("/shop/{}", MOVES + (at + 1) % 100)));
    let all: Vec<String> = [entry(0, "/shop/guide#top")]
        .into_iter()
        .chain(row)
        .chain(circle)
        .collect();
    let publishing = r#"{ "docsets_to_publish": [ { "docset_name": "shop", "build_source_folder": "articles", "locale": "en-us" } ] }"#;
    let docfx = r#"{ "build": { "content": [ { "files": ["**/*.md"] } ], "globalMetadata": { "breadcrumb_path": "/shop/breadcrumb/toc.json" } } }"#;
    shell::Site::of(&[
        ("site.yaml", "base_url: https://guides.example.org\n"),
        (".openpublishing.publish.config.json", publishing),
        ("articles/docfx.json", docfx),
        (
            "articles/guide.md",
            "---\ntitle: G\nms.date: 01/01/2026\n---\n# G\n\n## Top\n\nText.\n",
        ),
        (
            ".openpublishing.redirection.json",
            &format!("{{ \"redirections\": [\n{}\n] }}", all.join(",\n")),
        ),
    ])
}

#[test]
fn so_are_those_in_the_list_of_a_repository() {
    let site = repository();
    let began = Instant::now();
    let report = site.said(&["check", "--format", "json"]);
    assert!(began.elapsed() < PATIENCE, "{:?}", began.elapsed());
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let found = report["findings"].as_array().expect("a list");
    let circles = found.iter().filter(|f| f["code"] == "link/redirect-loop");
    assert_eq!(circles.count(), 100);
    assert_eq!(found.len(), 100, "{:?}", found.first());
}
