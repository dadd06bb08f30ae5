//! What a page knows of names: which it writes whole, and where it may have torn one apart.
//!
//! Whether `micro soft` is torn can only be seen beside other texts, so each page keeps what the
//! comparison needs: its names, hashes of its lower-case words, and pairs of words that stand
//! nowhere else. Names are Latin letters in every language; everything here is ASCII.

mod word;

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use serde::{Deserialize, Serialize};

use crate::document::prose::{JOINS, is_told};
use crate::document::revision::Place;
use crate::document::terms::word::{Letters, Word};

/// What a page knows of names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Words with a capital that does not come from the start of a sentence, and that are nowhere
    /// on the page in lower case. Sorted, one a line.
    names: Box<str>,
    /// Hashes of the words in lower case, sorted. Two words meet once in 2^16, and then a name is
    /// not protected.
    lower: Box<[u16]>,
    /// Pairs of words that may be a torn name.
    pub torn: Box<[Torn]>,
}

/// Two words that may be one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Torn {
    /// Of both words as one, in lower case.
    pub hash: u32,
    /// Bytes of the first word.
    pub split: u8,
    /// Whether the first word has a capital.
    pub capital: bool,
    /// Whether either word stands elsewhere on the page too, and so is one of its own.
    pub common: bool,
    /// Where it stands.
    pub place: Place,
}

/// The least letters of a name that is looked for without being configured, and of its parts:
/// shorter ones meet by chance.
const NAME: usize = 7;
const PART: usize = 3;
/// The most letters of a name.
const LONGEST: usize = 24;

impl Terms {
    /// The names that the page writes whole.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.split_terminator('\n')
    }

    /// Whether the page has a word in lower case.
    pub fn has_lower(&self, hash: u32) -> bool {
        self.lower.binary_search(&short(hash)).is_ok()
    }
}

/// The hash of a word, whatever its capitals.
pub fn hash(word: &str) -> u32 {
    Letters::of(word.as_bytes()).hash()
}

/// The half of a hash that pages keep of words in lower case.
fn short(hash: u32) -> u16 {
    (hash >> 16) as u16
}

/// Reads the texts of a page, one after the other.
#[derive(Debug)]
pub struct TermReader<'a> {
    /// Hashes of the configured terms; where there are any, only they are looked for.
    wanted: &'a [u32],
    /// Words by hash, numbered as they are met.
    words: FxHashMap<u32, u32>,
    /// By number.
    counts: Vec<Counts>,
    names: FxHashMap<u32, Box<str>>,
    pairs: Vec<Pair>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    all: u32,
    lower: u32,
}

/// A word that was met.
#[derive(Clone, Debug)]
struct Met {
    word: Word,
    /// None where it is not counted: too short for a part of a name, or not of letters of ASCII alone.
    number: Option<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Pair {
    /// The numbers of its words.
    first: u32,
    second: u32,
    /// The hash of both as one.
    both: u32,
    split: u8,
    capital: bool,
    part: u16,
    start: u32,
    end: u32,
}

impl<'a> TermReader<'a> {
    /// A reader that looks for these names, by hash.
    pub fn new(wanted: &'a [u32]) -> Self {
        // A page has some hundreds of different words.
        const WORDS: usize = 448;
        Self {
            wanted,
            words: FxHashMap::with_capacity_and_hasher(WORDS, FxBuildHasher),
            counts: Vec::with_capacity(WORDS),
            names: FxHashMap::default(),
            pairs: Vec::new(),
        }
    }

    /// Takes a text whose markup is blanked, as [`crate::document::prose`] does it. Headings in
    /// title case and tables, the `told` ones, show no names.
    pub fn text(&mut self, text: &str, (part, offset): (u16, usize), told: &[Range<usize>]) {
        let bytes = text.as_bytes();
        let mut last: Option<Met> = None;
        let mut at = 0;
        while let Some(word) = Word::next(bytes, at) {
            at = word.range.end;
            let mut number = None;
            if word.plain {
                let joins = |last: &Met| joined(&bytes[last.word.range.end..word.range.start]);
                let near = last.filter(joins);
                let named = word.is_name()
                    && is_own(bytes, near.as_ref().map(|near| &near.word), &word)
                    && !is_told(told, word.range.start);
                number = self.word(text, &word, named);
                let numbers = near.as_ref().and_then(|near| near.number).zip(number);
                if let (Some(near), Some(numbers)) = (near, numbers) {
                    self.pair((&near.word, &word), numbers, (part, offset));
                }
            }
            last = Some(Met { word, number });
        }
    }

    /// Counts a word that may be a part of a name; `named` are those whose capital is their own.
    fn word(&mut self, text: &str, word: &Word, named: bool) -> Option<u32> {
        if word.length() < PART && self.wanted.is_empty() {
            return None;
        }
        let lower =
            word.length() >= NAME && word.is_lower() && is_apart(text.as_bytes(), &word.range);
        let hash = word.letters.hash();
        let next = long(self.counts.len());
        let number = *self.words.entry(hash).or_insert(next);
        if number == next {
            self.counts.push(Counts::default());
        }
        let counts = &mut self.counts[number as usize];
        counts.all += 1;
        counts.lower += u32::from(lower);
        let kept = named && self.wanted.is_empty() && (NAME..=LONGEST).contains(&word.length());
        if kept && is_apart(text.as_bytes(), &word.range) {
            let written = &text[word.range.clone()];
            self.names.entry(hash).or_insert_with(|| written.into());
        }
        Some(number)
    }

    fn pair(
        &mut self,
        (first, second): (&Word, &Word),
        numbers: (u32, u32),
        (part, offset): (u16, usize),
    ) {
        let length = first.length() + second.length();
        // A second capital makes two names, as in `Power Apps`.
        let may_be =
            || first.ends_lower() && second.is_lower() && (NAME..=LONGEST).contains(&length);
        if self.wanted.is_empty() && !may_be() {
            return;
        }
        let both = first.letters.then(second.letters).hash();
        if self.wanted.is_empty() || self.wanted.contains(&both) {
            self.pairs.push(Pair {
                first: numbers.0,
                second: numbers.1,
                both,
                split: u8::try_from(first.length()).unwrap_or(u8::MAX),
                capital: first.capital,
                part,
                start: long(offset + first.range.start),
                end: long(offset + second.range.end),
            });
        }
    }

    /// What the page knows. `place` gives the place of a part's bytes.
    pub fn finish(self, place: impl Fn(u16, Range<usize>) -> Place) -> Terms {
        let together = self.together();
        let configured = !self.wanted.is_empty();
        let torn = self.pairs.iter().filter_map(|pair| {
            let (first, second) = (self.count(pair.first), self.count(pair.second));
            let pairs = || together.get(&(pair.first, pair.second)).copied();
            let common = first != second || first > 1 && first > pairs().unwrap_or(1);
            let keep = configured || !common && !self.has_lower(pair.both);
            keep.then(|| Torn {
                hash: pair.both,
                split: pair.split,
                capital: pair.capital,
                common,
                place: place(pair.part, pair.start as usize..pair.end as usize),
            })
        });
        let torn = torn.collect();
        Terms {
            names: self.whole_names(),
            lower: self.lower_words(),
            torn,
        }
    }

    /// How often two words stand side by side, where that says whether they also stand apart: of
    /// words that are as frequent as each other, and stand on the page more than once.
    fn together(&self) -> FxHashMap<(u32, u32), u32> {
        let mut together: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        for pair in &self.pairs {
            let first = self.count(pair.first);
            if first > 1 && first == self.count(pair.second) {
                *together.entry((pair.first, pair.second)).or_default() += 1;
            }
        }
        together
    }

    fn count(&self, number: u32) -> u32 {
        self.counts[number as usize].all
    }

    /// Whether a word stands somewhere in lower case, tied to no other one.
    fn has_lower(&self, hash: u32) -> bool {
        let number = self.words.get(&hash);
        number.is_some_and(|number| self.counts[*number as usize].lower > 0)
    }

    fn whole_names(&self) -> Box<str> {
        let names = self.names.iter();
        let whole = names.filter(|(hash, _)| !self.has_lower(**hash));
        let mut names: Vec<&str> = whole.map(|(_, name)| &**name).collect();
        names.sort_unstable();
        let lines: String = names.iter().flat_map(|name| [*name, "\n"]).collect();
        lines.as_str().into()
    }

    fn lower_words(&self) -> Box<[u16]> {
        if !self.wanted.is_empty() {
            return Box::default();
        }
        let words = self.words.iter();
        let lower = words.filter(|(_, number)| self.counts[**number as usize].lower > 0);
        let mut lower: Vec<u16> = lower.map(|(hash, _)| short(*hash)).collect();
        lower.sort_unstable();
        lower.dedup();
        lower.as_slice().into()
    }
}

/// Whether no sign ties a word to another one, as in addresses and file names.
fn is_apart(bytes: &[u8], range: &Range<usize>) -> bool {
    let ties = |byte: Option<&u8>| {
        matches!(
            byte,
            Some(b'.' | b'/' | b'@' | b'_' | b'-' | b'\\' | b'#' | b'=')
        )
    };
    let before = range.start.checked_sub(1).and_then(|at| bytes.get(at));
    let next = bytes.get(range.end + 1);
    let goes_on = next.is_some_and(|byte| byte.is_ascii_alphanumeric());
    let tied = ties(before) || ties(bytes.get(range.end)) && goes_on;
    !tied
}

/// Whether the capital of a word is its own: it begins no sentence, and is no common noun. `near`
/// is the word before it.
fn is_own(bytes: &[u8], near: Option<&Word>, word: &Word) -> bool {
    match near {
        None => follows_other_script(&bytes[..word.range.start]),
        Some(last) => !is_determiner(last.letters) || names_on(bytes, word.range.end),
    }
}

/// Articles and their like, as far as they are nothing else in another language. What needs one is
/// a common noun, as in `the Dashboard`, whatever its capital.
fn is_determiner(word: Letters) -> bool {
    const DETERMINERS: [&str; 38] = [
        "the", "an", "your", "this", "each", "le", "la", "les", "un", "une", "votre", "chaque",
        "el", "los", "las", "una", "su", "il", "lo", "gli", "uno", "um", "uma", "os", "het", "een",
        "uw", "der", "das", "dem", "den", "det", "ein", "eine", "ihr", "din", "ditt", "dit",
    ];
    static LETTERS: LazyLock<[Letters; 38]> =
        LazyLock::new(|| DETERMINERS.map(|word| Letters::of(word.as_bytes())));
    LETTERS.contains(&word)
}

/// Whether another capital follows: `the Microsoft Partner Network`.
fn names_on(bytes: &[u8], end: usize) -> bool {
    let next = Word::next(bytes, end).filter(|next| joined(&bytes[end..next.range.start]));
    next.is_some_and(|next| next.capital)
}

/// Whether a letter of a script without capitals, or at least another one, stands before.
fn follows_other_script(before: &[u8]) -> bool {
    let mut bytes = before.iter().rev();
    let last = bytes.find(|byte| !matches!(**byte, b' ' | JOINS));
    let punctuation = before
        .windows(2)
        .rev()
        .take(4)
        .any(|pair| pair == [0xE2, 0x80]);
    last.is_some_and(|byte| !byte.is_ascii()) && !punctuation
}

/// Whether only a space, a line end or markup stands between two words.
fn joined(between: &[u8]) -> bool {
    let blank = |byte: &u8| matches!(*byte, b' ' | b'\n' | b'\r' | JOINS);
    between == b" "
        || between.len() <= 16
            && between.iter().all(blank)
            && between.iter().any(|byte| *byte != JOINS)
}

fn long(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{TermReader, Terms, hash};
    use crate::document::revision::Place;
    use crate::finding::Span;

    fn read(text: &str) -> Terms {
        let mut reader = TermReader::new(&[]);
        reader.text(text, (0, 0), &[]);
        let span = Span::FILE;
        reader.finish(|part, _| Place { part, span })
    }

    #[test]
    fn a_name_is_what_keeps_its_capital_amid_others() {
        let terms = read("Sign in to Microsoft now. Accounts are here, and Windows too, windows.");
        assert_eq!(terms.names().collect::<Vec<_>>(), ["Microsoft"]);
    }

    #[test]
    fn a_pair_is_kept_where_its_words_stand_nowhere_else() {
        let terms = read("werken met micro soft aan partner centrum en partner account");
        let kept = |name| terms.torn.iter().any(|torn| torn.hash == hash(name));
        assert!(kept("microsoft"));
        assert!(!kept("partnercentrum"));
    }
}
