//! Every crate that the program stands on is there for a reason that is written down.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn text(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = fs::read_to_string(path).expect("a file of the project");
    text.replace("\r\n", "\n")
}

/// The names in a table of a manifest.
fn named(manifest: &str, table: &str) -> Vec<String> {
    let manifest = text(manifest);
    let (_, rest) = manifest
        .split_once(&format!("\n[{table}]\n"))
        .expect("the table is there");
    let own = rest.split("\n[").next().expect("a split has a first part");
    let lines = own.lines().filter(|line| !line.starts_with('#'));
    let mut names: Vec<String> = lines
        .filter_map(|line| Some(line.split_once(" = ")?.0.to_owned()))
        .collect();
    names.sort();
    names
}

/// The rows of a table in the page of dependencies: each crate with its reason.
fn reasons(table: usize) -> BTreeMap<String, String> {
    let page = text("docs/dependencies.md");
    let rows = page
        .split("|---|---|\n")
        .nth(table + 1)
        .expect("there are two tables");
    let rows = rows.lines().map_while(|line| line.strip_prefix("| `"));
    let row = |row: &str| {
        let (name, reason) = row.split_once("` | ").expect("a crate and its reason");
        (name.to_owned(), reason.trim_end_matches(" |").to_owned())
    };
    rows.map(row).collect()
}

#[test]
fn every_crate_has_its_reason_and_no_other_is_named() {
    for (table, dependencies) in ["dependencies", "dev-dependencies"].iter().enumerate() {
        let reasons = reasons(table);
        let known: Vec<String> = reasons.keys().cloned().collect();
        assert_eq!(known, named("Cargo.toml", dependencies), "{dependencies}");
        for (name, reason) in reasons {
            assert!(reason.len() > 8, "{name}: {reason}");
        }
    }
}

#[test]
fn the_program_runs_no_code_while_it_is_built() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(!root.join("build.rs").exists());
    let settings = text("Cargo.toml");
    assert!(!settings.lines().any(|line| line.starts_with("build = ")));
    assert!(!settings.contains("build-dependencies"));
}

#[test]
fn every_crate_comes_from_the_registry() {
    let lock = text("Cargo.lock");
    let sources = lock
        .lines()
        .filter_map(|line| line.strip_prefix("source = "));
    let mut count = 0;
    for source in sources {
        assert!(source.starts_with("\"registry+"), "{source}");
        count += 1;
    }
    assert_eq!(
        count,
        lock.matches("\nchecksum = ").count(),
        "each has its checksum"
    );
    assert!(count > 100);
}

/// The fuzzers are a workspace of their own, which nothing compiles that most people run.
#[test]
fn fuzzers_name_the_crates_that_they_use() {
    let known = named("fuzz/Cargo.toml", "dependencies");
    let ours = [
        named("Cargo.toml", "dependencies"),
        named("Cargo.toml", "dev-dependencies"),
    ];
    let mut used = 0;
    for folder in ["fuzz/fuzz_targets", "tests/subjects", "tests/render"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for entry in fs::read_dir(root.join(folder)).expect("a folder of the project") {
            let code = fs::read_to_string(entry.expect("an entry").path()).expect("a file");
            for name in ours.iter().flatten() {
                let path = format!("{}::", name.replace('-', "_"));
                let uses = |line: &str| {
                    let at = line.find(&path);
                    at.is_some_and(|at| {
                        !line[..at].ends_with(|c: char| c.is_alphanumeric() || "_:".contains(c))
                    })
                };
                if code.lines().any(uses) {
                    assert!(known.contains(name), "{folder}: {name}");
                    used += 1;
                }
            }
        }
    }
    assert!(used > 3);
}
