//! Every JSON that the program prints or reads keeps to the schema that `instep schema` prints.

mod shell;

use std::fs;

use instep::schemas::SCHEMAS;
use serde_json::Value;
use shell::Site;

fn schema(site: &Site, name: &str) -> Value {
    let output = site.run(&["schema", name]);
    serde_json::from_slice(&output.stdout).expect("a schema is JSON")
}

/// What is wrong with a value by a schema, if anything.
fn breach(schema: Value, instance: &Value) -> Option<String> {
    let mut compiler = boon::Compiler::new();
    let mut schemas = boon::Schemas::new();
    compiler.enable_format_assertions();
    compiler
        .add_resource("memory:schema", schema)
        .expect("the schema can be read");
    let index = compiler
        .compile("memory:schema", &mut schemas)
        .expect("the schema is valid");
    let error = schemas.validate(instance, index).err()?;
    Some(format!("{error:#}"))
}

fn keeps(site: &Site, name: &str, instance: &Value) {
    assert_eq!(breach(schema(site, name), instance), None, "{name}");
}

fn printed(site: &Site, arguments: &[&str]) -> Value {
    let output = site.run(arguments);
    serde_json::from_slice(&output.stdout).expect("the output is JSON")
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).expect("YAML that JSON can hold")
}

#[test]
fn reports_keep_to_their_schemas() {
    let site = Site::starter();
    keeps(
        &site,
        "check",
        &printed(&site, &["check", "--format", "json"]),
    );
    let statistics = ["check", "--statistics", "--format", "json"];
    keeps(&site, "statistics", &printed(&site, &statistics));
    keeps(
        &site,
        "drift",
        &printed(&site, &["drift", "--format", "json"]),
    );
    keeps(
        &site,
        "deadlines",
        &printed(&site, &["deadlines", "--format", "json"]),
    );
}

#[test]
fn reports_of_a_large_site_keep_to_their_schemas() {
    let site = Site::at(env!("CARGO_MANIFEST_DIR"));
    keeps(
        &site,
        "check",
        &printed(&site, &["check", "--format", "json"]),
    );
    keeps(
        &site,
        "drift",
        &printed(&site, &["drift", "--format", "json"]),
    );
    keeps(
        &site,
        "deadlines",
        &printed(&site, &["deadlines", "--format", "json"]),
    );
}

#[test]
fn a_plan_keeps_to_its_schema() {
    let site = Site::starter();
    let from = format!("{}/content/fr-FR", env!("CARGO_MANIFEST_DIR"));
    let plan = printed(&site, &["import", &from, "--dry-run", "--format", "json"]);
    assert!(!plan["documents"].as_array().expect("a list").is_empty());
    keeps(&site, "import", &plan);
}

#[test]
fn what_a_build_leaves_keeps_to_its_schemas() {
    let site = Site::starter();
    assert!(site.run(&["build", "--no-search"]).status.success());
    for (name, path) in [
        ("status", "dist/status/status.json"),
        ("manifest", "dist/.instep/manifest.json"),
    ] {
        let bytes = fs::read(site.root.join(path)).expect("it was built");
        keeps(&site, name, &serde_json::from_slice(&bytes).expect("JSON"));
    }
}

#[test]
fn settings_keep_to_their_schema() {
    let site = Site::starter();
    let own = format!("{}/site.yaml", env!("CARGO_MANIFEST_DIR"));
    for path in [site.root.join("site.yaml").as_str(), &own] {
        let text = fs::read_to_string(path).expect("a site has settings");
        keeps(&site, "site", &yaml(&text));
    }
}

#[test]
fn settings_that_are_refused_break_the_schema() {
    let site = Site::starter();
    for text in [
        "titel: x",
        "links: {unknown: brokn}",
        "findings: {link/brokn: deny}",
    ] {
        site.write("site.yaml", text);
        assert_eq!(site.run(&["check"]).status.code(), Some(2), "{text}");
        assert!(
            breach(schema(&site, "site"), &yaml(text)).is_some(),
            "{text}"
        );
    }
}

#[test]
fn the_schema_beside_new_settings_is_the_one_that_is_printed() {
    let site = Site::starter();
    let beside = fs::read(site.root.join("site.schema.json")).expect("it was made");
    assert_eq!(beside, site.run(&["schema"]).stdout);
    let settings = fs::read_to_string(site.root.join("site.yaml")).expect("it was made");
    assert!(settings.starts_with("# yaml-language-server: $schema=./site.schema.json\n"));
}

#[test]
fn front_matter_keeps_to_its_schema() {
    let site = Site::starter();
    let schema = schema(&site, "front-matter");
    let mut pages = Vec::new();
    collect(
        camino::Utf8Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("content")
            .as_path(),
        &mut pages,
    );
    collect(&site.root.join("content"), &mut pages);
    assert!(pages.len() > 40, "{}", pages.len());
    for page in pages {
        let text = fs::read_to_string(&page).expect("a page");
        let Some(front) = text
            .strip_prefix("---\n")
            .and_then(|rest| rest.split_once("\n---"))
        else {
            continue;
        };
        assert_eq!(breach(schema.clone(), &yaml(front.0)), None, "{page}");
    }
    for wrong in [
        "ms.date: yesterday",
        "ms.translationtype: AI",
        "ms.contentlocale: French!",
    ] {
        assert!(breach(schema.clone(), &yaml(wrong)).is_some(), "{wrong}");
    }
}

fn collect(folder: &camino::Utf8Path, pages: &mut Vec<camino::Utf8PathBuf>) {
    for entry in folder.read_dir_utf8().expect("a folder") {
        let path = entry.expect("an entry").into_path();
        if path.is_dir() {
            collect(&path, pages);
        } else if path.extension() == Some("md") {
            pages.push(path);
        }
    }
}

#[test]
fn every_schema_says_what_it_is_of() {
    for named in SCHEMAS {
        let schema = named.schema();
        assert_eq!(schema["description"], named.of);
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    }
}
