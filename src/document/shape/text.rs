//! Prose as tokens: the numbers, names and words by which two languages may still be compared.

/// What prose is made of, for a comparison over languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// The digits of a number in ASCII, without separators: `1.000,5` and `1,000.5` are `10005`.
    Number(&'a str),
    /// A Latin run with a digit or with a capital past its first letter: `PowerApps`, `MPN`, `x64`.
    /// In lower case.
    Name(&'a str),
    /// Any other word in lower case; in scripts without spaces each two neighbouring letters.
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

/// What an ASCII byte is in a run of Latin letters and digits; 0 ends it.
const RUN: [u8; 128] = run();
const LOWER: u8 = 1;
const UPPER: u8 = 2;
const DIGIT: u8 = 4;

const fn run() -> [u8; 128] {
    let mut kinds = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        kinds[byte as usize] = match byte {
            b'a'..=b'z' => LOWER,
            b'A'..=b'Z' => UPPER,
            b'0'..=b'9' => DIGIT,
            _ => 0,
        };
        byte += 1;
    }
    kinds
}

fn kind(byte: u8) -> u8 {
    RUN.get(usize::from(byte)).copied().unwrap_or(0)
}

/// Gives every token of a text in order, and returns how many letters and digits it holds.
pub fn scan(text: &str, give: &mut dyn FnMut(Token<'_>)) -> u32 {
    let mut run = String::with_capacity(32);
    let mut length = 0;
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        let class = match kind(*byte) {
            LOWER | UPPER => Class::Latin,
            DIGIT => Class::Digit(0),
            _ if byte.is_ascii() => {
                at += 1;
                continue;
            }
            _ => text[at..].chars().next().map_or(Class::Other, class),
        };
        run.clear();
        let rest = &text[at..];
        let taken = match class {
            Class::Digit(_) => number(rest, &mut run, give),
            Class::Latin => latin(rest, &mut run, give),
            Class::Letter => word(rest, &mut run, give),
            Class::Dense => pairs(rest, &mut run, give),
            Class::Other => {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            }
        };
        length += letters(&text.as_bytes()[at..at + taken]);
        at += taken;
    }
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// How many characters there are in bytes of UTF-8.
fn letters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count()
}

fn number(text: &str, run: &mut String, give: &mut dyn FnMut(Token<'_>)) -> usize {
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

fn latin(text: &str, run: &mut String, give: &mut dyn FnMut(Token<'_>)) -> usize {
    // Most runs are ASCII from end to end, and taken letter by letter they cost half of a page.
    let bytes = text.as_bytes();
    let (mut plain, mut seen) = (0, 0);
    while let Some(byte) = bytes.get(plain)
        && kind(*byte) != 0
    {
        // The capital of the first letter tells nothing.
        seen |= kind(*byte) & if plain == 0 { !UPPER } else { !0 };
        plain += 1;
    }
    let mut named = seen & (UPPER | DIGIT) != 0;
    run.push_str(&text[..plain]);
    run.make_ascii_lowercase();
    let mut end = plain;
    if bytes.get(plain).is_some_and(|byte| !byte.is_ascii()) {
        for c in text[plain..].chars() {
            let inside = is_mark(c) || matches!(class(c), Class::Latin | Class::Digit(_));
            if !inside {
                break;
            }
            named |= is_digit(c) || end > 0 && c.is_uppercase();
            end += c.len_utf8();
            lower(c, run);
        }
    }
    if named {
        give(Token::Name(run));
    } else if end > 1 {
        give(Token::Word(run));
    }
    end
}

/// Adds a letter in lower case. The letters of Western Europe need no table of Unicode.
fn lower(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' | 'ß'..='ö' | 'ø'..='ÿ' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        _ => out.extend(c.to_lowercase()),
    }
}

fn word(text: &str, run: &mut String, give: &mut dyn FnMut(Token<'_>)) -> usize {
    let inside = |c: char| is_mark(c) || class(c) == Class::Letter;
    let end = text.find(|c| !inside(c)).unwrap_or(text.len());
    run.extend(text[..end].chars().flat_map(char::to_lowercase));
    give(Token::Word(run));
    end
}

fn pairs(text: &str, run: &mut String, give: &mut dyn FnMut(Token<'_>)) -> usize {
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
