//! What a hand-off is called: the docset it belongs to, its language, the commit it was taken at.

use crate::config::Config;
use crate::locale::name::name_in;
use crate::locale::tag::Locale;

/// A folder of a hand-off, or files that were handed over one by one from one folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drop {
    /// The folder as messages name it, with `/`, without a slash at its end.
    pub folder: Box<str>,
    /// Whole, or one by one.
    pub form: Form,
    /// Paths below the folder, with `/`.
    pub files: Vec<Box<str>>,
}

/// How files came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// As a whole folder: the paths in it belong to what was handed over.
    Folder,
    /// One by one: where they lay says nothing.
    Loose,
}

/// What the name of a drop's folder says, `customer-insights_fr-FR.sxs@46d19a64`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DropName {
    /// What all drops of one docset share, `customer-insights`. May be empty.
    pub family: Box<str>,
    /// The language that ends it.
    pub locale: Option<Locale>,
    /// What follows `@`: the commit of an older state.
    pub label: Option<Box<str>>,
}

/// Branches that a folder may be named after, behind its language: live text, bilingual text.
const BRANCHES: [&str; 4] = [".sxs", ".live-sxs", "-sxs", ".live"];

/// Scripts that tags are written with. Without them `it_docs_en` would be Italian in script `Docs`.
const SCRIPTS: [&str; 8] = [
    "hans", "hant", "latn", "cyrl", "arab", "deva", "guru", "tfng",
];

impl DropName {
    /// Reads the name of a folder; `parent` is the name of the folder around it, which names the
    /// docset where the folder itself is called by a language alone.
    pub fn read(name: &str, parent: &str) -> Self {
        let (stem, label) = match name.split_once('@') {
            Some((stem, label)) => (stem, Some(label).filter(|label| !label.is_empty())),
            None => (name, None),
        };
        let branch = |stem: &str| BRANCHES.iter().find(|end| stem.ends_with(*end)).copied();
        let bare = branch(stem).map_or(stem, |end| &stem[..stem.len() - end.len()]);
        let (family, locale) = match split_tag(bare) {
            Some(("", locale)) => (parent, Some(locale)),
            Some((family, locale)) => (family, Some(locale)),
            None => (stem, None),
        };
        Self {
            // Learn keeps unpublished work in a repository of the same name with `-pr`.
            family: family.strip_suffix("-pr").unwrap_or(family).into(),
            locale,
            label: label.map(Box::from),
        }
    }

    /// Reads the name of the folder that a path ends in.
    pub fn of(folder: &str) -> Self {
        let mut parts = folder.rsplit('/').filter(|part| !part.is_empty());
        let name = parts.next().unwrap_or_default();
        Self::read(name, parts.next().unwrap_or_default())
    }
}

impl Drop {
    /// What the name of its folder says.
    pub fn name(&self) -> DropName {
        DropName::of(&self.folder)
    }

    /// Whether it looks like a repository of Learn: its paths are those of the published site.
    pub fn is_learn(&self) -> bool {
        let marks = |path: &str| {
            let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
            matches!(name.as_str(), "docfx.json" | "toc.yml" | "toc.yaml")
                || name.starts_with(".openpublishing.")
        };
        self.form == Form::Folder && self.files.iter().any(|path| marks(path))
    }

    /// The drops in it: a folder of folders that are each named after a language is many drops.
    pub fn split(self) -> Vec<Self> {
        if self.form == Form::Loose || self.name().locale.is_some() || self.is_learn_at_top() {
            return vec![self];
        }
        let mut whole: Vec<Self> = Vec::new();
        let mut rest = Vec::new();
        for path in self.files {
            let child = path
                .split_once('/')
                .filter(|(first, _)| names_locale(first));
            let Some((first, inner)) = child else {
                rest.push(path);
                continue;
            };
            let folder = format!("{}/{first}", self.folder);
            match whole.iter_mut().rfind(|drop| *drop.folder == folder) {
                Some(drop) => drop.files.push(inner.into()),
                None => whole.push(Self {
                    folder: folder.into(),
                    form: Form::Folder,
                    files: vec![inner.into()],
                }),
            }
        }
        if !rest.is_empty() {
            whole.push(Self {
                files: rest,
                ..self
            });
        }
        whole
    }

    fn is_learn_at_top(&self) -> bool {
        let marks = |path: &str| {
            !path.contains('/') && (path.starts_with(".openpublishing.") || path == "docfx.json")
        };
        self.files.iter().any(|path| marks(path))
    }
}

fn names_locale(folder: &str) -> bool {
    DropName::read(folder, "").locale.is_some()
}

/// The tag of a drop as the settings know it: a bare `en` is the source locale where that is
/// English, else the one language of the site that is English.
pub fn refine(locale: Locale, config: &Config) -> Locale {
    if locale.ancestors().len() > 1 {
        return locale;
    }
    let same = |known: &&Locale| known.language() == locale.language();
    let mut known = config.languages.iter().filter(same);
    let only = known.next().filter(|_| known.next().is_none());
    let source = config.source_locale.as_ref().filter(same);
    source.or(only).cloned().unwrap_or(locale)
}

/// `docs_fr-FR` → `docs` and `fr-FR`; the longest tag that the name ends in.
fn split_tag(name: &str) -> Option<(&str, Locale)> {
    if let Some(locale) = tag(name) {
        return Some(("", locale));
    }
    let separated = name
        .match_indices(['_', '.'])
        .filter_map(|(at, _)| Some((&name[..at], tag(&name[at + 1..])?)));
    separated
        .min_by_key(|(family, _)| family.len())
        .or_else(|| hyphenated(name))
}

/// `docs-fr-FR`: with hyphens only this form is a language, since `customer-insights-pr` is none.
fn hyphenated(name: &str) -> Option<(&str, Locale)> {
    let at = name.len().checked_sub("-fr-FR".len())?;
    let (family, end) = name.split_at_checked(at)?;
    let is_tag = matches!(end.as_bytes(), [b'-', a, b, b'-', c, d]
        if [a, b].iter().all(|c| c.is_ascii_lowercase()) && [c, d].iter().all(|c| c.is_ascii_uppercase()));
    Some((family, tag(&end[1..])?)).filter(|_| is_tag)
}

fn tag(text: &str) -> Option<Locale> {
    let script =
        |part: &str| part.len() != 4 || SCRIPTS.contains(&part.to_ascii_lowercase().as_str());
    let locale = Locale::parse(text).filter(|_| text.split(['-', '_']).all(script))?;
    is_spoken(&locale).then_some(locale)
}

/// Whether CLDR knows the language: `app` and `sdk` are well-formed tags too.
fn is_spoken(locale: &Locale) -> bool {
    let bare = Locale::parse(locale.language());
    bare.is_some_and(|bare| name_in(&bare, &Locale::english()) != bare.tag())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str) -> (String, Option<String>, Option<String>) {
        let name = DropName::read(name, "handoff");
        let text = |label: Box<str>| label.into_string();
        (
            text(name.family),
            name.locale.map(|l| l.tag()),
            name.label.map(text),
        )
    }

    fn expected(
        family: &str,
        locale: &str,
        label: &str,
    ) -> (String, Option<String>, Option<String>) {
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        (family.to_owned(), given(locale), given(label))
    }

    #[test]
    fn a_language_tag_ends_the_name() {
        assert_eq!(read("repo.fr-fr"), expected("repo", "fr-FR", ""));
        assert_eq!(
            read("docs_sv-SE@1a2b3c4d"),
            expected("docs", "sv-SE", "1a2b3c4d")
        );
        assert_eq!(read("docs_en"), expected("docs", "en", ""));
        assert_eq!(
            read("customer-insights_fr-FR.sxs@46d19a64"),
            expected("customer-insights", "fr-FR", "46d19a64")
        );
        assert_eq!(read("guide_pt_BR"), expected("guide", "pt-BR", ""));
        assert_eq!(
            read("guide.zh-Hans-CN"),
            expected("guide", "zh-Hans-CN", "")
        );
        assert_eq!(read("guide-nl-NL"), expected("guide", "nl-NL", ""));
        assert_eq!(
            read("azure-docs-pr.de-de"),
            expected("azure-docs", "de-DE", "")
        );
    }

    #[test]
    fn a_folder_named_by_a_language_alone_belongs_to_the_one_around_it() {
        assert_eq!(read("ja-JP"), expected("handoff", "ja-JP", ""));
    }

    #[test]
    fn words_that_look_like_tags_are_none() {
        for name in [
            "my_app",
            "customer-insights-pr",
            "seeds",
            "azure.sdk",
            "notes_old",
        ] {
            assert_eq!(read(name).1, None, "{name}");
        }
        assert_eq!(read("my_it_docs_en"), expected("my_it_docs", "en", ""));
    }

    #[test]
    fn a_folder_of_languages_is_many_drops() {
        let files = [
            "docs_fr-FR/a.md",
            "readme.txt",
            "docs_sv-SE/a.md",
            "docs_fr-FR/b.md",
        ];
        let drop = Drop {
            folder: "in".into(),
            form: Form::Folder,
            files: files.map(Box::from).into(),
        };
        let split: Vec<_> = drop
            .split()
            .into_iter()
            .map(|d| (d.folder, d.files.len()))
            .collect();
        let expected = [("in/docs_fr-FR", 2), ("in/docs_sv-SE", 1), ("in", 1)];
        assert_eq!(split, expected.map(|(folder, n)| (Box::from(folder), n)));
    }
}
