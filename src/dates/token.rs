//! Words, numbers and marks of a text, with their places.

use std::ops::Range;

use crate::dates::fold::{JOINS, is_transparent};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Decimal digits of any script.
    Number {
        /// What it counts.
        value: u32,
        /// How many digits it is written with.
        digits: u8,
    },
    /// A number in Chinese characters, which is one only beside a unit: 十二 in 十二日.
    Han {
        /// What it counts.
        value: u32,
        /// How many characters it is written with.
        digits: u8,
    },
    /// Letters; in scripts without spaces each letter is a token.
    Word,
    /// A sign, in its plain form: `'` for `’`, `-` for every hyphen.
    Mark(char),
    /// The end of a block, or something that is no prose: nothing is read across it.
    Break,
}

/// A token and its place in the text, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Its first byte.
    pub start: usize,
    /// The first byte behind it.
    pub end: usize,
    /// Nothing that shows stands between this token and the one before.
    pub tight: bool,
}

impl Token {
    /// Its bytes.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether it is one of these marks.
    pub fn is_mark(self, marks: &[char]) -> bool {
        matches!(self.kind, Kind::Mark(mark) if marks.contains(&mark))
    }
}

/// Adds the tokens of a part of a text. `han` reads numbers in Chinese characters.
pub fn tokenize(text: &str, window: Range<usize>, han: Numerals, tokens: &mut Vec<Token>) {
    let mut lexer = Lexer {
        text,
        at: window.start,
        end: window.end,
        han,
        tight: true,
        newline: false,
    };
    while let Some(token) = lexer.token() {
        tokens.push(token);
    }
}

/// Which numerals a language writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numerals {
    /// Digits of any script.
    Digits,
    /// Digits, and Han numerals.
    DigitsAndHan,
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    han: Numerals,
    tight: bool,
    newline: bool,
}

impl Lexer<'_> {
    fn token(&mut self) -> Option<Token> {
        loop {
            let start = self.at;
            let byte = *self.text.as_bytes()[..self.end].get(start)?;
            // Most of a text is such letters, the spaces between them, and what was markup.
            if byte == b' ' || byte == JOINS {
                self.at += 1;
                self.tight &= byte != b' ';
                continue;
            }
            let c = if byte.is_ascii() {
                char::from(byte)
            } else {
                self.peek()?
            };
            self.at += c.len_utf8();
            let kind = match class(c) {
                Class::Clear => continue,
                Class::Space if c != '\n' => {
                    self.tight = false;
                    continue;
                }
                Class::Space if !self.newline => {
                    self.newline = true;
                    self.tight = false;
                    continue;
                }
                Class::Space | Class::Break => Kind::Break,
                Class::Digit(value) => self.number(value),
                Class::Letter => self.word(),
                Class::Single => self.single(c),
                Class::Mark => Kind::Mark(plain(c)),
            };
            let tight = std::mem::replace(&mut self.tight, true);
            self.newline = false;
            return Some(Token {
                kind,
                start,
                end: self.at,
                tight,
            });
        }
    }

    /// Takes ASCII bytes that `keep` accepts, and says whether the run ends behind them for
    /// certain. Most runs are such bytes alone, and need no look at characters.
    fn quick(&mut self, keep: impl Fn(&u8) -> bool) -> bool {
        let rest = &self.text.as_bytes()[self.at..self.end];
        let taken = rest.iter().take_while(|byte| keep(byte)).count();
        self.at += taken;
        let next = rest.get(taken);
        next.is_none_or(|byte| byte.is_ascii() && *byte != JOINS)
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..self.end].chars().next()
    }

    /// Takes characters that `keep` accepts, over those that do not show.
    fn run(&mut self, mut keep: impl FnMut(char) -> bool) {
        let mut ahead = self.at;
        for c in self.text[self.at..self.end].chars() {
            ahead += c.len_utf8();
            if keep(c) {
                self.at = ahead;
            } else if !is_transparent(c) {
                break;
            }
        }
    }

    fn number(&mut self, first: u32) -> Kind {
        let (mut value, mut digits) = (first, 1_u8);
        self.run(|c| {
            let Class::Digit(next) = class(c) else {
                return false;
            };
            value = value.saturating_mul(10).saturating_add(next);
            digits = digits.saturating_add(1);
            true
        });
        Kind::Number { value, digits }
    }

    fn word(&mut self) -> Kind {
        if !self.quick(u8::is_ascii_alphabetic) {
            self.run(|c| matches!(class(c), Class::Letter));
        }
        Kind::Word
    }

    fn single(&mut self, c: char) -> Kind {
        if self.han == Numerals::Digits || numeral(c).is_none() {
            return Kind::Word;
        }
        let mut written = vec![c];
        self.run(|next| {
            let taken = numeral(next).is_some();
            written.extend(taken.then_some(next));
            taken
        });
        han_number(&written)
    }
}

enum Class {
    /// Does not show.
    Clear,
    Space,
    Break,
    Digit(u32),
    Letter,
    /// A letter of a script without spaces.
    Single,
    Mark,
}

fn class(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit(c as u32 - '0' as u32),
        'a'..='z' | 'A'..='Z' => Class::Letter,
        ' ' | '\t' | '\n' | '\r' => Class::Space,
        '\u{1}' => Class::Clear,
        '\u{0}'..='\u{1f}' => Class::Break,
        '!'..='~' => Class::Mark,
        // The letters of most pages, before the tables of Unicode are asked.
        '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{f6}'
        | '\u{f8}'..='\u{24f}'
        | '\u{3b1}'..='\u{3c9}'
        | '\u{400}'..='\u{481}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{620}'..='\u{64a}' => Class::Letter,
        '\u{3041}'..='\u{30fb}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => {
            Class::Single
        }
        _ => wide_class(c),
    }
}

fn wide_class(c: char) -> Class {
    if is_transparent(c) {
        Class::Clear
    } else if c.is_whitespace() {
        Class::Space
    } else if let Some(value) = digit(c) {
        Class::Digit(value)
    } else if is_single(c) {
        Class::Single
    } else if c.is_alphabetic() || is_joined(c) {
        Class::Letter
    } else {
        Class::Mark
    }
}

/// Scripts that do not part words by spaces, and Hangul, whose particles lean on what they follow.
fn is_single(c: char) -> bool {
    matches!(c,
        '\u{e01}'..='\u{e4e}' | '\u{e81}'..='\u{ece}' | '\u{1000}'..='\u{103f}' | '\u{1780}'..='\u{17d3}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}')
}

/// Marks that belong to the letter before them.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{dff}')
        && !matches!(c, '\u{964}' | '\u{965}')
}

/// The zeros of the scripts that CLDR knows as native digits.
const ZEROS: [u32; 20] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0x1810, 0xff10,
];

/// The zeros of the digits that stand in Unicode beside a language's letters.
pub fn zeros_of(names: &str) -> Vec<char> {
    let zeros = ZEROS
        .iter()
        .filter(|zero| names.chars().any(|c| c as u32 >> 8 == **zero >> 8));
    zeros.filter_map(|zero| char::from_u32(*zero)).collect()
}

/// The value of a decimal digit in any script.
fn digit(c: char) -> Option<u32> {
    let code = c as u32;
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= code)].last()?;
    (code - zero < 10).then_some(code - zero)
}

fn plain(c: char) -> char {
    match c {
        '\u{2019}' | '\u{2018}' | '\u{2bc}' | '`' | '\u{b4}' => '\'',
        '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{ff0d}' | '\u{5be}' => '-',
        '\u{2014}' | '\u{2012}' => '\u{2013}',
        '\u{ff0f}' | '\u{2044}' => '/',
        '\u{ff0e}' => '.',
        '\u{ff1a}' => ':',
        '\u{301c}' | '\u{ff5e}' => '~',
        '\u{ff08}' => '(',
        '\u{ff09}' => ')',
        '\u{ff0c}' | '\u{3001}' | '\u{60c}' => ',',
        other => other,
    }
}

/// Chinese numerals as dates use them: a digit, or ten and more by what it multiplies.
fn numeral(c: char) -> Option<u32> {
    let value = match c {
        '〇' | '零' => 0,
        '一' | '元' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '廿' => 20,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    };
    Some(value)
}

/// 二〇一九 digit by digit, 二十五 by tens. Counts as many digits as its value has.
fn han_number(written: &[char]) -> Kind {
    let values = || written.iter().filter_map(|c| numeral(*c));
    if values().all(|value| value < 10) {
        let value = values().fold(0_u32, |sum, next| {
            sum.saturating_mul(10).saturating_add(next)
        });
        return Kind::Han {
            value,
            digits: u8::try_from(written.len()).unwrap_or(u8::MAX),
        };
    }
    let (mut sum, mut pending) = (0_u32, 0);
    for next in values() {
        match next {
            0..10 => pending = next,
            20 => sum = sum.saturating_add(20),
            _ => {
                sum = sum.saturating_add(pending.max(1) * next);
                pending = 0;
            }
        }
    }
    let value = sum.saturating_add(pending);
    Kind::Han {
        value,
        digits: if value < 100 { 2 } else { 4 },
    }
}
