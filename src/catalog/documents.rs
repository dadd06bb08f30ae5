//! Revisions brought together: documents, their editions by locale, and the reference of each.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::catalog::addresses;
use crate::catalog::decide::{Key, newer, newer_over_locales, stands_alike};
use crate::catalog::register::Register;
use crate::config::Config;
use crate::document::revision::Revision;
use crate::locale::tag::Locale;
use crate::path::SourcePath;

/// Every document in every locale and revision.
#[derive(Debug, Default)]
pub struct Catalog {
    /// Sorted by path.
    pub revisions: Vec<Arc<Revision>>,
    /// Where the revision of each file stands among them.
    files: FxHashMap<SourcePath, RevisionId>,
    /// By their ids.
    pub documents: Register,
    /// The languages of the site in the order in which they are offered.
    pub locales: Vec<Locale>,
    /// Documents whose address is another's: their id, which makes way, and the one that they have
    /// by their path.
    pub displaced: BTreeMap<Box<str>, Box<str>>,
}

/// Index of a revision in [`Catalog::revisions`].
pub type RevisionId = usize;

/// One guide over all locales and revisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// By locale.
    pub editions: BTreeMap<Locale, Edition>,
    /// The newest of all locales, or the source locale's where that is at least as new.
    pub reference: RevisionId,
    /// The key that made it the reference.
    pub decided_by: Key,
}

/// What a locale has of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Newest first: the first is current, the others are superseded.
    pub revisions: Vec<RevisionId>,
    /// The key that put the first before the second.
    pub decided_by: Key,
    /// Other forms of one revision: bilingual pages beside their plain twins.
    pub twins: Vec<(RevisionId, RevisionId)>,
}

impl Catalog {
    /// Brings revisions together. Their order does not matter.
    pub fn new(mut revisions: Vec<Arc<Revision>>, config: &Config) -> Self {
        revisions.sort_by(|a, b| a.path().cmp(b.path()));
        let locales = locales(&revisions, config);
        let mut groups: BTreeMap<Box<str>, BTreeMap<Locale, Vec<RevisionId>>> = BTreeMap::new();
        for (id, revision) in revisions.iter().enumerate() {
            let place = &revision.place;
            // A page that has moved is none any more.
            let is_here = revision.front.redirect.is_none();
            if is_here && locales.contains(&place.locale) {
                let editions = groups.entry(place.document.clone()).or_default();
                editions.entry(place.locale.clone()).or_default().push(id);
            }
        }
        let displaced = addresses::displaced(&groups);
        for (id, wanted) in &displaced {
            let editions = groups.remove(wanted).unwrap_or_default();
            for revision in editions.values().flatten() {
                Arc::make_mut(&mut revisions[*revision]).place.document = id.clone();
            }
            groups.insert(id.clone(), editions);
        }
        let documents = groups.into_iter().map(|(document, editions)| {
            let editions = editions.into_iter();
            let editions: BTreeMap<_, _> = editions
                .map(|(locale, ids)| (locale, Edition::new(ids, &revisions)))
                .collect();
            let (reference, decided_by) = reference(&editions, &revisions, &locales, config);
            (
                document,
                Document {
                    editions,
                    reference,
                    decided_by,
                },
            )
        });
        let documents = documents.collect();
        let files = revisions.iter().enumerate();
        let files = files.map(|(id, revision)| (revision.path().clone(), id));
        Self {
            files: files.collect(),
            revisions,
            documents,
            locales,
            displaced,
        }
    }

    /// A revision by its index.
    pub fn revision(&self, id: RevisionId) -> &Revision {
        &self.revisions[id]
    }

    /// The revision of a file.
    pub fn id(&self, path: &SourcePath) -> Option<RevisionId> {
        self.files.get(path).copied()
    }

    /// Puts the new text of a revision in its place. False, and nothing is done, where more than
    /// the text is another: then documents have to be brought together anew.
    pub fn replace(&mut self, revision: &Arc<Revision>) -> bool {
        let id = self.id(revision.path());
        let known = id.filter(|id| stands_alike(&self.revisions[*id], revision));
        if let Some(id) = known {
            let place = self.revisions[id].history;
            self.revisions[id] = revision.clone();
            self.note_place(id, place);
        }
        known.is_some()
    }

    /// Notes the place of a revision in its history, where it has one.
    pub fn note_place(&mut self, id: RevisionId, place: Option<u32>) {
        if place.is_some() {
            Arc::make_mut(&mut self.revisions[id]).history = place;
        }
    }

    /// The current revision of every document in every locale that has it.
    pub fn currents(&self) -> impl Iterator<Item = &Revision> {
        let editions = self.documents.values().flat_map(|d| d.editions.values());
        editions.map(|edition| self.revision(edition.current()))
    }

    /// The current revision of a document in a locale.
    pub fn current(&self, document: &str, locale: &Locale) -> Option<RevisionId> {
        self.documents
            .get(document)?
            .editions
            .get(locale)
            .map(Edition::current)
    }
}

impl Edition {
    fn new(mut ids: Vec<RevisionId>, revisions: &[Arc<Revision>]) -> Self {
        ids.sort_by(|a, b| newer(&revisions[*b], &revisions[*a]).0);
        let mut twins = Vec::new();
        let mut kept: Vec<RevisionId> = Vec::with_capacity(ids.len());
        for id in ids {
            match kept
                .iter()
                .position(|other| are_twins(&revisions[*other], &revisions[id]))
            {
                Some(at) => {
                    // The plain form is the page, the bilingual one gives its sources.
                    if revisions[kept[at]].units > 0 {
                        twins.push((id, kept[at]));
                        kept[at] = id;
                    } else {
                        twins.push((kept[at], id));
                    }
                }
                None => kept.push(id),
            }
        }
        let decided_by = match kept[..] {
            [first, second, ..] => newer(&revisions[first], &revisions[second]).1,
            _ => Key::Only,
        };
        Self {
            revisions: kept,
            decided_by,
            twins,
        }
    }

    /// Every revision, and the other forms of each.
    pub fn all(&self) -> impl Iterator<Item = RevisionId> {
        let twins = self.twins.iter().map(|(_, twin)| *twin);
        self.revisions.iter().copied().chain(twins)
    }

    /// The newest revision.
    pub fn current(&self) -> RevisionId {
        self.revisions[0]
    }
}

/// A page with units and one without, of the same date and hand-off, are one revision.
fn are_twins(a: &Revision, b: &Revision) -> bool {
    let same = a.front.date == b.front.date && a.front.handoff == b.front.handoff;
    same && a.front.date.is_some() && (a.units > 0) != (b.units > 0)
}

/// Those of the settings, else those found, in the order of their tags.
fn locales(revisions: &[Arc<Revision>], config: &Config) -> Vec<Locale> {
    let found: std::collections::BTreeSet<_> = revisions.iter().map(|r| &r.place.locale).collect();
    if config.languages.is_empty() {
        return found.into_iter().cloned().collect();
    }
    config.languages.clone()
}

fn reference(
    editions: &BTreeMap<Locale, Edition>,
    revisions: &[Arc<Revision>],
    locales: &[Locale],
    config: &Config,
) -> (RevisionId, Key) {
    let place = |id: &RevisionId| {
        locales
            .iter()
            .position(|l| *l == revisions[*id].place.locale)
    };
    let mut currents: Vec<RevisionId> = editions.values().map(Edition::current).collect();
    currents.sort_by_cached_key(place);
    let Some((&first, rest)) = currents.split_first() else {
        return (0, Key::Only);
    };
    if rest.is_empty() {
        return (first, Key::Only);
    }
    let is_source =
        |id: RevisionId| Some(&revisions[id].place.locale) == config.source_locale.as_ref();
    let mut best = first;
    for &id in rest {
        let (order, _) = newer_over_locales(&revisions[id], &revisions[best]);
        if order.is_gt() || order.is_eq() && is_source(id) {
            best = id;
        }
    }
    // The source is the reference where it is as new by date: its hand-offs are not comparable.
    let source = currents.iter().copied().find(|id| is_source(*id));
    if let Some(source) = source.filter(|s| revisions[*s].front.date >= revisions[best].front.date)
    {
        best = source;
    }
    let key = |other: &RevisionId| deciding(&revisions[best], &revisions[*other], is_source(best));
    let decided = currents.iter().filter(|id| **id != best).map(key).max();
    (best, decided.unwrap_or(Key::Only))
}

/// The key by which the reference stands before another locale's current revision.
fn deciding(best: &Revision, other: &Revision, best_is_source: bool) -> Key {
    let (order, key) = newer_over_locales(best, other);
    match (order.is_gt(), best_is_source) {
        (true, _) => key,
        (false, true) => Key::SourceLocale,
        (false, false) => Key::Order,
    }
}
