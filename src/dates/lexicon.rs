//! All that a language's words can mean in or around a date, ready to be looked up.

use rustc_hash::FxHashMap;

use crate::dates::cue::{Cues, Role, Unit};
use crate::dates::fold::{fold, key_into};
use crate::dates::names::Names;
use crate::dates::sense::{Field, Sense};
use crate::dates::token::{Kind, Numerals, Token, tokenize};
use crate::dates::vocabulary::{Vocabulary, WordId};

/// Phrases by their first word, the longest first.
#[derive(Clone, Debug)]
struct Table<T>(FxHashMap<WordId, Vec<(Vec<WordId>, T)>>);

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Lexicon {
    words: Vocabulary,
    senses: Table<Sense>,
    /// Cues before a date, read from the date backwards.
    ahead: Table<Role>,
    behind: Table<Role>,
    /// Fillers before a date, read backwards.
    fillers: Table<()>,
    clitics: Vec<String>,
    endings: Vec<String>,
    /// Parts of a month's word that say what it asks.
    affixes: Vec<(Affix, Role)>,
    numerals: Numerals,
    reach: usize,
}

/// A part of a word, by the end at which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Affix {
    Prefix(String),
    Suffix(String),
}

impl Lexicon {
    /// The words of a language, ready to be looked up.
    pub fn new(names: &Names, cues: &Cues, numerals: Numerals) -> Self {
        let mut lexicon = Self {
            words: Vocabulary::default(),
            senses: Table(FxHashMap::default()),
            ahead: Table(FxHashMap::default()),
            behind: Table(FxHashMap::default()),
            fillers: Table(FxHashMap::default()),
            clitics: spellings(&cues.clitics),
            endings: spellings(&cues.endings),
            affixes: affixes(cues),
            numerals,
            reach: 4,
        };
        lexicon.add_names(names, cues);
        lexicon.add_words(cues);
        lexicon.add_phrases(cues);
        lexicon.sort();
        lexicon
    }

    fn add_names(&mut self, names: &Names, cues: &Cues) {
        let proper: Vec<_> = cues.proper.iter().map(|word| fold(word)).collect();
        let known = names
            .months
            .iter()
            .map(|name| (name.name.as_str(), name.month, name.short));
        let more = cues.months.iter().flat_map(|(month, list)| {
            list.iter()
                .map(|name| (name.trim_end_matches('.'), *month, name.ends_with('.')))
        });
        for (name, month, short) in known.chain(more) {
            let proper = proper.contains(&fold(name));
            let sense = Sense::Month {
                month,
                short,
                proper,
            };
            self.add_sense(name, sense);
            self.reach = self.reach.max(self.words_of(name).len() + 2);
        }
        for name in names.weekdays.iter().chain(&cues.weekdays) {
            self.add_sense(name, Sense::Weekday);
        }
    }

    fn add_words(&mut self, cues: &Cues) {
        let lists = [
            (&cues.joiners, Sense::Joiner),
            (&cues.ordinals, Sense::Ordinal),
            (&cues.ranges, Sense::Range),
            (&cues.units.never, Sense::Never),
            (&cues.labels, Sense::Label),
            (&cues.fillers, Sense::Filler),
            (&cues.links, Sense::Link),
            (&cues.starts, Sense::Start),
            (&cues.hours, Sense::Hour),
            (&cues.parts.quarter, Sense::Quarter),
            (&cues.parts.half, Sense::Half),
        ];
        for (words, sense) in lists {
            words.iter().for_each(|word| self.add_sense(word, sense));
        }
        self.add_unit(&cues.units.behind, Sense::Behind);
        self.add_unit(&cues.units.ahead, Sense::Ahead);
        for (era, first) in &cues.eras {
            self.add_sense(era, Sense::Era(*first));
        }
        for (number, words) in &cues.parts.count {
            words
                .iter()
                .for_each(|word| self.add_sense(word, Sense::Count(*number)));
        }
        for filler in &cues.fillers {
            let mut words = self.words_of(filler);
            words.reverse();
            self.fillers.add(words, ());
        }
    }

    fn add_unit(&mut self, unit: &Unit, sense: fn(Field) -> Sense) {
        let fields = [
            (&unit.year, Field::Year),
            (&unit.month, Field::Month),
            (&unit.day, Field::Day),
        ];
        for (words, field) in fields {
            words
                .iter()
                .for_each(|word| self.add_sense(word, sense(field)));
        }
    }

    fn add_phrases(&mut self, cues: &Cues) {
        for (role, phrase) in cues.ahead.roles() {
            let mut words = self.words_of(phrase);
            words.reverse();
            self.ahead.add(words, role);
        }
        for (role, phrase) in cues.behind.roles() {
            let words = self.words_of(phrase);
            self.behind.add(words, role);
        }
        for (role, phrase) in cues.names.roles() {
            self.add_sense(phrase, Sense::Name(role));
        }
    }

    fn add_sense(&mut self, phrase: &str, sense: Sense) {
        let words = self.words_of(phrase);
        self.senses.add(words, sense);
    }

    /// Whether a phrase that begins with this word may be part of a date in words: without any, there is
    /// none.
    pub fn bears_date(&self, word: WordId) -> bool {
        let mut phrases = self.senses.0.get(&word).into_iter().flatten();
        phrases.any(|(_, sense)| sense.bears_date())
    }

    fn sort(&mut self) {
        self.senses.sort();
        self.ahead.sort();
        self.behind.sort();
        self.fillers.sort();
    }

    /// The words of a phrase, each given a number if it has none yet.
    fn words_of(&mut self, phrase: &str) -> Vec<WordId> {
        let mut tokens = Vec::new();
        tokenize(phrase, 0..phrase.len(), Numerals::Digits, &mut tokens);
        tokens
            .iter()
            .map(|token| self.words.intern(&plain_form(phrase, *token)))
            .collect()
    }

    /// How many tokens before its number a date may begin.
    pub fn reach(&self) -> usize {
        self.reach
    }

    /// Which numerals the language writes.
    pub fn numerals(&self) -> Numerals {
        self.numerals
    }

    /// The number of a word, without its clitics and endings if need be; 0 where no phrase has it.
    pub fn id(&self, text: &str, token: Token, buffer: &mut String) -> WordId {
        buffer.clear();
        match token.kind {
            Kind::Word | Kind::Han { .. } => {
                let word = &text[token.range()];
                if !self.has_parts() && !self.words.may_hold(word) {
                    return 0;
                }
                key_into(word, buffer);
            }
            Kind::Mark(mark) => buffer.push(mark),
            Kind::Number { .. } | Kind::Break => return 0,
        }
        self.words
            .find(buffer)
            .or_else(|| self.find_bare(buffer))
            .unwrap_or(0)
    }

    /// Whether words of this language are looked up without some of their parts too.
    fn has_parts(&self) -> bool {
        let (clitics, endings) = (&self.clitics, &self.endings);
        !(clitics.is_empty() && endings.is_empty() && self.affixes.is_empty())
    }

    fn find_bare(&self, word: &str) -> Option<WordId> {
        let unled = self
            .clitics
            .iter()
            .filter_map(|clitic| word.strip_prefix(clitic.as_str()));
        let unended = self
            .endings
            .iter()
            .filter_map(|ending| word.strip_suffix(ending.as_str()));
        let bare = self
            .affixes
            .iter()
            .filter_map(|(affix, _)| affix.strip(word));
        unled
            .chain(unended)
            .chain(bare)
            .find_map(|bare| self.words.find(bare))
    }

    /// What a part of a month's own word says that it asks: `augusztusig`.
    pub fn cue_within(&self, word: &str) -> Option<Role> {
        if self.affixes.is_empty() {
            return None;
        }
        let mut key = String::new();
        key_into(word, &mut key);
        if self.words.find(&key).is_some() {
            return None;
        }
        let mut told = self.affixes.iter();
        told.find_map(|(affix, role)| {
            affix
                .strip(&key)
                .and_then(|bare| self.words.find(bare))
                .map(|_| *role)
        })
    }

    /// Every sense that begins at a word, the longest first, with its length in tokens.
    pub fn senses<'l>(&'l self, ids: &'l [WordId]) -> impl Iterator<Item = (Sense, usize)> + 'l {
        self.senses.at(ids)
    }

    /// The cue that the words before a date end in; `ids` is read from the date backwards.
    pub fn cue_ahead(&self, ids: &[WordId]) -> Option<(Role, usize)> {
        self.ahead.at(ids).next()
    }

    /// The cue that the words after a date begin with.
    pub fn cue_behind(&self, ids: &[WordId]) -> Option<(Role, usize)> {
        self.behind.at(ids).next()
    }

    /// How many words before a date, read backwards, say nothing of its role.
    pub fn filler_ahead(&self, ids: &[WordId]) -> Option<usize> {
        self.fillers.at(ids).next().map(|((), length)| length)
    }
}

impl<T: Copy> Table<T> {
    fn add(&mut self, words: Vec<WordId>, value: T) {
        if let [first, rest @ ..] = words.as_slice() {
            self.0
                .entry(*first)
                .or_default()
                .push((rest.to_vec(), value));
        }
    }

    fn sort(&mut self) {
        for list in self.0.values_mut() {
            list.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
    }

    fn at<'t>(&'t self, ids: &'t [WordId]) -> impl Iterator<Item = (T, usize)> + 't {
        let list = ids.first().and_then(|first| self.0.get(first));
        list.into_iter().flatten().filter_map(|(rest, value)| {
            // Most phrases are one word. A comparison of nothing is not free: an empty list has an
            // address that is not mapped, and `memcmp` there takes a tenth of a microsecond.
            let holds = rest.is_empty() || ids[1..].starts_with(rest);
            holds.then_some((*value, rest.len() + 1))
        })
    }
}

impl Affix {
    /// `-ig` is an ending, `מ-` a beginning.
    fn new(written: &str) -> Self {
        match written.strip_prefix('-') {
            Some(ending) => Self::Suffix(ending.to_owned()),
            None => Self::Prefix(written.trim_end_matches('-').to_owned()),
        }
    }

    fn strip<'w>(&self, word: &'w str) -> Option<&'w str> {
        match self {
            Self::Prefix(part) => word.strip_prefix(part.as_str()),
            Self::Suffix(part) => word.strip_suffix(part.as_str()),
        }
    }
}

/// The longest first, so that `-áig` is not read as `-ig` after a letter more.
fn affixes(cues: &Cues) -> Vec<(Affix, Role)> {
    let mut written: Vec<(String, Role)> = Vec::new();
    for (role, part) in cues.affixes.roles() {
        let both = spellings(std::slice::from_ref(&part.to_owned()));
        written.extend(both.into_iter().map(|spelling| (spelling, role)));
    }
    written.sort_by_key(|(part, _)| std::cmp::Reverse(part.len()));
    let affix = |(part, role): (String, Role)| (Affix::new(&part), role);
    written.into_iter().map(affix).collect()
}

/// Parts of words with their accents and without.
fn spellings(parts: &[String]) -> Vec<String> {
    let exact = parts.iter().map(|part| {
        let mut key = String::new();
        key_into(part, &mut key);
        key
    });
    exact.chain(parts.iter().map(|part| fold(part))).collect()
}

/// A token in the form in which phrases are compared. Numbers in phrases are their digits.
fn plain_form(text: &str, token: Token) -> String {
    match token.kind {
        Kind::Mark(mark) => mark.to_string(),
        _ => text[token.range()].to_owned(),
    }
}
