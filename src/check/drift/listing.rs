//! What `instep drift` lists: every document with how its locales stand, sorted by harm.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalog::documents::{Catalog, Document, RevisionId};
use crate::check::Context;
use crate::check::drift::changes::ValueChange;
use crate::check::drift::standing::{SectionChange, Standing, of_document};
use crate::check::drift::verdict::{Evidence, Verdict};
use crate::document::front_matter::Translation;
use crate::document::revision::Revision;
use crate::locale::tag::Locale;

/// The output of `instep drift --format json`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Listing {
    pub schema: u32,
    #[schemars(with = "String")]
    pub today: Date,
    pub documents: Vec<Listed>,
}

/// A document with how its locales stand.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Listed {
    pub document: String,
    pub reference: Reference,
    pub locales: Vec<ListedLocale>,
}

/// The revision that the others are measured against.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Reference {
    #[schemars(with = "String")]
    pub locale: Locale,
    pub file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub handoff: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commit: Option<String>,
    pub decided_by: &'static str,
}

/// A locale of a document.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ListedLocale {
    #[schemars(with = "String")]
    pub locale: Locale,
    pub status: Verdict,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    pub days_behind: i64,
    pub coverage: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<Current>,
    pub revisions: Vec<ListedRevision>,
    pub sections: Vec<SectionChange>,
    pub changes: Vec<ValueChange>,
}

/// The current revision of a locale.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Current {
    pub file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub date: Option<Date>,
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
    pub file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub handoff: Option<Date>,
    /// `current` or `superseded`.
    pub state: &'static str,
}

/// What to list; everything where a list is empty.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    pub documents: Vec<String>,
    pub locales: Vec<Locale>,
}

impl Selection {
    fn takes_document(&self, document: &str) -> bool {
        let named = |wanted: &String| {
            document == wanted
                || document.ends_with(wanted.as_str())
                    && document[..document.len() - wanted.len()].ends_with('/')
        };
        self.documents.is_empty() || self.documents.iter().any(named)
    }

    fn takes_locale(&self, locale: &Locale) -> bool {
        self.locales.is_empty() || self.locales.contains(locale)
    }
}

/// Lists the selected documents, the most harmful first.
pub fn list(context: &Context<'_>, today: Date, selection: &Selection) -> Listing {
    use rayon::prelude::*;
    let catalog = context.resolver.catalog;
    let wanted: Vec<_> = catalog
        .documents
        .iter()
        .filter(|(id, _)| selection.takes_document(id))
        .collect();
    let mut documents: Vec<(Harm, Listed)> = wanted
        .par_iter()
        .map(|(id, document)| {
            let mut standings = of_document(context, id);
            standings.retain(|standing| selection.takes_locale(&standing.locale));
            let harm = standings.iter().map(harm).max().unwrap_or_default();
            (harm, listed(context, id, document, standings))
        })
        .collect();
    documents.sort_by(|(x, a), (y, b)| y.cmp(x).then_with(|| a.document.cmp(&b.document)));
    let documents = documents.into_iter().map(|(_, listed)| listed).collect();
    Listing {
        schema: 1,
        today,
        documents,
    }
}

/// How much a reader is harmed: a date that differs, sections missing, sections changed, age.
type Harm = (usize, usize, usize, i64);

fn harm(standing: &Standing) -> Harm {
    let sections = |change| {
        standing
            .sections
            .iter()
            .filter(|section| section.change == change)
            .count()
    };
    let dates = standing
        .changes
        .iter()
        .filter(|change| change.kind.word() == "date")
        .count();
    (
        dates,
        sections("missing"),
        sections("changed"),
        standing.days_behind,
    )
}

fn listed(
    context: &Context<'_>,
    id: &str,
    document: &Document,
    standings: Vec<Standing>,
) -> Listed {
    let catalog = context.resolver.catalog;
    let changed = context.testimony.commits.get(&document.reference);
    let reference = catalog.revision(document.reference);
    Listed {
        document: id.to_owned(),
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
    let edition = document.editions.get(&standing.locale);
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
        status: standing.verdict,
        evidence: standing.evidence,
        days_behind: standing.days_behind,
        coverage: standing.coverage,
        current: standing.current.map(|id| current(catalog.revision(id))),
        revisions: revisions.iter().enumerate().map(revision).collect(),
        sections: standing.sections,
        changes: standing.changes,
        locale: standing.locale,
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
