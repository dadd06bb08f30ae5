//! Wording that says when, and does not, in every language of the interface; beside it the same
//! words where they do.

use std::collections::BTreeMap;

use instep::dates::scan::Scanners;
use instep::locale::tag::Locale;

/// A language, a sentence, and the wording in it.
const FOUND: &[(&str, &str, &[&str])] = &[
    (
        "ar",
        "الحد حاليًا 20، وسيرتفع في مارس.",
        &["حاليًا", "في مارس"],
    ),
    (
        "cs",
        "Limit je v současné době 20 a v březnu vzroste.",
        &["v současné době", "v březnu"],
    ),
    (
        "de",
        "Die Grenze liegt derzeit bei 20 und steigt im März.",
        &["derzeit", "im März"],
    ),
    (
        "en",
        "The limit is *currently* 20 and rises in\nMarch.",
        &["currently", "in\nMarch"],
    ),
    (
        "es",
        "El límite es actualmente 20 y subirá en marzo.",
        &["actualmente", "en marzo"],
    ),
    (
        "fr",
        "La limite est actuellement de 20, et monte début mars.",
        &["actuellement", "début mars"],
    ),
    ("he", "המגבלה כרגע היא 20 ותעלה במרץ.", &["כרגע", "במרץ"]),
    (
        "hu",
        "A korlát jelenleg 20, és márciusban emelkedik.",
        &["jelenleg", "márciusban"],
    ),
    (
        "it",
        "Il limite è attualmente 20 e salirà a marzo.",
        &["attualmente", "a marzo"],
    ),
    (
        "ja",
        "上限は現時点では20で、3月に引き上げられます。",
        &["現時点", "3月に"],
    ),
    (
        "ko",
        "한도는 현재 20이며 3월에 올라갑니다.",
        &["현재", "3월에"],
    ),
    (
        "nl",
        "De limiet is momenteel 20 en gaat in maart omhoog.",
        &["momenteel", "in maart"],
    ),
    (
        "pl",
        "Limit wynosi obecnie 20 i wzrośnie w marcu.",
        &["obecnie", "w marcu"],
    ),
    (
        "pt",
        "O limite é atualmente 20 e sobe em março.",
        &["atualmente", "em março"],
    ),
    (
        "ru",
        "Сейчас предел равен 20, в марте он вырастет.",
        &["Сейчас", "в марте"],
    ),
    (
        "sv",
        "Gränsen är för närvarande 20 och höjs i mars.",
        &["för närvarande", "i mars"],
    ),
    (
        "tr",
        "Sınır şu anda 20 ve mart ayında artacak.",
        &["şu anda", "mart ayında"],
    ),
    ("zh", "目前上限为 20，3月底提高。", &["目前", "3月底"]),
];

/// Dates, words within words, and months that are words.
const SILENT: &[(&str, &str)] = &[
    ("ar", "سيرتفع الحد في مارس 2021 وفي 3 مارس 2022."),
    ("cs", "Limit v březnu 2021 vzrostl."),
    (
        "de",
        "Die Grenze stieg im März 2021 und im Mai des Jahres 2022.",
    ),
    (
        "en",
        "It rose in March 2021, by March 15, 2022 and in May, 2023; we march in march, and you may.",
    ),
    ("es", "Subió en marzo de 2021."),
    ("fr", "Elle monte en mars 2021, et fin mars 2022."),
    ("he", "המגבלה עלתה במרץ 2021."),
    ("hu", "A korlát 2021 márciusában és 2022. márciusban nőtt."),
    ("it", "Il limite è salito a marzo 2021."),
    ("ja", "2021年3月に引き上げられ、令和3年3月まで続きました。"),
    ("ko", "2021년 3월에 올랐고, 3월 15일에 끝났습니다."),
    ("nl", "De limiet ging in maart 2021 omhoog."),
    ("pl", "Limit wzrósł w marcu 2021 roku."),
    ("pt", "O limite subiu em março de 2021."),
    ("ru", "Предел вырос в марте 2021 года."),
    ("sv", "Gränsen höjdes i mars 2021."),
    ("tr", "Sınır 2021 mart ayında arttı."),
    ("zh", "2021年3月底提高。"),
];

fn found(language: &str, text: &str) -> Vec<String> {
    let scanners = Scanners::new(&BTreeMap::new()).expect("built-in words are well formed");
    let scanner = scanners.of(&Locale::parse(language).expect("a tag"));
    // Emphasis is blanked before a page is scanned.
    let text = text.replace('*', "\u{1}");
    let found = scanner.relative(&text).into_iter();
    found.map(|found| text[found.range].to_owned()).collect()
}

#[test]
fn every_language_of_the_interface_has_its_words() {
    for (language, text, words) in FOUND {
        assert_eq!(found(language, text), *words, "{language}: {text}");
    }
}

#[test]
fn a_month_with_its_year_or_day_is_a_date() {
    for (language, text) in SILENT {
        assert_eq!(
            found(language, text),
            Vec::<String>::new(),
            "{language}: {text}"
        );
    }
}

#[test]
fn nothing_is_read_over_the_end_of_a_block() {
    assert_eq!(
        found("en", "at the\n\nmoment, at\u{2}present"),
        Vec::<String>::new()
    );
}
