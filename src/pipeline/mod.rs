//! The stages in order, from files to a catalog, to findings, to a site.

pub mod project;

pub mod fragments;

pub mod read;

pub mod review;
pub mod since;
pub mod units;

pub mod inspect;
pub mod update;

pub mod render;

pub mod find;

pub mod furnish;

pub mod artifacts;
pub mod build;
