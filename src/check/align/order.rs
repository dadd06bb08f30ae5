//! Which sections changed their place among the others.

/// For each section of the first text, whether its pair leaves the longest run of pairs that stand
/// in the same order in both. `pairs` are in the order of the first text.
pub fn moved(pairs: &[(usize, usize)]) -> Vec<bool> {
    let mut moved = vec![false; pairs.last().map_or(0, |(a, _)| a + 1)];
    for (a, _) in pairs {
        moved[*a] = true;
    }
    for index in longest_run(pairs) {
        moved[pairs[index].0] = false;
    }
    moved
}

/// Longest increasing subsequence by patience sorting, in n log n: the indexes of its pairs.
fn longest_run(pairs: &[(usize, usize)]) -> Vec<usize> {
    // The last pair of the best run of each length, and of each pair the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (index, (_, b)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| pairs[*end].1 < *b);
        before.push(length.checked_sub(1).map(|last| ends[last]));
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let mut run: Vec<usize> =
        std::iter::successors(ends.last().copied(), |index| before[*index]).collect();
    run.reverse();
    run
}
