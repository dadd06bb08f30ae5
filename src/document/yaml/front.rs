//! The `metadata` of a YAML guide, as the front matter that it is.

use crate::document::yaml::Writing;
use crate::source::tree::{Form, Node, Pair};

/// Keys that may stand at the top, beside the text, instead of in `metadata`.
const AT_TOP: [&str; 4] = ["uid", "monikerRange", "zone_pivot_groups", "document_id"];

/// Writes the front matter of a YAML page.
pub fn write(writing: &mut Writing<'_>, root: &Node) {
    let metadata = root.get("metadata").map_or(&[][..], Node::pairs);
    writing.script.text.push_str("---\n");
    for pair in metadata {
        line(writing, pair);
    }
    let has = |key: &str| metadata.iter().any(|pair| pair.key == key);
    for pair in root.pairs() {
        let key = pair.key.as_str();
        if (key == "title" || AT_TOP.contains(&key)) && !has(key) {
            line(writing, pair);
        }
    }
    writing.script.text.push_str("---\n");
}

/// `key: value` on one line. Lists and maps are left out: no page is made from them.
fn line(writing: &mut Writing<'_>, pair: &Pair) {
    let file = writing.source.text.as_str();
    let script = &mut writing.script;
    let named = file[pair.at..].starts_with(&pair.key);
    match named {
        true => script.quote(&pair.key, pair.at),
        false => {
            script.mark(pair.at);
            script.text.push_str(&pair.key);
        }
    }
    script.text.push(':');
    if let Form::Scalar(scalar) = &pair.value.value {
        script.text.push(' ');
        let after = pair.at + pair.key.len() + 1;
        let end = file[after.min(file.len())..]
            .find('\n')
            .map_or(file.len(), |end| after + end);
        let inline = scalar
            .range()
            .filter(|range| after <= range.start && range.end <= end);
        match inline.filter(|_| named) {
            Some(_) => {
                let written = &file[after..end];
                let blank = written.len() - written.trim_start().len();
                script.quote(written.trim(), after + blank);
            }
            // In quotes a text of several lines stands on one.
            None => {
                script.mark(pair.value.at);
                let quoted = serde_json::Value::String(scalar.text.trim().to_owned());
                script.text.push_str(&quoted.to_string());
            }
        }
    }
    script.text.push('\n');
}
