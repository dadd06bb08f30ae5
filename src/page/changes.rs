//! What changed between the revisions of a document in one locale.

use crate::catalog::documents::{Catalog, Edition, RevisionId};
use crate::check::align::Change;
use crate::check::pairing::between;
use crate::document::revision::Revision;
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
    let mut steps = Vec::new();
    let mut newer: Option<Read<'_>> = None;
    for id in &edition.revisions {
        let older = Read::of_page(desk, *id);
        if let Some(newer) = &newer {
            steps.push(step(desk, &older, newer, &segment));
        }
        newer = Some(older);
    }
    let guide = TextLink {
        title: current.title().to_owned(),
        address: Some(desk.link(&guide)),
        language: None,
    };
    ChangesPage {
        frame: frame(desk, about),
        guide,
        steps,
    }
}

fn step(desk: &Desk<'_>, old: &Read<'_>, new: &Read<'_>, segment: &Words) -> ChangesStep {
    let routes = [old, new].map(|read| desk.resolver.revision_route(read.id));
    let section = |difference: Difference| {
        let route = &routes[usize::from(difference.in_newer)];
        ChangedSection {
            kind: difference.kind,
            title: difference.title,
            address: format!(
                "{}#{}",
                desk.link(route),
                crate::path::encode(&difference.id)
            ),
            html: html(&difference.old, &difference.new, segment),
        }
    };
    ChangesStep {
        from: version(desk, old.id, new.id),
        to: version(desk, new.id, new.id),
        sections: differences(old, new).into_iter().map(section).collect(),
    }
}

/// A revision with the words of its sections.
pub struct Read<'a> {
    id: RevisionId,
    revision: &'a Revision,
    /// The first is what precedes any heading. None where the file has gone meanwhile.
    texts: Vec<String>,
}

impl<'a> Read<'a> {
    /// Reads a revision again.
    pub fn new(catalog: &'a Catalog, from: &Texts<'_>, id: RevisionId) -> Self {
        let revision = catalog.revision(id);
        let manuscript = from.manuscript(revision);
        Self {
            id,
            revision,
            texts: manuscript.map_or_else(Vec::new, |manuscript| texts(&manuscript.pieces())),
        }
    }

    /// The same, without reading where its page was made just now.
    fn of_page(desk: &Desk<'a>, id: RevisionId) -> Self {
        let catalog = desk.resolver.catalog;
        match desk.recent.take(id) {
            Some(texts) => Self {
                id,
                revision: catalog.revision(id),
                texts,
            },
            None => Self::new(catalog, &desk.texts, id),
        }
    }

    fn text(&self, index: usize) -> String {
        self.texts.get(index).cloned().unwrap_or_default()
    }
}

/// Every section that differs between two revisions, in reading order.
pub fn differences(old: &Read<'_>, new: &Read<'_>) -> Vec<Difference> {
    let (a, b) = (old.revision, new.revision);
    let mut found = Vec::new();
    let (before, after) = (old.text(0), new.text(0));
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
        let section = match (pair.a(), pair.b()) {
            (_, Some(index)) => &b.sections[index],
            (Some(index), None) => &a.sections[index],
            (None, None) => continue,
        };
        let before = pair.a().map_or(String::new(), |index| old.text(index + 1));
        let after = pair.b().map_or(String::new(), |index| new.text(index + 1));
        let kind = match (pair.a(), pair.b()) {
            (None, _) => "added",
            (_, None) => "removed",
            _ if pair.change == Change::Moved => "moved",
            _ if before != after => "changed",
            _ => continue,
        };
        let (title, id) = (section.title.to_string(), section.id().to_owned());
        found.push(Difference {
            kind,
            title,
            id,
            in_newer: pair.b().is_some(),
            old: before,
            new: after,
        });
    }
    found
}
