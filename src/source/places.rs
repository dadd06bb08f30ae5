//! Where the values of a YAML or JSON text stand in it.
//!
//! Their parsers tell values without places. A value is looked for where reading has come to:
//! values follow one another in the text as they do when it is read, so each is met once.

/// Follows the values of a text from the first to the last.
#[derive(Clone, Copy, Debug)]
pub struct Places<'t> {
    text: &'t str,
    at: usize,
}

/// A run of bytes that a value and its text share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Where it begins in the value.
    pub value: usize,
    /// Where it begins in the text.
    pub text: usize,
    /// How many bytes.
    pub length: usize,
}

/// How a scalar is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Single,
    Double,
}

impl<'t> Places<'t> {
    /// Begins at the top of a text.
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// Where reading has come to.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Where the next value begins, or the key before it.
    pub fn next(&self) -> usize {
        self.skip(self.at)
    }

    /// Where a key begins; reading goes on behind its colon. `None` where it is not the next one.
    pub fn key(&mut self, key: &str) -> Option<usize> {
        let mut at = self.skip(self.at);
        loop {
            let rest = &self.text[at..];
            let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
            let start = at + usize::from(quote.is_some());
            let after = self.text[start..]
                .strip_prefix(key)
                .map(|after| match quote {
                    Some(quote) => after.strip_prefix(quote).unwrap_or(after),
                    None => after,
                });
            if let Some(after) = after.and_then(|after| after.trim_start().strip_prefix(':')) {
                self.at = self.text.len() - after.len();
                return Some(at);
            }
            // Something that is no value stands before it: a tag, an anchor, a marker.
            let end = rest.find('\n').map_or(self.text.len(), |end| at + end + 1);
            if end >= self.text.len() {
                return None;
            }
            at = self.skip(end);
        }
    }

    /// The runs of a scalar; reading goes on behind it. Where the text says it otherwise than the
    /// value, as an escape does, nothing is shared.
    pub fn scalar(&mut self, value: &str) -> Vec<Run> {
        let mut at = self.skip(self.at);
        let rest = &self.text[at..];
        let style = match rest.chars().next() {
            Some('|' | '>') => {
                at += rest.find('\n').map_or(rest.len(), |end| end + 1);
                Style::Plain
            }
            Some('"') => Style::Double,
            Some('\'') => Style::Single,
            _ => Style::Plain,
        };
        at += usize::from(style != Style::Plain);
        let (runs, end) = shared(value, self.text, (at, style));
        self.at = end;
        if style != Style::Plain && self.text[end..].starts_with(['"', '\'']) {
            self.at += 1;
        }
        runs
    }

    /// A number or flag as it is written, and its bytes; reading goes on behind it.
    pub fn plain(&mut self) -> (String, Vec<Run>) {
        let start = self.skip(self.at);
        let rest = &self.text[start..];
        let comment = rest.find(" #").unwrap_or(rest.len());
        let end = rest.find(['\n', ',', ']', '}']).unwrap_or(rest.len());
        let text = rest[..end.min(comment)].trim_end();
        self.at = start + text.len();
        let run = Run {
            value: 0,
            text: start,
            length: text.len(),
        };
        (text.to_owned(), vec![run])
    }

    /// Behind white space, comments, and the marks of lists and documents.
    fn skip(&self, from: usize) -> usize {
        let mut at = from;
        loop {
            let rest = &self.text[at..];
            let Some(first) = rest.chars().next() else {
                return at;
            };
            let marks = first == '-' && rest[1..].starts_with([' ', '\n', '\r', '-', '\t']);
            if first.is_whitespace() || marks || matches!(first, ',' | '{' | '[' | '}' | ']') {
                at += first.len_utf8();
            } else if first == '#' {
                at += rest.find('\n').unwrap_or(rest.len());
            } else {
                return at;
            }
        }
    }
}

/// What a value and the text from a place on have in common, and where the value ends there.
fn shared(value: &str, text: &str, (start, style): (usize, Style)) -> (Vec<Run>, usize) {
    let mut runs: Vec<Run> = Vec::new();
    let mut at = start;
    for (index, c) in value.char_indices() {
        let length = c.len_utf8();
        let here = match meet(text, at, (c, style)) {
            Some(here) => here,
            None if c.is_whitespace() => continue,
            None => break,
        };
        at = here.end;
        if here.end - here.start != length {
            continue;
        }
        match runs.last_mut() {
            Some(run) if run.value + run.length == index && run.text + run.length == here.start => {
                run.length += length;
            }
            _ => runs.push(Run {
                value: index,
                text: here.start,
                length,
            }),
        }
    }
    (runs, at)
}

/// The bytes that say a character, from a place on: at once, or behind white space where it is
/// none itself.
fn meet(text: &str, at: usize, (c, style): (char, Style)) -> Option<std::ops::Range<usize>> {
    let mut at = at;
    loop {
        let (said, length) = said(&text[at..], style)?;
        if said == Some(c) {
            return Some(at..at + length);
        }
        let blank = said.is_none_or(char::is_whitespace);
        if !blank || c.is_whitespace() {
            return None;
        }
        at += length;
    }
}

/// The first character of a text and how many bytes say it; no character for a line that goes on.
fn said(text: &str, style: Style) -> Option<(Option<char>, usize)> {
    let first = text.chars().next()?;
    match (style, first) {
        (Style::Double, '\\') => Some(escape(text)),
        (Style::Single, '\'') if text[1..].starts_with('\'') => Some((Some('\''), 2)),
        _ => Some((Some(first), first.len_utf8())),
    }
}

/// The character of an escape (YAML 1.2, section 5.7).
fn escape(text: &str) -> (Option<char>, usize) {
    let Some(kind) = text[1..].chars().next() else {
        return (Some('\\'), 1);
    };
    let hex = |digits: usize| {
        let code = text.get(2..2 + digits);
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok());
        (code.and_then(char::from_u32), 2 + digits)
    };
    let simple = |c| (Some(c), 2);
    match kind {
        'x' => hex(2),
        'u' => hex(4),
        'U' => hex(8),
        'n' => simple('\n'),
        't' => simple('\t'),
        'r' => simple('\r'),
        '_' => simple('\u{a0}'),
        'N' => simple('\u{85}'),
        'L' => simple('\u{2028}'),
        'P' => simple('\u{2029}'),
        '\n' | '\r' => (None, 1 + kind.len_utf8()),
        other => (Some(other), 1 + other.len_utf8()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of the scalars of a list of pairs, as the text says them.
    fn follow<'t>(text: &'t str, pairs: &[(&str, &str)]) -> Vec<&'t str> {
        let mut places = Places::new(text);
        let mut found = Vec::new();
        for (key, value) in pairs {
            places.key(key).expect("the key is there");
            let runs = places.scalar(value);
            let (first, last) = (runs[0], runs[runs.len() - 1]);
            found.push(&text[first.text..last.text + last.length]);
        }
        found
    }

    #[test]
    fn every_style_of_scalar_is_followed() {
        let text = "a: one two # no\n'b': 'it''s'\n\"c\": \"x\\ty \\u00e9\"\nd: >\n  three\n  four\n\n\
                    e: |-\n  five\n    six\n# f: no\nf: seven\n";
        let pairs = [
            ("a", "one two"),
            ("b", "it's"),
            ("c", "x\ty é"),
            ("d", "three four\n"),
            ("e", "five\n  six"),
            ("f", "seven"),
        ];
        let said = [
            "one two",
            "it''s",
            "x\\ty ",
            "three\n  four\n",
            "five\n    six",
            "seven",
        ];
        assert_eq!(follow(text, &pairs), said);
    }

    #[test]
    fn json_is_followed_as_well() {
        let text = "{ \"a\": \"x\", \"b\": [ { \"a\": \"y\\\"z\" } ] }";
        let mut places = Places::new(text);
        places.key("a").expect("the first key is there");
        assert_eq!(places.scalar("x")[0].text, text.find('x').expect("x"));
        places.key("b").expect("the second key is there");
        places.key("a").expect("the inner key is there");
        let runs = places.scalar("y\"z");
        let (y, z) = (text.find('y').expect("y"), text.find('z').expect("z"));
        assert_eq!((runs[0].text, runs[runs.len() - 1].text), (y, z));
    }
}
