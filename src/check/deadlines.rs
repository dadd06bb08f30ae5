//! Dates that ask something of the reader: past, near, told otherwise elsewhere, or lost.

pub mod status;

pub mod passed;

mod named;

pub mod disagreement;

pub mod differs;

pub mod dropped;

pub mod relative;

pub mod listing;

pub mod calendar;

use crate::check::{Asked, Check, Context, Scope};
use crate::finding::Finding;

/// Deadlines: passed, due, dropped, differing between languages.
pub const CHECK: Check = Check {
    rules: &[
        &passed::PASSED,
        &passed::DUE,
        &differs::DIFFERS,
        &differs::ROLE_DIFFERS,
        &dropped::DROPPED,
        &relative::RELATIVE,
    ],
    scope: Scope::Document(find),
};

/// What is wrong with the dates of a document.
pub fn find(context: &Context<'_>, asked: &Asked<'_>) -> Vec<Finding> {
    let mut findings = passed::find(context, asked.document);
    findings.extend(differs::find(context, asked));
    findings.extend(dropped::find(context, asked.document));
    findings.extend(relative::find(context, asked.document));
    findings
}
