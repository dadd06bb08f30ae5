//! What a file is and which document, locale and revision it belongs to, by its path and words.

use crate::config::{Config, SourceFolder};
use crate::document::front_matter::FrontMatter;
use crate::document::revision::Placement;
use crate::finding::{Finding, Level, Rule};
use crate::locale::tag::Locale;
use crate::path::{SourcePath, plain};
use crate::source::Source;

/// A file of the tree, by its path alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub path: SourcePath,
    pub kind: FileKind,
    /// The locale that its folder names.
    pub locale: Option<Locale>,
    /// Folder of its locale, relative to the root, without a slash at the end: what `~/` means.
    pub home: Box<str>,
    /// The path below that folder.
    pub inner: Box<str>,
    pub docset: Option<Box<str>>,
}

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// A guide.
    Page,
    /// Text that pages include, never a page of its own.
    Fragment,
    /// The navigation of its folder.
    Navigation,
    /// Anything else: images, code samples, downloads.
    Resource,
}

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
        docset: folder.docset.as_deref().map(Box::from),
    }
}

fn split_locale(below: &str) -> Option<(Locale, &str, &str)> {
    let (first, inner) = below.split_once('/')?;
    Some((Locale::parse(first)?, first, inner))
}

fn join(base: &str, name: &str) -> String {
    if base.is_empty() {
        name.to_owned()
    } else {
        format!("{base}/{name}")
    }
}

fn kind(inner: &str) -> FileKind {
    let name = inner
        .rsplit('/')
        .next()
        .unwrap_or(inner)
        .to_ascii_lowercase();
    let page = name.ends_with(".md") || name.ends_with(".markdown");
    if matches!(name.as_str(), "toc.yml" | "toc.yaml" | "toc.md") {
        FileKind::Navigation
    } else if page
        && inner
            .split('/')
            .any(|folder| matches!(folder, "includes" | "_includes"))
    {
        FileKind::Fragment
    } else if page {
        FileKind::Page
    } else {
        FileKind::Resource
    }
}

/// The document, locale and label of a page. `assumed` is the locale of pages that name none.
pub fn place(file: &File, front: &FrontMatter, assumed: &Locale) -> Placement {
    let locale = front
        .locale
        .as_ref()
        .or(file.locale.as_ref())
        .unwrap_or(assumed);
    let (stem, label) = split_label(&file.inner);
    let named = front.document_id.as_deref().map(str::to_owned);
    let document = named.unwrap_or_else(|| {
        let stem = stem
            .strip_suffix("_index")
            .map_or(stem.to_owned(), |dir| format!("{dir}index"));
        file.docset
            .as_deref()
            .map_or(stem.clone(), |docset| format!("{docset}/{stem}"))
    });
    Placement {
        path: file.path.clone(),
        locale: locale.clone(),
        // Some systems allow names in files that no address can have.
        document: plain(&document).into(),
        label: label.map(Box::from),
    }
}

/// `a/b@old.md` → `a/b` and `old`.
pub fn split_label(inner: &str) -> (&str, Option<&str>) {
    let lower = inner.to_ascii_lowercase();
    let cut = [".markdown", ".md"]
        .iter()
        .find(|end| lower.ends_with(*end))
        .map_or(0, |end| end.len());
    let stem = &inner[..inner.len() - cut];
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
