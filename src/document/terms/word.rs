//! The words of a text: runs of Latin letters and digits, with what their letters are.

use std::ops::Range;

/// The hash of no letters, to be gone on with by [`extend`].
pub const EMPTY: u32 = 0x811c_9dc5;

/// A word of a text, read once: every later question is answered from what was counted.
#[derive(Clone, Debug)]
pub struct Word {
    /// The bytes it stands at.
    pub range: Range<usize>,
    /// Of its bytes in lower case.
    pub hash: u32,
    /// Whether all its letters are ASCII.
    pub plain: bool,
    /// How many capitals it has.
    capitals: u32,
    /// Whether the first letter is one of them.
    pub capital: bool,
}

/// What a byte may be in a word.
const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 4;
const ASCII: u8 = LOWER | UPPER | DIGIT;
/// The first byte of a Latin letter of two bytes: U+00C0 to U+036F with the marks at its end.
const WIDE: u8 = 8;
/// The first byte of U+1E00 to U+1EFF, and of other letters.
const WIDER: u8 = 16;

const KINDS: [u8; 256] = kinds();
/// Each byte in lower case.
const LOWERED: [u8; 256] = lowered();

const fn lowered() -> [u8; 256] {
    let mut lowered = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        lowered[byte] = (byte as u8).to_ascii_lowercase();
        byte += 1;
    }
    lowered
}

const fn kinds() -> [u8; 256] {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
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
        let (mut hash, mut seen, mut capitals) = (EMPTY, 0, 0);
        let mut end = start;
        while let Some(byte) = bytes.get(end) {
            let kind = KINDS[usize::from(*byte)];
            if kind & ASCII != 0 {
                seen |= kind;
                capitals += u32::from(kind == UPPER);
                hash = step(hash, *byte);
                end += 1;
                continue;
            }
            let length = letter(bytes, end);
            if length == 0 {
                break;
            }
            seen |= WIDE;
            hash = extend(hash, &bytes[end..end + length]);
            end += length;
        }
        Some(Self {
            range: start..end,
            hash,
            plain: seen & !(LOWER | UPPER) == 0,
            capitals,
            capital: bytes[start].is_ascii_uppercase(),
        })
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

/// Goes on with a hash (FNV-1a over the letters in lower case), so that the hash of two words is
/// that of both as one.
pub fn extend(hash: u32, word: &[u8]) -> u32 {
    word.iter().fold(hash, |hash, byte| step(hash, *byte))
}

fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(LOWERED[usize::from(byte)])).wrapping_mul(0x0100_0193)
}

/// Bytes of the Latin letter or digit at a place. 0 where there is none.
fn letter(bytes: &[u8], at: usize) -> usize {
    let Some(byte) = bytes.get(at) else { return 0 };
    match KINDS[usize::from(*byte)] {
        LOWER | UPPER | DIGIT => 1,
        WIDE if bytes.len() > at + 1 => 2,
        WIDER if bytes.len() > at + 2 && (0xB8..=0xBB).contains(&bytes[at + 1]) => 3,
        _ => 0,
    }
}
