//! `::: zone pivot="csharp"`: a block for one choice of the reader, or for one kind of page.

use crate::document::construct::Container;
use crate::document::construct::colon::{Attributes, Read, begin, only};

/// A block that is shown for a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// The choices that show it; empty where it is shown for all.
    pub pivots: Vec<String>,
    /// `docs`, `chromeless` or `pdf`.
    pub target: Option<String>,
}

/// Reads the attributes of `:::zone`.
pub fn read(attributes: &Attributes<'_>) -> Read {
    only(attributes, &["pivot", "target"])?;
    let pivots = attributes.get("pivot").unwrap_or("");
    let pivots = pivots.split(',').map(str::trim).filter(|p| !p.is_empty());
    let pivots: Vec<String> = pivots.map(str::to_owned).collect();
    let named = |pivot: &String| {
        pivot
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    if let Some(pivot) = pivots.iter().find(|pivot| !named(pivot)) {
        return Err(format!("`{pivot}` is no name of a pivot"));
    }
    let target = attributes.filled("target").map(|t| t.trim().to_owned());
    let known = |target: &String| ["docs", "chromeless", "pdf"].contains(&target.as_str());
    if let Some(target) = target.iter().find(|target| !known(target)) {
        return Err(format!("`{target}` is no target"));
    }
    if pivots.is_empty() && target.is_none() {
        return Err("it has neither `pivot` nor `target`".to_owned());
    }
    begin(Container::Zone(Zone { pivots, target }))
}
