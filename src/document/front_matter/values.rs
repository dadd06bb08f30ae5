//! The values of front matter by their keys, however they were read.

use serde_yaml::{Mapping, Value};

/// The values of a block by their keys.
pub enum Values<'y> {
    /// Keys with values on one line, which need no parser.
    Plain(Vec<(&'y str, Option<&'y str>)>),
    /// Anything else.
    Yaml(Mapping),
}

impl Values<'_> {
    /// Whether a key stands there, even without a value.
    pub fn has(&self, key: &str) -> bool {
        match self {
            Self::Plain(values) => values.iter().any(|(known, _)| *known == key),
            Self::Yaml(map) => find(map, key).is_some(),
        }
    }

    /// A value that is a text, or can be written as one.
    pub fn text(&self, key: &str) -> Option<String> {
        match self {
            Self::Plain(values) => {
                let (_, text) = values.iter().find(|(known, _)| *known == key)?;
                text.map(str::to_owned)
            }
            Self::Yaml(map) => scalar(find(map, key)?),
        }
    }

    /// A value of any kind.
    pub fn value(&self, key: &str) -> Option<Value> {
        match self {
            Self::Plain(_) => self.text(key).map(Value::String),
            Self::Yaml(map) => find(map, key).cloned(),
        }
    }
}

/// A value by its key, also where the key is dotted and the YAML nested (`l10n.sourceCommit`).
fn find<'m>(map: &'m Mapping, key: &str) -> Option<&'m Value> {
    if let Some(value) = map.get(key) {
        return Some(value);
    }
    let (outer, inner) = key.split_once('.')?;
    map.get(outer)?.as_mapping()?.get(inner)
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// What `ROBOTS: NOINDEX,NOFOLLOW` asks of search engines.
pub fn is_noindex(robots: &str) -> bool {
    robots.to_ascii_lowercase().contains("noindex")
}

/// A value as its YAML, for formats that have to be told what comes next.
pub mod written {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use serde_yaml::Value;

    pub fn serialize<S: Serializer>(value: &Option<Box<Value>>, to: S) -> Result<S::Ok, S::Error> {
        let yaml = |value: &Value| serde_yaml::to_string(value).unwrap_or_default();
        value.as_deref().map(yaml).serialize(to)
    }

    pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Option<Box<Value>>, D::Error> {
        let yaml = Option::<String>::deserialize(from)?;
        Ok(yaml.and_then(|yaml| serde_yaml::from_str(&yaml).ok()))
    }
}
