//! The sections of each current revision, paired with those of its document's reference.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::catalog::documents::{Catalog, Document, Edition, RevisionId};
use crate::check::align::{Pair, Reference, Side, align};
use crate::document::revision::Revision;

/// Pairs by the revision they belong to; `a` is the reference, `b` the revision. Each is made when
/// it is first asked for.
#[derive(Debug, Default)]
pub struct Pairings(Vec<Option<Slot>>);

/// A reference and a current revision that is another, and their pairs once made.
#[derive(Debug)]
struct Slot {
    reference: Arc<Revision>,
    own: Arc<Revision>,
    pairs: OnceLock<Box<[Pair]>>,
}

/// A reference and a current revision that is another.
#[derive(Clone, Copy, Debug)]
pub struct Paired<'a> {
    /// Of the current revision.
    pub id: RevisionId,
    /// What it is compared with.
    pub reference: &'a Revision,
    /// The current revision.
    pub own: &'a Revision,
}

/// Two texts as they are held: while a slot holds them, no others can have their places.
type Key = (*const Revision, *const Revision);

impl Pairings {
    /// Pairs every current revision that is not its document's reference.
    pub fn new(catalog: &Catalog) -> Self {
        let mut pairings = Self::default();
        pairings.renew(catalog);
        pairings
    }

    /// Follows a catalog: pairs stay that were made of two texts that are still there.
    pub fn renew(&mut self, catalog: &Catalog) {
        let made = std::mem::take(&mut self.0).into_iter().flatten();
        let made = made.filter(|slot| slot.pairs.get().is_some());
        let mut made: HashMap<Key, Slot> = made.map(|slot| (slot.key(), slot)).collect();
        self.0.resize_with(catalog.revisions.len(), || None);
        for document in catalog.documents.values() {
            let currents = document.editions.values().map(|edition| edition.current());
            for id in currents.filter(|id| *id != document.reference) {
                let slot = Slot {
                    reference: catalog.revisions[document.reference].clone(),
                    own: catalog.revisions[id].clone(),
                    pairs: OnceLock::new(),
                };
                self.0[id] = Some(made.remove(&slot.key()).unwrap_or(slot));
            }
        }
    }

    /// The pairs of a current revision; none for a reference.
    pub fn of(&self, id: RevisionId) -> Option<&[Pair]> {
        let slot = self.0.get(id)?.as_ref()?;
        let make = || between(&slot.reference, &slot.own).into();
        Some(slot.pairs.get_or_init(make))
    }

    /// Makes the pairs of those current revisions of a document that are asked for. What is to be known of
    /// the reference is found once for all of them.
    pub fn make(&self, document: &Document, is_asked: impl Fn(RevisionId) -> bool) {
        let currents = document.editions.values().map(Edition::current);
        let slots = currents.filter(|id| is_asked(*id));
        let slots = slots.filter_map(|id| self.0.get(id)?.as_ref());
        let mut reference = None;
        for slot in slots.filter(|slot| slot.pairs.get().is_none()) {
            let reference = reference.get_or_insert_with(|| Reference::new(sides(&slot.reference)));
            let make = || reference.align(&sides(&slot.own)).into();
            slot.pairs.get_or_init(make);
        }
    }

    /// Takes what is known of a current revision from an earlier run.
    pub fn remember(&self, id: RevisionId, pairs: Box<[Pair]>) {
        if let Some(Some(slot)) = self.0.get(id) {
            // Whoever asked meanwhile has made the same.
            let _ = slot.pairs.set(pairs);
        }
    }

    /// Every current revision that is not its document's reference.
    pub fn all(&self) -> impl Iterator<Item = Paired<'_>> {
        let slots = self.0.iter().enumerate();
        slots.filter_map(|(id, slot)| {
            let slot = slot.as_ref()?;
            Some(Paired {
                id,
                reference: &slot.reference,
                own: &slot.own,
            })
        })
    }

    /// Whether a section of a current revision answers to a name because its partner in the
    /// reference has it.
    pub fn is_alias(&self, catalog: &Catalog, id: RevisionId, name: &str) -> bool {
        let document = &catalog.revision(id).place.document;
        let Some(entry) = catalog.documents.get(document) else {
            return false;
        };
        let sections = &catalog.revision(entry.reference).sections;
        let named = |index: usize| sections.get(index).is_some_and(|s| &*s.anchor == name);
        let mut pairs = self.of(id).unwrap_or_default().iter();
        pairs.any(|pair| pair.b().is_some() && pair.a().is_some_and(named))
    }
}

impl Slot {
    fn key(&self) -> Key {
        (Arc::as_ptr(&self.reference), Arc::as_ptr(&self.own))
    }
}

/// Pairs the sections of two revisions.
pub fn between(a: &Revision, b: &Revision) -> Vec<Pair> {
    align(&sides(a), &sides(b))
}

/// The sections of two revisions that are the same, by their indexes.
pub fn partners(a: &Revision, b: &Revision) -> Vec<(usize, usize)> {
    Reference::new(sides(a)).partners(&sides(b))
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
