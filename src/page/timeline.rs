//! Deadlines over the years, drawn when the site is built. Where today stands among them is for the
//! reader's browser to say.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::locale::tag::{Direction, Locale};
use crate::messages::Argument;
use crate::page::desk::Desk;
use crate::page::model::status::{Bar, Tick, Timeline};

const WIDTH: i64 = 360;
/// Of the part with bars; the names of years stand below.
const HEIGHT: i64 = 32;
/// Deadlines nearer to each other than this share a bar.
const BAR: i64 = 3;
const SHORTEST: i64 = 4;
/// Names of years that have room side by side.
const TICKS: i16 = 6;

/// The drawing of deadlines by their days, which are in order. None where there are none.
pub fn of(desk: &Desk<'_>, reader: &Locale, days: &[Date]) -> Option<Timeline> {
    let (first, last) = (*days.first()?, *days.last()?);
    let axis = Axis {
        start: Date::new(first.year(), 1, 1).ok()?,
        end: Date::new(last.year().checked_add(1)?, 1, 1).ok()?,
        direction: reader.direction(),
    };
    let messages = &desk.language(reader).messages;
    let count = i64::try_from(days.len()).unwrap_or(i64::MAX);
    let arguments = [
        ("count", Argument::Number(count)),
        ("first", Argument::Day(first)),
        ("last", Argument::Day(last)),
    ];
    let years = last.year() - first.year() + 1;
    let step = usize::try_from((years + TICKS - 1) / TICKS).unwrap_or(1);
    let year = |year| Date::new(year, 1, 1).ok();
    let begin = (first.year()..=last.year()).step_by(step).filter_map(year);
    Some(Timeline {
        label: messages.plain("status-timeline", &arguments),
        first: axis.start.to_string(),
        last: axis.end.to_string(),
        ticks: begin
            .map(|day| Tick {
                x: axis.place(day),
                name: messages.formats().year(day),
            })
            .collect(),
        bars: bars(&axis, days),
    })
}

/// From the first day of a year to the first day of another, in the direction of reading.
struct Axis {
    start: Date,
    end: Date,
    direction: Direction,
}

impl Axis {
    fn place(&self, day: Date) -> i64 {
        let days = |from: Date, to: Date| i64::from((to - from).get_days());
        let along = days(self.start, day) * WIDTH / days(self.start, self.end).max(1);
        match self.direction {
            Direction::LeftToRight => along,
            Direction::RightToLeft => WIDTH - along,
        }
    }
}

fn bars(axis: &Axis, days: &[Date]) -> Vec<Bar> {
    let mut counts: BTreeMap<i64, i64> = BTreeMap::new();
    for day in days {
        *counts.entry(axis.place(*day) / BAR * BAR).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(1);
    let bar = |(x, count): (i64, i64)| {
        let height = (count * HEIGHT / most).max(SHORTEST);
        Bar {
            x,
            y: HEIGHT - height,
            height,
        }
    };
    counts.into_iter().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn axis(direction: Direction) -> Axis {
        Axis {
            start: date(2026, 1, 1),
            end: date(2027, 1, 1),
            direction,
        }
    }

    #[test]
    fn a_year_fills_the_drawing_in_the_direction_of_reading() {
        let (left, right) = (axis(Direction::LeftToRight), axis(Direction::RightToLeft));
        assert_eq!(left.place(date(2026, 1, 1)), 0);
        assert_eq!(left.place(date(2027, 1, 1)), WIDTH);
        assert_eq!(right.place(date(2026, 1, 1)), WIDTH);
    }

    #[test]
    fn days_near_each_other_share_a_bar() {
        let days = [date(2026, 5, 1), date(2026, 5, 2), date(2026, 9, 1)];
        let bars = bars(&axis(Direction::LeftToRight), &days);
        let heights: Vec<i64> = bars.iter().map(|bar| bar.height).collect();
        assert_eq!(heights, [HEIGHT, HEIGHT / 2]);
    }
}
