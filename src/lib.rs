//! Instep turns guides in many languages into a versioned, cross-linked site, and says where each
//! translation lags.
//!
//! The modules below stand in reading order: each uses only those above it.

#![warn(
    clippy::dbg_macro,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::todo,
    clippy::unwrap_used,
    clippy::wildcard_imports
)]

pub mod locale;
pub mod path;

pub mod memo;
pub mod nearest;

pub mod finding;
pub mod source;

pub mod messages;

pub mod calendar;
pub mod compare;
pub mod dates;

pub mod config;
pub mod document;

pub mod catalog;
pub mod check;

pub mod page;
pub mod site;

pub mod pipeline;

pub mod import;

pub mod report;

pub mod io;

pub mod rules;
pub mod schemas;

pub mod cli;
