//! From files to revisions: every page read once, in parallel, its text dropped afterwards.

use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use sha1::Digest;

use crate::catalog::identity::{self, File, FileKind};
use crate::config::Config;
use crate::document::construct::moniker::Moniker;
use crate::document::front_matter::{FrontMatter, Keys};
use crate::document::glued;
use crate::document::manuscript::{Fragments, Manuscript};
use crate::document::prose::Prose;
use crate::document::reading;
use crate::document::revision::{Digests, Link, Place, Revision, names_key};
use crate::document::terms::{self, TermReader, Terms};
use crate::document::yaml;
use crate::finding::{Finding, Level, Outcome, Rule};
use crate::memo::Key;
use crate::path::SourcePath;
use crate::pipeline::fragments::{Noted, Shelf};
use crate::pipeline::intake::{Intake, Intakes};
use crate::pipeline::mentions::{self, Text};
use crate::pipeline::project::Project;
use crate::pipeline::recall::Recall;
use crate::source::Source;

/// `input/unreadable`: a file that could not be read.
pub static UNREADABLE: Rule = Rule {
    code: "input/unreadable",
    level: Level::Warn,
    summary: "a file that could not be read",
    explanation: "\
The file was listed, but reading it failed: it vanished meanwhile, or its permissions forbid it.
The rest of the site is built without it.
",
};

/// Most pages that a thread reads in one go: none waits long for another at the end.
const AT_ONCE: usize = 64;

/// Whether pages are read in the same way by both settings.
pub fn alike(a: &Config, b: &Config) -> bool {
    (&a.dates.keys, &a.stamps, &a.terms) == (&b.dates.keys, &b.stamps, &b.terms)
        && (&a.versions, &a.limits, &a.sources) == (&b.versions, &b.limits, &b.sources)
        && (&a.learn, &a.findings) == (&b.learn, &b.findings)
        && identity::assumed_locale(a) == identity::assumed_locale(b)
        // The locale from which fragments are taken that another lacks.
        && a.source_locale == b.source_locale
}

/// Reads pages, in parallel.
pub fn pages(
    project: &Project<'_>,
    files: &[&File],
    shelf: &Shelf<'_>,
    recall: Option<&Recall<'_>>,
) -> Intakes {
    let targets = Targets::default();
    let read = |file: &&File| {
        let mut intake = intake(project, file, shelf, recall);
        if let Some(revision) = intake.revision.as_mut().and_then(Arc::get_mut) {
            targets.share(&mut revision.links);
        }
        (file.path.clone(), intake)
    };
    let files = files.par_iter().with_max_len(AT_ONCE);
    let read: Vec<(SourcePath, Intake)> = files.map(read).collect();
    read.into_iter().collect()
}

fn intake(
    project: &Project<'_>,
    file: &File,
    shelf: &Shelf<'_>,
    recall: Option<&Recall<'_>>,
) -> Intake {
    let bytes = match project.reader.read(&file.path) {
        Ok(bytes) => bytes,
        Err(error) => {
            return Intake {
                revision: None,
                findings: vec![unreadable(&file.path, &error)],
                includes: Vec::new(),
            };
        }
    };
    let known = recall.and_then(|recall| recall.page(&file.path, &Key::of(&bytes), shelf));
    if let Some(known) = known {
        return known;
    }
    let noted = Noted::new(shelf);
    let read = of_bytes(project, file, bytes, &noted);
    Intake {
        revision: read.value.map(Arc::new),
        findings: read.findings,
        includes: noted.into_includes(),
    }
}

/// Where the links of all pages lead, each once.
#[derive(Default)]
struct Targets(Mutex<FxHashSet<Arc<str>>>);

impl Targets {
    fn share(&self, links: &mut [Link]) {
        // A thread that died here leaves the set whole.
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for link in links {
            match known.get(&link.target) {
                Some(target) => link.target = target.clone(),
                None => {
                    known.insert(link.target.clone());
                }
            }
        }
    }
}

/// What is said of a file that could not be read.
pub fn unreadable(path: &SourcePath, error: &std::io::Error) -> Finding {
    UNREADABLE.about(path, format!("this file cannot be read: {error}"))
}

/// Reads one page. None where it is no guide, or is for versions that are not built.
pub fn page(
    project: &Project<'_>,
    file: &File,
    fragments: &dyn Fragments,
) -> Outcome<Option<Revision>> {
    match project.reader.read(&file.path) {
        Ok(bytes) => of_bytes(project, file, bytes, fragments),
        Err(error) => Outcome {
            value: None,
            findings: vec![unreadable(&file.path, &error)],
        },
    }
}

fn of_bytes(
    project: &Project<'_>,
    file: &File,
    bytes: Vec<u8>,
    fragments: &dyn Fragments,
) -> Outcome<Option<Revision>> {
    // YAML is a guide only where its first line says so.
    if file.kind == FileKind::Data && !yaml::is_guide(&bytes) {
        return Outcome {
            value: None,
            findings: Vec::new(),
        };
    }
    let read = text(project, file, bytes, fragments);
    if !is_built(&read.value.front, &project.config.versions) {
        return Outcome {
            value: None,
            findings: Vec::new(),
        };
    }
    Outcome {
        value: Some(read.value),
        findings: read.findings,
    }
}

/// Whether a page is for one of the versions that are built.
fn is_built(front: &FrontMatter, versions: &[String]) -> bool {
    front.versions.as_deref().is_none_or(|range| {
        let range = range.to_owned();
        Moniker { range }.is_built(versions)
    })
}

/// Reads a page of these bytes, as if they stood in the file.
pub fn text(
    project: &Project<'_>,
    file: &File,
    bytes: Vec<u8>,
    fragments: &dyn Fragments,
) -> Outcome<Revision> {
    let opened = open(project, file, bytes);
    let mut findings = opened.findings;
    let Opened {
        source,
        front,
        content,
    } = opened.value;
    findings.extend(identity::mismatch(&source, file, &front));
    let place = identity::place(file, &front, &identity::assumed_locale(project.config));
    let manuscript = Manuscript::read(source.clone(), front.body, fragments, &project.dialect);
    let pieces = manuscript.pieces();
    if project.proofread {
        findings.extend(glued::find(&manuscript, &pieces, &place.locale));
    }
    let mut reading = reading::read(&manuscript, &pieces);
    findings.append(&mut reading.findings);
    drop(pieces);
    let texts: Vec<_> = std::mem::take(&mut reading.prose)
        .into_iter()
        .map(Prose::into_text)
        .collect();
    let scanner = project.scanners.of(&place.locale);
    let read = (texts.as_slice(), &reading);
    let dates = mentions::dates(&scanner, &manuscript, read, front.date);
    let relative = mentions::relative(&scanner, &manuscript, read, project.config);
    mentions::shape(&mut reading.shapes, &dates);
    let terms = terms(project, &manuscript, &texts, &front);
    let parts = manuscript.parts.iter();
    let names_key = names_key((&place, &front), &reading.sections, &reading.anchors);
    let mut revision = Revision {
        place,
        parts: parts.map(|part| part.source.path.clone()).collect(),
        digests: stamped(&source, &front),
        empty: source.text[front.body..].trim().is_empty(),
        front,
        sections: reading.sections,
        shapes: reading.shapes,
        links: reading.links,
        dates,
        relative,
        anchors: reading.anchors,
        suppressions: reading.suppressions.into_vec(),
        terms,
        units: reading.units,
        unread_links: reading.unread_links,
        content,
        names_key,
        history: None,
    };
    fit(&mut revision);
    revision.place.claim(&mut findings);
    let value = revision;
    Outcome { value, findings }
}

/// Takes no more memory than is needed: tens of thousands of pages are kept for as long as a preview
/// runs.
fn fit(revision: &mut Revision) {
    // Where keys stand is asked while the page is read.
    revision.front.keys = Vec::new();
    fit_list(&mut revision.sections);
    fit_list(&mut revision.shapes);
    fit_list(&mut revision.links);
    fit_list(&mut revision.dates);
    fit_list(&mut revision.anchors);
}

/// Moves a list to where nothing is left over. `shrink_to_fit` asks the allocator, which leaves a list
/// where it stands as long as half of its room is used.
fn fit_list<T>(list: &mut Vec<T>) {
    if list.capacity() > list.len() {
        let mut fitting = Vec::with_capacity(list.len());
        fitting.append(list);
        *list = fitting;
    }
}

/// The hashes by which translations may name this text; a translation itself is no source.
fn stamped(source: &Source, front: &FrontMatter) -> Option<Box<Digests>> {
    let is_source = front.source_hash.is_none();
    is_source.then(|| Box::new(digests(source)))
}

/// A page's text with its front matter.
pub struct Opened {
    /// With its places.
    pub source: Arc<Source>,
    /// What the page says of itself.
    pub front: FrontMatter,
    /// Hash of the bytes.
    pub content: blake3::Hash,
}

/// Reads text and front matter of a page's bytes.
pub fn open(project: &Project<'_>, file: &File, bytes: Vec<u8>) -> Outcome<Opened> {
    let content = blake3::hash(&bytes);
    let read = yaml::read(&file.path, bytes);
    let mut findings = read.findings;
    let config = project.config;
    let keys = Keys {
        dates: &config.dates.keys,
        stamps: &config.stamps,
    };
    let mut front = FrontMatter::read(&read.value, keys);
    findings.extend(front.findings);
    if let Some(docset) = config.learn.docset(&file.path) {
        let below = docset.below(file.path.as_str()).unwrap_or_default();
        let says = |key: &str| {
            let said = docset.says(key, below).and_then(|value| value.as_str());
            let of_group = key == "monikerRange";
            let group = || of_group.then(|| docset.versions(below)).flatten();
            said.or_else(group).map(str::to_owned)
        };
        front.value.fill(keys, &says);
    }
    let value = Opened {
        source: Arc::new(read.value),
        front: front.value,
        content,
    };
    Outcome { value, findings }
}

/// What the page knows of names, in its texts and in what its front matter says to readers.
fn terms(
    project: &Project<'_>,
    manuscript: &Manuscript,
    texts: &[Text],
    front: &FrontMatter,
) -> Terms {
    if !project.proofread {
        return Terms::default();
    }
    let wanted: Vec<u32> = project
        .config
        .terms
        .iter()
        .map(|t| terms::hash(t))
        .collect();
    let mut reader = TermReader::new(&wanted);
    let page = &manuscript.parts[0].source;
    for key in ["title", "description"] {
        if let Some(range) = front.value(key, page) {
            // Titles may have capitals on every word.
            let told = 0..range.len();
            let text = &page.text[range.clone()];
            reader.text(text, (0, range.start), std::slice::from_ref(&told));
        }
    }
    for (part, (text, told)) in texts.iter().enumerate() {
        reader.text(text, (short(part), 0), told);
    }
    reader.finish(|part, range| Place {
        part,
        span: manuscript.parts[usize::from(part)].source.span(range),
    })
}

fn digests(source: &Source) -> Digests {
    let unix = source.as_written().replace("\r\n", "\n");
    let windows = unix.replace('\n', "\r\n");
    let forms = [windows.as_bytes(), unix.as_bytes()];
    Digests {
        sha1: forms.map(|bytes| sha1::Sha1::digest(bytes).into()),
        sha256: forms.map(|bytes| sha2::Sha256::digest(bytes).into()),
    }
}

fn short(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
