//! What checks, lists and the pages of the site say of one thing: one answer.

mod project;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Mutex;

use instep::calendar::Event;
use instep::catalog::identity::classify;
use instep::check::Asked;
use instep::check::align::Change;
use instep::check::deadlines::calendar::calendar;
use instep::check::deadlines::listing::{Options, Revisions, listing};
use instep::check::drift::outdated;
use instep::check::drift::rules::{findings, verdicts};
use instep::check::drift::standing::{Standing, of_document};
use instep::check::drift::testimony::SourceNow;
use instep::config::Config;
use instep::dates::scan::Scanners;
use instep::finding::Finding;
use instep::path::SourcePath;
use instep::pipeline::build::build;
use instep::pipeline::inspect::Inspection;
use instep::pipeline::project::Project;
use instep::pipeline::redo::{Task, TaskKind, redo};
use instep::source::Writer;
use instep::source::memory::Memory;
use project::{Files, TODAY};

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

/// What is seen of a tree in memory.
fn look<T>(tree: Tree<'_>, see: impl FnOnce(&Project<'_>, &Inspection) -> T) -> T {
    let settings = "{title: Test, base_url: https://docs.example.org}";
    let config = Config::parse(settings).expect("valid settings");
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
    see(&project, &Inspection::new(&project))
}

/// The site of a tree.
fn site(tree: Tree<'_>) -> BTreeMap<String, String> {
    look(tree, |project, inspection| {
        let site = Site::default();
        build(project, inspection, &site).expect("memory can be written");
        site.0.into_inner().expect("no writer panicked")
    })
}

/// How `a` stands in French, with what is to be done again.
fn french(tree: Tree<'_>) -> (Standing, Vec<Task>) {
    look(tree, |project, inspection| {
        let resolver = inspection.resolver(project);
        let context = inspection.context(project, &resolver, Some(TODAY));
        let standings = of_document(&context, "a").into_iter();
        let mut french = standings.filter(|standing| standing.judged.locale.language() == "fr");
        let standing = french.next().expect("the tree has French");
        let redo = redo(project, &context, &standing);
        (standing, redo.map_or_else(Vec::new, |redo| redo.tasks))
    })
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
    assert_eq!(found(tree), Vec::<String>::new());
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

#[test]
fn a_value_of_an_included_text_is_one_of_the_section_around_it() {
    let text = |language: &str| format!("# A\n\n## {language}\n\n[!INCLUDE [x](includes/x.md)]\n");
    let (english, translated) = (
        text("One"),
        text("One").replace("# A\n", "# A\n\nMot.\n\nMot.\n"),
    );
    let (standing, tasks) = french(&[
        ("content/en-US/a.md", &english),
        (
            "content/en-US/includes/x.md",
            "See [it](https://example.org/new).\n",
        ),
        ("content/fr-FR/a.md", &translated),
        (
            "content/fr-FR/includes/x.md",
            "Voir [ici](https://example.org/old).\n",
        ),
    ]);
    let [change] = &standing.changes[..] else {
        panic!("{:?}", standing.changes);
    };
    assert_eq!((change.section, change.line), (Some(1), 1));
    let [task] = &tasks[..] else {
        panic!("{} tasks", tasks.len());
    };
    assert_eq!((task.kind, task.values.len()), (TaskKind::Differs, 1));
}

#[test]
fn a_page_of_that_name_in_another_folder_is_another_page() {
    let pages = [
        ("content/en-US/b/it.md", "# It\n"),
        ("content/en-US/it.md", "# It\n"),
    ];
    let linked = |english: &str, french_text: &str| {
        let (english, own) = (
            format!("# A\n\n[it]({english})\n"),
            format!("# A\n\n[ici]({french_text})\n"),
        );
        let own = [
            ("content/en-US/a.md", &*english),
            ("content/fr-FR/a.md", &*own),
        ];
        french(&[&pages[..], &own[..]].concat()).0.changes.len()
    };
    assert_eq!(linked("b/it.md", "it.md"), 1);
    assert_eq!(linked("b/it.md", "./b/it.md"), 0);
    // Of places that the tree does not hold, only one that is written from the top can be the same.
    assert_eq!(linked("far/away.md", "away.md"), 1);
    assert_eq!(linked("/docs/far/away", "../far/away.md"), 0);
}

#[test]
fn a_hash_that_decides_leaves_nothing_unknown_on_pages_and_fragments() {
    let english = "# A\n\nWords.\n";
    let digest = look(&[("content/en-US/a.md", english)], |_, inspection| {
        let digests = inspection.catalog.revisions[0].digests.as_deref();
        let digest = digests.expect("a source has digests").sha256[0];
        digest.map(|byte| format!("{byte:02x}")).concat()
    });
    let own =
        format!("---\nms.openlocfilehash: {digest}\nms.sourcegitcommit: abc\n---\n# A\n\nMots.\n");
    let tree = [
        ("content/en-US/a.md", english),
        ("content/fr-FR/a.md", &*own),
    ];
    look(&tree, |project, inspection| {
        let resolver = inspection.resolver(project);
        let mut testimony = inspection.testimony.clone();
        let (id, document) = inspection
            .catalog
            .documents
            .iter()
            .next()
            .expect("one document");
        let french = document.editions.values().map(|edition| edition.current());
        let french = french.filter(|id| *id != document.reference);
        testimony.sources = french
            .map(|id| (id, SourceNow::Unknown("shallow".to_owned())))
            .collect();
        assert_eq!(testimony.sources.len(), 1);
        let mut context = inspection.context(project, &resolver, Some(TODAY));
        context.testimony = &testimony;
        let asked = Asked { id, document };
        let codes =
            |found: Vec<Finding>| -> Vec<&str> { found.iter().map(|f| f.rule.code).collect() };
        assert_eq!(codes(findings(&context, &asked)), [""; 0]);
        assert_eq!(codes(verdicts(&context, &asked)), [""; 0]);
    });
}

/// A deadline of a whole month, in the second of two sections of one name.
const MONTH: Tree<'_> = &[(
    "content/en-US/a.md",
    "# A\n\n## お支払い\n\nWords.\n\n## お支払い\n\nSign by March 2020. Pay before May 2020.\n",
)];

#[test]
fn a_deadline_of_a_month_has_one_day_in_every_list() {
    let site = site(MONTH);
    let calendar_of_site = &site["en-us/deadlines.ics"];
    assert!(
        calendar_of_site.contains("DTSTART;VALUE=DATE:20200331"),
        "{calendar_of_site}"
    );
    assert!(
        calendar_of_site.contains("DTSTART;VALUE=DATE:20200501"),
        "{calendar_of_site}"
    );
    for page in ["en-us/index.html", "en-us/status/index.html"] {
        let page = &site[page];
        assert!(
            page.contains("<time datetime=\"2020-03-31\" data-role=\"by\">"),
            "{page}"
        );
        assert!(page.contains("March 2020</time>"), "{page}");
        assert!(
            page.contains("<time datetime=\"2020-05-01\" data-role=\"before\">"),
            "{page}"
        );
    }
    let days = events(|event| event.day.to_string());
    assert_eq!(days, ["2020-03-31", "2020-05-01"]);
}

#[test]
fn a_calendar_leads_to_the_section_as_the_page_has_it() {
    let addresses = events(|event| event.address.clone().unwrap_or_default());
    let fragment = "#%E3%81%8A%E6%94%AF%E6%89%95%E3%81%84-1";
    let expected = format!("https://docs.example.org/en-us/a/{fragment}");
    assert_eq!(addresses, [expected.clone(), expected]);
}

/// The events of the calendar that `instep deadlines` prints of a month.
fn events(see: impl Fn(&Event) -> String) -> Vec<String> {
    look(MONTH, |project, inspection| {
        let resolver = inspection.resolver(project);
        let context = inspection.context(project, &resolver, Some(TODAY));
        let options = Options {
            today: TODAY,
            locales: &[],
            within: None,
            revisions: Revisions::Current,
        };
        let calendar = calendar(&context, &listing(&context, &options));
        calendar.events.iter().map(see).collect()
    })
}

#[test]
fn a_page_marks_the_sections_that_reports_call_different() {
    let page = |day: &str, sections: [&str; 6]| {
        let sections = ["link", "other", "image", "code", "date", "same"]
            .into_iter()
            .zip(sections);
        let sections =
            sections.map(|(anchor, text)| format!("## {anchor} {{#{anchor}}}\n\n{text}\n"));
        let sections: Vec<String> = sections.collect();
        format!(
            "---\ndate: {day}\n---\n# A {{#a}}\n\n{}",
            sections.join("\n")
        )
    };
    let english = page(
        "2026-02-01",
        [
            "[b](b.md)",
            "[b](b.md)",
            "![p](p.png)",
            "`run`",
            "By 3 May 2026.",
            "Text.",
        ],
    );
    let own = page(
        "2026-01-01",
        [
            "[b](/b/)",
            "[c](c.md)",
            "![q](q.png)",
            "`go`",
            "Le 4 mai 2026.",
            "Texte.",
        ],
    );
    let tree: Tree<'_> = &[
        ("content/en/a.md", &english),
        ("content/fr/a.md", &own),
        ("content/en/b.md", "# B\n"),
        ("content/en/c.md", "# C\n"),
    ];
    let (standing, _) = french(tree);
    let changed = standing.sections.iter();
    let changed = changed.filter(|section| section.change == Change::Changed);
    let changed: BTreeSet<usize> = changed.filter_map(|section| section.pair.b()).collect();
    let outdated = look(tree, |project, inspection| {
        let resolver = inspection.resolver(project);
        let context = inspection.context(project, &resolver, Some(TODAY));
        let document = &inspection.catalog.documents["a"];
        let id = standing.judged.current.expect("the tree has French");
        outdated::of(&context, document, id).expect("French lags")
    });
    assert_eq!(outdated.sections, changed);
    assert!(changed.len() > 1 && !changed.contains(&6), "{changed:?}");
}
