//! The JSON Schemas of everything that Instep reads and prints, for editors and programs.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::check::deadlines::listing::Listing as Deadlines;
use crate::check::drift::listing::Listing as Drift;
use crate::config::Config;
use crate::document::front_matter::keys;
use crate::import::plan::Plan;
use crate::io::manifest::Manifest;
use crate::report::json::Findings;
use crate::report::statistics::Statistics;
use crate::site::status::Status;

/// A schema, and what it is of.
pub struct Named {
    /// What `instep schema` takes.
    pub name: &'static str,
    /// What it is the schema of, in one line.
    pub of: &'static str,
    make: fn() -> Value,
}

impl Named {
    /// The schema. Draft 07, which every editor reads.
    pub fn schema(&self) -> Value {
        let mut schema = (self.make)();
        schema["description"] = self.of.into();
        schema
    }
}

/// Every schema; the first is the default.
pub static SCHEMAS: &[Named] = &[
    named("site", "the settings of a site, `site.yaml`", site),
    named(
        "front-matter",
        "the keys at the top of a page that Instep reads",
        keys::schema,
    ),
    named(
        "check",
        "`instep check --format json`",
        written::<Findings<'static>>,
    ),
    named(
        "statistics",
        "`instep check --statistics --format json`",
        written::<Statistics<'static>>,
    ),
    named("drift", "`instep drift --format json`", written::<Drift>),
    named(
        "deadlines",
        "`instep deadlines --format json`",
        written::<Deadlines<'static>>,
    ),
    named("import", "`instep import --format json`", written::<Plan>),
    named(
        "status",
        "`status/status.json` of a built site",
        written::<Status<'static>>,
    ),
    named(
        "manifest",
        "`.instep/manifest.json` of a built site",
        written::<Manifest>,
    ),
];

const fn named(name: &'static str, of: &'static str, make: fn() -> Value) -> Named {
    Named { name, of, make }
}

/// The schema of what is printed.
fn written<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft07().for_serialize();
    settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// The schema of the settings, with the codes of all findings.
fn site() -> Value {
    let settings = SchemaSettings::draft07().for_deserialize();
    let generator = settings.into_generator();
    let mut schema = generator.into_root_schema_for::<Config>().to_value();
    let codes: Map<String, Value> = crate::rules::all()
        .into_iter()
        .map(|rule| {
            let level = json!({
                "description": rule.summary,
                "enum": ["allow", "note", "warn", "deny"],
            });
            (rule.code.to_owned(), level)
        })
        .collect();
    schema["properties"]["findings"] = json!({
        "description": "Level of a finding by its code.",
        "type": "object",
        "properties": codes,
        "additionalProperties": false,
        "default": {},
    });
    schema["title"] = "Settings of an Instep site".into();
    schema
}
