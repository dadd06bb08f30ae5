//! The words of a language's phrases, each with a number.

use rustc_hash::FxHashMap;

use crate::dates::fold::{fold, is_plain, key_into};

/// The number of a word that some phrase holds.
pub type WordId = u32;

/// Words by the form under which they are looked up.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    /// The lengths of the words, by their first byte. Most words of a text are none of them, and
    /// each is looked up with every ending taken away.
    lengths: Box<[u32; 256]>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        Self {
            ids: FxHashMap::default(),
            lengths: Box::new([0; 256]),
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
            self.lengths[usize::from(first(&form))] |= length(&form);
            self.ids.entry(form.into_boxed_str()).or_insert(id);
        }
        id
    }

    /// Whether a word as it stands in a text may be one of these. Most are told from them before their
    /// form is made.
    pub fn may_hold(&self, word: &str) -> bool {
        let like = self.lengths_of(first(word).to_ascii_lowercase());
        like & length(word) != 0 || !is_plain(word)
    }

    /// The number of a word, given in the form under which it is looked up.
    pub fn find(&self, form: &str) -> Option<WordId> {
        let may_be = self.lengths_of(first(form)) & length(form) != 0;
        may_be.then(|| self.ids.get(form).copied())?
    }

    fn lengths_of(&self, first: u8) -> u32 {
        self.lengths[usize::from(first)]
    }
}

fn first(form: &str) -> u8 {
    form.bytes().next().unwrap_or_default()
}

/// A bit for the length of a word, and one for all from 31 bytes on.
fn length(form: &str) -> u32 {
    1 << form.len().min(31)
}
