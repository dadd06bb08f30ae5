//! One spelling for the many ways in which a word is typed: case, accents and points dropped.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;

/// Adds the folded form of a word. Only for comparing: offsets stay those of the text.
pub fn fold_into(word: &str, out: &mut String) {
    for c in word.chars() {
        if c.is_ascii() {
            if !is_transparent(c) {
                out.push(c.to_ascii_lowercase());
            }
        } else if c >= '\u{2e80}' {
            // Han, kana and Hangul have no case, and taking syllables apart would only cost time.
            out.push(c);
        } else {
            match c {
                // Small letters of other scripts that carry no accent.
                '\u{5d0}'..='\u{5ea}' | '\u{627}'..='\u{63a}' | '\u{641}'..='\u{64a}' => {
                    out.push(c)
                }
                'а'..='и' | 'к'..='я' | 'α'..='ρ' | 'σ'..='ω' => out.push(c),
                _ => fold_letter(c, out),
            }
        }
    }
}

/// The folded form of a word.
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// Adds the form under which a word of a text is looked up: folded, but with its accents where it
/// has Latin ones. People leave accents out, they do not put them in: Polish `się` is not `sie.`,
/// its August.
pub fn key_into(word: &str, out: &mut String) {
    if is_plain(word) {
        let start = out.len();
        out.push_str(word);
        out[start..].make_ascii_lowercase();
        return;
    }
    // An accent may be typed as a sign of its own behind its letter.
    if word.contains(|c| matches!(c, '\u{300}'..='\u{36f}')) {
        let composed: String = word.nfc().collect();
        return composed_key_into(&composed, out);
    }
    composed_key_into(word, out);
}

/// Whether a word is of ASCII alone, so that its form is itself in small letters.
pub fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii() && byte != JOINS)
}

fn composed_key_into(word: &str, out: &mut String) {
    if !word.chars().any(is_accented) {
        return fold_into(word, out);
    }
    for c in word.chars().filter(|c| !is_transparent(*c)) {
        match c {
            // Romanian is written with cedillas as well as with commas.
            'ş' | 'Ş' => out.push('ș'),
            'ţ' | 'Ţ' => out.push('ț'),
            _ => lower_into(c, out),
        }
    }
}

/// Adds a letter in lower case. Those of Western Europe need no table of Unicode.
pub fn lower_into(c: char, out: &mut String) {
    match c {
        'a'..='z' | 'ß'..='ö' | 'ø'..='ÿ' => out.push(c),
        _ => out.extend(c.to_lowercase()),
    }
}

fn is_accented(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}') && !matches!(c, 'ı' | 'İ' | '×' | '÷')
}

fn fold_letter(c: char, out: &mut String) {
    let plain = match c {
        'ı' => 'i',
        'ł' | 'Ł' => 'l',
        'đ' | 'Đ' => 'd',
        'ø' | 'Ø' => 'o',
        'ς' => 'σ',
        _ => c,
    };
    decompose_canonical(plain, |part| {
        if !is_accent(part) && !is_transparent(part) {
            out.extend(part.to_lowercase().filter(|lower| !is_accent(*lower)));
        }
    });
}

/// Accents of Latin, Greek and Cyrillic, the points of Hebrew and Arabic, Arabic's tatweel, and the
/// nukta of Indian scripts, which many leave out. Their vowel signs are letters and stay.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{640}' | '\u{64b}'..='\u{65f}'
        | '\u{670}' | '\u{93c}' | '\u{9bc}' | '\u{a3c}' | '\u{abc}' | '\u{b3c}')
}

/// What stands where the caller removed markup: the one ASCII character that does not show.
pub const JOINS: u8 = 0x01;

/// Characters that a reader does not see: they neither end a word nor belong to it.
pub fn is_transparent(c: char) -> bool {
    matches!(c,
        '\u{1}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{61c}')
}
