//! `:::no-loc text="Azure":::`: words that no translation changes.

use crate::document::construct::Construct;
use crate::document::construct::colon::{Attributes, Read, need, only};

/// Words that no translation changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The words that are shown.
    pub text: String,
}

/// Reads the attributes of `:::no-loc`.
pub fn read(attributes: &Attributes<'_>) -> Read {
    only(attributes, &["text"])?;
    let text = need(attributes, "text")?.to_owned();
    Ok(Construct::Term(Term { text }))
}
