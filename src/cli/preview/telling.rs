//! What the terminal shows of a preview: one line a rebuild.

use std::collections::BTreeMap;
use std::time::Duration;

use crate::cli::preview::known::Difference;
use crate::finding::Level;
use crate::messages::{Argument, Messages};
use crate::path::SourcePath;
use crate::report::look::number;

/// How many files a line names.
const NAMED: usize = 2;

/// How many kinds of findings a line names.
const CODES: usize = 3;

/// What was read when the preview began.
#[derive(Clone, Copy, Debug)]
pub struct Read {
    /// Pages of the site.
    pub pages: usize,
    /// Languages of the site.
    pub languages: usize,
    /// How long reading took.
    pub took: Duration,
}

/// `1,200 pages in 5 languages, read in 310 ms; findings: 2 deny, 31 warn, 4 note`
pub fn beginning(words: &Messages, read: Read, levels: &BTreeMap<Level, usize>) -> String {
    let counts = levels.iter().rev();
    let counts: Vec<String> = counts
        .map(|(level, count)| format!("{count} {level}"))
        .collect();
    let found = match counts.is_empty() {
        true => words.text("cli-findings-none", &[]),
        false => {
            let levels = counts.join(", ");
            words.text("cli-preview-found", &[("levels", Argument::Text(&levels))])
        }
    };
    let time = spent(read.took);
    let arguments = [
        ("pages", number(read.pages)),
        ("languages", number(read.languages)),
        ("time", Argument::Text(&time)),
        ("found", Argument::Text(&found)),
    ];
    words.text("cli-preview-read", &arguments)
}

/// `content/fr-FR/start.md: 8 ms, findings +1 (link/broken) -2`
pub fn rebuild(
    words: &Messages,
    changed: &[SourcePath],
    took: Duration,
    difference: &Difference,
) -> String {
    let found = found(words, difference);
    format!("{}: {}, {found}", what(words, changed), spent(took))
}

fn found(words: &Messages, difference: &Difference) -> String {
    let gained: usize = difference.gained.values().sum();
    if gained + difference.lost == 0 {
        return words.text("cli-preview-same", &[]);
    }
    let kinds = difference.gained.keys().map(|(_, code)| *code);
    let mut codes: Vec<&str> = kinds.take(CODES).collect();
    if difference.gained.len() > CODES {
        codes.push("…");
    }
    let named = match codes.is_empty() {
        true => String::new(),
        false => format!(" ({})", codes.join(", ")),
    };
    let difference = format!("+{gained}{named} -{}", difference.lost);
    let arguments = [("difference", Argument::Text(&difference))];
    words.text("cli-preview-difference", &arguments)
}

/// The files by name where they are few, else by the folder that holds most of them.
fn what(words: &Messages, changed: &[SourcePath]) -> String {
    if changed.len() <= NAMED {
        let names: Vec<&str> = changed.iter().map(SourcePath::as_str).collect();
        return names.join(", ");
    }
    let mut folders: BTreeMap<&str, usize> = BTreeMap::new();
    for path in changed {
        *folders.entry(top(path)).or_default() += 1;
    }
    let most = folders.iter().max_by_key(|(_, count)| **count);
    let folder = most.map_or("", |(folder, _)| *folder);
    let arguments = [
        ("count", number(changed.len())),
        ("folder", Argument::Text(folder)),
        ("others", number(folders.len().saturating_sub(1))),
    ];
    match folders.len() {
        1 => words.text("cli-preview-files", &arguments),
        _ => words.text("cli-preview-files-more", &arguments),
    }
}

/// The first two parts of a path, such as `content/fr-FR`.
fn top(path: &SourcePath) -> &str {
    let folder = path.folder();
    let mut ends = folder.match_indices('/').map(|(at, _)| at);
    ends.nth(1).map_or(folder, |end| &folder[..end])
}

fn spent(took: Duration) -> String {
    match took.as_millis() {
        0 => "<1 ms".to_owned(),
        milliseconds @ 1..10_000 => format!("{milliseconds} ms"),
        milliseconds => format!("{:.1} s", milliseconds as f64 / 1000.0),
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::*;
    use crate::locale::tag::Locale;

    fn told(names: &[&str], difference: &Difference) -> String {
        let words = Messages::of_program(&Locale::parse("en").expect("a tag"));
        let names: Vec<SourcePath> = names.iter().map(|name| SourcePath::new(name)).collect();
        rebuild(&words, &names, Duration::from_millis(8), difference)
    }

    #[test]
    fn few_files_are_named() {
        let nothing = Difference::default();
        assert_eq!(
            told(&["content/fr-FR/a.md"], &nothing),
            "content/fr-FR/a.md: 8 ms, findings as before"
        );
    }

    #[test]
    fn many_files_are_counted_by_folder() {
        let names: Vec<String> = (0..19)
            .map(|n| format!("content/fr-FR/deep/{n}.md"))
            .collect();
        let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
        let nothing = Difference::default();
        assert!(told(&names, &nothing).starts_with("19 files in content/fr-FR: "));
        names.push("content/en-US/a.md");
        assert!(told(&names, &nothing).starts_with("20 files in content/fr-FR and 1 other folder"));
    }

    #[test]
    fn findings_that_came_are_named_by_their_codes() {
        let difference = Difference {
            gained: BTreeMap::from([
                ((Reverse(Level::Note), "drift/missing"), 2),
                ((Reverse(Level::Deny), "link/broken"), 1),
            ]),
            lost: 4,
        };
        assert!(told(&["a"], &difference).ends_with("+3 (link/broken, drift/missing) -4"));
    }
}
