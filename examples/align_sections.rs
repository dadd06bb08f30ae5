//! Pairs the sections of two texts, for measuring.
//!
//! Reads JSON lines `{"id","a":markdown,"b":markdown}` and writes
//! `{"id","pairs":[[anchor_a,anchor_b,change],...]}`; an anchor is null where a side has none.

use std::io::{BufRead, BufWriter, Write};
use std::sync::Arc;

use instep::check::align::{Pair, Side, align};
use instep::config::Config;
use instep::document::front_matter::{FrontMatter, Keys};
use instep::document::manuscript::{Manuscript, NoFragments};
use instep::document::outline::Section;
use instep::document::reading::{self, Reading};
use instep::document::shape::Shape;
use instep::path::SourcePath;
use instep::source::Source;
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
    let (a, b) = (read(row.a, config), read(row.b, config));
    let anchor = |text: &Reading, index: Option<usize>| {
        index.map(|index| text.sections[index].anchor.to_string())
    };
    let tell = |pair: &Pair| (anchor(&a, pair.a), anchor(&b, pair.b), pair.change.word());
    let pairs: Vec<_> = align(&sides(&a), &sides(&b)).iter().map(tell).collect();
    serde_json::json!({ "id": row.id, "pairs": pairs }).to_string()
}

fn read(markdown: String, config: &Config) -> Reading {
    let source = Source::new(&SourcePath::new("text.md"), markdown);
    let keys = Keys {
        dates: &config.dates.keys,
        stamps: &config.stamps,
    };
    let body = FrontMatter::read(&source, keys).value.body;
    let manuscript = Manuscript::read(
        Arc::new(source),
        body,
        &NoFragments,
        &instep::pipeline::project::dialect(config),
    )
    .value;
    reading::read(&manuscript, &manuscript.pieces())
}

/// The sections with their shapes; the first shape is of what stands before the first heading.
fn sides(text: &Reading) -> Vec<Side<'_>> {
    let side = |(section, shape)| side(section, shape);
    let sections = text.sections.iter().zip(text.shapes.iter().skip(1));
    sections.map(side).collect()
}

fn side<'a>(section: &'a Section, shape: &'a Shape) -> Side<'a> {
    Side {
        anchor: &section.anchor,
        title: &section.title,
        shape,
    }
}
