//! Sets the desk from which pages are made: theme, words, navigation, addresses of files. What it
//! is made of stays while it holds, and is made anew alone where it does not.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::catalog::documents::Catalog;
use crate::catalog::identity::{File, FileKind};
use crate::catalog::navigation::{self, Entry, Target, Written};
use crate::catalog::resolve::Resolver;
use crate::finding::{Finding, Outcome};
use crate::locale::name::autonym;
use crate::locale::tag::Locale;
use crate::messages::Messages;
use crate::page::body::highlight::Highlighter;
use crate::page::branches::Shown;
use crate::page::desk::{Desk, Language};
use crate::page::directory::Directory;
use crate::page::model::{LocaleFrame, SiteFrame};
use crate::page::resources::Resources;
use crate::page::sections::Texts;
use crate::page::standings::Standings;
use crate::path::{Route, SourcePath};
use crate::pipeline::fragments::Shelf;
use crate::pipeline::inspect::Inspection;
use crate::pipeline::project::Project;
use crate::pipeline::render::Press;
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
    /// The navigation files, the one nearest the top first.
    written: Vec<(File, Outcome<Vec<Written>>)>,
    directories: BTreeMap<Locale, OnceLock<Arc<Directory>>>,
    /// What went wrong when the navigation was put into HTML.
    drawn: Mutex<Vec<Finding>>,
    resources: Resources,
    standings: Standings,
}

impl Furniture {
    pub fn new(project: &Project<'_>, inspection: &Inspection) -> Self {
        let catalog = &inspection.catalog;
        let theme = theme(project);
        let (languages, wording) = languages(project, catalog);
        Self {
            theme,
            code: Highlighter::default(),
            languages,
            wording,
            written: written(project),
            directories: directories(catalog),
            drawn: Mutex::default(),
            resources: resources(project),
            standings: Standings::new(catalog),
        }
    }

    /// The theme's files are others.
    pub fn change_theme(&mut self, project: &Project<'_>, inspection: &Inspection) {
        self.theme = theme(project);
        self.forget_directories(&inspection.catalog);
    }

    /// The site's own words are others.
    pub fn change_words(&mut self, project: &Project<'_>, inspection: &Inspection) {
        (self.languages, self.wording) = languages(project, &inspection.catalog);
    }

    /// Follows a project whose files changed, after the inspection did.
    pub fn update(
        &mut self,
        project: &Project<'_>,
        inspection: &Inspection,
        (changes, affected): (&Changes, &Affected),
    ) {
        let catalog = &inspection.catalog;
        let navigation = self.navigation_changed(project, changes);
        if navigation {
            self.written = written(project);
        }
        if navigation || affected.regrouped {
            self.forget_directories(catalog);
        }
        for locale in &affected.titles {
            self.directories.insert(locale.clone(), OnceLock::new());
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
        if changes.moved.is_empty() {
            changes
                .written
                .iter()
                .for_each(|path| self.resources.forget(path));
        } else {
            self.resources = resources(project);
        }
    }

    /// What was found while pages were made with it, of no page in particular.
    pub fn findings(&self) -> Vec<Finding> {
        let written = self.written.iter();
        let drawn = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut findings = self.theme.findings.clone();
        findings.extend(written.flat_map(|(_, read)| read.findings.iter().cloned()));
        findings.extend(self.wording.iter().cloned());
        findings.extend(drawn.iter().cloned());
        findings
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
        let directory = |locale: &Locale| self.directory(&resolver, locale);
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
            code: &self.code,
            site: site(project, theme).into(),
            languages: &self.languages,
            draw: &draw,
            directory: &directory,
            resources: &self.resources,
        };
        use_press(&Press {
            desk: &desk,
            theme,
            standings: &self.standings,
        })
    }

    fn forget_directories(&mut self, catalog: &Catalog) {
        self.directories = directories(catalog);
        self.drawn = Mutex::default();
    }

    fn navigation_changed(&self, project: &Project<'_>, changes: &Changes) -> bool {
        let known = self.written.iter().any(|(file, _)| changes.has(&file.path));
        let is_new = |path: &SourcePath| {
            let file = project.file(path);
            file.is_some_and(|file| file.kind == FileKind::Navigation)
        };
        known || changes.moved.iter().any(is_new)
    }

    /// Every locale of the catalog has a directory, made when a page first asks for it.
    fn directory(&self, resolver: &Resolver<'_>, locale: &Locale) -> Arc<Directory> {
        let slot = self.directories.get(locale);
        let slot = slot.expect("every locale of the catalog has a directory");
        let made = slot.get_or_init(|| {
            let address = |target: &Target| address(resolver, locale, target);
            Directory::new(self.entries(resolver.catalog, locale), &address).into()
        });
        made.clone()
    }

    /// The navigation as written; made from the pages where a locale has none.
    fn entries(&self, catalog: &Catalog, locale: &Locale) -> Vec<Entry> {
        let own = self.written.iter();
        let own = own.filter(|(file, _)| file.locale.as_ref() == Some(locale));
        let entries: Vec<Entry> = own
            .flat_map(|(file, read)| navigation::entries(&read.value, file, catalog))
            .collect();
        if entries.is_empty() {
            navigation::from_pages(locale, catalog)
        } else {
            entries
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
    Theme::load(&config.theme, project.theme.clone(), &config.theme_options)
}

/// What every page of a site shares.
fn site(project: &Project<'_>, theme: &Theme) -> SiteFrame {
    let address = |name| theme.address(name).unwrap_or_default();
    SiteFrame {
        title: project.config.title.clone(),
        style: address("style.css"),
        script: address("script.js"),
        icon: address("icon.svg"),
        search: project.search,
        options: theme.options().clone(),
    }
}

/// The words of every locale.
fn languages(
    project: &Project<'_>,
    catalog: &Catalog,
) -> (BTreeMap<Locale, Language>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut languages = BTreeMap::new();
    for locale in &catalog.locales {
        let words = Messages::new(locale, &project.messages);
        findings.extend(words.findings);
        languages.insert(locale.clone(), language(locale, words.value));
    }
    (languages, findings)
}

fn language(locale: &Locale, messages: Messages) -> Language {
    let frame = LocaleFrame {
        tag: locale.tag(),
        address: locale.address(),
        direction: locale.direction().html(),
        name: autonym(locale),
        home: Route::home(locale).to_string(),
        words: messages.words(),
    };
    Language {
        frame: Arc::new(frame),
        messages,
    }
}

fn directories(catalog: &Catalog) -> BTreeMap<Locale, OnceLock<Arc<Directory>>> {
    let locales = catalog.locales.iter();
    locales
        .map(|locale| (locale.clone(), OnceLock::new()))
        .collect()
}

fn address(resolver: &Resolver<'_>, locale: &Locale, target: &Target) -> Option<String> {
    match target {
        Target::Document(document) => resolver
            .route(document, locale)
            .map(|route| route.to_string()),
        Target::Outside(address) => Some(address.clone()).filter(|a| a.starts_with("https://")),
        Target::None => None,
    }
}

/// The navigation files, the one nearest the top first.
fn written(project: &Project<'_>) -> Vec<(File, Outcome<Vec<Written>>)> {
    let files = project.files.iter();
    let mut files: Vec<&File> = files
        .filter(|file| file.kind == FileKind::Navigation && file.locale.is_some())
        .filter(|file| file.inner.to_ascii_lowercase().ends_with("ml"))
        .collect();
    files.sort_by_key(|file| (file.inner.matches('/').count(), file.inner.clone()));
    let read = |file: &File| {
        let bytes = project.reader.read(&file.path).ok()?;
        let source = Source::read(&file.path, bytes);
        let mut read = navigation::read(&source.value);
        read.findings.splice(0..0, source.findings);
        Some((file.clone(), read))
    };
    files.into_iter().filter_map(read).collect()
}

/// The files that pages may show.
fn resources(project: &Project<'_>) -> Resources {
    let shown = |file: &&File| file.kind == FileKind::Resource && is_published(&file.path);
    let files = project.files.iter().filter(shown);
    Resources::new(files.map(|file| file.path.clone()))
}

/// Kinds of files that a site hands on. Settings and code that lie beside guides are not.
fn is_published(path: &SourcePath) -> bool {
    const KINDS: &[&str] = &[
        "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "bmp", "mp4", "webm", "pdf",
        "zip", "csv", "xlsx", "docx", "pptx", "txt", "json",
    ];
    let name = path.name().to_ascii_lowercase();
    let settings = matches!(name.as_str(), "docfx.json" | "package.json") || name.starts_with('.');
    !settings
        && name
            .rsplit_once('.')
            .is_some_and(|(_, extension)| KINDS.contains(&extension))
}
