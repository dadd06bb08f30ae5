//! What can be wrong with a file before a word of it is read: links, kinds, sizes and names.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization;

use crate::finding::{Finding, Level, Rule, Span};
use crate::path::SourcePath;

/// The largest file that is read, in bytes, unless settings say otherwise. The longest pages known
/// are below 1 MB; images and downloads of a manual rarely pass a tenth of this.
pub const LARGEST_FILE: u64 = 64 << 20;

/// The longest path below the root, in bytes. Linux allows 4,096 for the whole path, and a page's
/// output lies deeper than its source.
pub const LONGEST_PATH: usize = 1024;

/// Raised by the walk over a site's files.
pub static SYMLINK_OUTSIDE: Rule = Rule {
    code: "input/symlink-outside",
    level: Level::Warn,
    summary: "a symbolic link is not followed",
    explanation: "\
A symbolic link leads out of the site, to nothing, back to a folder above it, or on from a folder
that was itself reached by a link. It is not followed, so nothing from outside the site can be
published by accident and no page appears without end.

Put the file itself in its place, or name the folder that holds it under `sources` in `site.yaml`.
",
};

/// Raised by the walk over a site's files.
pub static SPECIAL_FILE: Rule = Rule {
    code: "input/special-file",
    level: Level::Warn,
    summary: "a pipe, socket or device is skipped",
    explanation: "\
What stands here is not a file but a named pipe, a socket or a device. Opening it could wait for
ever, so it is skipped.

Remove it from the folder of the texts.
",
};

/// Raised by the walk over a site's files.
pub static TOO_LARGE: Rule = Rule {
    code: "input/too-large",
    level: Level::Warn,
    summary: "a file is larger than the limit",
    explanation: "\
The file is larger than the limit for one file and is skipped. A text of that size is nearly always
something else under a text's name: a log, a database, a recording.

Split it, or raise the limit under `limits` in `site.yaml`.
",
};

/// Raised by the walk over a site's files.
pub static FILE_NAME: Rule = Rule {
    code: "input/file-name",
    level: Level::Warn,
    summary: "a file name cannot be used on every system",
    explanation: "\
The name of this file cannot be written everywhere. A name that is not UTF-8, or a path that is too
long for an address, is skipped. A name that Windows reserves (`con`, `nul`, `com1`, or one with
`:`, `?`, `*`, `<`, `>`, `|`, `\"`, `\\`, a dot or a space at its end) is built, but the texts cannot
be checked out there.

Rename the file, and the links that lead to it.
",
};

/// Raised by [`collisions`].
pub static ADDRESS_COLLISION: Rule = Rule {
    code: "input/address-collision",
    level: Level::Warn,
    summary: "two files have names that some systems take for one",
    explanation: "\
Two files differ only in upper and lower case, or only in how an accented letter is stored (as one
character, or as a letter and a mark). macOS and Windows take them for the same file, and readers
for the same address: one of the two would be lost.

Rename one of them.
",
};

/// Reports files whose paths differ only in case or in Unicode normalisation (UAX #15, form C).
/// Each file after the first of its group gets one finding; the order of `paths` does not matter.
pub fn collisions<'a>(paths: impl IntoIterator<Item = &'a SourcePath>) -> Vec<Finding> {
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
    ADDRESS_COLLISION
        .about(
            path,
            format!("`{path}` differs from `{first}` only in {difference}"),
        )
        .help("rename one of the two")
        .related(first, Span::FILE, "the other file")
}

/// Why Windows would not have a file of this name, if it would not.
pub fn reserved(name: &str) -> Option<String> {
    let stem = name
        .split('.')
        .next()
        .unwrap_or(name)
        .trim_end()
        .to_ascii_lowercase();
    let numbered = |port: &str| {
        stem.strip_prefix(port)
            .is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']))
    };
    if matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
    {
        return Some(format!("Windows keeps the name `{stem}` for a device"));
    }
    if name.ends_with(['.', ' ']) {
        return Some("Windows drops the dot or space at its end".to_owned());
    }
    let forbidden =
        |c: &char| matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\') || *c < ' ';
    let found = name.chars().find(forbidden)?;
    Some(format!(
        "Windows does not allow `{}` in it",
        found.escape_debug()
    ))
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

    #[test]
    fn names_that_windows_reserves_are_known() {
        for name in [
            "con.md", "NUL", "com1.txt", "lpt9.md", "a.", "b ", "a:b.md", "q?.md",
        ] {
            assert!(reserved(name).is_some(), "{name}");
        }
        for name in ["contact.md", "com0.md", "com10.md", "a.b.md", "größe.md"] {
            assert!(reserved(name).is_none(), "{name}");
        }
    }
}
