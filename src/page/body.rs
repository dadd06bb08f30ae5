//! A page's text as HTML: every link resolved, every id its own, every word in its language.
//!
//! Nothing that a page says can end a build or run in a reader's browser: text is escaped for
//! where it stands, addresses are checked, and raw HTML passes tag by tag through a list.

mod address;
mod allowed;
mod blocks;
mod code;
mod containers;
mod dated;
mod elements;
pub mod escape;
mod footnotes;
mod heading;
pub mod highlight;
mod ids;
mod links;
mod pictures;
mod raw;
mod samples;
mod sanitize;
mod tables;
mod tabs;
mod unit;
mod video;
mod writer;

use std::collections::BTreeMap;

use crate::config::Html;
use crate::document::manuscript::{Manuscript, Placed};
use crate::document::revision::Revision;
use crate::finding::Finding;
use crate::locale::tag::Locale;
use crate::page::body::highlight::Highlighter;
use crate::path::SourcePath;

/// Where a link leads, once asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// An address on this site, root-relative with its fragment, or `#fragment`.
    Here(String),
    /// An address elsewhere, with its scheme.
    Elsewhere(String),
    /// It leads outside this site and has no address: its text is marked so.
    Outside,
    /// It is broken: its text stands alone.
    Nowhere,
}

impl Destination {
    /// The address, where there is one.
    pub fn address(&self) -> Option<&str> {
        match self {
            Self::Here(address) | Self::Elsewhere(address) => Some(address),
            Self::Outside | Self::Nowhere => None,
        }
    }
}

/// The one who knows where targets lead. `part` is the file that a target is written in.
pub trait Resolve: Sync {
    /// Where a link leads.
    fn link(&self, part: &SourcePath, target: &str) -> Destination;
    /// Where an image stands.
    fn image(&self, part: &SourcePath, target: &str) -> Destination;
    /// What a reference by `uid` is called, where a page has it. `target` begins with `xref:`.
    fn title(&self, part: &SourcePath, target: &str) -> Option<String>;
    /// The text of a file that a page shows as code.
    fn code_sample(&self, part: &SourcePath, target: &str) -> Option<String>;
}

/// What is known around a page's text.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// Gives sections with their ids, and dates.
    pub revision: &'a Revision,
    /// Knows where targets lead.
    pub resolve: &'a dyn Resolve,
    /// Words of the interface by their key, with `_`. A key without a word stands for itself.
    pub words: &'a BTreeMap<String, String>,
    /// Whether raw HTML is trusted.
    pub html: Html,
    /// A second id that a section answers to, by its index.
    pub aliases: &'a BTreeMap<u16, &'a str>,
    /// The language that the sentences of a bilingual page were translated from.
    pub source: &'a Locale,
    /// HTML to be put beside sections.
    pub markers: &'a [Marker],
    /// What the pivots of zones are called, by their names.
    pub pivots: &'a BTreeMap<String, String>,
    /// Colours code.
    pub code: &'a Highlighter,
}

/// HTML that is put beside a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Its index.
    pub section: u16,
    /// Before or behind the text of the section.
    pub spot: Spot,
    /// As it is put there.
    pub html: String,
}

/// Where a marker stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// After the section's heading.
    Heading,
    /// After the section's text.
    End,
}

/// A page's text as HTML.
#[derive(Debug, Default)]
pub struct Body {
    /// As it is put into the page.
    pub html: String,
    /// What was wrong on the way.
    pub findings: Vec<Finding>,
}

/// Writes the pieces of a manuscript as HTML.
pub fn write(manuscript: &Manuscript, pieces: &[Placed<'_>], setting: &Setting<'_>) -> Body {
    let mut writer = writer::Writer::new(manuscript, pieces, setting);
    for (index, placed) in pieces.iter().enumerate() {
        writer.piece(index, placed);
    }
    writer.finish()
}

impl<'a> Setting<'a> {
    /// A word of the interface; its key where it has none.
    pub fn word(&self, key: &'a str) -> &'a str {
        self.words.get(key).map_or(key, String::as_str)
    }
}
