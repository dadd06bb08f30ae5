//! Where a deadline stands on a day.

use jiff::ToSpan;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::dates::cue::{Precision, Role};
use crate::document::revision::DateMention;

/// Where a deadline stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// The day lies behind.
    Passed,
    /// It is today or within the days that settings call near.
    Due,
    /// It lies further ahead.
    Upcoming,
}

impl Status {
    /// The status of what is so many days ahead. On the day before which something was to be done,
    /// it is too late.
    pub fn of(days: i64, role: Role, due_within: i64) -> Self {
        match days {
            ..0 => Self::Passed,
            0 if role == Role::Before => Self::Passed,
            _ if days <= due_within => Self::Due,
            _ => Self::Upcoming,
        }
    }

    /// The word for it in every format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Due => "due",
            Self::Upcoming => "upcoming",
        }
    }
}

/// Whether a date asks anything of the reader.
pub fn is_deadline(mention: &DateMention) -> bool {
    mention.role != Role::Mention
}

/// Whether a date is one that readers must not miss.
pub fn is_limit(mention: &DateMention) -> bool {
    matches!(mention.role, Role::Before | Role::By)
}

/// The day that counts of a date. Of a month, quarter or year that the deadline includes ("by" and
/// "on") it is the last day; where it lies before or after the period it is the first.
pub fn limit(mention: &DateMention) -> Date {
    match mention.role {
        Role::By | Role::On => last_day(mention.date, mention.precision),
        Role::Before | Role::After | Role::Mention => mention.date,
    }
}

/// Days from `today` to the day that counts; negative where it lies behind.
pub fn days(mention: &DateMention, today: Date) -> i64 {
    limit(mention).duration_since(today).as_hours() / 24
}

/// The last day of the period that begins on `first`.
pub fn last_day(first: Date, precision: Precision) -> Date {
    let length = match precision {
        Precision::Day => return first,
        Precision::Month => 1.month(),
        Precision::Quarter => 3.months(),
        Precision::Year => 1.year(),
    };
    let next = first.first_of_month().saturating_add(length);
    next.yesterday().unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Status, last_day};
    use crate::dates::cue::{Precision, Role};

    #[test]
    fn a_period_ends_on_its_last_day() {
        let first = date(2020, 1, 1);
        assert_eq!(last_day(first, Precision::Day), first);
        assert_eq!(
            last_day(date(2020, 2, 1), Precision::Month),
            date(2020, 2, 29)
        );
        assert_eq!(last_day(first, Precision::Quarter), date(2020, 3, 31));
        assert_eq!(last_day(first, Precision::Year), date(2020, 12, 31));
    }

    #[test]
    fn the_day_itself_is_due_and_not_passed() {
        assert_eq!(Status::of(0, Role::By, 30), Status::Due);
        assert_eq!(Status::of(-1, Role::By, 30), Status::Passed);
        assert_eq!(Status::of(30, Role::By, 30), Status::Due);
        assert_eq!(Status::of(31, Role::By, 30), Status::Upcoming);
    }

    #[test]
    fn before_a_day_is_over_when_it_begins() {
        assert_eq!(Status::of(0, Role::Before, 30), Status::Passed);
        assert_eq!(Status::of(1, Role::Before, 30), Status::Due);
    }
}
