//! From a catalog to a site: every page read, rendered, written and dropped, in parallel.

use rayon::prelude::*;

use crate::catalog::documents::{Document, RevisionId};
use crate::catalog::resolve::Resolver;
use crate::finding::{Finding, Outcome};
use crate::locale::tag::Locale;
use crate::page::body::highlight::Highlighter;
use crate::page::desk::Desk;
use crate::page::guide::{Kind, Wanted};
use crate::page::sections::Texts;
use crate::page::{changes, guide, home, status};
use crate::path::Route;
use crate::pipeline::fragments::Shelf;
use crate::pipeline::furnish;
use crate::pipeline::inspect::Inspection;
use crate::pipeline::project::Project;
use crate::site::theme::Theme;
use crate::site::{calendar, feed, plain, sitemap, status as status_files};
use crate::source::Writer;

/// A page of a site.
#[derive(Clone, Copy, Debug)]
pub enum Job<'a> {
    Guide(Wanted<'a>),
    Changes {
        document: &'a str,
        locale: &'a Locale,
    },
    Home(&'a Locale),
    Missing(&'a Locale),
}

/// What was built.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Built {
    pub pages: usize,
    pub locales: usize,
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
    let theme = Theme::load(
        &project.config.theme,
        project.theme.clone(),
        &project.config.theme_options,
    );
    let mut findings = theme.findings;
    let theme = theme.value;
    let resolver = Resolver::new(&inspection.catalog, project.config, &project.files);
    let shelf = Shelf::new(project.reader, &project.files, project.config);
    let code = Highlighter::default();
    let resources = furnish::resources(project);
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
        code: &code,
        site: furnish::site(project, &theme).into(),
        languages: furnish::languages(project, &resolver, &theme, &mut findings),
        resources: &resources,
    };
    let press = Press {
        desk: &desk,
        theme: &theme,
        writer,
    };
    let jobs = jobs(&desk);
    let made: Vec<std::io::Result<Vec<Finding>>> =
        jobs.par_iter().map(|job| press.make(*job)).collect();
    for result in made {
        findings.extend(result?);
    }
    findings.extend(press.status_pages()?);
    findings.extend(press.start()?);
    press.artifacts()?;
    press.files(&resources, project)?;
    let built = Built {
        pages: jobs.len(),
        locales: resolver.catalog.locales.len(),
    };
    Ok(Outcome {
        value: built,
        findings,
    })
}

/// Every page of a site but its status pages, in a fixed order.
pub fn jobs<'a>(desk: &Desk<'a>) -> Vec<Job<'a>> {
    let catalog = desk.resolver.catalog;
    let mut jobs = Vec::new();
    for (id, document) in &catalog.documents {
        for locale in &catalog.locales {
            jobs.extend(of_document(desk, id, document, locale));
        }
    }
    for locale in &catalog.locales {
        jobs.push(Job::Home(locale));
        jobs.push(Job::Missing(locale));
    }
    jobs
}

fn of_document<'a>(
    desk: &Desk<'a>,
    id: &'a str,
    document: &'a Document,
    locale: &'a Locale,
) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    if id != home::INDEX {
        jobs.extend(Wanted::current(desk, id, locale).map(Job::Guide));
    }
    let Some(edition) = document.editions.get(locale) else {
        return jobs;
    };
    let superseded = |shown: &RevisionId| {
        Job::Guide(Wanted {
            document: id,
            locale,
            shown: *shown,
            kind: Kind::Superseded,
        })
    };
    jobs.extend(edition.revisions.iter().skip(1).map(superseded));
    if edition.revisions.len() > 1 {
        jobs.push(Job::Changes {
            document: id,
            locale,
        });
    }
    jobs
}

/// Makes pages and writes them.
struct Press<'a> {
    desk: &'a Desk<'a>,
    theme: &'a Theme,
    writer: &'a dyn Writer,
}

impl Press<'_> {
    fn make(&self, job: Job<'_>) -> std::io::Result<Vec<Finding>> {
        let catalog = self.desk.resolver.catalog;
        match job {
            Job::Guide(wanted) => {
                let Some(page) = guide::page(self.desk, wanted) else {
                    return Ok(Vec::new());
                };
                let findings = self.put("guide.html", &wanted.route(self.desk), &page.value)?;
                Ok(page.findings.into_iter().chain(findings).collect())
            }
            Job::Changes { document, locale } => {
                let edition = catalog
                    .documents
                    .get(document)
                    .and_then(|d| d.editions.get(locale));
                let Some(edition) = edition else {
                    return Ok(Vec::new());
                };
                let page = changes::page(self.desk, document, locale, edition);
                self.put(
                    "changes.html",
                    &Route::current(locale, document).below("changes"),
                    &page,
                )
            }
            Job::Home(locale) => {
                let page = home::page(self.desk, locale);
                let findings = self.put("home.html", &Route::home(locale), &page.value)?;
                Ok(page.findings.into_iter().chain(findings).collect())
            }
            Job::Missing(locale) => {
                let page = home::missing(self.desk, locale);
                self.put("missing.html", &Route::in_locale(locale, "404.html"), &page)
            }
        }
    }

    fn put(
        &self,
        template: &str,
        route: &Route,
        page: &impl serde::Serialize,
    ) -> std::io::Result<Vec<Finding>> {
        let html = self.theme.render(template, page);
        self.writer.write(&route.output(), html.value.as_bytes())?;
        Ok(html.findings)
    }

    fn status_pages(&self) -> std::io::Result<Vec<Finding>> {
        let locales = &self.desk.resolver.catalog.locales;
        let standings = status::standings(self.desk);
        let mut findings = Vec::new();
        for locale in locales {
            let columns = std::slice::from_ref(locale);
            let route = Route::in_locale(locale, "status/");
            findings.extend(self.status(&route, locale, columns, &standings)?);
        }
        if let Some(first) = self.start_locale() {
            findings.extend(self.status(&Route::file("status/"), first, locales, &standings)?);
        }
        Ok(findings)
    }

    fn status(
        &self,
        route: &Route,
        reader: &Locale,
        columns: &[Locale],
        standings: &status::Standings<'_>,
    ) -> std::io::Result<Vec<Finding>> {
        let page = status::page(self.desk, route, reader, (columns, standings));
        let folder = route.as_str().trim_start_matches('/');
        let csv = status_files::csv(columns, standings);
        self.writer
            .write(&format!("{folder}status.csv"), csv.as_bytes())?;
        let json = status_files::json(columns, standings);
        self.writer
            .write(&format!("{folder}status.json"), json.as_bytes())?;
        self.put("status.html", route, &page)
    }

    /// The language of pages that belong to none: the source's, else the first.
    fn start_locale(&self) -> Option<&Locale> {
        let locales = &self.desk.resolver.catalog.locales;
        let source = self.desk.config.source_locale.as_ref();
        source
            .filter(|source| locales.contains(source))
            .or(locales.first())
    }

    fn start(&self) -> std::io::Result<Vec<Finding>> {
        let Some(locale) = self.start_locale() else {
            return Ok(Vec::new());
        };
        let mut findings = self.put(
            "start.html",
            &Route::file(""),
            &home::start(self.desk, locale),
        )?;
        let page = home::missing(self.desk, locale);
        findings.extend(self.put("missing.html", &Route::file("404.html"), &page)?);
        Ok(findings)
    }

    /// What stands beside the pages.
    fn artifacts(&self) -> std::io::Result<()> {
        for (path, text) in sitemap::files(self.desk) {
            self.writer.write(&path, text.as_bytes())?;
        }
        self.writer
            .write("robots.txt", sitemap::robots(self.desk).as_bytes())?;
        for locale in &self.desk.resolver.catalog.locales {
            let folder = locale.address();
            let feed = feed::atom(self.desk, locale);
            self.writer
                .write(&format!("{folder}/feed.xml"), feed.as_bytes())?;
            let llms = plain::llms(self.desk, locale);
            self.writer
                .write(&format!("{folder}/llms.txt"), llms.as_bytes())?;
            let mut ics = Vec::new();
            calendar::of_locale(self.desk, locale).write(&mut ics)?;
            self.writer
                .write(&format!("{folder}/deadlines.ics"), &ics)?;
        }
        Ok(())
    }

    /// The files of the theme, and those that guides show.
    fn files(
        &self,
        resources: &std::collections::BTreeMap<crate::path::SourcePath, String>,
        project: &Project<'_>,
    ) -> std::io::Result<()> {
        for asset in self.theme.assets() {
            self.writer.write(&asset.path, &asset.bytes)?;
        }
        resources.par_iter().try_for_each(|(path, address)| {
            let path = project.reader.read(path);
            let target = crate::path::decode(address.trim_start_matches('/'));
            path.map_or(Ok(()), |bytes| self.writer.write(&target, &bytes))
        })
    }
}
