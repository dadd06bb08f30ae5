//! Two hundred ways to run in a reader's browser, in every field that a page has: none gets there.
//! Looked at as text, and opened in a real Chromium where there is one.

mod markup;
mod shell;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Instant;

use serde_json::{Value, json};
use shell::Site;

/// A payload with the class that it stands in.
struct Payload {
    class: &'static str,
    text: String,
}

fn payloads() -> Vec<Payload> {
    let mut class = "";
    let mut found = Vec::new();
    for line in include_str!("xss/payloads.txt").lines() {
        match line.strip_prefix("== ") {
            Some(name) => class = name,
            None if !class.is_empty() && !line.is_empty() => found.push(Payload {
                class,
                text: line
                    .replace('␊', "\n")
                    .replace('␉', "\t")
                    .replace('␍', "\r")
                    .replace('␀', "\0"),
            }),
            None => {}
        }
    }
    found
}

/// A JSON string is a YAML string as well.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("every text is JSON")
}

fn line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

/// A page that holds a payload as a block of its own, and in its front matter and headings.
fn blocks(payload: &str) -> String {
    let (quoted, line) = (quoted(&format!("needle {payload}")), line(payload));
    format!(
        "---\ntitle: {quoted}\ndescription: {quoted}\nms.date: 09/09/2019\nuid: {quoted}\nms.author: {quoted}\n---\n\
         # {line}\n\nneedle\n\n## <a name=\"x\"></a>{line}\n\n- {line}\n\n> {line}\n\n> [!NOTE]\n> {line}\n\n\
         | a | {line} |\n|---|---|\n| {line} | `{line}` |\n\n{payload}\n"
    )
}

/// A page that holds a payload within its lines.
fn lines(payload: &str) -> String {
    let line = line(payload);
    format!(
        "# Lines\n\nneedle {line} text\n\n[{line}](p000a.md) [x](<{line}>) [x](p000a.md \"{line}\") ![{line}](a.png)\n\n\
         x <a name=\"{line}\"></a> <abbr title=\"{line}\">x</abbr> <a href=\"{line}\">x</a> <img src=\"{line}\" alt=\"{line}\">\n\n\
         before 15 October 2019 {line}[^n]\n\n[^n]: {line}\n\n\
         :::image type=\"content\" source=\"a.png\" alt-text=\"{line}\":::\n\n\
         :::image type=\"complex\" source=\"{line}\" alt-text=\"x\":::\n{line}\n:::image-end:::\n\n\
         :::code language=\"{line}\" source=\"includes/code.txt\" range=\"{line}\":::\n\n\
         [!INCLUDE [{line}](includes/{line}.md)]\n\n[!code-{line}[{line}](includes/code.txt?name={line})]\n\n\
         [!VIDEO {line}]\n\n# [{line}](#tab/{line})\n\n{line}\n\n***\n\n::: zone pivot=\"{line}\"\nx\n::: zone-end\n\n\
         ::: moniker range=\"{line}\"\nx\n::: moniker-end\n\n> [!div class=\"{line}\" title=\"{line}\"]\n> x\n\n\
         <!-- instep-allow link/broken: {line} -->\n\n<span data-ttu-id=\"{line}\">x</span><span class=\"sxs-lookup\"><span data-stu-id=\"{line}\">{line}</span></span>\n\n\
         ```{line}\n{payload}\n```\n\n~~~ {line}\n{payload}\n~~~\n\n    {line}\n"
    )
}

/// A landing page of Learn.
fn landing(quoted: &str) -> String {
    format!(
        "### YamlMime:Landing\ntitle: {quoted}\nsummary: {quoted}\nmetadata:\n  title: {quoted}\n  description: {quoted}\n\
         landingContent:\n- title: {quoted}\n  linkLists:\n  - linkListType: {quoted}\n    links:\n    - text: {quoted}\n      url: {quoted}\n"
    )
}

/// A page of questions and answers.
fn questions(quoted: &str) -> String {
    format!(
        "### YamlMime:FAQ\ntitle: {quoted}\nsummary: {quoted}\nmetadata:\n  title: {quoted}\nsections:\n- name: {quoted}\n  questions:\n\
         \x20 - question: {quoted}\n    answer: {quoted}\n"
    )
}

/// A name that disks take.
fn file_name(payload: &str) -> String {
    let plain = payload.chars().filter(|c| !c.is_control() && *c != '/');
    plain
        .take(60)
        .collect::<String>()
        .trim_matches('.')
        .to_owned()
}

/// A site with every payload in every field.
fn project(html: &str) -> Site {
    let site = Site::empty();
    let write = |path: &str, text: &str| site.write(path, text);
    let title = quoted("Site \"><script>alert(1)</script>");
    write(
        "site.yaml",
        &format!("title: {title}\nbase_url: https://guides.example.org\nhtml: {html}\n"),
    );
    write("content/en-US/a.png", "no picture");
    write(
        "content/en-US/includes/code.txt",
        "<script>alert(1)</script>\n",
    );
    let mut toc = String::new();
    for (at, payload) in payloads().iter().enumerate() {
        let (text, quoted) = (&payload.text, quoted(&payload.text));
        write(&format!("content/en-US/p{at:03}a.md"), &blocks(text));
        write(&format!("content/en-US/p{at:03}b.md"), &lines(text));
        write(
            &format!("content/en-US/files/{at} {}.md", file_name(text)),
            "needle\n",
        );
        write(
            &format!("content/en-US/old/r{at:03}.md"),
            &format!("---\nredirect_url: {quoted}\n---\n# R\n"),
        );
        write(
            &format!("content/en-US/data/l{at:03}.yml"),
            &landing(&quoted),
        );
        write(
            &format!("content/en-US/data/f{at:03}.yml"),
            &questions(&quoted),
        );
        if at % 4 == 0 {
            let old = "---\ntitle: T\nms.date: 08/01/2019\n---\n# Other\n\nwords\n";
            write(&format!("content/en-US/p{at:03}a@old.md"), old);
            write(
                &format!("content/fr-FR/p{at:03}a.md"),
                &blocks(text).replace("needle", "aiguille"),
            );
        }
        toc += &format!("- name: {quoted}\n  href: {quoted}\n");
        if at % 8 == 0 {
            toc += &format!("- name: {quoted}\n  href: n{at:03}.md\n");
            write(&format!("content/en-US/named/n{at:03}.md"), "# N\n");
        }
    }
    // The navigation of a folder of its own: on every page it is most of what a browser has to do.
    write("content/en-US/named/toc.yml", &toc);
    site
}

/// A project and its site.
struct Built {
    _project: Site,
    dist: PathBuf,
}

/// The site of every payload. To build it takes long enough that tests which run beside each other
/// share it.
fn built(html: &'static str) -> Arc<Built> {
    static SHARED: Mutex<BTreeMap<&str, Weak<Built>>> = Mutex::new(BTreeMap::new());
    let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(site) = shared.get(html).and_then(Weak::upgrade) {
        return site;
    }
    let project = project(html);
    let output = project.run(&["build", "--quiet"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    let dist = project.root.join("dist").into();
    let site = Arc::new(Built {
        _project: project,
        dist,
    });
    shared.insert(html, Arc::downgrade(&site));
    site
}

fn pages(dist: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dist.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the site") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "html")
            {
                let html = fs::read_to_string(&path).expect("pages are UTF-8");
                let name = path
                    .strip_prefix(dist)
                    .expect("below the site")
                    .to_string_lossy();
                found.insert(name.into_owned(), html);
            }
        }
    }
    found
}

#[test]
fn there_are_payloads_of_every_class() {
    let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
    for payload in payloads() {
        *classes.entry(payload.class).or_default() += 1;
    }
    let expected = [
        "attribute breaking",
        "css",
        "encodings",
        "handlers",
        "mathml",
        "mutation",
        "schemes",
        "svg",
        "tags",
        "template",
    ];
    assert!(classes.keys().copied().eq(expected), "{classes:?}");
    assert!(classes.values().all(|count| *count >= 10), "{classes:?}");
    assert!(classes.values().sum::<usize>() >= 200, "{classes:?}");
}

#[test]
fn no_page_holds_what_runs() {
    let site = built("sanitize");
    let pages = pages(&site.dist);
    assert!(pages.len() > 3 * payloads().len(), "{} pages", pages.len());
    let mut wrong = Vec::new();
    for (path, html) in &pages {
        wrong.extend(
            markup::faults(html)
                .into_iter()
                .map(|fault| format!("{path}: {fault}")),
        );
    }
    assert!(
        wrong.is_empty(),
        "{} faults:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(30)].join("\n")
    );
}

#[test]
fn trusted_pages_show_that_the_look_at_pages_can_fail() {
    let site = built("trusted");
    let faults: usize = pages(&site.dist)
        .values()
        .map(|html| markup::faults(html).len())
        .sum();
    assert!(faults > payloads().len(), "{faults} faults");
}

/// What is missing to open pages in a browser.
fn lack() -> Option<String> {
    let browser =
        std::env::var_os("CHROMIUM").map_or_else(|| "/usr/bin/chromium".into(), PathBuf::from);
    if !browser.exists() {
        return Some(format!("there is no Chromium at {}", browser.display()));
    }
    let modules = folder().join("node_modules/playwright-core");
    (!modules.exists()).then(|| "`npm ci` has not been run in tests/browser".to_owned())
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

/// Opens one page in `every` of a site; gives what happened. `policy` is `kept`, or `dropped` for
/// browsers that know no Content Security Policy.
fn opened(dist: &Path, policy: &str, every: usize) -> Value {
    let output = Command::new("node")
        .current_dir(folder())
        .args(["xss.mjs".as_ref(), dist.as_os_str(), policy.as_ref()])
        .arg(every.to_string())
        .output()
        .expect("node starts");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).expect("JSON")
}

#[test]
#[ignore = "takes some minutes: a browser opens a few thousand pages"]
fn nothing_runs_in_a_browser() {
    if let Some(lack) = lack() {
        shell::skip(&lack);
        return;
    }
    let (site, trusted) = (built("sanitize"), built("trusted"));
    for policy in ["kept", "dropped"] {
        let began = Instant::now();
        let seen = opened(&site.dist, policy, 1);
        println!(
            "sanitised, policy {policy}: {} pages, {} results of search, {:?}",
            seen["pages"],
            seen["results"],
            began.elapsed()
        );
        assert!(
            seen["pages"].as_u64() > Some(3 * payloads().len() as u64),
            "{seen}"
        );
        assert!(seen["results"].as_u64() > Some(20), "{seen}");
        assert_eq!(seen["happened"], json!([]), "policy {policy}");
    }
    let began = Instant::now();
    // That the look can fail shows on some of them.
    let seen = opened(&trusted.dist, "dropped", 4);
    let count = |kind: &str| {
        seen["happened"]
            .as_array()
            .map_or(0, |list| list.iter().filter(|e| e["kind"] == kind).count())
    };
    println!(
        "trusted: {} pages, {} dialogs, {} requests, {:?}",
        seen["pages"],
        count("dialog"),
        count("request"),
        began.elapsed()
    );
    assert!(
        count("dialog") >= 50 && count("request") >= 20,
        "the look can fail: {seen}"
    );
}
