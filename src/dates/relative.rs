//! Wording that means another day whenever it is read: `currently`, `in March` without a year.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::dates::cue::Cues;
use crate::dates::fold::{fold, key_into};
use crate::dates::names::Names;
use crate::dates::token::{Kind, Numerals, Token, tokenize};

/// What stands in a phrase for the name of any month.
const MONTH: &str = "{month}";

/// How many tokens around a month may hold its year.
const YEAR: usize = 3;

/// A place where a text says when, and does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relative {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// A month without its year; else a word such as `currently`.
    pub is_month: bool,
}

/// The relative wording of a language.
#[derive(Clone, Debug, Default)]
pub struct Wording {
    ids: FxHashMap<Box<str>, u32>,
    /// By their first word, the longest first.
    phrases: FxHashMap<u32, Vec<Phrase>>,
}

#[derive(Clone, Debug)]
struct Phrase {
    rest: Vec<u32>,
    is_month: bool,
    /// Which of its words is a month that is a common word too, unless it has a capital.
    capital: Option<usize>,
}

impl Wording {
    /// The wording that a language's file lists, with every month in the place of `{month}`: by
    /// name, or by number where the language has no names for them.
    pub fn new(names: &Names, cues: &Cues) -> Self {
        let mut wording = Self::default();
        for phrase in &cues.relative {
            if phrase.contains(MONTH) {
                wording.add_months(phrase, names, cues);
            } else {
                wording.add(phrase, None);
            }
        }
        for phrases in wording.phrases.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
        }
        wording
    }

    fn add_months(&mut self, phrase: &str, names: &Names, cues: &Cues) {
        let units = &cues.units;
        if !(units.behind.month.is_empty() && units.ahead.month.is_empty()) {
            for number in 1..=12 {
                self.add(&phrase.replace(MONTH, &number.to_string()), Some(""));
            }
        }
        let known = names.months.iter().map(|month| month.name.as_str());
        for name in known.chain(cues.months.values().flatten().map(String::as_str)) {
            let proper = cues.proper.iter().any(|word| fold(word) == fold(name));
            let name = name.trim_end_matches('.');
            let phrase = phrase.replace(MONTH, name);
            self.add(&phrase, Some(if proper { name } else { "" }));
        }
    }

    /// `month` is the month's name where it needs its capital, and empty where it does not.
    fn add(&mut self, phrase: &str, month: Option<&str>) {
        let mut tokens = Vec::new();
        tokenize(phrase, 0..phrase.len(), Numerals::Digits, &mut tokens);
        let place = |name: &str| tokens.iter().position(|t| &phrase[t.range()] == name);
        let capital = month.filter(|name| !name.is_empty()).and_then(place);
        let mut ids = tokens.iter().map(|token| {
            let next = u32::try_from(self.ids.len() + 1).unwrap_or(u32::MAX);
            *self.ids.entry(key(phrase, *token)).or_insert(next)
        });
        let Some(first) = ids.next() else { return };
        let rest: Vec<u32> = ids.collect();
        self.phrases.entry(first).or_default().push(Phrase {
            rest,
            is_month: month.is_some(),
            capital,
        });
    }

    /// Every such place of a text in which markup is blanked as for [`crate::dates::scan`].
    pub fn find(&self, text: &str) -> Vec<Relative> {
        let mut found = Vec::new();
        if self.phrases.is_empty() {
            return found;
        }
        let mut tokens = Vec::new();
        tokenize(text, 0..text.len(), Numerals::Digits, &mut tokens);
        let ids: Vec<u32> = tokens.iter().map(|token| self.id(text, *token)).collect();
        let mut at = 0;
        while at < tokens.len() {
            let fits = |phrase: &&Phrase| {
                ids[at + 1..].starts_with(&phrase.rest)
                    && has_capital(text, &tokens, at, phrase)
                    && !(phrase.is_month && is_dated(&tokens, at..at + 1 + phrase.rest.len()))
            };
            let phrases = self.phrases.get(&ids[at]).map_or(&[][..], Vec::as_slice);
            let Some(phrase) = phrases.iter().find(fits) else {
                at += 1;
                continue;
            };
            let end = at + 1 + phrase.rest.len();
            found.push(Relative {
                range: tokens[at].start..tokens[end - 1].end,
                is_month: phrase.is_month,
            });
            at = end;
        }
        found
    }

    fn id(&self, text: &str, token: Token) -> u32 {
        if token.kind == Kind::Break {
            return 0;
        }
        self.ids.get(&key(text, token)).copied().unwrap_or(0)
    }
}

/// A word as it is looked up: its accents count, its letter case does not.
fn key(text: &str, token: Token) -> Box<str> {
    match token.kind {
        Kind::Number { value, .. } => value.to_string().into(),
        Kind::Mark(mark) => mark.to_string().into(),
        Kind::Word | Kind::Han { .. } | Kind::Break => {
            let mut out = String::new();
            key_into(&text[token.range()], &mut out);
            out.into()
        }
    }
}

fn has_capital(text: &str, tokens: &[Token], at: usize, phrase: &Phrase) -> bool {
    let Some(place) = phrase.capital else {
        return true;
    };
    let word = &text[tokens[at + place].range()];
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether a number beside a month gives its day or its year.
fn is_dated(tokens: &[Token], phrase: Range<usize>) -> bool {
    let is_number = |token: &Token| matches!(token.kind, Kind::Number { .. });
    let is_year = |token: &Token| matches!(token.kind, Kind::Number { digits: 4, .. });
    let near = |reach: usize| {
        let before = tokens[phrase.start.saturating_sub(reach)..phrase.start].iter();
        let after = tokens[phrase.end..].iter().take(reach);
        before.chain(after)
    };
    // The year of an era clings to the month: `令和3年3月`.
    let is_era = match tokens[..phrase.start] {
        [.., number, unit] => {
            is_number(&number)
                && unit.kind == Kind::Word
                && unit.tight
                && tokens[phrase.start].tight
        }
        _ => false,
    };
    is_era || near(1).any(is_number) || near(YEAR).any(is_year)
}
