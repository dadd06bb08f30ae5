//! Which translations lag behind, by how much, and what says so.

pub mod testimony;
pub mod verdict;

pub mod anchor;
pub mod places;

pub mod values;

pub mod changes;

pub mod judged;

pub mod edited;

pub mod standing;

pub mod outdated;

pub mod rules;

pub mod listing;

use crate::check::{Check, Scope};

/// How translations stand to the newest text.
pub const CHECK: Check = Check {
    rules: rules::ALL,
    scope: Scope::Document(rules::findings),
};
