//! Sets the desk from which pages are made: words, navigation, frames, addresses of files.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalog::identity::{File, FileKind};
use crate::catalog::navigation::{self, Entry};
use crate::catalog::pivots::{self, Pivots};
use crate::catalog::resolve::{Answer, Resolver};
use crate::finding::Finding;
use crate::locale::name::name_among;
use crate::locale::tag::Locale;
use crate::messages::Messages;
use crate::page::branches::Branches;
use crate::page::desk::{Language, sequence};
use crate::page::model::{LocaleFrame, SiteFrame};
use crate::path::{Route, SourcePath, encode, short};
use crate::pipeline::navigation as written;
use crate::pipeline::project::Project;
use crate::site::theme::Theme;
use crate::source::Source;

/// What every page of a site shares.
pub fn site(project: &Project<'_>, theme: &Theme) -> SiteFrame {
    let address = |name| theme.address(name).unwrap_or_default();
    SiteFrame {
        title: project.config.title.clone(),
        style: address("style.css"),
        script: address("script.js"),
        icon: address("icon.svg"),
        search: project.search,
        due_within: project.config.deadlines.due_within,
        options: theme.options().clone(),
    }
}

/// The words and navigation of every locale.
pub fn languages(
    project: &Project<'_>,
    resolver: &Resolver<'_>,
    theme: &Theme,
    findings: &mut Vec<Finding>,
) -> BTreeMap<Locale, Language> {
    // What is wrong with it is told by the checks.
    let written = written::read(project, resolver).value;
    let mut languages = BTreeMap::new();
    for locale in &resolver.catalog.locales {
        let words = Messages::new(locale, &project.messages);
        findings.extend(words.findings);
        let navigation = written.get(locale).cloned().unwrap_or_default();
        let empty = navigation.is_empty();
        let navigation = if empty {
            navigation::from_pages(locale, resolver.catalog)
        } else {
            navigation
        };
        languages.insert(
            locale.clone(),
            language(locale, words.value, navigation, (resolver, theme)),
        );
    }
    languages
}

fn language(
    locale: &Locale,
    messages: Messages,
    navigation: Vec<Entry>,
    (resolver, theme): (&Resolver<'_>, &Theme),
) -> Language {
    let address = |target: &navigation::Target| match target {
        navigation::Target::Document(document) => resolver
            .route(document, locale)
            .map(|route| route.to_string()),
        navigation::Target::Outside(address) => {
            Some(address.clone()).filter(|a| a.starts_with("https://"))
        }
        navigation::Target::None => None,
    };
    let mut branches = Branches::new(&navigation, &address);
    let html = |entries: &Vec<crate::page::branches::Shown>| {
        theme
            .render(
                "navigation.html",
                &serde_json::json!({ "entries": entries }),
            )
            .value
    };
    branches.html = branches.shown.iter().map(html).collect();
    let sequence = sequence(&navigation);
    let places = sequence
        .iter()
        .enumerate()
        .map(|(at, document)| (document.clone(), at))
        .collect();
    let frame = LocaleFrame {
        tag: locale.tag(),
        address: locale.address(),
        direction: locale.direction().html(),
        name: name_among(locale, &resolver.catalog.locales, locale),
        home: Route::home(locale).to_string(),
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
        navigation: Arc::new(navigation),
        sequence,
        places,
        branches,
    }
}

/// What readers of each locale choose between on pages with zones.
pub fn pivots(project: &Project<'_>) -> BTreeMap<Locale, Pivots> {
    let mut found: BTreeMap<Locale, Pivots> = BTreeMap::new();
    for file in project
        .files
        .iter()
        .filter(|file| file.kind == FileKind::Data)
    {
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

/// The most bytes of a file's name that its address keeps: hash and ending come on top, and disks
/// take 255.
const LONGEST_STEM: usize = 200;

/// The address of each file that pages may show, named by its content.
pub fn resources(project: &Project<'_>, resolver: &Resolver<'_>) -> BTreeMap<SourcePath, String> {
    use rayon::prelude::*;
    let asked = asked(project, resolver);
    let shown = |file: &&File| {
        let handed_on = match file.kind {
            FileKind::Resource => true,
            FileKind::Aside => asked.contains(&file.path),
            _ => false,
        };
        handed_on && is_published(&file.path)
    };
    let files = project.files.par_iter().filter(shown);
    let address = |file: &File| {
        let bytes = project.reader.read(&file.path).ok()?;
        let hash = blake3::hash(&bytes).to_hex();
        let (stem, extension) = file.path.name().rsplit_once('.')?;
        let stem = short(stem, LONGEST_STEM);
        let name = format!("media/{}.{}.{extension}", encode(&stem), &hash[..10]);
        Some((file.path.clone(), Route::file(&name).to_string()))
    };
    files.filter_map(address).collect()
}

/// The files that a Learn repository does not hand on by itself, and a page shows or links to.
fn asked(project: &Project<'_>, resolver: &Resolver<'_>) -> BTreeSet<SourcePath> {
    if !project
        .files
        .iter()
        .any(|file| file.kind == FileKind::Aside)
    {
        return BTreeSet::new();
    }
    let revisions = resolver.catalog.revisions.iter();
    let links = revisions.flat_map(|revision| revision.links.iter().map(move |l| (revision, l)));
    let found = links.filter_map(|(revision, link)| {
        let from = revision.file(link.place);
        match resolver.link(from, &link.target, &revision.place.locale) {
            Answer::Resource(path) | Answer::OtherCase(path) => Some(path),
            _ => None,
        }
    });
    found.collect()
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
