//! One list of findings through every format. `BLESS=1` rewrites the expectations.

use std::path::Path;

use instep::finding::{Finding, Level, Position, Rule, Span, sort};
use instep::locale::tag::Locale;
use instep::messages::Messages;
use instep::path::SourcePath;
use instep::report::look::Look;
use instep::report::paint::Paint;
use instep::report::{FORMATS, Report, Write, human, statistics};
use jiff::civil::date;
use serde_json::Value;

/// What the program says to those who read English.
fn english() -> Messages {
    Messages::of_program(&Locale::parse("en").expect("a tag"))
}

static BROKEN: Rule = Rule {
    code: "link/broken",
    level: Level::Deny,
    summary: "a link leads to a page that does not exist",
    explanation: "\
A reader who follows this link finds *nothing*.

Write the name of a page that exists:

- with its folder,
- as in `../start.md`.
",
};

static PASSED: Rule = Rule {
    code: "deadline/passed",
    level: Level::Warn,
    summary: "a date by which to act has passed",
    explanation: "The text asks its reader to act before a day that has passed.\n",
};

static MISSING: Rule = Rule {
    code: "drift/missing",
    level: Level::Note,
    summary: "a page has no translation",
    explanation: "The page is there in another language only.\n",
};

static TIE: Rule = Rule {
    code: "revision/tie",
    level: Level::Allow,
    summary: "two revisions are equally new",
    explanation: "Nothing tells which of two revisions is newer.\n",
};

static RULES: &[&Rule] = &[&MISSING, &BROKEN, &TIE, &PASSED];

fn text(path: &SourcePath) -> Option<String> {
    let long = "La documentation du portail explique chaque étape. ".repeat(12);
    match path.as_str() {
        "content/fr-fr/vm/start.md" => Some(format!(
            "---\nms.date: 09/09/2019\n---\n# Démarrer\n\n{long}Migrez avant le 15 octobre 2019 \
             vers le [nouveau portail](portial.md). {long}\n\nVoir [ici](portial.md).\n"
        )),
        "content/en-us/vm/start.md" => Some("---\n---\n# Start\n\nBefore May 15.\n".into()),
        "content/ar-sa/vm/start.md" => Some("# ابدأ\n\nاقرأ [هنا](بوابة.md) قبل البدء\n".into()),
        "content/ja-jp/vm/start.md" => Some(format!(
            "# 開始\n\n{}[こちら](x.md)を参照。\n",
            "仮想マシンを作成します。".repeat(9)
        )),
        "content/fr-fr/evil\u{1b}[31m,a:b%.md" => {
            Some("\u{1b}]0;owned\u{7} [x](\u{202e}dm.y)\t<b a=\"c\">&\u{0}\n".into())
        }
        _ => None,
    }
}

fn span(line: u32, column: u32, end: (u32, u32)) -> Span {
    let end = Position {
        line: end.0,
        column: end.1,
    };
    Span {
        start: Position { line, column },
        end,
    }
}

/// Every kind of finding and place: long and wide lines, both directions, whole files, several
/// lines, unreadable files, other places, fixes, and content that wants to do harm.
fn findings() -> Vec<Finding> {
    let file = |path: &str| SourcePath::new(path);
    let start = file("content/fr-fr/vm/start.md");
    let english = file("content/en-us/vm/start.md");
    let evil = file("content/fr-fr/evil\u{1b}[31m,a:b%.md");
    let french = Locale::parse("fr-fr").expect("a tag");
    let before = 12 * 51;
    let mut list = vec![
        PASSED
            .at(
                &start,
                span(6, before + 8, (6, before + 32)),
                "`avant le 15 octobre 2019` passed 2594 days ago",
            )
            .related(
                &english,
                span(5, 1, (5, 14)),
                "the reference says `Before May 15`",
            )
            .of(&french, "vm/start"),
        BROKEN
            .at(
                &start,
                span(6, before + 59, (6, before + 69)),
                "no page `portial.md`",
            )
            .help("write `portal.md`")
            .fix("portal.md")
            .of(&french, "vm/start"),
        BROKEN
            .at(&start, span(8, 12, (8, 22)), "no page `portial.md`")
            .help("write `portal.md`")
            .fix("portal.md"),
        BROKEN.at(
            &file("content/ar-sa/vm/start.md"),
            span(3, 12, (3, 20)),
            "no page `بوابة.md`",
        ),
        BROKEN.at(
            &file("content/ja-jp/vm/start.md"),
            span(3, 115, (3, 119)),
            "no page `x.md`",
        ),
        MISSING
            .about(&english, "no page in `sv-SE`")
            .help("translate it, or list it under `absent`"),
        PASSED.at(&english, span(1, 1, (5, 3)), "a span of several lines"),
        BROKEN.at(
            &file("content/de-de/gone.md"),
            span(4, 2, (4, 9)),
            "a file that is gone",
        ),
        TIE.about(&start, "allowed, so never shown"),
    ];
    list.push(
        BROKEN
            .at(
                &evil,
                span(1, 15, (1, 20)),
                "no page `\u{202e}dm.y` <b> & \u{1b}[2J 50%\n::error::x",
            )
            .help("write `a`, not \u{7}`b`"),
    );
    sort(&mut list);
    list
}

fn written(findings: &[Finding], write: Write, paint: Paint) -> String {
    let words = english();
    let report = Report {
        today: date(2026, 11, 21),
        findings,
        rules: RULES,
        source: &text,
        silenced: &[],
        look: Look {
            paint,
            ..Look::plain(&words, 80)
        },
    };
    let mut out = Vec::new();
    write(&report, &mut out).expect("memory takes it all");
    String::from_utf8(out).expect("every format is UTF-8")
}

fn format(name: &str) -> String {
    let (_, write) = FORMATS
        .iter()
        .find(|format| format.0 == name)
        .expect("a format of the table");
    written(&findings(), *write, Paint::Plain)
}

fn expect(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/reports")
        .join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, actual).expect("the expectation can be written");
    }
    let expected = std::fs::read_to_string(&path)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    assert_eq!(
        actual, expected,
        "{name} differs; BLESS=1 accepts what is written now"
    );
}

#[test]
fn human_draws_findings_under_their_lines() {
    expect("human.txt", &format("human"));
}

#[test]
fn human_in_colour_ends_every_colour() {
    let drawn = written(&findings(), human::write, Paint::Colour);
    expect("human-colour.txt", &drawn);
}

#[test]
fn human_never_overflows_the_terminal_with_content() {
    let lines = format("human");
    let drawn = lines.lines().filter(|line| line.contains(" | "));
    for line in drawn {
        assert!(instep::report::terminal::width(line) <= 80, "{line}");
    }
}

#[test]
fn content_cannot_steer_a_terminal() {
    for name in ["human", "github"] {
        let harmful = |letter: char| {
            letter != '\n' && letter.is_control() || ('\u{202a}'..='\u{202e}').contains(&letter)
        };
        assert!(!format(name).contains(harmful), "{name}");
    }
}

#[test]
fn json_is_as_the_contract_has_it() {
    expect("findings.json", &format("json"));
}

/// Several cores write some hundreds of findings each.
#[test]
fn json_of_many_findings_is_one_list() {
    let listed = |findings: &[Finding]| -> Vec<Value> {
        let text = written(findings, instep::report::json::write, Paint::Plain);
        let value: Value = serde_json::from_str(&text).expect("JSON");
        let whole = serde_json::to_string_pretty(&value).expect("JSON");
        assert!(text == whole + "\n", "it is laid out as a whole");
        value["findings"].as_array().expect("a list").clone()
    };
    let all = findings();
    let once = listed(&all);
    let many: Vec<Finding> = all
        .iter()
        .cloned()
        .cycle()
        .take(all.len() * 9_000)
        .collect();
    let many = listed(&many);
    assert_eq!(many.len(), once.len() * 9_000);
    assert!(many.iter().zip(once.iter().cycle()).all(|(a, b)| a == b));
    let allowed = |finding: &Finding| finding.level == Level::Allow;
    let hidden: Vec<Finding> = all.into_iter().filter(allowed).collect();
    assert!(!hidden.is_empty() && listed(&hidden).is_empty());
}

#[test]
fn json_keeps_to_its_schema() {
    let schema = schemars::schema_for!(instep::report::json::Findings<'static>);
    check(schema.to_value(), &format("json"));
}

#[test]
fn sarif_is_as_expected() {
    let version = env!("CARGO_PKG_VERSION");
    expect(
        "findings.sarif",
        &format("sarif").replace(version, "VERSION"),
    );
}

#[test]
fn sarif_keeps_to_its_schema() {
    let schema = include_str!("reports/sarif-schema-2.1.0.json");
    check(
        serde_json::from_str(schema).expect("the schema is JSON"),
        &format("sarif"),
    );
}

#[test]
fn sarif_without_findings_keeps_to_its_schema() {
    let schema = include_str!("reports/sarif-schema-2.1.0.json");
    let log = written(&[], instep::report::sarif::write, Paint::Plain);
    check(
        serde_json::from_str(schema).expect("the schema is JSON"),
        &log,
    );
}

#[test]
fn sarif_points_at_its_own_rules() {
    let log: Value = serde_json::from_str(&format("sarif")).expect("SARIF is JSON");
    let run = &log["runs"][0];
    for result in run["results"].as_array().expect("a list of results") {
        let index = result["ruleIndex"]
            .as_u64()
            .expect("every result has an index") as usize;
        assert_eq!(
            run["tool"]["driver"]["rules"][index]["id"],
            result["ruleId"]
        );
    }
}

#[test]
fn github_annotates() {
    expect("github.txt", &format("github"));
}

#[test]
fn junit_is_as_expected() {
    expect("junit.xml", &format("junit"));
}

#[test]
fn junit_is_well_formed() {
    let list = findings();
    for findings in [&list[..], &[]] {
        let xml = written(findings, instep::report::junit::write, Paint::Plain);
        let mut reader = quick_xml::Reader::from_str(&xml);
        let (mut cases, mut failures) = (0, 0);
        loop {
            match reader.read_event().expect("well-formed XML") {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                    let name = tag.name();
                    cases += usize::from(name.as_ref() == "testcase");
                    failures += usize::from(name.as_ref() == "failure");
                }
                _ => {}
            }
        }
        let totals = format!("tests=\"{cases}\" failures=\"{failures}\"");
        assert!(
            xml.lines().nth(1).expect("a root").contains(&totals),
            "{xml}"
        );
    }
}

#[test]
fn statistics_count_by_rule() {
    expect(
        "statistics.txt",
        &written(&findings(), statistics::write, Paint::Plain),
    );
    expect(
        "statistics.json",
        &written(&findings(), statistics::write_json, Paint::Plain),
    );
}

#[test]
fn a_long_list_stays_readable() {
    let file = SourcePath::new("content/en-us/vm/start.md");
    let at = |line| {
        MISSING.at(
            &file,
            Span::line(line),
            format!("section {line} is missing"),
        )
    };
    let list: Vec<Finding> = (1..=60).map(at).collect();
    expect("long.txt", &written(&list, human::write, Paint::Plain));
}

#[test]
fn nothing_found_is_said_in_one_line() {
    assert_eq!(written(&[], human::write, Paint::Plain), "no findings\n");
}

#[test]
fn every_format_is_the_same_twice() {
    for (name, write) in FORMATS {
        let list = findings();
        let once = written(&list, *write, Paint::Plain);
        assert_eq!(once, written(&list, *write, Paint::Plain), "{name}");
    }
}

/// Validates a JSON text against a JSON Schema.
fn check(schema: Value, text: &str) {
    let instance: Value = serde_json::from_str(text).expect("the report is JSON");
    let mut compiler = boon::Compiler::new();
    let mut schemas = boon::Schemas::new();
    compiler.enable_format_assertions();
    compiler
        .add_resource("memory:schema", schema)
        .expect("the schema can be read");
    let index = compiler
        .compile("memory:schema", &mut schemas)
        .expect("the schema is valid");
    if let Err(error) = schemas.validate(&instance, index) {
        panic!("{error:#}");
    }
}
