//! Which dates a text names, in whatever precision: a section may have thousands.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::check::deadlines::status::last_day;
use crate::document::revision::DateMention;

/// The dates that are named, to be asked for.
#[derive(Debug)]
pub struct Named {
    /// The first and last days of periods in the order of the first, each with the latest last day up to
    /// there.
    periods: Vec<(Date, Date)>,
    /// Months and days of all dates.
    days: BTreeSet<(i8, i8)>,
    /// Months and days of those without a year of their own.
    yearless: BTreeSet<(i8, i8)>,
}

impl Named {
    /// Of these.
    pub fn new<'a>(mentions: impl Iterator<Item = &'a DateMention>) -> Self {
        let mut named = Self {
            periods: Vec::new(),
            days: BTreeSet::new(),
            yearless: BTreeSet::new(),
        };
        for mention in mentions {
            named.days.insert(day(mention));
            if mention.yearless {
                named.yearless.insert(day(mention));
            } else {
                named.periods.push(period(mention));
            }
        }
        named.periods.sort_unstable();
        let mut latest = Date::MIN;
        for (_, last) in &mut named.periods {
            latest = latest.max(*last);
            *last = latest;
        }
        named
    }

    /// Whether one of them can mean the same as another date: one period lies in the other. Where the
    /// year is taken from the page's date, pages of other dates give other years.
    pub fn has(&self, mention: &DateMention) -> bool {
        if mention.yearless {
            return self.days.contains(&day(mention));
        }
        let (first, last) = period(mention);
        let begun = self.periods.partition_point(|(other, _)| *other <= last);
        let overlaps = begun > 0 && self.periods[begun - 1].1 >= first;
        overlaps || self.yearless.contains(&day(mention))
    }
}

fn day(mention: &DateMention) -> (i8, i8) {
    (mention.date.month(), mention.date.day())
}

fn period(mention: &DateMention) -> (Date, Date) {
    (mention.date, last_day(mention.date, mention.precision))
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::{Named, day, period};
    use crate::dates::cue::{Precision, Role};
    use crate::document::revision::{DateMention, Place};
    use crate::finding::Span;

    /// A number as a date: days, months, quarters and years of two years, one in five without a year.
    fn mention(number: usize) -> DateMention {
        let precisions = [
            Precision::Day,
            Precision::Day,
            Precision::Month,
            Precision::Quarter,
            Precision::Year,
        ];
        let precision = precisions[number % 5];
        let days = i64::try_from(number / 5 % 700).expect("it is less");
        let day = date(2019, 1, 1).saturating_add(days.days());
        let date = match precision {
            Precision::Day => day,
            Precision::Month => day.first_of_month(),
            Precision::Quarter => date(day.year(), (day.month() - 1) / 3 * 3 + 1, 1),
            Precision::Year => day.first_of_year(),
        };
        let part = 0;
        DateMention {
            date,
            precision,
            role: Role::By,
            cue: None,
            text: "".into(),
            place: Place {
                part,
                span: Span::FILE,
            },
            bytes: (0, 0),
            section: None,
            yearless: precision == Precision::Day && number.is_multiple_of(2),
            ambiguous: false,
        }
    }

    /// Whether two dates can mean the same.
    fn meet(a: &DateMention, b: &DateMention) -> bool {
        if a.yearless || b.yearless {
            return day(a) == day(b);
        }
        let ((a_first, a_last), (b_first, b_last)) = (period(a), period(b));
        a_first <= b_last && b_first <= a_last
    }

    #[test]
    fn a_date_is_named_where_one_of_them_can_mean_it() {
        let mut number = 1_usize;
        let mut next = || {
            number = number
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            mention(number >> 33)
        };
        let mut counts = [0, 0];
        for size in (0..12).cycle().take(600) {
            let others: Vec<DateMention> = (0..size).map(|_| next()).collect();
            let named = Named::new(others.iter());
            for _ in 0..20 {
                let asked = next();
                let has = others.iter().any(|other| meet(&asked, other));
                assert_eq!(named.has(&asked), has, "{asked:?} {others:?}");
                counts[usize::from(has)] += 1;
            }
        }
        assert!(counts.iter().all(|count| *count > 2_000), "{counts:?}");
    }
}
