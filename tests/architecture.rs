//! The shape of the source: modules use only what stands above them, files and functions stay
//! small, and every rule is known to the manual.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const FILE_LINES: usize = 400;
const FUNCTION_LINES: usize = 60;

fn sources(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is part of the project") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

fn all() -> Vec<(PathBuf, String)> {
    let mut paths = Vec::new();
    sources(&root().join("src"), &mut paths);
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("sources are UTF-8");
        (
            path.strip_prefix(root())
                .expect("below the root")
                .to_owned(),
            text,
        )
    };
    paths.into_iter().map(read).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text before its own tests.
fn production(text: &str) -> &str {
    text.find("#[cfg(test)]").map_or(text, |at| &text[..at])
}

/// The top-level modules in the order of the `mod` lines of `lib.rs`.
fn order() -> Vec<String> {
    let text = fs::read_to_string(root().join("src/lib.rs")).expect("the library has a root");
    let named = |line: &str| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    text.lines().filter_map(named).collect()
}

#[test]
fn a_module_uses_only_what_stands_above_it() {
    let order = order();
    let place: BTreeMap<&str, usize> = order
        .iter()
        .enumerate()
        .map(|(at, name)| (name.as_str(), at))
        .collect();
    let mut wrong = Vec::new();
    for (path, text) in all() {
        let name = path
            .components()
            .nth(1)
            .expect("below src")
            .as_os_str()
            .to_string_lossy();
        let name = name.trim_end_matches(".rs").to_owned();
        let Some(own) = place.get(name.as_str()) else {
            continue;
        };
        for (index, line) in production(&text).lines().enumerate() {
            for (at, _) in line.match_indices("crate::") {
                let used: String = line[at + 7..]
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                if place.get(used.as_str()).is_some_and(|there| there > own) {
                    wrong.push(format!(
                        "{}:{}: {name} uses {used}",
                        path.display(),
                        index + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_file_is_longer_than_the_wall() {
    let long: Vec<String> = all()
        .iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > FILE_LINES)
        .map(|(path, lines)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// Functions by where they begin and how many lines they take: rustfmt closes a function with a
/// brace at the column where its line begins.
fn functions(text: &str) -> Vec<(usize, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (start, line) in lines.iter().enumerate() {
        let code = line.trim_start();
        let begins = [
            "fn ",
            "pub fn ",
            "pub(crate) fn ",
            "pub(super) fn ",
            "const fn ",
            "pub const fn ",
        ];
        if !begins.iter().any(|begin| code.starts_with(begin)) {
            continue;
        }
        let indent = &line[..line.len() - code.len()];
        let end = lines[start..].iter().position(|line| {
            line.strip_prefix(indent)
                .is_some_and(|rest| rest == "}" || rest.starts_with("fn") && rest.ends_with(" }"))
        });
        let one_line = code.ends_with('}') || code.ends_with(';');
        found.push((
            start + 1,
            if one_line {
                1
            } else {
                end.map_or(1, |end| end + 1)
            },
        ));
    }
    found
}

#[test]
fn no_function_is_longer_than_the_wall() {
    let mut long = Vec::new();
    for (path, text) in all() {
        for (line, lines) in functions(production(&text)) {
            if lines > FUNCTION_LINES {
                long.push(format!("{}:{line}: {lines} lines", path.display()));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn functions_are_measured_by_their_braces() {
    let text = "fn a() {\n    b();\n}\n\nimpl X {\n    pub fn c() -> u8 {\n        1\n    }\n}\n";
    assert_eq!(functions(text), [(1, 3), (6, 3)]);
}

#[test]
fn every_rule_is_known_to_the_manual() {
    let known: Vec<&str> = instep::rules::all().iter().map(|rule| rule.code).collect();
    let mut unknown = Vec::new();
    for (path, text) in all() {
        for line in production(&text).lines() {
            let code = line
                .trim()
                .strip_prefix("code: \"")
                .and_then(|rest| rest.strip_suffix("\","));
            if let Some(code) = code.filter(|code| code.contains('/') && !known.contains(code)) {
                unknown.push(format!("{}: {code}", path.display()));
            }
        }
    }
    assert!(unknown.is_empty(), "{}", unknown.join("\n"));
}

#[test]
fn every_rule_explains_itself() {
    for rule in instep::rules::all() {
        assert!(rule.explanation.len() > 80, "{} says too little", rule.code);
        assert!(!rule.summary.is_empty(), "{} has no summary", rule.code);
    }
}

#[test]
fn only_the_edges_reach_the_world() {
    let edges = ["src/io", "src/cli", "src/main.rs"];
    let effects = [
        "std::fs::",
        "std::env::",
        "std::net::",
        "std::process::",
        "println!",
        "eprintln!",
        "SystemTime::now",
        "Instant::now",
    ];
    let mut wrong = Vec::new();
    for (path, text) in all() {
        if edges.iter().any(|edge| path.starts_with(edge)) {
            continue;
        }
        for (index, line) in production(&text).lines().enumerate() {
            let code = line.split("//").next().unwrap_or("");
            if let Some(effect) = effects.iter().find(|effect| code.contains(**effect)) {
                wrong.push(format!("{}:{}: {effect}", path.display(), index + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
