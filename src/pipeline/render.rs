//! One page of a site, from what was decided to HTML.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::catalog::documents::{Document, RevisionId};
use crate::finding::{Finding, Outcome};
use crate::locale::tag::Locale;
use crate::page::desk::Desk;
use crate::page::framed::Framed;
use crate::page::guide::{Kind, Wanted};
use crate::page::moved::Moved;
use crate::page::searchable::Searchable;
use crate::page::standings::Standings;
use crate::page::{changes, guide, home, markdown, moved, status};
use crate::path::Route;
use crate::site::theme::{Shared, Theme};

/// A page of a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job<'a> {
    /// A guide in one revision.
    Guide(Wanted<'a>),
    /// What changed between revisions.
    Changes {
        /// The id of the guide.
        document: &'a str,
        /// The language.
        locale: &'a Locale,
    },
    /// The home of a locale.
    Home(&'a Locale),
    /// The page for addresses of a locale that lead nowhere; at the root where there is none.
    Missing(Option<&'a Locale>),
    /// The status of one locale, or of all.
    Status(Option<&'a Locale>),
    /// An address that leads on.
    Moved(Moved<'a>),
    /// The choice of a language.
    Start,
}

impl Job<'_> {
    /// Whether it stands before the pages of guides in [`jobs`].
    pub fn is_before_guides(&self) -> bool {
        !matches!(self, Self::Guide(_) | Self::Changes { .. })
    }
}

/// A page as it is written.
#[derive(Debug)]
pub struct Rendered {
    /// Its address.
    pub route: Route,
    /// The page.
    pub html: String,
    /// What was wrong on the way.
    pub findings: Vec<Finding>,
    /// What search shall find of it.
    pub searchable: Option<Searchable>,
    /// The page as Markdown, with its path in the site.
    pub plain: Option<(String, String)>,
}

/// Makes pages, one at a time, from any thread.
pub struct Press<'a> {
    /// What pages are decided from.
    pub desk: &'a Desk<'a>,
    /// What puts them into HTML.
    pub theme: &'a Theme,
    /// How translations stand.
    pub standings: &'a Standings,
    /// What pages of a locale share, by its tag.
    pub shared: BTreeMap<String, OnceLock<Shared>>,
}

/// Every page of a site, in a fixed order: those that list all others first, since they take
/// longest, and nobody shall wait for them alone at the end. Of a site built in shares the first one
/// has them all.
pub fn jobs<'a>(desk: &Desk<'a>) -> Vec<Job<'a>> {
    let catalog = desk.resolver.catalog;
    let mut jobs = Vec::new();
    if !catalog.locales.is_empty() {
        jobs.extend([Job::Status(None), Job::Start, Job::Missing(None)]);
    }
    for locale in &catalog.locales {
        jobs.extend([
            Job::Status(Some(locale)),
            Job::Home(locale),
            Job::Missing(Some(locale)),
        ]);
        jobs.extend(moved::of_locale(desk, locale).into_iter().map(Job::Moved));
    }
    for (id, document) in &catalog.documents {
        for locale in &catalog.locales {
            of_document(desk, id, (document, locale), &mut jobs);
        }
    }
    jobs
}

fn of_document<'a>(
    desk: &Desk<'a>,
    id: &'a str,
    (document, locale): (&'a Document, &'a Locale),
    jobs: &mut Vec<Job<'a>>,
) {
    if id != home::INDEX {
        jobs.extend(Wanted::current(desk, id, locale).map(Job::Guide));
    }
    let Some(edition) = document.editions.get(locale) else {
        return;
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
}

impl Press<'_> {
    /// The address of a page.
    pub fn route(&self, job: Job<'_>) -> Route {
        match job {
            Job::Guide(wanted) => wanted.route(self.desk),
            Job::Changes { document, locale } => Route::current(locale, document).below("changes"),
            Job::Home(locale) => Route::home(locale),
            Job::Missing(Some(locale)) => Route::in_locale(locale, "404.html"),
            Job::Missing(None) => Route::file("404.html"),
            Job::Status(Some(locale)) => Route::in_locale(locale, "status/"),
            Job::Status(None) => Route::file("status/"),
            Job::Moved(moved) => moved.route(),
            Job::Start => Route::file(""),
        }
    }

    /// Makes a page. None where its file has gone meanwhile.
    pub fn render(&self, job: Job<'_>) -> Option<Rendered> {
        let route = self.route(job);
        let mut searchable = None;
        let mut twin = None;
        let outcome = match job {
            Job::Guide(wanted) => {
                let mut page = guide::page(self.desk, wanted)?;
                twin = beside(wanted.locale, wanted.document, &mut page.value.plain);
                searchable = self
                    .desk
                    .site
                    .search
                    .then(|| Searchable::of(&page.value, &route, self.desk.config.html))
                    .flatten();
                self.themed("guide.html", page)
            }
            Job::Changes { document, locale } => {
                let edition = self
                    .desk
                    .resolver
                    .catalog
                    .documents
                    .get(document)?
                    .editions
                    .get(locale)?;
                self.themed(
                    "changes.html",
                    plain(changes::page(self.desk, document, locale, edition)),
                )
            }
            Job::Home(locale) => {
                let mut page = home::page(self.desk, locale);
                twin = beside(locale, home::INDEX, &mut page.value.plain);
                self.themed("home.html", page)
            }
            Job::Missing(locale) => {
                let locale = locale.or(self.start_locale())?;
                self.themed("missing.html", plain(home::missing(self.desk, locale)))
            }
            Job::Status(locale) => self.status(locale, &route)?,
            Job::Moved(moved) => {
                self.themed("redirect.html", plain(moved::page(self.desk, moved)?))
            }
            Job::Start => self.themed(
                "start.html",
                plain(home::start(self.desk, self.start_locale()?)),
            ),
        };
        Some(Rendered {
            route,
            html: outcome.value,
            findings: outcome.findings,
            searchable,
            plain: twin,
        })
    }

    fn status(&self, locale: Option<&Locale>, route: &Route) -> Option<Outcome<String>> {
        let reader = locale.or(self.start_locale())?;
        let standings = self.standings.all(self.desk);
        let given = (&self.columns(locale), &*standings);
        Some(self.themed(
            "status.html",
            plain(status::page(self.desk, route, reader, given)),
        ))
    }

    /// The columns of a status page, as places in the locales of the site.
    pub fn columns(&self, locale: Option<&Locale>) -> Range<usize> {
        let locales = &self.desk.resolver.catalog.locales;
        let of = |locale: &Locale| locales.iter().position(|other| other == locale);
        match locale {
            Some(locale) => of(locale).map_or(0..0, |at| at..at + 1),
            None => 0..locales.len(),
        }
    }

    /// The language of pages that belong to none: the source's, else the first.
    pub fn start_locale(&self) -> Option<&Locale> {
        let locales = &self.desk.resolver.catalog.locales;
        let source = self.desk.config.source_locale.as_ref();
        source
            .filter(|source| locales.contains(source))
            .or(locales.first())
    }

    fn themed(&self, template: &str, page: Outcome<impl Framed>) -> Outcome<String> {
        let common = page.value.frame().common();
        let slot = self.shared.get(&common.locale.tag);
        let slot = slot.expect("every page is in a locale of the site");
        let shared = slot.get_or_init(|| Shared::new(&common));
        let mut outcome = self.theme.page(template, &page.value, shared);
        outcome.findings.splice(0..0, page.findings);
        outcome
    }
}

/// The Markdown of a page with the path that it has in the site.
fn beside(locale: &Locale, document: &str, text: &mut Option<String>) -> Option<(String, String)> {
    Some((markdown::route(locale, document).output(), text.take()?))
}

fn plain<T>(page: T) -> Outcome<T> {
    Outcome {
        value: page,
        findings: Vec::new(),
    }
}
