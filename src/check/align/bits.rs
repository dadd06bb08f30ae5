//! Sets of numbers as bits: what two of them share is known 64 numbers at a time.

use std::cmp::Ordering;

/// A set of numbers. Blocks of 64 in which it has none take no room, so a short section of a long page
/// takes as little as one of a short page.
#[derive(Clone, Debug, Default)]
pub struct Bits {
    /// In order: which 64 numbers, and those of them that the set has.
    blocks: Vec<(u32, u64)>,
}

impl Bits {
    /// Adds a number that is higher than all others.
    pub fn push(&mut self, number: u32) {
        let (block, bit) = place(number);
        match self.blocks.last_mut() {
            Some((last, bits)) if *last == block => *bits |= bit,
            _ => self.blocks.push((block, bit)),
        }
    }

    /// Its numbers, in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        let blocks = self.blocks.iter();
        blocks.flat_map(|(block, bits)| numbers(*block, *bits))
    }

    /// Gives the numbers that both have, in order.
    pub fn shared(&self, other: &Self, mut give: impl FnMut(u32)) {
        let (mut rest, mut beside) = (&*self.blocks, &*other.blocks);
        while let (Some(((block, bits), next)), Some(((other, others), following))) =
            (rest.split_first(), beside.split_first())
        {
            if block == other {
                numbers(*block, bits & others).for_each(&mut give);
            }
            if block <= other {
                rest = next;
            }
            if other <= block {
                beside = following;
            }
        }
    }

    /// Adds a number, whatever others there are.
    pub fn insert(&mut self, number: u32) {
        let (block, bit) = place(number);
        match self.find(block) {
            Ok(at) => self.blocks[at].1 |= bit,
            Err(at) => self.blocks.insert(at, (block, bit)),
        }
    }

    /// Whether it has a number.
    pub fn contains(&self, number: u32) -> bool {
        let (block, bit) = place(number);
        self.find(block)
            .is_ok_and(|at| self.blocks[at].1 & bit != 0)
    }

    /// Its numbers, and of another set those below a limit.
    pub fn with_below(&self, other: &Self, limit: u32) -> Self {
        let (last, bit) = place(limit);
        let below = |(block, bits): &(u32, u64)| match block.cmp(&last) {
            Ordering::Less => Some((*block, *bits)),
            Ordering::Equal => Some((*block, bits & (bit - 1))).filter(|(_, bits)| *bits != 0),
            Ordering::Greater => None,
        };
        let mut rest = &*self.blocks;
        let mut blocks = Vec::with_capacity(rest.len() + other.blocks.len());
        for (block, bits) in other.blocks.iter().map_while(below) {
            let before = rest.iter().take_while(|(own, _)| *own < block).count();
            blocks.extend_from_slice(&rest[..before]);
            rest = &rest[before..];
            let own = rest.split_first().filter(|((own, _), _)| *own == block);
            let (own, next) = own.map_or((0, rest), |((_, own), next)| (*own, next));
            blocks.push((block, bits | own));
            rest = next;
        }
        blocks.extend_from_slice(rest);
        Self { blocks }
    }

    fn find(&self, block: u32) -> Result<usize, usize> {
        self.blocks
            .binary_search_by_key(&block, |(block, _)| *block)
    }
}

fn place(number: u32) -> (u32, u64) {
    (number / 64, 1 << (number % 64))
}

fn numbers(block: u32, mut bits: u64) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let lowest = (bits != 0).then(|| bits.trailing_zeros())?;
        bits &= bits - 1;
        Some(block * 64 + lowest)
    })
}

#[cfg(test)]
mod tests {
    use super::Bits;

    fn set(numbers: &[u32]) -> Bits {
        let mut bits = Bits::default();
        numbers.iter().for_each(|number| bits.push(*number));
        bits
    }

    #[test]
    fn numbers_come_back_in_order() {
        let numbers = [0, 1, 63, 64, 127, 1000, 1_000_000];
        assert_eq!(set(&numbers).iter().collect::<Vec<_>>(), numbers);
    }

    #[test]
    fn numbers_are_added_in_any_order() {
        let mut bits = Bits::default();
        for number in [1000, 1, 64, 1_000_000, 0, 127, 63, 64] {
            bits.insert(number);
        }
        let numbers = [0, 1, 63, 64, 127, 1000, 1_000_000];
        assert_eq!(bits.iter().collect::<Vec<_>>(), numbers);
        assert!(numbers.iter().all(|number| bits.contains(*number)));
        assert!(
            ![2, 65, 999, 1001]
                .iter()
                .any(|number| bits.contains(*number))
        );
    }

    #[test]
    fn sets_are_brought_together_below_a_limit() {
        let both = |limit| -> Vec<u32> {
            let both = set(&[1, 70, 300]).with_below(&set(&[0, 71, 130, 300, 301, 400]), limit);
            both.iter().collect()
        };
        assert_eq!(both(500), [0, 1, 70, 71, 130, 300, 301, 400]);
        assert_eq!(both(301), [0, 1, 70, 71, 130, 300]);
        assert_eq!(both(128), [0, 1, 70, 71, 300]);
        assert_eq!(both(0), [1, 70, 300]);
    }

    #[test]
    fn sets_share_what_both_have() {
        let shared = |one: &[u32], other: &[u32]| {
            let mut shared = Vec::new();
            set(one).shared(&set(other), |number| shared.push(number));
            shared
        };
        let (one, other) = ([0, 3, 63, 64, 200, 500], [3, 63, 65, 200, 300, 500, 501]);
        assert_eq!(shared(&one, &other), [3, 63, 200, 500]);
        assert_eq!(shared(&other, &one), [3, 63, 200, 500]);
        assert!(shared(&[], &other).is_empty());
    }
}
