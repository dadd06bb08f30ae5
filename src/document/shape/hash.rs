//! Hashes of words and targets, of which a page has thousands.

/// The same on every machine, and quick on short words: eight bytes at a time are multiplied in, and
/// both halves of the product count, as in wyhash. `fold` changes each byte by itself and leaves zeros,
/// since the last bytes are filled up with some.
pub fn hash(value: &[u8], fold: impl Fn(u64) -> u64) -> u32 {
    const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
    const FACTOR: u128 = 0xd6e8_feb8_6659_fd93;
    let mixed = |state: u64, eight: u64| {
        let product = u128::from(state ^ fold(eight)) * FACTOR;
        (product >> 64) as u64 ^ product as u64
    };
    let (eights, rest) = value.as_chunks();
    let whole = eights.iter().map(|eight| u64::from_le_bytes(*eight));
    let start = SEED.wrapping_mul(value.len() as u64 + 1);
    let state = mixed(whole.fold(start, mixed), last(rest));
    (state >> 32) as u32
}

/// Fewer than eight bytes as a number, another one for each text of a length.
fn last(rest: &[u8]) -> u64 {
    let number = |four: &[u8; 4]| u64::from(u32::from_le_bytes(*four));
    match (rest.first_chunk(), rest.last_chunk()) {
        // They overlap, which costs less than to go byte by byte.
        (Some(first), Some(last)) => number(first) | number(last) << 32,
        _ => match rest {
            [] => 0,
            [only] => u64::from(*only),
            [first, .., last] => {
                let middle = rest[rest.len() / 2];
                u64::from(*first) | u64::from(middle) << 8 | u64::from(*last) << 16
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::hash;

    #[test]
    fn texts_of_every_length_have_hashes_of_their_own() {
        let mut seen = BTreeSet::new();
        for length in 0..40 {
            for changed in 0..length {
                for byte in 1..=u8::MAX {
                    let mut text = vec![0; length];
                    text[changed] = byte;
                    seen.insert(hash(&text, |eight| eight) >> 5);
                }
            }
            seen.insert(hash(&vec![0; length], |eight| eight) >> 5);
        }
        let texts = (0..40).map(|length| length * 255 + 1).sum::<usize>();
        // Of 200,000 texts some 150 share the 27 bits that a mark keeps, by chance.
        assert!(seen.len() + 300 > texts, "{} of {texts}", seen.len());
    }
}
