//! What a file is and which document, locale and revision it belongs to, by its path and words.

use serde::Serialize;

use crate::config::learn::Learn;
use crate::config::{Config, SourceFolder};
use crate::document::front_matter::FrontMatter;
use crate::document::revision::Placement;
use crate::finding::{Finding, Level, Rule};
use crate::locale::tag::Locale;
use crate::path::{SourcePath, join, plain};
use crate::source::Source;

/// A file of the tree, by its path alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct File {
    /// Below the root.
    pub path: SourcePath,
    /// What it is for.
    pub kind: FileKind,
    /// The locale that its folder names.
    pub locale: Option<Locale>,
    /// Folder of its locale or repository, relative to the root, without a slash at the end.
    pub home: Box<str>,
    /// The path below that folder.
    pub inner: Box<str>,
    /// The folder below `home` that `~/` means; empty where it is `home` itself.
    pub top: Box<str>,
    /// Where a page of a Learn repository is published, with its extension; of others, `inner`.
    pub page: Option<Box<str>>,
    /// The docset that it belongs to, where its folder names one.
    pub docset: Option<Box<str>>,
}

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum FileKind {
    /// A guide.
    Page,
    /// YAML: a guide, or data, as its first line says.
    Data,
    /// Text that pages include, never a page of its own.
    Fragment,
    /// The navigation of its folder.
    Navigation,
    /// Anything else: images, code samples, downloads.
    Resource,
    /// The same, where it is handed on only if a page shows it.
    Aside,
}

/// `front-matter/locale-mismatch`: `ms.contentlocale` and the folder name different languages.
pub static LOCALE_MISMATCH: Rule = Rule {
    code: "front-matter/locale-mismatch",
    level: Level::Warn,
    summary: "`ms.contentlocale` and the folder name different languages",
    explanation: "\
The page says one language in `ms.contentlocale` and stands in the folder of another. It is built
as what it says. Move the file to the folder of its language, or mend the key.
",
};

/// Reads what a path says. `folder` is the source folder it was found in.
pub fn classify(path: &SourcePath, folder: &SourceFolder) -> File {
    let base = folder.path.trim_matches('/');
    let base = if base == "." { "" } else { base };
    let below = path
        .as_str()
        .strip_prefix(base)
        .unwrap_or(path.as_str())
        .trim_start_matches('/');
    let named = folder
        .locale
        .is_none()
        .then(|| split_locale(below))
        .flatten();
    let (locale, home, inner) = match (named, &folder.locale) {
        (Some((locale, first, inner)), _) => (Some(locale), join(base, first), inner),
        (None, Some(locale)) => (Some(locale.clone()), base.to_owned(), below),
        (None, None) => (None, base.to_owned(), below),
    };
    File {
        path: path.clone(),
        kind: kind(inner),
        locale,
        home: home.into(),
        inner: inner.into(),
        top: Box::default(),
        page: None,
        docset: folder.docset.as_deref().map(Box::from),
    }
}

/// Reads what a path says, by the settings of the Learn repository that it stands in, if any.
pub fn classify_in(path: &SourcePath, folder: &SourceFolder, learn: &Learn) -> File {
    let own = learn.docset(path);
    let base = folder.path.trim_matches('/');
    let repository = own.map_or(base, |docset| &docset.repository);
    let Some(inner) = learn.inner(path, repository) else {
        return classify(path, folder);
    };
    let serves = learn.serves(path, repository);
    let page = own.and_then(|docset| docset.page(docset.below(path.as_str())?));
    let handed_on = own.is_some_and(|docset| {
        let below = docset.below(path.as_str());
        below.is_some_and(|below| docset.is_resource(below))
    });
    let published = own.zip(page.as_deref());
    let published = published.map(|(docset, page)| join(&docset.place, page));
    let locale = serves.and_then(|docset| docset.locale.clone());
    File {
        path: path.clone(),
        kind: match (kind(inner), page.is_some()) {
            (FileKind::Page, false) => FileKind::Fragment,
            (FileKind::Resource, _) if handed_on => FileKind::Resource,
            (FileKind::Data | FileKind::Navigation, false) | (FileKind::Resource, _) => {
                FileKind::Aside
            }
            (kind, _) => kind,
        },
        locale: folder.locale.clone().or(locale),
        home: repository.into(),
        inner: inner.into(),
        top: serves.map_or("", |docset| &docset.top).into(),
        page: published.map(String::into_boxed_str),
        docset: folder.docset.as_deref().map(Box::from),
    }
}

fn split_locale(below: &str) -> Option<(Locale, &str, &str)> {
    let (first, inner) = below.split_once('/')?;
    Some((Locale::parse(first)?, first, inner))
}

fn kind(inner: &str) -> FileKind {
    let name = inner
        .rsplit('/')
        .next()
        .unwrap_or(inner)
        .to_ascii_lowercase();
    let page = name.ends_with(".md") || name.ends_with(".markdown");
    let data = name.ends_with(".yml") || name.ends_with(".yaml");
    let included = inner
        .split('/')
        .any(|folder| matches!(folder, "includes" | "_includes"));
    match (page, data) {
        _ if matches!(name.as_str(), "toc.yml" | "toc.yaml" | "toc.md") => FileKind::Navigation,
        (true, _) if included => FileKind::Fragment,
        (true, _) => FileKind::Page,
        (_, true) if !included => FileKind::Data,
        _ => FileKind::Resource,
    }
}

/// The document, locale and label of a page. `assumed` is the locale of pages that name none.
pub fn place(file: &File, front: &FrontMatter, assumed: &Locale) -> Placement {
    let locale = front
        .locale
        .as_ref()
        .or(file.locale.as_ref())
        .unwrap_or(assumed);
    let (_, label) = split_label(published_path(file));
    let named = front.document_id.as_deref().map(str::to_owned);
    let document = named.unwrap_or_else(|| document_of(file));
    Placement {
        path: file.path.clone(),
        locale: locale.clone(),
        // Some systems allow names in files that no address can have.
        document: plain(&document).into(),
        label: label.map(Box::from),
    }
}

/// The document that a page is, as far as its path says.
pub fn document_of(file: &File) -> String {
    in_docset(file, published_path(file))
}

/// What links to a page call it: its path without extension and label, below its docset.
pub fn stem_of(file: &File) -> String {
    in_docset(file, &file.inner)
}

fn published_path(file: &File) -> &str {
    file.page.as_deref().unwrap_or(&file.inner)
}

fn in_docset(file: &File, path: &str) -> String {
    let (stem, _) = split_label(path);
    let folder = stem.strip_suffix("_index");
    let stem = folder.map_or(stem.to_owned(), |folder| format!("{folder}index"));
    match &file.docset {
        Some(docset) => format!("{docset}/{stem}"),
        None => stem,
    }
}

/// The path of a page without its extension, whatever its letter case.
pub fn without_extension(inner: &str) -> &str {
    let lower = inner.to_ascii_lowercase();
    let ends = [".markdown", ".md", ".yml", ".yaml"];
    let end = ends.iter().find(|end| lower.ends_with(*end));
    &inner[..inner.len() - end.map_or(0, |end| end.len())]
}

/// `a/b@old.md` → `a/b` and `old`.
pub fn split_label(inner: &str) -> (&str, Option<&str>) {
    let stem = without_extension(inner);
    let name = stem.rfind('/').map_or(0, |at| at + 1);
    match stem[name..].find('@') {
        Some(at) if at > 0 => (&stem[..name + at], Some(&stem[name + at + 1..])),
        _ => (stem, None),
    }
}

/// The finding where folder and front matter disagree on the locale.
pub fn mismatch(source: &Source, file: &File, front: &FrontMatter) -> Option<Finding> {
    let (folder, said) = (file.locale.as_ref()?, front.locale.as_ref()?);
    if folder == said || folder.language() == said.language() && folder.region().is_none() {
        return None;
    }
    let span = source.span(front.key("ms.contentlocale")?);
    let message = format!("the page says `{said}` and stands in the folder of `{folder}`");
    Some(
        LOCALE_MISMATCH
            .at(&source.path, span, message)
            .help("move the file, or mend the key"),
    )
}

/// The locale of pages that no folder and no key gives one.
pub fn assumed_locale(config: &Config) -> Locale {
    let set = config
        .source_locale
        .clone()
        .or_else(|| config.languages.first().cloned());
    set.or_else(|| Locale::parse("en-US"))
        .expect("`en-US` is a language tag")
}
