//! Pairs of indexes in which each side stands at most once.

/// Which section of one text is paired with which of the other.
#[derive(Clone, Debug)]
pub struct Matching {
    forth: Vec<Option<usize>>,
    back: Vec<Option<usize>>,
}

impl Matching {
    /// No pairs yet, between texts of these many sections.
    pub fn new(a: usize, b: usize) -> Self {
        Self {
            forth: vec![None; a],
            back: vec![None; b],
        }
    }

    /// Pairs two sections, unless one of them has a partner already.
    pub fn pair(&mut self, a: usize, b: usize) {
        if self.forth[a].is_none() && self.back[b].is_none() {
            self.forth[a] = Some(b);
            self.back[b] = Some(a);
        }
    }

    /// The partner of a section of the first text.
    pub fn of_a(&self, index: usize) -> Option<usize> {
        self.forth[index]
    }

    /// The partner of a section of the second text.
    pub fn of_b(&self, index: usize) -> Option<usize> {
        self.back[index]
    }

    /// All pairs, in the order of the first text.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let both = |(a, b): (usize, &Option<usize>)| b.map(|b| (a, b));
        self.forth.iter().enumerate().filter_map(both).collect()
    }

    /// Whether every section of both sides has its partner.
    pub fn is_whole(&self) -> bool {
        self.free_a().next().is_none() && self.free_b().next().is_none()
    }

    /// Whether no further pair can be made: every section of one side has its partner.
    pub fn is_settled(&self) -> bool {
        self.free_a().next().is_none() || self.free_b().next().is_none()
    }

    /// Sections of the first text without a partner.
    pub fn free_a(&self) -> impl Iterator<Item = usize> {
        free(&self.forth)
    }

    /// Sections of the second text without a partner.
    pub fn free_b(&self) -> impl Iterator<Item = usize> {
        free(&self.back)
    }

    /// How many sections the first text has.
    pub fn len_a(&self) -> usize {
        self.forth.len()
    }

    /// How many sections the second text has.
    pub fn len_b(&self) -> usize {
        self.back.len()
    }
}

fn free(side: &[Option<usize>]) -> impl Iterator<Item = usize> {
    side.iter()
        .enumerate()
        .filter(|(_, partner)| partner.is_none())
        .map(|(index, _)| index)
}
