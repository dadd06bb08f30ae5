//! The words of a text: runs of Latin letters and digits, with what their letters are.

use std::ops::Range;

use crate::document::ascii::{Run, beginnings, eight, lower};

/// A word of a text, read once: every later question is answered from what was seen.
#[derive(Clone, Debug)]
pub struct Word {
    /// The bytes it stands at.
    pub range: Range<usize>,
    /// Its letters.
    pub letters: Letters,
    /// Whether all of it are letters of ASCII, with no digit.
    pub plain: bool,
    /// Whether its first letter is a capital of ASCII.
    pub capital: bool,
    /// Whether another one of its letters is.
    later_capital: bool,
    /// Whether one of its letters is a small one of ASCII.
    small: bool,
}

/// The bytes of a word in lower case as one number, the first the lowest, by [`MODULUS`]. Words of
/// up to seven bytes are their numbers; of longer ones two meet by chance alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letters {
    number: u64,
    /// What a byte that follows it weighs.
    weight: u64,
}

/// What 2^64 is by the modulus: a byte weighs so many times what the one eight before it does. Were it a
/// few times, as with 2^61 - 1, words would meet that differ in two letters, like `component` and
/// `komponens`.
const C: u64 = 0x1e37_799d;
const MODULUS: u64 = C.wrapping_neg();

impl Letters {
    const NONE: Self = Self {
        number: 0,
        weight: 1,
    };

    /// Those of a word.
    pub fn of(word: &[u8]) -> Self {
        let eights = (0..word.len()).step_by(8);
        eights.fold(Self::NONE, |letters, at| {
            letters.with(lower(eight(word, at)), (word.len() - at).min(8))
        })
    }

    /// With the first of eight bytes behind them, which are in lower case.
    fn with(self, eight: u64, length: usize) -> Self {
        let weight = 1_u64.checked_shl(8 * length as u32);
        let bits = weight.map_or(u64::MAX, |weight| weight - 1);
        let number = eight & bits;
        let own = Self {
            number: number.checked_sub(MODULUS).unwrap_or(number),
            weight: weight.unwrap_or(C),
        };
        // Most words have no more.
        if self == Self::NONE {
            own
        } else {
            self.then(own)
        }
    }

    /// Those of two words as one.
    pub fn then(self, next: Self) -> Self {
        let weight = u128::from(self.weight);
        Self {
            number: reduced(u128::from(self.number) + u128::from(next.number) * weight),
            weight: reduced(u128::from(next.weight) * weight),
        }
    }

    /// A hash of the whole word. The upper half is the better mixed one.
    pub fn hash(self) -> u32 {
        (self.number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
    }
}

/// A number by the modulus.
fn reduced(number: u128) -> u64 {
    // Each time the part above 64 bits is shorter by 35.
    let fold = |number: u128| u128::from(number as u64) + (number >> 64) * u128::from(C);
    let number = fold(fold(fold(number))) as u64;
    number.checked_sub(MODULUS).unwrap_or(number)
}

/// What a byte may be in a word.
const ASCII: u8 = 1;
/// The first byte of a Latin letter of two bytes: U+00C0 to U+036F with the marks at its end.
const WIDE: u8 = 2;
/// The first byte of U+1E00 to U+1EFF, and of other letters.
const WIDER: u8 = 3;

const KINDS: [u8; 256] = kinds();

const fn kinds() -> [u8; 256] {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => ASCII,
            0xC3..=0xCD => WIDE,
            0xE1 => WIDER,
            _ => 0,
        };
        byte += 1;
    }
    kinds
}

impl Word {
    /// The next word at or after a byte; other scripts end a Latin word.
    pub fn next(bytes: &[u8], from: usize) -> Option<Self> {
        let start = begins(bytes, from)?;
        Some(Self::short(bytes, start).unwrap_or_else(|| Self::long(bytes, start)))
    }

    /// What most words are: fewer than eight letters and digits of ASCII, read at once.
    fn short(bytes: &[u8], start: usize) -> Option<Self> {
        let eight = eight(bytes, start);
        let run = Run::of(eight);
        let end = start + run.length;
        let ends = bytes.get(end).is_none_or(u8::is_ascii);
        // The bit of the first letter, which is told by itself.
        let first = run.capitals & 0x80;
        (ends && (1..8).contains(&run.length)).then(|| Self {
            range: start..end,
            letters: Letters::NONE.with(eight | run.capitals >> 2, run.length),
            plain: run.digits == 0,
            capital: first != 0,
            later_capital: run.capitals != first,
            small: run.small != 0,
        })
    }

    fn long(bytes: &[u8], start: usize) -> Self {
        let mut word = Self {
            range: start..start,
            letters: Letters::NONE,
            plain: true,
            capital: bytes[start].is_ascii_uppercase(),
            later_capital: false,
            small: false,
        };
        loop {
            let next = eight(bytes, word.range.end);
            let run = Run::of(next);
            // The bit of the first letter, which is told by itself.
            let first = if word.range.is_empty() { 0x80 } else { 0 };
            word.later_capital |= run.capitals & !first != 0;
            word.small |= run.small != 0;
            word.plain &= run.digits == 0;
            // What follows the run is not taken.
            word.take(next | run.capitals >> 2, run.length);
            if run.length < 8 {
                let length = letter(bytes, word.range.end);
                if length == 0 {
                    return word;
                }
                word.plain = false;
                word.take(eight(bytes, word.range.end), length);
            }
        }
    }

    fn take(&mut self, eight: u64, length: usize) {
        self.letters = self.letters.with(eight, length);
        self.range.end += length;
    }

    /// Bytes.
    pub fn length(&self) -> usize {
        self.range.len()
    }

    /// Whether it has no capital of ASCII.
    pub fn is_lower(&self) -> bool {
        !self.capital && !self.later_capital
    }

    /// Whether no capital of ASCII stands behind its first letter.
    pub fn ends_lower(&self) -> bool {
        !self.later_capital
    }

    /// A capital first and a small letter somewhere: `Microsoft`, `AppSource`, but not `NOTE`.
    pub fn is_name(&self) -> bool {
        self.plain && self.capital && self.small
    }
}

/// Where the next word begins.
fn begins(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while at < bytes.len() {
        let may_begin = beginnings(eight(bytes, at));
        at += (may_begin.trailing_zeros() / 8) as usize;
        if may_begin != 0 {
            if letter(bytes, at) > 0 {
                return Some(at);
            }
            at += 1;
        }
    }
    None
}

/// Bytes of the Latin letter or digit at a place. 0 where there is none.
fn letter(bytes: &[u8], at: usize) -> usize {
    let Some(byte) = bytes.get(at) else { return 0 };
    match KINDS[usize::from(*byte)] {
        ASCII => 1,
        WIDE if bytes.len() > at + 1 => 2,
        WIDER if bytes.len() > at + 2 && (0xB8..=0xBB).contains(&bytes[at + 1]) => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Letters, MODULUS, Word, reduced};

    fn words(text: &str) -> Vec<&str> {
        let mut at = 0;
        let next = || {
            let word = Word::next(text.as_bytes(), at)?;
            assert_eq!(
                word.letters,
                Letters::of(text[word.range.clone()].as_bytes())
            );
            at = word.range.end;
            Some(&text[word.range])
        };
        std::iter::from_fn(next).collect()
    }

    #[test]
    fn words_end_where_no_letter_follows() {
        assert_eq!(
            words("Sign-in: x64, d'été"),
            ["Sign", "in", "x64", "d", "été"]
        );
        assert_eq!(words("é"), ["é"]);
        assert_eq!(words("abcdefghé"), ["abcdefghé"]);
        assert_eq!(words("abcdefgé, ếh"), ["abcdefgé", "ếh"]);
        assert_eq!(words("設定Azureの\u{c3}"), ["Azure", "Ã"]);
        assert_eq!(words("Zugriffsberechtigungen"), ["Zugriffsberechtigungen"]);
    }

    #[test]
    fn short_words_are_told_as_long_ones_are() {
        let signs = ["a", "Z", "m", "7", "-", " ", "é", "ế", "設", "\u{1}"];
        let mut short = 0;
        for number in 0..signs.len().pow(5) {
            let sign = |at: u32| signs[number / signs.len().pow(at) % signs.len()];
            // Words of up to nine letters, and what may follow them.
            let text: String = ["iO"]
                .into_iter()
                .chain((0..5).map(sign))
                .chain(["Xy"])
                .collect();
            let long = Word::long(text.as_bytes(), 0);
            if let Some(word) = Word::short(text.as_bytes(), 0) {
                assert_eq!(format!("{word:?}"), format!("{long:?}"), "{text}");
                short += 1;
            }
        }
        assert!(short > 10_000, "{short}");
    }

    #[test]
    fn capitals_are_told() {
        let word = |text: &str| Word::next(text.as_bytes(), 0).expect("there is a word");
        assert!(word("Microsoft").is_name() && word("AppSource").is_name());
        assert!(!word("NOTE").is_name() && !word("Gen2").is_name() && !word("Über").is_name());
        assert!(word("Microsoft").ends_lower() && !word("AppSource").ends_lower());
        assert!(!word("PartnersCenter").ends_lower() && !word("partnersCenter").is_lower());
    }

    #[test]
    fn two_words_have_the_letters_of_both_as_one() {
        let text = "Partnercenter-Administratorberechtigungen";
        for length in 0..=text.len() {
            for split in 0..=length {
                let (first, second) = text[..length].split_at(split);
                let both = Letters::of(first.as_bytes()).then(Letters::of(second.as_bytes()));
                assert_eq!(both, Letters::of(text[..length].to_lowercase().as_bytes()));
            }
        }
    }

    /// Two small changes that are the same sum where a byte weighs few times as much as one before it.
    #[test]
    fn letters_that_change_together_change_the_word() {
        assert_ne!(Letters::of(b"component"), Letters::of(b"komponens"));
        let mut seen = BTreeSet::new();
        let letters = || b'a'..=b'z';
        let pairs = || letters().flat_map(|one| letters().map(move |other| (one, other)));
        let places = || (1..24).flat_map(|behind| (0..behind).map(move |before| (before, behind)));
        for ((before, behind), (one, other)) in
            places().flat_map(|at| pairs().map(move |by| (at, by)))
        {
            let mut word = [b'-'; 24];
            word[before] = one;
            word[behind] = other;
            seen.insert(Letters::of(&word).number);
        }
        assert_eq!(seen.len(), places().count() * pairs().count());
    }

    #[test]
    fn a_number_is_less_than_the_modulus() {
        let modulus = u128::from(MODULUS);
        for number in [
            0,
            1,
            modulus - 1,
            modulus,
            modulus + 1,
            1 << 64,
            modulus * modulus,
            u128::MAX,
        ] {
            assert_eq!(u128::from(reduced(number)), number % modulus);
        }
    }
}
