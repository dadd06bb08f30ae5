//! From a catalog to a site: every page read, rendered, written and dropped, in parallel.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::resolve::Resolver;
use crate::finding::{Finding, Outcome};
use crate::page::body::highlight::Highlighter;
use crate::page::desk::Desk;
use crate::page::guide::Searchable;
use crate::page::sections::Texts;
use crate::page::status::standings;
use crate::path::SourcePath;
use crate::pipeline::fragments::Shelf;
use crate::pipeline::furnish;
use crate::pipeline::inspect::Inspection;
use crate::pipeline::project::Project;
use crate::pipeline::render::{Press, jobs};
use crate::site::theme::Theme;
use crate::site::{calendar, feed, headers, plain, redirects, sitemap, status};
use crate::source::Writer;

/// What was built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// How many were written.
    pub pages: usize,
    /// In how many languages.
    pub locales: usize,
    /// What search shall find, where the project wants an index.
    pub searchable: Vec<Searchable>,
}

/// Everything that pages of an inspected project are made from, handed to `use_press`.
pub fn with_press<T>(
    project: &Project<'_>,
    inspection: &Inspection,
    use_press: impl FnOnce(&Press<'_>, Vec<Finding>) -> T,
) -> T {
    let config = project.config;
    let theme = Theme::load(&config.theme, project.theme.clone(), &config.theme_options);
    let mut findings = theme.findings;
    let theme = theme.value;
    let resolver = Resolver::new(&inspection.catalog, config, &project.files);
    let shelf = Shelf::new(project.reader, &project.files, config);
    let code = Highlighter::default();
    let resources = furnish::resources(project, &resolver);
    let desk = Desk {
        config,
        resolver: &resolver,
        pairings: &inspection.pairings,
        testimony: &inspection.testimony,
        texts: Texts {
            reader: project.reader,
            fragments: &shelf,
            dialect: &project.dialect,
        },
        code: &code,
        site: furnish::site(project, &theme).into(),
        languages: furnish::languages(project, &resolver, &theme, &mut findings),
        resources: &resources,
        pivots: furnish::pivots(project),
    };
    let press = Press {
        desk: &desk,
        theme: &theme,
        standings: standings(&desk),
    };
    use_press(&press, findings)
}

/// Builds the site of an inspected project into a writer. The findings are those of making pages.
///
/// # Errors
/// What the writer cannot do.
pub fn build(
    project: &Project<'_>,
    inspection: &Inspection,
    writer: &dyn Writer,
) -> std::io::Result<Outcome<Built>> {
    with_press(project, inspection, |press, mut findings| {
        let jobs = jobs(press.desk);
        let pages: Vec<std::io::Result<_>> = jobs[project.share.range(jobs.len())]
            .par_iter()
            .map(|job| {
                let Some(page) = press.render(*job) else {
                    return Ok(None);
                };
                writer.write(&page.route.output(), page.html.as_bytes())?;
                if let Some((path, text)) = &page.plain {
                    writer.write(path, text.as_bytes())?;
                }
                Ok(Some((page.findings, page.searchable)))
            })
            .collect();
        let mut built = Built {
            locales: press.desk.resolver.catalog.locales.len(),
            ..Built::default()
        };
        for page in pages {
            let Some((found, searchable)) = page? else {
                continue;
            };
            built.pages += 1;
            findings.extend(found);
            built.searchable.extend(searchable);
        }
        if project.share.is_first() {
            for (path, bytes) in artifacts(press)? {
                writer.write(&path, &bytes)?;
            }
        }
        resources(press.desk.resources, project, writer)?;
        Ok(Outcome {
            value: built,
            findings,
        })
    })
}

/// What stands beside the pages: maps, feeds, calendars, lists, and the files of the theme.
///
/// # Errors
/// None that memory does not have.
pub fn artifacts(press: &Press<'_>) -> std::io::Result<Vec<(String, Vec<u8>)>> {
    let desk = press.desk;
    let text = |path: String, text: String| (path, text.into_bytes());
    let mut files = vec![
        text("robots.txt".to_owned(), sitemap::robots(desk)),
        text("_headers".to_owned(), headers::text()),
    ];
    let moved = redirects::list(desk);
    files.extend(moved.map(|list| text("_redirects".to_owned(), list)));
    files.extend(
        sitemap::files(desk)
            .into_iter()
            .map(|(path, xml)| text(path, xml)),
    );
    let locales = desk.resolver.catalog.locales.iter();
    for locale in locales.clone().map(Some).chain([None]) {
        let columns = press.columns(locale);
        let folder = locale.map_or(String::new(), |locale| format!("{}/", locale.address()));
        let csv = status::csv(columns, &press.standings);
        files.push(text(format!("{folder}status/status.csv"), csv));
        let json = status::json(columns, &press.standings);
        files.push(text(format!("{folder}status/status.json"), json));
    }
    for locale in locales {
        let folder = locale.address();
        files.push(text(format!("{folder}/feed.xml"), feed::atom(desk, locale)));
        files.push(text(
            format!("{folder}/llms.txt"),
            plain::llms(desk, locale),
        ));
        let mut ics = Vec::new();
        calendar::of_locale(desk, locale).write(&mut ics)?;
        files.push((format!("{folder}/deadlines.ics"), ics));
    }
    files.extend(
        press
            .theme
            .assets()
            .iter()
            .map(|asset| (asset.path.clone(), asset.bytes.clone())),
    );
    Ok(files)
}

/// Copies the files that guides show.
fn resources(
    resources: &BTreeMap<SourcePath, String>,
    project: &Project<'_>,
    writer: &dyn Writer,
) -> std::io::Result<()> {
    let resources: Vec<_> = resources.iter().collect();
    let share = &resources[project.share.range(resources.len())];
    share.par_iter().try_for_each(|(path, address)| {
        let target = crate::path::decode(address.trim_start_matches('/'));
        let read = project.reader.read(path);
        read.map_or(Ok(()), |bytes| writer.write(&target, &bytes))
    })
}
