//! Which texts are one document: by the anchors of their sections.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use crate::import::weight::{Feature, Weights, coefficient};

/// What grouping knows of a text.
#[derive(Debug, Default)]
pub struct Member<'a> {
    /// What it may have in common with others.
    pub features: BTreeSet<Feature<'a>>,
    /// The document it is, where that is certain: those of different places never join.
    pub place: Option<Box<str>>,
    /// Those that share one of these are one document.
    pub bonds: Vec<Box<str>>,
}

/// Likeness from which texts are one document: strict at first, when little is known of which
/// anchors are common, then less so. Below 0.27 different documents begin to join, and a wrong join does more harm
/// than a missed one.
const ROUNDS: [f64; 4] = [0.7, 0.5, 0.35, 0.28];

/// Anchors in more documents than this find no candidates. It keeps the search linear, and what so
/// many share says next to nothing.
const COMMON: u32 = 64;

/// The group of each member: the index of the first member in it.
pub fn group(members: &[Member<'_>]) -> Vec<usize> {
    let mut groups = Groups::new(members);
    groups.bind();
    for least in ROUNDS {
        groups.join(least);
    }
    (0..members.len()).map(|index| groups.root(index)).collect()
}

struct Groups<'a> {
    members: &'a [Member<'a>],
    parents: Vec<usize>,
    /// Of roots: the place that the group is bound to.
    places: Vec<Option<&'a str>>,
}

/// A set of features that members of one group have.
struct Node<'a> {
    group: usize,
    features: &'a BTreeSet<Feature<'a>>,
    weight: f64,
}

impl<'a> Groups<'a> {
    fn new(members: &'a [Member<'a>]) -> Self {
        Self {
            members,
            parents: (0..members.len()).collect(),
            places: members
                .iter()
                .map(|member| member.place.as_deref())
                .collect(),
        }
    }

    fn root(&mut self, mut index: usize) -> usize {
        while self.parents[index] != index {
            self.parents[index] = self.parents[self.parents[index]];
            index = self.parents[index];
        }
        index
    }

    /// Joins two groups, unless they are bound to different places.
    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (first, second) = (a.min(b), a.max(b));
        match (self.places[first], self.places[second]) {
            (Some(x), Some(y)) if x != y => return,
            (None, place) => self.places[first] = place,
            _ => {}
        }
        self.parents[second] = first;
    }

    /// Joins what is certain: places first, so that a bond to two of them binds to the first.
    fn bind(&mut self) {
        let members = self.members;
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, member) in members.iter().enumerate() {
            if let Some(place) = &member.place {
                let first = *first.entry(place).or_insert(index);
                self.unite(first, index);
            }
        }
        let mut bound: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, member) in members.iter().enumerate() {
            for bond in &member.bonds {
                bound.entry(bond).or_default().push(index);
            }
        }
        for others in bound.values() {
            for pair in others.windows(2) {
                self.unite(pair[0], pair[1]);
            }
        }
    }

    /// Joins groups that have texts at least so alike, the most alike first.
    fn join(&mut self, least: f64) {
        let groups = self.features();
        if groups.keys().all(|root| self.places[*root].is_some()) {
            return;
        }
        let weights = Weights::new(groups.values());
        let nodes = self.nodes(&weights);
        let mut edges = edges(&nodes, &weights, &self.places, least);
        edges.sort_by(|a, b| {
            b.0.total_cmp(&a.0)
                .then_with(|| (a.1, a.2).cmp(&(b.1, b.2)))
        });
        for (_, a, b) in edges {
            self.unite(a, b);
        }
    }

    /// All features of each group.
    fn features(&mut self) -> BTreeMap<usize, BTreeSet<Feature<'a>>> {
        let members = self.members;
        let mut groups: BTreeMap<usize, BTreeSet<Feature<'_>>> = BTreeMap::new();
        for (index, member) in members.iter().enumerate() {
            let root = self.root(index);
            groups.entry(root).or_default().extend(&member.features);
        }
        groups
    }

    fn nodes(&mut self, weights: &Weights<'_>) -> Vec<Node<'a>> {
        let members = self.members;
        let mut seen = BTreeSet::new();
        let mut nodes = Vec::new();
        for (index, member) in members.iter().enumerate() {
            let (group, features) = (self.root(index), &member.features);
            if !features.is_empty() && seen.insert((group, features)) {
                let weight = weights.sum(features);
                nodes.push(Node {
                    group,
                    features,
                    weight,
                });
            }
        }
        nodes
    }
}

/// Pairs of groups with texts at least so alike; at least one of each pair is free to join.
fn edges(
    nodes: &[Node<'_>],
    weights: &Weights<'_>,
    places: &[Option<&str>],
    least: f64,
) -> Vec<(f64, usize, usize)> {
    let mut holders: FxHashMap<Feature<'_>, Vec<usize>> = FxHashMap::default();
    for (index, node) in nodes.iter().enumerate() {
        for feature in node
            .features
            .iter()
            .filter(|feature| weights.count(**feature) <= COMMON)
        {
            holders.entry(*feature).or_default().push(index);
        }
    }
    let mut edges = Vec::new();
    for node in nodes.iter().filter(|node| places[node.group].is_none()) {
        let mut shared: FxHashMap<usize, f64> = FxHashMap::default();
        for feature in node.features {
            let weight = weights.of(*feature);
            for other in holders.get(feature).into_iter().flatten() {
                *shared.entry(*other).or_default() += weight;
            }
        }
        for (other, shared) in shared {
            let other = &nodes[other];
            let likeness = coefficient(shared, node.weight, other.weight);
            if other.group != node.group && likeness >= least {
                edges.push((
                    likeness,
                    node.group.min(other.group),
                    node.group.max(other.group),
                ));
            }
        }
    }
    edges
}
