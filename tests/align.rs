//! Sections are paired as a translator would: cases in `tests/align`, one folder each, with the
//! texts `a.md` (the reference) and `b.md` and the pairs expected in `pairs.txt`. `BLESS=1` writes
//! what is found.

mod seeds;

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use instep::check::align::candidates;
use instep::check::align::evidence::{Evidence, Held, KINDS};
use instep::check::align::matching::Matching;
use instep::check::align::{Change, Pair, Reference, Side, align};
use instep::config::Config;
use instep::document::front_matter::{FrontMatter, Keys};
use instep::document::manuscript::{Manuscript, NoFragments};
use instep::document::outline::Section;
use instep::document::reading::{self, Reading};
use instep::document::shape::{Kind, Mark, Shape, ShapeBuilder};
use instep::path::SourcePath;
use instep::source::Source;
use proptest::prelude::*;
use seeds::cases;

#[test]
fn every_case_is_paired_as_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = String::new();
    for folder in std::fs::read_dir("tests/align").expect("the cases are in the repository") {
        let folder = folder.expect("the folder can be listed").path();
        let found = told(&text(&folder.join("a.md")), &text(&folder.join("b.md")));
        let file = folder.join("pairs.txt");
        if bless {
            std::fs::write(&file, &found).expect("the repository can be written");
        }
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        if found != expected {
            let _ = writeln!(wrong, "{}\n{found}expected\n{expected}", folder.display());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn text(file: &Path) -> Reading {
    let markdown = std::fs::read_to_string(file).expect("every case has two texts");
    let config = Config::default();
    let source = Source::new(&SourcePath::new("text.md"), markdown);
    let keys = Keys {
        dates: &config.dates.keys,
        stamps: &config.stamps,
    };
    let body = FrontMatter::read(&source, keys).value.body;
    let manuscript = Manuscript::read(
        Arc::new(source),
        body,
        &NoFragments,
        &instep::pipeline::project::dialect(&config),
    );
    reading::read(&manuscript, &manuscript.pieces())
}

/// One line a pair: the change, both anchors, and what it is a part of.
fn told(a: &Reading, b: &Reading) -> String {
    let anchor = |text: &Reading, index: Option<usize>| {
        index.map_or("-".to_owned(), |index| {
            text.sections[index].anchor.to_string()
        })
    };
    let mut out = String::new();
    for pair in align(&sides(a), &sides(b)) {
        let (left, right) = (anchor(a, pair.a()), anchor(b, pair.b()));
        let _ = write!(out, "{} {left} {right}", pair.change.word());
        if pair.part_of().is_some() {
            let whole = if pair.a().is_some() { b } else { a };
            let _ = write!(out, " part of {}", anchor(whole, pair.part_of()));
        }
        out.push('\n');
    }
    out
}

fn sides(text: &Reading) -> Vec<Side<'_>> {
    let side = |(section, shape)| side(section, shape);
    text.sections
        .iter()
        .zip(text.shapes.iter().skip(1))
        .map(side)
        .collect()
}

fn side<'a>(section: &'a Section, shape: &'a Shape) -> Side<'a> {
    Side {
        anchor: &section.anchor,
        title: &section.title,
        shape,
    }
}

/// A section of a made-up page: an anchor, and marks drawn from few values so that they repeat.
type Made = (String, Shape);

fn made(anchor: &str, level: u8, marks: &[(u8, u8)]) -> Made {
    let mut shape = ShapeBuilder::new(level);
    shape.anchor(anchor);
    for (kind, value) in marks {
        match kind {
            0 => shape.link(&format!("page{value}.md")),
            1 => shape.text(&format!("word{value} and {value}{value} ")),
            2 => shape.inline_code(&format!("code{value}")),
            3 => shape.list(usize::from(*value)),
            _ => shape.code("sh", &format!("run {value}")),
        }
    }
    (anchor.to_owned(), shape.finish())
}

fn made_sides(page: &[Made]) -> Vec<Side<'_>> {
    page.iter()
        .map(|made| Side {
            anchor: &made.0,
            title: "",
            shape: &made.1,
        })
        .collect()
}

fn page() -> impl Strategy<Value = Vec<Made>> {
    let marks = prop::collection::vec((0..5_u8, 0..9_u8), 0..6);
    let section = ("[a-d]{0,2}", 1..4_u8, marks);
    let section = section.prop_map(|(anchor, level, marks)| made(&anchor, level, &marks));
    prop::collection::vec(section, 0..14)
}

fn times(marks: impl Iterator<Item = Mark>, mark: Mark) -> usize {
    marks.filter(|other| *other == mark).count()
}

fn partners(pairs: &[Pair]) -> Vec<(usize, usize)> {
    let mut both: Vec<_> = pairs
        .iter()
        .filter_map(|pair| Some((pair.a()?, pair.b()?)))
        .collect();
    both.sort_unstable();
    both
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn every_section_stands_in_exactly_one_pair(a in page(), b in page()) {
        let pairs = align(&made_sides(&a), &made_sides(&b));
        let mut left: Vec<usize> = pairs.iter().filter_map(|pair| pair.a()).collect();
        let mut right: Vec<usize> = pairs.iter().filter_map(|pair| pair.b()).collect();
        left.sort_unstable();
        right.sort_unstable();
        prop_assert_eq!(left, (0..a.len()).collect::<Vec<_>>());
        prop_assert_eq!(right, (0..b.len()).collect::<Vec<_>>());
    }

    #[test]
    fn it_does_not_matter_which_text_is_the_reference(a in page(), b in page()) {
        let forth = partners(&align(&made_sides(&a), &made_sides(&b)));
        let back = align(&made_sides(&b), &made_sides(&a));
        let mut back: Vec<_> = partners(&back).into_iter().map(|(b, a)| (a, b)).collect();
        back.sort_unstable();
        prop_assert_eq!(forth, back);
    }

    /// A text that was compared with one translation says the same of the next one.
    #[test]
    fn translations_are_paired_apart(a in page(), b in page(), c in page()) {
        let (a, b, c) = (made_sides(&a), made_sides(&b), made_sides(&c));
        let reference = Reference::new(a.clone());
        prop_assert_eq!(reference.align(&b), align(&a, &b));
        prop_assert_eq!(reference.align(&c), align(&a, &c));
        prop_assert_eq!(reference.partners(&b), Reference::new(a).partners(&b));
    }

    /// What a section shares is what its marks and those of the other one have in common, each as
    /// often as both have it, and two sections are joined by putting their marks together.
    #[test]
    fn sections_share_the_marks_of_both(a in page(), b in page()) {
        let shapes = |page: &'_ [Made]| page.iter().map(|made| made.1.clone()).collect::<Vec<_>>();
        let (a, b) = (shapes(&a), shapes(&b));
        let of_both: Vec<&Shape> = a.iter().chain(&b).collect();
        let (left, right) = of_both.split_at(a.len());
        let held = Held::new(left.to_vec());
        let evidence = Evidence::new(&held, right, &Matching::new(a.len(), b.len()));
        let rarity = |mark: Mark| {
            let holders = of_both.iter().filter(|shape| times(shape.marks(), mark) > 0);
            ((of_both.len() + 1) as f32 / holders.count() as f32).ln()
        };
        for (first, (own, next)) in a.iter().zip(a.iter().skip(1)).enumerate() {
            let body = |mark: &Mark| !matches!(mark.kind(), Kind::Title | Kind::Anchor);
            let marks: Vec<Mark> = own.marks().chain(next.marks().filter(body)).collect();
            let joined = evidence.joined(&evidence.a[first], &evidence.a[first + 1]);
            for (other, beside) in b.iter().zip(&evidence.b) {
                let mut shared = [0.0_f32; KINDS];
                let each: BTreeSet<Mark> = marks.iter().copied().collect();
                for mark in each {
                    let both = times(marks.iter().copied(), mark).min(times(other.marks(), mark));
                    shared[mark.kind() as usize] += rarity(mark) * both as f32;
                }
                let found = evidence.compare(&joined, beside).shared;
                for (found, shared) in found.iter().zip(shared) {
                    prop_assert!((found - shared.ln_1p()).abs() < 1e-4, "{found} {shared}");
                }
            }
        }
    }

    #[test]
    fn a_page_with_anchors_is_the_same_as_itself(a in page()) {
        let named = |(index, (anchor, shape)): (usize, Made)| {
            (format!("{anchor}{}", index / 2), shape)
        };
        let a: Vec<Made> = a.into_iter().enumerate().map(named).collect();
        for (index, pair) in align(&made_sides(&a), &made_sides(&a)).iter().enumerate() {
            prop_assert_eq!((pair.a(), pair.b()), (Some(index), Some(index)));
            prop_assert_eq!(pair.change, Change::Same);
        }
    }
}

/// A page whose sections each say something of their own, without anchors.
fn long(sections: usize) -> Vec<Shape> {
    let shape = |index: usize| {
        let mut shape = ShapeBuilder::new(2);
        shape.text(&format!("the part numbered {} of the list", 1000 + index));
        shape.link(&format!("part-{index}.md"));
        shape.finish()
    };
    (0..sections).map(shape).collect()
}

#[test]
fn ten_thousand_sections_are_compared_with_few_candidates_each() {
    let a = long(10_000);
    let shapes: Vec<&Shape> = a.iter().collect();
    let free = Matching::new(a.len(), a.len());
    let held = Held::new(shapes.clone());
    let found = candidates::find(&Evidence::new(&held, &shapes, &free), &free);
    assert!(found.iter().all(|row| row.len() < 40));
}

#[test]
fn ten_thousand_sections_find_their_partners() {
    let a = long(10_000);
    let sides: Vec<Side<'_>> = a
        .iter()
        .map(|shape| Side {
            anchor: "",
            title: "",
            shape,
        })
        .collect();
    let (first, rest) = sides.split_at(1);
    let turned: Vec<Side<'_>> = rest.iter().chain(first).copied().collect();
    let pairs = align(&sides, &turned);
    let right = pairs
        .iter()
        .filter(|pair| pair.b() == pair.a().map(|a| (a + 9_999) % 10_000));
    assert_eq!(right.count(), 10_000);
}

#[test]
fn ten_thousand_equal_sections_end_without_a_guess() {
    let shape = made("", 2, &[(0, 1)]).1;
    let sides = vec![
        Side {
            anchor: "",
            title: "",
            shape: &shape
        };
        10_000
    ];
    let pairs = align(&sides, &sides[..9_000]);
    assert!(partners(&pairs).len() < 10);
}
