//! Link targets without what a translation changes in them.

/// A target as two languages share it: without host, locale, query and extension. The second part
/// is its fragment, if any.
pub fn bare(target: &str) -> (String, Option<&str>) {
    let (address, fragment) = match cut(target, b'#') {
        Some((address, fragment)) => (address, Some(fragment).filter(|text| !text.is_empty())),
        None => (target, None),
    };
    let address = cut(address, b'?').map_or(address, |(path, _)| path);
    let scheme = memchr::memchr_iter(b':', address.as_bytes())
        .find(|colon| address[*colon..].starts_with("://"));
    let (host, path) = match scheme.map(|colon| &address[colon + "://".len()..]) {
        Some(rest) => cut(rest, b'/').unwrap_or((rest, "")),
        None => ("", address),
    };
    let mut bare = String::with_capacity(path.len());
    // `/ja/docs/start` is `/docs/start` in another tree's words.
    let path = match path.strip_prefix('/').and_then(|path| cut(path, b'/')) {
        Some((language, rest)) if language.len() == 2 && is_alphabetic(language) => rest,
        _ => path,
    };
    let ends = memchr::memchr_iter(b'/', path.as_bytes()).chain([path.len()]);
    let mut start = 0;
    for end in ends {
        let part = &path[start..end];
        start = end + 1;
        if part.is_empty() || part == "." || part == ".." || is_locale(part) {
            continue;
        }
        if !bare.is_empty() {
            bare.push('/');
        }
        lower(part, &mut bare);
    }
    // A host alone is all that such a link says.
    let bare = if bare.is_empty() {
        host.to_lowercase()
    } else {
        without_extension(bare)
    };
    (bare, fragment)
}

/// What stands before a sign of ASCII, and behind it.
fn cut(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = memchr::memchr(sign, text.as_bytes())?;
    Some((&text[..at], &text[at + 1..]))
}

fn lower(part: &str, out: &mut String) {
    if part.is_ascii() {
        let start = out.len();
        out.push_str(part);
        out[start..].make_ascii_lowercase();
    } else {
        out.extend(part.chars().flat_map(char::to_lowercase));
    }
}

/// `fr-fr`, `zh-hant-tw`: two letters, then only subtags of a language tag. A bare `go` or `ai` is
/// as likely a name.
fn is_locale(part: &str) -> bool {
    let mut subtags = part.split(['-', '_']);
    let language = subtags
        .next()
        .is_some_and(|tag| tag.len() == 2 && is_alphabetic(tag));
    let mut more = subtags.peekable();
    language
        && more.peek().is_some()
        && more.all(|tag| matches!(tag.len(), 2 | 4) && is_alphabetic(tag))
}

fn is_alphabetic(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn without_extension(mut path: String) -> String {
    for extension in [".md", ".html", ".htm"] {
        if path.ends_with(extension) {
            path.truncate(path.len() - extension.len());
            return path;
        }
    }
    path
}
