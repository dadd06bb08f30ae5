//! Sentences of our own in every language of the interface, with the dates that a reader sees.
//!
//! `tests/dates/<language>.md` holds a sentence a line: `- text ⇒ 2019-10-15 before`, with `none`
//! where there is no date, `2019-10` for a month and `2019-Q3` for a quarter. Emphasis is read as a
//! page has it. The section "Traps" holds what is easily mistaken.

mod seeds;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use instep::dates::cue::{Cues, Precision, Role};
use instep::dates::scan::{Mention, Scanner, Scanners};
use instep::locale::tag::Locale;
use jiff::civil::{Date, date};
use proptest::prelude::{prop, proptest};
use seeds::cases;

const PAGE_DATE: Date = date(2019, 9, 23);

/// A sentence and its dates as `2019-10-15 before`.
struct Sentence {
    text: String,
    expected: Vec<String>,
    trap: bool,
}

#[derive(Default)]
struct Tally {
    right: usize,
    false_dates: usize,
    missed: usize,
    roles: usize,
    dateless: usize,
    dateless_wrong: usize,
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/dates")
}

fn sentences(file: &PathBuf) -> Vec<Sentence> {
    let page = fs::read_to_string(file).expect("the folder lists it");
    let mut trap = false;
    let mut found = Vec::new();
    for line in page.lines() {
        trap |= line.starts_with("## Traps");
        let Some((text, dates)) = line
            .strip_prefix("- ")
            .and_then(|row| row.split_once(" ⇒ "))
        else {
            continue;
        };
        let dates = dates
            .split(", ")
            .filter(|date| *date != "none")
            .map(str::to_owned);
        let text = text.replace(['*', '_'], "\u{1}");
        found.push(Sentence {
            text,
            expected: dates.collect(),
            trap,
        });
    }
    found
}

fn written(mention: &Mention) -> String {
    let date = mention.date;
    let period = match mention.precision {
        Precision::Day => date.to_string(),
        Precision::Month => date.strftime("%Y-%m").to_string(),
        Precision::Quarter => format!("{}-Q{}", date.year(), (date.month() + 2) / 3),
        Precision::Year => date.year().to_string(),
    };
    let role = match mention.role {
        Role::Before => "before",
        Role::By => "by",
        Role::On => "on",
        Role::After => "after",
        Role::Mention => "mention",
    };
    format!("{period} {role}")
}

impl Tally {
    fn count(&mut self, scanner: &Scanner, sentence: &Sentence) {
        let mentions = scanner.scan(&sentence.text, Some(PAGE_DATE));
        let mut left: Vec<_> = mentions.iter().map(written).collect();
        let found = left.join(", ");
        let mut good = true;
        for expected in &sentence.expected {
            let day = expected.split(' ').next();
            let exact = left.iter().position(|date| date == expected);
            let near = left.iter().position(|date| date.split(' ').next() == day);
            match exact.or(near) {
                Some(at) => {
                    left.remove(at);
                    self.right += 1;
                    self.roles += usize::from(exact.is_some());
                    good &= exact.is_some();
                }
                None => {
                    self.missed += 1;
                    good = false;
                }
            }
        }
        self.false_dates += left.len();
        self.dateless += usize::from(sentence.expected.is_empty());
        self.dateless_wrong += usize::from(sentence.expected.is_empty() && !left.is_empty());
        if !good || !left.is_empty() {
            println!(
                "  {} ⇒ expected {:?}, found {found}",
                sentence.text, sentence.expected
            );
        }
    }

    fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.false_dates += other.false_dates;
        self.missed += other.missed;
        self.roles += other.roles;
        self.dateless += other.dateless;
        self.dateless_wrong += other.dateless_wrong;
    }

    fn precision(&self) -> f64 {
        share(self.right, self.right + self.false_dates)
    }

    fn recall(&self) -> f64 {
        share(self.right, self.right + self.missed)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    let count = |number| f64::from(u32::try_from(number).expect("sentences are few"));
    if whole == 0 {
        1.0
    } else {
        count(part) / count(whole)
    }
}

fn languages() -> Vec<(String, PathBuf)> {
    let files = fs::read_dir(folder()).expect("the folder stands beside this file");
    let mut found: Vec<_> = files
        .map(|entry| entry.expect("it can be read").path())
        .map(|path| {
            (
                path.file_stem()
                    .expect("it has a name")
                    .to_string_lossy()
                    .into_owned(),
                path,
            )
        })
        .collect();
    found.sort();
    found
}

fn scanners() -> Scanners {
    Scanners::new(&BTreeMap::new()).expect("no overrides, no errors")
}

#[test]
fn the_dates_of_our_own_sentences_are_found() {
    let scanners = scanners();
    let mut all = Tally::default();
    for (language, file) in languages() {
        let locale = Locale::parse(&language).expect("files are named after languages");
        let scanner = scanners.of(&locale);
        let mut tally = Tally::default();
        let sentences = sentences(&file);
        sentences
            .iter()
            .for_each(|sentence| tally.count(&scanner, sentence));
        println!(
            "{language:3} {:3} sentences: precision {:.3} recall {:.3} roles {:.3}",
            sentences.len(),
            tally.precision(),
            tally.recall(),
            share(tally.roles, tally.right),
        );
        all.add(&tally);
    }
    println!(
        "all: precision {:.4} recall {:.4} roles {:.4}, false dates in {} of {} sentences without one",
        all.precision(),
        all.recall(),
        share(all.roles, all.right),
        all.dateless_wrong,
        all.dateless,
    );
    assert!(all.precision() >= 0.995, "precision {}", all.precision());
    assert!(all.recall() >= 0.985, "recall {}", all.recall());
    assert!(share(all.roles, all.right) >= 0.97, "roles");
    assert!(
        share(all.dateless_wrong, all.dateless) <= 0.002,
        "false dates"
    );
}

#[test]
fn each_language_of_the_interface_has_forty_sentences_a_third_of_them_traps() {
    let interface = [
        "ar", "cs", "de", "en", "es", "fr", "he", "hu", "it", "ja", "ko", "nl", "pl", "pt", "ru",
        "sv", "tr", "zh",
    ];
    let files: BTreeMap<_, _> = languages().into_iter().collect();
    for language in interface {
        let sentences = files.get(language).map(sentences).unwrap_or_default();
        let traps = sentences.iter().filter(|sentence| sentence.trap).count();
        assert!(
            sentences.len() >= 40,
            "{language} has {} sentences",
            sentences.len()
        );
        assert!(traps * 3 >= sentences.len(), "{language} has {traps} traps");
    }
}

#[test]
fn every_built_in_file_is_well_formed() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("locales");
    for entry in fs::read_dir(folder).expect("the program comes with its languages") {
        let file = entry.expect("it can be read").path().join("dates.yaml");
        let Ok(yaml) = fs::read_to_string(&file) else {
            continue;
        };
        if let Err(error) = Cues::parse(&yaml) {
            panic!("{}: {error}", file.display());
        }
    }
}

#[test]
fn ranges_are_bytes_of_the_text_and_cues_are_as_written() {
    let scanner = scanners().of(&Locale::parse("sv").expect("a tag"));
    let text = "För åtgärder senast \u{1}\u{1}den 15\u{a0}oktober 2019\u{1}\u{1}.";
    let mentions = scanner.scan(text, None);
    let [mention] = mentions.as_slice() else {
        panic!("{mentions:?}")
    };
    assert_eq!(&text[mention.range.clone()], "15\u{a0}oktober 2019");
    assert_eq!(mention.cue.as_deref(), Some("senast den"));
    assert_eq!(mention.role, Role::By);
}

#[test]
fn nothing_is_read_across_code_or_the_end_of_a_block() {
    let scanner = scanners().of(&Locale::parse("en").expect("a tag"));
    for barrier in ["\u{2}", "\u{3}", "\n\n"] {
        let mentions = scanner.scan(&format!("before {barrier} 15 October 2019"), None);
        assert_eq!(
            mentions.iter().map(|m| m.role).collect::<Vec<_>>(),
            [Role::Mention]
        );
        assert!(
            scanner
                .scan(&format!("15 October{barrier}2019"), None)
                .is_empty()
        );
    }
    let wrapped = scanner.scan("before\n15 October\n2019", None);
    assert_eq!(
        wrapped.iter().map(|m| m.role).collect::<Vec<_>>(),
        [Role::Before]
    );
}

#[test]
fn a_day_without_a_year_takes_it_from_the_page() {
    let scanner = scanners().of(&Locale::parse("en").expect("a tag"));
    assert!(scanner.scan("by 15 January", None).is_empty());
    let mentions = scanner.scan("by 15 January", Some(PAGE_DATE));
    assert_eq!(
        mentions
            .iter()
            .map(|m| (m.date, m.yearless))
            .collect::<Vec<_>>(),
        [(date(2020, 1, 15), true)]
    );
}

#[test]
fn a_site_may_bring_its_own_words() {
    let own = BTreeMap::from([("en".to_owned(), "ahead: {by: [come]}".to_owned())]);
    let scanners = Scanners::new(&own).expect("the file is well formed");
    let scanner = scanners.of(&Locale::parse("en-GB").expect("a tag"));
    let roles = scanner
        .scan("come 15 October 2019", None)
        .iter()
        .map(|m| m.role)
        .collect::<Vec<_>>();
    assert_eq!(roles, [Role::By]);
    let broken = BTreeMap::from([("en".to_owned(), "ahed: {}".to_owned())]);
    assert!(Scanners::new(&broken).is_err());
}

#[test]
fn long_rows_of_dates_lose_none() {
    let scanners = scanners();
    let rows = [
        ("en", "before 15 October 2019 and 7 ", "before"),
        ("ja", "2019年10月15日まで、", "by"),
    ];
    for (language, row, role) in rows {
        let scanner = scanners.of(&Locale::parse(language).expect("a tag"));
        let found: Vec<_> = scanner
            .scan(&row.repeat(1000), None)
            .iter()
            .map(written)
            .collect();
        assert_eq!(found, vec![format!("2019-10-15 {role}"); 1000]);
    }
}

proptest! {
    #![proptest_config(cases(256))]

    /// Whatever the text, dates stand in order, apart from each other, at the ends of characters.
    #[test]
    fn any_text_can_be_scanned(parts in prop::collection::vec(0..PARTS.len(), 0..60), language in 0..LANGUAGES.len()) {
        let text: String = parts.into_iter().map(|part| PARTS[part]).collect();
        let scanner = SCANNERS.of(&Locale::parse(LANGUAGES[language]).expect("a tag"));
        let mut end = 0;
        for mention in scanner.scan(&text, Some(PAGE_DATE)) {
            assert!(end <= mention.range.start && mention.range.start < mention.range.end);
            assert!(text.get(mention.range.clone()).is_some());
            end = mention.range.end;
        }
    }
}

const LANGUAGES: [&str; 6] = ["en", "ar", "ja", "hu", "he", "th"];

const PARTS: [&str; 38] = [
    "1",
    "15",
    "2019",
    "30",
    "99999",
    "٣",
    "٢٠١٩",
    "１５",
    "二",
    "〇",
    "十",
    "年",
    "月",
    "日",
    "まで",
    "October",
    "may",
    "Oct.",
    "október",
    "באוקטובר",
    "أكتوبر",
    "ตุลาคม",
    "before ",
    "by",
    "עד ",
    "-ig",
    " ",
    "\n",
    "\u{a0}",
    "\u{1}",
    "\u{2}",
    "\u{200f}",
    ".",
    "/",
    "-",
    ",",
    "–",
    "é",
];

static SCANNERS: std::sync::LazyLock<Scanners> = std::sync::LazyLock::new(scanners);
