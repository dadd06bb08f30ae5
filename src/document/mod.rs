//! One source, read: front matter, sections, links, dates, and what survives translation.

pub mod construct;
pub mod tag;

pub mod front_matter;
pub mod manuscript;
pub mod outline;
pub mod prose;
pub mod units;

pub mod revision;
