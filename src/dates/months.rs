//! Ranges of months and of quarters that give their year once: `June to August 2021`.

use jiff::civil::Date;

use crate::dates::cue::{Precision, Role};
use crate::dates::piece::{Piece, piece};
use crate::dates::quarter;
use crate::dates::range::past_sign;
use crate::dates::reading::{Found, Reading, When};
use crate::dates::sense::Field;
use crate::dates::token::Kind;
use crate::dates::written;

/// How many tokens the first end and what follows it may have.
const GAP: usize = 6;

/// The first end of a range whose second is a whole month or quarter with a year.
pub fn before(
    reading: &Reading,
    found: Found,
    (end, precision, floor): (Date, Precision, usize),
) -> Option<Found> {
    let read = match precision {
        Precision::Month => month(reading, found.first).map(|_| a_month as Read)?,
        Precision::Quarter => quarter::quarter(reading, found.first).map(|_| a_quarter as Read)?,
        Precision::Day | Precision::Year => return None,
    };
    let from = found.first.saturating_sub(GAP).max(floor);
    let (first, (start, last)) = (from..found.first).find_map(|at| {
        let start = read(reading, at)?;
        (past_sign(reading, start.1)? == found.first && opens(reading, at)).then_some((at, start))
    })?;
    let year = end.year() - i16::from(start > end.month());
    let begin = Date::new(year, start, 1)
        .ok()
        .filter(|begin| *begin != end)?;
    Some(Found {
        first,
        end: last,
        when: When::Period(begin, precision),
    })
}

/// The second end of a range whose first is a whole month, where the year stands first:
/// `2021年6月から8月`, `2021 júniusától augusztusáig`.
pub fn after(
    reading: &Reading,
    found: Found,
    (start, precision): (Date, Precision),
) -> Option<Found> {
    let year_first = piece(reading, found.first).is_some_and(|piece| piece.field == Field::Year);
    if precision != Precision::Month || !year_first {
        return None;
    }
    let within = reading.lexicon.cue_within(reading.text_of(found.end - 1));
    let first = match within {
        Some(Role::After) => found.end,
        _ => past_sign(reading, found.end)?,
    };
    if written::read(reading, first).is_some() {
        return None;
    }
    let (month, end) = a_month(reading, first)?;
    let year = start.year() + i16::from(month < start.month());
    let last = Date::new(year, month, 1)
        .ok()
        .filter(|last| *last != start)?;
    Some(Found {
        first,
        end,
        when: When::Period(last, precision),
    })
}

/// Reads the first month of a period, and the token after its name.
type Read = fn(&Reading, usize) -> Option<(i8, usize)>;

fn a_month(reading: &Reading, at: usize) -> Option<(i8, usize)> {
    let month = month(reading, at)?;
    Some((i8::try_from(month.value).ok()?, month.end))
}

fn a_quarter(reading: &Reading, at: usize) -> Option<(i8, usize)> {
    let (number, end) = quarter::quarter(reading, at)?;
    Some((number * 3 - 2, end))
}

/// A month that stands for itself.
pub fn month(reading: &Reading, at: usize) -> Option<Piece> {
    let month = piece(reading, at)?;
    let sure = month.field == Field::Month && month.marked && !month.doubtful;
    sure.then_some(month)
}

/// Whether a period may begin here: not after a day, and not inside a name.
fn opens(reading: &Reading, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| reading.get(before));
    let counted = matches!(before.map(|token| token.kind), Some(Kind::Number { .. }));
    let tight = reading.touching_before(at);
    !counted && tight.is_none_or(|token| token.is_mark(&['(', '"', '«', '“', '„', ':', '>']))
}
