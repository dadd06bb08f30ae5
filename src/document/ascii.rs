//! ASCII by eights: what eight bytes are is asked of all of them in a few steps.

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each byte, by which answers are given.
const HIGHEST: u64 = 0x80 * EACH;
/// What makes a capital a small letter.
const SMALL: u64 = 0x20 * EACH;

/// What the first of eight bytes are, up to one that is neither a letter nor a digit. A text of fewer
/// than eight is filled up with zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// How many bytes it has.
    pub length: usize,
    /// The highest bits of its capitals.
    pub capitals: u64,
    /// The highest bits of its small letters.
    pub small: u64,
    /// The highest bits of its digits.
    pub digits: u64,
}

impl Run {
    /// The run that eight bytes begin with, the first one being the lowest.
    pub fn of(eight: u64) -> Self {
        let (letters, digits) = (letters(eight), digits(eight));
        let ends = !(letters | digits) & HIGHEST;
        // Up to the bit before the one that ends it; all of them where none does.
        let inside = (ends & ends.wrapping_neg()).wrapping_sub(1);
        // The bit that small letters have is two below the highest.
        let capitals = letters & !(eight << 2) & inside;
        Self {
            length: (ends.trailing_zeros() / 8) as usize,
            capitals,
            small: letters & inside ^ capitals,
            digits: digits & inside,
        }
    }
}

/// Up to eight bytes of a text, from one of them on.
pub fn eight(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => {
            let shifted = rest.iter().rev();
            shifted.fold(0, |number, byte| number << 8 | u64::from(*byte))
        }
    }
}

/// Which of eight bytes may begin a letter or digit of any script: the highest bits of those of ASCII, and
/// of the first bytes of all other characters.
pub fn beginnings(eight: u64) -> u64 {
    letters(eight) | digits(eight) | eight & eight << 1 & HIGHEST
}

/// Eight bytes with the capitals among them as small letters.
pub fn lower(eight: u64) -> u64 {
    eight | between(eight, b'A', b'Z') >> 2
}

/// The highest bits of the letters of ASCII.
fn letters(eight: u64) -> u64 {
    between(eight | SMALL, b'a', b'z')
}

/// The highest bits of the digits of ASCII.
fn digits(eight: u64) -> u64 {
    between(eight, b'0', b'9')
}

/// The highest bits of the bytes from one of ASCII to another one.
fn between(eight: u64, first: u8, last: u8) -> u64 {
    let low = eight & !HIGHEST;
    // Without the highest bit of each, no sum carries into the next byte.
    let from_first = low + u64::from(0x80 - first) * EACH;
    let past_last = low + u64::from(0x7f - last) * EACH;
    (from_first ^ past_last) & !eight & HIGHEST
}

#[cfg(test)]
mod tests {
    use super::{Run, beginnings, eight, lower};

    /// The same, byte by byte.
    fn slowly(bytes: [u8; 8]) -> Run {
        let length = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric());
        let length = length.count();
        let highest = |is: fn(&u8) -> bool| {
            let bits = (0..length).filter(|at| is(&bytes[*at]));
            bits.map(|at| 0x80 << (8 * at)).sum()
        };
        Run {
            length,
            capitals: highest(u8::is_ascii_uppercase),
            small: highest(u8::is_ascii_lowercase),
            digits: highest(u8::is_ascii_digit),
        }
    }

    #[test]
    fn a_run_is_what_its_bytes_are() {
        for byte in 0..=u8::MAX {
            for at in 0..8 {
                let mut bytes = *b"aZ09zA4x";
                bytes[at] = byte;
                assert_eq!(
                    Run::of(u64::from_le_bytes(bytes)),
                    slowly(bytes),
                    "{bytes:?}"
                );
            }
        }
    }

    #[test]
    fn letters_of_every_script_begin_at_their_first_byte() {
        for byte in 0..=u8::MAX {
            for at in 0..8 {
                let mut bytes = *b" -\x80\xbf@[`{";
                bytes[at] = byte;
                let begins = byte.is_ascii_alphanumeric() || byte >= 0xc0;
                let highest = u64::from(begins) * (0x80 << (8 * at));
                assert_eq!(beginnings(u64::from_le_bytes(bytes)), highest, "{bytes:?}");
            }
        }
    }

    #[test]
    fn the_end_of_a_text_is_filled_up() {
        assert_eq!(eight(b"abc", 1), u64::from_le_bytes(*b"bc\0\0\0\0\0\0"));
        assert_eq!(eight(b"abcdefgh-", 0), u64::from_le_bytes(*b"abcdefgh"));
        assert_eq!(eight(b"abc", 4), 0);
    }

    #[test]
    fn capitals_of_ascii_alone_are_made_small() {
        for byte in 0..=u8::MAX {
            let mixed = [byte, b'A', 0xff, 0, b'z', byte, b'[', b'@'];
            let small = mixed.map(|byte| byte.to_ascii_lowercase());
            assert_eq!(
                lower(u64::from_le_bytes(mixed)),
                u64::from_le_bytes(small),
                "{byte}"
            );
        }
    }
}
