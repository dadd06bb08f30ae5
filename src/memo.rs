//! What is remembered from one run to the next, by the content that it was made from.
//!
//! A result is believed where its [`Key`] is that of today, and where its bytes are those that were
//! written: everything kept is sealed with a version and a checksum.

use std::io::{BufWriter, IntoInnerError, Write};

use serde::{Deserialize, Serialize};

/// A hash over everything that something is made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key([u8; 32]);

/// Puts a key together from parts, each with its length, so that no two lists of parts are one.
#[derive(Clone, Debug, Default)]
pub struct Parts(blake3::Hasher);

impl Parts {
    /// Adds bytes, with their number.
    pub fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.0.update(&(bytes.len() as u64).to_le_bytes());
        self.0.update(bytes);
        self
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.bytes(text.as_bytes())
    }

    /// Adds another key.
    pub fn key(&mut self, key: &Key) -> &mut Self {
        self.bytes(&key.0)
    }

    /// A value by its `Debug`, which names every field.
    pub fn value(&mut self, value: &impl std::fmt::Debug) -> &mut Self {
        self.text(&format!("{value:?}"))
    }

    /// A value by what `serde` writes of it, which takes less time. Each field of it must always be
    /// written: fields have no names there, so none may be skipped, nor flattened.
    pub fn packed(&mut self, value: &impl Serialize) -> &mut Self {
        self.bytes(&pack(value))
    }

    /// The key of all that was added.
    pub fn finish(&self) -> Key {
        Key(*self.0.finalize().as_bytes())
    }
}

impl Key {
    /// In lower-case hexadecimal digits.
    pub fn hex(&self) -> String {
        blake3::Hash::from(self.0).to_hex().to_string()
    }

    /// The key of some bytes alone.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}

impl From<blake3::Hash> for Key {
    fn from(hash: blake3::Hash) -> Self {
        Self(*hash.as_bytes())
    }
}

/// A hash of blake3 as a key, for `serde`.
pub mod hash {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Key;

    /// # Errors
    /// Those of the format.
    pub fn serialize<S: Serializer>(hash: &blake3::Hash, to: S) -> Result<S::Ok, S::Error> {
        Key::from(*hash).serialize(to)
    }

    /// # Errors
    /// Those of the format.
    pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<blake3::Hash, D::Error> {
        Key::deserialize(from).map(|key| key.0.into())
    }
}

/// A key in lower-case hexadecimal digits, for `serde`.
pub mod hex {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    use super::Key;

    /// # Errors
    /// Those of the format.
    pub fn serialize<S: Serializer>(key: &Key, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&blake3::Hash::from(key.0).to_hex())
    }

    /// # Errors
    /// Those of the format, and a text that is no hash.
    pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Key, D::Error> {
        let digits = String::deserialize(from)?;
        let hash = blake3::Hash::from_hex(digits);
        hash.map(Key::from).map_err(D::Error::custom)
    }
}

/// Bytes that are lent by those that they are read from, for `serde`.
pub mod lent {
    use std::borrow::Cow;

    use serde::{Deserialize, Deserializer, Serializer};

    /// # Errors
    /// Those of the format.
    #[expect(clippy::ptr_arg, reason = "`serde` hands over the field as it is")]
    pub fn serialize<S: Serializer>(bytes: &Cow<'_, [u8]>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(bytes)
    }

    /// # Errors
    /// Those of the format.
    pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Cow<'a, [u8]>, D::Error> {
        <&[u8]>::deserialize(from).map(Cow::Borrowed)
    }
}

/// Bytes of one's own as a whole, for `serde`, which else takes them one by one.
pub mod whole {
    use serde::{Deserialize, Deserializer, Serializer};

    /// # Errors
    /// Those of the format.
    #[expect(clippy::borrowed_box, reason = "`serde` hands over the field as it is")]
    pub fn serialize<S: Serializer>(bytes: &Box<[u8]>, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(bytes)
    }

    /// # Errors
    /// Those of the format.
    pub fn deserialize<'a, D: Deserializer<'a>>(from: D) -> Result<Box<[u8]>, D::Error> {
        <&[u8]>::deserialize(from).map(Box::from)
    }
}

/// What every sealed file begins with.
const MARK: &[u8] = b"instep cache, may be deleted\n";

/// Why something sealed is not what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// Another version of the program wrote it, or one with other settings.
    Other,
    /// Bytes are missing, or are others than were written.
    Damaged,
}

/// Writes parts one after the other, with what tells later whether they are all there. `maker`
/// names who wrote them and under which circumstances.
///
/// # Errors
/// What the writer cannot do.
pub fn seal(
    maker: &Key,
    parts: &mut dyn Iterator<Item = Vec<u8>>,
    to: &mut dyn Write,
) -> std::io::Result<()> {
    to.write_all(MARK)?;
    to.write_all(&maker.0)?;
    let sum = blake3::Hasher::new();
    // Many parts are short, and long runs are hashed faster.
    let mut run = BufWriter::with_capacity(RUN, Summed { sum, to });
    for part in parts {
        run.write_all(&part)?;
    }
    let Summed { sum, to } = run.into_inner().map_err(IntoInnerError::into_error)?;
    to.write_all(sum.finalize().as_bytes())
}

/// Bytes that are sealed at once.
const RUN: usize = 1 << 16;

/// Writes what it is given, and keeps its sum.
struct Summed<'a> {
    sum: blake3::Hasher,
    to: &'a mut dyn Write,
}

impl Write for Summed<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.sum.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.to.flush()
    }
}

/// The parts that [`seal`] wrote.
///
/// # Errors
/// Bytes of another maker, and bytes that are not as they were.
pub fn unseal<'a>(maker: &Key, bytes: &'a [u8]) -> Result<&'a [u8], Unusable> {
    let rest = bytes.strip_prefix(MARK).ok_or(Unusable::Damaged)?;
    let (made, rest) = rest.split_at_checked(32).ok_or(Unusable::Damaged)?;
    let parts = rest.len().checked_sub(32).ok_or(Unusable::Damaged)?;
    let (parts, sum) = rest.split_at(parts);
    if made != maker.0 {
        return Err(Unusable::Other);
    }
    let mut hasher = blake3::Hasher::new();
    hasher.update(parts);
    if hasher.finalize().as_bytes() != sum {
        return Err(Unusable::Damaged);
    }
    Ok(parts)
}

/// A value as bytes.
pub fn pack(value: &impl Serialize) -> Vec<u8> {
    postcard::to_stdvec(value).expect("what is kept has lengths")
}

/// Takes the next value from bytes that [`pack`] gave, one after the other. None where there is
/// none.
pub fn unpack<'a, T: Deserialize<'a>>(bytes: &mut &'a [u8]) -> Option<T> {
    let (value, rest) = postcard::take_from_bytes(bytes).ok()?;
    *bytes = rest;
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(maker: &Key, parts: &[Vec<u8>]) -> Vec<u8> {
        let mut out = Vec::new();
        seal(maker, &mut parts.iter().cloned(), &mut out).expect("memory takes all");
        out
    }

    #[test]
    fn what_was_sealed_comes_back() {
        let maker = Key::of(b"a");
        let sealed = sealed(&maker, &[pack(&"a"), pack(&1_u32)]);
        let mut parts = unseal(&maker, &sealed).expect("nothing happened to it");
        assert_eq!(unpack(&mut parts), Some("a"));
        assert_eq!(unpack(&mut parts), Some(1_u32));
        assert_eq!(unpack::<u8>(&mut parts), None);
    }

    #[test]
    fn nothing_damaged_is_believed() {
        let maker = Key::of(b"a");
        let sealed = sealed(&maker, &[vec![7; 100]]);
        for at in 0..sealed.len() {
            let mut damaged = sealed.clone();
            damaged[at] ^= 1;
            assert!(unseal(&maker, &damaged).is_err(), "byte {at}");
            assert!(unseal(&maker, &sealed[..at]).is_err(), "{at} bytes");
        }
    }

    #[test]
    fn another_maker_is_not_believed() {
        let sealed = sealed(&Key::of(b"a"), &[vec![1]]);
        assert_eq!(unseal(&Key::of(b"b"), &sealed), Err(Unusable::Other));
    }

    #[test]
    fn parts_are_kept_apart() {
        let key = |parts: &[&str]| {
            let mut all = Parts::default();
            parts.iter().for_each(|part| {
                all.text(part);
            });
            all.finish()
        };
        assert_ne!(key(&["ab", "c"]), key(&["a", "bc"]));
    }
}
