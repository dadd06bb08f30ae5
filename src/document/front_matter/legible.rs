//! Front matter as far as YAML reads it.

use std::collections::BTreeSet;

use crate::document::front_matter::{alias, key_of};

/// The YAML with what is not read made comments: YAML refuses repeated keys, so the first one
/// counts, and a key whose value has an anchor or an alias is left out. Every other byte stays in
/// its place, since a fault in it is told by that.
pub fn legible(yaml: &str) -> String {
    let mut seen = BTreeSet::new();
    let mut out = String::with_capacity(yaml.len());
    for (key, lines) in entries(yaml) {
        let repeated = key.is_some_and(|key| !seen.insert(key));
        if repeated || alias::find(lines).is_some() {
            for line in lines.split_inclusive('\n') {
                comment(line, &mut out);
            }
        } else {
            out.push_str(lines);
        }
    }
    out
}

/// Each top-level key with its lines; no key for what stands before the first.
fn entries(yaml: &str) -> Vec<(Option<&str>, &str)> {
    let (mut entries, mut key, mut start, mut at) = (Vec::new(), None, 0, 0);
    for line in yaml.split_inclusive('\n') {
        if let Some(next) = key_of(line) {
            entries.push((key, &yaml[start..at]));
            (key, start) = (Some(next), at);
        }
        at += line.len();
    }
    entries.push((key, &yaml[start..]));
    entries
}

/// Writes a comment as long as a line.
fn comment(line: &str, out: &mut String) {
    let content = line.trim_end_matches(['\r', '\n']);
    if !content.is_empty() {
        out.push('#');
        out.extend(std::iter::repeat_n(' ', content.len() - 1));
    }
    out.push_str(&line[content.len()..]);
}

#[cfg(test)]
mod tests {
    use super::legible;

    #[test]
    fn what_is_left_out_leaves_the_rest_in_its_place() {
        let yaml = "title: A\r\ntitle: \u{e9}\r\n\r\n  - more\r\nb: &c d\ndate: x\n";
        let read = legible(yaml);
        assert_eq!(read.len(), yaml.len());
        let (before, after) = ("title: A\r\n#", "\ndate: x\n");
        assert!(read.starts_with(before) && read.ends_with(after), "{read}");
        assert_eq!(read.find("date"), yaml.find("date"));
        assert!(serde_yaml::from_str::<serde_yaml::Value>(&read).is_ok());
        assert_eq!(read.matches(char::is_alphabetic).count(), 11);
    }
}
