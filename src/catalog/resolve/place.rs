//! What a path of a link means, before anything is looked up.

use std::borrow::Cow;

use crate::catalog::identity::{File, split_label, without_extension};
use crate::config::docset::Docset;
use crate::config::learn::Learn;
use crate::locale::tag::Locale;
use crate::path::{normalize, normalize_in};

/// The path below the locale's folder or repository that a target means. Root-relative ones lie
/// outside.
pub fn inner_path(file: &File, path: &str) -> Option<String> {
    if let Some(rest) = path.strip_prefix("~/") {
        return normalize(&[&file.top, "/", rest].concat());
    }
    if path.starts_with('/') {
        return None;
    }
    let folder = file.inner.rsplit_once('/').map_or("", |(folder, _)| folder);
    normalize_in(folder, path)
}

/// The path below the locale's folder or repository of a fragment. A root-relative one is taken
/// from the folder of the docset: translators' tools write `/includes` where `~/includes` is meant.
pub fn fragment_path(file: &File, path: &str) -> Option<String> {
    match path.strip_prefix('/') {
        Some(rest) => normalize(&format!("{}/{rest}", file.top)),
        None => inner_path(file, path),
    }
}

/// What a link calls the page of a path: `a/b.md`, `a/b.html` and `a/b.yml` all mean `a/b`.
pub fn page_name(inner: &str) -> &str {
    const HTML: &str = ".html";
    let at = inner.len().saturating_sub(HTML.len());
    match inner.get(at..) {
        Some(end) if end.eq_ignore_ascii_case(HTML) => &inner[..at],
        _ => without_extension(inner),
    }
}

/// The names that a page may have which a link calls by this one: mostly it is the first.
pub fn names(stem: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let stem = stem.trim_matches('/');
    let index = move || match stem {
        "" => Cow::Borrowed("index"),
        _ => Cow::Owned([stem, "/index"].concat()),
    };
    let hidden = move || Cow::Owned(stem.replace("_index", "index"));
    let others = std::iter::once_with(index).chain(std::iter::once_with(hidden));
    std::iter::once(Cow::Borrowed(stem)).chain(others)
}

/// The documents that a root-relative address may mean: what stands below the place where Learn
/// has a docset, or below the folder of a docset of this site. None where it lies outside.
pub fn rooted(learn: &Learn, path: &str, prefixes: &[Box<str>]) -> Vec<String> {
    let address = without_locale(path);
    let mut found = Vec::new();
    for docset in &learn.docsets {
        let base = longest(docset.bases.iter().map(String::as_str), address);
        let Some(below) = base.and_then(|base| below(address, base)) else {
            continue;
        };
        let parts = [docset.prefix.as_deref().unwrap_or(""), &docset.place, below];
        let filled = parts.iter().filter(|part| !part.is_empty());
        let document = filled.copied().collect::<Vec<_>>().join("/");
        found.push((base.map_or(0, str::len), page_name(&document).to_owned()));
    }
    found.sort_by(|a, b| b.cmp(a));
    let mut documents: Vec<String> = found.into_iter().map(|(_, document)| document).collect();
    let named = address.trim_matches('/');
    if prefixes.iter().any(|prefix| below(named, prefix).is_some()) {
        documents.push(page_name(named).to_owned());
    }
    documents.dedup();
    documents
}

/// The files that a root-relative address may mean, with the docset of each.
pub fn rooted_files<'l>(learn: &'l Learn, path: &str) -> Vec<(&'l Docset, String)> {
    let address = without_locale(path);
    let file = |docset: &'l Docset| {
        let base = longest(docset.bases.iter().map(String::as_str), address)?;
        let below = below(address, base)?;
        let path = format!("{}/{below}", docset.folder);
        Some((docset, path.trim_start_matches('/').to_owned()))
    };
    learn.docsets.iter().filter_map(file).collect()
}

fn longest<'b>(bases: impl Iterator<Item = &'b str>, address: &str) -> Option<&'b str> {
    let holds = |base: &&str| below(address, base).is_some();
    bases.filter(holds).max_by_key(|base| base.len())
}

/// What of an address lies below another one.
fn below<'a>(address: &'a str, base: &str) -> Option<&'a str> {
    let head = address.get(..base.len())?;
    let rest = &address[base.len()..];
    let whole = rest.is_empty() || rest.starts_with('/');
    (whole && head.eq_ignore_ascii_case(base)).then(|| rest.trim_matches('/'))
}

/// `/azure/x` of `/fr-fr/azure/x`: links shall not name a language, and some do.
fn without_locale(path: &str) -> &str {
    let first = path.trim_start_matches('/').split('/').next().unwrap_or("");
    let named = first.contains('-') && Locale::parse(first).is_some_and(|l| l.region().is_some());
    if named {
        &path[1 + first.len()..]
    } else {
        path
    }
}

/// The address that Learn has for what a link means, below its host. `None` where the docset of
/// the file does not tell its own.
pub fn address(learn: &Learn, file: &File, target: &str) -> Option<String> {
    let docset = learn.docset(&file.path)?;
    let base = docset.bases.first()?;
    let end = target.find(['?', '#']).unwrap_or(target.len());
    let (path, rest) = target.split_at(end);
    let inner = inner_path(file, path)?;
    let below = match &*docset.top {
        "" => inner.as_str(),
        top => inner.strip_prefix(top)?.strip_prefix('/')?,
    };
    let (stem, _) = split_label(below);
    Some(format!("{base}/{stem}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::{below, page_name, without_locale};

    #[test]
    fn a_language_in_an_address_says_nothing() {
        assert_eq!(without_locale("/fr-fr/azure/a"), "/azure/a");
        assert_eq!(without_locale("/azure/a"), "/azure/a");
        assert_eq!(without_locale("/en-us"), "");
    }

    #[test]
    fn an_address_lies_below_whole_folders_only() {
        assert_eq!(below("/azure/data", "/azure"), Some("data"));
        assert_eq!(below("/Azure/", "/azure"), Some(""));
        assert_eq!(below("/azures", "/azure"), None);
    }

    #[test]
    fn a_folder_means_its_index() {
        let names = |stem| super::names(stem).collect::<Vec<_>>();
        assert_eq!(names("a/"), ["a", "a/index", "a"]);
        assert_eq!(names("")[1], "index");
        assert_eq!(page_name("a/b.YML"), "a/b");
    }
}
