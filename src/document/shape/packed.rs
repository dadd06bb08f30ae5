//! Marks in as few bytes as they need: tens of thousands of pages keep theirs in memory, and they are
//! most of what is kept of a page.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::document::shape::Mark;

/// Marks in order, each as its distance from the one before it, in base 128 with the lowest digits
/// first (LEB128).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed(Box<[u8]>);

/// The bit of a byte that tells of another one behind it.
const MORE: u8 = 0x80;

impl Packed {
    /// Packs marks that are in order.
    pub fn new(marks: &[Mark]) -> Self {
        let mut bytes = Vec::with_capacity(marks.len() * 4);
        let mut last = 0;
        for mark in marks {
            let mut rest = mark.0 - last;
            last = mark.0;
            while rest >= u32::from(MORE) {
                bytes.push(rest as u8 | MORE);
                rest >>= 7;
            }
            bytes.push(rest as u8);
        }
        // Copied: a list that is made smaller where it stands keeps its room.
        Self(bytes.as_slice().into())
    }

    /// The marks, in order.
    pub fn iter(&self) -> impl Iterator<Item = Mark> {
        let (mut rest, mut last) = (&*self.0, 0_u32);
        std::iter::from_fn(move || {
            last = last.wrapping_add(take(&mut rest)?);
            Some(Mark(last))
        })
    }
}

/// Takes the next number.
fn take(bytes: &mut &[u8]) -> Option<u32> {
    if let Some((four, _)) = bytes.split_first_chunk() {
        let four = u32::from_le_bytes(*four);
        let ends = !four & u32::from_le_bytes([MORE; 4]);
        if ends != 0 {
            // Nearly always: all of it at once, without a step for each byte.
            let bits = ends.trailing_zeros() + 1;
            *bytes = &bytes[bits as usize / 8..];
            let own = four & (u32::MAX >> (32 - bits));
            let digits = |at: u32| own >> (8 * at) & 0x7f;
            return Some(digits(0) | digits(1) << 7 | digits(2) << 14 | digits(3) << 21);
        }
    }
    let (mut number, mut shift) = (0, 0);
    loop {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & !MORE) << shift;
        if byte & MORE == 0 {
            return Some(number);
        }
        // Damaged bytes may go on for longer than a number has bits.
        shift = (shift + 7).min(28);
    }
}

impl Serialize for Packed {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'a> Deserialize<'a> for Packed {
    fn deserialize<D: Deserializer<'a>>(from: D) -> Result<Self, D::Error> {
        <&[u8]>::deserialize(from).map(|bytes| Self(bytes.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back() {
        let marks = [0, 0, 1, 127, 128, 255, 1 << 14, 1 << 21, 1 << 28, u32::MAX].map(Mark);
        let packed = Packed::new(&marks);
        assert_eq!(packed.iter().collect::<Vec<_>>(), marks);
        for count in 0..marks.len() {
            let packed = Packed::new(&marks[..count]);
            assert_eq!(packed.iter().collect::<Vec<_>>(), marks[..count]);
        }
    }
}
