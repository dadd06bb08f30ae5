//! What a word can mean in or around a date.

use crate::dates::cue::Role;

/// What a word or phrase is inside a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// A month's name. `short`: it may end in a full stop; `proper`: it needs its capital.
    Month {
        /// 1 to 12.
        month: u8,
        /// Whether it may end in a full stop.
        short: bool,
        /// Whether it needs its capital.
        proper: bool,
    },
    /// The name of a day of the week.
    Weekday,
    /// A word inside a date that says nothing: `of`.
    Joiner,
    /// What makes a number an ordinal: `th`.
    Ordinal,
    /// What stands between the ends of a range: `to`.
    Range,
    /// A word after a number that says what it is.
    Behind(Field),
    /// A word before a number that says what it is.
    Ahead(Field),
    /// What only looks like a number with a unit: a month's issue, a diary.
    Never,
    /// An era that begins in this year.
    Era(i16),
    /// A word after which a number is no date: `version`.
    Label,
    /// A word around a date that says nothing.
    Filler,
    /// The name of a limit: `deadline`.
    Name(Role),
    /// What ties a date to such a name: `is`.
    Link,
    /// `from`, where a range follows.
    Start,
    /// A word after the hour of a day.
    Hour,
    /// `quarter`.
    Quarter,
    /// `half`.
    Half,
    /// A word that is a number: `first`.
    Count(u8),
}

/// A field of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The year.
    Year,
    /// The month.
    Month,
    /// The day.
    Day,
}

impl Sense {
    /// Whether a date in words has a word of this sense: it names a month or a part of a year.
    pub fn bears_date(self) -> bool {
        matches!(
            self,
            Self::Month { .. }
                | Self::Behind(Field::Month)
                | Self::Ahead(Field::Month)
                | Self::Quarter
                | Self::Half
        )
    }
}
