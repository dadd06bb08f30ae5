//! The dates of a small tree in every format of `instep deadlines`.

use std::collections::BTreeMap;

use instep::catalog::identity::classify;
use instep::catalog::resolve::Resolver;
use instep::check::Context;
use instep::check::deadlines::listing::{Listing, Options, Revisions, listing};
use instep::config::Config;
use instep::dates::scan::Scanners;
use instep::locale::tag::Locale;
use instep::messages::Messages;
use instep::path::SourcePath;
use instep::pipeline::inspect::Inspection;
use instep::pipeline::project::Project;
use instep::report::deadlines::{Dates, FORMATS};
use instep::report::look::Look;
use instep::source::memory::Memory;
use jiff::civil::{Date, date};
use serde_json::Value;

const TODAY: Date = date(2026, 11, 21);

const FILES: &[(&str, &str)] = &[
    (
        "content/en-US/offers.md",
        "---\ntitle: Offers\nms.date: 09/23/2019\n---\n# <a name=\"offers\"></a>Offers\n\nPublish before 15 October 2019. Renew by December 2026. It was announced on 3 May 2018 and \
         last updated on 4 May 2018.\n",
    ),
    (
        "content/sv-SE/offers.md",
        "---\ntitle: Erbjudanden\nms.date: 09/23/2019\n---\n# <a name=\"offers\"></a>Erbjudanden\n\nPublicera senast den 15 oktober 2019.\n",
    ),
    (
        "content/fr-FR/offers.md",
        "---\ntitle: Offres\nms.date: 09/09/2019\n---\n# <a name=\"offers\"></a>Offres\n\nPubliez vos offres.\n",
    ),
    (
        "content/fr-FR/offers@old.md",
        "---\ntitle: Offres\nms.date: 08/30/2019\n---\n# Offres\n\nPubliez avant le 31 août 2019.\n",
    ),
];

fn look<T>(options: &Options<'_>, see: impl FnOnce(&Context<'_>, &Listing<'_>) -> T) -> T {
    let config = Config::parse("base_url: https://docs.example.org\n").expect("valid settings");
    let folder = &config.folders()[0];
    let paths = FILES.iter().map(|(path, _)| SourcePath::new(path));
    let mut files: Vec<_> = paths.map(|path| classify(&path, folder)).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let bytes = |(path, text): &(&str, &str)| (SourcePath::new(path), text.as_bytes().to_vec());
    let memory = Memory(FILES.iter().map(bytes).collect());
    let scanners = Scanners::new(&BTreeMap::new()).expect("built-in words are well formed");
    let project = Project::new(&config, &memory, files, scanners);
    let inspection = Inspection::new(&project);
    let resolver = Resolver::new(&inspection.catalog, &config, &project.files);
    let context = Context {
        config: &config,
        resolver: &resolver,
        pairings: &inspection.pairings,
        testimony: &inspection.testimony,
        today: Some(TODAY),
    };
    let listing = listing(&context, options);
    see(&context, &listing)
}

fn current() -> Options<'static> {
    Options {
        today: TODAY,
        locales: &[],
        within: None,
        revisions: Revisions::Current,
    }
}

fn written(format: &str, options: &Options<'_>) -> String {
    let words = Messages::of_program(&Locale::parse("en").expect("a tag"));
    look(options, |context, listing| {
        let dates = Dates {
            listing,
            context,
            look: Look::plain(&words, 120),
        };
        let (_, write) = FORMATS
            .iter()
            .find(|(name, _)| *name == format)
            .expect("a format");
        let mut out = Vec::new();
        write(&dates, &mut out).expect("memory takes it all");
        String::from_utf8(out).expect("every format is UTF-8")
    })
}

fn json(options: &Options<'_>) -> Value {
    serde_json::from_str(&written("json", options)).expect("JSON")
}

fn dates(json: &Value) -> Vec<(String, String, i64)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let items = json["dates"].as_array().expect("a list").iter();
    items
        .map(|item| {
            (
                text(&item["date"]),
                text(&item["role"]),
                item["days"].as_i64().unwrap_or(0),
            )
        })
        .collect()
}

#[test]
fn what_harms_most_stands_first() {
    let found = dates(&json(&current()));
    let roles: Vec<&str> = found.iter().map(|(_, role, _)| role.as_str()).collect();
    assert_eq!(roles, ["before", "by", "on", "by", "mention"], "{found:?}");
}

#[test]
fn a_month_that_a_deadline_includes_ends_on_its_last_day() {
    let found = dates(&json(&current()));
    let month = found.iter().find(|(date, _, _)| date == "2026-12-01");
    assert_eq!(month.map(|(_, _, days)| *days), Some(40));
}

#[test]
fn superseded_revisions_are_listed_when_asked() {
    let all = Options {
        revisions: Revisions::All,
        ..current()
    };
    assert!(!written("json", &current()).contains("2019-08-31"));
    assert!(written("json", &all).contains("2019-08-31"));
}

#[test]
fn within_leaves_only_what_is_ahead_and_near() {
    let near = |within| Options {
        within: Some(within),
        ..current()
    };
    assert_eq!(dates(&json(&near(39))), []);
    assert_eq!(dates(&json(&near(40))).len(), 1);
}

#[test]
fn a_locale_leaves_the_others_out() {
    let swedish = [Locale::parse("sv-SE").expect("a tag")];
    let options = Options {
        locales: &swedish,
        ..current()
    };
    assert_eq!(dates(&json(&options)).len(), 1);
}

#[test]
fn languages_that_ask_otherwise_disagree() {
    let json = json(&current());
    let section = &json["disagreements"][0];
    assert_eq!(section["anchor"], "offers");
    let said = section["dates"].as_array().expect("a list").iter();
    let said: Vec<_> = said
        .filter(|said| said["date"] == "2019-10-15")
        .map(|said| (said["locale"].as_str(), said["role"].as_str()))
        .collect();
    assert_eq!(
        said,
        [(Some("en-US"), Some("before")), (Some("sv-SE"), Some("by"))]
    );
}

#[test]
fn json_keeps_to_its_schema() {
    let schema = schemars::schema_for!(Listing<'static>).to_value();
    let mut compiler = boon::Compiler::new();
    let mut schemas = boon::Schemas::new();
    compiler.enable_format_assertions();
    compiler
        .add_resource("memory:schema", schema)
        .expect("the schema can be read");
    let index = compiler
        .compile("memory:schema", &mut schemas)
        .expect("the schema is valid");
    if let Err(error) = schemas.validate(&json(&current()), index) {
        panic!("{error:#}");
    }
}

#[test]
fn csv_has_a_row_for_each_date() {
    let csv = written("csv", &current());
    assert_eq!(csv.lines().count(), 6, "{csv}");
    assert!(csv.starts_with("document,locale,file,line,column,anchor,text,date,"));
}

#[test]
fn a_day_that_several_languages_name_is_one_event() {
    let ics = written("ics", &current());
    assert_eq!(
        ics.matches("DTSTART;VALUE=DATE:20191015").count(),
        1,
        "{ics}"
    );
    assert_eq!(ics.matches("BEGIN:VEVENT").count(), 3, "{ics}");
    let uids: std::collections::BTreeSet<&str> = ics
        .lines()
        .filter(|line| line.starts_with("UID:"))
        .collect();
    assert_eq!(uids.len(), 3, "{ics}");
    let whole = ics.replace("\r\n ", "");
    assert!(
        whole.contains("URL:https://docs.example.org/en-us/offers/#offers"),
        "{whole}"
    );
    assert!(
        whole.contains("sv-SE: by 2019-10-15 (15 oktober 2019)"),
        "{whole}"
    );
}

#[test]
fn the_table_leaves_out_what_is_only_mentioned() {
    let table = written("human", &current());
    assert!(!table.contains("2018-05-04"), "{table}");
    assert!(
        table.contains("3 passed, 0 due, 1 upcoming; 1 section differs"),
        "{table}"
    );
}
