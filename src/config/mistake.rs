//! What is wrong in `site.yaml`, as a sentence that helps.

use crate::nearest::hint;

/// The sentence for an error of reading. serde lists every name that would have been right; the
/// nearest one is enough.
pub fn sentence(error: &serde_yaml::Error) -> String {
    let words = error.to_string();
    let place = error
        .location()
        .map_or_else(String::new, |at| format!("line {}: ", at.line()));
    let said = words.split(" at line ").next().unwrap_or(&words);
    let (key, what) = match said.split_once(": ") {
        Some((key, what)) if !key.contains(['`', ' ']) => (key, what),
        _ => ("", said),
    };
    let names = quoted(what);
    let known = || names.iter().skip(1).copied();
    match names.first() {
        Some(name) if what.starts_with("unknown field") => {
            let full = if key.is_empty() || key == "." {
                (*name).to_owned()
            } else {
                format!("{key}.{name}")
            };
            let hint = match hint(name, known()) {
                none if none.is_empty() => format!("; there are {}", list(known())),
                hint => hint,
            };
            format!("{place}there is no setting `{full}`{hint}")
        }
        Some(value) if what.starts_with("unknown variant") => {
            format!(
                "{place}`{key}` cannot be `{value}`; it is one of {}",
                list(known())
            )
        }
        _ => format!("{place}{said}"),
    }
}

/// The names between backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
