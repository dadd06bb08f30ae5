//! What is wrong in `site.yaml`, as a sentence that helps.

use crate::nearest::nearest;

/// The sentence for an error of reading. serde lists every name that would have been right; the
/// nearest one is enough.
pub fn sentence(error: &serde_yaml::Error) -> String {
    let words = error.to_string();
    let said = words.split(" at line ").next().unwrap_or(&words);
    let sentence = match said.split_once(": ") {
        Some((key, what)) if !key.contains(['`', ' ']) => of(key.trim_start_matches('.'), what),
        _ => of("", said),
    };
    match error.location() {
        Some(place) => format!("line {}: {sentence}", place.line()),
        None => sentence,
    }
}

/// The sentence for what is wrong with a key; the empty key is the file itself.
fn of(key: &str, what: &str) -> String {
    let names = quoted(what);
    let known = || names.iter().skip(1).copied();
    match (what.split_once(':'), names.first()) {
        (_, Some(name)) if what.starts_with("unknown field") => unknown(key, name, known()),
        (_, Some(value)) if what.starts_with("unknown variant") => {
            format!(
                "`{key}` cannot be `{value}`; it is one of {}",
                list(known())
            )
        }
        (Some(("invalid type" | "invalid value", rest)), _) if !key.is_empty() => {
            let (found, expected) = rest.rsplit_once(", expected ").unwrap_or((rest, ""));
            format!(
                "`{key}` cannot be {}: it is {}",
                plain(found),
                plain(expected)
            )
        }
        _ if key.is_empty() => what.to_owned(),
        _ => format!("{key}: {what}"),
    }
}

fn unknown<'n>(key: &str, name: &str, known: impl Iterator<Item = &'n str> + Clone) -> String {
    let full = |name: &str| match key {
        "" => format!("`{name}`"),
        key => format!("`{key}.{name}`"),
    };
    let there_is_none = format!("there is no setting {}", full(name));
    match nearest(name, known.clone()) {
        Some(near) => format!("{there_is_none}; the nearest is {}", full(near)),
        None => format!("{there_is_none}; there are {}", list(known)),
    }
}

/// serde's name of a kind of value, in words that YAML's users know.
fn plain(kind: &str) -> String {
    let kind = kind.trim();
    match kind {
        "sequence" | "a sequence" => return "a list".to_owned(),
        "a string" => return "a text".to_owned(),
        "map" | "a map" => return "a list of keys".to_owned(),
        "unit value" => return "empty".to_owned(),
        "a boolean" => return "true or false".to_owned(),
        "i64" | "u64" | "usize" | "u32" | "i32" => return "a whole number".to_owned(),
        _ if kind.starts_with("struct ") => return "a list of keys".to_owned(),
        _ => {}
    }
    let value = kind
        .split_once(' ')
        .map(|(_, value)| value.trim_matches(['"', '`']));
    value.map_or_else(|| kind.to_owned(), |value| format!("`{value}`"))
}

/// The names between backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let quoted: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

#[cfg(test)]
mod tests {
    use crate::config::Config;

    fn said(yaml: &str) -> String {
        Config::parse(yaml).expect_err("it is a mistake")
    }

    #[test]
    fn a_mistyped_key_is_told_the_nearest() {
        assert_eq!(
            said("title: x\nlinks:\n  unknwon: broken\n"),
            "line 3: there is no setting `links.unknwon`; the nearest is `links.unknown`"
        );
    }

    #[test]
    fn a_key_that_is_near_none_is_told_all() {
        assert_eq!(
            said("deadlines: {soon: 3}"),
            "line 1: there is no setting `deadlines.soon`; there are `due_within`"
        );
    }

    #[test]
    fn a_wrong_word_is_told_the_right_ones() {
        assert_eq!(
            said("html: yes-please"),
            "line 1: `html` cannot be `yes-please`; it is one of `sanitize`, `trusted`"
        );
    }

    #[test]
    fn a_wrong_kind_of_value_is_told_in_plain_words() {
        assert_eq!(
            said("deadlines:\n  due_within: soon"),
            "line 2: `deadlines.due_within` cannot be `soon`: it is a whole number"
        );
        assert_eq!(
            said("title: [a]"),
            "line 1: `title` cannot be a list: it is a text"
        );
    }
}
