//! Pages and files that readers, or some systems, would take for one another.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::check::{Check, Context, Scope};
use crate::finding::{Finding, Level, Rule, Span};
use crate::path::SourcePath;

/// Looks for two pages or files with one address.
pub const CHECK: Check = Check {
    rules: &[&COLLISION],
    scope: Scope::Site(find),
};

/// `input/address-collision`: two pages or files would have one address.
pub static COLLISION: Rule = Rule {
    code: "input/address-collision",
    level: Level::Warn,
    summary: "two pages or files would have one address",
    explanation: "\
Two pages want one address: `guides.md` and `guides/index.md`, or a page that is called as one
which every site has, such as `status.md`. Both are built; the one that is reported has a number
behind its name, and all links to it lead there.

Or two files differ only in upper and lower case, or only in how an accented letter is stored (as
one character, or as a letter and a mark). macOS and Windows take them for the same file, and
readers for the same address: one of the two would be lost.

Rename one of them.
",
};

fn find(context: &Context<'_>) -> Vec<Finding> {
    let files = context.resolver.files().map(|file| &file.path);
    let mut findings = collisions(files);
    let catalog = context.resolver.catalog;
    for (id, wanted) in &catalog.displaced {
        let editions = catalog.documents.get(id).map(|document| &document.editions);
        for edition in editions.into_iter().flat_map(|editions| editions.values()) {
            let revision = catalog.revision(edition.current());
            let place = &revision.place;
            let message =
                format!("the address of `{wanted}` is that of another page; this one is at `{id}`");
            let finding = COLLISION
                .about(revision.path(), message)
                .help("rename the file");
            findings.push(finding.of(&place.locale, id));
        }
    }
    findings
}

/// Reports files whose paths differ only in case or in Unicode normalisation (UAX #15, form C).
/// Each file after the first of its group gets one finding; the order of `paths` does not matter.
fn collisions<'a>(paths: impl IntoIterator<Item = &'a SourcePath>) -> Vec<Finding> {
    let mut groups: BTreeMap<String, Vec<&SourcePath>> = BTreeMap::new();
    for path in paths {
        groups.entry(address(path.as_str())).or_default().push(path);
    }
    let mut findings = Vec::new();
    for mut group in groups.into_values().filter(|group| group.len() > 1) {
        group.sort();
        group.dedup();
        findings.extend(group[1..].iter().map(|path| collision(group[0], path)));
    }
    findings
}

fn address(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    path.nfc()
        .collect::<String>()
        .to_lowercase()
        .nfc()
        .collect()
}

fn collision(first: &SourcePath, path: &SourcePath) -> Finding {
    let difference = if path.as_str().to_lowercase() == first.as_str().to_lowercase() {
        "upper and lower case"
    } else {
        "how its letters are stored"
    };
    COLLISION
        .about(
            path,
            format!("`{path}` differs from `{first}` only in {difference}"),
        )
        .help("rename one of the two")
        .related(first, Span::FILE, "the other file")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(names: &[&str]) -> Vec<SourcePath> {
        names.iter().map(|name| SourcePath::new(name)).collect()
    }

    #[test]
    fn names_that_differ_in_case_collide() {
        let found = collisions(&paths(&["en/b.md", "en/Ä.md", "en/ä.md", "en/a.md"]));
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0].message,
            "`en/ä.md` differs from `en/Ä.md` only in upper and lower case"
        );
    }

    #[test]
    fn spellings_of_one_name_collide() {
        let found = collisions(&paths(&["en/caf\u{e9}.md", "en/cafe\u{301}.md"]));
        assert_eq!(found.len(), 1);
        assert!(
            found[0]
                .message
                .ends_with("only in how its letters are stored")
        );
    }

    #[test]
    fn a_path_named_twice_is_no_collision() {
        assert!(collisions(&paths(&["a.md", "a.md", "b.md"])).is_empty());
    }
}
