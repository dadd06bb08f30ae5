//! What the check says of links, and what the pages of the site make of them: one answer.

mod project;

use std::collections::BTreeMap;
use std::io;
use std::sync::Mutex;

use instep::catalog::identity::classify;
use instep::config::Config;
use instep::dates::scan::Scanners;
use instep::path::SourcePath;
use instep::pipeline::build::build;
use instep::pipeline::inspect::Inspection;
use instep::pipeline::project::Project;
use instep::source::Writer;
use instep::source::memory::Memory;
use project::Files;

type Tree<'t> = &'t [(&'t str, &'t str)];

/// The pages of a site, by their paths.
#[derive(Default)]
struct Site(Mutex<BTreeMap<String, String>>);

impl Writer for Site {
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let mut files = self.0.lock().expect("no writer panicked");
        files.insert(path.to_owned(), text);
        Ok(())
    }
}

/// The site of a tree in memory.
fn site(tree: Tree<'_>) -> BTreeMap<String, String> {
    let config = Config::parse("title: Test").expect("valid settings");
    let paths = tree.iter().map(|(path, _)| SourcePath::new(path));
    let mut files: Vec<_> = paths
        .map(|path| classify(&path, &config.folders()[0]))
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let texts = tree.iter();
    let memory = texts.map(|(path, text)| (SourcePath::new(path), text.as_bytes().to_vec()));
    let memory = Memory(memory.collect());
    let scanners = Scanners::new(&BTreeMap::new()).expect("built-in words are well formed");
    let project = Project::new(&config, &memory, files, scanners);
    let site = Site::default();
    build(&project, &Inspection::new(&project), &site).expect("memory can be written");
    site.0.into_inner().expect("no writer panicked")
}

/// Findings about links, as `code: message`.
fn found(tree: Tree<'_>) -> Vec<String> {
    let files = tree.iter();
    let files = files.map(|(path, text)| (path.to_string(), text.as_bytes().to_vec()));
    let findings = Files(files.collect()).findings(&[]);
    let links = findings.iter().filter(|f| f.rule.code.starts_with("link/"));
    links
        .map(|finding| format!("{}: {}", finding.rule.code, finding.message))
        .collect()
}

/// Two languages of a page whose headings carry no anchors, and a page that links to it.
const TRANSLATED: Tree<'_> = &[
    (
        "content/en-US/b.md",
        "# Guide\n\n## Next steps\n\nRun `tool --part` and see [there](https://example.org/1).\n",
    ),
    (
        "content/fr-FR/b.md",
        "# Guide\n\n## Étapes\n\nLancez `tool --part`, voir [ici](https://example.org/1).\n",
    ),
    ("content/en-US/a.md", "# A\n\n[steps](b.md#next-steps)\n"),
    (
        "content/fr-FR/a.md",
        "# A\n\n[étapes](b.md#next-steps), [ici](old.md#next-steps), [rien](b.md#nowhere)\n",
    ),
    (
        "content/fr-FR/old.md",
        "---\nredirect_url: b\n---\n# Ancien\n",
    ),
];

#[test]
fn a_link_by_the_anchor_of_the_reference_keeps_it() {
    let site = site(TRANSLATED);
    let page = &site["fr-fr/a/index.html"];
    assert!(site["fr-fr/b/index.html"].contains("<span id=\"next-steps\">"));
    assert_eq!(page.matches("href=\"/fr-fr/b/#next-steps\"").count(), 2);
    assert!(page.contains("<a href=\"/fr-fr/b/\">rien</a>"), "{page}");
    let broken = found(TRANSLATED);
    let broken: Vec<_> = broken.iter().filter(|f| f.contains("anchor")).collect();
    assert_eq!(broken.len(), 1, "{broken:?}");
    assert!(broken[0].contains("nowhere"), "{broken:?}");
}

#[test]
fn a_bare_fragment_in_an_included_text_means_the_page_around_it() {
    let tree = &[
        (
            "content/en-US/a.md",
            "# A\n\n## One\n\n[!INCLUDE [x](includes/x.md)]\n",
        ),
        (
            "content/en-US/includes/x.md",
            "See [one](#one) and [two](?tabs=x#one).\n",
        ),
    ];
    assert_eq!(found(tree), [String::new(); 0]);
    let page = &site(tree)["en-us/a/index.html"];
    assert!(page.contains("<a href=\"#one\">one</a>"), "{page}");
    assert!(page.contains("<a href=\"#one\">two</a>"), "{page}");
}

#[test]
fn a_reference_follows_a_page_that_moved() {
    let tree = &[
        (
            "content/en-US/a.md",
            "# A\n\n[moved](xref:x.moved), [taken](xref:x.taken)\n",
        ),
        ("content/en-US/b.md", "---\nuid: x.taken\n---\n# B\n"),
        (
            "content/en-US/m.md",
            "---\nuid: x.moved\nredirect_url: b\n---\n# M\n",
        ),
        (
            "content/en-US/z.md",
            "---\nuid: x.taken\nredirect_url: b\n---\n# Z\n",
        ),
    ];
    let page = &site(tree)["en-us/a/index.html"];
    assert!(page.contains("<a href=\"/en-us/b/\">moved</a>"), "{page}");
    assert!(page.contains("<a href=\"/en-us/b/\">taken</a>"), "{page}");
    assert_eq!(found(tree), ["link/redirected: `xref:x.moved` has moved"]);
}

#[test]
fn a_reference_means_the_current_text_of_its_name() {
    let tree = &[
        ("content/en-US/a.md", "# A\n\n[it](xref:x.it)\n"),
        (
            "content/en-US/b.md",
            "---\nuid: x.it\nms.date: 2026-05-01\n---\n# B\n",
        ),
        ("content/en-US/c.md", "---\nms.date: 2026-05-01\n---\n# C\n"),
        (
            "content/en-US/c@old.md",
            "---\nuid: x.it\nms.date: 2020-01-01\n---\n# C\n",
        ),
    ];
    let page = &site(tree)["en-us/a/index.html"];
    assert!(page.contains("<a href=\"/en-us/b/\">it</a>"), "{page}");
}
