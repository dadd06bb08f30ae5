//! Which links of two texts lead to one place, however they are written: pages may have thousands.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

/// Where a link leads.
#[derive(Clone, Copy, Debug)]
pub struct Target<'v> {
    /// The document, where the tree holds it.
    pub page: Option<&'v str>,
    /// As languages share it.
    pub path: &'v str,
    /// May be empty.
    pub fragment: &'v str,
    /// Whether it is written from the top: `/docs/concepts/`, with a host or without.
    pub is_rooted: bool,
}

/// The links of one text, found by where they lead, the first of equals first.
pub struct Places<'v> {
    /// By document and fragment.
    pages: FxHashMap<(&'v str, &'v str), Queue>,
    /// Those that are not written from the top, by path and fragment.
    relative: FxHashMap<(&'v str, &'v str), Paths>,
    /// Those that are, by each end of their path and fragment.
    rooted: FxHashMap<(&'v str, &'v str), Paths>,
    taken: Vec<bool>,
}

type Queue = VecDeque<usize>;

/// Links whose page is not in the tree, and those whose page is.
type Paths = [Queue; 2];

/// The most ends of a path that are looked at: each takes as long as the path. A link of more folders
/// that is written from the top is another place.
const ENDS: usize = 64;

impl<'v> Places<'v> {
    /// Of these links.
    pub fn new(targets: impl Iterator<Item = Target<'v>>) -> Self {
        let mut places = Self {
            pages: FxHashMap::default(),
            relative: FxHashMap::default(),
            rooted: FxHashMap::default(),
            taken: Vec::new(),
        };
        for (index, target) in targets.enumerate() {
            places.add(index, target);
        }
        places
    }

    fn add(&mut self, index: usize, target: Target<'v>) {
        self.taken.push(false);
        let key = |path| (path, target.fragment);
        if let Some(page) = target.page {
            self.pages.entry(key(page)).or_default().push_back(index);
        }
        let known = usize::from(target.page.is_some());
        if target.is_rooted {
            for end in ends(target.path) {
                self.rooted.entry(key(end)).or_default()[known].push_back(index);
            }
        } else {
            self.relative.entry(key(target.path)).or_default()[known].push_back(index);
        }
    }

    /// Takes the first link that leads where another text's does: to the same page, or, of pages that
    /// the tree does not hold, where one is the other written from the top: `/docs/concepts/` beside
    /// `../concepts/`. Says whether there is one.
    pub fn take(&mut self, target: Target<'v>) -> bool {
        let first = self.first(target);
        if let Some(first) = first {
            self.taken[first] = true;
        }
        first.is_some()
    }

    fn first(&mut self, target: Target<'v>) -> Option<usize> {
        let key = |path| (path, target.fragment);
        let taken = &self.taken;
        let by_page = |page| left(self.pages.get_mut(&key(page))?, taken);
        let mut first = target.page.and_then(by_page);
        // Two pages of the tree are one or are not, whatever their paths.
        let kinds = if target.page.is_some() { 1 } else { 2 };
        let mut look = |paths: Option<&mut Paths>| {
            for queue in paths.into_iter().flatten().take(kinds) {
                first = [first, left(queue, taken)].into_iter().flatten().min();
            }
        };
        if target.is_rooted {
            for end in ends(target.path) {
                look(self.relative.get_mut(&key(end)));
            }
        } else {
            look(self.rooted.get_mut(&key(target.path)));
        }
        first
    }

    /// Of each link whether it was taken.
    pub fn into_taken(self) -> Vec<bool> {
        self.taken
    }
}

/// The first of a queue that is not taken.
fn left(queue: &mut Queue, taken: &[bool]) -> Option<usize> {
    while let Some(first) = queue.front() {
        if !taken[*first] {
            return Some(*first);
        }
        queue.pop_front();
    }
    None
}

/// What stands behind each slash of a path.
fn ends(path: &str) -> impl Iterator<Item = &str> {
    let behind = path.rmatch_indices('/').take(ENDS);
    behind
        .map(|(at, _)| &path[at + 1..])
        .filter(|end| !end.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{ENDS, Places, Target};

    /// Whether two links lead to one place.
    fn is_same(a: &Target<'_>, b: &Target<'_>) -> bool {
        if a.fragment != b.fragment {
            return false;
        }
        if let (Some(page), Some(other)) = (a.page, b.page) {
            return page == other;
        }
        let (top, below) = match (a.is_rooted, b.is_rooted) {
            (true, false) => (a.path, b.path),
            (false, true) => (b.path, a.path),
            _ => return false,
        };
        let rest = top.strip_suffix(below).filter(|_| !below.is_empty());
        rest.is_some_and(|rest| rest.ends_with('/'))
    }

    /// A number as a link: a few pages, paths and fragments.
    fn target(number: usize) -> Target<'static> {
        let paths = ["a", "b/a", "c/b/a", "b", "", "c//b"];
        Target {
            page: [None, None, Some("a"), Some("b")][number % 4],
            path: paths[number / 4 % 6],
            fragment: ["", "x"][number / 24 % 2],
            is_rooted: (number / 48).is_multiple_of(2),
        }
    }

    #[test]
    fn the_first_link_to_the_same_place_is_taken() {
        let (mut number, mut taken) = (1_usize, 0);
        let mut next = || {
            number = number
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            target((number >> 33) % 96)
        };
        for _ in 0..500 {
            let there: Vec<Target<'_>> = (0..40).map(|_| next()).collect();
            let mut places = Places::new(there.iter().copied());
            let mut left: Vec<usize> = (0..there.len()).collect();
            for _ in 0..40 {
                let here = next();
                let same = left.iter().position(|index| is_same(&here, &there[*index]));
                assert_eq!(places.take(here), same.is_some());
                taken += same.map_or(0, |at| {
                    left.remove(at);
                    1
                });
            }
            let kept = places.into_taken().into_iter().enumerate();
            let kept = kept.filter_map(|(index, taken)| (!taken).then_some(index));
            assert_eq!(kept.collect::<Vec<_>>(), left);
        }
        assert!(taken > 5_000, "{taken}");
    }

    #[test]
    fn of_a_path_of_very_many_folders_only_the_last_are_looked_at() {
        for (folders, same) in [(ENDS, true), (ENDS + 1, false)] {
            let below = ["x"; 200][..folders].join("/");
            let top = format!("/docs/{below}");
            let target = |path, is_rooted| Target {
                page: None,
                path,
                fragment: "",
                is_rooted,
            };
            let (top, below) = (target(top.as_str(), true), target(below.as_str(), false));
            for (there, here) in [(top, below), (below, top)] {
                assert_eq!(Places::new([there].into_iter()).take(here), same);
            }
        }
    }
}
