//! What stands between the two ends of a range.

use crate::dates::reading::Reading;
use crate::dates::sense::Sense;

/// The token after a dash or a word such as `to`, over the full stop of an ordinal before it.
pub fn past_sign(reading: &Reading, at: usize) -> Option<usize> {
    let mark =
        |at: usize, marks: &[char]| reading.get(at).is_some_and(|token| token.is_mark(marks));
    let stop = mark(at, &['.']) && reading.touching(at).is_some();
    let at = at + usize::from(stop);
    // `-től` begins with a dash and is a word.
    let word = reading.past(at, Sense::Range);
    word.or_else(|| mark(at, &['-', '–', '~']).then_some(at + 1))
}
