//! What changed between the revisions of a document in one locale.

use crate::catalog::documents::{Catalog, Edition, RevisionId};
use crate::check::align::Change;
use crate::check::pairing::between;
use crate::locale::tag::Locale;
use crate::locale::words::Words;
use crate::messages::Argument;
use crate::page::compared::html;
use crate::page::desk::Desk;
use crate::page::frame::{About, Standing, frame};
use crate::page::guide::version;
use crate::page::model::{ChangedSection, ChangesPage, ChangesStep, TextLink};
use crate::page::sections::{Texts, texts};
use crate::path::Route;

/// A section that differs between two revisions, with its words.
pub struct Difference {
    /// `added`, `removed`, `changed` or `moved`.
    pub kind: &'static str,
    /// The words of its heading.
    pub title: String,
    /// The id of the section, and whether it is one of the newer revision.
    pub id: String,
    /// Whether `id` is one of the newer revision.
    pub in_newer: bool,
    /// Its words before, as [`texts`] gives them.
    pub old: String,
    /// Its words after.
    pub new: String,
}

/// The page of changes of a document with more than one revision.
pub fn page(desk: &Desk<'_>, document: &str, locale: &Locale, edition: &Edition) -> ChangesPage {
    let catalog = desk.resolver.catalog;
    let guide = Route::current(locale, document);
    let current = catalog.revision(edition.current());
    let messages = &desk.language(locale).messages;
    let title = messages.plain(
        "changes-title",
        &[("title", Argument::Text(current.title()))],
    );
    let route = guide.below("changes");
    let about = About {
        locale,
        route: &route,
        title: &title,
        description: None,
        document: None,
        revision: None,
        place: Standing::Hidden,
    };
    let segment = Words::new(locale);
    let pairs = edition.revisions.windows(2);
    let steps = pairs
        .map(|pair| step(desk, pair[0], pair[1], &segment))
        .collect();
    let guide = TextLink {
        title: current.title().to_owned(),
        address: Some(guide.to_string()),
        language: None,
    };
    ChangesPage {
        frame: frame(desk, about),
        guide,
        steps,
    }
}

fn step(desk: &Desk<'_>, new: RevisionId, old: RevisionId, segment: &Words) -> ChangesStep {
    let routes = [old, new].map(|id| desk.resolver.revision_route(id));
    let section = |difference: Difference| {
        let route = &routes[usize::from(difference.in_newer)];
        ChangedSection {
            kind: difference.kind,
            title: difference.title,
            address: format!("{route}#{}", crate::path::encode(&difference.id)),
            html: html(&difference.old, &difference.new, segment),
        }
    };
    ChangesStep {
        from: version(desk, old, new),
        to: version(desk, new, new),
        sections: differences(desk.resolver.catalog, &desk.texts, old, new)
            .into_iter()
            .map(section)
            .collect(),
    }
}

/// Every section that differs between two revisions, in reading order.
pub fn differences(
    catalog: &Catalog,
    from: &Texts<'_>,
    old: RevisionId,
    new: RevisionId,
) -> Vec<Difference> {
    let (a, b) = (catalog.revision(old), catalog.revision(new));
    let read = |revision| {
        from.manuscript(revision)
            .map_or_else(Vec::new, |m| texts(&m))
    };
    let (olds, news) = (read(a), read(b));
    let text = |texts: &[String], index: usize| texts.get(index).cloned().unwrap_or_default();
    let mut found = Vec::new();
    let (before, after) = (text(&olds, 0), text(&news, 0));
    if before != after {
        let title = b.title().to_owned();
        found.push(Difference {
            kind: "changed",
            title,
            id: String::new(),
            in_newer: true,
            old: before,
            new: after,
        });
    }
    for pair in between(a, b) {
        let section = match (pair.a, pair.b) {
            (_, Some(index)) => &b.sections[index],
            (Some(index), None) => &a.sections[index],
            (None, None) => continue,
        };
        let old = pair.a.map_or(String::new(), |index| text(&olds, index + 1));
        let new = pair.b.map_or(String::new(), |index| text(&news, index + 1));
        let kind = match (pair.a, pair.b) {
            (None, _) => "added",
            (_, None) => "removed",
            _ if pair.change == Change::Moved => "moved",
            _ if old != new => "changed",
            _ => continue,
        };
        let (title, id) = (section.title.to_string(), section.id().to_owned());
        found.push(Difference {
            kind,
            title,
            id,
            in_newer: pair.b.is_some(),
            old,
            new,
        });
    }
    found
}
