//! What a template receives. Every word in it is in the reader's language, every address final.

pub mod status;

use std::sync::Arc;

use serde::Serialize;

/// What every page has around its content.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// What all pages of the site share; given to templates once for all of them.
    #[serde(skip)]
    pub site: Arc<SiteFrame>,
    /// What all pages of the locale share; given to templates once for all of them.
    #[serde(skip)]
    pub locale: Arc<LocaleFrame>,
    /// Address of the page itself.
    pub address: String,
    /// For `<title>` and headings; plain text.
    pub title: String,
    /// One sentence, for lists and search engines.
    pub description: Option<String>,
    /// Absolute address of the page that search engines shall keep; none without `base_url`.
    pub canonical: Option<String>,
    /// The same page in other languages.
    pub alternates: Vec<Alternate>,
    /// Content of `<meta name=robots>`, where the page is not for search engines.
    pub robots: Option<&'static str>,
    /// The language switcher.
    pub languages: Vec<LanguageLink>,
    /// HTML of the navigation with the page marked, ready to be put in place.
    pub navigation: String,
    /// The groups of the navigation, to which search can be kept: titles alone.
    pub parts: Arc<[TextLink]>,
    /// From the home of the locale down to the page's folder.
    pub breadcrumbs: Vec<TextLink>,
    /// JSON-LD of the page; none for pages that are no article.
    pub structured: Option<String>,
}

/// What all pages of a site share.
#[derive(Clone, Debug, Serialize)]
pub struct SiteFrame {
    /// Name of the site.
    pub title: String,
    /// What every address of the site begins with: `/docs` where it stands below a path of its host,
    /// else nothing.
    pub path: String,
    /// Address of the style sheet, with a hash of its content.
    pub style: String,
    /// Address of the script, with a hash of its content.
    pub script: String,
    /// Address of the icon, with a hash of its content.
    pub icon: String,
    /// Whether the site has a search index.
    pub search: bool,
    /// The versions of the product that the site is built for; none where it is built for all.
    pub versions: Vec<String>,
    /// Days ahead within which a deadline counts as due.
    pub due_within: i64,
    /// Options of the theme.
    pub options: serde_json::Value,
}

/// What all pages of a locale share.
#[derive(Clone, Debug, Serialize)]
pub struct LocaleFrame {
    /// `fr-FR`.
    pub tag: String,
    /// `fr-fr`.
    pub address: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// In its own words.
    pub name: String,
    /// Address of its home.
    pub home: String,
    /// Attributes for elements that hold words of the interface, with a space before them: `lang`
    /// and `dir` where the interface does not speak the locale's language, else nothing.
    pub tongue: &'static str,
    /// Every message without variables, by its id with `-` as `_`.
    pub words: Arc<std::collections::BTreeMap<String, String>>,
}

/// The same page in another language, for search engines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternate {
    /// A tag, or `x-default`.
    pub language: String,
    /// Absolute.
    pub address: String,
}

/// One entry of the language switcher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageLink {
    /// `fr-FR`.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// In its own words.
    pub name: String,
    /// Of the page in it.
    pub address: String,
    /// Whether it is the language at hand.
    pub current: bool,
    /// Whether the page exists in it; otherwise it leads to a fallback page or the home.
    pub translated: bool,
    /// Sections that the target lacks, as `own anchor` → `nearest anchor there`, JSON for the
    /// script that keeps the reader's section; empty where all are there, none where the target is
    /// another page and keeps none.
    pub sections: Option<String>,
}

/// An address with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextLink {
    /// In the reader's words.
    pub title: String,
    /// None for a title alone.
    pub address: Option<String>,
    /// Language of the title, where it is not the page's.
    pub language: Option<String>,
}

/// A line above the content with a way to act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// `behind`, `incomplete`, `superseded`, `fallback`, `machine`: a class for the theme.
    pub kind: &'static str,
    /// One sentence in the reader's language.
    pub message: String,
    /// What the reader can do.
    pub action: Option<TextLink>,
    /// Language of the action's target, where it is another.
    pub action_language: Option<String>,
}

/// A guide in one revision.
#[derive(Clone, Debug, Serialize)]
pub struct GuidePage {
    /// What stands around it.
    #[serde(flatten)]
    pub frame: Frame,
    /// HTML of the text.
    pub body: String,
    /// Language of the text, where it is not the page's: a fallback.
    pub body_language: Option<String>,
    /// `ltr` or `rtl`, where it is not the page's.
    pub body_direction: Option<&'static str>,
    /// The table of contents.
    pub contents: Vec<ContentsEntry>,
    /// What is said above the text.
    pub notices: Vec<Notice>,
    /// Newest first; empty where there is one alone.
    pub versions: Vec<VersionLink>,
    /// Address of the page of changes.
    pub changes: Option<String>,
    /// Address of the current revision, on superseded pages.
    pub current: Option<String>,
    /// The page's date: for `<time>` and in the reader's words.
    pub updated: Option<Day>,
    /// `human` or `machine`.
    pub translation: Option<&'static str>,
    /// Address at which the page is edited.
    pub edit: Option<String>,
    /// The guide before it in the navigation.
    pub previous: Option<TextLink>,
    /// The guide after it in the navigation.
    pub next: Option<TextLink>,
    /// Whether it has translation units, so that the bilingual switch is shown.
    pub bilingual: bool,
    /// Whether search shall find it.
    pub indexed: bool,
    /// Address of the page as Markdown; current revisions have one.
    pub markdown: Option<String>,
    /// The page as Markdown, which is a file of its own.
    #[serde(skip)]
    pub plain: Option<String>,
    /// Which of the site's versions of the product it is for, for search.
    #[serde(skip)]
    pub products: Vec<String>,
}

/// A section in the table of contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContentsEntry {
    /// Its id on the page.
    pub id: String,
    /// Its words.
    pub title: String,
    /// 1 to 6.
    pub level: u8,
}

/// One entry of the version switcher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionLink {
    /// Of the page in that revision.
    pub address: String,
    /// The date in the reader's words, or the word for undated.
    pub name: String,
    /// ISO 8601; none where it is undated.
    pub date: Option<String>,
    /// Whether this is the page at hand.
    pub here: bool,
    /// Whether it is the current revision.
    pub current: bool,
    /// As for [`LanguageLink::sections`].
    pub sections: String,
}

/// A day for `<time>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Day {
    /// ISO 8601.
    pub iso: String,
    /// In the reader's words.
    pub name: String,
}

/// The home of a locale.
#[derive(Clone, Debug, Serialize)]
pub struct HomePage {
    /// What stands around it.
    #[serde(flatten)]
    pub frame: Frame,
    /// HTML of the locale's own `index.md`, where it has one.
    pub body: Option<String>,
    /// Language of the text, where it is not the page's.
    pub body_language: Option<String>,
    /// `ltr` or `rtl`, where it is not the page's.
    pub body_direction: Option<&'static str>,
    /// What is said above the text.
    pub notices: Vec<Notice>,
    /// As for guides.
    pub markdown: Option<String>,
    /// The page as Markdown, which is a file of its own.
    #[serde(skip)]
    pub plain: Option<String>,
    /// Cards from the navigation.
    pub cards: Vec<Card>,
    /// The newest guides of the locale.
    pub recent: Vec<Recent>,
    /// Deadlines of the locale, soonest first; script shows which are due.
    pub deadlines: Vec<DeadlineLink>,
}

/// A group of the navigation on the home page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Card {
    /// In the reader's words.
    pub title: String,
    /// Language of the title, where it is not the page's.
    pub language: Option<String>,
    /// Of its own page, where it has one.
    pub address: Option<String>,
    /// The guides of the group.
    pub links: Vec<TextLink>,
}

/// A guide with its date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recent {
    /// Its title.
    pub title: String,
    /// Of the guide.
    pub address: String,
    /// Its date.
    pub updated: Option<Day>,
}

/// A deadline with the section that sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeadlineLink {
    /// Title of the guide.
    pub title: String,
    /// Language of the title, where it is not the page's.
    pub language: Option<String>,
    /// Of the section.
    pub address: String,
    /// The day that counts.
    pub day: Day,
    /// `before`, `by`, `on` or `after`.
    pub role: &'static str,
}

/// What changed between the revisions of a document in one locale.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesPage {
    /// What stands around it.
    #[serde(flatten)]
    pub frame: Frame,
    /// Address and title of the guide.
    pub guide: TextLink,
    /// One step a pair of neighbouring revisions, newest first.
    pub steps: Vec<ChangesStep>,
}

/// From one revision to the next.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesStep {
    /// The older one.
    pub from: VersionLink,
    /// The newer one.
    pub to: VersionLink,
    /// Those that differ, in order.
    pub sections: Vec<ChangedSection>,
}

/// A section that differs between two revisions.
#[derive(Clone, Debug, Serialize)]
pub struct ChangedSection {
    /// `added`, `removed`, `changed` or `moved`.
    pub kind: &'static str,
    /// The words of its heading.
    pub title: String,
    /// Where it stands now, or stood.
    pub address: String,
    /// HTML with `<ins>` and `<del>`.
    pub html: String,
}

/// The page for an address that leads nowhere.
#[derive(Clone, Debug, Serialize)]
pub struct MissingPage {
    /// What stands around it.
    #[serde(flatten)]
    pub frame: Frame,
}

/// The choice of a language at the root of the site.
#[derive(Clone, Debug, Serialize)]
pub struct StartPage {
    /// What stands around it.
    #[serde(flatten)]
    pub frame: Frame,
}

/// An address that has moved.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectPage {
    /// What stands around it.
    #[serde(flatten)]
    pub frame: Frame,
    /// Where it has moved to.
    pub target: String,
}
