//! Pages through a theme, and what stands beside them.

pub mod assets;
pub mod theme;

pub mod calendar;
pub mod feed;
pub mod headers;
pub mod plain;
pub mod redirects;
pub mod sitemap;
pub mod status;
