//! What CLDR knows of a language's dates: names of months and week days, order, separators, digits.

use std::fmt::{self, Write};

use icu::calendar::{Date, Gregorian};
use icu::datetime::fieldsets::enums::{
    CalendarPeriodFieldSet, CompositeDateTimeFieldSet as FieldSet, DateFieldSet,
};
use icu::datetime::fieldsets::{E, M, YM, YMD, YMDE};
use icu::datetime::input::{DateTime, Time};
use icu::datetime::{FixedCalendarDateTimeFormatter, parts};
use writeable::{Part, PartsWrite, Writeable};

use crate::locale::tag::Locale;

/// In which order a language writes a date in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// `15 May`.
    DayFirst,
    /// `May 15`.
    MonthFirst,
}

/// A name as CLDR writes it somewhere in a date.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthName {
    /// As a text has it, in lower case.
    pub name: String,
    /// 1 to 12.
    pub month: u8,
    /// Shorter than the full name, so a full stop after it does not end the sentence.
    pub short: bool,
}

/// What CLDR knows of a language's dates.
#[derive(Clone, Debug)]
pub struct Names {
    /// Every name of every month.
    pub months: Vec<MonthName>,
    /// In lower case.
    pub weekdays: Vec<String>,
    /// Whether day or month comes first in short dates.
    pub order: Order,
    /// A full stop follows the number of the day: `31. Dezember`.
    pub day_stop: bool,
    /// A full stop follows the year: `2024. augusztus`.
    pub year_stop: bool,
    /// What parts the numbers of a short date whose year has two digits, where it has.
    pub short_year: Option<char>,
    /// What parts the numbers of a short date.
    pub separator: Option<char>,
}

/// The pieces of a formatted date, in order.
type Pieces = Vec<(Option<Part>, String)>;

/// One way in which a language writes a date.
struct Pattern(Option<FixedCalendarDateTimeFormatter<Gregorian, FieldSet>>);

impl Names {
    /// Asks CLDR for a language. A language that it lacks has numeric dates only.
    pub fn of(locale: &Locale) -> Self {
        let long = Pattern::new(locale, DateFieldSet::YMD(YMD::long())).write(5, 23);
        let short = Pattern::new(locale, DateFieldSet::YMD(YMD::short())).write(5, 23);
        Self {
            months: months(locale),
            weekdays: weekdays(locale),
            order: order(&short),
            day_stop: follows(&long, parts::DAY),
            year_stop: follows(&long, parts::YEAR),
            short_year: short_year(&short),
            separator: separator(&short),
        }
    }
}

impl Pattern {
    fn new(locale: &Locale, fields: DateFieldSet) -> Self {
        Self(
            FixedCalendarDateTimeFormatter::try_new((&locale.icu()).into(), FieldSet::Date(fields))
                .ok(),
        )
    }

    fn period(locale: &Locale, fields: CalendarPeriodFieldSet) -> Self {
        let fields = FieldSet::CalendarPeriod(fields);
        Self(FixedCalendarDateTimeFormatter::try_new((&locale.icu()).into(), fields).ok())
    }

    /// A day of 2021, whose January begins on a Friday.
    fn write(&self, month: u8, day: u8) -> Pieces {
        let mut sink = Sink::default();
        if let (Some(format), Ok(date)) = (&self.0, Date::try_new_gregorian(2021, month, day)) {
            let moment = DateTime {
                date,
                time: Time::start_of_day(),
            };
            // A name that CLDR lacks is written by its code; such pieces hold digits and are left out.
            let _ = format.format(&moment).write_to_parts(&mut sink);
        }
        sink.pieces
    }
}

fn months(locale: &Locale) -> Vec<MonthName> {
    let long = [
        Pattern::new(locale, DateFieldSet::YMD(YMD::long())),
        Pattern::new(locale, DateFieldSet::YMDE(YMDE::long())),
        // `YM::long` would do as well, but ICU4X 2.4 has a broken pattern for it in Portuguese.
        Pattern::period(locale, CalendarPeriodFieldSet::M(M::long())),
    ];
    let medium = [
        Pattern::new(locale, DateFieldSet::YMD(YMD::medium())),
        Pattern::period(locale, CalendarPeriodFieldSet::YM(YM::medium())),
    ];
    let mut found: Vec<_> = (1..=12)
        .flat_map(|month| month_names(&long, &medium, month))
        .collect();
    found.sort();
    found.dedup();
    found
}

fn month_names(long: &[Pattern], medium: &[Pattern], month: u8) -> Vec<MonthName> {
    let names = |patterns: &[Pattern]| {
        patterns
            .iter()
            .flat_map(|p| named(&p.write(month, 1), parts::MONTH))
            .collect::<Vec<_>>()
    };
    let (long, medium) = (names(long), names(medium));
    let cut = medium
        .into_iter()
        .filter(|name| !long.iter().any(|full| same(full, name)));
    let cut: Vec<_> = cut
        .map(|name| MonthName {
            name,
            month,
            short: true,
        })
        .collect();
    long.into_iter()
        .map(|name| MonthName {
            name,
            month,
            short: false,
        })
        .chain(cut)
        .collect()
}

fn weekdays(locale: &Locale) -> Vec<String> {
    let patterns = [
        Pattern::new(locale, DateFieldSet::E(E::long())),
        Pattern::new(locale, DateFieldSet::E(E::medium())),
        Pattern::new(locale, DateFieldSet::YMDE(YMDE::long())),
        Pattern::new(locale, DateFieldSet::YMDE(YMDE::medium())),
    ];
    let written = |day| {
        patterns
            .iter()
            .flat_map(move |p| named(&p.write(1, day), parts::WEEKDAY))
    };
    let mut found: Vec<_> = (1..=7).flat_map(written).collect();
    found.sort();
    found.dedup();
    found
}

/// Pieces of one kind that are words: Chinese and Korean write months in numbers.
fn named(written: &Pieces, kind: Part) -> Vec<String> {
    let pieces = written.iter().filter(|(part, _)| *part == Some(kind));
    let words = pieces.map(|(_, text)| text.trim_end_matches('.').to_owned());
    words
        .filter(|name| !name.is_empty() && !name.chars().any(char::is_numeric))
        .collect()
}

fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

fn order(short: &Pieces) -> Order {
    let place = |kind| short.iter().position(|(part, _)| *part == Some(kind));
    let year_first =
        place(parts::YEAR) < place(parts::DAY) && place(parts::YEAR) < place(parts::MONTH);
    if !year_first && place(parts::MONTH) < place(parts::DAY) {
        Order::MonthFirst
    } else {
        Order::DayFirst
    }
}

fn follows(long: &Pieces, kind: Part) -> bool {
    let after = long
        .iter()
        .position(|(part, _)| *part == Some(kind))
        .map(|at| at + 1);
    after
        .and_then(|at| long.get(at))
        .is_some_and(|(_, text)| text.starts_with('.'))
}

fn short_year(short: &Pieces) -> Option<char> {
    let year = short.iter().find(|(part, _)| *part == Some(parts::YEAR))?;
    separator(short).filter(|_| year.1.chars().count() == 2)
}

fn separator(short: &Pieces) -> Option<char> {
    let signs = short.iter().filter(|(part, _)| part.is_none());
    signs
        .filter_map(|(_, text)| text.trim().chars().next())
        .next()
}

/// Takes a formatted date apart. Only the fields of dates count, not the digits inside them.
#[derive(Default)]
struct Sink {
    pieces: Pieces,
    inside: Option<Part>,
}

impl Write for Sink {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        match self.pieces.last_mut() {
            Some((part, piece)) if *part == self.inside => piece.push_str(text),
            _ => self.pieces.push((self.inside, text.to_owned())),
        }
        Ok(())
    }
}

impl PartsWrite for Sink {
    type SubPartsWrite = Self;

    fn with_part(
        &mut self,
        part: Part,
        mut write: impl FnMut(&mut Self) -> fmt::Result,
    ) -> fmt::Result {
        let outer = self.inside;
        if part.category == parts::MONTH.category {
            self.inside = Some(part);
        }
        let written = write(self);
        self.inside = outer;
        written
    }
}
