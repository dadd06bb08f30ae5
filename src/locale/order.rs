//! The order in which a language lists things.

use std::cmp::Ordering;

use icu::collator::options::CollatorOptions;
use icu::collator::{Collator, CollatorBorrowed};

use crate::locale::tag::Locale;

/// Compares texts as a reader of the language expects, by the Unicode Collation Algorithm.
pub struct Order(Option<CollatorBorrowed<'static>>);

impl Order {
    /// The order of a locale.
    pub fn new(locale: &Locale) -> Self {
        Self(Collator::try_new((&locale.icu()).into(), CollatorOptions::default()).ok())
    }

    /// Which of two texts comes first; equal only where they are the same.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        match &self.0 {
            Some(collator) => collator.compare(a, b).then_with(|| a.cmp(b)),
            None => a.cmp(b),
        }
    }
}
