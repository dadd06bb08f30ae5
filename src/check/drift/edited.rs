//! Which sections of a translation are touched by what changed in its source.

use crate::catalog::documents::{Document, RevisionId};
use crate::check::Context;
use crate::check::align::Pair;
use crate::check::drift::changes::{ChangeKind, ValueChange};
use crate::check::drift::standing::SectionChange;
use crate::check::drift::testimony::{EditKind, SourceNow};
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

/// The sections of a current revision whose source changed since the commit that it names.
pub fn of(context: &Context<'_>, document: &Document, id: RevisionId) -> Edited {
    let Some(SourceNow::Changed(edits)) = context.testimony.sources.get(&id) else {
        return Edited::default();
    };
    let catalog = context.resolver.catalog;
    let Some(source) = source_of(document, catalog, context.config) else {
        return Edited::default();
    };
    let source = document.editions[source].current();
    let own;
    let pairs = if source == document.reference {
        context.pairings.of(id).unwrap_or_default()
    } else {
        own = between(catalog.revision(source), catalog.revision(id));
        &own
    };
    // A section that is new in the source and has a counterpart here was translated already.
    let touched = edits.iter().filter(|edit| edit.kind != EditKind::Added);
    let touched = touched.filter_map(|edit| edit.now);
    let counterpart = |a| pairs.iter().find(|pair| pair.a == Some(a))?.b;
    let mut sections: Vec<usize> = touched.filter_map(counterpart).collect();
    sections.sort_unstable();
    sections.dedup();
    Edited {
        opening: edits.iter().any(|edit| edit.kind == EditKind::Opening),
        sections,
    }
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
    let text = |anchor: &str, line| ValueChange {
        kind: ChangeKind::Text,
        anchor: anchor.to_owned(),
        line,
        found: None,
        expected: None,
    };
    let opening = edited.opening.then(|| text("", 1));
    let sections = edited.sections.iter().map(|index| &own.sections[*index]);
    let sections = sections.map(|section| text(&section.anchor, section.span.start.line));
    opening.into_iter().chain(sections).collect()
}
