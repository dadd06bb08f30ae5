//! What a person reviewed, against the texts of today.

use std::collections::BTreeMap;

use rayon::prelude::*;
use sha2::Digest;

use crate::catalog::documents::{Catalog, Document, RevisionId};
use crate::check::drift::testimony::{Reviewed, Since};
use crate::check::drift::verdict::source_of;
use crate::check::pairing::between;
use crate::config::Config;
use crate::document::passages::{passages, print};
use crate::document::review::Review;
use crate::document::revision::Revision;
use crate::pipeline::project::Project;
use crate::source::Source;

/// A source and its translation side by side.
pub struct Sides {
    /// The text of the source.
    pub source: Source,
    /// Sections of the source and of the translation; the first pair is what precedes the first
    /// heading, with title and description.
    pub pairs: Vec<Side>,
}

/// A pair of sections. Either side may lack it.
pub struct Side {
    /// Index of the translation's section; none for what precedes the first heading.
    pub own_section: Option<usize>,
    pub source: Option<String>,
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
            Some((id, compare(&review, &sides)))
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
        Some(Source::read(revision.path(), bytes).value)
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
        own_section: None,
        source: left.first().cloned(),
        own: right.first().cloned(),
    }];
    pairs.extend(between(source, own).iter().map(|pair| Side {
        own_section: pair.b,
        source: pair.a.map(|index| left[index + 1].clone()),
        own: pair.b.map(|index| right[index + 1].clone()),
    }));
    Some(Sides {
        source: theirs,
        pairs,
    })
}

/// What is recorded when a person has checked these sides against each other.
pub fn review(sides: &Sides, date: String) -> Review {
    let side = |text: &Option<String>| text.as_deref().map(print);
    let digest = sha2::Sha256::digest(sides.source.text.replace("\r\n", "\n").as_bytes());
    Review {
        date,
        source: sides.source.path.to_string(),
        hash: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        sections: sides
            .pairs
            .iter()
            .map(|pair| (side(&pair.source), side(&pair.own)))
            .collect(),
    }
}

fn compare(review: &Review, sides: &Sides) -> Reviewed {
    let since = |pair: &Side| {
        let theirs = pair.source.as_deref().map(print);
        let ours = pair.own.as_deref().map(print);
        let known_source = review.sections.iter().any(|(source, _)| *source == theirs);
        let known_own = review.sections.iter().any(|(_, own)| *own == ours);
        let together = review.sections.contains(&(theirs.clone(), ours.clone()));
        match (known_source, known_own) {
            (true, true) if together => Since::Equal,
            // Either side has the words of then, but not beside these: the source moved them.
            (true, true) | (false, true) => Since::Source,
            (true, false) => Since::Own,
            (false, false) => Since::Both,
        }
    };
    Reviewed {
        date: review.date.clone(),
        sections: sides
            .pairs
            .iter()
            .map(|pair| (pair.own_section, since(pair)))
            .collect(),
    }
}
