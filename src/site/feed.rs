//! The Atom feed of a locale (RFC 4287): its guides, the newest revision first.

use crate::catalog::documents::RevisionId;
use crate::limits::FEED_ENTRIES;
use crate::locale::tag::Locale;
use crate::messages::Argument;
use crate::page::desk::Desk;
use crate::page::frame::absolute;
use crate::path::Route;
use crate::xml::escaped;

/// The feed of a locale.
pub fn atom(desk: &Desk<'_>, locale: &Locale) -> String {
    let catalog = desk.resolver.catalog;
    let editions = catalog
        .documents
        .values()
        .filter_map(|entry| entry.editions.get(locale));
    let mut newest: Vec<RevisionId> = editions
        .flat_map(|edition| edition.revisions.iter().copied())
        .collect();
    newest.retain(|id| catalog.revision(*id).front.date.is_some());
    newest.sort_by(|a, b| {
        let (a, b) = (catalog.revision(*a), catalog.revision(*b));
        b.front
            .date
            .cmp(&a.front.date)
            .then_with(|| a.path().cmp(b.path()))
    });
    newest.truncate(FEED_ENTRIES.most);
    let updated = newest.first().map_or(String::new(), |id| stamp(desk, *id));
    let updated = if updated.is_empty() {
        "1970-01-01T00:00:00Z".to_owned()
    } else {
        updated
    };
    let route = Route::in_locale(locale, "feed.xml");
    let arguments = [("site", Argument::Text(&desk.site.title))];
    let title = desk
        .language(locale)
        .messages
        .plain("feed-title", &arguments);
    let entries: String = newest.iter().map(|id| entry(desk, *id)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{locale}\">\n\
         <id>{id}</id>\n<title>{title}</title>\n<updated>{updated}</updated>\n\
         <link rel=\"self\" href=\"{id}\"/>\n<link href=\"{home}\"/>\n\
         <author><name>{site}</name></author>\n{entries}</feed>\n",
        id = escaped(&identifier(desk, &route)),
        title = escaped(&title),
        home = escaped(&absolute(desk, &Route::home(locale))),
        site = escaped(&desk.site.title),
    )
}

fn entry(desk: &Desk<'_>, id: RevisionId) -> String {
    let revision = desk.resolver.catalog.revision(id);
    let route = desk.resolver.revision_route(id);
    let date = revision
        .front
        .date
        .map_or(String::new(), |date| date.to_string());
    let current = Route::current(&revision.place.locale, &revision.place.document);
    let summary = revision
        .front
        .description
        .as_deref()
        .map_or(String::new(), |description| {
            format!("<summary>{}</summary>", escaped(description))
        });
    format!(
        "<entry><id>{}#{date}</id><title>{}</title><updated>{}</updated><link href=\"{}\"/>{summary}</entry>\n",
        escaped(&identifier(desk, &current)),
        escaped(revision.title()),
        stamp(desk, id),
        escaped(&absolute(desk, &route)),
    )
}

/// An id is a whole IRI; a site without an address of its own has one by its title.
fn identifier(desk: &Desk<'_>, route: &Route) -> String {
    match &desk.config.base_url {
        Some(_) => absolute(desk, route),
        None => format!(
            "urn:instep:{}{}",
            crate::path::encode(&desk.site.title.replace('/', "-")),
            route.as_str()
        ),
    }
}

fn stamp(desk: &Desk<'_>, id: RevisionId) -> String {
    let date = desk.resolver.catalog.revision(id).front.date;
    date.map_or(String::new(), |date| format!("{date}T00:00:00Z"))
}
