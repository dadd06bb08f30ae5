//! `:::row:::` and `:::column span="2":::`: blocks side by side.

use crate::document::construct::Container;
use crate::document::construct::colon::{Attributes, Read, begin, only};

/// One block of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// How many columns it is wide.
    pub span: u8,
}

/// Reads the attributes of `:::row`.
pub fn read_row(attributes: &Attributes<'_>) -> Read {
    only(attributes, &["count"])?;
    begin(Container::Row)
}

/// Reads the attributes of `:::column`.
pub fn read(attributes: &Attributes<'_>) -> Read {
    only(attributes, &["span"])?;
    let span = match attributes.filled("span") {
        None => 1,
        Some(text) => text
            .trim()
            .parse()
            .ok()
            .filter(|span| (1..=12).contains(span))
            .ok_or("`span` is no number from 1 to 12")?,
    };
    begin(Container::Column(Column { span }))
}
