//! `> [!VIDEO https://…]` and `:::video source="…":::`, with a description between it and
//! `:::video-end:::` where it is `type="complex"`.

use std::ops::Range;

use crate::document::construct::colon::{Attributes, Read, begin, need, only};
use crate::document::construct::{Construct, Container};

/// A video elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Video {
    /// Its address, or its number in Learn's own library.
    pub source: String,
    /// What it is called.
    pub title: String,
}

const KNOWN: [&str; 8] = [
    "type",
    "source",
    "title",
    "max-width",
    "thumbnail",
    "upload-date",
    "duration",
    "loc-scope",
];

/// Reads the attributes of `:::video`.
pub fn read(attributes: &Attributes<'_>) -> Read {
    only(attributes, &KNOWN)?;
    let source = need(attributes, "source")?;
    let width = attributes.get("max-width").unwrap_or("0");
    if width.trim().parse::<u32>().is_err() {
        return Err("`max-width` is no number".to_owned());
    }
    let video = Video {
        source: source.trim().to_owned(),
        title: attributes.get("title").unwrap_or("").to_owned(),
    };
    match attributes.filled("type").unwrap_or("content") {
        "content" => Ok(Construct::Video(video)),
        "complex" => begin(Container::Film(Box::new(video))),
        kind => Err(format!("`{kind}` is no type of video")),
    }
}

/// Reads `[!VIDEO address]`: a line from its `[` on, and what it says after the word.
pub fn read_marker(start: usize, line: &str, said: &str) -> Option<(Range<usize>, Construct)> {
    let close = line.find(']')?;
    let said = said.split(']').next().unwrap_or("").trim();
    let (source, title) = said.split_once(char::is_whitespace).unwrap_or((said, ""));
    let title = title.trim();
    let title = title.strip_prefix("title=").unwrap_or(title);
    let video = Construct::Video(Video {
        source: source.to_owned(),
        title: title.trim_matches(['"', '\'']).to_owned(),
    });
    (!source.is_empty()).then(|| (start..start + close + 1, video))
}
