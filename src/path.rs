//! Where a text comes from and where its page goes: never bare strings.

pub mod base;

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::limits::NAME_BYTES;
use crate::locale::tag::Locale;

/// A file below the root, with `/` between its parts, as findings name it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourcePath(Arc<str>);

/// The place of a page or file on the site: `/fr-fr/start/`. It has no form for pages of its own:
/// what they write depends on where the site stands, which a [`Base`](base::Base) knows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route(Arc<str>);

impl SourcePath {
    /// A path below the root, with `/` between its parts.
    pub fn new(path: &str) -> Self {
        Self(path.into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder it lies in, without a slash at the end; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last part of the path.
    pub fn name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&*self.0, |(_, name)| name)
    }

    /// What follows the last dot of the name, as written.
    pub fn extension(&self) -> &str {
        self.name()
            .rsplit_once('.')
            .map_or("", |(_, extension)| extension)
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Route {
    /// A file at a fixed place, such as `/sitemap.xml`.
    pub fn file(path: &str) -> Self {
        Self(format!("/{path}").into())
    }

    /// The home of a locale.
    pub fn home(locale: &Locale) -> Self {
        Self(format!("/{}/", locale.address()).into())
    }

    /// A file of a locale, such as `feed.xml`, or a page of it ending in `/`.
    pub fn in_locale(locale: &Locale, path: &str) -> Self {
        Self(format!("/{}/{path}", locale.address()).into())
    }

    /// The current revision of a document. `index` is the home of its folder.
    pub fn current(locale: &Locale, document: &str) -> Self {
        let (folder, end) = folder_of(document);
        let mut route = String::with_capacity(folder.len() + 16);
        route.push('/');
        locale.address_onto(&mut route);
        route.push('/');
        encode_onto(folder, &mut route);
        route.push_str(end);
        Self(route.into())
    }

    /// A page below a document's current one: a superseded revision, or `changes`.
    pub fn below(&self, name: &str) -> Self {
        Self(format!("{}{name}/", self.0).into())
    }

    /// The place as text, from the top of the site.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that answers to it, relative to the output folder.
    pub fn output(&self) -> String {
        let path = decode(self.0.trim_start_matches('/'));
        if path.is_empty() || path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path
        }
    }
}

/// The address of a document below its locale: that of its folder where it is an index.
pub fn folder(document: &str) -> String {
    let (folder, end) = folder_of(document);
    [folder, end].concat()
}

/// The same in two parts: a folder, and the `/` behind it where the document is no index of one.
fn folder_of(document: &str) -> (&str, &'static str) {
    match document.strip_suffix("index") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => (folder, ""),
        _ => (document, "/"),
    }
}

/// The last part of a superseded revision's address: its date, numbered from the second on.
pub fn revision_name(date: Option<Date>, occurrence: usize) -> String {
    let name = date.map_or_else(|| "undated".to_owned(), |date| date.to_string());
    if occurrence > 1 {
        format!("{name}-{occurrence}")
    } else {
        name
    }
}

/// The path below a folder of a path that lies in it; the empty folder holds everything.
pub fn below<'p>(path: &'p str, folder: &str) -> Option<&'p str> {
    match folder.trim_end_matches('/') {
        "" => Some(path),
        folder => path.strip_prefix(folder)?.strip_prefix('/'),
    }
}

/// The path of a name in a folder: the other way from [`below`].
pub fn join(folder: &str, name: &str) -> String {
    match folder {
        "" => name.to_owned(),
        folder => format!("{folder}/{name}"),
    }
}

/// Resolves `.` and `..` in a `/`-separated path. `None` where it would leave the top.
pub fn normalize(path: &str) -> Option<String> {
    normalize_in("", path)
}

/// The same for a path as written in a folder, in whose own path there are none.
pub fn normalize_in(folder: &str, path: &str) -> Option<String> {
    let mut out = String::with_capacity(folder.len() + 1 + path.len());
    out.push_str(folder);
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if out.is_empty() => return None,
            ".." => out.truncate(out.rfind('/').unwrap_or(0)),
            _ => {
                if !out.is_empty() {
                    out.push('/');
                }
                out.push_str(part);
            }
        }
    }
    Some(out)
}

/// The device that Windows keeps the name of a file for, whatever its ending: `con`, `com1`.
pub fn device(name: &str) -> Option<String> {
    let stem = name.split('.').next().unwrap_or(name);
    let stem = stem.trim_end().to_ascii_lowercase();
    let mut ports = ["com", "lpt"].iter();
    let numbered = ports.any(|port| {
        let number = stem.strip_prefix(port).map(str::as_bytes);
        matches!(number, Some([b'1'..=b'9']))
    });
    let named = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul");
    (named || numbered).then_some(stem)
}

/// A path whose every part can name a folder of a site, on every disk and behind every server:
/// without parts that are empty, `.` or `..`, with `-` for control characters and backslashes.
pub fn plain(path: &str) -> String {
    let parts = path
        .split('/')
        .filter(|part| !matches!(*part, "" | "." | ".."));
    let parts: Vec<String> = parts.map(|part| short(part, NAME_BYTES.most)).collect();
    parts.join("/")
}

/// A name of at most `most` bytes, fit to be a part of a path. One that is too long is cut, and told
/// from others that begin like it by a hash.
pub fn short(name: &str, most: usize) -> String {
    let outlawed = |c: char| c.is_control() || matches!(c, '\\' | '/');
    let name = name.replace(outlawed, "-");
    if name.len() <= most {
        return name;
    }
    let hash = blake3::hash(name.as_bytes()).to_hex();
    let end = name.floor_char_boundary(most.saturating_sub(9));
    format!("{}-{}", &name[..end], &hash[..8])
}

/// Percent-encodes what may not stand in the path of an address (RFC 3986, section 3.3).
pub fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    encode_onto(path, &mut out);
    out
}

fn encode_onto(path: &str, out: &mut String) {
    let stands = |byte: u8| match byte {
        b'-' | b'.' | b'_' | b'~' | b'/' | b'!' | b'$' | b'(' | b')' | b'*' => true,
        b',' | b';' | b':' | b'@' | b'=' | b'+' => true,
        _ => byte.is_ascii_alphanumeric(),
    };
    if path.bytes().all(stands) {
        out.push_str(path);
        return;
    }
    for byte in path.bytes() {
        match stands(byte) {
            true => out.push(char::from(byte)),
            false => out.push_str(&format!("%{byte:02X}")),
        }
    }
}

/// What leads to an id of the same page: `#` and the id, percent-encoded where it holds what may not
/// stand in a fragment (WHATWG URL, fragment percent-encode set), and `%` itself, so that an id such
/// as `50%-off` is not taken for an encoded one.
pub fn fragment(id: &str) -> String {
    let escaped = |letter: char| matches!(letter, '%' | ' ' | '"' | '<' | '>' | '`');
    if !id.contains(escaped) {
        return ["#", id].concat();
    }
    let mut out = String::with_capacity(id.len() + 8);
    out.push('#');
    for letter in id.chars() {
        match escaped(letter) {
            true => out.push_str(&format!("%{:02X}", letter as u32)),
            false => out.push(letter),
        }
    }
    out
}

/// Undoes percent-encoding. What is not valid UTF-8 afterwards is left as written.
pub fn decode(path: &str) -> String {
    if !path.contains('%') {
        return path.to_owned();
    }
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = path
            .get(at + 1..at + 3)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (bytes[at], code) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_in_a_folder_is_that_of_both_together() {
        let paths = [
            "a.md",
            "./a.md",
            "../a.md",
            "../../a.md",
            "../../../a.md",
            "b//c/",
            "",
            "..",
        ];
        for folder in ["", "top", "top/inner"] {
            for path in paths {
                let whole = normalize(&join(folder, path));
                assert_eq!(normalize_in(folder, path), whole, "{folder} {path}");
            }
        }
        assert_eq!(normalize_in("top", "../../a.md"), None);
    }
}
