//! What a template receives. Every word in it is in the reader's language, every address final.

use std::sync::Arc;

use serde::Serialize;

/// What every page has around its content.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    #[serde(skip)]
    pub site: Arc<SiteFrame>,
    #[serde(skip)]
    pub locale: Arc<LocaleFrame>,
    /// Root-relative address of the page itself.
    pub address: String,
    /// For `<title>` and headings; plain text.
    pub title: String,
    pub description: Option<String>,
    /// Absolute address of the page that search engines shall keep; none without `base_url`.
    pub canonical: Option<String>,
    pub alternates: Vec<Alternate>,
    /// Content of `<meta name=robots>`, where the page is not for search engines.
    pub robots: Option<&'static str>,
    pub languages: Vec<LanguageLink>,
    /// HTML of the navigation with the page marked, ready to be put in place.
    pub navigation: String,
    /// From the home of the locale down to the page's folder.
    pub breadcrumbs: Vec<TextLink>,
    /// JSON-LD of the page; none for pages that are no article.
    pub structured: Option<String>,
}

/// What all pages of a site share.
#[derive(Clone, Debug, Serialize)]
pub struct SiteFrame {
    pub title: String,
    /// Address of the style sheet, with a hash of its content.
    pub style: String,
    pub script: String,
    pub icon: String,
    /// Whether the site has a search index.
    pub search: bool,
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
    pub address: String,
}

/// One entry of the language switcher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LanguageLink {
    pub tag: String,
    pub direction: &'static str,
    /// In its own words.
    pub name: String,
    pub address: String,
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
    pub message: String,
    pub action: Option<TextLink>,
    /// Language of the action's target, where it is another.
    pub action_language: Option<String>,
}

/// A guide in one revision.
#[derive(Clone, Debug, Serialize)]
pub struct GuidePage {
    #[serde(flatten)]
    pub frame: Frame,
    /// HTML of the text.
    pub body: String,
    /// Language of the text, where it is not the page's: a fallback.
    pub body_language: Option<String>,
    pub body_direction: Option<&'static str>,
    pub contents: Vec<ContentsEntry>,
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
    pub edit: Option<String>,
    pub previous: Option<TextLink>,
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
}

/// A section in the table of contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContentsEntry {
    pub id: String,
    pub title: String,
    pub level: u8,
}

/// One entry of the version switcher.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionLink {
    pub address: String,
    /// The date in the reader's words, or the word for undated.
    pub name: String,
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
    pub iso: String,
    pub name: String,
}

/// The home of a locale.
#[derive(Clone, Debug, Serialize)]
pub struct HomePage {
    #[serde(flatten)]
    pub frame: Frame,
    /// HTML of the locale's own `index.md`, where it has one.
    pub body: Option<String>,
    pub body_language: Option<String>,
    pub body_direction: Option<&'static str>,
    pub notices: Vec<Notice>,
    /// As for guides.
    pub markdown: Option<String>,
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
    pub title: String,
    /// Language of the title, where it is not the page's.
    pub language: Option<String>,
    pub address: Option<String>,
    pub links: Vec<TextLink>,
}

/// A guide with its date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recent {
    pub title: String,
    pub address: String,
    pub updated: Option<Day>,
}

/// A deadline with the section that sets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeadlineLink {
    pub title: String,
    /// Language of the title, where it is not the page's.
    pub language: Option<String>,
    pub address: String,
    pub day: Day,
    /// `before`, `by`, `on` or `after`.
    pub role: &'static str,
}

/// What changed between the revisions of a document in one locale.
#[derive(Clone, Debug, Serialize)]
pub struct ChangesPage {
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
    pub from: VersionLink,
    pub to: VersionLink,
    pub sections: Vec<ChangedSection>,
}

/// A section that differs between two revisions.
#[derive(Clone, Debug, Serialize)]
pub struct ChangedSection {
    /// `added`, `removed`, `changed` or `moved`.
    pub kind: &'static str,
    pub title: String,
    /// Where it stands now, or stood.
    pub address: String,
    /// HTML with `<ins>` and `<del>`.
    pub html: String,
}

/// How far translations are, of one locale or of all.
#[derive(Clone, Debug, Serialize)]
pub struct StatusPage {
    #[serde(flatten)]
    pub frame: Frame,
    /// The locales of the columns.
    pub locales: Vec<StatusLocale>,
    /// Sorted by harm; the first of them on a large site.
    pub rows: Vec<StatusRow>,
    /// Says how many rows there are of how many guides, where not all are shown.
    pub shown: Option<String>,
    /// Sorted by date; the latest of them on a large site.
    pub deadlines: Vec<DeadlineLink>,
    /// The same as a drawing; none where there is nothing to draw.
    pub timeline: Option<Timeline>,
}

/// Deadlines over the years, in a drawing 360 wide and 48 high.
#[derive(Clone, Debug, Serialize)]
pub struct Timeline {
    /// What the drawing shows, in words.
    pub label: String,
    /// The days at its ends, ISO 8601.
    pub first: String,
    pub last: String,
    /// Where years begin.
    pub ticks: Vec<Tick>,
    pub bars: Vec<Bar>,
}

/// The beginning of a year.
#[derive(Clone, Debug, Serialize)]
pub struct Tick {
    pub x: i64,
    pub name: String,
}

/// Deadlines that fall near each other.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    pub x: i64,
    pub y: i64,
    pub height: i64,
}

/// A column of the matrix with its share of up-to-date pages.
#[derive(Clone, Debug, Serialize)]
pub struct StatusLocale {
    pub tag: String,
    pub name: String,
    /// Address of its own status page.
    pub address: String,
    /// Documents that are up to date or newest, of all.
    pub fresh: usize,
    pub total: usize,
    /// `fresh` of `total` in per cent, rounded down.
    pub percent: usize,
    /// The share in the reader's words: `12 of 14`.
    pub summary: String,
}

/// A document of the matrix.
#[derive(Clone, Debug, Serialize)]
pub struct StatusRow {
    pub title: String,
    /// Language of the title, where it is not the page's.
    pub language: Option<String>,
    pub address: Option<String>,
    pub cells: Vec<StatusCell>,
}

/// A document in one locale.
#[derive(Clone, Debug, Serialize)]
pub struct StatusCell {
    /// A verdict: `newest`, `up-to-date`, `behind`, `incomplete`, `missing`, `orphan`, `unknown`,
    /// or `absent`.
    pub status: &'static str,
    /// The verdict in the reader's words.
    pub label: String,
    pub address: Option<String>,
    /// Share of the reference's sections, in per cent.
    pub coverage: Option<u8>,
    /// In the reader's words: how far behind.
    pub detail: Option<String>,
}

/// The page for an address that leads nowhere.
#[derive(Clone, Debug, Serialize)]
pub struct MissingPage {
    #[serde(flatten)]
    pub frame: Frame,
}

/// The choice of a language at the root of the site.
#[derive(Clone, Debug, Serialize)]
pub struct StartPage {
    #[serde(flatten)]
    pub frame: Frame,
}

/// An address that has moved.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectPage {
    #[serde(flatten)]
    pub frame: Frame,
    pub target: String,
}
