//! The `metadata` of a YAML guide, as the front matter that it is.

use std::ops::Range;

use crate::document::yaml::Writing;
use crate::source::tree::{Form, Node, Pair, Scalar};

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
    match is_named(file, pair) {
        true => script.quote(&pair.key, pair.at),
        false => {
            script.mark(pair.at);
            script.text.push_str(&key(&pair.key));
        }
    }
    script.text.push(':');
    if let Form::Scalar(scalar) = &pair.value.value {
        script.text.push(' ');
        match inline(file, pair, scalar) {
            Some(range) => script.quote(&file[range.clone()], range.start),
            // In quotes a text of several lines stands on one.
            None => {
                script.mark(pair.value.at);
                script.text.push_str(&quoted(scalar.text.trim()));
            }
        }
    }
    script.text.push('\n');
}

/// Whether the file has the key without quotes where it stands.
fn is_named(file: &str, pair: &Pair) -> bool {
    let from = file.get(pair.at..);
    !pair.key.is_empty() && from.is_some_and(|from| from.starts_with(&pair.key))
}

/// A key that was written in another way, in quotes where it may be no plain word.
fn key(key: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    match !key.is_empty() && key.chars().all(plain) {
        true => key.to_owned(),
        false => quoted(key),
    }
}

/// JSON's quotes and escapes are YAML's too.
fn quoted(text: &str) -> String {
    serde_json::Value::String(text.to_owned()).to_string()
}

/// The bytes of a value with its quotes, where it stands behind its key on one line, alone: in
/// `{a: b, c: d}` it does not, and what an anchor or a tag makes of it is not what stands there.
fn inline(file: &str, pair: &Pair, scalar: &Scalar) -> Option<Range<usize>> {
    let from = file.get(pair.at..)?;
    let rest = from.strip_prefix(&*pair.key)?.strip_prefix(':')?;
    let written = rest.split('\n').next().unwrap_or("");
    let after = file.len() - rest.len();
    let end = after + written.len();
    let bytes = scalar.range()?;
    let bare = |text: &str| text.trim_matches([' ', '\t', '\r', '"', '\'']).is_empty();
    let comment = |text: &str| text.find(" #").unwrap_or(text.len());
    let alone = after <= bytes.start && bytes.end <= end && bare(&file[after..bytes.start]) && {
        let behind = &file[bytes.end..end];
        bare(&behind[..comment(behind)])
    };
    let start = after + (written.len() - written.trim_start().len());
    alone.then(|| start..start + written.trim().len())
}

#[cfg(test)]
mod tests {
    use crate::document::yaml::read;
    use crate::path::SourcePath;

    fn front(metadata: &str) -> String {
        let yaml = format!("### YamlMime:FAQ\n{metadata}\ntitle: T\n");
        let text = read(&SourcePath::new("a.yml"), yaml.into()).value.text;
        let front = text.strip_prefix("---\n").expect("a fence");
        front.split("title: T\n").next().unwrap_or("").to_owned()
    }

    #[test]
    fn values_that_share_their_line_are_told_apart() {
        assert_eq!(
            front("metadata: {author: A b, ms.date: 09/23/2020}"),
            "author: \"A b\"\nms.date: \"09/23/2020\"\n"
        );
        assert_eq!(front("metadata:\n  author : A\n"), "author: \"A\"\n");
        assert_eq!(
            front("metadata:\n  author: \"A\" # why\n"),
            "author: \"A\" # why\n"
        );
    }

    #[test]
    fn keys_may_be_written_in_any_way() {
        assert_eq!(front("metadata:\n  'é''b': x\n"), "\"é'b\": \"x\"\n");
        assert_eq!(front("metadata:\n  \"author\": x\n"), "author: \"x\"\n");
        assert_eq!(front("metadata:\n  ? é\n  : x\n"), "é: \"x\"\n");
    }
}
