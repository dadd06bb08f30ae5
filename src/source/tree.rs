//! A YAML text as a tree whose every part knows where it stands.

use serde_yaml::Value;

use crate::source::Source;
use crate::source::places::{Places, Run};

/// A part of a YAML text.
#[derive(Clone, Debug)]
pub struct Node {
    /// The byte at which it begins, as near as that is known.
    pub at: usize,
    /// What it is.
    pub value: Form,
}

/// What a part of a YAML text is.
#[derive(Clone, Debug)]
pub enum Form {
    /// An empty value.
    Nothing,
    /// A text, number or flag.
    Scalar(Scalar),
    /// Values in order.
    List(Vec<Node>),
    /// Values by their keys.
    Map(Vec<Pair>),
}

/// A key of a map with its value.
#[derive(Clone, Debug)]
pub struct Pair {
    /// As written, without quotes.
    pub key: String,
    /// The byte at which the key begins.
    pub at: usize,
    /// What it has.
    pub value: Node,
}

/// A text, number or flag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scalar {
    /// As YAML means it.
    pub text: String,
    /// The bytes of the file that it has in common with it.
    pub runs: Vec<Run>,
}

/// Why a text is no YAML, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The byte at which it shows.
    pub at: usize,
    /// One sentence.
    pub reason: String,
}

/// Reads a YAML text.
///
/// # Errors
/// What is wrong with it.
pub fn read(source: &Source) -> Result<Node, Fault> {
    let text = &source.text;
    let value: Value = serde_yaml::from_str(text).map_err(|error| {
        let words = error.to_string();
        Fault {
            at: error
                .location()
                .map_or(0, |place| place.index())
                .min(text.len()),
            reason: words.split(" at line ").next().unwrap_or(&words).to_owned(),
        }
    })?;
    let mut places = Places::new(text);
    Ok(node(&value, &mut places))
}

fn node(value: &Value, places: &mut Places<'_>) -> Node {
    let at = places.next();
    let value = match value {
        Value::Null => Form::Nothing,
        Value::String(text) => {
            let runs = places.scalar(text);
            let text = text.clone();
            return scalar(at, Scalar { text, runs });
        }
        Value::Bool(_) | Value::Number(_) => {
            let (text, runs) = places.plain();
            return scalar(at, Scalar { text, runs });
        }
        Value::Sequence(list) => {
            let nodes = list.iter().map(|value| node(value, places));
            Form::List(nodes.collect())
        }
        Value::Mapping(map) => {
            let pair = |(key, value): (&Value, &Value)| {
                let key = name(key);
                let at = places.key(&key).unwrap_or(places.at());
                let mut value = node(value, places);
                if !matches!(value.value, Form::Scalar(_)) {
                    value.at = at;
                }
                Pair { key, at, value }
            };
            Form::Map(map.iter().map(pair).collect())
        }
        Value::Tagged(tagged) => return node(&tagged.value, places),
    };
    Node { at, value }
}

fn scalar(at: usize, scalar: Scalar) -> Node {
    let at = scalar.runs.first().map_or(at, |run| run.text);
    let value = Form::Scalar(scalar);
    Node { at, value }
}

/// The text of a key; keys that are no scalars cannot be asked for.
fn name(key: &Value) -> String {
    match key {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        _ => String::new(),
    }
}

impl Node {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let found = self.pairs().iter().find(|pair| pair.key == key)?;
        Some(&found.value)
    }

    /// Keys with their values, in order; none where it is no map.
    pub fn pairs(&self) -> &[Pair] {
        match &self.value {
            Form::Map(pairs) => pairs,
            _ => &[],
        }
    }

    /// The parts of a list; none where it is none.
    pub fn items(&self) -> &[Self] {
        match &self.value {
            Form::List(nodes) => nodes,
            _ => &[],
        }
    }

    /// The text, where it is one that is not blank.
    pub fn scalar(&self) -> Option<&Scalar> {
        match &self.value {
            Form::Scalar(scalar) if !scalar.text.trim().is_empty() => Some(scalar),
            _ => None,
        }
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> Option<&Scalar> {
        self.get(key)?.scalar()
    }
}

impl Scalar {
    /// The bytes of the file from its first to its last letter.
    pub fn range(&self) -> Option<std::ops::Range<usize>> {
        let (first, last) = (self.runs.first()?, self.runs.last()?);
        Some(first.text..last.text + last.length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SourcePath;

    #[test]
    fn parts_know_where_they_stand() {
        let text = "items:\n- name: One\n  version: 3.10\n- name: \"Two\"\n  items:\n";
        let source = Source::new(&SourcePath::new("a.yml"), text.to_owned());
        let tree = read(&source).expect("it is YAML");
        let items = tree.get("items").expect("a list").items();
        let said = |node: &Node, key: &str| {
            let scalar = node.text(key).expect("a text").clone();
            let range = scalar.range().expect("a place");
            (scalar.text, text[range].to_owned())
        };
        assert_eq!(said(&items[0], "version"), ("3.10".into(), "3.10".into()));
        assert_eq!(said(&items[1], "name"), ("Two".into(), "Two".into()));
        assert_eq!(
            items[1]
                .get("items")
                .map(|node| &text[node.at..node.at + 5]),
            Some("items")
        );
    }
}
