//! `> [!VIDEO https://…]` and `:::video source="…":::`.

use std::ops::Range;

use crate::document::construct::Construct;
use crate::document::construct::colon::{Attributes, Read, need, only};

/// A video elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Video {
    /// Its address, or its number in Learn's own library.
    pub source: String,
    pub title: String,
}

const KNOWN: [&str; 6] = [
    "source",
    "title",
    "max-width",
    "thumbnail",
    "upload-date",
    "loc-scope",
];

pub fn read(attributes: &Attributes<'_>) -> Read {
    only(attributes, &KNOWN)?;
    let source = need(attributes, "source")?;
    let width = attributes.get("max-width").unwrap_or("0");
    if width.trim().parse::<u32>().is_err() {
        return Err("`max-width` is no number".to_owned());
    }
    Ok(Construct::Video(Video {
        source: source.trim().to_owned(),
        title: attributes.get("title").unwrap_or("").to_owned(),
    }))
}

/// Reads `[!VIDEO address]`.
pub fn read_marker(start: usize, line: &str) -> Option<(Range<usize>, Construct)> {
    let close = line.find(']')?;
    let source = line[2 + "video".len()..close].trim();
    let video = Construct::Video(Video {
        source: source.to_owned(),
        title: String::new(),
    });
    (!source.is_empty()).then(|| (start..start + close + 1, video))
}
