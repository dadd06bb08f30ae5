//! Dates in numbers alone: `2019-10-15`, `15/10/2019`, `10/2019`.

use crate::dates::cue::Precision;
use crate::dates::names::Order;
use crate::dates::reading::{Found, Reading, When, date};
use crate::dates::token::{Kind, Token};

use jiff::civil::Date;

/// A number between separators.
#[derive(Clone, Copy)]
struct Number {
    value: u32,
    digits: u8,
}

/// Reads a numeric date that begins at a token.
pub fn read(reading: &Reading, first: usize) -> Option<Found> {
    let (separator, numbers, end) = chain(reading, first)?;
    let loose = reading.touching(first + 1).is_none() || reading.touching(first + 2).is_none();
    let when = match numbers.as_slice() {
        [a, b, c] => triple(reading, separator, [*a, *b, *c])?,
        [a, b] if !loose => pair(reading, separator, (*a, *b))?,
        _ => return None,
    };
    if loose && !numbers.iter().any(|number| number.digits == 4) {
        return None;
    }
    let free = opens(reading, first) && closes(reading, end) && !labelled(reading, first);
    free.then_some(Found { first, end, when })
}

/// The separator between a number and the next one.
pub fn separator(reading: &Reading, first: usize) -> Option<char> {
    let Kind::Mark(separator @ ('/' | '-' | '.')) = reading.kind(first + 1)? else {
        return None;
    };
    number(reading, first + 2)?;
    number(reading, first).map(|_| separator)
}

/// Two or three numbers with the same separator. After a full stop there may be a space: `31. 12. 2021`.
fn chain(reading: &Reading, first: usize) -> Option<(char, Vec<Number>, usize)> {
    let separator = separator(reading, first)?;
    let mut numbers = vec![number(reading, first)?];
    let mut at = first + 1;
    let mut close = reading.touching(first + 2).is_some();
    while numbers.len() < 4 {
        let joined = reading
            .touching(at)
            .is_some_and(|token| token.is_mark(&[separator]));
        let tight = reading.touching(at + 1).is_some();
        let like = tight || (separator == '.' && numbers.len() < 3 && !close);
        close &= tight;
        match number(reading, at + 1) {
            Some(next) if joined && like => numbers.push(next),
            _ => break,
        }
        at += 2;
    }
    Some((separator, numbers, at))
}

fn number(reading: &Reading, at: usize) -> Option<Number> {
    match reading.kind(at)? {
        Kind::Number { value, digits } => Some(Number { value, digits }),
        _ => None,
    }
}

impl Number {
    fn is_year(self) -> bool {
        self.digits == 4 && (1000..3000).contains(&self.value)
    }

    fn is_small(self) -> bool {
        self.digits <= 2
    }

    fn small(self) -> i8 {
        i8::try_from(self.value).unwrap_or(0)
    }

    fn year(self, offset: i16) -> i16 {
        common_year(i16::try_from(self.value).unwrap_or(0), offset)
    }
}

/// A year of the common era: one far in the future counts by the country's own calendar.
pub fn common_year(year: i16, offset: i16) -> i16 {
    if offset > 0 && year >= 2400 {
        year - offset
    } else {
        year
    }
}

fn triple(reading: &Reading, separator: char, numbers: [Number; 3]) -> Option<When> {
    let [a, b, c] = numbers;
    let offset = reading.year_offset;
    if a.is_year() && b.is_small() && c.is_small() {
        return Some(date(a.year(offset), b.small(), c.small()));
    }
    if !(a.is_small() && b.is_small()) {
        return None;
    }
    if c.is_year() {
        return Some(day_and_month(
            reading.names.order,
            separator,
            (c.year(offset), a, b),
        ));
    }
    let habit = reading.names.short_year == Some(separator);
    let padded = separator != '.' || (a.digits == 2 && b.digits == 2);
    (habit && padded && c.digits == 2).then(|| {
        let year = full_year(c.small());
        day_and_month(reading.names.order, separator, (year, a, b))
    })
}

/// Two-digit years: up to 69 of this century, as in POSIX.
pub fn full_year(short: i8) -> i16 {
    i16::from(short) + if short < 70 { 2000 } else { 1900 }
}

/// Full stops are written day first everywhere; with other signs pages keep the order of their
/// source now and then, so where both orders give a date it is uncertain, and where only one does
/// that one is meant.
fn day_and_month(order: Order, separator: char, (year, a, b): (i16, Number, Number)) -> When {
    let (a, b) = (a.small(), b.small());
    let day_first = Date::new(year, b, a);
    let month_first = Date::new(year, a, b);
    match (day_first, month_first, order) {
        (Ok(date), Ok(_), _) if separator == '.' || a == b => When::Period(date, Precision::Day),
        (Ok(date), Ok(_), Order::DayFirst) | (Ok(_), Ok(date), Order::MonthFirst) => {
            When::Ambiguous(date)
        }
        (Ok(date), Err(_), _) | (Err(_), Ok(date), _) => When::Period(date, Precision::Day),
        (Err(_), Err(_), _) => When::Impossible,
    }
}

/// Year and month. `2015/16` is a season or a business year, and so is `2011/12`. With a full stop
/// it is a month only where dates are written with one, and the month in two digits: `05.2016`.
fn pair(reading: &Reading, separator: char, (a, b): (Number, Number)) -> Option<When> {
    let (year, month) = if a.is_year() { (a, b) } else { (b, a) };
    let plausible = year.is_year() && (1800..2200).contains(&year.value) && month.is_small();
    let season = a.is_year() && separator == '/' && month.value == (year.value + 1) % 100;
    let stopped = separator == '.';
    let habit = reading.names.separator == Some('.') && a.digits == 2;
    if !plausible || season || (stopped && !habit) {
        return None;
    }
    let first = Date::new(year.year(0), month.small(), 1);
    first.ok().map(|date| When::Period(date, Precision::Month))
}

/// Whether a number may begin here: not inside a longer number, a path, a name or an equation.
fn opens(reading: &Reading, first: usize) -> bool {
    let Some(before) = reading.touching_before(first) else {
        return true;
    };
    match before.kind {
        Kind::Word => !is_cased(reading, before),
        Kind::Number { .. } => false,
        Kind::Mark('-') => follows_clitic(reading, first - 1),
        Kind::Mark(':' | ',') => {
            let further = reading.touching_before(first - 1).map(|token| token.kind);
            !matches!(further, Some(Kind::Number { .. }))
        }
        Kind::Mark(mark) => !"/\\_.=+#@$%€£¥^&?".contains(mark),
        Kind::Han { .. } | Kind::Break => true,
    }
}

/// A hyphen that ties a particle to a number, as in Hebrew, and not the middle of a name.
fn follows_clitic(reading: &Reading, hyphen: usize) -> bool {
    reading
        .touching_before(hyphen)
        .is_some_and(|word| matches!(word.kind, Kind::Word) && !is_cased(reading, word))
}

/// Letters with upper and lower case (and so with spaces between words).
pub fn is_cased(reading: &Reading, token: Token) -> bool {
    let first = reading.text[token.range()].chars().next();
    first.is_some_and(|c| c.is_lowercase() || c.is_uppercase())
}

/// Whether a number may end here: not inside a longer number, a name or a file name.
fn closes(reading: &Reading, end: usize) -> bool {
    let Some(after) = reading.touching(end) else {
        return true;
    };
    let next = reading.touching(end + 1).map(|token| token.kind);
    match after.kind {
        Kind::Word => {
            let time = reading.text_of(end).eq_ignore_ascii_case("t")
                && matches!(next, Some(Kind::Number { .. }));
            time || !is_cased(reading, after) || reading.sense(end, Some).is_some()
        }
        Kind::Number { .. } => false,
        Kind::Mark('/' | '.' | ':' | '\\' | '_' | '@' | '=') => match next {
            Some(Kind::Number { .. }) => false,
            Some(Kind::Word) => !is_cased(reading, reading.tokens[end + 1]),
            _ => true,
        },
        Kind::Mark('-') => match next {
            Some(Kind::Number { .. }) => false,
            Some(Kind::Word) => reading
                .lexicon
                .cue_behind(reading.ids_from(end).ids())
                .is_some(),
            _ => true,
        },
        Kind::Mark('%') => false,
        Kind::Mark(_) | Kind::Han { .. } | Kind::Break => true,
    }
}

/// Whether the word before says that this is the number of something.
pub fn labelled(reading: &Reading, first: usize) -> bool {
    use crate::dates::sense::Sense;
    first > 0
        && (first.saturating_sub(8)..first).any(|at| reading.past(at, Sense::Label) == Some(first))
}
