//! The status of translations as CSV and JSON, beside their pages.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::drift::verdict::Verdict;
use crate::csv::record;
use crate::locale::tag::Locale;
use crate::page::standings::Listed;

/// One record a document and locale; the columns are places in the locales of the site.
pub fn csv(columns: &Range<usize>, standings: &Listed<'_>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut write = |cells: &[&str]| record(cells, &mut out).expect("memory takes what is written");
    write(&["document", "locale", "status", "days_behind", "coverage"]);
    for (document, standing) in shown(columns, standings) {
        let days = standing.days_behind.to_string();
        let coverage = standing.coverage.to_string();
        let (locale, word) = (standing.locale.tag(), standing.verdict.word());
        write(&[document, &locale, word, &days, &coverage]);
    }
    out
}

/// What `status/status.json` holds.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Status<'a> {
    /// The version of this format.
    pub schema: u32,
    /// One entry a document and locale.
    pub translations: Vec<Translation<'a>>,
}

/// How a document stands in a locale.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Translation<'a> {
    /// The id of the guide.
    pub document: &'a str,
    /// BCP 47.
    #[schemars(with = "String")]
    pub locale: &'a Locale,
    /// The verdict.
    pub status: Verdict,
    /// Whole days between the date of the reference and its own.
    pub days_behind: i64,
    /// Share of the reference's sections, from 0 to 1.
    pub coverage: f64,
}

/// The same as JSON.
pub fn json(columns: &Range<usize>, standings: &Listed<'_>) -> String {
    let rows = shown(columns, standings).map(|(document, standing)| Translation {
        document,
        locale: &standing.locale,
        status: standing.verdict,
        days_behind: standing.days_behind,
        coverage: standing.coverage,
    });
    let status = Status {
        schema: 1,
        translations: rows.collect(),
    };
    let json = serde_json::to_string(&status).expect("words and numbers are JSON");
    format!("{json}\n")
}

fn shown<'s>(
    columns: &'s Range<usize>,
    standings: &'s Listed<'s>,
) -> impl Iterator<Item = (&'s str, &'s crate::page::standings::Summary)> {
    standings.iter().flat_map(|(document, all)| {
        let shown = all.get(columns.clone()).unwrap_or_default();
        shown.iter().map(|standing| (*document, standing))
    })
}
