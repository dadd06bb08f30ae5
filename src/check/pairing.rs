//! The sections of each current revision, paired with those of its document's reference.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::documents::{Catalog, RevisionId};
use crate::check::align::{Pair, Side, align};
use crate::document::revision::Revision;

/// Pairs by the revision they belong to; `a` is the reference, `b` the revision.
#[derive(Debug, Default)]
pub struct Pairings(BTreeMap<RevisionId, Vec<Pair>>);

impl Pairings {
    /// Pairs every current revision that is not its document's reference.
    pub fn new(catalog: &Catalog) -> Self {
        let mut wanted = Vec::new();
        for document in catalog.documents.values() {
            let currents = document.editions.values().map(|edition| edition.current());
            let others = currents.filter(|id| *id != document.reference);
            wanted.extend(others.map(|id| (document.reference, id)));
        }
        let pair = |(reference, id): (RevisionId, RevisionId)| {
            (
                id,
                between(catalog.revision(reference), catalog.revision(id)),
            )
        };
        let mut pairs: Vec<_> = wanted.into_par_iter().map(pair).collect();
        pairs.sort_by_key(|(id, _)| *id);
        Self(pairs.into_iter().collect())
    }

    /// The pairs of a current revision; none for a reference.
    pub fn of(&self, id: RevisionId) -> Option<&[Pair]> {
        self.0.get(&id).map(Vec::as_slice)
    }
}

/// Pairs the sections of two revisions.
pub fn between(a: &Revision, b: &Revision) -> Vec<Pair> {
    align(&sides(a), &sides(b))
}

/// The sections of a revision with their shapes; the shape before the first heading is left out.
fn sides(revision: &Revision) -> Vec<Side<'_>> {
    let shapes = revision.shapes.iter().skip(1);
    let sides = revision.sections.iter().zip(shapes);
    sides
        .map(|(section, shape)| Side {
            anchor: &section.anchor,
            title: &section.title,
            shape,
        })
        .collect()
}
