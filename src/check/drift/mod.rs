//! Which translations lag behind, by how much, and what says so.

pub mod testimony;
pub mod verdict;

pub mod changes;

pub mod edited;

pub mod standing;

pub mod rules;

pub mod listing;

use crate::check::Check;

pub const CHECK: Check = Check {
    rules: rules::ALL,
    of: |context, asked| rules::findings(context, asked.id),
};
