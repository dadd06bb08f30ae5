//! Link targets without what a translation changes in them.

/// A target as two languages share it: without host, locale, query and extension. The second part
/// is its fragment, if any.
pub fn bare(target: &str) -> (String, Option<&str>) {
    let (address, fragment) = match target.split_once('#') {
        Some((address, fragment)) => (address, Some(fragment).filter(|text| !text.is_empty())),
        None => (target, None),
    };
    let address = address.split_once('?').map_or(address, |(path, _)| path);
    let (host, path) = match address.split_once("://") {
        Some((_, rest)) => rest.split_once('/').unwrap_or((rest, "")),
        None => ("", address),
    };
    let mut bare = String::with_capacity(path.len());
    // `/ja/docs/start` is `/docs/start` in another tree's words.
    let path = match path.strip_prefix('/').and_then(|path| path.split_once('/')) {
        Some((language, rest)) if language.len() == 2 && is_alphabetic(language) => rest,
        _ => path,
    };
    for part in path.split('/') {
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
