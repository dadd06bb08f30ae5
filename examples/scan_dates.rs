//! Scans sentences for dates: JSON lines in, JSON lines out, offsets in characters.

use std::collections::BTreeMap;
use std::io::{BufRead, Write, stdin, stdout};

use instep::dates::cue::{Precision, Role};
use instep::dates::scan::{Mention, Scanners};
use instep::locale::tag::Locale;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Row {
    id: String,
    locale: String,
    text: String,
}

#[derive(Serialize)]
struct Answer {
    id: String,
    dates: Vec<Found>,
}

#[derive(Serialize)]
struct Found {
    start: usize,
    end: usize,
    text: String,
    date: String,
    precision: Precision,
    role: Role,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let scanners = Scanners::new(&BTreeMap::new()).map_err(|(_, error)| error)?;
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let row: Row = serde_json::from_str(&line?)?;
        let locale = Locale::parse(&row.locale).ok_or("no language tag")?;
        // Emphasis is the only markup of such sentences.
        let text = row.text.replace(['*', '_'], "\u{1}");
        let mentions = scanners.of(&locale).scan(&text, None);
        // Mentions come in order, so that each character is counted once.
        let mut before = (0, 0);
        let dates = mentions
            .iter()
            .map(|mention| found(&row.text, mention, &mut before))
            .collect();
        serde_json::to_writer(&mut out, &Answer { id: row.id, dates })?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// `before` is a byte of the text with the characters before it, at or before the mention.
fn found(text: &str, mention: &Mention, before: &mut (usize, usize)) -> Found {
    let between = text[before.0..mention.range.start].chars().count();
    *before = (mention.range.start, before.1 + between);
    let written = &text[mention.range.clone()];
    Found {
        start: before.1,
        end: before.1 + written.chars().count(),
        text: written.to_owned(),
        date: mention.date.to_string(),
        precision: mention.precision,
        role: mention.role,
    }
}
