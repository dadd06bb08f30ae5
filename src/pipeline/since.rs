//! What changed in a source since a translation was made from it, section by section.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::documents::{Catalog, Document, Edition, RevisionId};
use crate::catalog::identity::{File, FileKind};
use crate::check::align::{Change, Pair};
use crate::check::drift::testimony::{Edit, EditKind, SourceNow};
use crate::check::drift::verdict::{is_stamp_of, source_changed, source_of};
use crate::check::pairing::between;
use crate::document::passages::{passages, same_words};
use crate::document::revision::Revision;
use crate::document::yaml;
use crate::finding::Outcome;
use crate::pipeline::fragments::Shelf;
use crate::pipeline::project::Project;
use crate::pipeline::read;

/// Compares sources of today with what they were.
pub struct Comparison<'a> {
    project: &'a Project<'a>,
    catalog: &'a Catalog,
    shelf: Shelf<'a>,
}

/// What changed in the sources of the current translations of documents that name a hash, where
/// the tree still holds the text of that hash.
pub fn by_hash(
    project: &Project<'_>,
    catalog: &Catalog,
    documents: &[&Document],
) -> BTreeMap<RevisionId, SourceNow> {
    let comparison = Comparison::new(project, catalog);
    let of_document = |document: &&Document| {
        let translations = document.editions.values().map(Edition::current);
        let found = translations.filter_map(|id| {
            let (now, then) = hashed(project, catalog, document, id)?;
            let bytes = project.reader.read(catalog.revision(then).path()).ok()?;
            Some((id, comparison.since(now, bytes)))
        });
        found.collect::<Vec<_>>()
    };
    documents.par_iter().flat_map_iter(of_document).collect()
}

/// The source of a translation today, and the older revision of it that the translation names.
fn hashed(
    project: &Project<'_>,
    catalog: &Catalog,
    document: &Document,
    id: RevisionId,
) -> Option<(RevisionId, RevisionId)> {
    let own = catalog.revision(id);
    let stamp = own.front.source_hash.as_deref()?;
    let source = &document.editions[source_of(document, catalog, project.config)?];
    let now = source.current();
    if source_changed(own, catalog.revision(now)) != Some(true) {
        return None;
    }
    let mut older = source.revisions.iter().skip(1);
    let then = older.find(|older| is_stamp_of(stamp, catalog.revision(**older)))?;
    Some((now, *then))
}

/// A text, cut into its sections.
struct Cut {
    revision: Revision,
    front: String,
    passages: Vec<String>,
}

impl<'a> Comparison<'a> {
    /// Compares within the catalog of a project.
    pub fn new(project: &'a Project<'a>, catalog: &'a Catalog) -> Self {
        Self {
            project,
            catalog,
            shelf: Shelf::new(project.reader, &project.files, project.config),
        }
    }

    /// What changed from these bytes to the text of a source on disk. Fragments are those of
    /// today on both sides.
    pub fn since(&self, source: RevisionId, then: Vec<u8>) -> SourceNow {
        let path = self.catalog.revision(source).path();
        let Some(file) = self.project.file(path) else {
            return SourceNow::Gone;
        };
        let bytes = match self.project.reader.read(path) {
            Ok(bytes) => bytes,
            Err(error) => return SourceNow::Unknown(format!("`{path}` cannot be read: {error}")),
        };
        let old = String::from_utf8_lossy(&then);
        if same_words(&old, &String::from_utf8_lossy(&bytes)) {
            return SourceNow::Unchanged;
        }
        SourceNow::Changed(edits(&self.cut(file, then), &self.cut(file, bytes)))
    }

    fn cut(&self, file: &File, bytes: Vec<u8>) -> Cut {
        let source = yaml::read(&file.path, bytes.clone()).value;
        let file = File {
            kind: FileKind::Page,
            ..file.clone()
        };
        let Outcome {
            value: revision, ..
        } = read::text(self.project, &file, bytes, &self.shelf);
        let ranges = passages(&source, revision.front.body, &revision.sections);
        let passages = ranges
            .into_iter()
            .map(|range| source.text[range].to_owned());
        Cut {
            passages: passages.collect(),
            front: source.text[..revision.front.body].to_owned(),
            revision,
        }
    }
}

fn edits(old: &Cut, new: &Cut) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (before, after) in [
        (&old.front, &new.front),
        (&old.passages[0], &new.passages[0]),
    ] {
        if !same_words(before, after) {
            edits.push(Edit {
                kind: EditKind::Opening,
                then: Some("".into()),
                now: None,
                old: before.as_str().into(),
                new: after.as_str().into(),
            });
        }
    }
    let pairs = between(&old.revision, &new.revision);
    edits.extend(pairs.iter().filter_map(|pair| edit(old, new, pair)));
    edits.sort_by_key(|edit| edit.now);
    edits
}

fn edit(old: &Cut, new: &Cut, pair: &Pair) -> Option<Edit> {
    let then = pair
        .a()
        .map(|index| old.revision.sections[index].anchor.clone());
    let text = |cut: &Cut, index: Option<usize>| {
        index.map_or_else(String::new, |index| cut.passages[index + 1].clone())
    };
    let (before, after) = (text(old, pair.a()), text(new, pair.b()));
    let kind = match (pair.a(), pair.b()) {
        (None, None) => return None,
        (None, Some(_)) => EditKind::Added,
        (Some(_), None) => EditKind::Removed,
        (Some(_), Some(_)) if pair.change == Change::Moved => EditKind::Moved,
        (Some(a), Some(b))
            if old.revision.sections[a].anchor != new.revision.sections[b].anchor =>
        {
            EditKind::Renamed
        }
        (Some(_), Some(_)) if same_words(&before, &after) => return None,
        (Some(_), Some(_)) => EditKind::Changed,
    };
    Some(Edit {
        kind,
        then,
        now: pair.b(),
        old: before.into(),
        new: after.into(),
    })
}
