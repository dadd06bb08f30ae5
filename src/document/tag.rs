//! One HTML tag as it stands in Markdown: its name and attributes.

use std::borrow::Cow;

/// A tag such as `<a name="next-steps">`.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// Lower-case name.
    pub name: String,
    /// Whether it begins with `</`.
    pub closing: bool,
    /// In order, names in lower case.
    pub attributes: Vec<(String, Cow<'a, str>)>,
}

impl<'a> Tag<'a> {
    /// Reads a text that is one whole tag. `None` for comments, declarations and other text.
    pub fn parse(html: &'a str) -> Option<Self> {
        let inner = html.trim().strip_prefix('<')?.strip_suffix('>')?;
        let closing = inner.starts_with('/');
        let inner = inner.trim_start_matches('/').trim_end_matches('/');
        let end = inner
            .find(|c: char| c.is_whitespace())
            .unwrap_or(inner.len());
        let name = inner[..end].to_ascii_lowercase();
        let named = name.starts_with(|c: char| c.is_ascii_alphabetic());
        named.then(|| Self {
            name,
            closing,
            attributes: attributes(&inner[end..]),
        })
    }

    /// The value of an attribute.
    pub fn get(&self, attribute: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(name, _)| name == attribute)?;
        Some(&found.1)
    }
}

/// Where the tag that a text begins with ends: behind the first `>` that stands in no quotes.
pub fn end(html: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// `a="b" c='d' e=f g`, as far as it can be read.
pub fn attributes(mut rest: &str) -> Vec<(String, Cow<'_, str>)> {
    let mut found = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest
            .find(|c: char| c.is_whitespace() || c == '=')
            .unwrap_or(rest.len());
        if end == 0 {
            return found;
        }
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let Some(after) = rest.strip_prefix('=') else {
            found.push((name, Cow::Borrowed("")));
            continue;
        };
        let (value, left) = value(after.trim_start());
        found.push((name, value));
        rest = left;
    }
}

fn value(text: &str) -> (Cow<'_, str>, &str) {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (raw, rest) = match quote {
        Some(quote) => {
            let inner = &text[1..];
            let end = inner.find(quote).unwrap_or(inner.len());
            (&inner[..end], inner.get(end + 1..).unwrap_or(""))
        }
        None => text.split_at(text.find(char::is_whitespace).unwrap_or(text.len())),
    };
    (unescape(raw), rest)
}

/// Undoes the five entities that attribute values need.
fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let plain = text
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
    Cow::Owned(plain)
}
