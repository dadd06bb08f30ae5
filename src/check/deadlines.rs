//! Dates that ask something of the reader: past, near, told otherwise elsewhere, or lost.

pub mod status;

pub mod passed;

pub mod disagreement;

pub mod differs;

pub mod dropped;

pub mod relative;

pub mod listing;

pub mod calendar;

use crate::check::{Check, Context};
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
    run,
};

fn run(context: &Context<'_>) -> Vec<Finding> {
    let mut findings = passed::find(context);
    findings.extend(differs::find(context));
    findings.extend(dropped::find(context));
    findings.extend(relative::find(context));
    findings
}
