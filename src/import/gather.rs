//! Everything that is handed over and everything that stands already, read once.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::catalog::identity::{FileKind, assumed_locale, classify, split_label};
use crate::config::{Config, SourceFolder};
use crate::dates::scan::Scanners;
use crate::document::front_matter::{FrontMatter, Keys};
use crate::document::manuscript::NoFragments;
use crate::document::revision::Revision;
use crate::import::drop::{Drop, DropName, Form, refine};
use crate::import::naming::{portable, says_nothing};
use crate::import::plan::Skipped;
use crate::import::weight::{Feature, main_features};
use crate::locale::tag::Locale;
use crate::path::SourcePath;
use crate::pipeline::project::Project;
use crate::pipeline::read;
use crate::source::{Reader, Source};

/// What an import starts from.
pub struct Import<'a> {
    /// What was handed over.
    pub drops: &'a [Drop],
    /// Opens the files of drops, by folder and path: `drops/docs_fr-FR/start.md`.
    pub handed: &'a dyn Reader,
    /// What stands in the content folder already, by paths below it.
    pub tree: &'a [SourcePath],
    /// Opens the files of the tree, by paths below the content folder.
    pub standing: &'a dyn Reader,
    /// What settings say.
    pub config: &'a Config,
    /// The locale of what says none.
    pub locale: Option<Locale>,
    /// The content folder as the plan names it, relative to the root.
    pub into: &'a str,
}

/// A page, of a drop or of the tree.
pub struct Text {
    /// The page, read.
    pub revision: Revision,
    /// Index of its drop; none for what stands in the tree.
    pub drop: Option<usize>,
    /// Its path below its drop's folder or the content folder, fit for every system, ending in
    /// `.md` whatever the file was called.
    pub inner: Box<str>,
    /// What its path says of its document.
    pub name: Name,
}

/// What the path of a page says of its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// It is the document's path: in the tree, and in repositories of Learn.
    Path,
    /// Somebody named the file, in a folder that was handed over whole.
    Given,
    /// Somebody named the file, that was handed over alone.
    Loose,
    /// Nothing: a number, a hash.
    None,
}

/// A file of a drop that is no page.
pub struct Extra {
    /// As messages name it.
    pub from: SourcePath,
    /// Index of its drop.
    pub drop: usize,
    /// Its path below its drop's folder.
    pub inner: Box<str>,
    /// What it is for.
    pub kind: FileKind,
    /// Hash of its bytes, to know what comes twice.
    pub content: blake3::Hash,
}

/// All files, read.
pub struct Gathered {
    /// The pages.
    pub texts: Vec<Text>,
    /// All other files that come along.
    pub extras: Vec<Extra>,
    /// What is not taken, and why.
    pub skipped: Vec<Skipped>,
    /// What the name of each drop's folder says.
    pub names: Vec<DropName>,
}

enum Taken {
    Text(Box<Text>),
    Extra(Extra),
    Skipped(Skipped),
}

/// Endings of texts that hand-offs come with.
const TEXT_ENDINGS: [&str; 4] = ["txt", "text", "mkd", "mdown"];

/// Reads everything. What comes out does not depend on the order of drops and files.
pub fn gather(import: &Import<'_>) -> Gathered {
    let gathering = Gathering::new(import);
    let mut files: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for (index, drop) in import.drops.iter().enumerate() {
        for inner in &drop.files {
            files.insert(format!("{}/{inner}", drop.folder), (index, inner));
        }
    }
    let taken: Vec<Taken> = files
        .par_iter()
        .map(|(from, (drop, inner))| gathering.take(from, *drop, inner))
        .collect();
    let mut gathered = Gathered {
        texts: gathering.tree(),
        extras: Vec::new(),
        skipped: Vec::new(),
        names: gathering.names,
    };
    for taken in taken {
        match taken {
            Taken::Text(text) => gathered.texts.push(*text),
            Taken::Extra(extra) => gathered.extras.push(extra),
            Taken::Skipped(skipped) => gathered.skipped.push(skipped),
        }
    }
    gathered
}

struct Gathering<'a> {
    import: &'a Import<'a>,
    names: Vec<DropName>,
    /// Docsets of which a drop is a repository of Learn.
    learn: BTreeSet<Box<str>>,
    /// The paths of the tree as the plan names them.
    standing: BTreeSet<String>,
    handed: Project<'a>,
    standing_project: Project<'a>,
}

impl<'a> Gathering<'a> {
    fn new(import: &'a Import<'a>) -> Self {
        let names: Vec<DropName> = import.drops.iter().map(Drop::name).collect();
        let learn = import
            .drops
            .iter()
            .zip(&names)
            .filter(|(drop, _)| drop.is_learn());
        let project = |reader| {
            let scanners = Scanners::new(&BTreeMap::new())
                .expect("without files of a site's own there is nothing to misread");
            Project::new(import.config, reader, Vec::new(), scanners)
        };
        Self {
            learn: learn.map(|(_, name)| name.family.clone()).collect(),
            standing: import
                .tree
                .iter()
                .map(|path| format!("{}/{path}", import.into))
                .collect(),
            handed: project(import.handed),
            standing_project: project(import.standing),
            import,
            names,
        }
    }

    fn take(&self, from: &str, drop: usize, inner: &str) -> Taken {
        let skip = |why: &str| {
            Taken::Skipped(Skipped {
                from: from.into(),
                why: why.into(),
            })
        };
        if self.standing.contains(from) {
            return skip("it stands in the tree already");
        }
        let Some(inner) = portable(inner) else {
            return skip("its path leaves the folder of the hand-off, or is too long");
        };
        let from = SourcePath::new(from);
        let bytes = match self.import.handed.read(&from) {
            Ok(bytes) => bytes,
            Err(error) => return skip(&format!("it cannot be read: {error}")),
        };
        let folder = SourceFolder {
            locale: Some(self.locale(drop)),
            ..SourceFolder::default()
        };
        let kind = classify(&SourcePath::new(&inner), &folder).kind;
        let named = kind == FileKind::Page && !says_nothing(split_label(&inner).0);
        let page = match kind {
            FileKind::Page => inner,
            FileKind::Resource | FileKind::Data if self.is_page(drop, &inner, &bytes) => {
                format!("{}.md", without_ending(&inner))
            }
            _ => {
                let (content, inner) = (blake3::hash(&bytes), inner.into());
                return Taken::Extra(Extra {
                    from,
                    drop,
                    inner,
                    kind,
                    content,
                });
            }
        };
        let mut file = classify(&SourcePath::new(&page), &folder);
        file.path = from;
        let Some(mut revision) = read::page(&self.handed, &file, &NoFragments).value else {
            return skip("it cannot be read");
        };
        let label = revision.place.label.or(self.names[drop].label.clone());
        revision.place.label = label;
        Taken::Text(Box::new(Text {
            revision,
            drop: Some(drop),
            inner: page.into(),
            name: match self.worth(drop) {
                worth if named || worth == Name::Path => worth,
                _ => Name::None,
            },
        }))
    }

    /// What the name of a text is worth where it means anything at all.
    fn worth(&self, drop: usize) -> Name {
        let learn = self.learn.contains(&self.names[drop].family);
        match self.import.drops[drop].form {
            Form::Folder if learn => Name::Path,
            Form::Folder => Name::Given,
            Form::Loose => Name::Loose,
        }
    }

    /// The locale of what a drop holds and does not say one itself.
    fn locale(&self, drop: usize) -> Locale {
        let named = self.names[drop].locale.clone();
        let named = named.map(|locale| refine(locale, self.import.config));
        named
            .or_else(|| self.import.locale.clone())
            .unwrap_or_else(|| assumed_locale(self.import.config))
    }

    /// Whether a file that is not called `.md` is a page all the same.
    fn is_page(&self, drop: usize, inner: &str, bytes: &[u8]) -> bool {
        if self.learn.contains(&self.names[drop].family) || bytes.contains(&0) {
            return false;
        }
        let name = inner.rsplit('/').next().unwrap_or(inner);
        let ending = name
            .rsplit_once('.')
            .map_or("", |(_, ending)| ending)
            .to_ascii_lowercase();
        let is_text = ending.is_empty() || TEXT_ENDINGS.contains(&&*ending);
        let Ok(text) = std::str::from_utf8(bytes) else {
            return is_text && self.import.drops[drop].form == Form::Loose;
        };
        if is_text && self.import.drops[drop].form == Form::Loose {
            return true;
        }
        let heading =
            |line: &str| line.trim_start_matches('#').starts_with(' ') && line.starts_with('#');
        has_front_matter(text, self.import.config) || is_text && text.lines().any(heading)
    }

    /// The pages that stand in the tree.
    fn tree(&self) -> Vec<Text> {
        let read = |path: &SourcePath| {
            let file = classify(path, &SourceFolder::default());
            let is_page = file.kind == FileKind::Page;
            let page = is_page.then(|| read::page(&self.standing_project, &file, &NoFragments));
            let mut revision = page?.value?;
            revision.place.path = SourcePath::new(&format!("{}/{path}", self.import.into));
            let inner = path.as_str().into();
            Some(Text {
                revision,
                drop: None,
                inner,
                name: Name::Path,
            })
        };
        let mut paths: Vec<&SourcePath> = self.import.tree.iter().collect();
        paths.sort();
        paths.par_iter().filter_map(|path| read(path)).collect()
    }
}

fn without_ending(inner: &str) -> &str {
    let name = inner.rfind('/').map_or(0, |at| at + 1);
    inner[name..]
        .rfind('.')
        .filter(|at| *at > 0)
        .map_or(inner, |at| &inner[..name + at])
}

fn has_front_matter(text: &str, config: &Config) -> bool {
    if !text.trim_start_matches('\u{feff}').starts_with("---") {
        return false;
    }
    let source = Source::new(&SourcePath::new(""), text.to_owned());
    let keys = Keys {
        dates: &config.dates.keys,
        stamps: &config.stamps,
    };
    let front = FrontMatter::read(&source, keys).value;
    front.body > 0 && !front.keys.is_empty() && front.body < source.text.len()
}

impl Text {
    /// The anchors of its sections.
    pub fn anchors(&self) -> impl Iterator<Item = &str> {
        let anchors = self
            .revision
            .sections
            .iter()
            .map(|section| &*section.anchor);
        anchors.filter(|anchor| !anchor.is_empty())
    }

    /// What it may have in common with other texts.
    pub fn features(&self) -> BTreeSet<Feature<'_>> {
        let main = self.main_anchor().into_iter().flat_map(main_features);
        self.anchors().map(Feature::Anchor).chain(main).collect()
    }

    /// The path of its guide: without ending and label.
    pub fn stem(&self) -> &str {
        split_label(&self.inner).0
    }

    /// The anchor of its first heading of level 1.
    pub fn main_anchor(&self) -> Option<&str> {
        let mut sections = self.revision.sections.iter();
        let main = sections.find(|section| section.level == 1 && !section.anchor.is_empty());
        main.map(|section| &*section.anchor)
    }
}
