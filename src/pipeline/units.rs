//! Bilingual pages against their sources of today.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::catalog::documents::{Catalog, Document, RevisionId};
use crate::check::drift::verdict::{source_changed, source_of};
use crate::document::sentences::{Sentence, Sentences};
use crate::page::sections::Texts;
use crate::pipeline::fragments::Shelf;
use crate::pipeline::project::Project;

/// The sentences that current revisions of documents were translated from and their sources have
/// no more; of pages with units whose source is at hand, where no hash says more.
pub fn outdated(
    project: &Project<'_>,
    catalog: &Catalog,
    documents: &[&Document],
) -> BTreeMap<RevisionId, Vec<Sentence>> {
    let shelf = Shelf::new(project.reader, &project.files, project.config);
    let texts = Texts {
        reader: project.reader,
        fragments: &shelf,
        dialect: &project.dialect,
    };
    documents
        .par_iter()
        .flat_map_iter(|document| of_document(project, catalog, &texts, document))
        .collect()
}

fn of_document(
    project: &Project<'_>,
    catalog: &Catalog,
    texts: &Texts<'_>,
    document: &Document,
) -> Vec<(RevisionId, Vec<Sentence>)> {
    let Some(source) = source_of(document, catalog, project.config) else {
        return Vec::new();
    };
    let page = catalog.revision(document.editions[source].current());
    let read = |id: RevisionId| {
        let manuscript = texts.manuscript(catalog.revision(id))?;
        Some(Sentences::read(&manuscript))
    };
    let mut original = None;
    let mut found = Vec::new();
    for (locale, edition) in &document.editions {
        let id = edition.current();
        let twin = edition.twins.iter().find(|(plain, _)| *plain == id);
        let bilingual = twin.map_or(id, |(_, bilingual)| *bilingual);
        let no_units = catalog.revision(bilingual).units == 0;
        if locale == source || no_units || source_changed(catalog.revision(id), page).is_some() {
            continue;
        }
        let original = original.get_or_insert_with(|| read(document.editions[source].current()));
        if let (Some(original), Some(own)) = (original, read(bilingual)) {
            found.push((id, own.gone_from(original)));
        }
    }
    found
}
