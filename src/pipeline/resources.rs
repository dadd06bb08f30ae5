//! The files that a site hands on beside its pages: which there are, and which pages ask for them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::catalog::identity::FileKind;
use crate::catalog::resolve::Answer;
use crate::document::revision::Revision;
use crate::page::resources::Resources;
use crate::path::SourcePath;
use crate::pipeline::inspect::Inspection;
use crate::pipeline::project::Project;

/// The files that pages may show.
pub fn resources(project: &Project<'_>, inspection: &Inspection) -> Resources {
    let files = project.files.iter().filter(|file| is_published(&file.path));
    let of = |kind: FileKind| {
        let files = files.clone().filter(move |file| file.kind == kind);
        files.map(|file| file.path.clone())
    };
    let mut resources = Resources::new(of(FileKind::Resource), of(FileKind::Aside));
    resources.ask_again(asked(project, inspection, None));
    resources
}

/// The files that a Learn repository does not hand on by itself, and a page shows or links to; by
/// page. Of all documents, where none are given.
pub fn asked(
    project: &Project<'_>,
    inspection: &Inspection,
    of: Option<&BTreeSet<Box<str>>>,
) -> BTreeMap<SourcePath, BTreeSet<SourcePath>> {
    let mut kinds = project.files.iter().map(|file| file.kind);
    if !kinds.any(|kind| kind == FileKind::Aside) {
        return BTreeMap::new();
    }
    let resolver = inspection.resolver(project);
    let revisions = inspection.catalog.revisions.par_iter();
    let wanted =
        |revision: &&Arc<Revision>| of.is_none_or(|of| of.contains(&revision.place.document));
    let asked = revisions.filter(wanted).map(|revision| {
        let links = revision.links.iter();
        let found = links.filter_map(|link| {
            let from = revision.file(link.place);
            match resolver.link(from, &link.target, &revision.place.locale) {
                Answer::Resource(path) | Answer::OtherCase(path) => Some(path),
                _ => None,
            }
        });
        (revision.path().clone(), found.collect())
    });
    asked.collect()
}

/// Kinds of files that a site hands on. Settings and code that lie beside guides are not.
fn is_published(path: &SourcePath) -> bool {
    const KINDS: &[&str] = &[
        "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "bmp", "mp4", "webm", "pdf",
        "zip", "csv", "xlsx", "docx", "pptx", "txt", "json",
    ];
    let name = path.name().to_ascii_lowercase();
    let settings = matches!(name.as_str(), "docfx.json" | "package.json") || name.starts_with('.');
    !settings
        && name
            .rsplit_once('.')
            .is_some_and(|(_, extension)| KINDS.contains(&extension))
}
