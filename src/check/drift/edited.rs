//! Which sections of a translation are touched by what changed in its source.

use crate::catalog::documents::{Document, RevisionId};
use crate::check::Context;
use crate::check::align::Pair;
use crate::check::drift::changes::{ChangeKind, ValueChange, section_of};
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
    let counterpart = |a| pairs.iter().find(|pair| pair.a == Some(a))?.b;
    let touched = edits.iter().filter_map(|edit| match (edit.kind, edit.now) {
        (EditKind::Opening, _) => Some(None),
        // A section that is new in the source and has a counterpart here was translated already.
        (EditKind::Added | EditKind::Removed, _) | (_, None) => None,
        (_, Some(a)) => counterpart(a).map(Some),
    });
    touched.collect()
}

/// Takes back what a person has reviewed since: sections that differ as they then did.
pub fn clear(
    review: &Reviewed,
    own: &Revision,
    pairs: &[Pair],
    (sections, changes): (&mut [SectionChange], &mut Vec<ValueChange>),
) {
    let equal = |section: Option<usize>| review.is_equal(section);
    for (pair, section) in pairs.iter().zip(sections) {
        if pair.a.is_some() && pair.b.is_some_and(|b| equal(Some(b))) {
            section.change = "same";
        }
    }
    changes.retain(|change| !equal(section_of(own, change)));
}

/// Marks the sections that are touched as changed, whatever their shapes say.
pub fn mark(edited: &Edited, pairs: &[Pair], marked: &mut [SectionChange]) {
    for (pair, section) in pairs.iter().zip(marked) {
        let touched = pair
            .b
            .is_some_and(|b| edited.sections.binary_search(&b).is_ok());
        if touched && pair.a.is_some() {
            section.change = "changed";
        }
    }
}

/// The same as changes of text.
pub fn texts(edited: &Edited, own: &Revision) -> Vec<ValueChange> {
    let text = |anchor: &str, part, line| ValueChange {
        kind: ChangeKind::Text,
        anchor: anchor.to_owned(),
        line,
        part,
        found: None,
        expected: None,
    };
    let opening = edited.opening.then(|| text("", 0, 1));
    let sections = edited.sections.iter().map(|index| &own.sections[*index]);
    let sections =
        sections.map(|section| text(&section.anchor, section.part, section.span.start.line));
    opening.into_iter().chain(sections).collect()
}
