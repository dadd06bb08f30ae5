//! The words of a language's phrases, each with a number.

use rustc_hash::FxHashMap;

use crate::dates::fold::{fold, is_plain, key_into};

/// The number of a word that some phrase holds.
pub type WordId = u32;

/// Words by the form under which they are looked up.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    /// The lengths of the words, by their first byte and by their last. Most words of a text are none
    /// of them, and each is looked up with every ending taken away.
    lengths: Box<[Lengths; 256]>,
}

/// The lengths of the words that begin with a byte, and of those that end in it.
#[derive(Clone, Copy, Debug, Default)]
struct Lengths {
    begin: u32,
    end: u32,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            ids: FxHashMap::default(),
            lengths: Box::new([Lengths::default(); 256]),
        }
    }
}

impl Vocabulary {
    /// The number of a word, which it is given if it has none yet. A word is known with its accents
    /// and without.
    pub fn intern(&mut self, word: &str) -> WordId {
        let mut key = String::new();
        key_into(word, &mut key);
        let next = WordId::try_from(self.ids.len() + 1).unwrap_or(WordId::MAX);
        let id = self.ids.get(key.as_str()).copied().unwrap_or(next);
        for form in [key, fold(word)] {
            let (first, last) = ends(&form);
            self.lengths[usize::from(first)].begin |= length(&form);
            self.lengths[usize::from(last)].end |= length(&form);
            self.ids.entry(form.into_boxed_str()).or_insert(id);
        }
        id
    }

    /// Whether a word as it stands in a text may be one of these. Most are told from them before their
    /// form is made.
    pub fn may_hold(&self, word: &str) -> bool {
        let (first, last) = ends(word);
        let ends = (first.to_ascii_lowercase(), last.to_ascii_lowercase());
        self.has_like(ends, length(word)) || !is_plain(word)
    }

    /// The number of a word, given in the form under which it is looked up.
    pub fn find(&self, form: &str) -> Option<WordId> {
        let may_be = self.has_like(ends(form), length(form));
        may_be.then(|| self.ids.get(form).copied())?
    }

    /// Whether there are words with such ends that are as long.
    fn has_like(&self, (first, last): (u8, u8), length: u32) -> bool {
        let of = |byte| self.lengths[usize::from(byte)];
        of(first).begin & of(last).end & length != 0
    }
}

/// The first byte and the last.
fn ends(form: &str) -> (u8, u8) {
    let bytes = form.as_bytes();
    let byte = |byte: Option<&u8>| byte.copied().unwrap_or_default();
    (byte(bytes.first()), byte(bytes.last()))
}

/// A bit for the length of a word, and one for all from 31 bytes on.
fn length(form: &str) -> u32 {
    1 << form.len().min(31)
}

#[cfg(test)]
mod tests {
    use super::Vocabulary;

    #[test]
    fn no_word_is_passed_over() {
        let words = [
            "mars",
            "August",
            "août",
            "sie.",
            "ⅷ",
            "a",
            "",
            "三月",
            "ORDER\u{ad}S",
        ];
        let mut known = Vocabulary::default();
        let ids: Vec<_> = words.iter().map(|word| known.intern(word)).collect();
        for (word, id) in words.iter().zip(ids) {
            for written in [word.to_string(), word.to_uppercase(), word.to_lowercase()] {
                let mut form = String::new();
                super::key_into(&written, &mut form);
                let found = known.find(&form);
                assert!(found.is_none() || known.may_hold(&written), "{written}");
                assert!(found == Some(id) || written != *word, "{written}");
            }
        }
        assert!(known.may_hold("MARS") && !known.may_hold("marx") && !known.may_hold("barmars"));
    }
}
