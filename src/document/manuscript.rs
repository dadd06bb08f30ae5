//! A page and the fragments it includes, as one run of Markdown events with their places.

mod cuts;
mod dollars;
mod flat;
mod loading;
mod mask;
mod parsing;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Options};

use crate::config::Config;
use crate::document::construct::alert::Alert;
use crate::document::construct::{self, Construct, Container, Problem};
use crate::document::manuscript::cuts::Cuts;
use crate::document::manuscript::loading::Loading;
use crate::limits::Limits;
use crate::path::SourcePath;
use crate::source::Source;

/// A page and the fragments it includes. The page is part 0.
#[derive(Debug)]
pub struct Manuscript {
    /// The page, then its fragments.
    pub parts: Vec<Part>,
    dialect: Arc<Dialect>,
}

/// How the pages of a site are read, beyond Markdown.
#[derive(Clone, Debug, Default)]
pub struct Dialect {
    /// The most that a page may ask for.
    pub limits: Limits,
    /// The titles of alerts in every language of the site, in lower case: translators put them
    /// in the place of the marker's English word.
    pub alerts: BTreeMap<String, Alert>,
    /// The monikers that are built; all, where empty.
    pub versions: Vec<String>,
}

impl Dialect {
    /// That of a site, with the titles of its alerts.
    pub fn new(config: &Config, alerts: BTreeMap<String, Alert>) -> Self {
        Self {
            limits: config.limits.clone(),
            alerts,
            versions: config.versions.clone(),
        }
    }
}

/// One file of a manuscript.
#[derive(Debug)]
pub struct Part {
    /// The file.
    pub source: Arc<Source>,
    /// The text with front matter blanked, constructs behind markers of the same length, and the
    /// indent of columns cut.
    masked: String,
    /// What stands in `masked` for single dollars.
    dollar: Option<char>,
    /// The way from offsets in `masked` to those in the source.
    cuts: Cuts,
    /// Constructs by the place of their marker, in order.
    constructs: Vec<(Range<usize>, Construct)>,
}

/// A Markdown event, or a construct beyond Markdown.
#[derive(Clone, Debug)]
pub enum Piece<'a> {
    /// As Markdown has it.
    Markdown(Event<'a>),
    /// A construct that holds blocks begins.
    Open(Container),
    /// It ends.
    Close(Container),
    /// A construct on its own.
    Construct(&'a Construct),
    /// Something is wrong here; nothing is shown of it.
    Problem(Problem),
}

/// A piece and the bytes of the part that it came from.
#[derive(Clone, Debug)]
pub struct Placed<'a> {
    /// What it is.
    pub piece: Piece<'a>,
    /// The file that it stands in, by its index.
    pub part: usize,
    /// The bytes it stands at.
    pub range: Range<usize>,
}

/// Where fragments and code samples come from, by the link as written in a file.
pub trait Fragments: Sync {
    /// The text that `target`, as written in `from`, names. `None` where there is none, or it
    /// lies outside the content.
    fn fragment(&self, from: &SourcePath, target: &str) -> Option<Arc<Source>>;
}

/// A tree without fragments.
#[derive(Debug)]
pub struct NoFragments;

impl Fragments for NoFragments {
    fn fragment(&self, _from: &SourcePath, _target: &str) -> Option<Arc<Source>> {
        None
    }
}

/// CommonMark with the extensions of GFM. Definition lists and wiki links break Learn pages.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_MATH
}

impl Manuscript {
    /// Reads a page with everything it includes. `body` is where its text begins.
    pub fn read(
        page: Arc<Source>,
        body: usize,
        fragments: &dyn Fragments,
        dialect: &Arc<Dialect>,
    ) -> Self {
        let mut loading = Loading::new(fragments, dialect);
        loading.part(page, body, &mut Vec::new());
        Self {
            parts: loading.parts,
            dialect: dialect.clone(),
        }
    }

    /// The events of the page with those of its fragments in place.
    pub fn pieces(&self) -> Vec<Placed<'_>> {
        let mut pieces = Vec::with_capacity(self.parts[0].masked.len() / 12);
        parsing::push(self, 0, &mut pieces);
        construct::lift(self, pieces)
    }

    /// How it was read.
    pub fn dialect(&self) -> &Dialect {
        &self.dialect
    }

    /// The source of a piece, for findings.
    pub fn source(&self, placed: &Placed<'_>) -> &Source {
        &self.parts[placed.part].source
    }

    /// The bytes of a piece as written.
    pub fn text(&self, placed: &Placed<'_>) -> &str {
        &self.source(placed).text[placed.range.clone()]
    }

    /// Whether anything beyond Markdown stands in it.
    pub fn has_constructs(&self) -> bool {
        self.parts.iter().any(|part| !part.constructs.is_empty())
    }
}
