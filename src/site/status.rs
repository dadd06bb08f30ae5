//! The status of translations as CSV and JSON, beside their pages.

use crate::locale::tag::Locale;
use crate::page::standings::Listed;

/// One record a document and locale.
pub fn csv(columns: &[Locale], standings: &Listed<'_>) -> String {
    let mut out = String::from("document,locale,status,days_behind,coverage\r\n");
    for (document, standing) in shown(columns, standings) {
        let name = document.replace('"', "\"\"");
        // A spreadsheet takes a cell that begins like this for a formula.
        let guard = if name.starts_with(['=', '+', '-', '@']) {
            "'"
        } else {
            ""
        };
        out.push_str(&format!(
            "\"{guard}{name}\",{},{},{},{}\r\n",
            standing.locale,
            standing.verdict.word(),
            standing.days_behind,
            standing.coverage
        ));
    }
    out
}

/// The same as JSON.
pub fn json(columns: &[Locale], standings: &Listed<'_>) -> String {
    let rows: Vec<_> = shown(columns, standings)
        .map(|(document, standing)| {
            serde_json::json!({
                "document": document,
                "locale": standing.locale,
                "status": standing.verdict,
                "days_behind": standing.days_behind,
                "coverage": standing.coverage,
            })
        })
        .collect();
    format!(
        "{}\n",
        serde_json::json!({ "schema": 1, "translations": rows })
    )
}

fn shown<'s>(
    columns: &'s [Locale],
    standings: &'s Listed<'s>,
) -> impl Iterator<Item = (&'s str, &'s crate::check::drift::standing::Standing)> {
    standings.iter().flat_map(|(document, all)| {
        all.iter()
            .filter(|s| columns.contains(&s.locale))
            .map(|standing| (*document, standing))
    })
}
