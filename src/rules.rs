//! Every rule of the program, for `instep explain`, settings, the manual and SARIF.

use crate::catalog::{identity, navigation};
use crate::check::{CHECKS, suppression};
use crate::config::repository;
use crate::document::construct::{alert, block, code, colon, include};
use crate::document::reading::bounds;
use crate::document::{front_matter, glued, yaml};
use crate::finding::Rule;
use crate::import::plan;
use crate::io::input;
use crate::messages::check as messages;
use crate::pipeline::read;
use crate::site::theme::{failure, options};
use crate::source;

/// Rules that are looked for while files are listed, read and rendered.
static OTHERS: &[&Rule] = &[
    &source::ENCODING,
    &input::SYMLINK_OUTSIDE,
    &input::SPECIAL_FILE,
    &input::TOO_LARGE,
    &input::FILE_NAME,
    &read::UNREADABLE,
    &repository::SETTINGS,
    &navigation::NAVIGATION,
    &yaml::YAML,
    &front_matter::rules::INVALID,
    &front_matter::rules::DUPLICATE_KEY,
    &front_matter::rules::UNKNOWN_KEY,
    &front_matter::rules::DATE_INVALID,
    &front_matter::rules::DATE_AMBIGUOUS,
    &identity::LOCALE_MISMATCH,
    &include::MISSING,
    &include::CYCLE,
    &include::TOO_DEEP,
    &bounds::TOO_MANY,
    &alert::UNKNOWN,
    &block::UNCLOSED,
    &code::MISSING,
    &colon::INVALID,
    &glued::GLUED,
    &suppression::UNUSED,
    &messages::MISSING,
    &messages::UNUSED,
    &messages::ARGUMENTS,
    &messages::DUPLICATE,
    &failure::ERROR,
    &options::OPTION,
    &plan::CONFLICT,
];

/// Every rule, in the order of the codes. A test finds those that are declared and not here.
pub fn all() -> Vec<&'static Rule> {
    let checks = CHECKS.iter().flat_map(|check| check.rules);
    let mut rules: Vec<&Rule> = checks.chain(OTHERS).copied().collect();
    rules.sort_by_key(|rule| rule.code);
    rules
}

/// The rule of a code, as settings and suppressions write it.
pub fn of(code: &str) -> Option<&'static Rule> {
    all().into_iter().find(|rule| rule.code == code)
}
