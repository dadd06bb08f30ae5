//! A stretch of text as tokens, with what its words may mean; the grammars read it.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use jiff::civil::Date;

use crate::dates::cue::Precision;
use crate::dates::lexicon::Lexicon;
use crate::dates::names::Names;
use crate::dates::sense::Sense;
use crate::dates::token::{Kind, Token, tokenize};
use crate::dates::vocabulary::WordId;

/// The longest phrase that is looked for, in tokens.
const PHRASE: usize = 12;

const UNKNOWN: WordId = WordId::MAX;

/// A stretch of text as tokens.
pub struct Reading<'t> {
    /// The text.
    pub text: &'t str,
    /// The words of its language.
    pub lexicon: &'t Lexicon,
    /// The names of its language.
    pub names: &'t Names,
    /// How far the years of the country's calendar run ahead, 0 for most.
    pub year_offset: i16,
    /// What the text was cut into.
    pub tokens: Vec<Token>,
    /// Looked up when first asked for: most words never are.
    ids: Vec<Cell<WordId>>,
    buffer: RefCell<String>,
    /// Bytes cut into tokens and looks at tokens: what a scan costs, whatever the machine.
    #[cfg(test)]
    pub steps: Cell<usize>,
}

/// The numbers of a few words in a row.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words {
    ids: [WordId; PHRASE],
    length: usize,
}

impl Words {
    /// Up to the first word that no phrase holds.
    fn collect(ids: impl Iterator<Item = WordId>) -> Self {
        let mut words = Self::default();
        for id in ids.take_while(|id| *id != 0).take(PHRASE) {
            words.ids[words.length] = id;
            words.length += 1;
        }
        words
    }

    /// The number of each token's word.
    pub fn ids(&self) -> &[WordId] {
        &self.ids[..self.length]
    }
}

/// A date that a grammar read, as a range of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its first token.
    pub first: usize,
    /// The token after its last.
    pub end: usize,
    /// Which day it is.
    pub when: When,
}

/// Which date was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The first day of a period.
    Period(Date, Precision),
    /// A half of a year, by its first day.
    Half(Date),
    /// Day and month could change places: `02/03/2019`.
    Ambiguous(Date),
    /// A day of an unknown year.
    Yearless {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// Written as a date, but there is no such day.
    Impossible,
}

impl<'t> Reading<'t> {
    /// Begins to read a text.
    pub fn new(text: &'t str, names: &'t Names, lexicon: &'t Lexicon) -> Self {
        let (tokens, ids) = (Vec::new(), Vec::new());
        Self {
            text,
            lexicon,
            names,
            year_offset: 0,
            tokens,
            ids,
            buffer: RefCell::default(),
            #[cfg(test)]
            steps: Cell::default(),
        }
    }

    /// Reads another stretch of the text.
    pub fn fill(&mut self, window: Range<usize>) {
        #[cfg(test)]
        self.steps.set(self.steps.get() + window.len());
        self.tokens.clear();
        tokenize(self.text, window, self.lexicon.numerals(), &mut self.tokens);
        self.ids.clear();
        self.ids.resize(self.tokens.len(), Cell::new(UNKNOWN));
    }

    /// A token; none past the end.
    pub fn get(&self, at: usize) -> Option<Token> {
        #[cfg(test)]
        self.steps.set(self.steps.get() + 1);
        self.tokens.get(at).copied()
    }

    /// What a token is; none past the end.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.get(at).map(|token| token.kind)
    }

    /// The token before another, where nothing that shows is between them.
    pub fn touching_before(&self, at: usize) -> Option<Token> {
        let tight = at > 0 && self.get(at).is_some_and(|token| token.tight);
        tight.then(|| self.tokens[at - 1])
    }

    /// The token itself, where nothing that shows is between it and the one before.
    pub fn touching(&self, at: usize) -> Option<Token> {
        self.get(at).filter(|token| token.tight)
    }

    /// The text of a token.
    pub fn text_of(&self, at: usize) -> &'t str {
        self.get(at).map_or("", |token| &self.text[token.range()])
    }

    fn id(&self, at: usize) -> WordId {
        #[cfg(test)]
        self.steps.set(self.steps.get() + 1);
        let Some(cell) = self.ids.get(at) else {
            return 0;
        };
        if cell.get() == UNKNOWN {
            cell.set(
                self.lexicon
                    .id(self.text, self.tokens[at], &mut self.buffer.borrow_mut()),
            );
        }
        cell.get()
    }

    /// Whether some phrase of the language holds this word.
    pub fn is_known(&self, at: usize) -> bool {
        self.id(at) != 0
    }

    /// Whether a date in words may need the word of this token.
    pub fn bears_date(&self, at: usize) -> bool {
        self.is_known(at) && self.lexicon.bears_date(self.id(at))
    }

    /// The words from a token on, as far as phrases hold them.
    pub fn ids_from(&self, at: usize) -> Words {
        Words::collect((at..at + PHRASE).map(|index| self.id(index)))
    }

    /// The words that end before a token, the last first, down to `floor`.
    pub fn ids_before(&self, at: usize, floor: usize) -> Words {
        let from = at.saturating_sub(PHRASE).max(floor);
        Words::collect((from..at).rev().map(|index| self.id(index)))
    }

    /// The longest sense at a token that `pick` takes, and the token after it.
    pub fn sense<T>(&self, at: usize, pick: impl Fn(Sense) -> Option<T>) -> Option<(T, usize)> {
        if self.id(at) == 0 {
            return None;
        }
        let ids = self.ids_from(at);
        let mut senses = self.lexicon.senses(ids.ids());
        senses.find_map(|(sense, length)| pick(sense).map(|picked| (picked, at + length)))
    }

    /// The token after one with this sense.
    pub fn past(&self, at: usize, sense: Sense) -> Option<usize> {
        self.sense(at, |found| (found == sense).then_some(()))
            .map(|((), end)| end)
    }

    /// The text of tokens, without what does not show.
    pub fn written(&self, range: Range<usize>) -> String {
        let Some(tokens) = self.tokens.get(range) else {
            return String::new();
        };
        let mut out = String::new();
        for (index, token) in tokens.iter().enumerate() {
            if index > 0 && !token.tight {
                out.push(' ');
            }
            let shown = self.text[token.range()].chars();
            out.extend(shown.filter(|c| !crate::dates::fold::is_transparent(*c)));
        }
        out
    }
}

/// A civil date from parts as they were read.
pub fn date(year: i16, month: i8, day: i8) -> When {
    match Date::new(year, month, day) {
        Ok(date) => When::Period(date, Precision::Day),
        Err(_) => When::Impossible,
    }
}
