//! Quarters and halves of a year: `Q3 2021`, `third quarter of 2021`, `2021年上半年`.

use jiff::civil::Date;

use crate::dates::cue::Precision;
use crate::dates::numeric::is_cased;
use crate::dates::piece::piece;
use crate::dates::reading::{Found, Reading, When};
use crate::dates::sense::{Field, Sense};
use crate::dates::token::Kind;

/// A part of a year, without the year.
#[derive(Clone, Copy)]
enum Part {
    Quarter(i8),
    Half(i8),
}

/// The part of a year that a number of it names.
type Named = fn(i8) -> Part;

/// Reads a quarter or a half of a year that begins at a token.
pub fn read(reading: &Reading, first: usize) -> Option<Found> {
    // `FY2021` counts the years of a business.
    let glued = reading.touching_before(first);
    if glued.is_some_and(|word| word.kind == Kind::Word && is_cased(reading, word)) {
        return None;
    }
    let (part, year, end) = part_first(reading, first).or_else(|| year_first(reading, first))?;
    let when = match part {
        Part::Quarter(number @ 1..=4) => {
            When::Period(Date::new(year, number * 3 - 2, 1).ok()?, Precision::Quarter)
        }
        Part::Half(number @ 1..=2) => When::Half(Date::new(year, number * 6 - 5, 1).ok()?),
        _ => return None,
    };
    Some(Found { first, end, when })
}

fn part_first(reading: &Reading, first: usize) -> Option<(Part, i16, usize)> {
    let (part, end) = part(reading, first)?;
    let (year, end) = year(reading, glue(reading, end))?;
    Some((part, year, end))
}

fn year_first(reading: &Reading, first: usize) -> Option<(Part, i16, usize)> {
    let (year, end) = year(reading, first)?;
    let (part, end) = part(reading, glue(reading, end))?;
    Some((part, year, end))
}

fn year(reading: &Reading, at: usize) -> Option<(i16, usize)> {
    let year = piece(reading, at).filter(|piece| piece.field == Field::Year)?;
    (1800..2200)
        .contains(&year.value)
        .then_some((year.value, year.end))
}

/// The number of a quarter that stands for itself, and the token after it.
pub fn quarter(reading: &Reading, first: usize) -> Option<(i8, usize)> {
    match part(reading, first)? {
        (Part::Quarter(number @ 1..=4), end) => Some((number, end)),
        _ => None,
    }
}

fn part(reading: &Reading, first: usize) -> Option<(Part, usize)> {
    let first = match reading.text_of(first) {
        "第" => first + 1,
        _ => first,
    };
    if let Some((named, end)) = name(reading, first) {
        return number(reading, end).map(|(number, end)| (named(number), end));
    }
    let (number, end) = number(reading, first)?;
    let end = reading.past(end, Sense::Ordinal).unwrap_or(end);
    let stopped = reading
        .touching(end)
        .is_some_and(|token| token.is_mark(&['.']));
    let (named, end) = name(reading, end + usize::from(stopped))?;
    Some((named(number), end))
}

fn name(reading: &Reading, at: usize) -> Option<(Named, usize)> {
    reading.sense(at, |sense| match sense {
        Sense::Quarter => Some(Part::Quarter as Named),
        Sense::Half => Some(Part::Half as Named),
        _ => None,
    })
}

fn number(reading: &Reading, at: usize) -> Option<(i8, usize)> {
    if let Some(Kind::Number { value, digits: 1 } | Kind::Han { value, digits: 1 }) =
        reading.kind(at)
    {
        return i8::try_from(value).ok().map(|value| (value, at + 1));
    }
    reading.sense(at, |sense| match sense {
        Sense::Count(number) => i8::try_from(number).ok(),
        _ => None,
    })
}

/// Over one sign and small words between a part of a year and the year.
fn glue(reading: &Reading, mut at: usize) -> usize {
    if reading
        .get(at)
        .is_some_and(|token| token.is_mark(&['/', '-', ',']))
    {
        at += 1;
    }
    for _ in 0..2 {
        at = reading.past(at, Sense::Joiner).unwrap_or(at);
    }
    at
}
