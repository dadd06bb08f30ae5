//! `:::no-loc text="Azure":::`: words that no translation changes.

use crate::document::construct::Construct;
use crate::document::construct::colon::{Attributes, Read, need, only};

/// Words that no translation changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub text: String,
}

pub fn read(attributes: &Attributes<'_>) -> Read {
    only(attributes, &["text"])?;
    let text = need(attributes, "text")?.to_owned();
    Ok(Construct::Term(Term { text }))
}
