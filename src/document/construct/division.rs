//! `> [!div class="nextstepaction"]`: a part of a quote with a class of its own.

use std::ops::Range;

use crate::document::construct::{Construct, Container};
use crate::document::tag;

/// A quote that is shown in another way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Division {
    /// `checklist`, `nextstepaction`, `op_single_selector`…
    pub class: String,
    /// Its id, where it has one.
    pub id: Option<String>,
    /// Attributes that begin with `data-`, and the titles of selectors.
    pub data: Vec<(String, String)>,
}

/// Reads the marker, where nothing follows it on its line: the line from its `[` on, and what it
/// says after the word.
pub fn read(start: usize, line: &str, said: &str) -> Option<(Range<usize>, Construct)> {
    let inner = said.strip_suffix(']')?;
    let attributes = tag::attributes(inner);
    let mut division = Division::default();
    for (name, value) in attributes {
        let value = value.trim_matches('`').trim_end_matches('"').to_owned();
        match name.trim_start_matches('`') {
            "class" => division.class = value,
            "id" if name == "id" || inner.ends_with('`') => division.id = Some(value),
            "title" => division.data.push(("data-title".to_owned(), value)),
            data if data.starts_with("data-") => division.data.push((data.to_owned(), value)),
            _ => {}
        }
    }
    let container = Container::Division(division);
    Some((start..start + line.len(), Construct::Section(container)))
}
