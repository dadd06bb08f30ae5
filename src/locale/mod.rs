//! Languages: tags, fallback, direction, and how each writes dates, numbers, lists and names.

pub mod tag;

pub mod format;
pub mod name;
pub mod order;
pub mod words;
