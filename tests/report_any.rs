//! Whatever a site's content holds, every format stays what it promises to be.

mod seeds;

use instep::finding::{Finding, Level, Position, Rule, Span};
use instep::locale::tag::Locale;
use instep::messages::Messages;
use instep::path::SourcePath;
use instep::report::look::Look;
use instep::report::{FORMATS, Report};
use jiff::civil::date;
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_oneof, proptest};
use seeds::cases;

/// What the program says to those who read English.
fn english() -> Messages {
    Messages::of_program(&Locale::parse("en").expect("a tag"))
}

static RULE: Rule = Rule {
    code: "link/broken",
    level: Level::Deny,
    summary: "a link leads to a page that does not exist",
    explanation: "Write the name of a page that exists.\n",
};

/// Text with much of what does harm: controls, overrides, wide and right-to-left letters, marks.
fn text() -> impl Strategy<Value = String> {
    let harmful = "[\\x00-\\x1f\\x7f-\\x9f\u{202a}-\u{202e}\u{2066}-\u{2069}\u{2028}\u{fffe}]";
    let letter = prop_oneof![
        harmful,
        "[a-z &<>\"'%:,;\\]]",
        "[仮想אבلاé\u{301}👩\u{200d}\u{fe0f}]",
        Just("\r\n".to_owned()),
        any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(letter, 0..60).prop_map(|letters| letters.concat())
}

fn position() -> impl Strategy<Value = Position> {
    (
        prop_oneof![0..9_u32, Just(u32::MAX)],
        prop_oneof![0..70_u32, Just(u32::MAX)],
    )
        .prop_map(|(line, column)| Position { line, column })
}

fn finding() -> impl Strategy<Value = Finding> {
    let level = prop_oneof![Just(Level::Deny), Just(Level::Warn), Just(Level::Note)];
    (text(), text(), level, position(), position(), text()).prop_map(
        |(file, message, level, start, end, help)| {
            let file = SourcePath::new(&file);
            let finding = RULE
                .at(&file, Span { start, end }, message)
                .help(help.clone());
            let finding = finding.related(
                &file,
                Span {
                    start: end,
                    end: start,
                },
                help.clone(),
            );
            Finding {
                level,
                ..finding.fix(help)
            }
        },
    )
}

fn written(name: &str, findings: &[Finding], text: &str) -> String {
    let source = |_: &SourcePath| Some(text.to_owned());
    let words = english();
    let report = Report {
        today: date(2026, 11, 21),
        findings,
        rules: &[&RULE],
        source: &source,
        silenced: &[],
        look: Look::plain(&words, 40),
    };
    let (_, write) = FORMATS
        .iter()
        .find(|format| format.0 == name)
        .expect("a format of the table");
    let mut out = Vec::new();
    write(&report, &mut out).expect("memory takes it all");
    String::from_utf8(out).expect("every format is UTF-8")
}

fn is_harmful(letter: char) -> bool {
    letter != '\n' && letter.is_control() || ('\u{202a}'..='\u{202e}').contains(&letter)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn human_is_harmless(finding in finding(), text in text()) {
        let drawn = written("human", &[finding], &text);
        prop_assert!(!drawn.contains(is_harmful), "{:?}", drawn);
    }

    #[test]
    fn github_writes_one_line_a_finding(finding in finding(), text in text()) {
        let commands = written("github", &[finding], &text);
        prop_assert!(!commands.contains(is_harmful), "{:?}", commands);
        prop_assert!(commands.lines().count() == 1, "{:?}", commands);
    }

    #[test]
    fn json_and_sarif_are_json(finding in finding(), text in text()) {
        for name in ["json", "sarif"] {
            let report = written(name, std::slice::from_ref(&finding), &text);
            prop_assert!(serde_json::from_str::<serde_json::Value>(&report).is_ok());
        }
    }

    #[test]
    fn junit_is_xml(finding in finding(), text in text()) {
        let xml = written("junit", &[finding], &text);
        let mut reader = quick_xml::Reader::from_str(&xml);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(error) => panic!("{error}: {xml:?}"),
            }
        }
        let invalid =
            |letter: char| letter < ' ' && !"\t\n".contains(letter) || letter == '\u{fffe}';
        prop_assert!(!xml.contains(invalid), "{:?}", xml);
    }
}
