//! A whole site: the same bytes from the same files, whatever their order and however many threads
//! build it; a page is no drift from itself; what was imported is not imported again.

use std::collections::BTreeMap;

use instep::config::Config;
use instep::import::drop::{Drop, Form};
use instep::import::gather::Import;
use instep::import::plan::Plan;
use instep::path::SourcePath;
use instep::source::Source;
use instep::source::memory::Memory;
use proptest::collection::{btree_map, vec};
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;

use crate::memory::{Tree, held, site};
use crate::project::Files;
use crate::properties::texts;
use crate::seeds::cases;
use crate::subjects::place;

/// Builds files, given in an order of their own, with a number of threads.
fn built(tree: &Tree, order: &[usize], threads: usize) -> Tree {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
    pool.expect("threads can be started").install(|| {
        let config = Config {
            base_url: Some("https://guides.example.org".to_owned()),
            ..Config::default()
        };
        let paths: Vec<&String> = tree.keys().collect();
        let listed = order.iter().map(|at| paths[*at]);
        site(&config, &held(tree), listed).files
    })
}

const PLACES: &[&str] = &[
    "index.md",
    "start.md",
    "start@old.md",
    "start@older.md",
    "guides/a.md",
    "guides/index.md",
    "guides.md",
    "guides/a/index.md",
    "guides/a/changes.md",
    "guides/a/2019-08-01.md",
    "status.md",
    "status/index.md",
    "start/changes.md",
    "feed.xml.md",
    "404.html.md",
    "Start.md",
    "caf\u{e9}.md",
    "cafe\u{301}.md",
    "a b.md",
    "start/undated.md",
    "includes/line.md",
    "toc.yml",
    "picture.png",
    "notes.txt",
];

fn content() -> impl Strategy<Value = String> {
    let dated = (
        select(&["08/01/2019", "09/09/2019", "10/01/2019"][..]),
        texts::sections(),
    );
    let dated = dated
        .prop_map(|(date, text)| format!("---\ntitle: T\nms.date: {date}\n---\n# T\n\n{text}"));
    prop_oneof![4 => dated, 2 => texts::learn(), 1 => texts::any_text(), 1 => Just(TOC.to_owned())]
}

const TOC: &str = "- name: Start\n  href: start.md\n- name: Guides\n  items:\n  - name: A\n    href: guides/a.md\n  - href: status.md\n";

fn tree() -> impl Strategy<Value = Tree> {
    let place = (select(&["en-US", "fr-FR", "ja-JP"][..]), select(PLACES));
    let place = place.prop_map(|(locale, path)| format!("content/{locale}/{path}"));
    btree_map(place, content().prop_map(String::into_bytes), 1..10)
}

fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|at| *blake3::hash(format!("{seed} {at}").as_bytes()).as_bytes());
    order
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn the_bytes_of_a_site_depend_on_its_files_alone(tree in tree(), seed in any::<u64>()) {
        let sorted: Vec<usize> = (0..tree.len()).collect();
        let one = built(&tree, &sorted, 1);
        prop_assert_eq!(&one, &built(&tree, &shuffled(tree.len(), seed), 16));
        let pages = tree.keys().filter(|path| path.ends_with(".md") && !path.contains("includes"));
        let guides = one.keys().filter(|path| path.ends_with("index.html"));
        prop_assert!(guides.count() >= pages.count());
    }

    #[test]
    fn every_finding_lies_in_its_file(tree in tree()) {
        let texts = |path: &SourcePath| {
            let bytes = tree.get(path.as_str())?;
            Some(Source::read(path, bytes.clone()).value.text)
        };
        place::all(&Files(tree.clone()).findings(&[]), &texts);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_page_is_no_drift_from_itself(text in content()) {
        let mut files = Files::default();
        for locale in ["en-US", "en-GB"] {
            let path = format!("content/{locale}/guide.md");
            files.0.insert(path, text.replace("ms.contentlocale", "none").into_bytes());
        }
        let findings = files.findings(&[]);
        let between = ["drift/", "deadline/differs", "deadline/role-differs", "deadline/dropped"];
        let drift = findings.iter().find(|f| between.iter().any(|code| f.rule.code.starts_with(code)));
        prop_assert!(drift.is_none(), "{:?} of {:?}", drift, text);
    }

    #[test]
    fn what_was_imported_is_not_imported_again(
        texts in vec((select(&["docs_fr-FR", "docs_en", "7af3"][..]), "[a-z0-9]{1,6}(/[a-z0-9]{1,4})?\\.(md|txt|yml)", content()), 1..6),
    ) {
        let mut handed = Memory::default();
        let mut drops: BTreeMap<&str, Vec<Box<str>>> = BTreeMap::new();
        for (folder, path, text) in texts {
            drops.entry(folder).or_default().push(path.as_str().into());
            handed.0.insert(SourcePath::new(&format!("{folder}/{path}")), text.into_bytes());
        }
        let drops = drops.into_iter().map(|(folder, mut files)| {
            files.sort();
            files.dedup();
            Drop { folder: folder.into(), form: Form::Folder, files }
        });
        let drops: Vec<Drop> = drops.collect();
        let mut standing = Memory::default();
        let first = plan(&drops, &handed, &standing);
        carry_out(&first, &handed, &mut standing);
        let once = standing.0.clone();
        let second = plan(&drops, &handed, &standing);
        carry_out(&second, &handed, &mut standing);
        prop_assert_eq!(standing.0, once);
    }
}

fn plan(drops: &[Drop], handed: &Memory, standing: &Memory) -> Plan {
    let tree: Vec<SourcePath> = standing.0.keys().cloned().collect();
    let import = Import {
        drops,
        handed,
        tree: &tree,
        standing,
        config: &Config::default(),
        locale: None,
        into: "content",
    };
    instep::import::plan(&import).value
}

/// Does what a plan says; bytes that stand already are never replaced.
fn carry_out(plan: &Plan, handed: &Memory, standing: &mut Memory) {
    for (from, to) in plan.copies() {
        let place = to
            .strip_prefix("content/")
            .expect("places lie in the content folder");
        let bytes = handed.0[&SourcePath::new(from)].clone();
        let before = standing.0.insert(SourcePath::new(place), bytes.clone());
        assert!(
            before.is_none_or(|before| before == bytes),
            "{to} was overwritten"
        );
    }
}
