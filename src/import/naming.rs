//! Names that every system can hold and every address can carry.

use unicode_normalization::UnicodeNormalization;

use crate::limits::{IMPORTED_NAME_BYTES, IMPORTED_PATH_BYTES};
use crate::path::{device, normalize};

/// A path that can be written everywhere, as near to `path` as can be. `None` where it leaves its
/// folder, or nothing is left of it.
pub fn portable(path: &str) -> Option<String> {
    let path = path.replace('\\', "/");
    if path.starts_with('/') || path.contains('\0') {
        return None;
    }
    let plain = normalize(&path).filter(|plain| !plain.is_empty())?;
    let joined = plain.split('/').map(part).collect::<Vec<_>>().join("/");
    (joined.len() <= IMPORTED_PATH_BYTES.most).then_some(joined)
}

/// The form in which two paths are compared: those that macOS or Windows take for one are equal.
pub fn folded(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    let composed: String = path.nfc().collect();
    composed.to_lowercase().nfc().collect()
}

/// A name for a guide that has none, of words such as an anchor.
pub fn id(words: &str) -> Option<String> {
    let words: String = words
        .trim()
        .chars()
        .map(|c| if c.is_whitespace() { '-' } else { c })
        .collect();
    let name = part(&words.replace(['/', '@', '#', '%'], "-"));
    let name = name.trim_matches(['-', '.', '_']);
    // A page of this name would be read as navigation.
    let name = if name.eq_ignore_ascii_case("toc") {
        "toc-page"
    } else {
        name
    };
    (!name.is_empty()).then(|| name.to_owned())
}

fn part(name: &str) -> String {
    let forbidden =
        |c: char| c.is_control() || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\');
    let kept: String = name
        .nfc()
        .map(|c| if forbidden(c) { '-' } else { c })
        .collect();
    let mut kept = shortened(kept.trim_end_matches(['.', ' ']).trim_start());
    if device(&kept).is_some() {
        let stem = kept.find('.').unwrap_or(kept.len());
        kept.insert(stem, '_');
    }
    if kept.is_empty() {
        "_".to_owned()
    } else {
        kept
    }
}

/// Long names keep their beginning, their ending, and a mark that tells them from their likes.
fn shortened(name: &str) -> String {
    if name.len() <= IMPORTED_NAME_BYTES.most {
        return name.to_owned();
    }
    let ending = name
        .rfind('.')
        .filter(|at| name.len() - at <= 12)
        .unwrap_or(name.len());
    let mut cut = IMPORTED_NAME_BYTES.most - 24;
    while !name.is_char_boundary(cut) {
        cut -= 1;
    }
    let mark = blake3::hash(name.as_bytes()).to_hex();
    format!("{}-{}{}", &name[..cut], &mark[..8], &name[ending..])
}

/// Whether a file's name, without its ending, says nothing: a number, a hash, an id.
pub fn says_nothing(stem: &str) -> bool {
    let name = stem.rsplit('/').next().unwrap_or(stem);
    let digits = name.chars().any(|c| c.is_ascii_digit());
    digits
        && name
            .chars()
            .all(|c| c.is_ascii_hexdigit() || matches!(c, '-' | '_' | '.' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_leave_their_folder_are_refused() {
        for path in [
            "../a.md",
            "/etc/passwd",
            "a/../../b",
            "a\0b",
            "",
            "..\\..\\a",
        ] {
            assert_eq!(portable(path), None, "{path:?}");
        }
        assert_eq!(portable("a/./b/../c.md").as_deref(), Some("a/c.md"));
    }

    #[test]
    fn names_that_windows_cannot_hold_are_mended() {
        assert_eq!(portable("a/con.md").as_deref(), Some("a/con_.md"));
        assert_eq!(portable("what?.md").as_deref(), Some("what-.md"));
        assert_eq!(portable("folder./a.md").as_deref(), Some("folder/a.md"));
    }

    #[test]
    fn long_names_are_cut_and_stay_different() {
        let names = ["x", "y"].map(|end| portable(&format!("{}{end}.md", "é".repeat(200))));
        let [a, b] = names.map(|name| name.expect("a long name can be cut"));
        assert!(a.len() <= IMPORTED_NAME_BYTES.most && a.ends_with(".md") && a != b);
    }

    #[test]
    fn numbers_and_hashes_say_nothing() {
        assert!(says_nothing("000_96267ea3aef1a5f9") && says_nothing("in/042"));
        assert!(!says_nothing("guide-2") && !says_nothing("face"));
    }

    #[test]
    fn an_id_is_one_part_of_a_path() {
        assert_eq!(id(" a/b @c ").as_deref(), Some("a-b--c"));
        assert_eq!(id("..."), None);
        assert_eq!(id("TOC").as_deref(), Some("toc-page"));
    }
}
