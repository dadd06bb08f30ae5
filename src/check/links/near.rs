//! What a slightly wrong link must have meant.

use crate::catalog::resolve::place::page_name;
use crate::document::front_matter::one_edit_apart;
use crate::document::revision::Revision;
use crate::path::{decode, encode};

/// The anchor of the page that differs by letter case or one letter, where just one does.
pub fn near_anchor<'r>(page: &'r Revision, fragment: &str) -> Option<&'r str> {
    let lower = fragment.to_lowercase();
    let headings = page.sections.iter().map(|section| &*section.anchor);
    let anchors: Vec<&str> = headings.chain(page.anchors.iter().map(|a| &**a)).collect();
    let same = anchors.iter().find(|a| a.to_lowercase() == lower);
    // Short names meet by chance: `step-1` and `step-2`.
    let mut close = anchors
        .iter()
        .filter(|a| a.chars().count() > 4 && one_edit_apart(a, fragment) && !numbered(a, fragment));
    let only = close.next().filter(|_| close.next().is_none());
    same.or(only).copied()
}

/// Whether the two differ in their numbers, which are no slips of one another.
fn numbered(a: &str, b: &str) -> bool {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    digits(a) != digits(b)
}

/// The target with the names of its path as the page `near` has them; query and fragment stay.
/// `None` where the page is not called what its path says.
pub fn with_path(target: &str, near: &str) -> Option<String> {
    let end = target.find(['#', '?']).unwrap_or(target.len());
    let (path, rest) = target.split_at(end);
    let mut parts: Vec<String> = path.split(['/', '\\']).map(decode).collect();
    let extension = extension(parts.last()?).to_owned();
    let mut names = near.split('/').rev();
    let last = parts.len() - 1;
    for (index, part) in parts.iter_mut().enumerate().rev() {
        if matches!(part.as_str(), "" | "." | ".." | "~") {
            break;
        }
        let name = names.next()?;
        let written = match index == last {
            true => part.strip_suffix(extension.as_str()).unwrap_or(part),
            false => part,
        };
        let alike = written.to_lowercase() == name.to_lowercase() || one_edit_apart(written, name);
        if !alike {
            return None;
        }
        *part = match index == last {
            true => format!("{name}{extension}"),
            false => name.to_owned(),
        };
    }
    let right = encode(&parts.join("/"));
    (right != path).then(|| format!("{right}{rest}"))
}

/// `.md` of `a.md`, with its dot; of names without a known one, nothing.
fn extension(name: &str) -> &str {
    &name[page_name(name).len()..]
}

#[cfg(test)]
mod tests {
    use super::with_path;

    #[test]
    fn the_names_of_the_page_take_the_place_of_the_wrong_ones() {
        assert_eq!(
            with_path("../Guides/Setup.md#a", "en/guides/setup").as_deref(),
            Some("../guides/setup.md#a")
        );
        assert_eq!(
            with_path("./portial.md?x=1", "guides/portal").as_deref(),
            Some("./portal.md?x=1")
        );
        assert_eq!(
            with_path("Landing.yaml", "landing").as_deref(),
            Some("landing.yaml")
        );
    }

    #[test]
    fn a_page_of_another_name_is_no_replacement() {
        assert_eq!(with_path("setup.md", "installation"), None);
    }
}
