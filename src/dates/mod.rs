//! Dates in prose: where a text names one, which it is, and what it asks of the reader.
//!
//! What a language calls its months and in which order it writes a date comes from CLDR; what CLDR
//! lacks (cue words, ordinals, words inside a date) from `locales/<language>/dates.yaml`.

pub mod fold;

pub mod glance;
pub mod token;

pub mod cue;
pub mod names;
pub mod sense;
pub mod vocabulary;

pub mod lexicon;

pub mod reading;

pub mod numeric;

pub mod piece;

pub mod written;

pub mod quarter;

pub mod range;

pub mod months;

pub mod span;

pub mod role;

pub mod relative;

pub mod scan;
