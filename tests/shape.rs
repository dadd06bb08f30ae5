//! What survives translation is the same in both texts, and what does not is told.

mod seeds;

use instep::document::shape::text::{Token, scan};
use instep::document::shape::{Kind, Shape, ShapeBuilder, differences, target};
use proptest::prelude::*;
use seeds::cases;

fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    scan(text, |token| {
        found.push(match token {
            Token::Number(text) => format!("number {text}"),
            Token::Name(text) => format!("name {}", text.to_ascii_lowercase()),
            Token::Word(text) => format!("word {}", text.to_ascii_lowercase()),
        });
    });
    found
}

fn prose(text: &str) -> Shape {
    let mut shape = ShapeBuilder::new(2);
    shape.text(text);
    shape.finish()
}

#[test]
fn numbers_are_alike_however_a_language_writes_them() {
    for written in [
        "1,250.5",
        "1.250,5",
        "1 250,5",
        "1\u{202f}250,5",
        "١٬٢٥٠٫٥",
        "१,२५०.५",
    ] {
        assert_eq!(tokens(written), ["number 12505"], "{written}");
    }
}

#[test]
fn words_are_alike_whatever_their_capitals() {
    for (one, other) in [
        ("Move the Members", "move the members"),
        ("Élan vital, Crème", "élan vital, crème"),
        ("Ünïcode Straße Œuvre", "ünïcode straße œuvre"),
        ("Żółw Đurđa", "żółw đurđa"),
        ("Προς Όλους", "προς όλους"),
    ] {
        assert_eq!(prose(one), prose(other), "{one}");
    }
    assert_eq!(tokens("naïveté"), ["word naïveté"]);
    assert_eq!(tokens("éCOLE Été9a"), ["name école", "name été9a"]);
}

#[test]
fn a_month_written_as_a_number_is_none() {
    assert_eq!(tokens("2019 年 10 月"), ["number 2019"]);
}

#[test]
fn names_stand_out_of_text_without_spaces() {
    assert_eq!(
        tokens("新しいPowerApps版"),
        ["word 新し", "word しい", "name powerapps"]
    );
}

#[test]
fn links_are_alike_without_host_locale_query_and_extension() {
    let forms = [
        "https://docs.example/en-us/start/first.md?view=2",
        "/fr-fr/start/first",
        "../start/first.md",
        "/ja/start/first.html",
    ];
    for form in forms {
        assert_eq!(
            target::bare(form),
            ("start/first".to_owned(), None),
            "{form}"
        );
    }
    let bare = target::bare("https://docs.example/#top");
    assert_eq!(bare, ("docs.example".to_owned(), Some("top")));
}

#[test]
fn a_number_that_differs_is_told() {
    let found = differences(&prose("Wait 14 days."), &prose("Vänta 15 dagar."));
    assert_eq!(found, [Kind::Number]);
}

#[test]
fn a_number_that_one_language_spells_out_is_no_difference() {
    assert!(differences(&prose("One bag, 2 boxes."), &prose("1 väska, två lådor.")).is_empty());
}

#[test]
fn a_long_text_keeps_few_words() {
    let words: Vec<String> = (0..10_000).map(|index| format!("word{index}x ")).collect();
    assert!(prose(&words.concat()).marks().count() < 100);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_text_and_target_can_be_read(text in ".{0,80}") {
        tokens(&text);
        target::bare(&text);
        prop_assert!(differences(&prose(&text), &prose(&text)).is_empty());
    }

    #[test]
    fn it_does_not_matter_where_prose_is_torn(text in "[a-zA-Z0-9 .,é月ก]{0,40}", at in 0..40_usize) {
        let at = text.char_indices().nth(at).map_or(text.len(), |(at, _)| at);
        let mut torn = ShapeBuilder::new(2);
        torn.text(&text[..at]);
        torn.text(&text[at..]);
        prop_assert_eq!(torn.finish(), prose(&text));
    }
}
