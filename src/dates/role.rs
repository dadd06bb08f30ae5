//! What the words around a date say that it asks of the reader.

use std::ops::Range;

use crate::dates::cue::Role;
use crate::dates::range::past_sign;
use crate::dates::reading::{Found, Reading};
use crate::dates::sense::Sense;
use crate::dates::token::Kind;
use crate::dates::{months, written};

/// How far from the date a cue may stand, in words.
const REACH: usize = 12;

/// How many words the name of a limit and what it is for may have: `deadline for comments`.
const NAMED: usize = 10;

/// A cue, as a range of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What the date asks.
    pub role: Role,
    /// The bytes of the words that say so.
    pub words: Range<usize>,
}

/// The cue of a date. Words before `floor` belong to an earlier date.
pub fn find(reading: &Reading, found: Found, floor: usize) -> Option<Cue> {
    let ahead = ahead(reading, found.first, floor);
    let behind = behind(reading, found.end).filter(|cue| !leads_on(reading, cue));
    let told = ahead.as_ref().is_some_and(|cue| cue.role == Role::Mention);
    let cue = match (behind, ahead) {
        (_, ahead) if told => ahead,
        (Some(cue), _) if cue.role != Role::On => Some(cue),
        (_, Some(cue)) => Some(cue),
        (weak, None) => weak,
    };
    match cue {
        Some(cue) if cue.role != Role::On => Some(cue),
        weak => within(reading, found)
            .or_else(|| named(reading, found.first, floor))
            .or(weak)
            .or_else(|| start(reading, found, floor)),
    }
}

/// The cue that a month carries in its own word.
fn within(reading: &Reading, found: Found) -> Option<Cue> {
    let word = |at: usize| {
        let is_word = reading.kind(at) == Some(Kind::Word);
        let role = reading.lexicon.cue_within(reading.text_of(at));
        role.filter(|_| is_word).map(|role| Cue {
            role,
            words: at..at + 1,
        })
    };
    word(found.end - 1).or_else(|| word(found.first))
}

/// A word that means *from* before the first end of a range.
fn start(reading: &Reading, found: Found, floor: usize) -> Option<Cue> {
    let at = found.first.checked_sub(1).filter(|at| *at >= floor)?;
    let second = past_sign(reading, found.end)?;
    let begins = reading.past(at, Sense::Start) == Some(found.first)
        && (is_date(reading, second) || months::month(reading, second).is_some());
    begins.then_some(Cue {
        role: Role::After,
        words: at..found.first,
    })
}

/// The name of a limit that a colon or a word such as `is` ties to the date.
fn named(reading: &Reading, first: usize, floor: usize) -> Option<Cue> {
    let link = link_before(reading, first, floor)?;
    for at in (floor..link).rev().take(NAMED) {
        let ends = match reading.kind(at)? {
            Kind::Word | Kind::Han { .. } => false,
            Kind::Mark(mark) => ".!?;。！？；:".contains(mark),
            Kind::Number { .. } | Kind::Break => true,
        };
        if ends {
            return None;
        }
        let name = reading.sense(at, |sense| match sense {
            Sense::Name(role) => Some(role),
            _ => None,
        });
        if let Some((role, end)) = name.filter(|(_, end)| *end <= link) {
            return Some(Cue {
                role,
                words: at..end,
            });
        }
    }
    None
}

/// The colon or linking word right before a date, over week days, articles and `on`.
fn link_before(reading: &Reading, first: usize, floor: usize) -> Option<usize> {
    let mut at = first;
    for _ in 0..REACH {
        let previous = at.checked_sub(1).filter(|index| *index >= floor)?;
        let from = previous.saturating_sub(2).max(floor);
        if reading.tokens[previous].is_mark(&[':']) {
            return Some(previous);
        }
        if let Some(link) = (from..at).find(|link| reading.past(*link, Sense::Link) == Some(at)) {
            return Some(link);
        }
        let ids = reading.ids_before(at, floor);
        let on = reading.lexicon.cue_ahead(ids.ids());
        let on = on
            .filter(|(role, _)| *role == Role::On)
            .map(|(_, length)| length);
        at -= filler_before(reading, at, floor, ids.ids()).or(on)?;
    }
    None
}

/// Whether a cue after a date is no cue of that date: it opens another thought (`y después de que`),
/// or stands right before the next date and is a cue of that one.
fn leads_on(reading: &Reading, cue: &Cue) -> bool {
    let mut at = cue.words.end;
    while let Some(next) = reading.past(at, Sense::Filler) {
        at = next;
    }
    cue.role == Role::Mention
        || (is_date(reading, at) && ahead(reading, at, cue.words.start).is_some())
}

/// Whether a date may begin here.
pub fn is_date(reading: &Reading, at: usize) -> bool {
    match reading.kind(at) {
        Some(Kind::Number { .. } | Kind::Han { .. }) => true,
        Some(Kind::Word) => written::read(reading, at).is_some(),
        _ => false,
    }
}

/// Reads back from the date, over articles, week days, brackets and emphasis, to a cue. "On" is
/// only the answer where no stronger word stands before it: `avant le 15`.
fn ahead(reading: &Reading, first: usize, floor: usize) -> Option<Cue> {
    let mut weak = None;
    let mut at = first;
    for _ in 0..REACH {
        let ids = reading.ids_before(at, floor);
        let filler = filler_before(reading, at, floor, ids.ids());
        match reading.lexicon.cue_ahead(ids.ids()) {
            Some((Role::On, length)) => {
                weak.get_or_insert(Cue {
                    role: Role::On,
                    words: at - length..at,
                });
                at -= filler.unwrap_or(length).max(length);
            }
            Some((role, length)) if filler.is_none_or(|other| length >= other) => {
                return Some(Cue {
                    role,
                    words: at - length..at,
                });
            }
            _ => match filler {
                Some(length) => at -= length,
                None => break,
            },
        }
        if at <= floor {
            break;
        }
    }
    weak
}

/// How many tokens before this place say nothing of the role.
fn filler_before(reading: &Reading, at: usize, floor: usize, ids: &[u32]) -> Option<usize> {
    let previous = at.checked_sub(1).filter(|index| *index >= floor)?;
    let words = reading.lexicon.filler_ahead(ids);
    words
        .or_else(|| weekday_before(reading, at, floor))
        .or_else(|| hyphened_before(reading, previous, floor))
        .or_else(|| {
            let sign = reading.tokens[previous].is_mark(&[
                '(', '[', '"', '\'', '«', '»', '“', '„', '”', ':', ',', '*', '「', '（',
            ]);
            sign.then_some(1)
        })
}

/// A filler that a hyphen ties to the date: `mid-June`.
fn hyphened_before(reading: &Reading, hyphen: usize, floor: usize) -> Option<usize> {
    let word = hyphen.checked_sub(1).filter(|word| *word >= floor)?;
    let tied =
        reading.tokens[hyphen].is_mark(&['-']) && reading.past(word, Sense::Filler) == Some(hyphen);
    tied.then_some(2)
}

/// A week day, with the full stop that shortens it.
fn weekday_before(reading: &Reading, at: usize, floor: usize) -> Option<usize> {
    let stop = usize::from(reading.tokens[at - 1].is_mark(&['.']));
    let from = (at - stop).saturating_sub(3).max(floor);
    let start =
        (from..at - stop).find(|start| reading.past(*start, Sense::Weekday) == Some(at - stop))?;
    Some(at - start)
}

/// Reads on from the date to a particle, suffix or phrase.
fn behind(reading: &Reading, end: usize) -> Option<Cue> {
    let mut weak = None;
    let mut at = end + usize::from(ends_in_stop(reading, end));
    for _ in 0..REACH {
        let ids = reading.ids_from(at);
        let filler = filler_behind(reading, at);
        match reading.lexicon.cue_behind(ids.ids()) {
            Some((Role::On, length)) => {
                weak.get_or_insert(Cue {
                    role: Role::On,
                    words: at..at + length,
                });
                at = filler.unwrap_or(0).max(at + length);
            }
            Some((role, length)) if filler.is_none_or(|other| at + length >= other) => {
                return Some(Cue {
                    role,
                    words: at..at + length,
                });
            }
            _ => match filler {
                Some(next) => at = next,
                None => break,
            },
        }
    }
    weak
}

/// Whether a full stop after a date belongs to it and a cue goes on: `2019. október 15. előtt`.
fn ends_in_stop(reading: &Reading, end: usize) -> bool {
    let capital = reading
        .text_of(end + 1)
        .chars()
        .next()
        .is_some_and(char::is_uppercase);
    let stop = reading
        .touching(end)
        .is_some_and(|token| token.is_mark(&['.']));
    stop && !capital
        && reading
            .lexicon
            .cue_behind(reading.ids_from(end + 1).ids())
            .is_some()
}

fn filler_behind(reading: &Reading, at: usize) -> Option<usize> {
    let words = reading
        .past(at, Sense::Filler)
        .or_else(|| reading.past(at, Sense::Weekday));
    words.or_else(|| {
        let token = reading.get(at)?;
        let sign = token.is_mark(&[')', '(', ']', '"', '”', '»', '“', '*', ',', '」']);
        if matches!(token.kind, Kind::Number { .. }) {
            past_time(reading, at)
        } else {
            sign.then_some(at + 1)
        }
    })
}

/// Over `23:59` or `17時`.
fn past_time(reading: &Reading, at: usize) -> Option<usize> {
    let number = |at: usize| {
        let token = reading.touching(at)?;
        matches!(token.kind, Kind::Number { .. }).then_some(at + 1)
    };
    let colon = reading
        .touching(at + 1)
        .is_some_and(|token| token.is_mark(&[':']));
    if colon {
        number(at + 2)
    } else {
        reading.past(at + 1, Sense::Hour)
    }
}
