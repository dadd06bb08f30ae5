//! What is looked for in documents, one file an analysis.

pub mod align;
