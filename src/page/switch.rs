//! How a switch of language or version keeps the reader's section.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::catalog::documents::RevisionId;
use crate::check::align::Pair;
use crate::check::pairing::{self, Pairings};
use crate::document::outline::Section;
use crate::document::revision::Revision;
use crate::page::desk::Desk;

/// The second names of sections: the anchors of the reference's sections they are paired with, by
/// the index of the section. Names that the page gives otherwise are left out.
pub fn aliases(
    pairings: &Pairings,
    reference: &Revision,
    id: RevisionId,
    own: &Revision,
) -> BTreeMap<u16, String> {
    let mut names = own.names();
    let mut aliases = BTreeMap::new();
    let lacks = |section: &Section| !names.contains(&*section.anchor);
    if !reference.sections.iter().any(lacks) {
        return aliases;
    }
    for pair in pairings.of(id).unwrap_or_default() {
        let (Some(a), Some(b)) = (pair.a, pair.b) else {
            continue;
        };
        let anchor = &reference.sections[a].anchor;
        let free = !anchor.is_empty() && names.insert(anchor);
        if let (true, Ok(index)) = (free, u16::try_from(b)) {
            aliases.insert(index, anchor.to_string());
        }
    }
    aliases
}

/// The ways from the sections of a page to other pages of its document.
pub struct Switch<'a> {
    desk: &'a Desk<'a>,
    from: RevisionId,
    /// The sections of the page beside those of its successor; asked for by every other page.
    onwards: OnceCell<Vec<(usize, usize)>>,
}

impl<'a> Switch<'a> {
    /// The ways from a page.
    pub fn new(desk: &'a Desk<'a>, from: RevisionId) -> Self {
        let onwards = OnceCell::new();
        Self {
            desk,
            from,
            onwards,
        }
    }

    /// Where each section leads on another page: the fragment there, for the sections whose own id
    /// is not the answer, as a JSON object in their order. Empty where every section keeps its id.
    pub fn sections(&self, to: RevisionId) -> String {
        if self.from == to {
            return String::new();
        }
        let catalog = self.desk.resolver.catalog;
        let (own, other) = (catalog.revision(self.from), catalog.revision(to));
        let partners = self.partners(to);
        let aliases = reference(self.desk, other).map_or_else(BTreeMap::new, |reference| {
            aliases(self.desk.pairings, catalog.revision(reference), to, other)
        });
        // A section of the target answers to the reference's anchor as well as to its own.
        let mut names = other.names();
        names.extend(aliases.values().map(String::as_str));
        let mut led = serde_json::Map::new();
        let mut nearest = "";
        for (index, section) in own.sections.iter().enumerate() {
            // A place of the same name is where a link to it leads: a switch leads there too.
            let namesake = names.contains(section.id()).then_some(section.id());
            let target = partners.get(&index);
            let found = namesake.or_else(|| target.map(|at| other.sections[*at].id()));
            nearest = found.unwrap_or(nearest);
            if section.id() != nearest {
                led.insert(section.id().to_owned(), nearest.into());
            }
        }
        if led.is_empty() {
            String::new()
        } else {
            serde_json::Value::Object(led).to_string()
        }
    }

    /// The section of the other text for each section of the page, by index: through the reference
    /// where both are current. From a superseded text the way leads over its successor, whose
    /// sections are the same but for a few, and side by side where one of them has none there.
    fn partners(&self, to: RevisionId) -> BTreeMap<usize, usize> {
        let catalog = self.desk.resolver.catalog;
        let (own, other) = (catalog.revision(self.from), catalog.revision(to));
        if let Some(known) = among_current(self.desk, self.from, to) {
            return known;
        }
        let successor = catalog.current(&own.place.document, &own.place.locale);
        let successor = successor.filter(|successor| *successor != self.from && *successor != to);
        if let Some(successor) = successor
            && let Some(there) = among_current(self.desk, successor, to)
        {
            let make = || pairing::partners(own, catalog.revision(successor));
            let first = self.onwards.get_or_init(make);
            if first.len() == own.sections.len() {
                let way = |(own, next): &(usize, usize)| Some((*own, *there.get(next)?));
                return first.iter().filter_map(way).collect();
            }
        }
        pairing::partners(own, other).into_iter().collect()
    }
}

/// The reference of a revision's document.
fn reference(desk: &Desk<'_>, own: &Revision) -> Option<RevisionId> {
    let documents = &desk.resolver.catalog.documents;
    Some(documents.get(&own.place.document)?.reference)
}

/// The partners of the sections of two current texts of a document, through its reference. None of
/// others.
fn among_current(
    desk: &Desk<'_>,
    from: RevisionId,
    to: RevisionId,
) -> Option<BTreeMap<usize, usize>> {
    let catalog = desk.resolver.catalog;
    let document = &catalog.revision(from).place.document;
    let reference = catalog.documents.get(document)?.reference;
    let side = |id: RevisionId| desk.pairings.of(id);
    let forth = |pairs: &[Pair]| -> BTreeMap<usize, usize> {
        pairs.iter().filter_map(|p| Some((p.a?, p.b?))).collect()
    };
    if from == reference {
        return side(to).map(forth);
    }
    let own = side(from)?.iter();
    if to == reference {
        return Some(own.filter_map(|p| Some((p.b?, p.a?))).collect());
    }
    let there = forth(side(to)?);
    let through = |p: &Pair| Some((p.b?, *there.get(&p.a?)?));
    Some(own.filter_map(through).collect())
}
