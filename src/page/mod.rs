//! Pages with every decision taken: a theme only puts them in their place.

pub mod body;
pub mod model;
