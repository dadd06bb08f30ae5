//! Whether HTML is what it seems to be: a browser reads it as it is written, and nothing in it
//! runs, loads a frame unseen or names one place twice.
//!
//! The list of what may stand is kept here once more, apart from the program's own.

#[path = "../markup/address.rs"]
pub mod address;

use std::collections::{BTreeSet, HashSet};

use address::is_safe;
use ammonia::Builder;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Start(String, Vec<(String, String)>),
    End(String),
    Text(String),
}

const VOID: [&str; 8] = ["br", "col", "hr", "img", "input", "source", "track", "wbr"];

/// What no page of ours has, whoever wrote it.
const NEVER: [&str; 27] = [
    "applet",
    "base",
    "body",
    "embed",
    "form",
    "frame",
    "frameset",
    "head",
    "html",
    "keygen",
    "link",
    "math",
    "meta",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "param",
    "plaintext",
    "portal",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "xmp",
];

const ADDRESSES: [&str; 6] = ["href", "src", "poster", "cite", "data", "action"];

/// Attributes that hold a word, a number or a name, and do nothing.
const PLAIN: [&str; 37] = [
    "align",
    "allowfullscreen",
    "alt",
    "checked",
    "cite",
    "class",
    "colspan",
    "controls",
    "datetime",
    "dir",
    "disabled",
    "headers",
    "height",
    "hidden",
    "href",
    "id",
    "lang",
    "loading",
    "open",
    "poster",
    "preload",
    "rel",
    "reversed",
    "role",
    "rowspan",
    "scope",
    "span",
    "src",
    "start",
    "tabindex",
    "title",
    "translate",
    "type",
    "valign",
    "value",
    "width",
    "name",
];

/// # Errors
/// What is wrong with it.
pub fn check(html: &str) -> Result<(), String> {
    let read = tokens(html)?;
    balanced(&read)?;
    harmless(&read)?;
    unique(&read)?;
    as_browsers_read(html)
}

/// Reads HTML as our own programs write it, and nothing more lenient.
///
/// # Errors
/// A `<` that begins no tag, or a tag in another form.
pub fn tokens(html: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut rest = html;
    while !rest.is_empty() {
        let Some(tag) = rest.strip_prefix('<') else {
            let end = rest.find('<').unwrap_or(rest.len());
            tokens.push(Token::Text(decode(&rest[..end])));
            rest = &rest[end..];
            continue;
        };
        let (token, left) = tag_of(tag).ok_or_else(|| format!("no tag: {}", start(rest)))?;
        tokens.push(token);
        rest = left;
    }
    Ok(tokens)
}

fn start(text: &str) -> &str {
    let end = text.char_indices().nth(80).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

fn tag_of(tag: &str) -> Option<(Token, &str)> {
    if let Some(closing) = tag.strip_prefix('/') {
        let (name, rest) = name_of(closing)?;
        return Some((Token::End(name.to_owned()), rest.strip_prefix('>')?));
    }
    let (name, mut rest) = name_of(tag)?;
    let mut attributes = Vec::new();
    while let Some(inner) = rest.strip_prefix(' ') {
        let (key, after) = name_of(inner)?;
        let Some(quoted) = after.strip_prefix("=\"") else {
            attributes.push((key.to_owned(), String::new()));
            rest = after;
            continue;
        };
        let end = quoted.find('"')?;
        attributes.push((key.to_owned(), decode(&quoted[..end])));
        rest = &quoted[end + 1..];
    }
    Some((
        Token::Start(name.to_owned(), attributes),
        rest.strip_prefix('>')?,
    ))
}

fn name_of(text: &str) -> Option<(&str, &str)> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let end = text.find(|c| !plain(c)).unwrap_or(text.len());
    let begins = text.starts_with(|c: char| c.is_ascii_lowercase());
    begins.then(|| text.split_at(end))
}

/// Undoes what the writer escapes. Other named characters come from pages and stay.
fn decode(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ];
    let mut out = text.to_owned();
    for (written, meant) in pairs {
        out = out.replace(written, meant);
    }
    out
}

fn balanced(tokens: &[Token]) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    for token in tokens {
        match token {
            Token::Start(name, _) if !VOID.contains(&&**name) => open.push(name),
            Token::End(name) if open.pop() != Some(name) => {
                return Err(format!("</{name}> closes nothing"));
            }
            _ => {}
        }
    }
    open.last()
        .map_or(Ok(()), |name| Err(format!("<{name}> stays open")))
}

fn harmless(tokens: &[Token]) -> Result<(), String> {
    for token in tokens {
        let Token::Start(name, attributes) = token else {
            continue;
        };
        if NEVER.contains(&&**name) {
            return Err(format!("<{name}> stands on the page"));
        }
        for (key, value) in attributes {
            let known = PLAIN.contains(&&**key);
            let told = key.starts_with("data-") || key.starts_with("aria-");
            if !known && !told {
                return Err(format!("<{name} {key}>"));
            }
            if ADDRESSES.contains(&&**key) && !is_safe(value) {
                return Err(format!("<{name} {key}=\"{value}\">"));
            }
        }
        let framed = attributes.iter().find(|(key, _)| key == "src");
        if name == "iframe" && !framed.is_some_and(|(_, to)| to.starts_with("https://")) {
            return Err(format!("a frame without a video: {attributes:?}"));
        }
    }
    Ok(())
}

/// Addresses of links and of what is shown, as they stand on the page.
pub fn addresses(tokens: &[Token], element: &str, key: &str) -> Vec<String> {
    let of = |token: &Token| match token {
        Token::Start(name, attributes) if name == element => {
            let found = attributes.iter().find(|(name, _)| name == key);
            found.map(|(_, value)| value.clone())
        }
        _ => None,
    };
    tokens.iter().filter_map(of).collect()
}

fn unique(tokens: &[Token]) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for token in tokens {
        let Token::Start(name, attributes) = token else {
            continue;
        };
        let mut keys = BTreeSet::new();
        for (key, value) in attributes {
            if !keys.insert(key) {
                return Err(format!("<{name}> has {key} twice"));
            }
            if key == "id" && (value.is_empty() || !seen.insert(value)) {
                return Err(format!("the id {value:?} is empty or stands twice"));
            }
        }
    }
    Ok(())
}

/// A browser's parser moves and closes elements that stand where they may not. Where it finds
/// nothing to mend, no second reading of the page can make something else of it.
fn as_browsers_read(html: &str) -> Result<(), String> {
    // The parser at hand takes addresses away that name no host, as no browser does.
    let html = html.replace(" href=\"", " data-href=\"");
    let html = html.replace(" src=\"", " data-src=\"");
    let written = tokens(&html)?;
    let mut builder = Builder::empty();
    let (mut names, mut keys) = (HashSet::new(), HashSet::new());
    for token in &written {
        if let Token::Start(name, attributes) = token {
            names.insert(&**name);
            keys.extend(attributes.iter().map(|(key, _)| &**key));
        }
    }
    builder.tags(names).generic_attributes(keys).link_rel(None);
    let mended = builder.clean(&html).to_string();
    let read = tokens(&mended)?;
    let (before, after) = (skeleton(&written), skeleton(&read));
    if before == after {
        return Ok(());
    }
    let first = before.iter().zip(&after).position(|(a, b)| a != b);
    let at = first.unwrap_or(before.len().min(after.len()));
    Err(format!(
        "a browser reads {:?} for {:?}",
        after.get(at),
        before.get(at)
    ))
}

/// Elements with what makes them places and links; words and white space do not matter here.
fn skeleton(tokens: &[Token]) -> Vec<String> {
    let told = ["data-href", "data-src", "id"];
    let line = |token: &Token| match token {
        Token::Start(name, attributes) => {
            let mut kept: Vec<_> = attributes
                .iter()
                .filter(|(key, _)| told.contains(&&**key))
                .collect();
            kept.sort();
            Some(format!("<{name} {kept:?}>"))
        }
        Token::End(name) => Some(format!("</{name}>")),
        Token::Text(_) => None,
    };
    tokens.iter().filter_map(line).collect()
}
