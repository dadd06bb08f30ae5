//! What an import makes of hand-offs, in memory and on the command line.

mod seeds;
mod shell;

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind, Result};
use std::process::Output;

use instep::config::Config;
use instep::finding::Outcome;
use instep::import::drop::{Drop, Form};
use instep::import::gather::Import;
use instep::import::plan::{Plan, State};
use instep::locale::tag::Locale;
use instep::path::SourcePath;
use instep::source::Reader;
use proptest::prelude::*;
use seeds::cases;

#[derive(Clone, Default)]
struct Memory(BTreeMap<String, Vec<u8>>);

impl Reader for Memory {
    fn read(&self, path: &SourcePath) -> Result<Vec<u8>> {
        let found = self.0.get(path.as_str()).cloned();
        found.ok_or_else(|| Error::from(ErrorKind::NotFound))
    }
}

/// Hand-offs and a tree in memory.
#[derive(Clone, Default)]
struct World {
    drops: Vec<Drop>,
    handed: Memory,
    tree: Memory,
    config: Config,
    locale: Option<Locale>,
}

impl World {
    fn folder(mut self, folder: &str, files: &[(&str, &str)]) -> Self {
        self.add(folder, Form::Folder, files);
        self
    }

    fn loose(mut self, files: &[(&str, &str)]) -> Self {
        self.add("in", Form::Loose, files);
        self
    }

    fn standing(mut self, path: &str, text: &str) -> Self {
        self.tree.0.insert(path.to_owned(), text.into());
        self
    }

    fn add(&mut self, folder: &str, form: Form, files: &[(&str, &str)]) {
        for (path, text) in files {
            self.handed
                .0
                .insert(format!("{folder}/{path}"), (*text).into());
        }
        let files = files.iter().map(|(path, _)| Box::from(*path)).collect();
        self.drops.push(Drop {
            folder: folder.into(),
            form,
            files,
        });
    }

    fn outcome(&self) -> Outcome<Plan> {
        let tree: Vec<SourcePath> = self
            .tree
            .0
            .keys()
            .map(|path| SourcePath::new(path))
            .collect();
        instep::import::plan(&Import {
            drops: &self.drops,
            handed: &self.handed,
            tree: &tree,
            standing: &self.tree,
            config: &self.config,
            locale: self.locale.clone(),
            into: "content",
        })
    }

    fn plan(&self) -> Plan {
        let outcome = self.outcome();
        assert!(outcome.findings.is_empty(), "{:?}", outcome.findings);
        outcome.value
    }

    /// Does what a plan says, in memory.
    fn carry_out(&mut self, plan: &Plan) {
        for (from, to) in plan.copies() {
            let place = to
                .strip_prefix("content/")
                .expect("places lie in the content folder");
            let bytes = self.handed.0[from].clone();
            let before = self.tree.0.insert(place.to_owned(), bytes.clone());
            assert!(
                before.is_none_or(|before| before == bytes),
                "{to} was overwritten"
            );
        }
    }
}

/// Front matter of a locale and date.
fn front(locale: &str, date: &str) -> String {
    format!("---\ntitle: T\nms.date: {date}\nms.contentlocale: {locale}\n---\n")
}

fn page(front: &str, anchors: &[&str]) -> String {
    let mut text = front.to_owned();
    for (index, anchor) in anchors.iter().enumerate() {
        let marks = if index == 0 { "#" } else { "##" };
        text.push_str(&format!(
            "{marks} <a name=\"{anchor}\"></a>Titel\n\nord\n\n"
        ));
    }
    text
}

const OVEN: [&str; 4] = [
    "cleaning-the-bread-oven",
    "let-the-oven-cool",
    "scrape-the-stone",
    "next-steps",
];
const MILL: [&str; 4] = [
    "dressing-the-mill-stone",
    "lift-the-runner",
    "cut-new-furrows",
    "next-steps",
];

/// Where each file goes.
fn places(plan: &Plan) -> BTreeMap<String, String> {
    plan.copies()
        .map(|(from, to)| (from.to_owned(), to.to_owned()))
        .collect()
}

fn states(plan: &Plan) -> Vec<(&str, &str, State)> {
    let files = plan.documents.iter().flat_map(|document| &document.files);
    files
        .map(|file| (&*file.from, &*file.to, file.state))
        .collect()
}

fn five() -> World {
    let renamed = [
        "how-to-clean-the-bread-oven",
        "let-the-oven-cool",
        "scrape-the-stone",
        "oil-the-hinges",
    ];
    World::default().loose(&[
        ("0.txt", &page(&front("fr-FR", "08/30/2019"), &OVEN)),
        ("1.txt", &page(&front("fr-FR", "09/09/2019"), &OVEN[..3])),
        ("2.txt", &page(&front("nl-NL", "09/23/2019"), &renamed)),
        ("3.txt", &page(&front("fr-FR", "06/15/2021"), &MILL)),
        ("4.txt", &page(&front("sv-SE", "09/23/2019"), &OVEN)),
    ])
}

#[test]
fn nameless_files_are_grouped_by_their_anchors_and_named_by_the_commonest_title() {
    let plan = five().plan();
    let ids: Vec<_> = plan
        .documents
        .iter()
        .map(|d| (&*d.document, d.files.len()))
        .collect();
    assert_eq!(
        ids,
        [
            ("cleaning-the-bread-oven", 4),
            ("dressing-the-mill-stone", 1)
        ]
    );
    let places = places(&plan);
    assert_eq!(
        places["in/0.txt"],
        "content/fr-FR/cleaning-the-bread-oven@2019-08-30.md"
    );
    assert_eq!(
        places["in/1.txt"],
        "content/fr-FR/cleaning-the-bread-oven.md"
    );
    assert_eq!(
        places["in/2.txt"],
        "content/nl-NL/cleaning-the-bread-oven.md"
    );
}

#[test]
fn the_json_has_the_keys_that_programs_rely_on() {
    let world = five().folder("d", &[("a.png", "x"), ("../b", "y")]);
    let json = serde_json::to_value(world.plan()).expect("a plan is JSON");
    let keys = |value: &serde_json::Value| {
        let object = value.as_object().expect("an object");
        object.keys().cloned().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(keys(&json), "schema documents others skipped");
    assert_eq!(keys(&json["documents"][0]), "document files");
    assert_eq!(
        keys(&json["documents"][0]["files"][0]),
        "from to locale date state"
    );
    assert_eq!(keys(&json["others"][0]), "from to");
    assert_eq!(keys(&json["skipped"][0]), "from why");
    assert_eq!(json["documents"][0]["files"][1]["state"], "superseded");
    assert_eq!(json["documents"][0]["files"][1]["date"], "2019-08-30");
}

#[test]
fn a_locale_comes_from_the_page_then_the_folder_then_the_argument_then_the_source() {
    let text = |n: &str| page("", &[&format!("the-page-of-the-{n}-kind")]);
    let said = page(&front("nl-NL", "09/23/2019"), &OVEN);
    let mut world = World::default()
        .folder(
            "docs_sv-SE@1a2b3c4d",
            &[("a.md", &text("first")), ("b.md", &said)],
        )
        .folder("notes", &[("c.md", &text("third"))]);
    let of = |world: &World, from: &str| places(&world.plan())[from].clone();
    assert_eq!(of(&world, "docs_sv-SE@1a2b3c4d/a.md"), "content/sv-SE/a.md");
    assert_eq!(of(&world, "docs_sv-SE@1a2b3c4d/b.md"), "content/nl-NL/b.md");
    assert_eq!(of(&world, "notes/c.md"), "content/en-US/c.md");
    world.config.source_locale = Locale::parse("de-DE");
    assert_eq!(of(&world, "notes/c.md"), "content/de-DE/c.md");
    world.locale = Locale::parse("ja-JP");
    assert_eq!(of(&world, "notes/c.md"), "content/ja-JP/c.md");
}

#[test]
fn a_bare_language_is_the_source_locale_of_that_language() {
    let mut world = World::default().folder("docs_en", &[("a.md", &page("", &OVEN))]);
    assert_eq!(places(&world.plan())["docs_en/a.md"], "content/en/a.md");
    world.config.source_locale = Locale::parse("en-US");
    assert_eq!(places(&world.plan())["docs_en/a.md"], "content/en-US/a.md");
}

#[test]
fn a_learn_repository_keeps_its_paths_and_brings_everything_along() {
    let plan = World::default()
        .folder(
            "bakery_en",
            &[
                ("guide/TOC.yml", "- name: a\n  href: oven.md\n"),
                ("guide/oven.md", &page("", &OVEN)),
                ("guide/includes/note.md", "note"),
                ("guide/media/oven.png", "\u{89}PNG"),
                (".openpublishing.redirection.json", "{}"),
                ("LICENSE", "# licence"),
            ],
        )
        .folder(
            "bakery_fr-FR@0a1b2c3d",
            &[("guide/oven.md", &page("", &MILL))],
        )
        .plan();
    assert_eq!(
        plan.documents.len(),
        1,
        "one path in two drops of a docset is one document"
    );
    assert_eq!(&*plan.documents[0].document, "guide/oven");
    let places = places(&plan);
    for path in [
        "guide/TOC.yml",
        "guide/includes/note.md",
        "guide/media/oven.png",
        "LICENSE",
    ] {
        assert_eq!(
            places[&format!("bakery_en/{path}")],
            format!("content/en/{path}")
        );
    }
    assert!(places.contains_key("bakery_en/.openpublishing.redirection.json"));
    assert_eq!(
        places["bakery_fr-FR@0a1b2c3d/guide/oven.md"],
        "content/fr-FR/guide/oven.md"
    );
}

fn two_docsets() -> World {
    let toc = ("docfx.json", "{}");
    World::default()
        .folder(
            "bakery_en",
            &[toc, ("start.md", &page("", &OVEN)), ("media/a.png", "1")],
        )
        .folder(
            "mill_en",
            &[toc, ("start.md", &page("", &MILL)), ("media/b.png", "2")],
        )
}

#[test]
fn one_path_for_texts_with_nothing_in_common_is_told_apart_by_the_docset() {
    let places = places(&two_docsets().plan());
    assert_eq!(places["bakery_en/start.md"], "content/en/bakery/start.md");
    assert_eq!(places["mill_en/start.md"], "content/en/mill/start.md");
    assert_eq!(places["mill_en/media/b.png"], "content/en/mill/media/b.png");
}

#[test]
fn a_docset_that_stands_in_the_tree_stays_where_it_is() {
    let world = two_docsets().standing("en/start.md", &page("", &OVEN));
    let places = places(&world.plan());
    assert_eq!(places["bakery_en/start.md"], "content/en/start.md");
    assert_eq!(places["mill_en/start.md"], "content/en/mill/start.md");
}

#[test]
fn identical_files_are_taken_once() {
    let text = page(&front("fr-FR", "09/09/2019"), &OVEN);
    let plan = World::default()
        .loose(&[("1.txt", &text), ("2.txt", &text)])
        .plan();
    assert_eq!(plan.copies().count(), 1);
    assert_eq!(&*plan.skipped[0].from, "in/2.txt");
    assert_eq!(&*plan.skipped[0].why, "it has the same bytes as `in/1.txt`");
}

#[test]
fn an_untranslated_page_is_kept_in_each_locale() {
    let text = page("", &OVEN);
    let world = World::default()
        .folder("docs_en", &[("a.md", &text)])
        .folder("docs_fr-FR", &[("a.md", &text)]);
    assert_eq!(world.plan().documents[0].files.len(), 2);
}

#[test]
fn an_older_commit_is_a_superseded_revision() {
    let plan = World::default()
        .folder("docs_fr-FR@1a2b3c4d", &[("a.md", &page("", &OVEN))])
        .folder("docs_fr-FR", &[("a.md", &page("", &OVEN[..3]))])
        .plan();
    let expected = [
        ("docs_fr-FR/a.md", "content/fr-FR/a.md", State::Current),
        (
            "docs_fr-FR@1a2b3c4d/a.md",
            "content/fr-FR/a@undated.md",
            State::Superseded,
        ),
    ];
    assert_eq!(states(&plan), expected);
}

#[test]
fn two_older_revisions_of_one_date_get_labels_of_their_own() {
    let text = |n: usize| page(&front("fr-FR", "09/09/2019"), &OVEN[..n]);
    let plan = World::default()
        .folder(
            "docs_fr-FR",
            &[("a.md", &page(&front("fr-FR", "10/09/2019"), &OVEN))],
        )
        .folder("docs_fr-FR@1a2b3c4d", &[("a.md", &text(4))])
        .folder("docs_fr-FR@5e6f7a8b", &[("a.md", &text(3))])
        .plan();
    let places = places(&plan);
    assert_eq!(
        places["docs_fr-FR@5e6f7a8b/a.md"],
        "content/fr-FR/a@2019-09-09.md"
    );
    assert_eq!(
        places["docs_fr-FR@1a2b3c4d/a.md"],
        "content/fr-FR/a@2019-09-09-1a2b3c4d.md"
    );
}

#[test]
fn the_bilingual_form_of_a_revision_stands_beside_it() {
    let plain = page(&front("fr-FR", "09/09/2019"), &OVEN);
    let units = "<span data-ttu-id=\"a\">mot</span><span class=\"sxs-lookup\">\
                 <span data-stu-id=\"a\">word</span></span>\n";
    let plan = World::default()
        .folder("docs_fr-FR", &[("a.md", &plain)])
        .folder(
            "docs_fr-FR.sxs@1a2b3c4d",
            &[("a.md", &(plain.clone() + units))],
        )
        .plan();
    let expected = [
        ("docs_fr-FR/a.md", "content/fr-FR/a.md", State::Current),
        (
            "docs_fr-FR.sxs@1a2b3c4d/a.md",
            "content/fr-FR/a@2019-09-09-sxs.md",
            State::Superseded,
        ),
    ];
    assert_eq!(states(&plan), expected);
}

#[test]
fn a_translation_is_joined_to_the_source_that_its_stamp_names() {
    let source = "# Bread\r\n\r\ntext\r\n";
    let stamp = "3a2e0d35b6b6ce2a4e12bd0d8e8f3d34d8a4b7c1";
    let text = |locale: &str, title: &str| {
        format!("---\nms.contentlocale: {locale}\nms.openlocfilehash: {stamp}\n---\n# {title}\n")
    };
    let plan = World::default()
        .loose(&[
            ("1.txt", &text("fr-FR", "Pain")),
            ("2.txt", &text("de-DE", "Brot")),
        ])
        .loose(&[("3.txt", source)])
        .plan();
    let sizes: Vec<usize> = plan.documents.iter().map(|d| d.files.len()).collect();
    assert_eq!(
        sizes,
        [1, 2],
        "two translations of one source are one document"
    );
}

#[test]
fn files_that_name_their_document_are_that_document() {
    let text = |locale: &str, anchors: &[&str]| {
        page(
            &format!("---\ndocument_id: help/oven\nms.contentlocale: {locale}\n---\n"),
            anchors,
        )
    };
    let plan = World::default()
        .loose(&[
            ("1.txt", &text("fr-FR", &OVEN)),
            ("2.txt", &text("de-DE", &MILL)),
        ])
        .plan();
    assert_eq!(plan.documents.len(), 1);
    assert_eq!(&*plan.documents[0].document, "help/oven");
    assert_eq!(places(&plan)["in/2.txt"], "content/de-DE/help/oven.md");
}

#[test]
fn a_new_translation_joins_the_document_in_the_tree() {
    let plan = World::default()
        .standing("en-US/ovens/cleaning.md", &page("", &OVEN))
        .loose(&[("1.txt", &page(&front("fr-FR", "09/09/2019"), &OVEN[..3]))])
        .plan();
    assert_eq!(&*plan.documents[0].document, "ovens/cleaning");
    assert_eq!(places(&plan)["in/1.txt"], "content/fr-FR/ovens/cleaning.md");
}

#[test]
fn a_file_that_differs_is_never_overwritten() {
    for mine in ["mine", &page(&front("fr-FR", "06/15/2021"), &MILL[..3])] {
        let world = five().standing("fr-FR/dressing-the-mill-stone.md", mine);
        let outcome = world.outcome();
        assert_eq!(outcome.findings.len(), 1);
        let finding = &outcome.findings[0];
        assert_eq!(finding.rule.code, "import/conflict");
        assert_eq!(
            finding.file.as_str(),
            "content/fr-FR/dressing-the-mill-stone.md"
        );
        assert_eq!(outcome.value.copies().count(), 4, "the others are taken");
        assert_eq!(&*outcome.value.skipped[0].from, "in/3.txt");
    }
}

#[test]
fn a_newer_revision_stands_beside_an_older_one_that_keeps_its_place() {
    let world = World::default()
        .standing("fr-FR/oven.md", &page(&front("fr-FR", "08/30/2019"), &OVEN))
        .loose(&[("1.txt", &page(&front("fr-FR", "09/09/2019"), &OVEN))]);
    let plan = world.plan();
    assert_eq!(
        states(&plan),
        [(
            "in/1.txt",
            "content/fr-FR/oven@2019-09-09.md",
            State::Current
        )]
    );
}

#[test]
fn of_other_files_the_newest_hand_off_is_taken() {
    let plan = World::default()
        .folder(
            "docs_fr-FR",
            &[("toc.yml", "- name: new"), ("a.md", &page("", &OVEN))],
        )
        .folder("docs_fr-FR@1a2b3c4d", &[("TOC.yml", "- name: old")])
        .plan();
    assert_eq!(places(&plan)["docs_fr-FR/toc.yml"], "content/fr-FR/toc.yml");
    assert_eq!(&*plan.skipped[0].from, "docs_fr-FR@1a2b3c4d/TOC.yml");
}

#[test]
fn hostile_names_are_mended_or_refused() {
    let text = |n: usize| page("", &[&format!("a-page-that-is-number-{n}")]);
    let long = format!("{}.md", "x".repeat(300));
    let plan = World::default()
        .folder(
            "d",
            &[
                ("../../etc/passwd.md", &text(1)),
                ("/abs.md", &text(2)),
                ("nul\0.md", &text(3)),
                ("aux.md", &text(4)),
                ("a:b?.md", &text(5)),
                (&long, &text(6)),
            ],
        )
        .plan();
    assert_eq!(plan.skipped.len(), 3);
    let places = places(&plan);
    assert_eq!(places["d/aux.md"], "content/en-US/aux_.md");
    assert_eq!(places["d/a:b?.md"], "content/en-US/a-b-.md");
    assert!(places[&format!("d/{long}")].len() < 200);
}

#[test]
fn paths_that_differ_only_in_case_are_one_document() {
    let plan = World::default()
        .folder(
            "docs_en",
            &[("docfx.json", "{}"), ("Guide/Oven.md", &page("", &OVEN))],
        )
        .folder("docs_fr-FR", &[("guide/oven.md", &page("", &MILL))])
        .plan();
    assert_eq!(plan.documents.len(), 1);
}

#[test]
fn texts_without_headings_are_kept_apart() {
    let plan = World::default()
        .loose(&[("1.txt", "one"), ("2.txt", "two")])
        .plan();
    assert_eq!(plan.documents.len(), 2);
}

#[test]
fn what_is_no_utf8_is_taken_as_it_is() {
    let mut world = World::default().folder("d", &[("a.md", ""), ("b.txt", "")]);
    world
        .handed
        .0
        .insert("d/a.md".to_owned(), b"# caf\xe9\n".to_vec());
    world
        .handed
        .0
        .insert("d/b.txt".to_owned(), b"\xff\xfe\x00".to_vec());
    let plan = world.plan();
    assert_eq!(places(&plan)["d/a.md"], "content/en-US/a.md");
    assert_eq!(places(&plan)["d/b.txt"], "content/en-US/b.txt");
}

/// Everything at once, for properties.
fn crowd() -> World {
    let old = page(&front("fr-FR", "01/09/2019"), &OVEN);
    let new = page(&front("fr-FR", "02/09/2019"), &OVEN[..3]);
    let mut world = two_docsets()
        .folder(
            "bakery_fr-FR@1a2b3c4d",
            &[("start.md", &old), ("docfx.json", "{ }")],
        )
        .folder("bakery_fr-FR", &[("start.md", &new), ("LICENSE", "a")])
        .folder(
            "mill_fr-FR",
            &[
                ("other.md", &page("", &["another-page-of-the-mill"])),
                ("LICENSE", "b"),
            ],
        )
        .folder(
            "notes",
            &[
                ("x.txt", "no heading"),
                ("a/x.md", &page("", &["x-marks-the-spot"])),
            ],
        );
    let five = five();
    world.drops.extend(five.drops);
    world.handed.0.extend(five.handed.0);
    world
}

#[test]
fn importing_twice_is_importing_once() {
    let mut world = crowd();
    let first = world.plan();
    world.carry_out(&first);
    let tree = world.tree.0.clone();
    let second = world.plan();
    world.carry_out(&second);
    assert_eq!(world.tree.0, tree);
    assert_eq!(
        serde_json::to_string(&first).ok(),
        serde_json::to_string(&second).ok()
    );
}

proptest! {
    // Each case reads some twenty texts several times over.
    #![proptest_config(cases(24))]

    #[test]
    fn the_order_of_what_is_handed_over_does_not_matter(seed in any::<u64>()) {
        let mut world = crowd();
        let expected = world.plan();
        let key = |text: &str| blake3::hash(format!("{seed}{text}").as_bytes()).to_hex();
        world.drops.sort_by_key(|drop| key(&drop.folder));
        for drop in &mut world.drops {
            drop.files.sort_by_key(|file| key(file));
        }
        prop_assert_eq!(world.plan(), expected);
    }

    #[test]
    fn what_comes_in_two_parts_never_overwrites(parts in prop::collection::vec(any::<bool>(), 7)) {
        let mut world = crowd();
        let drops = std::mem::take(&mut world.drops);
        for part in [true, false] {
            world.drops = drops.iter().zip(&parts).filter(|(_, p)| **p == part).map(|(d, _)| d.clone()).collect();
            let plan = world.outcome().value;
            world.carry_out(&plan);
        }
        world.drops = drops;
        let again = world.outcome().value;
        let tree = world.tree.0.clone();
        world.carry_out(&again);
        for (path, bytes) in tree {
            prop_assert_eq!(&world.tree.0[&path], &bytes);
        }
    }
}

fn run(root: &std::path::Path, arguments: &[&str]) -> Output {
    shell::plain(shell::INSTEP)
        .current_dir(root)
        .args(arguments)
        .output()
        .expect("the program starts")
}

/// A folder with a hand-off in it.
fn handed() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder for the test");
    let drop = root.path().join("drop_fr-FR");
    std::fs::create_dir(&drop).expect("a folder for the hand-off");
    std::fs::write(
        drop.join("7.txt"),
        page(&front("fr-FR", "09/09/2019"), &OVEN),
    )
    .expect("a file");
    root
}

const PLACE: &str = "content/fr-FR/cleaning-the-bread-oven.md";

#[test]
fn a_dry_run_writes_nothing() {
    let root = handed();
    let output = run(root.path(), &["import", "drop_fr-FR", "--dry-run"]);
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains(PLACE));
    assert!(!root.path().join("content").exists());
}

#[test]
fn the_program_copies_bytes_and_leaves_what_is_there_alone() {
    let root = handed();
    let place = root.path().join(PLACE);
    assert!(run(root.path(), &["import", "drop_fr-FR"]).status.success());
    let time = |path: &std::path::Path| path.metadata().and_then(|m| m.modified()).ok();
    let written = time(&place);
    assert!(
        run(root.path(), &["import", "drop_fr-FR/7.txt"])
            .status
            .success()
    );
    assert_eq!(time(&place), written);
    std::fs::write(&place, "mine").expect("the file can be edited");
    let output = run(root.path(), &["import", "drop_fr-FR"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("import/conflict"));
    assert_eq!(std::fs::read(&place).ok().as_deref(), Some(&b"mine"[..]));
}

#[test]
fn what_is_not_there_cannot_be_imported() {
    let root = handed();
    let output = run(root.path(), &["import", "nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("`nowhere`"));
    assert!(!root.path().join("content").exists());
}

#[test]
fn another_folder_can_be_imported_into() {
    let root = handed();
    let output = run(
        root.path(),
        &[
            "import",
            "drop_fr-FR",
            "--into",
            "texts",
            "--format",
            "json",
        ],
    );
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let to = json["documents"][0]["files"][0]["to"]
        .as_str()
        .expect("a place");
    assert_eq!(to, "texts/fr-FR/cleaning-the-bread-oven.md");
    assert!(root.path().join(to).is_file());
}
