//! CommonMark 0.31.2 and GFM: constructs of our own must not break plain Markdown. Wherever
//! pulldown-cmark alone renders an example of its own suite as the specification asks, so do we.
//!
//! The examples are licensed under CC BY-SA and stay out of this repository: they are read from
//! the sources of pulldown-cmark that Cargo has at hand.

mod render;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use instep::config::Html;
use instep::document::manuscript;
use instep::path::SourcePath;
use pulldown_cmark::{Parser, html};
use render::Tree;

#[test]
fn no_example_renders_worse_than_by_pulldown_cmark_alone() {
    let mut worse = Vec::new();
    let mut count = 0;
    for file in ["spec", "gfm_table", "gfm_strikethrough", "gfm_tasklist"] {
        for (index, (markdown, expected)) in examples(file).into_iter().enumerate() {
            count += 1;
            let mut plain = String::new();
            html::push_html(
                &mut plain,
                Parser::new_ext(&markdown, manuscript::options()),
            );
            let wanted = neutral(&expected);
            if neutral(&plain) != wanted {
                continue;
            }
            let ours = render(&markdown, Html::Trusted);
            if neutral(&ours) != wanted {
                worse.push(format!(
                    "{file} {}\n{markdown}\n{expected}\n{ours}",
                    index + 1
                ));
            }
        }
    }
    assert!(count > 660, "{count} examples were found");
    assert!(
        worse.is_empty(),
        "{} worse\n{}",
        worse.len(),
        worse.join("\n---\n")
    );
}

#[test]
fn no_example_makes_sanitized_html_run() {
    for (markdown, _) in examples("spec") {
        let html = render(&markdown, Html::Sanitize).to_lowercase();
        for bad in ["<script", "<style", "<textarea", "javascript:", " onclick="] {
            assert!(!html.contains(bad), "{markdown}\n{html}");
        }
    }
}

fn render(markdown: &str, html: Html) -> String {
    let tree = Tree {
        page: SourcePath::new("page.md"),
        files: BTreeMap::new(),
        html,
    };
    // A line in front keeps a first line of dashes from being front matter.
    render::render_body(&tree, &format!("\n{markdown}"), &render::dialect()).html
}

/// The examples of one file of pulldown-cmark's suite: Markdown, then the HTML that it gives.
fn examples(file: &str) -> Vec<(String, String)> {
    let path = suite().join(format!("{file}.rs"));
    let text = std::fs::read_to_string(&path).expect("the suite of pulldown-cmark can be read");
    let mut strings = text.split("r##\"").skip(1);
    let mut found = Vec::new();
    while let (Some(markdown), Some(html)) = (strings.next(), strings.next()) {
        let whole = |text: &str| text.split("\"##").next().unwrap_or("").to_owned();
        found.push((whole(markdown), whole(html)));
    }
    found
}

fn suite() -> PathBuf {
    // What other systems need may never have been downloaded here.
    let version = cargo(&["-vV"]);
    let version = String::from_utf8_lossy(&version);
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.expect("cargo says where it runs");
    let asked = ["metadata", "--format-version", "1", "--offline"];
    let output = cargo(&[&asked[..], &["--filter-platform", host]].concat());
    let metadata: serde_json::Value =
        serde_json::from_slice(&output).expect("cargo metadata is JSON");
    let packages = metadata["packages"].as_array().expect("there are packages");
    let package = packages.iter().find(|p| p["name"] == "pulldown-cmark");
    let manifest = package.and_then(|p| p["manifest_path"].as_str());
    let manifest = PathBuf::from(manifest.expect("pulldown-cmark is a dependency"));
    manifest.with_file_name("tests").join("suite")
}

const KEPT: [&str; 31] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "input",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "sup",
    "table",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "b",
    "i",
    "s",
    "sub",
];

/// What a reader gets: elements with their targets, and text. Links that show their own address
/// are their text: addresses that stand bare are links here, and those of schemes that are not
/// known to be harmless are none.
fn neutral(html: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut words = String::new();
    let mut rest = html;
    while !rest.is_empty() {
        let text_end = rest.find('<').unwrap_or(rest.len());
        words.push_str(&unescape(&rest[..text_end]));
        rest = &rest[text_end..];
        let end = rest.find('>').map_or(rest.len(), |at| at + 1);
        let tag = &rest[..end];
        rest = &rest[end..];
        let name: String = tag
            .trim_start_matches(['<', '/'])
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        if tag.contains("class=\"anchor\"") || tag.contains("class=\"back\"") {
            rest = rest.split_once("</a>").map_or("", |(_, after)| after);
            continue;
        }
        if tag.is_empty() || !KEPT.contains(&name.as_str()) {
            continue;
        }
        out.extend(words.split_whitespace().map(str::to_owned));
        words.clear();
        let closing = if tag.starts_with("</") { "/" } else { "" };
        let mut element = format!("<{closing}{name}");
        for key in ["href", "src", "alt", "start"] {
            let value = tag
                .split_once(&format!(" {key}=\""))
                .map(|(_, after)| after);
            let value = value.and_then(|after| after.split('"').next());
            if let Some(value) =
                value.filter(|value| !value.starts_with("#note") && !value.starts_with("#fn"))
            {
                element.push_str(&format!(" {key}={}", unescape(value)));
            }
        }
        out.push(element);
    }
    out.extend(words.split_whitespace().map(str::to_owned));
    without_bare(out)
}

fn without_bare(tokens: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let target = tokens[at]
            .strip_prefix("<a href=")
            .map(|to| to.trim_start_matches("mailto:"));
        let same = |text: &String| target.is_some_and(|to| to == text || to.contains('%'));
        if tokens.get(at + 2).is_some_and(|t| t == "</a") && tokens.get(at + 1).is_some_and(same) {
            out.push(tokens[at + 1].clone());
            at += 3;
        } else {
            out.push(tokens[at].clone());
            at += 1;
        }
    }
    // Words that only stood apart because a link began between them.
    out.join(" ")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

fn cargo(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo can be run");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    output.stdout
}
