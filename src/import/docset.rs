//! Where each docset stands in the tree: at the top, or in a folder of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::identity::FileKind;
use crate::import::drop::{Drop, Form};
use crate::import::gather::{Extra, Gathered, Name, Text};
use crate::import::naming::{folded, id};
use crate::import::weight::{Feature, Weights};

/// Texts less alike than this have nothing in common; sharing `next-steps` alone stays below.
const UNLIKE: f64 = 0.12;

/// The docsets of an import: drops of one family are states and languages of one.
#[derive(Debug)]
pub struct Docsets {
    /// By drop; none for files that came one by one.
    of_drop: Vec<Option<usize>>,
    /// By docset: its folder below that of the locale with a slash at the end, or nothing.
    folders: Vec<String>,
    names: Vec<String>,
}

/// How often two docsets have the same path: for the same text, and for different ones.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    same: usize,
    different: usize,
    /// Paths of navigation, fragments and images with different bytes.
    files: usize,
}

type Tallies = BTreeMap<(usize, usize), Tally>;

impl Docsets {
    /// Decides where each docset stands. Two that have the same paths for different texts both get
    /// a folder, whole, so that the links within each still lead where they did.
    pub fn new(gathered: &Gathered, drops: &[Drop]) -> Self {
        let mut docsets = Self::list(gathered, drops);
        let texts = docsets.texts(gathered);
        let weights = Weights::new(texts.values().flat_map(BTreeMap::values).map(|(a, _)| a));
        let tree = tree(&gathered.texts);
        let mut tallies = between(&texts, &weights);
        docsets.files(&gathered.extras, &mut tallies);
        for docset in 0..docsets.names.len() {
            let folder = format!("{}/", docsets.names[docset]);
            let at =
                |prefix: &str| against_tree(docset, &folded(prefix), (&texts, &tree), &weights);
            let (top, own) = (at(""), at(&folder));
            let apart = tallies
                .iter()
                .any(|((a, b), tally)| (*a == docset || *b == docset) && tally.is_apart());
            let known = top.same > 0 && top.same >= top.different;
            if !known && (own.same > 0 || top.different > 0 || apart) {
                docsets.folders[docset] = folder;
            }
        }
        docsets
    }

    /// The docset of a drop.
    pub fn of(&self, drop: usize) -> Option<usize> {
        self.of_drop[drop]
    }

    /// The folder of a drop's docset below that of the locale, ending in `/`; empty at the top.
    pub fn folder(&self, drop: usize) -> &str {
        self.of_drop[drop].map_or("", |docset| &self.folders[docset])
    }

    /// What a drop's docset is called; empty for files that came one by one.
    pub fn name(&self, drop: usize) -> &str {
        self.of_drop[drop].map_or("", |docset| &self.names[docset])
    }

    fn list(gathered: &Gathered, drops: &[Drop]) -> Self {
        // Folders that name no language are one docset each: nothing says that they belong together.
        let key = |index: usize| {
            let name = &gathered.names[index];
            let known = name.locale.is_some() && !name.family.is_empty();
            let key = if known {
                &name.family
            } else {
                &drops[index].folder
            };
            (drops[index].form == Form::Folder).then_some((&*name.family, &**key))
        };
        let keys: BTreeSet<(&str, &str)> = (0..drops.len()).filter_map(key).collect();
        let mut names: Vec<String> = Vec::new();
        for (family, _) in &keys {
            let name = id(family).unwrap_or_else(|| "docset".to_owned());
            let mut numbered = (2..).map(|n| format!("{name}-{n}"));
            let is_free = |name: &String| !names.contains(name);
            let free = Some(name.clone())
                .filter(is_free)
                .or_else(|| numbered.find(is_free));
            names.extend(free);
        }
        let place = |index| key(index).and_then(|key| keys.iter().position(|other| *other == key));
        Self {
            of_drop: (0..drops.len()).map(place).collect(),
            folders: vec![String::new(); keys.len()],
            names,
        }
    }

    /// Anchors and contents by path and docset.
    fn texts<'a>(&self, gathered: &'a Gathered) -> Paths<'a> {
        let mut paths = Paths::new();
        for text in &gathered.texts {
            let docset = text.drop.and_then(|drop| self.of_drop[drop]);
            let named = matches!(text.name, Name::Path | Name::Given);
            if let Some(docset) = docset.filter(|_| named) {
                let path = paths.entry(folded(text.stem())).or_default();
                add(path.entry(docset).or_default(), text);
            }
        }
        paths
    }

    fn files(&self, extras: &[Extra], tallies: &mut Tallies) {
        let mut paths: BTreeMap<String, BTreeMap<usize, BTreeSet<[u8; 32]>>> = BTreeMap::new();
        for extra in extras.iter().filter(|extra| !extra.is_housekeeping()) {
            if let Some(docset) = self.of_drop[extra.drop] {
                let path = paths.entry(folded(&extra.inner)).or_default();
                path.entry(docset)
                    .or_default()
                    .insert(*extra.content.as_bytes());
            }
        }
        for docsets in paths.values() {
            for (pair, a, b) in pairs(docsets) {
                tallies.entry(pair).or_default().files += usize::from(a.is_disjoint(b));
            }
        }
    }
}

/// The anchors of texts, and their bytes' hashes.
type Said<'a> = (BTreeSet<Feature<'a>>, BTreeSet<[u8; 32]>);
type Paths<'a> = BTreeMap<String, BTreeMap<usize, Said<'a>>>;

fn add<'a>(said: &mut Said<'a>, text: &'a Text) {
    said.0.extend(text.anchors().map(Feature::Anchor));
    said.1.insert(*text.revision.content.as_bytes());
}

fn tree(texts: &[Text]) -> BTreeMap<String, Said<'_>> {
    let mut tree: BTreeMap<String, Said<'_>> = BTreeMap::new();
    for text in texts.iter().filter(|text| text.drop.is_none()) {
        // The first folder of the tree is the locale.
        let stem = text
            .stem()
            .split_once('/')
            .map_or(text.stem(), |(_, stem)| stem);
        add(tree.entry(folded(stem)).or_default(), text);
    }
    tree
}

fn pairs<T>(docsets: &BTreeMap<usize, T>) -> impl Iterator<Item = ((usize, usize), &T, &T)> {
    docsets
        .iter()
        .flat_map(move |(a, x)| docsets.range(a + 1..).map(move |(b, y)| ((*a, *b), x, y)))
}

fn between(texts: &Paths<'_>, weights: &Weights<'_>) -> Tallies {
    let mut tallies = Tallies::new();
    for docsets in texts.values() {
        for (pair, a, b) in pairs(docsets) {
            let tally = tallies.entry(pair).or_default();
            if alike(a, b, weights) {
                tally.same += 1;
            } else {
                tally.different += 1;
            }
        }
    }
    tallies
}

fn against_tree(
    docset: usize,
    prefix: &str,
    (texts, tree): (&Paths<'_>, &BTreeMap<String, Said<'_>>),
    weights: &Weights<'_>,
) -> Tally {
    let mut tally = Tally::default();
    for (path, docsets) in texts {
        let (Some(ours), Some(theirs)) =
            (docsets.get(&docset), tree.get(&format!("{prefix}{path}")))
        else {
            continue;
        };
        if alike(ours, theirs, weights) {
            tally.same += 1;
        } else if !ours.0.is_empty() && !theirs.0.is_empty() {
            tally.different += 1;
        }
    }
    tally
}

fn alike(a: &Said<'_>, b: &Said<'_>, weights: &Weights<'_>) -> bool {
    !a.1.is_disjoint(&b.1) || weights.similarity(&a.0, &b.0) >= UNLIKE
}

impl Tally {
    fn is_apart(self) -> bool {
        self.different > self.same || self.same == 0 && self.files > 0
    }
}

impl Extra {
    /// Whether no page can speak of it: settings and licences at the top of a repository.
    pub fn is_housekeeping(&self) -> bool {
        let name = self.inner.rsplit('/').next().unwrap_or(&self.inner);
        let pictured = ["png", "jpg", "jpeg", "gif", "svg", "webp"]
            .iter()
            .any(|ending| name.to_ascii_lowercase().ends_with(&format!(".{ending}")));
        let kinds = [FileKind::Resource, FileKind::Data];
        let at_top = !self.inner.contains('/') && kinds.contains(&self.kind);
        at_top && !pictured || name.eq_ignore_ascii_case("docfx.json")
    }
}
