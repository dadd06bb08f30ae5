//! Dates whose month is a word, or whose numbers carry units: `15 octobre 2019`, `2019年10月15日`.

use jiff::civil::Date;

use crate::dates::cue::Precision;
use crate::dates::numeric::{full_year, is_cased, labelled};
use crate::dates::piece::{Piece, Stop, piece};
use crate::dates::reading::{Found, Reading, When, date};
use crate::dates::sense::{Field, Sense};
use crate::dates::token::{Kind, Token};

/// Reads a date that begins at a token.
pub fn read(reading: &Reading, first: usize) -> Option<Found> {
    let (pieces, count) = pieces(reading, first)?;
    let pieces = &pieces[..count];
    let when = judge(pieces)?;
    if !pieces[0].marked && labelled(reading, first) {
        return None;
    }
    if matches!(when, When::Yearless { .. }) && is_glued(reading, pieces) {
        return None;
    }
    let end = pieces[count - 1].end;
    // The number of a list may cling to a year that its unit marks.
    let marked_year = pieces[0].marked && pieces[0].field == Field::Year;
    let free = (marked_year || opens(reading, first)) && closes(reading, end);
    free.then_some(Found { first, end, when })
}

/// Whether a number clings to a name: `Gen2` is no day of January without a year.
fn is_glued(reading: &Reading, pieces: &[Piece]) -> bool {
    let second = reading.touching(pieces[0].end);
    let cling = second.is_some_and(|token| !matches!(token.kind, Kind::Mark(_)));
    cling && !pieces.iter().all(|piece| piece.marked)
}

/// The fields from a token on, each at most once, in an order that some language writes, and how
/// many there are.
fn pieces(reading: &Reading, first: usize) -> Option<([Piece; 3], usize)> {
    let mut pieces = [piece(reading, first)?; 3];
    let mut count = 1;
    while count < 3 {
        let Some(next) = next_piece(reading, &pieces[..count]) else {
            break;
        };
        pieces[count] = next;
        count += 1;
    }
    let whole = count == 3 || pieces[..count].iter().all(|piece| !piece.doubtful);
    whole.then_some((pieces, count))
}

fn next_piece(reading: &Reading, pieces: &[Piece]) -> Option<Piece> {
    let last = pieces.last()?;
    let at = glue(reading, *last)?;
    let next = piece(reading, at).filter(|next| may_follow(pieces, *next));
    let next = next.or_else(|| short_year(reading, pieces, at))?;
    let stopped = (last.end..at).any(|index| reading.tokens[index].is_mark(&['.']));
    let fits = !stopped || last.stop != Stop::BeforeMonth || next.field == Field::Month;
    fits.then_some(next)
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
    Some(Piece::bare(Field::Year, value, at + 1))
}

/// Over what may stand between two fields: one sign, and small words such as `de`.
fn glue(reading: &Reading, last: Piece) -> Option<usize> {
    let mut at = last.end;
    if reading
        .touching(at)
        .is_some_and(|token| token.is_mark(&['.']))
    {
        if last.stop == Stop::Ends && reading.touching(at + 1).is_none() {
            return None;
        }
        at += 1;
    }
    let mut signs = 0;
    for _ in 0..4 {
        let token = reading.get(at)?;
        match token.kind {
            Kind::Number { .. } | Kind::Han { .. } => return Some(at),
            Kind::Mark('\'') if signs < 2 => {
                signs = 2;
                at += 1;
            }
            Kind::Mark(',' | '-' | '/') if signs == 0 => {
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
        // The middle of an anchor or a file name.
        Kind::Mark('-') => {
            let further = reading.touching_before(first - 1);
            let is_word = |word: Token| word.kind == Kind::Word && is_cased(reading, word);
            let told = || reading.past(first - 2, Sense::Filler) == Some(first - 1);
            // `mid-June` is no anchor.
            further.is_none_or(|word| !is_word(word) || told())
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
