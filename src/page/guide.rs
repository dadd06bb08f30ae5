//! A guide: the current revision, a superseded one, or one filled from another language.

use crate::catalog::documents::{Edition, RevisionId};
use crate::catalog::resolve::Filled;
use crate::check::drift::outdated::Outdated;
use crate::document::construct::moniker::Moniker;
use crate::document::front_matter::Translation;
use crate::document::manuscript::Placed;
use crate::document::revision::Revision;
use crate::finding::Outcome;
use crate::locale::tag::Locale;
use crate::page::body::{self, Setting};
use crate::page::desk::Desk;
use crate::page::frame::{About, Standing, frame};
use crate::page::links::PageLinks;
use crate::page::model::{ContentsEntry, Day, GuidePage, Notice, TextLink, VersionLink};
use crate::page::sections::texts;
use crate::page::switch::{Named, Switch};
use crate::page::{article, markdown, notices, pivots};
use crate::path::Route;

/// Deepest heading that the table of contents shows.
const CONTENTS_LEVEL: u8 = 3;

/// A guide page to be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// Its id.
    pub document: &'a str,
    /// The reader's language.
    pub locale: &'a Locale,
    /// The revision whose text it shows.
    pub shown: RevisionId,
    /// Why it shows that one.
    pub kind: Kind,
}

/// Which text of a document a page shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The newest of the locale.
    Current,
    /// An older one of the locale.
    Superseded,
    /// One of another locale, where this one has none.
    Fallback,
}

impl<'a> Wanted<'a> {
    /// The page of a document in a locale. None where it shall have none.
    pub fn current(desk: &Desk<'_>, document: &'a str, locale: &'a Locale) -> Option<Self> {
        let (shown, kind) = match desk.resolver.filled(document, locale)? {
            Filled::Own(id) => (id, Kind::Current),
            Filled::Fallback(id) => (id, Kind::Fallback),
        };
        Some(Self {
            document,
            locale,
            shown,
            kind,
        })
    }

    /// The address of the page.
    pub fn route(&self, desk: &Desk<'_>) -> Route {
        match self.kind {
            Kind::Superseded => desk.resolver.revision_route(self.shown),
            Kind::Current | Kind::Fallback => Route::current(self.locale, self.document),
        }
    }
}

/// The text of a page as HTML, with what had to be known for it.
pub struct Written {
    /// The text of the page.
    pub html: String,
    /// The page as Markdown; none where it is not the current revision.
    pub plain: Option<String>,
    /// What is said above the text.
    pub notices: Vec<Notice>,
}

/// Writes the text of a page and its notices. None where the file has gone meanwhile.
pub fn write(desk: &Desk<'_>, wanted: Wanted<'_>) -> Option<Outcome<Written>> {
    let catalog = desk.resolver.catalog;
    let revision = catalog.revision(wanted.shown);
    let manuscript = desk.manuscript(wanted.shown)?;
    let (notices, outdated) = noticed(desk, &wanted);
    let links = PageLinks {
        desk,
        locale: wanted.locale,
        document: wanted.document,
        revision,
        is_superseded: wanted.kind == Kind::Superseded,
    };
    let reference = catalog
        .documents
        .get(wanted.document)
        .map_or(wanted.shown, |d| d.reference);
    let reference = catalog.revision(reference);
    let named = Named {
        pairings: desk.pairings,
        reference,
        id: wanted.shown,
        own: revision,
    };
    let aliases = named.aliases();
    let pieces = manuscript.pieces();
    let choice = pivots::choice(desk, wanted.locale, revision, &pieces);
    let mut markers = notices::markers(desk, wanted.shown, outdated.as_ref());
    markers.extend(choice.marker);
    let source = translated_from(desk, revision);
    let setting = Setting {
        revision,
        resolve: &links,
        words: &desk.language(wanted.locale).frame.words,
        html: desk.config.html,
        aliases: &aliases,
        source: &source,
        markers: &markers,
        pivots: &choice.titles,
        code: desk.code,
    };
    let body = body::write(&manuscript, &pieces, &setting);
    note(desk, &wanted, &pieces);
    let own = wanted.kind == Kind::Current;
    let value = Written {
        html: body.html,
        plain: own.then(|| markdown::text(desk, &manuscript, revision)),
        notices,
    };
    Some(Outcome {
        value,
        findings: body.findings,
    })
}

/// Remembers the words of a page for the one of its changes.
fn note(desk: &Desk<'_>, wanted: &Wanted<'_>, pieces: &[Placed<'_>]) {
    let document = desk.resolver.catalog.documents.get(wanted.document);
    let edition = document.and_then(|document| document.editions.get(wanted.locale));
    let has_changes = edition.is_some_and(|edition| edition.revisions.len() > 1);
    if has_changes && wanted.kind != Kind::Fallback {
        desk.recent.note(wanted.shown, texts(pieces));
    }
}

/// What a reader is told at the top of a page, and what of it is outdated.
fn noticed(desk: &Desk<'_>, wanted: &Wanted<'_>) -> (Vec<Notice>, Option<Outdated>) {
    let (locale, shown) = (wanted.locale, wanted.shown);
    match wanted.kind {
        Kind::Current => notices::of_current(desk, shown),
        Kind::Superseded => {
            let current = desk.resolver.catalog.current(wanted.document, locale);
            let notice = notices::superseded(desk, locale, current.unwrap_or(shown));
            (vec![notice], None)
        }
        Kind::Fallback => (vec![notices::fallback(desk, locale, shown)], None),
    }
}

/// The language that a text was translated from: as it says itself, else that of the site, else
/// English, from which hand-offs that name no other language are translated.
fn translated_from(desk: &Desk<'_>, revision: &Revision) -> Locale {
    let own = &revision.place.locale;
    let said = revision.front.source_locale.as_ref();
    let site = desk.config.source_locale.as_ref();
    let other = |locale: &&Locale| locale.language() != own.language();
    let source = said.or(site.filter(other)).cloned();
    source.unwrap_or_else(Locale::english)
}

/// The page of a guide. None where its file has gone meanwhile.
pub fn page(desk: &Desk<'_>, wanted: Wanted<'_>) -> Option<Outcome<GuidePage>> {
    let catalog = desk.resolver.catalog;
    let revision = catalog.revision(wanted.shown);
    let written = write(desk, wanted)?;
    let route = wanted.route(desk);
    let place = if wanted.kind == Kind::Current {
        Standing::Own
    } else {
        Standing::Second
    };
    let about = About {
        locale: wanted.locale,
        route: &route,
        title: revision.title(),
        description: revision.front.description.as_deref(),
        document: Some(wanted.document),
        revision: Some(wanted.shown),
        place,
    };
    let edition = catalog
        .documents
        .get(wanted.document)
        .and_then(|d| d.editions.get(wanted.locale));
    let many = edition.filter(|edition| edition.revisions.len() > 1);
    let current = Route::current(wanted.locale, wanted.document);
    let own = wanted.kind == Kind::Current;
    let mut frame = frame(desk, about);
    if revision.front.unlisted {
        frame.robots = Some("noindex");
    }
    frame.structured =
        own.then(|| article::structured(desk, (wanted.locale, wanted.document), revision));
    let filled = (wanted.kind == Kind::Fallback).then_some(&revision.place.locale);
    let (previous, next) = neighbours(desk, wanted);
    let value = GuidePage {
        frame,
        body: written.value.html,
        body_language: filled.map(Locale::tag),
        body_direction: filled.map(|locale| locale.direction().html()),
        contents: contents(revision),
        notices: written.value.notices,
        versions: many.map_or_else(Vec::new, |edition| versions(desk, edition, wanted.shown)),
        changes: many.map(|_| desk.link(&current.below("changes"))),
        current: (wanted.kind == Kind::Superseded).then(|| desk.link(&current)),
        updated: day(desk, wanted.locale, revision),
        translation: revision.front.translation.map(translator),
        edit: edit(desk, revision),
        previous,
        next,
        bilingual: revision.units > 0,
        indexed: own && !revision.front.unlisted,
        markdown: own.then(|| desk.link(&markdown::route(wanted.locale, wanted.document))),
        plain: written.value.plain,
        products: products(desk, revision),
    };
    Some(Outcome {
        value,
        findings: written.findings,
    })
}

/// Which of the versions that the site is built for a page is for.
fn products(desk: &Desk<'_>, revision: &Revision) -> Vec<String> {
    let range = revision.front.versions.as_deref().map(str::to_owned);
    let range = range.map(|range| Moniker { range });
    let built = desk.config.versions.iter();
    let of = built.filter(|version| range.as_ref().is_none_or(|range| range.holds(version)));
    of.cloned().collect()
}

/// Who translated, for templates.
fn translator(kind: Translation) -> &'static str {
    match kind {
        Translation::Human => "human",
        Translation::Machine => "machine",
    }
}

/// A revision's date for `<time>` and in the reader's words.
pub fn day(desk: &Desk<'_>, locale: &Locale, revision: &Revision) -> Option<Day> {
    let date = revision.front.date?;
    let name = desk.language(locale).messages.formats().date(date);
    Some(Day {
        iso: date.to_string(),
        name,
    })
}

fn contents(revision: &Revision) -> Vec<ContentsEntry> {
    let shown = revision
        .sections
        .iter()
        .filter(|section| section.level <= CONTENTS_LEVEL);
    let entry = |section: &crate::document::outline::Section| ContentsEntry {
        id: section.id().to_owned(),
        address: crate::path::fragment(section.id()),
        title: section.title.to_string(),
        level: section.level,
    };
    shown.map(entry).collect()
}

fn versions(desk: &Desk<'_>, edition: &Edition, here: RevisionId) -> Vec<VersionLink> {
    let switch = Switch::new(desk, here);
    edition
        .revisions
        .iter()
        .map(|id| VersionLink {
            sections: switch.sections(*id),
            ..version(desk, *id, here)
        })
        .collect()
}

/// A revision as a page of another one names it, without the ways between their sections.
pub fn version(desk: &Desk<'_>, id: RevisionId, here: RevisionId) -> VersionLink {
    let catalog = desk.resolver.catalog;
    let revision = catalog.revision(id);
    let locale = &revision.place.locale;
    let words = &desk.language(locale).frame.words;
    let undated = || words.get("version_undated").cloned().unwrap_or_default();
    let day = day(desk, locale, revision);
    VersionLink {
        address: desk.link(&desk.resolver.revision_route(id)),
        name: day.as_ref().map_or_else(undated, |day| day.name.clone()),
        date: day.map(|day| day.iso),
        here: id == here,
        current: catalog.current(&revision.place.document, locale) == Some(id),
        sections: String::new(),
    }
}

fn edit(desk: &Desk<'_>, revision: &Revision) -> Option<String> {
    let pattern = desk.config.links.edit.as_ref()?;
    let path = crate::path::encode(revision.path().as_str());
    Some(
        pattern
            .replace("{path}", &path)
            .replace("{locale}", &revision.place.locale.address()),
    )
}

/// The guides before and after one, in the order of the navigation.
pub fn neighbours(desk: &Desk<'_>, wanted: Wanted<'_>) -> (Option<TextLink>, Option<TextLink>) {
    let directory = (desk.directory)(wanted.locale);
    let Some(&at) = directory.places.get(wanted.document) else {
        return (None, None);
    };
    let link = |document: &str| {
        let shown = desk.resolver.filled(document, wanted.locale)?.revision();
        let revision = desk.resolver.catalog.revision(shown);
        let title = revision.title().to_owned();
        let own = &revision.place.locale;
        let address = desk.link(&Route::current(wanted.locale, document));
        Some(TextLink {
            title,
            address: Some(address),
            language: (own != wanted.locale).then(|| own.tag()),
        })
    };
    let before = at.checked_sub(1).and_then(|at| directory.sequence.get(at));
    (
        before.and_then(|document| link(document)),
        directory
            .sequence
            .get(at + 1)
            .and_then(|document| link(document)),
    )
}
