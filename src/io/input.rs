//! What can be wrong with a file before a word of it is read: links, kinds, sizes and names.

use crate::finding::{Level, Rule};
use crate::path::device;

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

/// Why Windows would not have a file of this name, if it would not.
pub fn reserved(name: &str) -> Option<String> {
    if let Some(stem) = device(name) {
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
