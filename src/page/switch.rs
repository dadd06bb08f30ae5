//! How a switch of language or version keeps the reader's section.

use std::cell::{LazyCell, OnceCell};
use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::catalog::documents::RevisionId;
use crate::check::align::Pair;
use crate::check::pairing::{self, Pairings};
use crate::document::outline::Section;
use crate::document::revision::Revision;
use crate::page::desk::Desk;

/// A revision among those that its names follow from.
#[derive(Clone, Copy)]
pub struct Named<'a> {
    /// What sections are paired with those of the references.
    pub pairings: &'a Pairings,
    /// The reference of its document.
    pub reference: &'a Revision,
    /// Which one it is.
    pub id: RevisionId,
    /// The revision itself.
    pub own: &'a Revision,
}

impl<'a> Named<'a> {
    /// Every name that its page answers to.
    pub fn names(self) -> FxHashSet<&'a str> {
        self.gather(|_, _| {})
    }

    /// The second names of sections among them: the anchors of the reference's sections they are
    /// paired with, by the index of the section. Names that the page gives otherwise are left out.
    pub fn aliases(self) -> BTreeMap<u16, &'a str> {
        let mut aliases = BTreeMap::new();
        self.gather(|section, anchor| {
            if let Ok(index) = u16::try_from(section) {
                aliases.insert(index, anchor);
            }
        });
        aliases
    }

    /// Every name, with each second one handed to `second`.
    fn gather(self, mut second: impl FnMut(usize, &'a str)) -> FxHashSet<&'a str> {
        let mut all = self.own.names();
        let sections = &self.reference.sections;
        let lacks = |section: &Section| !all.contains(&*section.anchor);
        if !sections.iter().any(lacks) {
            return all;
        }
        for pair in self.pairings.of(self.id).unwrap_or_default() {
            let (Some(a), Some(b)) = (pair.a(), pair.b()) else {
                continue;
            };
            let anchor = &*sections[a].anchor;
            if !anchor.is_empty() && all.insert(anchor) {
                second(b, anchor);
            }
        }
        all
    }
}

/// The partner of each section, by its index.
type Partners = Vec<Option<usize>>;

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
        let catalog = self.desk.resolver.catalog;
        let (own, other) = (catalog.revision(self.from), catalog.revision(to));
        let ids = |revision: &'a Revision| revision.sections.iter().map(Section::id);
        if ids(own).eq(ids(other)) {
            return String::new();
        }
        let partners = LazyCell::new(|| self.partners(to));
        // A section of the target answers to the reference's anchor as well as to its own.
        let reference = catalog.documents.get(&other.place.document);
        let reference = reference.map_or(other, |document| catalog.revision(document.reference));
        let named = Named {
            pairings: self.desk.pairings,
            reference,
            id: to,
            own: other,
        };
        let names = named.names();
        let mut led: Vec<(&str, &str)> = Vec::new();
        let mut nearest = "";
        for (index, section) in own.sections.iter().enumerate() {
            // A place of the same name is where a link to it leads: a switch leads there too.
            let namesake = names.contains(section.id()).then_some(section.id());
            let target = || partners.get(index).copied().flatten();
            let found = namesake.or_else(|| Some(other.sections[target()?].id()));
            nearest = found.unwrap_or(nearest);
            if section.id() != nearest {
                led.push((section.id(), nearest));
            }
        }
        object(&led)
    }

    /// The section of the other text for each section of the page, by index: through the reference
    /// where both are current. From a superseded text the way leads over its successor, whose
    /// sections are the same but for a few, and side by side where one of them has none there.
    fn partners(&self, to: RevisionId) -> Partners {
        let catalog = self.desk.resolver.catalog;
        let (own, other) = (catalog.revision(self.from), catalog.revision(to));
        if let Some(known) = among_current(self.desk, self.from, to) {
            return known;
        }
        let count = own.sections.len();
        let successor = catalog.current(&own.place.document, &own.place.locale);
        let successor = successor.filter(|successor| *successor != self.from && *successor != to);
        if let Some(successor) = successor
            && let Some(there) = among_current(self.desk, successor, to)
        {
            let make = || pairing::partners(own, catalog.revision(successor));
            let first = self.onwards.get_or_init(make);
            if first.len() == count {
                let way = |(own, next): &(usize, usize)| Some((*own, there[*next]?));
                return by_index(count, first.iter().filter_map(way));
            }
        }
        by_index(count, pairing::partners(own, other).into_iter())
    }
}

fn by_index(count: usize, pairs: impl Iterator<Item = (usize, usize)>) -> Partners {
    let mut partners = vec![None; count];
    for (own, other) in pairs {
        partners[own] = Some(other);
    }
    partners
}

/// Names and what they lead to, as a JSON object; empty where there are none. No two sections of a
/// page have one id, so no key repeats.
fn object(led: &[(&str, &str)]) -> String {
    if led.is_empty() {
        return String::new();
    }
    let mut out = String::from("{");
    for (own, there) in led {
        if out.len() > 1 {
            out.push(',');
        }
        quote(own, &mut out);
        out.push(':');
        quote(there, &mut out);
    }
    out.push('}');
    out
}

/// Writes a text as JSON. Names of sections mostly hold nothing that would need another form.
fn quote(text: &str, out: &mut String) {
    let is_special = |byte: u8| byte < b' ' || matches!(byte, b'"' | b'\\');
    if text.bytes().fold(false, |any, byte| any | is_special(byte)) {
        out.push_str(&serde_json::to_string(text).expect("a text is JSON"));
        return;
    }
    out.push('"');
    out.push_str(text);
    out.push('"');
}

/// The partners of the sections of two current texts of a document, through its reference. None of
/// others.
fn among_current(desk: &Desk<'_>, from: RevisionId, to: RevisionId) -> Option<Partners> {
    let catalog = desk.resolver.catalog;
    let own = catalog.revision(from);
    let reference = catalog.documents.get(&own.place.document)?.reference;
    let count = |id: RevisionId| catalog.revision(id).sections.len();
    let forth = |pairs: &[Pair]| {
        let both = pairs.iter().filter_map(|pair| Some((pair.a()?, pair.b()?)));
        by_index(count(reference), both)
    };
    let side = |id: RevisionId| desk.pairings.of(id);
    if from == reference {
        return side(to).map(forth);
    }
    let own = side(from)?.iter();
    if to == reference {
        let back = own.filter_map(|pair| Some((pair.b()?, pair.a()?)));
        return Some(by_index(count(from), back));
    }
    let there = forth(side(to)?);
    let through = |pair: &Pair| Some((pair.b()?, there[pair.a()?]?));
    Some(by_index(count(from), own.filter_map(through)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_as_json_has_them() {
        let texts = [
            "überblick",
            "a\"b",
            "a\\b",
            "\u{1}",
            "\u{7f}",
            "表紙",
            "\u{2028}",
            "",
        ];
        for text in texts {
            let mut out = String::new();
            quote(text, &mut out);
            assert_eq!(out, serde_json::to_string(text).expect("a text is JSON"));
        }
        let led: Vec<(&str, &str)> = texts.map(|text| (text, "there")).into();
        let read: BTreeMap<String, String> =
            serde_json::from_str(&object(&led)).expect("an object is JSON");
        assert_eq!(read.len(), texts.len());
        assert_eq!(object(&[]), "");
    }
}
