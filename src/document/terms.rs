//! What a page knows of names: which it writes whole, and where it may have torn one apart.
//!
//! Whether `micro soft` is torn can only be seen beside other texts, so each page keeps what the
//! comparison needs: its names, hashes of its lower-case words, and pairs of words that stand
//! nowhere else. Names are Latin letters in every language; everything here is ASCII.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::document::prose::{BLOCK, JOINS};
use crate::document::revision::Place;

/// What a page knows of names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Torn {
    /// Of both words as one, in lower case.
    pub hash: u32,
    /// Bytes of the first word.
    pub split: u8,
    /// Whether the first word has a capital.
    pub capital: bool,
    /// Whether either word stands elsewhere on the page too, and so is one of its own.
    pub common: bool,
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

/// FNV-1a over the letters in lower case, so that the hash of two words is that of both as one.
pub fn hash(word: &str) -> u32 {
    extend(0x811c_9dc5, word.as_bytes())
}

fn extend(hash: u32, word: &[u8]) -> u32 {
    let step = |hash: u32, byte: &u8| {
        (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
    };
    word.iter().fold(hash, step)
}

/// The upper half is the better mixed one.
fn short(hash: u32) -> u16 {
    (hash >> 16) as u16
}

/// Reads the texts of a page, one after the other.
#[derive(Debug)]
pub struct TermReader<'a> {
    /// Hashes of the configured terms; where there are any, only they are looked for.
    wanted: &'a [u32],
    words: FxHashMap<u32, Counts>,
    names: FxHashMap<u32, Box<str>>,
    pairs: Vec<Pair>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    all: u32,
    lower: u32,
}

#[derive(Clone, Copy, Debug)]
struct Pair {
    first: u32,
    second: u32,
    both: u32,
    split: u8,
    capital: bool,
    part: u16,
    start: u32,
    end: u32,
}

/// How a word stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// With a capital of its own.
    Name,
    Word,
    /// In an address or a file name, `login.microsoft.com`, which tell nothing of capitals.
    Within,
}

struct Word {
    range: Range<usize>,
    hash: u32,
    /// Whether all its letters are ASCII.
    plain: bool,
}

impl<'a> TermReader<'a> {
    pub fn new(wanted: &'a [u32]) -> Self {
        Self {
            wanted,
            words: FxHashMap::default(),
            names: FxHashMap::default(),
            pairs: Vec::new(),
        }
    }

    /// Takes a text whose markup is blanked, as [`crate::document::prose`] does it. Headings in
    /// title case and tables, the `told` ones, show no names.
    pub fn text(&mut self, text: &str, (part, offset): (u16, usize), told: &[Range<usize>]) {
        let bytes = text.as_bytes();
        let mut last: Option<Word> = None;
        let mut at = 0;
        while let Some(word) = next_word(bytes, at) {
            at = word.range.end;
            let near = last
                .as_ref()
                .filter(|last| joined(&bytes[last.range.end..word.range.start]));
            if let Some(first) = near.filter(|first| first.plain && word.plain) {
                self.pair(bytes, (first, &word), (part, offset));
            }
            let start = word.range.start;
            let written = &text[word.range.clone()];
            let before = near.map(|last| &text[last.range.clone()]);
            let amid = before.is_some() || follows_other_script(&bytes[..start]);
            let common = before.is_some_and(is_determiner) && !names_on(bytes, at);
            let is_told = || told.iter().any(|told| told.contains(&start));
            let named = word.plain && is_name(written) && amid && !common && !is_told();
            let standing = if named {
                Standing::Name
            } else {
                Standing::Word
            };
            let standing = if is_apart(bytes, &word.range) {
                standing
            } else {
                Standing::Within
            };
            self.word(written, &word, standing);
            last = Some(word);
        }
    }

    /// Counts a word.
    fn word(&mut self, text: &str, word: &Word, standing: Standing) {
        if !word.plain {
            return;
        }
        let lower = text.len() >= NAME
            && standing != Standing::Within
            && !text.bytes().any(|byte| byte.is_ascii_uppercase());
        let counts = self.words.entry(word.hash).or_default();
        counts.all += 1;
        counts.lower += u32::from(lower);
        let kept = standing == Standing::Name && self.wanted.is_empty();
        if kept && (NAME..=LONGEST).contains(&text.len()) {
            self.names.entry(word.hash).or_insert_with(|| text.into());
        }
    }

    fn pair(&mut self, bytes: &[u8], (first, second): (&Word, &Word), at: (u16, usize)) {
        let (part, offset) = at;
        let (a, b) = (&bytes[first.range.clone()], &bytes[second.range.clone()]);
        let length = a.len() + b.len();
        let both = extend(first.hash, b);
        let wanted = match self.wanted {
            [] => {
                // A second capital makes two names, as in `Power Apps`.
                let lower = b.iter().all(u8::is_ascii_lowercase)
                    && a[1..].iter().all(u8::is_ascii_lowercase);
                lower && a.len() >= PART && b.len() >= PART && (NAME..=LONGEST).contains(&length)
            }
            wanted => wanted.contains(&both),
        };
        if wanted {
            self.pairs.push(Pair {
                first: first.hash,
                second: second.hash,
                both,
                split: u8::try_from(a.len()).unwrap_or(u8::MAX),
                capital: a[0].is_ascii_uppercase(),
                part,
                start: long(offset + first.range.start),
                end: long(offset + second.range.end),
            });
        }
    }

    /// What the page knows. `place` gives the place of a part's bytes.
    pub fn finish(self, place: impl Fn(u16, Range<usize>) -> Place) -> Terms {
        let mut pairs: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        for pair in &self.pairs {
            *pairs.entry((pair.first, pair.second)).or_default() += 1;
        }
        let common = |pair: &Pair| {
            let together = pairs.get(&(pair.first, pair.second)).copied().unwrap_or(0);
            let count = |hash| {
                self.words
                    .get(&hash)
                    .map_or(0, |counts: &Counts| counts.all)
            };
            count(pair.first) > together || count(pair.second) > together
        };
        let configured = !self.wanted.is_empty();
        let torn = self.pairs.iter().filter_map(|pair| {
            let common = common(pair);
            let whole = self.words.get(&pair.both);
            let ordinary = whole.is_some_and(|counts| counts.lower > 0);
            let keep = configured || !common && !ordinary;
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

    fn whole_names(&self) -> Box<str> {
        let lower = |hash: &u32| self.words.get(hash).is_some_and(|counts| counts.lower > 0);
        let whole = self.names.iter().filter(|(hash, _)| !lower(hash));
        let mut names: Vec<&str> = whole.map(|(_, name)| &**name).collect();
        names.sort_unstable();
        names
            .iter()
            .flat_map(|name| [*name, "\n"])
            .collect::<String>()
            .into()
    }

    fn lower_words(&self) -> Box<[u16]> {
        if !self.wanted.is_empty() {
            return Box::default();
        }
        let lower = self.words.iter().filter(|(_, counts)| counts.lower > 0);
        let mut lower: Vec<u16> = lower.map(|(hash, _)| short(*hash)).collect();
        lower.sort_unstable();
        lower.dedup();
        lower.into()
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

/// A capital first and a small letter somewhere: `Microsoft`, `AppSource`, but not `NOTE`.
fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.bytes().any(|byte| byte.is_ascii_lowercase())
        && word.bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Articles and their like, as far as they are nothing else in another language. What needs one is
/// a common noun, as in `the Dashboard`, whatever its capital.
fn is_determiner(word: &str) -> bool {
    const DETERMINERS: [&str; 38] = [
        "the", "an", "your", "this", "each", "le", "la", "les", "un", "une", "votre", "chaque",
        "el", "los", "las", "una", "su", "il", "lo", "gli", "uno", "um", "uma", "os", "het", "een",
        "uw", "der", "das", "dem", "den", "det", "ein", "eine", "ihr", "din", "ditt", "dit",
    ];
    DETERMINERS.contains(&word.to_ascii_lowercase().as_str())
}

/// Whether another capital follows: `the Microsoft Partner Network`.
fn names_on(bytes: &[u8], end: usize) -> bool {
    let next = next_word(bytes, end).filter(|next| joined(&bytes[end..next.range.start]));
    next.is_some_and(|next| bytes[next.range.start].is_ascii_uppercase())
}

/// The next run of Latin letters and digits.
fn next_word(bytes: &[u8], from: usize) -> Option<Word> {
    let mut start = from;
    while letter(bytes, start) == 0 {
        start += 1;
        if start >= bytes.len() {
            return None;
        }
    }
    let mut end = start;
    loop {
        match letter(bytes, end) {
            0 => break,
            length => end += length,
        }
    }
    let word = &bytes[start..end];
    Some(Word {
        range: start..end,
        hash: extend(0x811c_9dc5, word),
        plain: word.iter().all(u8::is_ascii_alphabetic),
    })
}

/// Bytes of the Latin letter or digit at a place: ASCII, U+00C0 to U+036F with the marks at its end,
/// and U+1E00 to U+1EFF. 0 where there is none; other scripts end a Latin word.
fn letter(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([byte, ..]) if byte.is_ascii_alphanumeric() => 1,
        Some([0xC3..=0xCD, _, ..]) => 2,
        Some([0xE1, 0xB8..=0xBB, _, ..]) => 3,
        _ => 0,
    }
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
    between.len() <= 16
        && between.iter().all(blank)
        && between.iter().any(|byte| *byte != JOINS)
        && !between.contains(&BLOCK)
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
