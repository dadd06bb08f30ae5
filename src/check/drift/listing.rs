//! What `instep drift` lists: every document with how its locales stand, sorted by harm.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalog::documents::{Catalog, Document, RevisionId};
use crate::check::Context;
use crate::check::align::Change;
use crate::check::deadlines::status::{days, is_limit};
use crate::check::drift::changes::{ChangeKind, ValueChange};
use crate::check::drift::judged::{self, Judged};
use crate::check::drift::standing::{SectionChange, Standing, of_judged};
use crate::check::drift::verdict::{Evidence, Verdict, is_stamped};
use crate::document::front_matter::Translation;
use crate::document::revision::Revision;
use crate::locale::tag::Locale;

/// The output of `instep drift --format json`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Listing {
    /// The version of this format.
    pub schema: u32,
    /// The day that counts as today, ISO 8601.
    #[schemars(with = "String")]
    pub today: Date,
    /// The most harmful first.
    pub documents: Vec<Listed>,
}

/// A document with how its locales stand.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Listed {
    /// Its id.
    pub document: String,
    /// A text that pages include, with a stamp of its own; left out for pages.
    #[serde(skip_serializing_if = "is_page")]
    pub fragment: bool,
    /// What its locales are measured against.
    pub reference: Reference,
    /// Every locale of the site, in its order.
    pub locales: Vec<ListedLocale>,
}

/// The revision that the others are measured against.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Reference {
    /// BCP 47.
    #[schemars(with = "String")]
    pub locale: Locale,
    /// Relative to the root, with `/`.
    pub file: String,
    /// When it was written, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub date: Option<Date>,
    /// When it was handed to translation, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub handoff: Option<Date>,
    /// The commit that changed it last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    /// The key that made it the newest.
    pub decided_by: &'static str,
}

/// A locale of a document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ListedLocale {
    /// BCP 47.
    #[schemars(with = "String")]
    pub locale: Locale,
    /// The verdict.
    pub status: Verdict,
    /// What the verdict rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// Whole days between its date and the reference's.
    pub days_behind: i64,
    /// Share of the reference's sections, from 0 to 1.
    pub coverage: f64,
    /// The text that was measured; none where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<Current>,
    /// Newest first.
    pub revisions: Vec<ListedRevision>,
    /// Of the current revision against the reference.
    pub sections: Vec<SectionChange>,
    /// Single values that differ, of the current revision against the reference.
    pub changes: Vec<ValueChange>,
}

/// The current revision of a locale.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Current {
    /// Relative to the root, with `/`.
    pub file: String,
    /// When it was written, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub date: Option<Date>,
    /// When it was handed to translation, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub handoff: Option<Date>,
    /// `HT` or `MT`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation: Option<&'static str>,
}

/// A revision of a locale, newest first.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ListedRevision {
    /// Relative to the root, with `/`.
    pub file: String,
    /// When it was written, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub date: Option<Date>,
    /// When it was handed to translation, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub handoff: Option<Date>,
    /// `current` or `superseded`.
    pub state: &'static str,
}

/// What to list; everything where a list is empty.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// By id, or by how the id ends.
    pub documents: Vec<String>,
    /// BCP 47.
    pub locales: Vec<Locale>,
}

/// Documents of one kind with what is known of them.
#[derive(Clone, Copy)]
pub struct Shelf<'a> {
    /// What is known of the site.
    pub context: &'a Context<'a>,
    /// What kind of texts its documents are.
    pub kind: Kind,
}

/// What kind of texts documents are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Guides, in every locale of the site.
    Pages,
    /// What they include, as far as it names its source.
    Fragments,
}

/// Whether a person means this document: by its id, by the end of it or by a folder above it.
pub fn is_meant(document: &str, wanted: &str) -> bool {
    let wanted = wanted.trim_matches('/');
    let end = document.strip_suffix(wanted);
    let below = document.strip_prefix(wanted);
    document == wanted
        || end.is_some_and(|above| above.ends_with('/'))
        || below.is_some_and(|below| below.starts_with('/'))
}

impl Selection {
    fn takes_document(&self, document: &str) -> bool {
        let meant = |wanted: &String| is_meant(document, wanted);
        self.documents.is_empty() || self.documents.iter().any(meant)
    }

    fn takes_locale(&self, locale: &Locale) -> bool {
        self.locales.is_empty() || self.locales.contains(locale)
    }
}

/// Lists the selected documents of all shelves, the most harmful first.
pub fn list(shelves: &[Shelf<'_>], today: Date, selection: &Selection) -> Listing {
    let of_shelf = |shelf: &Shelf<'_>| of_shelf(*shelf, today, selection);
    let mut documents: Vec<(Harm, Listed)> = shelves.iter().flat_map(of_shelf).collect();
    documents.sort_by(|(x, a), (y, b)| y.cmp(x).then_with(|| a.document.cmp(&b.document)));
    let documents = documents.into_iter().map(|(_, listed)| listed).collect();
    Listing {
        schema: 1,
        today,
        documents,
    }
}

fn of_shelf(shelf: Shelf<'_>, today: Date, selection: &Selection) -> Vec<(Harm, Listed)> {
    use rayon::prelude::*;
    let catalog = shelf.context.resolver.catalog;
    let wanted: Vec<_> = catalog
        .documents
        .iter()
        .filter(|(id, _)| selection.takes_document(id))
        .collect();
    let listed = wanted.par_iter().filter_map(|(id, document)| {
        let mut judged = judged::of_document(shelf.context, id);
        judged.retain(|judged| selection.takes_locale(&judged.locale));
        if shelf.kind == Kind::Fragments {
            judged.retain(|judged| tells(catalog, document, judged));
            judged.first()?;
        }
        let standing = |judged| of_judged(shelf.context, document, judged);
        let standings: Vec<Standing> = judged.into_iter().map(standing).collect();
        let harm = standings.iter().map(|s| harm(catalog, s, today));
        let harm = harm.max().unwrap_or_default();
        Some((harm, listed(shelf, id, document, standings)))
    });
    listed.collect()
}

/// Whether there is anything to be said of a fragment: it is the source, or it has a stamp.
fn tells(catalog: &Catalog, document: &Document, judged: &Judged) -> bool {
    let is_own = |id: RevisionId| id == document.reference || is_stamped(catalog.revision(id));
    judged.current.is_some_and(is_own)
}

/// Asked while it is written.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn is_page(fragment: &bool) -> bool {
    !fragment
}

/// How much a reader is harmed: dates that differ or are over, sections missing, sections changed,
/// age.
type Harm = (usize, usize, usize, i64);

fn harm(catalog: &Catalog, standing: &Standing, today: Date) -> Harm {
    let sections = standing.sections.iter();
    let changed = sections.filter(|section| section.change == Change::Changed);
    let dates = standing.changes.iter();
    let differ = dates.filter(|change| change.kind == ChangeKind::Date);
    let own = standing.judged.current.map(|id| catalog.revision(id));
    let limits = own.into_iter().flat_map(|own| &own.dates);
    let over = limits.filter(|mention| is_limit(mention) && days(mention, today) < 0);
    (
        differ.count() + over.count(),
        standing.judged.missing,
        changed.count(),
        standing.judged.days_behind,
    )
}

fn listed(shelf: Shelf<'_>, id: &str, document: &Document, standings: Vec<Standing>) -> Listed {
    let catalog = shelf.context.resolver.catalog;
    let changed = shelf.context.testimony.commits.get(&document.reference);
    let reference = catalog.revision(document.reference);
    Listed {
        document: id.to_owned(),
        fragment: shelf.kind == Kind::Fragments,
        reference: Reference {
            locale: reference.place.locale.clone(),
            file: reference.path().to_string(),
            date: reference.front.date,
            handoff: reference.front.handoff,
            commit: reference
                .front
                .source_commit
                .as_deref()
                .map(str::to_owned)
                .or_else(|| changed.cloned()),
            decided_by: document.decided_by.word(),
        },
        locales: standings
            .into_iter()
            .map(|s| locale(catalog, document, s))
            .collect(),
    }
}

fn locale(catalog: &Catalog, document: &Document, standing: Standing) -> ListedLocale {
    let judged = standing.judged;
    let edition = document.editions.get(&judged.locale);
    let revisions = edition.map_or(&[][..], |edition| &edition.revisions);
    let revision = |(index, id): (usize, &RevisionId)| {
        let revision = catalog.revision(*id);
        ListedRevision {
            file: revision.path().to_string(),
            date: revision.front.date,
            handoff: revision.front.handoff,
            state: if index == 0 { "current" } else { "superseded" },
        }
    };
    ListedLocale {
        status: judged.verdict,
        evidence: judged.evidence,
        days_behind: judged.days_behind,
        coverage: judged.coverage,
        current: judged.current.map(|id| current(catalog.revision(id))),
        revisions: revisions.iter().enumerate().map(revision).collect(),
        sections: standing.sections,
        changes: standing.changes,
        locale: judged.locale,
    }
}

fn current(revision: &Revision) -> Current {
    Current {
        file: revision.path().to_string(),
        date: revision.front.date,
        handoff: revision.front.handoff,
        translation: revision.front.translation.map(|kind| match kind {
            Translation::Human => "HT",
            Translation::Machine => "MT",
        }),
    }
}
