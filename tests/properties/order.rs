//! Whatever is sorted has one order: no cycle of revisions of which each is newer than the next.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use instep::catalog::decide::newer;
use instep::catalog::identity::classify;
use instep::config::Config;
use instep::dates::scan::Scanners;
use instep::document::manuscript::NoFragments;
use instep::document::revision::Revision;
use instep::finding::{Finding, Position, Span, sort};
use instep::locale::order::Order;
use instep::locale::tag::Locale;
use instep::path::SourcePath;
use instep::pipeline::project::Project;
use instep::pipeline::read::page;
use instep::source::memory::Memory;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

use crate::properties::texts;
use crate::seeds::cases;

/// A page as it is read; its keys are set afterwards.
static PAGE: LazyLock<Revision> = LazyLock::new(|| {
    let config = Config::default();
    let path = SourcePath::new("content/en-US/guide.md");
    let memory = Memory([(path.clone(), b"# Guide\n".to_vec())].into());
    let file = classify(&path, &config.folders()[0]);
    let scanners = Scanners::new(&BTreeMap::new()).expect("built-in words are well formed");
    let project = Project::new(&config, &memory, vec![file], scanners);
    let read = page(&project, &project.files[0], &NoFragments);
    read.value.expect("the file is there")
});

fn revision(index: usize, known: Known) -> Revision {
    let mut revision = PAGE.clone();
    revision.place.path = SourcePath::new(&format!("content/en-US/guide@{index}.md"));
    let days = ["2019-08-01", "2019-09-09"];
    let day = |at: u8| days[usize::from(at)].parse().ok();
    revision.front.date = known.date.and_then(day);
    revision.front.handoff = known.handoff.and_then(day);
    revision.front.file_id = known.id;
    revision.history = known.history;
    revision.place.label = known.labelled.then(|| "old".into());
    revision
}

#[derive(Clone, Copy, Debug)]
struct Known {
    date: Option<u8>,
    handoff: Option<u8>,
    id: Option<u64>,
    history: Option<u32>,
    labelled: bool,
}

fn known() -> impl Strategy<Value = Known> {
    let keys = (
        option::of(0..2_u8),
        option::of(0..2_u8),
        option::of(0..2_u64),
        option::of(0..3_u32),
        any::<bool>(),
    );
    keys.prop_map(|(date, handoff, id, history, labelled)| Known {
        date,
        handoff,
        id,
        history,
        labelled,
    })
}

proptest! {
    #![proptest_config(cases(4000))]

    #[test]
    fn of_three_revisions_one_is_newest(three in vec(known(), 3)) {
        let three: Vec<Revision> = three.into_iter().enumerate().map(|(at, known)| revision(at, known)).collect();
        let order = |a: usize, b: usize| newer(&three[a], &three[b]).0;
        for (a, b, c) in [(0, 1, 2), (1, 0, 2), (0, 2, 1)] {
            prop_assert_eq!(order(a, b), order(b, a).reverse());
            prop_assert!(order(a, b).is_ne());
            if order(a, b) == order(b, c) {
                prop_assert_eq!(order(a, c), order(a, b), "{:?}", three);
            }
        }
    }

    #[test]
    fn titles_have_one_order_in_every_language(
        titles in vec(texts::any_text(), 3),
        language in select(&crate::subjects::LANGUAGES[..]),
    ) {
        let order = Order::new(&Locale::parse(language).expect("a tag of the list"));
        let compare = |a: usize, b: usize| order.compare(&titles[a], &titles[b]);
        prop_assert_eq!(compare(0, 1), compare(1, 0).reverse());
        prop_assert_eq!(compare(0, 0), Ordering::Equal);
        if compare(0, 1) == compare(1, 2) {
            prop_assert_eq!(compare(0, 2), compare(0, 1));
        }
    }

    #[test]
    fn findings_have_one_order_however_they_were_found(
        found in vec((select(&["a.md", "b.md"][..]), 1..3_u32, 1..3_u32, select(&["x", "y"][..])), 0..12),
        seed in any::<u64>(),
    ) {
        let rules = instep::rules::all();
        let finding = |(file, line, column, message): &(&str, u32, u32, &str)| {
            let start = Position { line: *line, column: *column };
            let rule = rules[(*line as usize * 7) % rules.len()];
            rule.at(&SourcePath::new(file), Span { start, end: start }, *message)
        };
        let told = |findings: &[Finding]| -> Vec<String> {
            findings.iter().map(|f| format!("{} {:?} {} {}", f.file, f.span, f.rule.code, f.message)).collect()
        };
        let mut sorted: Vec<Finding> = found.iter().map(finding).collect();
        let mut shuffled = sorted.clone();
        shuffled.sort_by_key(|f| blake3::hash(format!("{seed}{:?}{}", f.span, f.message).as_bytes()).to_hex());
        sort(&mut sorted);
        sort(&mut shuffled);
        prop_assert_eq!(told(&sorted), told(&shuffled));
    }
}
