//! A share of the work of a build, for machines that make one site together.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

/// One of several equal shares, written `3/8`: the third of eight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share {
    number: usize,
    of: usize,
}

impl Share {
    /// All the work.
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// The share of this number, counted from 1; `None` where there is none.
    pub fn new(number: usize, of: usize) -> Option<Self> {
        (1..=of).contains(&number).then_some(Self { number, of })
    }

    /// Which share it is, counted from 1.
    pub fn number(self) -> usize {
        self.number
    }

    /// How many shares there are.
    pub fn of(self) -> usize {
        self.of
    }

    /// Whether it has what is made once for the whole site.
    pub fn is_first(self) -> bool {
        self.number == 1
    }

    /// What it has of a list. Neighbours stay together: pages of one guide have much in common.
    pub fn range(self, length: usize) -> Range<usize> {
        let until = |number: usize| length * number / self.of;
        until(self.number - 1)..until(self.number)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.number, self.of)
    }
}

impl FromStr for Share {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers = text.split_once('/');
        let number = |text: &str| text.trim().parse().ok();
        let share = numbers.and_then(|(a, b)| Self::new(number(a)?, number(b)?));
        share.ok_or_else(|| format!("`{text}` is no share such as 3/8"))
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn shares_make_the_whole() {
        for of in 1..9 {
            for length in 0..40 {
                let shares = (1..=of).filter_map(|number| Share::new(number, of));
                let all: Vec<usize> = shares.flat_map(|share| share.range(length)).collect();
                assert_eq!(all, (0..length).collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn what_is_no_share_is_refused() {
        for text in ["0/3", "4/3", "1/0", "3", "a/b", "1/2/3", ""] {
            assert!(text.parse::<Share>().is_err(), "{text}");
        }
        assert_eq!("3/8".parse(), Ok(Share { number: 3, of: 8 }));
    }
}
