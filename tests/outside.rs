//! No field that names a file leads out of the site: nothing that lies beside it is ever read into
//! it, and nothing is written but the site itself.
#![cfg(unix)]

mod shell;

use std::collections::BTreeMap;
use std::fs;
use std::process::Output;

use camino::{Utf8Path, Utf8PathBuf};

/// Stands in every file that is none of the site's business.
const SECRET: &str = "kestrel-4417";

/// Files beside the site, below its parent folder.
const BESIDE: &[&str] = &[
    "secret.md",
    "secret.txt",
    "secret.png",
    "secret.svg",
    "secret.json",
    "toc.yml",
    "TOC.md",
    "secret/index.md",
    "secret/toc.yml",
    "templates/guide.html",
    "theme.yaml",
    "dates.yaml",
    "docfx.json",
    "redirection.json",
];

/// Ways to one of them, with `NAME` for what it is called and `TOP` for where it lies. The pages
/// that use them lie two and three folders below the root.
const WAYS: &[&str] = &[
    "../NAME",
    "../../NAME",
    "../../../NAME",
    "../../../../NAME",
    "./../.././../../NAME",
    "deep/../../../../NAME",
    "missing/../../../../NAME",
    "~/../NAME",
    "~/../../NAME",
    "~/../../../NAME",
    "~\\..\\..\\NAME",
    "/../NAME",
    "/../../NAME",
    "/TOP/NAME",
    "TOP/NAME",
    "//TOP/NAME",
    "file://TOP/NAME",
    "file:///TOP/NAME",
    "FILE:TOP/NAME",
    "..\\..\\..\\NAME",
    "..\\../..\\NAME",
    "%2e%2e/%2e%2e/%2e%2e/NAME",
    "..%2f..%2f..%2fNAME",
    "..%5c..%5c..%5cNAME",
    "%2e%2e%2f%2e%2e%2f%2e%2e%2fNAME",
    "..%252f..%252f..%252fNAME",
    "../../../NAME?x",
    "../../../NAME#x",
    "../../../NAME%00.png",
    "....//....//....//NAME",
    "..;/..;/..;/NAME",
    ".. /.. /.. /NAME",
    "link-NAME",
    "folder-link/NAME",
    "folder-link/../NAME",
    "relative-link/NAME",
    "C:\\NAME",
    "\\\\?\\C:\\NAME",
    "\\\\host\\share\\NAME",
    "C:TOP/NAME",
];

struct Ground {
    _keep: shell::Site,
    top: Utf8PathBuf,
    site: Utf8PathBuf,
}

fn write(path: &Utf8Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
    fs::write(path, text).expect("a file");
}

impl Ground {
    /// A site, links out of it, and secrets beside it.
    fn new() -> Self {
        let keep = shell::Site::empty();
        let top = keep.root.clone();
        for path in BESIDE {
            write(&top.join(path), &format!("{SECRET}\n"));
        }
        let site = top.join("site");
        write(&site.join("content/en-US/index.md"), "# Start\n");
        let ground = Self {
            _keep: keep,
            top,
            site,
        };
        for folder in ["content/en-US", "content/en-US/deep"] {
            ground.link(&format!("{folder}/folder-link"), ground.top.as_str());
            for path in BESIDE.iter().filter(|path| !path.contains('/')) {
                let target = ground.top.join(path);
                ground.link(&format!("{folder}/link-{path}"), target.as_str());
            }
        }
        ground.link("content/en-US/relative-link", "../../..");
        ground.link("content/en-US/deep/relative-link", "../../../..");
        ground
    }

    fn link(&self, path: &str, target: &str) {
        let path = self.site.join(path);
        fs::create_dir_all(path.parent().expect("a link lies in a folder")).expect("a folder");
        std::os::unix::fs::symlink(target, path).expect("a link");
    }

    fn page(&self, path: &str, text: &str) {
        write(&self.site.join("content/en-US").join(path), text);
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let output = shell::Site::at(self.site.as_str()).run(arguments);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code().is_some_and(|code| code < 3), "{told}");
        assert!(!told.contains("panicked"), "{told}");
        output
    }

    /// Builds the site, and looks at all that came of it.
    fn proved(&self) {
        let before = files(&self.top);
        let output = self.run(&["build"]);
        assert!(output.status.success(), "{output:?}");
        self.run(&["check"]);
        let mut after = files(&self.top);
        let made =
            |path: &String| path.starts_with("site/dist/") || path.starts_with("site/.instep");
        let built: BTreeMap<_, _> = after.extract_if(.., |path, _| made(path)).collect();
        assert!(built.contains_key("site/dist/en-us/index.html"));
        for (path, bytes) in built {
            assert!(!path.contains("kestrel"), "{path}");
            let found = bytes
                .windows(SECRET.len())
                .any(|part| part == SECRET.as_bytes());
            assert!(!found, "{path} holds what lies outside");
        }
        assert_eq!(after, before, "nothing but the site is written");
    }
}

/// Every file below a folder, with its bytes; links are not followed.
fn files(top: &Utf8Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![top.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir_utf8().expect("a folder") {
            let entry = entry.expect("an entry");
            let kind = entry.file_type().expect("its kind");
            if kind.is_dir() {
                folders.push(entry.path().to_owned());
            } else if kind.is_file() {
                let path = entry.path().strip_prefix(top).expect("below");
                found.insert(path.to_string(), fs::read(entry.path()).expect("a file"));
            }
        }
    }
    found
}

/// Every way to a file.
fn ways(ground: &Ground, name: &str) -> Vec<String> {
    let top = ground.top.as_str().trim_start_matches('/');
    let way = |way: &&str| {
        let absolute = way
            .replace("/TOP", "TOP")
            .replace("TOP", &format!("/{top}"));
        absolute.replace("NAME", name)
    };
    WAYS.iter().map(way).collect()
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("every text is JSON")
}

#[test]
fn targets_of_pages_stay_in_the_site() {
    let ground = Ground::new();
    let mut page = String::from("# P\n\n");
    for name in [
        "secret.md",
        "secret.txt",
        "secret.png",
        "secret.svg",
        "secret",
    ] {
        for way in ways(&ground, name) {
            page += &format!(
                "[!INCLUDE [a]({way})]\n\nx [!INCLUDE [a](<{way}>)] y\n\n[!code[a]({way})]\n\n[!code-rust[a]({way}?name=a)]\n\n\
                 :::code language=\"md\" source=\"{way}\":::\n\n:::image type=\"content\" source=\"{way}\" alt-text=\"a\":::\n\n\
                 :::image type=\"complex\" source=\"{way}\" alt-text=\"a\" lightbox=\"{way}\":::\na\n:::image-end:::\n\n\
                 [!VIDEO {way}]\n\n:::video source=\"{way}\":::\n\n[!notebook[a]({way})]\n\n\
                 ![a]({way}) ![a](<{way}>) [a](<{way}>)\n\n<img src=\"{way}\"><a href=\"{way}\">a</a>\n\n\
                 <video src=\"{way}\" poster=\"{way}\"></video><object data=\"{way}\"></object><iframe src=\"{way}\"></iframe>\n\n"
            );
        }
    }
    ground.page("p.md", &page);
    ground.page("deep/p.md", &page);
    ground.proved();
}

#[test]
fn front_matter_stays_in_the_site() {
    let ground = Ground::new();
    for (at, way) in ways(&ground, "secret").into_iter().enumerate() {
        let way = quoted(&way);
        for key in [
            "document_id",
            "redirect_url",
            "ms.contentlocale",
            "uid",
            "zone_pivot_groups",
        ] {
            let page = format!("---\n{key}: {way}\ntitle: {way}\nms.date: 2026-01-02\n---\n# A\n");
            ground.page(&format!("f/{at}-{key}.md"), &page);
        }
    }
    ground.proved();
}

#[test]
fn navigation_and_yaml_pages_stay_in_the_site() {
    let ground = Ground::new();
    let mut toc = String::new();
    for name in [
        "secret.md",
        "toc.yml",
        "TOC.md",
        "secret/",
        "secret/toc.yml",
    ] {
        for (at, way) in ways(&ground, name).into_iter().enumerate() {
            let way = quoted(&way);
            toc += &format!(
                "- name: {way}\n  href: {way}\n  tocHref: {way}\n  topicHref: {way}\n  homepage: {way}\n  uid: {way}\n"
            );
            let landing = format!(
                "### YamlMime:Landing\ntitle: T\nsummary: s\nmetadata:\n  title: T\nlandingContent:\n- title: {way}\n  \
                 linkLists:\n  - linkListType: overview\n    links:\n    - text: {way}\n      url: {way}\n      \
                 imageSrc: {way}\n      src: {way}\n"
            );
            ground.page(
                &format!("data/{at}-{}.yml", name.replace('/', "-")),
                &landing,
            );
        }
    }
    ground.page("toc.yml", &toc);
    ground.page("deep/toc.yml", &toc);
    ground.proved();
}

#[test]
fn settings_of_repositories_stay_in_the_site() {
    let ground = Ground::new();
    for (at, way) in ways(&ground, "").into_iter().enumerate() {
        let folder = format!("repo-{at}");
        let (way, file) = (quoted(&way), quoted(&format!("{way}redirection.json")));
        let docfx = format!(
            "{{ \"build\": {{ \"content\": [ {{ \"src\": {way}, \"files\": [\"**\"], \"dest\": {way} }} ],\n\
             \"resource\": [ {{ \"src\": {way}, \"files\": [\"**\"], \"dest\": {way} }} ],\n\
             \"overwrite\": [ {way} ], \"template\": [ {way} ], \"dest\": {way},\n\
             \"globalMetadata\": {{ \"breadcrumb_path\": {way} }} }} }}"
        );
        let publishing = format!(
            "{{ \"docsets_to_publish\": [ {{ \"docset_name\": \"a\", \"build_source_folder\": {way} }},\n\
             {{ \"docset_name\": \"b\", \"build_source_folder\": \"docs\" }} ],\n\
             \"dependent_repositories\": [ {{ \"path_to_root\": {way} }} ],\n\
             \"redirection_files\": [ {file} ] }}"
        );
        let moved = format!(
            "{{ \"redirections\": [ {{ \"source_path\": {way}, \"redirect_url\": {way} }} ] }}"
        );
        let repository = ground.site.join(&folder);
        write(
            &repository.join(".openpublishing.publish.config.json"),
            &publishing,
        );
        write(&repository.join(".openpublishing.redirection.json"), &moved);
        write(&repository.join("docfx.json"), &docfx);
        write(&repository.join("docs/docfx.json"), &docfx);
        write(&repository.join("docs/index.md"), "# Docs\n");
    }
    let folders: Vec<String> = (0..WAYS.len())
        .map(|at| format!("- path: repo-{at}\n  locale: en-US\n"))
        .collect();
    let sources = format!("sources:\n- path: content\n{}", folders.concat());
    write(&ground.site.join("site.yaml"), &sources);
    ground.proved();
}

#[test]
fn themes_and_words_stay_in_the_site() {
    for way in [
        "..",
        "../..",
        "../../..",
        "../x",
        "/tmp",
        "a/../../..",
        "..\\..",
        ".",
    ] {
        let ground = Ground::new();
        write(&ground.site.join("themes/own/theme.yaml"), "options: {}\n");
        ground.link(
            "themes/own/templates",
            ground.top.join("templates").as_str(),
        );
        ground.link("themes/own/static", ground.top.as_str());
        ground.link("locales", ground.top.as_str());
        for theme in [way, "own"] {
            write(
                &ground.site.join("site.yaml"),
                &format!("theme: {}\n", quoted(theme)),
            );
            let before = files(&ground.top);
            ground.run(&["build"]);
            for (path, bytes) in files(&ground.top) {
                let found = bytes
                    .windows(SECRET.len())
                    .any(|part| part == SECRET.as_bytes());
                let built = path.starts_with("site/dist/");
                assert!(
                    built || path.starts_with("site/.instep") || before.contains_key(&path),
                    "{path}"
                );
                assert!(!(built && found), "{way}: {path} holds what lies outside");
            }
        }
    }
}

#[test]
fn a_site_that_is_linked_in_shows_that_the_look_can_fail() {
    let ground = Ground::new();
    write(
        &ground.site.join("content/en-US/own.md"),
        &format!("# Own\n\n{SECRET}\n"),
    );
    ground.run(&["build"]);
    let found = files(&ground.site.join("dist"));
    let has = |bytes: &Vec<u8>| {
        bytes
            .windows(SECRET.len())
            .any(|part| part == SECRET.as_bytes())
    };
    assert!(found.values().any(has));
}
