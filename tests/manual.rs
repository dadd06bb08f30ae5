//! Pages of the manual that the program itself knows better: the catalogue of findings is made from
//! the rules and their examples, that of limits from the limits, that of commands from the command
//! line, and the references of JSON and settings name what the schemas name. `BLESS=1` writes the catalogues anew.

mod command_line;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use instep::finding::Rule;
use instep::limits::{self, Limit};
use instep::schemas::SCHEMAS;
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn manual(path: &str) -> PathBuf {
    root().join("content/en-US").join(path)
}

fn text(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.replace("\r\n", "\n")
}

/// Rules by the first part of their code.
fn groups() -> BTreeMap<&'static str, Vec<&'static Rule>> {
    let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for rule in instep::rules::all() {
        let group = rule.code.split('/').next().expect("a code has parts");
        groups.entry(group).or_default().push(rule);
    }
    groups
}

fn anchor(rule: &Rule) -> String {
    rule.code.replace('/', "-")
}

/// The page of all codes.
fn index() -> String {
    let mut page = String::from(
        "# Findings\n\nEvery finding has a code, which settings, the command line and comments in \
         pages use. `instep explain CODE` prints what it means; the pages below say the same, each \
         with an example. [Check](check.md#levels) tells how to change a level.\n",
    );
    for (group, rules) in groups() {
        page +=
            &format!("\n## {group} {{#{group}}}\n\n| Code | Level | Meaning |\n|---|---|---|\n");
        for rule in rules {
            let Rule {
                code,
                level,
                summary,
                ..
            } = rule;
            let link = format!("findings/{group}.md#{}", anchor(rule));
            page += &format!("| [`{code}`]({link}) | `{level}` | {summary} |\n");
        }
    }
    page
}

/// The page of a group.
fn group(name: &str, rules: &[&Rule]) -> String {
    let mut page = format!(
        "# Findings: {name}\n\nThe codes that begin with `{name}/`; [all codes](../findings.md).\n"
    );
    for rule in rules {
        let Rule {
            code,
            level,
            summary,
            explanation,
        } = rule;
        let explanation = explanation.trim();
        page += &format!("\n## `{code}` {{#{}}}\n\n", anchor(rule));
        page += &format!("Level `{level}`: {summary}.\n\n{explanation}\n");
        if let Some(example) = example(rule) {
            page += &format!("\n### Example {{#{}-example}}\n\n{example}", anchor(rule));
        }
    }
    page
}

/// The example of a rule as a page shows it: each file below its name.
fn example(rule: &Rule) -> Option<String> {
    let path = root().join(format!("tests/rules/{}.md", anchor(rule)));
    let source = path.is_file().then(|| text(&path))?;
    let (_, rest) = source.split_once("\n\n")?;
    let mut page = String::new();
    let mut is_open = false;
    for line in rest.lines() {
        let opens = line.starts_with("````") && !is_open;
        is_open ^= line.starts_with("````");
        let mut words = line.trim_start_matches('`').split_whitespace();
        match (opens, words.next()) {
            (true, Some(path)) => {
                let how = match words.next() {
                    Some("gone") => ", which goes before it is read",
                    Some("latin-1") => ", saved as Latin-1",
                    _ => "",
                };
                let language = path.rsplit('.').next().expect("a name");
                page += &format!("`{path}`{how}:\n\n````{language}\n");
            }
            (true, None) => page += "````text\n",
            _ => page += &format!("{line}\n"),
        }
    }
    Some(page)
}

/// The page of all limits.
fn bounds() -> String {
    let mut page = String::from(
        "# Limits\n\nEverything that a file, a page or a name may ask of the machine has a limit, far \
         above what real guides need and low enough that a damaged or hostile file cannot stop a \
         build. A site is built whatever lies beyond one of them.\n",
    );
    let (set, fixed): (Vec<&Limit>, Vec<&Limit>) = limits::ALL
        .iter()
        .partition(|limit| limit.setting.is_some());
    page += "\n## Settings {#settings}\n\n`limits` in [Settings](settings.md#safety) moves these:\n\n\
             ```yaml\nlimits:\n  includes: 2000\n```\n\n| Key | Default | Counts | Beyond | Why |\n\
             |---|---|---|---|---|\n";
    for limit in set {
        let key = limit.setting.unwrap_or_default();
        page += &format!("| `limits.{key}` | {}", row(limit));
    }
    page +=
        "\n## Fixed limits {#fixed}\n\n| At most | Counts | Beyond | Why |\n|---|---|---|---|\n";
    for limit in fixed {
        page += &format!("| {}", row(limit));
    }
    page += "\nWays that could go round in a circle (includes, moved pages, navigation, links between \
             folders) have no figure: the circle itself is found.\n";
    page
}

fn row(limit: &Limit) -> String {
    let Limit {
        of,
        most,
        why,
        beyond,
        ..
    } = limit;
    format!("{} | {of} | {beyond} | {why} |\n", figure(*most))
}

/// A figure with a comma between thousands.
fn figure(number: usize) -> String {
    match number {
        0..1_000 => number.to_string(),
        _ => format!("{},{:03}", figure(number / 1_000), number % 1_000),
    }
}

/// The catalogues by path, without front matter.
fn catalogue() -> BTreeMap<String, (String, String)> {
    let mut pages = BTreeMap::new();
    let about = "Every code that Instep reports, with its level and its meaning.";
    pages.insert(
        "findings.md".to_owned(),
        (front("Findings", about), index()),
    );
    let about = "How much of everything is taken, why, and what happens beyond.";
    pages.insert("limits.md".to_owned(), (front("Limits", about), bounds()));
    let about = "Every command with its arguments, and what the exit status means.";
    pages.insert(
        "commands.md".to_owned(),
        (front("Commands", about), command_line::commands()),
    );
    for (name, rules) in groups() {
        let about = format!("What the findings of {name} mean and what to do, with examples.");
        let title = format!("Findings: {name}");
        pages.insert(
            format!("findings/{name}.md"),
            (front(&title, &about), group(name, &rules)),
        );
    }
    pages
}

fn front(title: &str, about: &str) -> String {
    format!("title: \"{title}\"\ndescription: \"{about}\"\nms.topic: reference\n")
}

/// A page with the day on which its text was last another.
fn dated(front: &str, day: &str, body: &str) -> String {
    const NOTE: &str = "<!-- Written by `BLESS=1 cargo test --test manual`. -->";
    format!("---\n{front}ms.date: {day}\n---\n{NOTE}\n\n{body}")
}

#[test]
fn catalogues_are_those_of_the_rules_and_limits() {
    let mut wrong = Vec::new();
    for (path, (front, body)) in catalogue() {
        let standing = text(&manual(&path));
        let day = standing
            .lines()
            .find_map(|line| line.strip_prefix("ms.date: "));
        if standing == dated(&front, day.unwrap_or_default(), &body) {
            continue;
        }
        if std::env::var_os("BLESS").is_some() {
            let today = jiff::Timestamp::now()
                .to_zoned(jiff::tz::TimeZone::UTC)
                .date();
            fs::create_dir_all(manual("findings")).expect("a folder");
            fs::write(manual(&path), dated(&front, &today.to_string(), &body)).expect("a page");
        } else {
            wrong.push(path);
        }
    }
    assert!(wrong.is_empty(), "BLESS=1 writes them anew: {wrong:?}");
}

#[test]
fn the_catalogue_has_no_other_pages() {
    let known = catalogue();
    for entry in fs::read_dir(manual("findings")).expect("the folder is there") {
        let name = entry.expect("an entry").file_name();
        let path = format!("findings/{}", name.to_string_lossy());
        assert!(known.contains_key(&path), "{path}");
    }
}

/// The names of all properties of a schema.
fn properties(schema: &Value, names: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(own)) = map.get("properties") {
                names.extend(own.keys().cloned());
            }
            map.values().for_each(|inner| properties(inner, names));
        }
        Value::Array(list) => list.iter().for_each(|inner| properties(inner, names)),
        _ => {}
    }
}

fn names(schema: &str) -> BTreeSet<String> {
    let named = SCHEMAS.iter().find(|named| named.name == schema);
    let mut names = BTreeSet::new();
    properties(&named.expect("a schema").schema(), &mut names);
    names
}

/// The words that a text has in backticks, or as keys of its JSON.
fn told(text: &str) -> BTreeSet<String> {
    let quoted = text.split('`').skip(1).step_by(2);
    let keys = text.split('"').skip(1).step_by(2);
    quoted.chain(keys).map(str::to_owned).collect()
}

/// The part of a page below a heading.
fn section<'t>(page: &'t str, heading: &str) -> &'t str {
    let (_, rest) = page
        .split_once(&format!("\n## {heading}\n"))
        .unwrap_or_else(|| panic!("no section {heading}"));
    rest.split("\n## ")
        .next()
        .expect("a split has a first part")
}

#[test]
fn the_json_reference_names_every_field() {
    let page = text(&manual("json.md"));
    let sections = [
        ("Import", vec!["import"]),
        ("Drift", vec!["drift"]),
        ("Deadlines", vec!["deadlines"]),
        ("Check", vec!["check", "statistics"]),
    ];
    let shared = told(section(&page, "Common rules"));
    for (heading, schemas) in sections {
        // Code blocks would count their fences as quotes.
        let own = section(&page, heading).replace("```", "");
        let told: BTreeSet<String> = told(&own).union(&shared).cloned().collect();
        for schema in schemas {
            let missing: Vec<_> = names(schema)
                .into_iter()
                .filter(|name| !told.contains(name))
                .collect();
            assert!(missing.is_empty(), "{heading}: {missing:?}");
        }
    }
}

#[test]
fn the_json_reference_names_every_schema() {
    let told = told(&text(&manual("json.md")).replace("```", ""));
    let missing: Vec<_> = SCHEMAS
        .iter()
        .filter(|named| !told.contains(named.name))
        .collect();
    assert!(missing.is_empty(), "{}", missing[0].name);
}

#[test]
fn the_reference_of_settings_names_every_key() {
    let schema = SCHEMAS[0].schema();
    let told = told(&text(&manual("settings.md")).replace("```", ""));
    let mut missing = Vec::new();
    for (key, of) in schema["properties"]
        .as_object()
        .expect("settings have keys")
    {
        let reference = of["$ref"].as_str().or(of["allOf"][0]["$ref"].as_str());
        let inner = reference.and_then(|at| schema.pointer(at.trim_start_matches('#')));
        let inner = inner.and_then(|of| of["properties"].as_object());
        match inner.filter(|_| key != "limits") {
            Some(inner) => missing.extend(inner.keys().map(|inner| format!("{key}.{inner}"))),
            None => missing.push(key.clone()),
        }
    }
    missing.retain(|key| !told.contains(key));
    assert!(missing.is_empty(), "{missing:?}");
}
#[test]
fn the_reference_of_front_matter_names_every_key() {
    let told = told(&text(&manual("front-matter.md")).replace("```", ""));
    let keys = instep::document::front_matter::keys::KEYS.iter();
    let missing: Vec<_> = keys.filter(|key| !told.contains(key.name)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_reference_of_messages_names_every_message() {
    let told = told(&text(&manual("messages.md")).replace("```", ""));
    let english = text(&root().join("locales/en/interface.ftl"));
    let ids = english.lines().filter_map(|line| {
        let (id, _) = line.split_once(" =")?;
        let is_id = id.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        is_id.then_some(id)
    });
    let missing: Vec<_> = ids
        .filter(|id| !told.contains(id.trim_end_matches("-meaning")))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_page_on_ci_names_every_input_and_output_of_the_action() {
    let action: Value = serde_yaml::from_str(&text(&root().join("action.yml"))).expect("YAML");
    for locale in ["en-US", "fr-FR", "nl-NL", "sv-SE"] {
        let page = text(&root().join(format!("content/{locale}/ci.md")));
        for input in action["inputs"].as_object().expect("inputs").keys() {
            assert!(
                page.contains(&format!("\n| `{input}` | ")),
                "{locale}: {input}"
            );
        }
        for output in action["outputs"].as_object().expect("outputs").keys() {
            assert!(page.contains(&format!("`{output}`")), "{locale}: {output}");
        }
    }
}
