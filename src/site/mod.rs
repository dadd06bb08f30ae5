//! Pages through a theme, and what stands beside them.

pub mod assets;
pub mod theme;
