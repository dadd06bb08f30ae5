//! What a site may set on its theme: `theme_options` against the theme's `theme.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::finding::{Finding, Level, Outcome, Position, Rule, Span};
use crate::path::SourcePath;
use crate::site::theme::built_in;
use crate::site::theme::failure;
use crate::source::Source;

/// `template/option`: an option that the theme does not have, or not with this value.
pub static OPTION: Rule = Rule {
    code: "template/option",
    level: Level::Note,
    summary: "an option that the theme does not have, or not with this value",
    explanation: "\
`theme_options` in `site.yaml` sets something that the theme's `theme.yaml` does not declare, or
gives it a value of another kind. The option keeps its default.

```
theme_options:
  colour: 3
```

Look into the theme's `theme.yaml` for the options that there are, the kind of each and what it
does.
",
};

/// `theme.yaml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Manifest {
    /// For people who read the file.
    #[serde(rename = "description")]
    _description: String,
    options: BTreeMap<String, Declared>,
}

/// An option as the theme declares it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Declared {
    kind: Kind,
    /// For people who read the file.
    #[serde(default, rename = "description")]
    _description: String,
    default: serde_json::Value,
    /// The words that a `choice` takes.
    #[serde(default)]
    choices: Vec<String>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Text,
    Number,
    Switch,
    Choice,
}

/// The options as templates receive them. Those of the default theme are there under every theme.
pub fn settle(
    theme: &str,
    manifest: Option<&Source>,
    set: &BTreeMap<String, serde_yaml::Value>,
) -> Outcome<serde_json::Value> {
    let mut findings = Vec::new();
    let built_in: Manifest =
        serde_yaml::from_str(built_in::manifest()).expect("the built-in manifest is tested");
    let mut declared = built_in.options;
    match manifest.map(|source| serde_yaml::from_str::<Manifest>(&source.text)) {
        Some(Ok(own)) => declared.extend(own.options),
        Some(Err(error)) => findings.extend(manifest.map(|source| broken(source, &error))),
        None => {}
    }
    let mut values: serde_json::Map<_, _> = declared
        .iter()
        .map(|(name, option)| (name.clone(), option.default.clone()))
        .collect();
    for (name, value) in set {
        let value = serde_json::to_value(value).unwrap_or_default();
        match declared.get(name).map(|option| option.takes(&value)) {
            Some(Ok(())) => {
                values.insert(name.clone(), value);
            }
            Some(Err(wanted)) => findings.push(other_value(name, &wanted)),
            None => findings.push(unknown(theme, name)),
        }
    }
    Outcome {
        value: serde_json::Value::Object(values),
        findings,
    }
}

impl Declared {
    /// Whether the option takes a value, or what it wants.
    fn takes(&self, value: &serde_json::Value) -> Result<(), String> {
        let chosen = |choice: &String| value.as_str() == Some(choice.as_str());
        match self.kind {
            Kind::Text if value.is_string() => Ok(()),
            Kind::Number if value.is_number() => Ok(()),
            Kind::Switch if value.is_boolean() => Ok(()),
            Kind::Choice if self.choices.iter().any(chosen) => Ok(()),
            Kind::Text => Err("a text".to_owned()),
            Kind::Number => Err("a number".to_owned()),
            Kind::Switch => Err("`true` or `false`".to_owned()),
            Kind::Choice => Err(format!("one of `{}`", self.choices.join("`, `"))),
        }
    }
}

fn broken(source: &Source, error: &serde_yaml::Error) -> Finding {
    let position = error.location().map_or(Position::START, |place| Position {
        line: u32::try_from(place.line()).unwrap_or(1),
        column: u32::try_from(place.column()).unwrap_or(1),
    });
    let span = Span {
        start: position,
        end: position,
    };
    // The end of a text is told of as a line behind its last.
    failure::ERROR.at(&source.path, source.within(span), error.to_string())
}

fn other_value(name: &str, wanted: &str) -> Finding {
    let message = format!("the option `{name}` of the theme takes {wanted}");
    OPTION.about(&SourcePath::new("site.yaml"), message)
}

fn unknown(theme: &str, name: &str) -> Finding {
    let message = format!("the theme `{theme}` has no option `{name}`");
    OPTION
        .about(&SourcePath::new("site.yaml"), message)
        .help("take it out of `theme_options`, or declare it in the theme's `theme.yaml`")
}
