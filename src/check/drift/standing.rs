//! How each locale of a document stands to its reference, section by section.

use schemars::JsonSchema;
use serde::Serialize;

use crate::catalog::documents::{Document, RevisionId};
use crate::check::Context;
use crate::check::align::{Change, Pair};
use crate::check::drift::changes::{self, ValueChange};
use crate::check::drift::edited;
use crate::check::drift::judged::{self, Judged};
use crate::check::drift::values::Text;
use crate::check::drift::verdict::{Evidence, Verdict, source_of};
use crate::document::revision::Revision;

/// How a locale stands to the reference of a document.
#[derive(Clone, Debug)]
pub struct Standing {
    /// How it stands as a whole.
    pub judged: Judged,
    /// The text that it is measured against: its source where that decided, else the reference.
    pub newer: RevisionId,
    /// Section by section, against the reference.
    pub sections: Vec<SectionChange>,
    /// Single values that differ.
    pub changes: Vec<ValueChange>,
}

/// What became of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SectionChange {
    /// Of the translation's section; of the reference's where it is missing.
    pub anchor: String,
    /// Of the reference's section; none for an extra one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_anchor: Option<String>,
    /// What became of it.
    pub change: Change,
    /// Where it stands, counted from 1; none where it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Where the reference's stands, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference_line: Option<u32>,
    /// The sections themselves: `a` is the reference's, `b` the translation's.
    #[serde(skip)]
    pub pair: Pair,
}

/// The standing of every locale of the site, in its order.
pub fn of_document(context: &Context<'_>, document: &str) -> Vec<Standing> {
    let Some(entry) = context.resolver.catalog.documents.get(document) else {
        return Vec::new();
    };
    let judged = judged::of_document(context, document).into_iter();
    judged
        .map(|judged| of_judged(context, entry, judged))
        .collect()
}

/// The standing of a locale that was judged as a whole.
pub fn of_judged(context: &Context<'_>, document: &Document, judged: Judged) -> Standing {
    let (sections, changes) = match judged.current {
        Some(id) => compared(context, document, (id, judged.verdict)),
        None => (Vec::new(), Vec::new()),
    };
    Standing {
        newer: newer(context, document, judged.evidence),
        judged,
        sections,
        changes,
    }
}

/// The text that a verdict speaks of: the reference, unless a translation was held against its
/// source.
pub fn newer(context: &Context<'_>, document: &Document, evidence: Option<Evidence>) -> RevisionId {
    let by_source = matches!(
        evidence,
        Some(Evidence::SourceHash | Evidence::SourceCommit | Evidence::Units)
    );
    let source = source_of(document, context.resolver.catalog, context.config);
    let source = source.filter(|_| by_source);
    source.map_or(document.reference, |locale| {
        document.editions[locale].current()
    })
}

fn compared(
    context: &Context<'_>,
    document: &Document,
    (id, verdict): (RevisionId, Verdict),
) -> (Vec<SectionChange>, Vec<ValueChange>) {
    let catalog = context.resolver.catalog;
    let (reference, own) = (catalog.revision(document.reference), catalog.revision(id));
    let pairs = context.pairs(id);
    let sections = pairs.iter().map(|pair| section(reference, own, pair));
    let mut sections: Vec<SectionChange> = sections.collect();
    let mut changes = differences(context, (reference, own), &mut sections);
    if verdict == Verdict::Behind {
        let edited = edited::of(context, document, id);
        edited::mark(&edited, &mut sections);
        changes.extend(edited::texts(&edited, own));
    }
    if let Some(review) = context.testimony.reviews.get(&id) {
        edited::clear(review, &mut sections, &mut changes);
    }
    (sections, changes)
}

fn section(reference: &Revision, own: &Revision, pair: &Pair) -> SectionChange {
    let theirs = pair.a().map(|index| &reference.sections[index]);
    let ours = pair.b().map(|index| &own.sections[index]);
    let anchor = ours.or(theirs).map_or("", |section| &section.anchor);
    SectionChange {
        anchor: anchor.to_owned(),
        reference_anchor: theirs.map(|section| section.anchor.to_string()),
        change: pair.change,
        line: ours.map(|section| section.span.start.line),
        reference_line: theirs.map(|section| section.span.start.line),
        pair: *pair,
    }
}

/// What differs in the paired sections. A section whose shapes differ in nothing that a reader
/// would call a difference is the same.
fn differences(
    context: &Context<'_>,
    (reference, own): (&Revision, &Revision),
    sections: &mut [SectionChange],
) -> Vec<ValueChange> {
    let mut differences = Vec::new();
    if sections
        .iter()
        .all(|section| section.change == Change::Same)
    {
        return differences;
    }
    let (reference, own) = (Text::new(reference), Text::new(own));
    for section in sections {
        let (Some(a), Some(b)) = (section.pair.a(), section.pair.b()) else {
            continue;
        };
        if section.change == Change::Same {
            continue;
        }
        let found = changes::between(context.resolver, (&reference, a), (&own, b));
        if found.is_empty() && section.change == Change::Changed {
            section.change = Change::Same;
        }
        differences.extend(found);
    }
    differences
}
