//! The words of a text: runs of Latin letters and digits, with what their letters are.

use std::ops::Range;

use crate::document::ascii::{Run, eight, lower};

/// A word of a text, read once: every later question is answered from what was counted.
#[derive(Clone, Debug)]
pub struct Word {
    /// The bytes it stands at.
    pub range: Range<usize>,
    /// Its letters.
    pub letters: Letters,
    /// Whether all its letters are ASCII.
    pub plain: bool,
    /// How many capitals it has.
    capitals: u32,
    /// Whether the first letter is one of them.
    pub capital: bool,
}

/// The bytes of a word in lower case as one number, the first the lowest, modulo 2^61 - 1. Words of
/// seven letters are their numbers; of longer ones two meet by chance alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    number: u64,
    length: usize,
}

impl Letters {
    const BITS: usize = 61;
    const MODULUS: u64 = (1 << Self::BITS) - 1;

    /// Those of a word.
    pub fn of(word: &[u8]) -> Self {
        let eights = (0..word.len()).step_by(8);
        eights.fold(Self::default(), |letters, at| {
            letters.with(eight(word, at), (word.len() - at).min(8))
        })
    }

    /// With the first of eight bytes behind them.
    fn with(self, eight: u64, length: usize) -> Self {
        let bits = u64::MAX.checked_shr(64 - 8 * length as u32);
        let number = lower(eight) & bits.unwrap_or_default();
        self.then(Self {
            number: reduced(number),
            length,
        })
    }

    /// Those of two words as one.
    pub fn then(self, next: Self) -> Self {
        // To shift is to rotate: 2^61 is 1.
        let shift = 8 * self.length % Self::BITS;
        let shifted = next.number << shift & Self::MODULUS | next.number >> (Self::BITS - shift);
        Self {
            number: reduced(self.number + shifted),
            length: self.length + next.length,
        }
    }

    /// A hash of the whole word. The upper half is the better mixed one.
    pub fn hash(self) -> u32 {
        (self.number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
    }
}

/// A number that is less than eight times the modulus, by it.
fn reduced(number: u64) -> u64 {
    let sum = (number & Letters::MODULUS) + (number >> Letters::BITS);
    if sum < Letters::MODULUS {
        sum
    } else {
        sum - Letters::MODULUS
    }
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
        let may_begin = |byte: &u8| KINDS[usize::from(*byte)] != 0;
        let mut start = from;
        while letter(bytes, start) == 0 {
            // Behind a byte that looked like a letter and was none, the search goes on.
            let next = usize::from(bytes.get(start).is_some_and(may_begin));
            start += next + bytes.get(start + next..)?.iter().position(may_begin)?;
        }
        let mut word = Self {
            range: start..start,
            letters: Letters::default(),
            plain: true,
            capitals: 0,
            capital: bytes[start].is_ascii_uppercase(),
        };
        loop {
            let next = eight(bytes, word.range.end);
            let run = Run::of(next);
            word.capitals += run.capitals.count_ones();
            word.plain &= run.digits == 0;
            word.take(next, run.length);
            if run.length < 8 {
                let length = letter(bytes, word.range.end);
                if length == 0 {
                    return Some(word);
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

    /// Whether it has no capital.
    pub fn is_lower(&self) -> bool {
        self.capitals == 0
    }

    /// Whether no capital stands behind its first letter.
    pub fn ends_lower(&self) -> bool {
        self.capitals == u32::from(self.capital)
    }

    /// A capital first and a small letter somewhere: `Microsoft`, `AppSource`, but not `NOTE`.
    pub fn is_name(&self) -> bool {
        self.plain && self.capital && (self.capitals as usize) < self.length()
    }
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

    use super::{Letters, Word};

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
    fn capitals_are_counted() {
        let word = |text: &str| Word::next(text.as_bytes(), 0).expect("there is a word");
        assert!(word("Microsoft").is_name() && word("AppSource").is_name());
        assert!(!word("NOTE").is_name() && !word("Gen2").is_name() && !word("Über").is_name());
        assert!(word("Microsoft").ends_lower() && !word("AppSource").ends_lower());
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

    #[test]
    fn words_that_differ_have_hashes_that_differ() {
        let mut seen = BTreeSet::new();
        for length in 1..24 {
            for changed in 0..length {
                for letter in b'a'..=b'z' {
                    let mut word = vec![b'-'; length];
                    word[changed] = letter;
                    seen.insert(Letters::of(&word).hash());
                }
            }
        }
        assert_eq!(seen.len(), (1..24).map(|length| length * 26).sum::<usize>());
    }
}
