//! `::: form action="create-resource" submitText="Create" :::`: a button of the portal that the
//! page was written for. Elsewhere it does nothing.

use crate::document::construct::Construct;
use crate::document::construct::colon::{Attributes, Read, need, only};

/// A button without effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What its button says.
    pub label: String,
}

/// Reads the attributes of `:::form`.
pub fn read(attributes: &Attributes<'_>) -> Read {
    only(
        attributes,
        &["action", "submitText", "model", "resource", "properties"],
    )?;
    need(attributes, "action")?;
    let label = need(attributes, "submitText")?.to_owned();
    Ok(Construct::Form(Form { label }))
}
