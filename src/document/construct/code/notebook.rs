//! Cells of Jupyter notebooks (nbformat 4), by the name in their metadata.

use serde_json::Value;

/// The source of the one cell with that name. `None` where none or several have it.
pub fn cell(text: &str, name: &str) -> Option<String> {
    let notebook: Value = serde_json::from_str(text).ok()?;
    let named = |cell: &&Value| cell["metadata"]["name"].as_str() == Some(name);
    let mut cells = notebook["cells"].as_array()?.iter().filter(named);
    let (cell, other) = (cells.next()?, cells.next());
    if other.is_some() {
        return None;
    }
    match &cell["source"] {
        Value::String(source) => Some(source.clone()),
        Value::Array(lines) => Some(lines.iter().filter_map(Value::as_str).collect()),
        _ => None,
    }
}
