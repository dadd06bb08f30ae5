//! A site below a path of its host, as the project pages of GitHub are: every address that it writes
//! is below the path and has its file, and but for that the site is the one at the root.

mod shell;

use std::collections::BTreeMap;
use std::fs;

use camino::Utf8Path;
use instep::path::decode;
use shell::Site;

const HOST: &str = "https://pages.example.org";
/// As settings write it; browsers write it with `%`.
const WRITTEN: &str = "/unter/hüte";
const PATH: &str = "/unter/h%C3%BCte";

/// The files of a site by their path.
type Files = BTreeMap<String, Vec<u8>>;

/// A site with whatever names another page or file: navigation, revisions, languages, images, films,
/// raw HTML, moved pages, zones, an option of the theme and templates of its own.
fn site(base_url: &str) -> Site {
    let site = Site::starter();
    site.write(
        "site.yaml",
        format!(
            "title: Harbour\nbase_url: {base_url}\nsource_locale: en-US\n\
             languages: [en-US, fr-FR, de-DE]\nversions: [harbour-1]\n\
             sources:\n- path: content\n- {{ locale: en-US, path: repo }}\n\
             theme_options: {{ logo: images/logo.svg }}\n"
        ),
    );
    site.write("themes/default/static/images/logo.svg", "<svg/>");
    site.write(
        "themes/default/templates/missing.html",
        "{% extends \"default/missing.html\" %}\
         {% block main %}<a href=\"{{ site.path }}/status/\">status</a>{% endblock %}",
    );
    site.write(
        "content/de-DE/index.md",
        "# Anfang\n\n[Alles](/guides/borrow).\n",
    );
    site.write(
        "content/en-US/guides/seen.md",
        "---\ntitle: Seen\nms.date: 2026-05-04\n---\n# Seen\n\n\
         ![A pier](../media/pi%20er.png) ![A film](../media/film.mp4)\n\
         [![Large](../media/pi%20er.png)](../media/pi%20er.png#lightbox)\n\n\
         [Back](borrow.md#borrow), [from the top](/en-US/guides/borrow.md), [itself](#seen),\n\
         [moved](../../../repo/first.md) and [elsewhere](https://example.com/x).\n\n\
         <a href=\"borrow.md\">raw</a> <img src=\"../media/pi%20er.png\" alt=\"raw\">\n\n\
         Return it before 1 March 2027.\n",
    );
    site.write("content/en-US/media/pi er.png", "a picture");
    site.write("content/en-US/media/film.mp4", "a film");
    site.write(
        "repo/docfx.json",
        "{ \"build\": { \"content\": [{ \"files\": [\"**/*.md\"] }] } }",
    );
    site.write(
        "repo/.openpublishing.redirection.json",
        "{ \"redirections\": [\
         { \"source_path\": \"first.md\", \"redirect_url\": \"third#install\" },\
         { \"source_path\": \"away.md\", \"redirect_url\": \"https://example.com/away\" }] }",
    );
    site.write(
        "repo/third.md",
        "---\ntitle: Third\nms.date: 09/23/2019\n---\n# Third\n\n## Install\n\n[Old](first.md).\n",
    );
    site
}

fn build(base_url: &str) -> Files {
    let site = site(base_url);
    let output = site.run(&["build"]);
    assert!(output.status.success(), "{output:?}");
    let mut files = Files::new();
    collect(&site.root.join("dist"), "", &mut files);
    files
}

fn collect(folder: &Utf8Path, below: &str, files: &mut Files) {
    for entry in folder.read_dir_utf8().expect("a folder") {
        let entry = entry.expect("an entry");
        let path = format!("{below}{}", entry.file_name());
        match entry.file_type().expect("a kind").is_dir() {
            true => collect(entry.path(), &format!("{path}/"), files),
            false => drop(files.insert(path, fs::read(entry.path()).expect("a file"))),
        }
    }
}

/// Every text of a site, without what pagefind brings along: it asks for its files by the address
/// that it was itself asked by.
fn texts(files: &Files) -> impl Iterator<Item = (&str, &str)> {
    let own = files
        .iter()
        .filter(|(path, _)| !path.starts_with("pagefind/"));
    own.filter_map(|(path, bytes)| Some((path.as_str(), std::str::from_utf8(bytes).ok()?)))
}

/// What a text names on its host: whole addresses of it, values of attributes, strings and lines that
/// begin with a slash, and what modules import beside themselves. A guide as Markdown is the text of
/// its writer, so there only its own address counts.
fn named(path: &str, text: &str) -> Vec<String> {
    let ends = |c: char| c.is_whitespace() || "\"'<>()`,;\\".contains(c);
    let whole = text.match_indices(HOST).map(|(at, _)| at + HOST.len());
    let opened = text.match_indices('/').map(|(at, _)| at).filter(|at| {
        let before = text[..*at].chars().next_back();
        let quoted =
            before.is_none_or(|c| "\"'`(\n".contains(c) || c == ' ' && !path.ends_with("js"));
        let next = text[at + 1..].chars().next();
        quoted && next.is_some_and(|c| c.is_alphanumeric() || c == '%' || c == '_')
    });
    let rooted = whole.clone().chain(opened).map(|at| {
        let rest = &text[at..];
        rest[..rest.find(ends).unwrap_or(rest.len())].to_owned()
    });
    let beside = text.split("import(\"../").skip(1).filter_map(|rest| {
        let top = format!("{PATH}/{path}");
        let folder = top.rsplit_once('/')?.0.rsplit_once('/')?.0;
        Some(format!("{folder}/{}", rest.split('"').next()?))
    });
    let count = if path.ends_with(".md") {
        whole.count()
    } else {
        usize::MAX
    };
    rooted.chain(beside).take(count).collect()
}

/// The file that answers to an address below the path.
fn file_of(below: &str) -> String {
    let place = below.split(['#', '?']).next().unwrap_or_default();
    let place = decode(place.trim_start_matches('/'));
    match place.is_empty() || place.ends_with('/') {
        true => format!("{place}index.html"),
        false => place,
    }
}

#[test]
fn every_address_is_below_the_path_and_has_its_file() {
    let files = build(&format!("{HOST}{WRITTEN}/"));
    let mut seen = BTreeMap::new();
    for (path, text) in texts(&files) {
        for address in named(path, text) {
            let below = address
                .strip_prefix(PATH)
                .filter(|rest| rest.starts_with('/'));
            let below = below.unwrap_or_else(|| panic!("{path}: `{address}` escapes the path"));
            let kept = below.ends_with("/*") || path == "_redirects" || path == "robots.txt";
            let target = file_of(below);
            assert!(
                kept || files.contains_key(&target),
                "{path}: no file for `{address}`"
            );
            let kind = path.rsplit('.').next().unwrap_or_default().to_owned();
            *seen.entry(kind).or_insert(0) += 1;
        }
    }
    // A walk that saw nothing would hold as well.
    for kind in [
        "html",
        "js",
        "xml",
        "txt",
        "md",
        "ics",
        "_headers",
        "_redirects",
    ] {
        assert!(
            seen.contains_key(kind),
            "no address in any {kind}: {seen:?}"
        );
    }
}

#[test]
fn but_for_the_path_it_is_the_site_at_the_root() {
    let (root, below) = (build(HOST), build(&format!("{HOST}{WRITTEN}")));
    let names = |files: &Files| {
        let own = files.keys().filter(|path| !path.starts_with("pagefind/"));
        own.cloned().collect::<Vec<_>>()
    };
    assert_eq!(names(&root), names(&below));
    let below: BTreeMap<&str, &str> = texts(&below).collect();
    for (path, text) in texts(&root).filter(|(path, _)| !path.contains("instep")) {
        assert_eq!(below[path].replace(PATH, ""), text, "{path}");
    }
}

#[test]
fn without_an_address_every_link_starts_at_the_root() {
    let site = site("");
    assert!(site.run(&["build"]).status.success());
    let page = site.read("dist/en-us/guides/seen/index.html");
    let body = page.split("<article").last().expect("a text");
    assert!(
        body.contains("href=\"/en-us/guides/borrow/") && !page.contains("rel=\"canonical"),
        "{body}"
    );
}

#[test]
fn a_build_says_what_a_site_without_an_address_lacks() {
    let said = |base_url: &str, findings: &str| {
        let site = Site::starter();
        let settings = site.read("site.yaml");
        site.write("site.yaml", format!("{settings}\n{base_url}\n{findings}\n"));
        String::from_utf8(site.run(&["build"]).stderr).expect("text")
    };
    assert!(said("", "").contains("site/base-url"));
    assert!(said("base_url: docs.example.org", "").contains("site/base-url"));
    assert!(!said("base_url: https://docs.example.org", "").contains("site/base-url"));
    assert!(!said("", "findings: { site/base-url: allow }").contains("site/base-url"));
}
