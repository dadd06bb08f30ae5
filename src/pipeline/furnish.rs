//! Sets the desk from which pages are made: theme, words, navigation, addresses of files. What it
//! is made of stays while it holds, and is made anew alone where it does not.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::catalog::documents::Catalog;
use crate::catalog::identity::FileKind;
use crate::catalog::navigation::{self, Entry, Target};
use crate::catalog::pivots::{self, Pivots};
use crate::catalog::resolve::Resolver;
use crate::finding::{Finding, Outcome};
use crate::locale::name::name_among;
use crate::locale::tag::Locale;
use crate::messages::{self, Messages};
use crate::page::body::highlight::Highlighter;
use crate::page::branches::Shown;
use crate::page::desk::{Desk, Language};
use crate::page::directory::Directory;
use crate::page::model::{LocaleFrame, SiteFrame};
use crate::page::resources::Resources;
use crate::page::sections::{Recent, Texts};
use crate::page::standings::{Standings, Summary};
use crate::path::base::Base;
use crate::path::{Route, SourcePath};
use crate::pipeline::fragments::Shelf;
use crate::pipeline::inspect::{Inspection, levelled};
use crate::pipeline::navigation as written;
use crate::pipeline::project::Project;
use crate::pipeline::render::Press;
use crate::pipeline::resources::{asked, resources};
use crate::pipeline::update::{Affected, Changes};
use crate::site::theme::Theme;
use crate::source::Source;

/// What pages are made with, besides the catalog.
pub struct Furniture {
    theme: Outcome<Theme>,
    code: Highlighter,
    languages: BTreeMap<Locale, Language>,
    /// Findings of the site's own words.
    wording: Vec<Finding>,
    /// What navigation files say, read when a page first shows it.
    written: OnceLock<Outcome<BTreeMap<Locale, Vec<Entry>>>>,
    directories: BTreeMap<Locale, OnceLock<Arc<Directory>>>,
    /// What went wrong when the navigation was put into HTML.
    drawn: Mutex<Vec<Finding>>,
    resources: Resources,
    standings: Standings,
    /// What readers choose between on pages with zones.
    pivots: BTreeMap<Locale, Pivots>,
}

impl Furniture {
    /// What the pages of a site share.
    pub fn new(project: &Project<'_>, inspection: &Inspection) -> Self {
        let catalog = &inspection.catalog;
        let theme = theme(project);
        let wording = wording(project, catalog, &theme.value);
        Self {
            theme,
            code: Highlighter::default(),
            languages: languages(project, catalog),
            wording,
            written: OnceLock::new(),
            directories: unmade(catalog),
            drawn: Mutex::default(),
            resources: resources(project, inspection),
            standings: Standings::new(catalog),
            pivots: pivots(project),
        }
    }

    /// Takes what an earlier run knows of a document.
    pub fn remember(&mut self, document: &str, known: Box<[Summary]>) {
        self.standings.remember(document, known);
    }

    /// What was found out of documents.
    pub fn standings(&self) -> impl Iterator<Item = (&str, &[Summary])> {
        self.standings.known()
    }

    /// The theme's files are others.
    pub fn change_theme(&mut self, project: &Project<'_>, inspection: &Inspection) {
        self.theme = theme(project);
        self.wording = wording(project, &inspection.catalog, &self.theme.value);
        self.forget_directories(&inspection.catalog);
    }

    /// The site's own words are others.
    pub fn change_words(&mut self, project: &Project<'_>, inspection: &Inspection) {
        self.languages = languages(project, &inspection.catalog);
        self.wording = wording(project, &inspection.catalog, &self.theme.value);
    }

    /// Follows a project whose files changed, after the inspection did.
    pub fn update(
        &mut self,
        project: &Project<'_>,
        inspection: &Inspection,
        (changes, affected): (&Changes, &Affected),
    ) {
        let catalog = &inspection.catalog;
        // Entries without a name have that of their page, and what they lead to may come or go.
        let found = affected.regrouped || !changes.moved.is_empty();
        if found || affected.retitled || self.navigation_changed(project, changes) {
            self.forget_directories(catalog);
        }
        if affected.regrouped {
            self.standings = Standings::new(catalog);
        } else {
            self.standings.forget(&affected.documents);
        }
        let worded = |locale: &Locale| self.languages.contains_key(locale);
        if catalog.locales.len() != self.languages.len() || !catalog.locales.iter().all(worded) {
            self.change_words(project, inspection);
        }
        let data = |path: &SourcePath| matches!(path.extension(), "yml" | "yaml");
        if changes.paths().any(data) {
            self.pivots = pivots(project);
        }
        if found {
            self.resources = resources(project, inspection);
        } else {
            changes
                .written
                .iter()
                .for_each(|path| self.resources.forget(path));
            self.resources
                .ask_again(asked(project, inspection, Some(&affected.documents)));
        }
    }

    /// What was found while pages were made with it, of no page in particular.
    pub fn findings(&self) -> Vec<Finding> {
        let written = self.written.get();
        let drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut findings = self.theme.findings.clone();
        // Unread, it was asked for by no page.
        findings.extend(written.into_iter().flat_map(|read| read.findings.clone()));
        findings.extend(self.wording.iter().cloned());
        findings.extend(drawn.iter().cloned());
        findings
    }

    /// Whether anything was found while the navigation was put into HTML.
    pub fn drew_with_findings(&self) -> bool {
        let drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        !drawn.is_empty()
    }

    /// Hands everything that pages are made from to `use_press`.
    pub fn with_press<T>(
        &self,
        project: &Project<'_>,
        inspection: &Inspection,
        use_press: impl FnOnce(&Press<'_>) -> T,
    ) -> T {
        let resolver = inspection.resolver(project);
        let shelf = Shelf::new(project.reader, &project.files, project.config);
        let theme = &self.theme.value;
        let draw = |entries: &[Shown]| self.draw(entries);
        let directory = |locale: &Locale| self.directory(project, &resolver, locale);
        let desk = Desk {
            config: project.config,
            resolver: &resolver,
            pairings: &inspection.pairings,
            testimony: &inspection.testimony,
            texts: Texts {
                reader: project.reader,
                fragments: &shelf,
                dialect: &project.dialect,
            },
            recent: Recent::default(),
            code: &self.code,
            site: site(project, theme).into(),
            languages: &self.languages,
            draw: &draw,
            directory: &directory,
            resources: &self.resources,
            pivots: &self.pivots,
        };
        use_press(&Press {
            desk: &desk,
            theme,
            standings: &self.standings,
            shared: inspection
                .catalog
                .locales
                .iter()
                .map(|locale| (locale.tag(), OnceLock::new()))
                .collect(),
        })
    }

    fn forget_directories(&mut self, catalog: &Catalog) {
        self.written = OnceLock::new();
        self.directories = unmade(catalog);
        self.drawn = Mutex::default();
    }

    fn navigation_changed(&self, project: &Project<'_>, changes: &Changes) -> bool {
        // Navigation may be put together from any YAML.
        let navigation = |path: &SourcePath| {
            let file = project.file(path);
            let kinds = [FileKind::Navigation, FileKind::Data, FileKind::Aside];
            file.is_some_and(|file| kinds.contains(&file.kind))
        };
        changes.written.iter().any(navigation)
    }

    /// Every locale of the catalog has a directory, made when a page first asks for it.
    fn directory(
        &self,
        project: &Project<'_>,
        resolver: &Resolver<'_>,
        locale: &Locale,
    ) -> Arc<Directory> {
        let slot = self.directories.get(locale);
        let slot = slot.expect("every locale of the catalog has a directory");
        let made = slot.get_or_init(|| {
            let base = project.config.base();
            let address = |target: &Target| address((resolver, base), locale, target);
            Directory::new(self.entries(project, resolver, locale), &address).into()
        });
        made.clone()
    }

    /// The navigation as written; made from the pages where a locale has none.
    fn entries(
        &self,
        project: &Project<'_>,
        resolver: &Resolver<'_>,
        locale: &Locale,
    ) -> Vec<Entry> {
        let written = self
            .written
            .get_or_init(|| written::read(project, resolver));
        match written.value.get(locale) {
            Some(entries) => entries.clone(),
            None => navigation::from_pages(locale, resolver.catalog),
        }
    }

    fn draw(&self, entries: &[Shown]) -> String {
        let context = serde_json::json!({ "entries": entries });
        let drawn = self.theme.value.render("navigation.html", &context);
        if !drawn.findings.is_empty() {
            let mut all = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
            all.extend(drawn.findings);
        }
        drawn.value
    }
}

fn theme(project: &Project<'_>) -> Outcome<Theme> {
    let config = project.config;
    let files = project.theme.clone();
    Theme::load(&config.theme, files, &config.theme_options, config.base())
}

/// What every page of a site shares.
fn site(project: &Project<'_>, theme: &Theme) -> SiteFrame {
    let base = project.config.base();
    let address = |name| {
        theme
            .route(name)
            .map_or(String::new(), |route| base.link(&route))
    };
    SiteFrame {
        title: project.config.title.clone(),
        path: base.path().to_owned(),
        style: address("style.css"),
        script: address("script.js"),
        icon: address("icon.svg"),
        search: project.search,
        versions: project.config.versions.clone(),
        due_within: project.config.deadlines.due_within,
        options: theme.options().clone(),
    }
}

/// What is wrong with the site's own theme and words, as far as it is seen without a page.
pub fn check(project: &Project<'_>, catalog: &Catalog) -> Vec<Finding> {
    let theme = theme(project);
    let mut findings = wording(project, catalog, &theme.value);
    findings.extend(theme.findings);
    levelled(findings, project.config)
}

fn wording(project: &Project<'_>, catalog: &Catalog, theme: &Theme) -> Vec<Finding> {
    messages::check::check(&project.messages, &catalog.locales, theme.asked())
}

/// The words of every locale.
fn languages(project: &Project<'_>, catalog: &Catalog) -> BTreeMap<Locale, Language> {
    let locales = catalog.locales.iter();
    let words = locales.map(|locale| {
        let messages = Messages::new(locale, &project.messages).value;
        let home = project.config.base().link(&Route::home(locale));
        (locale.clone(), language((locale, home), messages, catalog))
    });
    words.collect()
}

fn language((locale, home): (&Locale, String), messages: Messages, catalog: &Catalog) -> Language {
    let frame = LocaleFrame {
        tag: locale.tag(),
        address: locale.address(),
        direction: locale.direction().html(),
        name: name_among(locale, &catalog.locales, locale),
        home,
        tongue: if messages.speaks() {
            ""
        } else {
            " lang=\"en\" dir=\"ltr\""
        },
        words: messages.words(),
    };
    Language {
        frame: Arc::new(frame),
        messages,
        names: unmade(catalog),
    }
}

/// A place for each locale of the catalog, for what is made when it is first asked for.
fn unmade<T>(catalog: &Catalog) -> BTreeMap<Locale, OnceLock<T>> {
    let locales = catalog.locales.iter();
    locales
        .map(|locale| (locale.clone(), OnceLock::new()))
        .collect()
}

fn address(
    (resolver, base): (&Resolver<'_>, Base<'_>),
    locale: &Locale,
    target: &Target,
) -> Option<String> {
    match target {
        Target::Document(document) => resolver
            .route(document, locale)
            .map(|route| base.link(&route)),
        Target::Outside(address) => Some(address.clone()).filter(|a| a.starts_with("https://")),
        Target::None => None,
    }
}

/// What readers of each locale choose between on pages with zones.
fn pivots(project: &Project<'_>) -> BTreeMap<Locale, Pivots> {
    let mut found: BTreeMap<Locale, Pivots> = BTreeMap::new();
    let files = project.files.iter();
    for file in files.filter(|file| file.kind == FileKind::Data) {
        let (Some(locale), Ok(bytes)) = (&file.locale, project.reader.read(&file.path)) else {
            continue;
        };
        if pivots::is_pivots(&bytes) {
            let source = Source::read(&file.path, bytes).value;
            let groups = found.entry(locale.clone()).or_default();
            groups.extend(pivots::read(&source).value);
        }
    }
    found
}
