//! How a terminal looks, and the language of whoever sits before it.

use crate::messages::{Argument, Messages};
use crate::report::paint::{Paint, Tone};

/// What every report for humans has to know.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Whether there are colours.
    pub paint: Paint,
    /// Columns of the terminal.
    pub width: usize,
    /// In the reader's language.
    pub words: &'a Messages,
    /// How much is shown of what is long.
    pub detail: Detail,
}

/// How much of what is long is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// What fits a screen, and how much more there is.
    Brief,
    /// All of it.
    Full,
}

impl<'a> Look<'a> {
    /// Without colours, in English: for files and tests.
    pub fn plain(words: &'a Messages, width: usize) -> Self {
        Self {
            paint: Paint::Plain,
            width,
            words,
            detail: Detail::Brief,
        }
    }

    /// A message without variables.
    pub fn word(&self, id: &str) -> String {
        self.words.text(id, &[])
    }

    /// A message that counts.
    pub fn count(&self, id: &str, count: usize) -> String {
        self.words.text(id, &[("count", number(count))])
    }

    /// A message with its variables.
    pub fn text(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.words.text(id, arguments)
    }

    /// A text in its tone.
    pub fn tint(&self, tone: Tone, text: impl std::fmt::Display) -> String {
        self.paint.tint(tone, text)
    }
}

/// A count as messages take it.
pub fn number(count: usize) -> Argument<'static> {
    Argument::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
