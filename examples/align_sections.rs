//! Pairs the sections of two texts, for measuring.
//!
//! Reads JSON lines `{"id","a":markdown,"b":markdown}` and writes
//! `{"id","pairs":[[anchor_a,anchor_b,change],...]}`; an anchor is null where a side has none.

use std::io::{BufRead, BufWriter, Write};

use instep::check::align::Pair;
use instep::config::Config;
use instep::pipeline::text::Text;
use rayon::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    id: String,
    a: String,
    b: String,
}

fn main() -> std::io::Result<()> {
    let rows: Vec<String> = std::io::stdin().lock().lines().collect::<Result<_, _>>()?;
    let config = Config::default();
    let answers: Vec<String> = rows.par_iter().map(|row| answer(row, &config)).collect();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for answer in answers {
        writeln!(out, "{answer}")?;
    }
    out.flush()
}

fn answer(line: &str, config: &Config) -> String {
    let row: Row = match serde_json::from_str(line) {
        Ok(row) => row,
        Err(error) => return serde_json::json!({ "error": error.to_string() }).to_string(),
    };
    let (a, b) = (Text::read(&row.a, config), Text::read(&row.b, config));
    let anchor = |text: &Text, index: Option<usize>| {
        index.map(|index| text.sections()[index].anchor.to_string())
    };
    let tell = |pair: &Pair| {
        (
            anchor(&a, pair.a()),
            anchor(&b, pair.b()),
            pair.change.word(),
        )
    };
    let pairs: Vec<_> = a.pair(&b).iter().map(tell).collect();
    serde_json::json!({ "id": row.id, "pairs": pairs }).to_string()
}
