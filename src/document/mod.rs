//! One source, read: front matter, sections, links, dates, and what survives translation.

pub mod ascii;
pub mod tag;

pub mod construct;
pub mod front_matter;
pub mod manuscript;
pub mod outline;
pub mod passages;
pub mod prose;
pub mod review;
pub mod sentences;
pub mod shape;
pub mod units;
pub mod yaml;

pub mod glued;

pub mod suppression;
pub mod terms;

pub mod revision;

pub mod reading;
