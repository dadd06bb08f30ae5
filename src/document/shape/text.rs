//! Prose as tokens: the numbers, names and words by which two languages may still be compared.

use crate::dates::fold::lower_into;
use crate::document::ascii::{Run, eight};

/// What prose is made of, for a comparison over languages. Letters are in lower case, but for those
/// of ASCII, which stand as written: most words have no others, and need not be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// The digits of a number in ASCII, without separators: `1.000,5` and `1,000.5` are `10005`.
    Number(&'a str),
    /// A Latin run with a digit or with a capital past its first letter: `PowerApps`, `MPN`, `x64`.
    Name(&'a str),
    /// Any other word; in scripts without spaces each two neighbouring letters.
    Word(&'a str),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit(u8),
    Latin,
    /// A script that is written without spaces, or with endings glued to its words.
    Dense,
    Letter,
    Other,
}

/// The digit zero of each script that counts in tens (Unicode `Nd`, those that living languages use).
const ZEROS: [char; 24] = [
    '0', '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '෦', '๐', '໐', '༠', '၀', '០',
    '᠐', '᥆', '᧐', '᭐', '０',
];

/// Separators that stand inside numbers in some language. A plain space is none of them: it also
/// stands between two numbers.
const SEPARATORS: [char; 9] = [
    '.', ',', '\'', '’', '٫', '٬', '\u{a0}', '\u{202f}', '\u{2009}',
];

/// Gives every token of a text in order, and returns how many letters and digits it holds.
pub fn scan(text: &str, mut give: impl FnMut(Token<'_>)) -> u32 {
    let mut run = String::new();
    let mut length = 0;
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        let class = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => {
                if let Some(letters) = short(text, at, &mut give) {
                    length += letters;
                    at += letters;
                    continue;
                }
                Class::Latin
            }
            b'0'..=b'9' => Class::Digit(0),
            _ if byte.is_ascii() => {
                at += 1;
                continue;
            }
            _ => text[at..].chars().next().map_or(Class::Other, class),
        };
        let rest = &text[at..];
        let (taken, letters) = match class {
            Class::Digit(_) => counted(rest, number(rest, &mut run, &mut give)),
            Class::Latin => latin(rest, &mut run, &mut give),
            Class::Letter => counted(rest, word(rest, &mut run, &mut give)),
            Class::Dense => counted(rest, pairs(rest, &mut run, &mut give)),
            Class::Other => {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
        };
        length += letters;
        at += taken;
    }
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The bytes that were taken of a text, and how many characters they are.
fn counted(text: &str, taken: usize) -> (usize, usize) {
    (taken, text[..taken].chars().count())
}

fn number(text: &str, run: &mut String, give: &mut impl FnMut(Token<'_>)) -> usize {
    run.clear();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if let Class::Digit(digit) = class(c) {
            run.push(char::from(b'0' + digit));
            end = at + c.len_utf8();
        } else if end < at || !joins(c, &text[at + c.len_utf8()..], run) {
            break;
        }
    }
    // `8月` is August in a text whose neighbours spell the month out: it is no number there.
    if !text[end..].trim_start().starts_with(['月', '월']) {
        give(Token::Number(run));
    }
    end
}

/// Whether a sign between digits belongs to the number that has begun.
fn joins(sign: char, rest: &str, run: &str) -> bool {
    match sign {
        ' ' => run.len() < 4 && is_thousand(rest),
        _ => SEPARATORS.contains(&sign) && rest.chars().next().is_some_and(is_digit),
    }
}

/// Three digits and no more: `1 000` with the plain space that many keyboards give.
fn is_thousand(text: &str) -> bool {
    text.chars().take(4).take_while(|c| is_digit(*c)).count() == 3
}

/// Gives what most words are: fewer than eight letters and digits of ASCII. Returns how many; none for
/// other words.
fn short(text: &str, at: usize, give: &mut impl FnMut(Token<'_>)) -> Option<usize> {
    let run = Run::of(eight(text.as_bytes(), at));
    let end = at + run.length;
    let ends = text.as_bytes().get(end).is_none_or(u8::is_ascii);
    if run.length == 8 || !ends {
        return None;
    }
    // The capital of the first letter tells nothing.
    latin_token(&text[at..end], telling(run) & !0xff).map(give);
    Some(run.length)
}

/// The highest bits of what shows that a word is a name, its first letter left to the caller.
fn telling(run: Run) -> u64 {
    run.capitals | run.digits
}

/// A Latin word, a name where anything tells; none for a single letter.
fn latin_token(told: &str, telling: u64) -> Option<Token<'_>> {
    let word = || (told.len() > 1).then_some(Token::Word(told));
    (telling != 0).then_some(Token::Name(told)).or_else(word)
}

/// Gives a run of Latin letters and digits; returns its bytes and its characters.
fn latin(text: &str, run: &mut String, give: &mut impl FnMut(Token<'_>)) -> (usize, usize) {
    let bytes = text.as_bytes();
    let (mut end, mut letters, mut told_by) = (0, 0, 0);
    // Up to where `run` has the text in lower case; nothing is copied for as long as it is ASCII.
    let mut copied = 0;
    loop {
        loop {
            let next = Run::of(eight(bytes, end));
            told_by |= telling(next) & if end == 0 { !0xff } else { !0 };
            end += next.length;
            letters += next.length;
            if next.length < 8 {
                break;
            }
        }
        if bytes.get(end).is_none_or(u8::is_ascii) {
            break;
        }
        let Some((c, class)) = text[end..].chars().next().map(|c| (c, class(c))) else {
            break;
        };
        let digit = matches!(class, Class::Digit(_));
        if !digit && class != Class::Latin && !is_mark(c) {
            break;
        }
        if copied == 0 {
            run.clear();
        }
        run.push_str(&text[copied..end]);
        lower_into(c, run);
        told_by |= u64::from(digit || end > 0 && c.is_uppercase());
        end += c.len_utf8();
        letters += 1;
        copied = end;
    }
    let told = if copied == 0 {
        &text[..end]
    } else {
        run.push_str(&text[copied..end]);
        run
    };
    latin_token(told, told_by).map(give);
    (end, letters)
}

fn word(text: &str, run: &mut String, give: &mut impl FnMut(Token<'_>)) -> usize {
    run.clear();
    let inside = |c: char| is_mark(c) || class(c) == Class::Letter;
    let end = text.find(|c| !inside(c)).unwrap_or(text.len());
    run.extend(text[..end].chars().flat_map(char::to_lowercase));
    give(Token::Word(run));
    end
}

fn pairs(text: &str, run: &mut String, give: &mut impl FnMut(Token<'_>)) -> usize {
    let end = text
        .find(|c| class(c) != Class::Dense)
        .unwrap_or(text.len());
    for (first, second) in text[..end].chars().zip(text[..end].chars().skip(1)) {
        run.clear();
        run.extend([first, second]);
        give(Token::Word(run));
    }
    end
}

fn class(c: char) -> Class {
    if c.is_ascii() {
        return match c {
            '0'..='9' => Class::Digit(c as u8 - b'0'),
            'a'..='z' | 'A'..='Z' => Class::Latin,
            _ => Class::Other,
        };
    }
    match c {
        // Letters from end to end but for two signs; the tables of Unicode are slow to ask.
        '×' | '÷' => Class::Other,
        'À'..='ƿ' => Class::Latin,
        'ǀ'..='ɏ' | 'Ḁ'..='ỿ' if c.is_alphabetic() => Class::Latin,
        _ if c.is_numeric() => digit(c).map_or(Class::Other, Class::Digit),
        // Thai to Myanmar, Khmer, kana to the end of Han and Hangul, and their extensions.
        '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => Class::Dense,
        '\u{3040}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
            if c.is_alphabetic() {
                Class::Dense
            } else {
                Class::Other
            }
        }
        _ if c.is_alphabetic() => Class::Letter,
        _ => Class::Other,
    }
}

fn digit(c: char) -> Option<u8> {
    let distance = |zero: &char| u32::from(c).checked_sub(u32::from(*zero));
    let value = ZEROS
        .iter()
        .filter_map(distance)
        .find(|value| *value < 10)?;
    u8::try_from(value).ok()
}

fn is_digit(c: char) -> bool {
    matches!(class(c), Class::Digit(_))
}

/// Marks that join the letter before them: combining accents, Arabic and Indic vowel signs.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{dff}')
}
