//! What Learn pages have beyond Markdown, one file each.

use std::ops::Range;

use pulldown_cmark::Options;

use crate::document::manuscript::{Manuscript, Placed};

pub mod alert;
pub mod include;

/// A construct that stands behind a marker of its own.
#[derive(Clone, Debug)]
pub enum Construct {
    Include(include::Include),
}

/// A construct that holds other blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Container {
    Alert(alert::Alert),
}

/// Finds the constructs of a text that need a marker, in order, outside of code.
pub fn find(text: &str, options: Options) -> Vec<(Range<usize>, Construct)> {
    include::find(text, options)
}

/// Turns Markdown events that spell a construct into that construct.
pub fn lift<'a>(manuscript: &'a Manuscript, pieces: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
    alert::lift(manuscript, pieces)
}
