//! Renders Markdown, for measuring.
//!
//! Reads JSON lines `{"id","markdown","path","files":{path:text}}` and writes
//! `{"id","html","findings":[...]}`.

#[path = "../tests/render/mod.rs"]
mod render;

use std::collections::BTreeMap;
use std::io::{BufRead, BufWriter, Write};

use instep::config::Html;
use instep::finding::Finding;
use instep::path::SourcePath;
use rayon::prelude::*;
use render::Tree;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Row {
    id: String,
    markdown: String,
    #[serde(default)]
    path: String,
    #[serde(default)]
    files: BTreeMap<String, String>,
}

fn main() -> std::io::Result<()> {
    let rows: Vec<String> = std::io::stdin().lock().lines().collect::<Result<_, _>>()?;
    let answers: Vec<Value> = rows.par_iter().map(|row| answer(row)).collect();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for answer in answers {
        writeln!(out, "{answer}")?;
    }
    out.flush()
}

fn answer(line: &str) -> Value {
    let row: Row = match serde_json::from_str(line) {
        Ok(row) => row,
        Err(error) => return json!({ "error": error.to_string() }),
    };
    let tree = Tree {
        page: SourcePath::new(&row.path),
        files: row.files,
        html: Html::Sanitize,
    };
    let body = render::render_body(&tree, &row.markdown, &render::dialect());
    let findings: Vec<Value> = body.findings.iter().map(finding).collect();
    json!({ "id": row.id, "html": body.html, "findings": findings })
}

fn finding(finding: &Finding) -> Value {
    json!({
        "code": finding.rule.code,
        "message": finding.message,
        "line": finding.span.start.line,
        "column": finding.span.start.column,
    })
}
