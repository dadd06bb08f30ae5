//! One field of a date: a day, a month by name or number, a year.

use crate::dates::numeric::{common_year, full_year, is_cased};
use crate::dates::reading::Reading;
use crate::dates::sense::{Field, Sense};
use crate::dates::token::Kind;

/// A field of a date as it was read.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// Which field it is.
    pub field: Field,
    /// Its number.
    pub value: i16,
    /// The token after its last.
    pub end: usize,
    /// A word says which field it is: a month's name, a unit.
    pub marked: bool,
    /// What stands behind it.
    pub stop: Stop,
    /// It may well mean something else, so it takes a whole date around it to believe it.
    pub doubtful: bool,
}

/// What a full stop after a piece means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Part of the date.
    Ours,
    /// Part of the date only where a month follows.
    BeforeMonth,
    /// The end of a sentence.
    Ends,
}

impl Piece {
    fn marked(field: Field, value: i16, end: usize) -> Self {
        Self {
            field,
            value,
            end,
            marked: true,
            stop: Stop::Ends,
            doubtful: false,
        }
    }

    /// A field that nothing marks.
    pub fn bare(field: Field, value: i16, end: usize) -> Self {
        Self {
            marked: false,
            ..Self::marked(field, value, end)
        }
    }
}

/// Reads the field that begins at a token.
pub fn piece(reading: &Reading, at: usize) -> Option<Piece> {
    match reading.kind(at)? {
        Kind::Number { value, digits } => number(reading, at, (value, digits)),
        Kind::Han { value, digits } => {
            number(reading, at, (value, digits)).filter(|piece| piece.marked)
        }
        Kind::Word if !reading.is_known(at) => None,
        Kind::Word => month(reading, at)
            .or_else(|| led(reading, at))
            .or_else(|| era(reading, at))
            .or_else(|| counted(reading, at)),
        Kind::Mark(_) | Kind::Break => None,
    }
}

fn number(reading: &Reading, at: usize, (value, digits): (u32, u8)) -> Option<Piece> {
    let (named, end) = match unit(reading, at + 1) {
        Some((None, _)) => return None,
        Some((Some(field), end)) if fits(field, digits) => (field, end),
        _ => {
            return year(reading, at, (value, digits))
                .or_else(|| day(reading, at, (value, digits)));
        }
    };
    // `98年` alone is a number of years; in a whole date it is 1998.
    let short = named == Field::Year && digits == 2;
    let value = match i8::try_from(value) {
        Ok(two) if short => full_year(two),
        _ => plain_value(reading, named, value)?,
    };
    Some(Piece {
        stop: Stop::Ours,
        doubtful: short,
        ..Piece::marked(named, value, end)
    })
}

/// The unit that follows a number, over an ordinal ending; `None` inside for what is none.
fn unit(reading: &Reading, at: usize) -> Option<(Option<Field>, usize)> {
    let pick = |sense| match sense {
        Sense::Behind(field) => Some(Some(field)),
        Sense::Never => Some(None),
        _ => None,
    };
    let named = reading.sense(at, pick);
    named.or_else(|| ordinal(reading, at).and_then(|end| reading.sense(end, pick)))
}

fn fits(field: Field, digits: u8) -> bool {
    match field {
        Field::Year => matches!(digits, 2 | 4),
        Field::Month | Field::Day => digits <= 3,
    }
}

fn plain_value(reading: &Reading, field: Field, value: u32) -> Option<i16> {
    let value = i16::try_from(value).ok()?;
    let year = field == Field::Year;
    Some(if year {
        common_year(value, reading.year_offset)
    } else {
        value
    })
}

/// Four digits that no unit explains.
fn year(reading: &Reading, at: usize, (value, digits): (u32, u8)) -> Option<Piece> {
    let plausible = digits == 4 && (1000..3000).contains(&value);
    let value = plain_value(reading, Field::Year, value).filter(|_| plausible)?;
    let stop = if reading.names.year_stop {
        Stop::Ours
    } else {
        Stop::Ends
    };
    Some(Piece {
        stop,
        ..Piece::bare(Field::Year, value, at + 1)
    })
}

/// One or two digits that no unit explains.
fn day(reading: &Reading, at: usize, (value, digits): (u32, u8)) -> Option<Piece> {
    let value = i16::try_from(value).ok().filter(|_| digits <= 2)?;
    let stop = if reading.names.day_stop {
        Stop::Ours
    } else {
        Stop::BeforeMonth
    };
    let bare = Piece {
        stop,
        ..Piece::bare(Field::Day, value, at + 1)
    };
    if let Some(end) = ordinal(reading, at + 1) {
        return Some(Piece { end, ..bare });
    }
    if let Some(end) = unknown_ordinal(reading, at + 1) {
        return Some(Piece {
            end,
            doubtful: true,
            ..bare
        });
    }
    (!glued_word(reading, at + 1)).then_some(bare)
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

/// A few letters between a number and a month can only make it an ordinal, whatever the language.
/// After a hyphen they may be a word (`10-day`), so there only letters beyond ASCII count.
fn unknown_ordinal(reading: &Reading, at: usize) -> Option<usize> {
    let hyphen = reading.touching(at)?.is_mark(&['-']);
    let word = at + usize::from(hyphen);
    let letters = reading.text_of(word);
    let brief = matches!(reading.touching(word)?.kind, Kind::Word) && letters.chars().count() <= 4;
    let fits = brief && !(hyphen && letters.is_ascii()) && month(reading, word).is_none();
    month(reading, word + 1).filter(|_| fits).map(|_| word + 1)
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
    let ((value, short, proper), end) = reading.sense(at, |sense| match sense {
        Sense::Month {
            month,
            short,
            proper,
        } => Some((month, short, proper)),
        _ => None,
    })?;
    let stop = if short { Stop::Ours } else { Stop::Ends };
    // `1. Pro` begins an item of a list more often than it is Czech for 1 December.
    let opening = at > 0 && reading.tokens[at - 1].is_mark(&['.']);
    let doubtful = proper && (!capital || opening);
    Some(Piece {
        stop,
        doubtful,
        ..Piece::marked(Field::Month, value.into(), end)
    })
}

/// A number whose unit stands before it: `tháng 3`, `năm 2017`.
fn led(reading: &Reading, at: usize) -> Option<Piece> {
    let (field, number_at) = reading.sense(at, |sense| match sense {
        Sense::Ahead(field) => Some(field),
        _ => None,
    })?;
    let Kind::Number { value, digits } = reading.kind(number_at)? else {
        return month(reading, number_at).filter(|_| field == Field::Month);
    };
    let fits = if field == Field::Year {
        digits == 4
    } else {
        digits <= 2
    };
    let value = plain_value(reading, field, value).filter(|_| fits)?;
    Some(Piece::marked(field, value, number_at + 1))
}

/// A day whose number is a word, where a month follows: `first of January`.
fn counted(reading: &Reading, at: usize) -> Option<Piece> {
    let (number, end) = reading.sense(at, |sense| match sense {
        Sense::Count(number) => Some(i16::from(number)),
        _ => None,
    })?;
    month(reading, reading.past(end, Sense::Joiner).unwrap_or(end))?;
    Some(Piece {
        doubtful: true,
        ..Piece::bare(Field::Day, number, end)
    })
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
    let end = reading
        .past(number_at + 1, Sense::Behind(Field::Year))
        .filter(|_| digits <= 3)?;
    Some(Piece::marked(
        Field::Year,
        first + i16::try_from(value).ok()? - 1,
        end,
    ))
}
