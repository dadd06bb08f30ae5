//! What the templates of status pages receive.

use serde::Serialize;

use crate::page::model::{DeadlineLink, Frame};

/// How far translations are, of one locale or of all.
#[derive(Clone, Debug, Serialize)]
pub struct StatusPage {
    /// What stands around it.
    #[serde(flatten)]
    pub frame: Frame,
    /// The locales of the columns.
    pub locales: Vec<StatusLocale>,
    /// Sorted by harm; the first of them on a large site.
    pub rows: Vec<StatusRow>,
    /// Says how many rows there are of how many guides, where not all are shown.
    pub shown: Option<String>,
    /// Sorted by date; the latest of them on a large site.
    pub deadlines: Vec<DeadlineLink>,
    /// The same as a drawing; none where there is nothing to draw.
    pub timeline: Option<Timeline>,
}

/// Deadlines over the years, in a drawing 360 wide and 48 high.
#[derive(Clone, Debug, Serialize)]
pub struct Timeline {
    /// What the drawing shows, in words.
    pub label: String,
    /// The days at its ends, ISO 8601.
    pub first: String,
    /// The day at its right end, ISO 8601.
    pub last: String,
    /// Where years begin.
    pub ticks: Vec<Tick>,
    /// Deadlines, grouped by where they fall.
    pub bars: Vec<Bar>,
}

/// The beginning of a year.
#[derive(Clone, Debug, Serialize)]
pub struct Tick {
    /// From the left.
    pub x: i64,
    /// The year.
    pub name: String,
}

/// Deadlines that fall near each other.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
    /// How tall it is.
    pub height: i64,
}

/// A column of the matrix with its share of up-to-date pages.
#[derive(Clone, Debug, Serialize)]
pub struct StatusLocale {
    /// `fr-FR`.
    pub tag: String,
    /// What the reader calls the language.
    pub name: String,
    /// Address of its own status page.
    pub address: String,
    /// Documents that are up to date or newest, of all.
    pub fresh: usize,
    /// All documents.
    pub total: usize,
    /// `fresh` of `total` in per cent, rounded down.
    pub percent: usize,
    /// The share in the reader's words: `12 of 14`.
    pub summary: String,
}

/// A document of the matrix.
#[derive(Clone, Debug, Serialize)]
pub struct StatusRow {
    /// Its title.
    pub title: String,
    /// Language of the title, where it is not the page's.
    pub language: Option<String>,
    /// Of its page.
    pub address: Option<String>,
    /// One for each column.
    pub cells: Vec<StatusCell>,
}

/// A document in one locale.
#[derive(Clone, Debug, Serialize)]
pub struct StatusCell {
    /// A verdict: `newest`, `up-to-date`, `behind`, `incomplete`, `missing`, `orphan`, `unknown`,
    /// or `absent`.
    pub status: &'static str,
    /// The verdict in the reader's words.
    pub label: String,
    /// Of the page; none where there is none.
    pub address: Option<String>,
    /// Share of the reference's sections, in per cent.
    pub coverage: Option<u8>,
    /// In the reader's words: how far behind.
    pub detail: Option<String>,
}
