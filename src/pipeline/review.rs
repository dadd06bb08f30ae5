//! What a person reviewed, against the texts of today.

use std::collections::BTreeMap;

use rayon::prelude::*;
use sha2::Digest;

use crate::catalog::documents::{Catalog, Document, RevisionId};
use crate::check::align::Pair;
use crate::check::drift::testimony::{Reviewed, SectionReview, Since};
use crate::check::drift::verdict::source_of;
use crate::check::pairing::between;
use crate::config::Config;
use crate::document::passages::{passages, print};
use crate::document::review::{Counterpart, Review};
use crate::document::revision::Revision;
use crate::document::yaml;
use crate::pipeline::project::Project;
use crate::source::Source;

/// A source and its translation side by side.
pub struct Sides {
    /// The text of the source.
    pub source: Source,
    /// The text of the translation.
    pub own: Source,
    /// Sections of the source and of the translation; the first pair is what precedes the first
    /// heading, with title and description.
    pub pairs: Vec<Side>,
}

/// A pair of sections. Either side may lack it.
pub struct Side {
    /// Index of the source's section; none for what precedes the first heading.
    pub source_section: Option<usize>,
    /// Index of the translation's section; none for what precedes the first heading.
    pub own_section: Option<usize>,
    /// The anchor of the source's section, else of the translation's.
    pub anchor: Box<str>,
    /// Text of the source's section.
    pub source: Option<String>,
    /// Text of the translation's section.
    pub own: Option<String>,
}

/// What reviews say of the current revisions of documents that carry one.
pub fn reviews(
    project: &Project<'_>,
    catalog: &Catalog,
    documents: &[&Document],
) -> BTreeMap<RevisionId, Reviewed> {
    let of_document = |document: &&Document| {
        let ids = document.editions.values().map(|edition| edition.current());
        let reviewed = |id: RevisionId| {
            let review = Review::read(catalog.revision(id).front.review.as_deref()?)?;
            let source = against(document, catalog, project.config, id)?;
            let sides = sides(project, catalog.revision(source), catalog.revision(id))?;
            let mut reviewed = compare(&review, &sides);
            if source != document.reference {
                // What is missing counts against the reference, which was not looked at.
                reviewed.absent.clear();
            }
            Some((id, reviewed))
        };
        ids.filter_map(reviewed).collect::<Vec<_>>()
    };
    documents.par_iter().flat_map_iter(of_document).collect()
}

/// The revision that a translation is reviewed against: its source, else the reference.
pub fn against(
    document: &Document,
    catalog: &Catalog,
    config: &Config,
    id: RevisionId,
) -> Option<RevisionId> {
    let source = source_of(document, catalog, config);
    let source = source.map_or(document.reference, |locale| {
        document.editions[locale].current()
    });
    (source != id).then_some(source)
}

/// Reads both sides. None where a file has gone meanwhile.
pub fn sides(project: &Project<'_>, source: &Revision, own: &Revision) -> Option<Sides> {
    let read = |revision: &Revision| {
        let bytes = project.reader.read(revision.path()).ok()?;
        Some(yaml::read(revision.path(), bytes).value)
    };
    let (theirs, ours) = (read(source)?, read(own)?);
    let cut = |text: &Source, revision: &Revision| -> Vec<String> {
        let ranges = passages(text, revision.front.body, &revision.sections);
        let front = &revision.front;
        let words = [&front.title, &front.description].map(|words| words.as_deref().unwrap_or(""));
        let mut texts: Vec<String> = ranges
            .into_iter()
            .map(|range| text.text[range].to_owned())
            .collect();
        texts[0] = format!("{}\n{}\n{}", words[0], words[1], texts[0]);
        texts
    };
    let (left, right) = (cut(&theirs, source), cut(&ours, own));
    let mut pairs = vec![Side {
        source_section: None,
        own_section: None,
        anchor: Box::default(),
        source: left.first().cloned(),
        own: right.first().cloned(),
    }];
    let anchor = |pair: &Pair| {
        let theirs = pair.a().map(|index| &source.sections[index]);
        let section = theirs.or(pair.b().map(|index| &own.sections[index]));
        section.map(|section| section.anchor.clone())
    };
    pairs.extend(between(source, own).iter().map(|pair| Side {
        source_section: pair.a(),
        own_section: pair.b(),
        anchor: anchor(pair).unwrap_or_default(),
        source: pair.a().map(|index| left[index + 1].clone()),
        own: pair.b().map(|index| right[index + 1].clone()),
    }));
    Some(Sides {
        source: theirs,
        own: ours,
        pairs,
    })
}

impl Side {
    /// Whether only the source has it.
    pub fn is_missing(&self) -> bool {
        self.source.is_some() && self.own.is_none()
    }
}

/// What is recorded when a person has checked these sides against each other. `absent` are anchors
/// of sections that the translation shall not have.
pub fn review(sides: &Sides, absent: &[String], date: String) -> Review {
    let own = |pair: &Side| match &pair.own {
        Some(text) => Counterpart::Print(print(text)),
        None if absent.iter().any(|anchor| **anchor == *pair.anchor) => Counterpart::Absent,
        None => Counterpart::Missing,
    };
    let digest = sha2::Sha256::digest(sides.source.as_written().replace("\r\n", "\n").as_bytes());
    Review {
        date,
        source: sides.source.path.to_string(),
        hash: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        sections: sides
            .pairs
            .iter()
            .map(|pair| (pair.source.as_deref().map(print), own(pair)))
            .collect(),
    }
}

/// Anchors of the sections that a review calls absent and that are today as they then were.
pub fn absent(review: &Review, sides: &Sides) -> Vec<String> {
    let lacking = sides.pairs.iter().filter(|pair| is_absent(review, pair));
    lacking.map(|pair| pair.anchor.to_string()).collect()
}

fn is_absent(review: &Review, pair: &Side) -> bool {
    let theirs = pair.source.as_deref().map(print);
    pair.is_missing() && review.sections.contains(&(theirs, Counterpart::Absent))
}

fn compare(review: &Review, sides: &Sides) -> Reviewed {
    let section = |pair: &Side| SectionReview {
        own: pair.own_section,
        anchor: pair.anchor.clone(),
        since: since(review, pair),
    };
    let absent = sides.pairs.iter().filter(|pair| is_absent(review, pair));
    Reviewed {
        date: review.date.clone(),
        sections: sides.pairs.iter().map(section).collect(),
        absent: absent.filter_map(|pair| pair.source_section).collect(),
    }
}

fn since(review: &Review, pair: &Side) -> Since {
    let theirs = pair.source.as_deref().map(print);
    let ours = pair.own.as_deref().map(print);
    let theirs_known = review.sections.iter().any(|(source, _)| *source == theirs);
    let is_own = |own: &Counterpart| own.print() == ours.as_deref();
    let ours_known = review.sections.iter().any(|(_, own)| is_own(own));
    let mut recorded = review.sections.iter();
    if recorded.any(|(source, own)| *source == theirs && is_own(own)) {
        return Since::Equal;
    }
    match (theirs.is_some(), ours.is_some()) {
        // Of a section that one side alone has: where it was known, the other side lost it.
        (true, false) if theirs_known => Since::Own,
        (true, false) => Since::Source,
        (false, true) if !ours_known => Since::Own,
        (false, _) => Since::Source,
        (true, true) => match (theirs_known, ours_known) {
            // Either side has the words of then, but not beside these: the source moved them.
            (_, true) => Since::Source,
            (true, false) => Since::Own,
            (false, false) => Since::Both,
        },
    }
}
