//! Dates whose month is a word, or whose numbers carry units: `15 octobre 2019`, `2019年10月15日`.

use jiff::civil::Date;

use crate::dates::cue::Precision;
use crate::dates::lexicon::{Field, Sense};
use crate::dates::numeric::{common_year, full_year, is_cased, labelled};
use crate::dates::reading::{Found, Reading, When, date};
use crate::dates::token::Kind;

/// A field of a date as it was read.
#[derive(Clone, Copy, Debug)]
struct Piece {
    field: Field,
    value: i16,
    end: usize,
    /// A word says which field it is: a month's name, a unit.
    marked: bool,
    /// A full stop may follow within the date.
    stop: Stop,
}

/// What a full stop after a piece means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// Part of the date.
    Ours,
    /// Part of the date only where a month follows.
    BeforeMonth,
    /// The end of a sentence.
    Ends,
}

/// Reads a date that begins at a token.
pub fn read(reading: &Reading, first: usize) -> Option<Found> {
    let pieces = pieces(reading, first)?;
    let when = judge(&pieces)?;
    let end = pieces.last()?.end;
    (opens(reading, first) && closes(reading, end)).then_some(Found { first, end, when })
}

/// The fields from a token on, each at most once, in an order that some language writes.
fn pieces(reading: &Reading, first: usize) -> Option<Vec<Piece>> {
    let mut pieces = vec![piece(reading, first).filter(|p| p.marked || !labelled(reading, first))?];
    while pieces.len() < 3 {
        let last = pieces[pieces.len() - 1];
        let Some(at) = glue(reading, last) else { break };
        let Some(next) = piece(reading, at).or_else(|| short_year(reading, &pieces, at)) else {
            break;
        };
        let next = if may_follow(&pieces, next) {
            Some(next)
        } else {
            short_year(reading, &pieces, at)
        };
        let stopped = (last.end..at).any(|index| reading.tokens[index].is_mark(&['.']));
        match next {
            Some(next)
                if !stopped || last.stop != Stop::BeforeMonth || next.field == Field::Month =>
            {
                pieces.push(next);
            }
            _ => break,
        }
    }
    Some(pieces)
}

fn may_follow(pieces: &[Piece], next: Piece) -> bool {
    use Field::{Day, Month, Year};
    match (pieces, next.field) {
        ([Piece { field: Day, .. }], Month)
        | ([Piece { field: Month, .. }], Day | Year)
        | ([Piece { field: Year, .. }], Month)
        | ([Piece { field: Day, .. }, Piece { field: Month, .. }], Year)
        | ([Piece { field: Month, .. }, Piece { field: Day, .. }], Year)
        | ([Piece { field: Year, .. }, Piece { field: Month, .. }], Day)
        | ([Piece { field: Year, .. }, Piece { field: Day, .. }], Month) => true,
        (
            [
                Piece {
                    field: Year,
                    marked,
                    ..
                },
            ],
            Day,
        ) => *marked,
        _ => false,
    }
}

fn judge(pieces: &[Piece]) -> Option<When> {
    let value = |field| {
        pieces
            .iter()
            .find(|piece| piece.field == field)
            .map(|piece| piece.value)
    };
    let small = |value: i16| i8::try_from(value).unwrap_or(0);
    match (value(Field::Year), value(Field::Month), value(Field::Day)) {
        (Some(year), Some(month), Some(day)) => Some(date(year, small(month), small(day))),
        (Some(year), Some(month), None) => {
            let marked = pieces.iter().all(|piece| piece.marked);
            let first = Date::new(year, small(month), 1).ok()?;
            let plausible = marked || (1800..2200).contains(&year);
            plausible.then_some(When::Period(first, Precision::Month))
        }
        (None, Some(month), Some(day)) => {
            // 29 February of some year is a day.
            let exists = Date::new(2000, small(month), small(day)).is_ok();
            Some(if exists {
                When::Yearless {
                    month: small(month),
                    day: small(day),
                }
            } else {
                When::Impossible
            })
        }
        _ => None,
    }
}

fn piece(reading: &Reading, at: usize) -> Option<Piece> {
    match reading.kind(at)? {
        Kind::Number { value, digits } => number(reading, at, (value, digits)),
        Kind::Han { value, digits } => {
            number(reading, at, (value, digits)).filter(|piece| piece.marked)
        }
        Kind::Word => month(reading, at)
            .or_else(|| led(reading, at))
            .or_else(|| era(reading, at)),
        Kind::Mark(_) | Kind::Break => None,
    }
}

fn number(reading: &Reading, at: usize, (value, digits): (u32, u8)) -> Option<Piece> {
    let unit = reading.sense(at + 1, |sense| match sense {
        Sense::Behind(field) => Some(Some(field)),
        Sense::Never => Some(None),
        _ => None,
    });
    match unit {
        Some((None, _)) => None,
        Some((Some(field), end)) if fits(field, digits) => {
            let value = plain_value(reading, field, value)?;
            Some(Piece {
                field,
                value,
                end,
                marked: true,
                stop: Stop::Ours,
            })
        }
        _ => bare(reading, at, (value, digits)),
    }
}

fn fits(field: Field, digits: u8) -> bool {
    match field {
        Field::Year => digits == 4,
        Field::Month | Field::Day => digits <= 3,
    }
}

fn plain_value(reading: &Reading, field: Field, value: u32) -> Option<i16> {
    let value = i16::try_from(value).ok()?;
    Some(if field == Field::Year {
        common_year(value, reading.year_offset)
    } else {
        value
    })
}

/// A number that no unit explains: four digits are a year, one or two a day.
fn bare(reading: &Reading, at: usize, (value, digits): (u32, u8)) -> Option<Piece> {
    if digits == 4 && (1000..3000).contains(&value) {
        let value = plain_value(reading, Field::Year, value)?;
        let stop = if reading.names.year_stop {
            Stop::Ours
        } else {
            Stop::Ends
        };
        return Some(Piece {
            field: Field::Year,
            value,
            end: at + 1,
            marked: false,
            stop,
        });
    }
    let (end, ordinal) = match ordinal(reading, at + 1) {
        Some(end) => (end, true),
        None => (at + 1, false),
    };
    let stop = if reading.names.day_stop {
        Stop::Ours
    } else {
        Stop::BeforeMonth
    };
    let value = i16::try_from(value).ok()?;
    let day = Piece {
        field: Field::Day,
        value,
        end,
        marked: false,
        stop,
    };
    (digits <= 2 && (ordinal || !glued_word(reading, at + 1))).then_some(day)
}

/// What follows the number of a day at once: `15th`, `1er`, `31-го`.
fn ordinal(reading: &Reading, at: usize) -> Option<usize> {
    if let Some(end) = reading.past(at, Sense::Ordinal) {
        return Some(end);
    }
    let hyphen = reading.touching(at)?.is_mark(&['-', '\'']);
    reading.touching(at + 1).filter(|_| hyphen)?;
    reading.past(at + 1, Sense::Ordinal)
}

/// Whether letters cling to a number that are no month: `4a`, `30GB`.
fn glued_word(reading: &Reading, at: usize) -> bool {
    let word = reading
        .touching(at)
        .filter(|token| matches!(token.kind, Kind::Word));
    word.is_some_and(|token| is_cased(reading, token)) && month(reading, at).is_none()
}

fn month(reading: &Reading, at: usize) -> Option<Piece> {
    let capital = reading
        .text_of(at)
        .chars()
        .next()
        .is_some_and(char::is_uppercase);
    let ((value, short), end) = reading.sense(at, |sense| match sense {
        Sense::Month {
            month,
            short,
            proper,
        } if !proper || capital => Some((month, short)),
        _ => None,
    })?;
    let stop = if short { Stop::Ours } else { Stop::Ends };
    Some(Piece {
        field: Field::Month,
        value: value.into(),
        end,
        marked: true,
        stop,
    })
}

/// A number whose unit stands before it: `tháng 3`, `năm 2017`.
fn led(reading: &Reading, at: usize) -> Option<Piece> {
    let (field, number_at) = reading.sense(at, |sense| match sense {
        Sense::Ahead(field) => Some(field),
        _ => None,
    })?;
    let number_at = reading.past(number_at, Sense::Joiner).unwrap_or(number_at);
    let Kind::Number { value, digits } = reading.kind(number_at)? else {
        return month(reading, number_at).filter(|_| field == Field::Month);
    };
    let value = plain_value(reading, field, value)?;
    let fits = if field == Field::Year {
        digits == 4
    } else {
        digits <= 2
    };
    let piece = Piece {
        field,
        value,
        end: number_at + 1,
        marked: true,
        stop: Stop::Ends,
    };
    fits.then_some(piece)
}

/// A year of an era: `令和元年`.
fn era(reading: &Reading, at: usize) -> Option<Piece> {
    let (first, number_at) = reading.sense(at, |sense| match sense {
        Sense::Era(first) => Some(first),
        _ => None,
    })?;
    let (Kind::Number { value, digits } | Kind::Han { value, digits }) = reading.kind(number_at)?
    else {
        return None;
    };
    let end = reading.past(number_at + 1, Sense::Behind(Field::Year))?;
    let value = first + i16::try_from(value).ok()? - 1;
    let piece = Piece {
        field: Field::Year,
        value,
        end,
        marked: true,
        stop: Stop::Ends,
    };
    (digits <= 3).then_some(piece)
}

/// The year in two digits, where an apostrophe or two like signs show that it is one.
fn short_year(reading: &Reading, pieces: &[Piece], at: usize) -> Option<Piece> {
    let [
        Piece {
            field: Field::Day | Field::Month,
            ..
        },
        second,
    ] = pieces
    else {
        return None;
    };
    let Kind::Number { value, digits: 2 } = reading.kind(at)? else {
        return None;
    };
    let sign = reading.touching_before(at)?;
    let first_sign = reading.get(pieces[0].end)?;
    let like = sign.is_mark(&['-', '/']) && first_sign.kind == sign.kind && at == second.end + 1;
    if !like && !sign.is_mark(&['\'']) {
        return None;
    }
    let value = full_year(i8::try_from(value).ok()?);
    Some(Piece {
        field: Field::Year,
        value,
        end: at + 1,
        marked: false,
        stop: Stop::Ends,
    })
}

/// Over what may stand between two fields: one sign, and small words such as `de`.
fn glue(reading: &Reading, last: Piece) -> Option<usize> {
    let mut at = last.end;
    if reading
        .touching(at)
        .is_some_and(|token| token.is_mark(&['.']))
    {
        if last.stop == Stop::Ends {
            return None;
        }
        at += 1;
    }
    let mut signs = 0;
    for _ in 0..4 {
        let token = reading.get(at)?;
        match token.kind {
            Kind::Number { .. } | Kind::Han { .. } => return Some(at),
            Kind::Mark(',' | '-' | '/' | '\'') if signs == 0 => {
                signs += 1;
                at += 1;
            }
            Kind::Word => match reading.past(at, Sense::Joiner) {
                Some(end) => at = end,
                None => return Some(at),
            },
            _ => return None,
        }
    }
    Some(at)
}

/// Whether a date may begin here: not inside a longer number, a path or an equation.
fn opens(reading: &Reading, first: usize) -> bool {
    let Some(before) = reading.touching_before(first) else {
        return true;
    };
    let number = matches!(reading.kind(first), Some(Kind::Number { .. }));
    match before.kind {
        Kind::Word => !is_cased(reading, before),
        Kind::Number { .. } => !number,
        Kind::Mark('.' | ',' | ':') => {
            let further = first
                .checked_sub(1)
                .and_then(|at| reading.touching_before(at));
            !matches!(further.map(|token| token.kind), Some(Kind::Number { .. }))
        }
        Kind::Mark(mark) => !"\\_=+#@$%€£¥^&?".contains(mark),
        Kind::Han { .. } | Kind::Break => true,
    }
}

fn closes(reading: &Reading, end: usize) -> bool {
    if !matches!(reading.kind(end - 1), Some(Kind::Number { .. })) {
        return true;
    }
    let Some(after) = reading.touching(end) else {
        return true;
    };
    match after.kind {
        Kind::Word => !is_cased(reading, after) || reading.sense(end, Some).is_some(),
        Kind::Mark('.' | ':') => {
            let next = reading.touching(end + 1).map(|token| token.kind);
            !matches!(next, Some(Kind::Number { .. }))
        }
        Kind::Mark('%' | '_' | '@' | '=') => false,
        _ => true,
    }
}
