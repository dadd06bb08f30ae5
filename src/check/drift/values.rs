//! The values of sections, by which they are compared: where links lead, images, days.

use rustc_hash::FxHashMap;

use crate::catalog::resolve::{Answer, Resolver, is_elsewhere};
use crate::check::drift::places::{Places, Target};
use crate::document::revision::{DateMention, Link, LinkKind, Revision};
use crate::document::shape::target::bare;

/// A text whose values are looked up by section.
pub struct Text<'a> {
    /// Whose values they are.
    pub revision: &'a Revision,
    /// In the order of their sections.
    links: Vec<&'a Link>,
    /// The same; a text has them file by file.
    dates: Vec<&'a DateMention>,
}

impl<'a> Text<'a> {
    /// The values of a revision.
    pub fn new(revision: &'a Revision) -> Self {
        let mut links: Vec<&Link> = revision.links.iter().collect();
        let mut dates: Vec<&DateMention> = revision.dates.iter().collect();
        links.sort_by_key(|link| link.section);
        dates.sort_by_key(|date| date.section);
        Self {
            revision,
            links,
            dates,
        }
    }
}

/// A value as compared, as written, and where.
pub struct Value {
    key: String,
    /// As written.
    pub written: String,
    /// The file of the text that it stands in.
    pub part: u16,
    /// Where, counted from 1.
    pub line: u32,
}

impl Text<'_> {
    /// The links of a section or its images, in order.
    pub fn links(&self, section: usize, kind: LinkKind) -> Vec<Value> {
        let links = of_section(&self.links, section, |link| link.section).iter();
        let value = |link: &&Link| {
            let (mut key, fragment) = bare(&link.target);
            key.push('#');
            key.push_str(fragment.unwrap_or_default());
            Value {
                key,
                written: link.target.to_string(),
                part: link.place.part,
                line: link.place.span.start.line,
            }
        };
        links.filter(|link| link.kind == kind).map(value).collect()
    }

    /// The days of a section, each once and in order: languages may repeat one.
    pub fn days(&self, section: usize) -> Vec<Value> {
        let dates = of_section(&self.dates, section, |date| date.section).iter();
        let value = |date: &&DateMention| {
            let day = date.day()?.to_string();
            Some(Value {
                key: day.clone(),
                written: day,
                part: date.place.part,
                line: date.place.span.start.line,
            })
        };
        let mut values: Vec<Value> = dates.filter_map(value).collect();
        values.sort_by(|a, b| a.key.cmp(&b.key));
        values.dedup_by(|a, b| a.key == b.key);
        values
    }
}

/// Those of a section, of values in the order of their sections.
fn of_section<'v, T>(
    values: &'v [&'v T],
    section: usize,
    of: impl Fn(&T) -> Option<u16>,
) -> &'v [&'v T] {
    let of = |value: &&T| of(value).map(usize::from);
    let first = values.partition_point(|value| of(value) < Some(section));
    let end = values.partition_point(|value| of(value) <= Some(section));
    &values[first..end]
}

/// What each side has and the other has not, in order.
pub fn unequal(found: Vec<Value>, expected: Vec<Value>) -> (Vec<Value>, Vec<Value>) {
    #[derive(Default)]
    struct Counts {
        expected: usize,
        both: usize,
    }
    let mut counts: FxHashMap<&str, Counts> = FxHashMap::default();
    for value in &expected {
        counts.entry(&value.key).or_default().expected += 1;
    }
    let mut take_expected = |value: &Value| match counts.get_mut(&*value.key) {
        Some(counts) if counts.both < counts.expected => {
            counts.both += 1;
            false
        }
        _ => true,
    };
    let here_only: Vec<bool> = found.iter().map(&mut take_expected).collect();
    let mut take_both = |value: &Value| match counts.get_mut(&*value.key) {
        Some(counts) if counts.both > 0 => {
            counts.both -= 1;
            false
        }
        _ => true,
    };
    let there_only: Vec<bool> = expected.iter().map(&mut take_both).collect();
    let only = |values: Vec<Value>, of: Vec<bool>| {
        let values = values.into_iter().zip(of);
        values
            .filter_map(|(value, is_only)| is_only.then_some(value))
            .collect()
    };
    (only(found, here_only), only(expected, there_only))
}

/// Takes out the links that lead to one place and are written otherwise.
pub fn drop_same_places(
    resolver: &Resolver<'_>,
    (own, found): (&Revision, &mut Vec<Value>),
    (reference, expected): (&Revision, &mut Vec<Value>),
) {
    if found.is_empty() || expected.is_empty() {
        return;
    }
    let pages = |revision: &Revision, values: &[Value]| -> Vec<_> {
        let pages = values.iter().map(|value| page(resolver, revision, value));
        pages.collect()
    };
    let (pages_here, pages_there) = (pages(own, found), pages(reference, expected));
    let mut places = Places::new(expected.iter().zip(&pages_there).map(target));
    let here = found.iter().zip(&pages_here).map(target);
    let taken_here: Vec<bool> = here.map(|target| places.take(target)).collect();
    let taken_there = places.into_taken();
    drop_taken(found, taken_here);
    drop_taken(expected, taken_there);
}

fn drop_taken(values: &mut Vec<Value>, taken: Vec<bool>) {
    let mut taken = taken.into_iter();
    values.retain(|_| !taken.next().unwrap_or_default());
}

fn target<'v>((value, page): (&'v Value, &'v Option<Box<str>>)) -> Target<'v> {
    let (path, fragment) = value.key.split_once('#').unwrap_or((&value.key, ""));
    Target {
        page: page.as_deref(),
        path,
        fragment,
        is_rooted: value.written.starts_with('/') || is_elsewhere(&value.written),
    }
}

/// The document that a link of a text leads to, where it is one of the site.
fn page(resolver: &Resolver<'_>, revision: &Revision, value: &Value) -> Option<Box<str>> {
    let link = (revision.part(value.part), value.written.trim());
    match resolver.link_on(revision, link, &revision.place.locale) {
        Answer::Page { document, .. } => Some(document),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, unequal};

    fn values(keys: &str) -> Vec<Value> {
        let value = |(line, key): (u32, char)| Value {
            key: key.to_string(),
            written: String::new(),
            part: 0,
            line,
        };
        (0..).zip(keys.chars()).map(value).collect()
    }

    fn told(values: &[Value]) -> Vec<(&str, u32)> {
        values
            .iter()
            .map(|value| (&*value.key, value.line))
            .collect()
    }

    #[test]
    fn what_both_have_is_taken_as_often_as_both_have_it() {
        for (found, expected, here, there) in [
            ("", "", "", ""),
            ("ab", "ba", "", ""),
            ("aab", "aaab", "", "2a"),
            ("aaabc", "aab", "2a4c", ""),
            ("xaya", "azab", "0x2y", "1z3b"),
        ] {
            let (found, expected) = unequal(values(found), values(expected));
            let line = |(key, line): (&str, u32)| format!("{line}{key}");
            let told = |values: &[Value]| told(values).into_iter().map(line).collect::<String>();
            assert_eq!((&*told(&found), &*told(&expected)), (here, there));
        }
    }
}
