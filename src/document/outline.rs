//! Sections: a heading and what follows it up to the next one.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::document::ascii::{Run, eight};
use crate::finding::Span;

/// A heading and what follows it. What precedes the first heading belongs to no section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The `<a name>` of the heading, else its `{#id}`, else its slug.
    pub anchor: Box<str>,
    /// Its names besides the anchor; apart, since few have any.
    pub others: Option<Box<OtherNames>>,
    /// Whether the text names the anchor itself, and it is not the slug of the words.
    pub named: bool,
    /// 1 to 6.
    pub level: u8,
    /// The words of the heading, without markup.
    pub title: Box<str>,
    /// Which file of the revision the heading stands in.
    pub part: u16,
    /// The heading as written.
    pub span: Span,
    /// Characters of the heading before its words: `## ` has three.
    pub marks: u8,
}

/// Names of a section besides its anchor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherNames {
    /// A second name that it has on Learn, so that links use it.
    pub also: Option<Box<str>>,
    /// Its id on the page, where an earlier section has the same anchor.
    pub unique: Option<Box<str>>,
}

impl Section {
    /// The id of the section on its page.
    pub fn id(&self) -> &str {
        let unique = self
            .others
            .as_ref()
            .and_then(|names| names.unique.as_deref());
        unique.unwrap_or(&self.anchor)
    }

    /// A second name that it has on Learn, so that links use it.
    pub fn also(&self) -> Option<&str> {
        self.others.as_ref()?.also.as_deref()
    }

    /// Whether a fragment names it.
    pub fn answers_to(&self, fragment: &str) -> bool {
        &*self.anchor == fragment || self.id() == fragment || self.also() == Some(fragment)
    }
}

/// The anchor of a heading without one: lower case, without what is neither letter, digit, `_`,
/// `-` nor space, spaces as `-`.
pub fn slug(title: &str) -> String {
    let title = title.trim();
    let mut slug = String::with_capacity(title.len());
    let mut at = 0;
    loop {
        // Most of a title are letters of ASCII, which are taken many at once.
        let run = Run::of(eight(title.as_bytes(), at));
        let end = at + run.length;
        slug.push_str(&title[at..end]);
        if run.capitals != 0 {
            let start = slug.len() - run.length;
            slug[start..].make_ascii_lowercase();
        }
        let Some(c) = title[end..].chars().next() else {
            return slug;
        };
        at = end + c.len_utf8();
        match c {
            ' ' => slug.push('-'),
            '_' | '-' | 'ß'..='ö' | 'ø'..='ÿ' => slug.push(c),
            _ if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            _ if c.is_ascii() => {}
            _ => slug.extend(c.to_lowercase().filter(kept)),
        }
    }
}

/// The anchor that Learn gives a question: its words in lower case, with a hyphen for each sign
/// that is neither letter nor digit.
pub fn hyphenated(title: &str) -> String {
    let kept = |c: char| {
        if c.is_alphanumeric() || is_mark(c) {
            c
        } else {
            '-'
        }
    };
    title.trim().to_lowercase().chars().map(kept).collect()
}

fn kept(c: &char) -> bool {
    c.is_alphanumeric() || is_mark(*c)
}

/// Vowel and tone marks without which Indic and Thai words are others.
fn is_mark(c: char) -> bool {
    let c = c as u32;
    matches!(c, 0x0300..=0x036F | 0x0900..=0x0DFF | 0x0E31..=0x0E4E | 0x0591..=0x05C7 | 0x064B..=0x065F)
}

/// Gives repeated anchors ids of their own: the first keeps its name, the others get `-1`, `-2`.
/// Ids that the page gives elsewhere, in `taken`, are left alone.
pub fn make_unique(sections: &mut [Section], taken: &[Box<str>]) {
    let mut used: BTreeSet<Box<str>> = sections.iter().map(|s| s.anchor.clone()).collect();
    used.extend(taken.iter().cloned());
    // The last number behind each anchor: a page may repeat one thousands of times.
    let mut seen: BTreeMap<Box<str>, usize> = BTreeMap::new();
    for section in sections {
        let last = seen.entry(section.anchor.clone());
        if !section.anchor.is_empty() && matches!(last, Entry::Vacant(_)) {
            last.or_default();
            continue;
        }
        let stem = if section.anchor.is_empty() {
            "section"
        } else {
            &section.anchor
        };
        let last = last.or_default();
        loop {
            *last += 1;
            let id = format!("{stem}-{last}").into_boxed_str();
            if used.insert(id.clone()) {
                section.others.get_or_insert_default().unique = Some(id);
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{kept, slug};

    /// The same, letter by letter.
    fn slowly(title: &str) -> String {
        let letter = |c: char| match c {
            ' ' => vec!['-'],
            '_' | '-' => vec![c],
            _ => c.to_lowercase().filter(kept).collect(),
        };
        title.trim().chars().flat_map(letter).collect()
    }

    #[test]
    fn a_slug_is_made_of_every_letter() {
        let parts = [
            "Partner",
            "ACCOUNTS",
            "migrations",
            " ",
            "d'",
            "É",
            "ß",
            "İ",
            "移行",
            "x_1-2.",
            "!",
        ];
        for number in 0..parts.len().pow(4) {
            let part = |at: u32| parts[number / parts.len().pow(at) % parts.len()];
            let title: String = (0..4).map(part).collect();
            assert_eq!(slug(&title), slowly(&title), "{title}");
        }
        assert_eq!(slug(""), "");
        assert_eq!(slug("  What's New in 2019?  "), "whats-new-in-2019");
    }
}
