//! Which sections of a translation are touched by what changed in its source.

use std::collections::HashMap;

use crate::catalog::documents::{Document, RevisionId};
use crate::check::Context;
use crate::check::align::Change;
use crate::check::drift::changes::{ChangeKind, ValueChange, bare_change};
use crate::check::drift::standing::SectionChange;
use crate::check::drift::testimony::{Edit, EditKind, Reviewed, Since, SourceNow};
use crate::check::drift::verdict::source_of;
use crate::check::pairing::between;
use crate::document::revision::Revision;

/// What of a translation has to be done again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edited {
    /// Whether what stands before the first section is touched.
    pub opening: bool,
    /// Indexes of its sections, in order.
    pub sections: Vec<usize>,
}

/// The sections of a current revision that something shows to be behind: its review, the history
/// of its source, or its own sentences.
pub fn of(context: &Context<'_>, document: &Document, id: RevisionId) -> Edited {
    let testimony = context.testimony;
    let mut touched: Vec<Option<usize>> = Vec::new();
    if let Some(review) = testimony.reviews.get(&id) {
        let behind = review.sections.iter().filter(|s| s.since == Since::Source);
        let behind = behind.filter(|section| section.own.is_some() || section.is_opening());
        touched.extend(behind.map(|section| section.own));
    }
    if let Some(SourceNow::Changed(edits)) = testimony.sources.get(&id) {
        touched.extend(counterparts(context, document, id, edits));
    }
    let gone = testimony.units.get(&id).into_iter().flatten();
    touched.extend(gone.map(|sentence| sentence.section));
    let own = context.resolver.catalog.revision(id);
    let inside = |index: &usize| *index < own.sections.len();
    let mut sections: Vec<usize> = touched.iter().copied().flatten().filter(inside).collect();
    sections.sort_unstable();
    sections.dedup();
    Edited {
        opening: touched.contains(&None),
        sections,
    }
}

/// The sections of a translation whose source was edited; none for what precedes the first.
fn counterparts(
    context: &Context<'_>,
    document: &Document,
    id: RevisionId,
    edits: &[Edit],
) -> Vec<Option<usize>> {
    let catalog = context.resolver.catalog;
    let Some(source) = source_of(document, catalog, context.config) else {
        return Vec::new();
    };
    let source = document.editions[source].current();
    let own;
    let pairs = if source == document.reference {
        context.pairings.of(id).unwrap_or_default()
    } else {
        own = between(catalog.revision(source), catalog.revision(id));
        &own
    };
    let counterparts = pairs.iter().filter_map(|pair| Some((pair.a()?, pair.b())));
    let counterparts: HashMap<usize, Option<usize>> = counterparts.collect();
    let counterpart = |a: usize| *counterparts.get(&a)?;
    let touched = edits.iter().filter_map(|edit| match (edit.kind, edit.now) {
        (EditKind::Opening, _) => Some(None),
        // A section that is new in the source and has a counterpart here was translated already.
        (EditKind::Added | EditKind::Removed, _) | (_, None) => None,
        (_, Some(a)) => counterpart(a).map(Some),
    });
    touched.collect()
}

/// Takes back what a person has reviewed since: sections that differ as they then did.
pub fn clear(review: &Reviewed, sections: &mut [SectionChange], changes: &mut Vec<ValueChange>) {
    let equal = review.equal();
    for section in sections {
        let (a, b) = (section.pair.a(), section.pair.b());
        if a.is_some() && b.is_some() && equal.contains(&b) {
            section.change = Change::Same;
        }
    }
    changes.retain(|change| !equal.contains(&change.section.map(usize::from)));
}

/// Marks the sections that are touched as changed, whatever their shapes say.
pub fn mark(edited: &Edited, sections: &mut [SectionChange]) {
    for section in sections {
        let (a, b) = (section.pair.a(), section.pair.b());
        let touched = b.is_some_and(|b| edited.sections.binary_search(&b).is_ok());
        if touched && a.is_some() {
            section.change = Change::Changed;
        }
    }
}

/// The same as changes of text.
pub fn texts(edited: &Edited, own: &Revision) -> Vec<ValueChange> {
    let opening = edited.opening.then(|| ValueChange {
        kind: ChangeKind::Text,
        anchor: String::new(),
        line: 1,
        part: 0,
        section: None,
        found: None,
        expected: None,
    });
    let sections = edited.sections.iter();
    let sections = sections.map(|index| bare_change(ChangeKind::Text, (own, *index)));
    opening.into_iter().chain(sections).collect()
}
