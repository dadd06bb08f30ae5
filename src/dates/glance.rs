//! The first look at a text: where it holds a digit at all. Most prose holds none.

use std::ops::Range;

/// Bytes looked at in one step; the compiler turns a step into a few vector instructions.
const STEP: usize = 64;

/// What makes a place worth reading: an ASCII digit, or a character of the language's own.
#[derive(Clone, Debug, Default)]
pub struct Glance {
    marks: Vec<Mark>,
}

/// The last two bytes of characters in UTF-8: a first one, and a run of second ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mark {
    first: u8,
    second: u8,
    run: u8,
}

impl Glance {
    /// Looks for `count` characters from `start` on as well.
    pub fn also(&mut self, start: char, count: u8) {
        let mut buffer = [0; 4];
        let bytes = start.encode_utf8(&mut buffer).as_bytes();
        if let [.., first, second] = *bytes {
            let mark = Mark {
                first,
                second,
                run: count,
            };
            if !self.marks.contains(&mark) {
                self.marks.push(mark);
            }
        }
    }

    /// The next place at or after `from` that may hold a digit; never one too late.
    pub fn next(&self, text: &[u8], from: usize) -> Option<usize> {
        let mut at = from;
        let (steps, _) = text.get(from..)?.as_chunks();
        for step in steps {
            if self.touches(text, at, step) {
                let found = (at..at + STEP).find(|index| self.stands(text, *index));
                if found.is_some() {
                    return found;
                }
            }
            at += STEP;
        }
        (at..text.len()).find(|index| self.stands(text, *index))
    }

    /// Whether a step of the text may hold a digit.
    fn touches(&self, text: &[u8], from: usize, step: &[u8; STEP]) -> bool {
        // In bytes rather than truths, of which vectors hold fewer.
        let digits = step
            .iter()
            .fold(0, |hit, byte| hit | u8::from(is_digit(*byte)));
        let to = from + STEP;
        let marked = || self.marks.iter().any(|mark| mark.touches(text, from, to));
        digits != 0 || !step.is_ascii() && marked()
    }

    fn stands(&self, text: &[u8], at: usize) -> bool {
        let marked = || self.marks.iter().any(|mark| mark.touches(text, at, at + 1));
        is_digit(text[at]) || !text[at].is_ascii() && marked()
    }
}

/// The ASCII digits from a place on; at least that place itself.
pub fn digits(text: &[u8], from: usize) -> Range<usize> {
    let more = text[from..]
        .iter()
        .take_while(|byte| is_digit(**byte))
        .count();
    from..from + more.max(1)
}

/// Whether a run of digits may be part of a date: one, two or four of them, and not inside a hash,
/// a key or a name. Digits of other scripts always may.
pub fn may_be_dated(text: &[u8], run: &Range<usize>) -> bool {
    let other_script = !is_digit(text[run.start]);
    let inside = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .is_some_and(|byte| byte.is_ascii_alphanumeric())
    };
    let buried = inside(run.start.checked_sub(1)) && inside(Some(run.end));
    other_script || (matches!(run.len(), 1 | 2 | 4) && !buried)
}

impl Mark {
    fn touches(self, text: &[u8], from: usize, to: usize) -> bool {
        let from = from.max(1);
        if from >= to {
            return false;
        }
        let pairs = text[from - 1..to - 1].iter().zip(&text[from..to]);
        let hits = pairs.fold(0, |hit, (first, second)| {
            let (begun, ended) = (
                *first == self.first,
                second.wrapping_sub(self.second) < self.run,
            );
            hit | u8::from(begun) & u8::from(ended)
        });
        hits != 0
    }
}

fn is_digit(byte: u8) -> bool {
    byte.wrapping_sub(b'0') < 10
}
