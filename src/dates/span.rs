//! Dates that belong together: ranges give what both ends share only once.

use jiff::civil::Date;

use crate::dates::cue::Precision;
use crate::dates::piece::{Piece, piece};
use crate::dates::range::past_sign;
use crate::dates::reading::{Found, Reading, When, date};
use crate::dates::sense::Field;
use crate::dates::token::Kind;
use crate::dates::{months, numeric, quarter, written};

/// How many tokens may stand between the ends of a range.
const GAP: usize = 5;

/// The date that a number belongs to, which may begin with a word before it.
pub fn around(reading: &Reading, at: usize, floor: usize) -> Option<Found> {
    match reading.kind(at)? {
        Kind::Number { digits, .. } | Kind::Han { digits, .. } if digits <= 4 => {}
        _ => return None,
    }
    let from = at.saturating_sub(reading.lexicon.reach()).max(floor);
    let words = (from..at).filter(|first| reading.tokens[*first].kind == Kind::Word);
    let mut firsts = words.chain([at]);
    numeric::read(reading, at)
        .or_else(|| {
            let mut found = firsts
                .clone()
                .filter_map(|first| written::read(reading, first));
            found.find(|found| found.end > at)
        })
        .or_else(|| firsts.find_map(|first| quarter::read(reading, first)))
        .filter(|found| found.end > at)
}

/// Whether any number belongs to a date. Most do not, and have nothing beside them that could make one.
pub fn holds_date(reading: &Reading) -> bool {
    let mut tokens = 0..reading.tokens.len();
    let may_hold = |at| reading.bears_date(at) || numeric::separator(reading, at).is_some();
    tokens.clone().any(may_hold) && tokens.any(|at| around(reading, at, 0).is_some())
}

/// A date with the other end of its range, in the order of the text.
pub fn complete(reading: &Reading, found: Found, floor: usize) -> Vec<Found> {
    match found.when {
        When::Period(date, Precision::Day) => {
            let start = day_before(reading, found, (date, floor));
            let end = day_after(reading, found, date).or_else(|| later_day(reading, found, date));
            [start, Some(found), end].into_iter().flatten().collect()
        }
        When::Period(date, precision) => {
            let start = months::before(reading, found, (date, precision, floor));
            let end = months::after(reading, found, (date, precision));
            [start, Some(found), end].into_iter().flatten().collect()
        }
        When::Yearless { month, day } => {
            let shared = year_after_days(reading, found, month);
            let later = || year_of_end(reading, found, month);
            match (shared, later()) {
                (Some((year, end)), _) => {
                    vec![
                        Found {
                            when: date(year, month, day),
                            ..found
                        },
                        end,
                    ]
                }
                (None, Some(year)) => vec![Found {
                    when: date(year, month, day),
                    ..found
                }],
                (None, None) => vec![found],
            }
        }
        _ => vec![found],
    }
}

/// Whether only a dash or a word such as `to` stands between a date and the next.
pub fn is_end(reading: &Reading, start: usize, first: usize) -> bool {
    past_sign(reading, start) == Some(first)
}

fn day(reading: &Reading, at: usize) -> Option<Piece> {
    piece(reading, at).filter(|piece| piece.field == Field::Day && !piece.doubtful)
}

/// The first day of `1–15 March 2021`.
fn day_before(reading: &Reading, found: Found, (end, floor): (Date, usize)) -> Option<Found> {
    let Some(Kind::Number { digits: 1 | 2, .. }) = reading.kind(found.first) else {
        return None;
    };
    let from = found.first.saturating_sub(GAP).max(floor);
    let (first, start) = (from..found.first).find_map(|at| {
        let start = day(reading, at).filter(|_| !numeric::labelled(reading, at))?;
        let stop = reading
            .touching(start.end)
            .is_some_and(|token| token.is_mark(&['.']));
        let sign = past_sign(reading, start.end + usize::from(stop))?;
        let free = reading
            .touching_before(at)
            .is_none_or(|token| token.is_mark(&['(', '"', '«']));
        (sign == found.first && free).then_some((at, start))
    })?;
    let begin = Date::new(end.year(), end.month(), i8::try_from(start.value).ok()?).ok()?;
    let when = When::Period(begin, Precision::Day);
    (begin < end).then_some(Found {
        first,
        end: start.end,
        when,
    })
}

/// The last day of `2021年3月1日～15日`.
fn day_after(reading: &Reading, found: Found, start: Date) -> Option<Found> {
    let first = past_sign(reading, found.end)?;
    let end = day(reading, first).filter(|end| end.marked)?;
    let last = Date::new(start.year(), start.month(), i8::try_from(end.value).ok()?).ok()?;
    let when = When::Period(last, Precision::Day);
    (start < last).then_some(Found {
        first,
        end: end.end,
        when,
    })
}

/// The last day of `2021年6月1日から8月15日`, of the same year or the next.
fn later_day(reading: &Reading, found: Found, start: Date) -> Option<Found> {
    let first = past_sign(reading, found.end)?;
    let end = written::read(reading, first)?;
    let When::Yearless { month, day } = end.when else {
        return None;
    };
    let next = i16::from((month, day) < (start.month(), start.day()));
    let when = date(start.year() + next, month, day);
    matches!(when, When::Period(..)).then_some(Found { when, ..end })
}

/// The year and the last day of `March 1–15, 2021`.
fn year_after_days(reading: &Reading, found: Found, month: i8) -> Option<(i16, Found)> {
    let first = past_sign(reading, found.end)?;
    let end = day(reading, first).filter(|end| !end.marked)?;
    let comma = reading
        .get(end.end)
        .is_some_and(|token| token.is_mark(&[',']));
    let at = end.end + usize::from(comma);
    let year = piece(reading, at).filter(|piece| piece.field == Field::Year)?;
    let last = Date::new(year.value, month, i8::try_from(end.value).ok()?).ok()?;
    let when = When::Period(last, Precision::Day);
    Some((
        year.value,
        Found {
            first,
            end: year.end,
            when,
        },
    ))
}

/// The year of `1. června do 30. června 2021`: that of the end, or the year before where the range
/// runs over New Year.
fn year_of_end(reading: &Reading, found: Found, month: i8) -> Option<i16> {
    let numbers = (found.end + 1..=found.end + GAP).filter(|at| {
        matches!(
            reading.kind(*at),
            Some(Kind::Number { .. } | Kind::Han { .. })
        )
    });
    let mut ends = numbers.filter_map(|at| {
        let from = at.saturating_sub(GAP).max(found.end);
        (from..=at).find_map(|first| written::read(reading, first))
    });
    let end = ends.next()?;
    let sign = (found.end..end.first).any(|at| past_sign(reading, at).is_some());
    let broken = (found.end..end.first).any(|at| {
        let token = reading.tokens[at];
        token.kind == Kind::Break || token.is_mark(&['!', '?', ';', '。', ','])
    });
    match end.when {
        When::Period(date, Precision::Day) if sign && !broken => {
            Some(date.year() - i16::from(date.month() < month))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{around, holds_date};
    use crate::dates::names::Names;
    use crate::dates::scan::Scanners;
    use crate::locale::tag::Locale;

    /// What dates are made of: the names of months, the words of a language's file, and numbers.
    fn parts(cues: &str, names: &Names) -> Vec<String> {
        let numbers = "1 3 15 31 12 21 98 2019 2021 2564 / - . , ' ( 十 二〇一九";
        let apart = |c: char| c.is_whitespace() || "[]{},:\"'".contains(c);
        let words = cues.split(apart).filter(|word| !word.is_empty());
        let months = names.months.iter().map(|name| name.name.as_str());
        let words: Vec<&str> = words.chain(months.cycle().take(100)).collect();
        // As many numbers as words.
        let numbers = numbers.split(' ').cycle().take(words.len());
        words
            .iter()
            .copied()
            .chain(numbers)
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn no_date_is_missed_for_a_lack_of_words() {
        let scanners = Scanners::default();
        let mut seed = 1_u64;
        let mut random = |below: usize| {
            // Marsaglia's xorshift.
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            (seed % below as u64) as usize
        };
        let read = |file: String| {
            let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
            std::fs::read_to_string(root.join(file)).expect("each language has it")
        };
        for language in [
            "en", "de", "fr", "sv", "hu", "tr", "ja", "ko", "zh", "ar", "he",
        ] {
            let locale = Locale::parse(language).expect("a tag");
            let scanner = scanners.of(&locale);
            let cues = read(format!("locales/{language}/dates.yaml"));
            let parts = parts(&cues, &Names::of(&locale));
            let mut part = || [&*parts[random(parts.len())], ["", " "][random(2)]];
            let mut made = || (0..8).flat_map(|_| part()).collect::<String>();
            let sentences = read(format!("tests/dates/{language}.md"));
            let mut texts: Vec<String> = sentences.lines().map(str::to_owned).collect();
            texts.extend((0..3_000).map(|_| made()));
            let mut dates = 0;
            for text in texts {
                let mut reading = scanner.reading(&text);
                reading.fill(0..text.len());
                let found = (0..reading.tokens.len()).any(|at| around(&reading, at, 0).is_some());
                assert_eq!(holds_date(&reading), found, "{language}: {text}");
                dates += usize::from(found);
            }
            assert!(dates > 50, "{language}: {dates}");
        }
    }
}
