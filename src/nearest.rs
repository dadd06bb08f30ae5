//! The known name that a mistyped one most likely means.

use strsim::damerau_levenshtein;

/// The name that is near enough to what was typed to be what was meant: a slip in one letter of
/// three, or one whole part of it, such as `passed` for `deadline/passed`. Of several equally near
/// the first. `None` where nothing is near, and for a name that is known.
pub fn nearest<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return None;
    }
    let judged = names
        .into_iter()
        .filter_map(|name| Some((distance(&typed, &name.to_lowercase())?, name)));
    judged
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// How far two names in lower case are from each other; `None` where too far.
fn distance(typed: &str, name: &str) -> Option<usize> {
    let slips = |name: &str| {
        let found = damerau_levenshtein(typed, name);
        let shorter = typed.chars().count().min(name.chars().count());
        (found <= (shorter / 3).max(1) && found < shorter).then_some(found)
    };
    let whole = slips(name);
    // A part counts for a little less than the whole.
    let parts = name.split(['/', '.']).filter(|part| *part != name);
    let part = parts.filter_map(slips).min().map(|found| found + 1);
    whole.into_iter().chain(part).min()
}

/// `; the nearest is `deadline/passed``, to follow what is said of a name that is not known; empty
/// where nothing is near.
pub fn hint<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    nearest(typed, names).map_or_else(String::new, |name| format!("; the nearest is `{name}`"))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const CODES: [&str; 4] = [
        "deadline/passed",
        "link/broken",
        "link/broken-anchor",
        "term/broken",
    ];

    #[test]
    fn a_slip_is_understood() {
        assert_eq!(nearest("link/brokn", CODES), Some("link/broken"));
        assert_eq!(nearest("Link/Broken", CODES), Some("link/broken"));
        assert_eq!(nearest("titel", ["theme", "title"]), Some("title"));
    }

    #[test]
    fn a_part_stands_for_the_whole() {
        assert_eq!(nearest("passed", CODES), Some("deadline/passed"));
        assert_eq!(nearest("broken", CODES), Some("link/broken"));
    }

    #[test]
    fn what_is_far_is_not_guessed() {
        assert_eq!(nearest("xyz", CODES), None);
        assert_eq!(nearest("", CODES), None);
        assert_eq!(nearest("a", ["b"]), None);
    }
}
