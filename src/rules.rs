//! Every rule of the program, for the manual, `instep explain` and reports.

use crate::catalog::{identity, navigation};
use crate::check::{CHECKS, suppression};
use crate::document::construct::{alert, block, code, colon, include};
use crate::document::{front_matter, glued};
use crate::finding::Rule;
use crate::import::plan;
use crate::io::input;
use crate::messages::check as messages;
use crate::pipeline::read;
use crate::site::theme::{failure, options};
use crate::source;

/// Every rule, by code.
pub fn all() -> Vec<&'static Rule> {
    let mut rules: Vec<&'static Rule> = vec![
        &front_matter::INVALID,
        &front_matter::DUPLICATE_KEY,
        &front_matter::UNKNOWN_KEY,
        &front_matter::DATE_INVALID,
        &front_matter::DATE_AMBIGUOUS,
        &identity::LOCALE_MISMATCH,
        &navigation::NAVIGATION,
        &include::MISSING,
        &include::CYCLE,
        &include::TOO_DEEP,
        &alert::UNKNOWN,
        &block::UNCLOSED,
        &code::MISSING,
        &colon::INVALID,
        &plan::CONFLICT,
        &input::ADDRESS_COLLISION,
        &input::FILE_NAME,
        &input::SPECIAL_FILE,
        &input::SYMLINK_OUTSIDE,
        &input::TOO_LARGE,
        &messages::ARGUMENTS,
        &messages::MISSING,
        &messages::UNUSED,
        &failure::ERROR,
        &options::OPTION,
        &glued::GLUED,
        &suppression::UNUSED,
        &read::UNREADABLE,
        &source::ENCODING,
    ];
    rules.extend(CHECKS.iter().flat_map(|check| check.rules));
    rules.sort_by_key(|rule| rule.code);
    rules.dedup_by_key(|rule| rule.code);
    rules
}
