//! The stages in order, from files to a catalog, to findings, to a site.

pub mod share;
pub mod sources;

pub mod project;

pub mod text;

pub mod fragments;

pub mod mentions;

pub mod intake;
pub mod kept;
pub mod recall;

pub mod read;

pub mod review;
pub mod since;
pub mod units;

pub mod navigation;

pub mod inspect;
pub mod mend;
pub mod update;

pub mod stamped;

pub mod redo;

pub mod render;

pub mod find;

pub mod before;
pub mod keys;
pub mod paired;

pub mod resources;

pub mod furnish;

pub mod plan;

pub mod artifacts;
pub mod build;
