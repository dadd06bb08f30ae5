//! Edits of a small site, as writers make them: each is four numbers, so that a failing sequence
//! shrinks to a short one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use camino::Utf8Path;
use instep::path::SourcePath;

/// Files by path.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// What is edited, and three numbers that say how.
pub type Edit = (u8, u8, u8, u8);

const LOCALES: [&str; 3] = ["en-US", "fr-FR", "de-DE"];
const NAMES: [&str; 7] = [
    "index",
    "start",
    "guide/a",
    "guide/a@old",
    "guide/b",
    "guide/deep/c",
    "guide/index",
];
const TITLES: [&str; 4] = ["Start", "Zebra: keys", "Ä first", ""];
const DATES: [&str; 4] = ["2024-05-01", "05/01/2024", "2023-01-31", ""];

/// A sentence with the one that it was translated from.
const UNIT: &str = "<span data-ttu-id=\"u-1\">Satz.</span><span class=\"sxs-lookup\">\
    <span data-stu-id=\"u-1\">Act before 15 October 2031 or on 31.12.2026.</span></span>\n\n";

/// The site that every sequence begins with.
pub fn site() -> Tree {
    let mut tree = Tree::new();
    for locale in &LOCALES[..2] {
        for (n, name) in NAMES.iter().enumerate().take(5) {
            let n = u8::try_from(n).unwrap_or(0);
            put(&mut tree, page_path(locale, name), page(n, n, n));
        }
    }
    put(&mut tree, "content/en-US/includes/note.md", fragment(0));
    put(&mut tree, "content/en-US/media/one.png", "png".to_owned());
    put(
        &mut tree,
        "content/en-US/code/a.py",
        "print(1)\n".to_owned(),
    );
    put(&mut tree, "site.yaml", settings(0).to_owned());
    tree
}

/// The tree after an edit. `before` is what can be gone back to.
pub fn apply(tree: &Tree, before: &Tree, (kind, a, b, c): Edit) -> Tree {
    let mut tree = tree.clone();
    let locale = LOCALES[usize::from(a) % LOCALES.len()];
    let name = NAMES[usize::from(b) % NAMES.len()];
    match kind % 16 {
        0..=3 => put(&mut tree, page_path(locale, name), page(a, b, c)),
        4 => drop(tree.remove(&page_path(locale, name))),
        5 => rename(&mut tree, &page_path(locale, name), b, c),
        6 => {
            let home = LOCALES[usize::from(b) % 2];
            let file = ["includes/note.md", "includes/other.md"][usize::from(c) % 2];
            change(&mut tree, &format!("content/{home}/{file}"), a, fragment(c));
        }
        7 => change(
            &mut tree,
            &format!("content/{locale}/toc.yml"),
            c,
            navigation(b),
        ),
        8 => {
            let file = ["fr-FR/site.ftl", "en/site.ftl"][usize::from(a) % 2];
            change(&mut tree, &format!("locales/{file}"), b, words(c));
        }
        9 => {
            let file = ["templates/guide.html", "templates/navigation.html"][usize::from(a) % 2];
            change(
                &mut tree,
                &format!("themes/default/{file}"),
                b,
                template(file, c),
            );
        }
        10 => {
            let style = format!("main {{ width: {c}px }}\n");
            change(&mut tree, "themes/default/static/style.css", b, style);
        }
        11 => put(&mut tree, "site.yaml", settings(c).to_owned()),
        12 => change(&mut tree, "locales/en/dates.yaml", b, cues(c).to_owned()),
        13 => {
            let file = ["media/one.png", "code/a.py"][usize::from(a) % 2];
            let text = format!("print({c})\n");
            change(&mut tree, &format!("content/en-US/{file}"), b, text);
        }
        14 => move_folder(&mut tree, locale, b),
        _ => tree = before.clone(),
    }
    tree
}

/// The tree with settings that can be read.
pub fn mended(tree: &Tree) -> Tree {
    let mut tree = tree.clone();
    put(&mut tree, "site.yaml", settings(0).to_owned());
    tree.remove("locales/en/dates.yaml");
    tree
}

/// Writes what differs, and says what a watch would tell of: files, and folders that are gone.
pub fn write(root: &Utf8Path, before: &Tree, now: &Tree) -> Vec<SourcePath> {
    let gone: Vec<&String> = before.keys().filter(|p| !now.contains_key(*p)).collect();
    let written = now
        .iter()
        .filter(|(path, bytes)| before.get(*path) != Some(bytes));
    let mut told = BTreeSet::new();
    for path in gone {
        fs::remove_file(root.join(path)).expect("the file stood there");
        told.insert(removed(root, path));
    }
    for (path, bytes) in written {
        let file = root.join(path);
        let folder = file.parent().expect("files lie in folders");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(file, bytes).expect("the file can be written");
        told.insert(path.clone());
    }
    told.iter().map(|path| SourcePath::new(path)).collect()
}

/// Empty folders go with their last file, and stand for it. A source folder itself stays.
fn removed(root: &Utf8Path, path: &str) -> String {
    let mut told = path;
    while let Some((folder, _)) = told.rsplit_once('/') {
        if !folder.contains('/') || fs::remove_dir(root.join(folder)).is_err() {
            break;
        }
        told = folder;
    }
    told.to_owned()
}

fn put(tree: &mut Tree, path: impl Into<String>, text: String) {
    tree.insert(path.into(), text.into_bytes());
}

/// Writes a file three times of four, else takes it away.
fn change(tree: &mut Tree, path: &str, how: u8, text: String) {
    if how % 4 == 3 {
        tree.remove(path);
    } else {
        put(tree, path, text);
    }
}

fn page_path(locale: &str, name: &str) -> String {
    format!("content/{locale}/{name}.md")
}

fn rename(tree: &mut Tree, path: &str, b: u8, c: u8) {
    let name = NAMES[usize::from(b.wrapping_add(c)) % NAMES.len()];
    let to = page_path(LOCALES[usize::from(c) % LOCALES.len()], name);
    if let Some(bytes) = tree.remove(path) {
        tree.insert(to, bytes);
    }
}

/// `guide` becomes `manual`, and back.
fn move_folder(tree: &mut Tree, locale: &str, b: u8) {
    let folders = [
        format!("content/{locale}/guide/"),
        format!("content/{locale}/manual/"),
    ];
    let (from, to) = (
        &folders[usize::from(b % 2)],
        &folders[usize::from(1 - b % 2)],
    );
    let moved: Vec<String> = tree
        .keys()
        .filter(|path| path.starts_with(from))
        .cloned()
        .collect();
    for path in moved {
        if let Some(bytes) = tree.remove(&path) {
            tree.insert(path.replacen(from, to, 1), bytes);
        }
    }
}

fn page(a: u8, b: u8, c: u8) -> String {
    let mut text = front(a, c);
    text.push_str(
        "# <a name=\"top\"></a>Guide\n\nAct before 15 October 2031 or on 31.12.2026.\n\n",
    );
    for (n, anchor) in ["one", "two", "three"].iter().enumerate() {
        if (c >> n) & 1 == 0 {
            let number = usize::from(a) + n;
            text.push_str(&format!(
                "## <a name=\"{anchor}\"></a>Step {anchor} {}\n\nSet `key-{number}` to {number}.\n\n",
                b % 3
            ));
        }
    }
    let pieces = [
        "[!INCLUDE [note](includes/note.md)]\n\n",
        "[!INCLUDE [note](../includes/note.md)]\n\n",
        "[!INCLUDE [other](~/includes/other.md)]\n\n",
        "See [a](guide/a.md#two), [b](guide/b.md) and [c](~/guide/deep/c.md#one).\n\n",
        "See [a](a.md#three), [gone](gone.md) and [start](~/start.md#top).\n\n",
        "![one](~/media/one.png)\n\n",
        ":::code language=\"python\" source=\"~/code/a.py\":::\n\n",
        UNIT,
    ];
    let more = [
        "<div>\n<a href=\"guide/a.md#two\" title=\"a > b\">raw</a>\n</div>\n\n",
        "Or <A HREF=~/start.md#one>so</A>, see <xref:page.one>.\n\n",
    ];
    let chosen = |bits: u8| move |n: &(usize, &&'static str)| (bits >> n.0) & 1 == 1;
    let some = pieces.iter().enumerate().filter(chosen(b));
    for (_, piece) in some.chain(more.iter().enumerate().filter(chosen(c >> 3))) {
        text.push_str(piece);
    }
    text
}

fn front(a: u8, c: u8) -> String {
    let (title, date) = (TITLES[usize::from(a) % 4], DATES[usize::from(c) % 4]);
    let more = match (a / 4) % 12 {
        0 => "title: [\n",
        1 => "document_id: guide/b\n",
        2 => "ms.contentlocale: de-DE\n",
        3 => "ms.openlocfilehash: 0123456789012345678901234567890123456789\n",
        4 => "ms.translationtype: MT\nms.lasthandoff: 06/01/2024\n",
        5 => "title: twice\n",
        6 => "uid: page.one\n",
        7 => "redirect_url: start.md#two\n",
        _ => "description: What it is.\n",
    };
    let title = match title {
        "" => String::new(),
        title => format!("title: \"{title}\"\n"),
    };
    let date = match date {
        "" => String::new(),
        date => format!("ms.date: {date}\n"),
    };
    format!("---\n{title}{date}{more}---\n\n")
}

fn fragment(c: u8) -> String {
    match c % 4 {
        0 => "A note with a [link](../start.md#one).\n".to_owned(),
        1 => "## <a name=\"inner\"></a>Inner\n\nUntil 3 March 2030.\n".to_owned(),
        2 => "[!INCLUDE [other](other.md)]\n\nMore.\n".to_owned(),
        _ => "[!INCLUDE [itself](note.md)]\n".to_owned(),
    }
}

fn navigation(b: u8) -> String {
    match b % 4 {
        0 => "- name: Begin\n  href: start.md\n- href: guide/b.md\n".to_owned(),
        1 => "items:\n- name: Guides\n  items:\n  - href: guide/a.md\n  - name: Out\n    href: https://example.com/\n".to_owned(),
        2 => "- name: [\n".to_owned(),
        _ => "[]\n".to_owned(),
    }
}

fn words(c: u8) -> String {
    match c % 3 {
        0 => format!("home = House {c}\n"),
        1 => "notice-behind = Old, see { $language } {\n".to_owned(),
        _ => "last-updated = Written\nstatus = State\n".to_owned(),
    }
}

fn template(file: &str, c: u8) -> String {
    let text = match (file.ends_with("guide.html"), c % 3) {
        (true, 0) => {
            "{% extends \"default/guide.html\" %}{% block contents %}<p>mine</p>{% endblock contents %}"
        }
        (true, 1) => {
            "{% extends \"default/guide.html\" %}{% block contents %}{{ nothing }}{% endblock contents %}"
        }
        (true, _) => "{% extends \"default/guide.html\" %}{% block contents %}",
        (false, 0) => "<ol>{% for entry in entries %}<li>{{ entry.title }}</li>{% endfor %}</ol>",
        (false, 1) => "{{ entries.nothing }}",
        (false, _) => "{% for",
    };
    format!("{text}\n")
}

fn cues(c: u8) -> &'static str {
    match c % 3 {
        0 => "ahead:\n  by: [on]\n",
        1 => "ahead:\n  before: [before]\n",
        _ => "ahead: [\n",
    }
}

fn settings(c: u8) -> &'static str {
    match c % 9 {
        0 => "title: Site\nbase_url: https://example.org\n",
        1 => "title: Other\nsource_locale: en-US\nlinks:\n  unknown: broken\n",
        2 => "source_locale: fr-FR\nfallback: source\n",
        3 => "languages: [fr-FR, en-US]\nfallback: none\n",
        4 => "titel: Site\n",
        5 => "title: [\n",
        6 => "dates:\n  keys: [updated]\nterms: [Zebra]\n",
        7 => {
            "sources:\n  - path: content/en-US\n    locale: en-US\n  - path: content/fr-FR\n    locale: fr-FR\n    docset: second\n"
        }
        _ => "html: trusted\ntheme_options:\n  accent: violet\nabsent:\n  fr-FR: [start]\n",
    }
}
