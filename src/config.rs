//! `site.yaml`: what a team decides about its site, with defaults for everything.

pub mod absent;
pub mod docset;
pub mod pattern;

pub mod learn;

pub mod docfx;
pub mod redirection;
pub mod repository;

pub mod mistake;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::config::absent::Absent;
use crate::config::learn::Learn;
use crate::finding::Level;
use crate::limits::Limits;
use crate::locale::tag::Locale;
use crate::path::base::{self, Base};

/// The settings of a site. Every key may be left out.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// Name of the site; the name of its folder where not set.
    pub title: String,
    /// Where the site will stand: links start at its path, and canonical links, `hreflang` and the
    /// sitemap bear all of it.
    pub base_url: Option<String>,
    /// The languages built, in the order in which they are offered. Those found, where empty.
    #[schemars(with = "Vec<String>")]
    pub languages: Vec<Locale>,
    /// The language documents are written in.
    #[schemars(with = "Option<String>")]
    pub source_locale: Option<Locale>,
    /// Name of the theme, a folder below `themes/` or the built-in one.
    pub theme: String,
    /// Options that the theme declares in its `theme.yaml`.
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    pub theme_options: BTreeMap<String, serde_yaml::Value>,
    /// Folders or checkouts that hold guides.
    pub sources: Vec<SourceFolder>,
    /// What a reader gets where a page is missing in their language.
    pub fallback: Fallback,
    /// Documents that a locale shall not have, by locale: ids, and patterns of ids with `*`, `**`,
    /// `?` and `{a,b}`.
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    pub absent: BTreeMap<Locale, Absent>,
    /// How the date of a page is read.
    pub dates: DateSettings,
    /// Front-matter keys that hold the commit a translation was made from.
    pub stamps: Vec<String>,
    /// When a deadline is near.
    pub deadlines: DeadlineSettings,
    /// Where links may lead.
    pub links: LinkSettings,
    /// Whether raw HTML is sanitised or trusted.
    pub html: Html,
    /// Monikers to build; all, where empty.
    pub versions: Vec<String>,
    /// Level of a finding by its code.
    pub findings: BTreeMap<String, Level>,
    /// Protected names; found in the texts where empty.
    pub terms: Vec<String>,
    /// The most that a page may ask for.
    pub limits: Limits,
    /// What the Learn repositories among the sources say of themselves.
    #[serde(skip)]
    pub learn: Learn,
}

/// A folder of guides: of one locale, or with a folder for each locale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SourceFolder {
    /// The locale of everything in it. Without it the first folder below names the locale.
    #[schemars(with = "Option<String>")]
    pub locale: Option<Locale>,
    /// Folder relative to the root, or to the repository where one is named.
    pub path: String,
    /// A local clone whose history says what a translation was made from.
    pub repository: Option<String>,
    /// Prefix of the addresses and ids of what lies in it.
    pub docset: Option<String>,
}

/// What a reader gets where a page is missing in their language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Fallback {
    /// The newest text, of the same language where there is one.
    #[default]
    #[serde(skip)]
    Newest,
    /// The same rule for all locales.
    Named(FallbackRule),
    /// Locales to try in turn, by the locale that lacks the page.
    Chains(#[schemars(with = "BTreeMap<String, Vec<String>>")] BTreeMap<Locale, Vec<Locale>>),
}

/// A fallback that is the same for all locales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FallbackRule {
    /// The newest text, of the same language where there is one.
    Newest,
    /// The source locale's text.
    Source,
    /// Nothing: the page is missing.
    None,
}

/// How a page's date is read.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DateSettings {
    /// Front-matter keys that hold a page's date, the first one present wins.
    pub keys: Vec<String>,
}

/// When a deadline is near.
#[derive(Clone, Debug, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct DeadlineSettings {
    /// Days ahead within which a deadline counts as due.
    pub due_within: i64,
}

/// Where links may lead.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LinkSettings {
    /// What a relative link is whose target the tree does not hold.
    pub unknown: UnknownLink,
    /// Address of what lies outside, with `{locale}` and `{path}`.
    pub outside: Option<String>,
    /// Address at which a page is edited, with `{path}`.
    pub edit: Option<String>,
}

/// What a relative link is whose target the tree does not hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum UnknownLink {
    /// It leads out of a tree that is a part of a larger set.
    #[default]
    Outside,
    /// It is a mistake.
    Broken,
}

/// Whether raw HTML in pages is sanitised or trusted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Html {
    /// Elements and attributes of an allow-list stay.
    #[default]
    Sanitize,
    /// All of it stays, scripts too.
    Trusted,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            title: String::new(),
            base_url: None,
            languages: Vec::new(),
            source_locale: None,
            theme: "default".to_owned(),
            theme_options: BTreeMap::new(),
            sources: Vec::new(),
            fallback: Fallback::default(),
            absent: BTreeMap::new(),
            dates: DateSettings::default(),
            stamps: [
                "ms.sourcegitcommit",
                "default_lang_commit",
                "l10n.sourceCommit",
            ]
            .map(str::to_owned)
            .into(),
            deadlines: DeadlineSettings::default(),
            links: LinkSettings::default(),
            html: Html::default(),
            versions: Vec::new(),
            findings: BTreeMap::new(),
            terms: Vec::new(),
            limits: Limits::default(),
            learn: Learn::default(),
        }
    }
}

impl Default for DateSettings {
    fn default() -> Self {
        Self {
            keys: ["ms.date", "date", "lastmod", "updated"]
                .map(str::to_owned)
                .into(),
        }
    }
}

impl Default for DeadlineSettings {
    fn default() -> Self {
        Self { due_within: 30 }
    }
}

impl LinkSettings {
    /// The address of a target that lies outside the tree, by the pattern `outside`.
    pub fn address(&self, locale: &Locale, target: &str) -> Option<String> {
        let pattern = self.outside.as_ref()?;
        let target = target.trim_start_matches("./").trim_start_matches('/');
        let (path, rest) = target.split_at(target.find(['?', '#']).unwrap_or(target.len()));
        let path = [path.strip_suffix(".md").unwrap_or(path), rest].concat();
        let locale = locale.address();
        Some(
            pattern
                .replace("{locale}", &locale)
                .replace("{path}", &path),
        )
    }
}

impl Config {
    /// Whether a locale shall not have a document.
    pub fn is_absent(&self, document: &str, locale: &Locale) -> bool {
        let absent = self.absent.get(locale);
        absent.is_some_and(|absent| absent.contains(document))
    }

    /// Reads `site.yaml`.
    ///
    /// # Errors
    /// A sentence with the line, where it is no YAML, has an unknown key or a value of another
    /// type.
    pub fn parse(yaml: &str) -> Result<Self, String> {
        if yaml.trim().is_empty() {
            return Ok(Self::default());
        }
        let mut config: Self =
            serde_yaml::from_str(yaml).map_err(|error| mistake::sentence(&error))?;
        if let Some(url) = &config.base_url {
            config.base_url = Some(base::tidy(url)).filter(|url| !url.is_empty());
        }
        Ok(config)
    }

    /// Where the site stands.
    pub fn base(&self) -> Base<'_> {
        Base::new(self.base_url.as_deref())
    }

    /// The folders to read: those set, or `content/`.
    pub fn folders(&self) -> Vec<SourceFolder> {
        if self.sources.is_empty() {
            return vec![SourceFolder {
                path: "content".to_owned(),
                ..Default::default()
            }];
        }
        self.sources.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::LinkSettings;
    use crate::locale::tag::Locale;

    #[test]
    fn an_address_outside_loses_the_ending_of_its_page_and_nothing_else() {
        let links = LinkSettings {
            outside: Some("https://x.example/{locale}/{path}".to_owned()),
            ..LinkSettings::default()
        };
        let french = Locale::parse("fr-FR").expect("a tag");
        let path = |target: &str| {
            let address = links.address(&french, target).expect("a pattern is set");
            address["https://x.example/fr-fr/".len()..].to_owned()
        };
        assert_eq!(path("./a/b.md#c.md"), "a/b#c.md");
        assert_eq!(path("a.md?view=b.md"), "a?view=b.md");
        assert_eq!(path("setup.mdx"), "setup.mdx");
        assert_eq!(path("a.md-files/b.png"), "a.md-files/b.png");
    }
}
