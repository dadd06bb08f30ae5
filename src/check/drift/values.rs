//! The values of sections, by which they are compared: where links lead, images, days.

use rustc_hash::FxHashMap;

use crate::catalog::resolve::{Answer, Resolver, is_elsewhere};
use crate::document::revision::{DateMention, Link, LinkKind, Revision};
use crate::document::shape::target::bare;

/// A text whose values are looked up by section.
pub struct Text<'a> {
    /// The text.
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
    let is_here_only = |value: &Value| match counts.get_mut(&*value.key) {
        Some(counts) if counts.both < counts.expected => {
            counts.both += 1;
            false
        }
        _ => true,
    };
    let here_only: Vec<bool> = found.iter().map(is_here_only).collect();
    let is_there_only = |value: &Value| match counts.get_mut(&*value.key) {
        Some(counts) if counts.both > 0 => {
            counts.both -= 1;
            false
        }
        _ => true,
    };
    let there_only: Vec<bool> = expected.iter().map(is_there_only).collect();
    let kept = |values: Vec<Value>, kept: Vec<bool>| {
        let values = values.into_iter().zip(kept);
        values
            .filter_map(|(value, kept)| kept.then_some(value))
            .collect()
    };
    (kept(found, here_only), kept(expected, there_only))
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
    let mut there: Vec<_> = expected
        .drain(..)
        .map(|value| (page(resolver, reference, &value), value))
        .collect();
    found.retain(|value| {
        let here = page(resolver, own, value);
        let same = |(page, other): &(Option<Box<str>>, Value)| {
            is_same_place((&here, value), (page, other))
        };
        let same = there.iter().position(same);
        same.map(|at| there.remove(at)).is_none()
    });
    expected.extend(there.into_iter().map(|(_, value)| value));
}

/// The document that a link of a text leads to, where it is one of the site.
fn page(resolver: &Resolver<'_>, revision: &Revision, value: &Value) -> Option<Box<str>> {
    let link = (revision.part(value.part), value.written.trim());
    match resolver.link_on(revision, link, &revision.place.locale) {
        Answer::Page { document, .. } => Some(document),
        _ => None,
    }
}

/// Whether two links with their pages lead to one place: to the same page, or, of pages that the
/// tree does not hold, where one is the other written from the top: `/docs/concepts/` beside
/// `../concepts/`.
fn is_same_place(
    (page, a): (&Option<Box<str>>, &Value),
    (other_page, b): (&Option<Box<str>>, &Value),
) -> bool {
    let (Some((path, own)), Some((other_path, other))) =
        (a.key.split_once('#'), b.key.split_once('#'))
    else {
        return false;
    };
    if own != other {
        return false;
    }
    if let (Some(page), Some(other)) = (page, other_page) {
        return page == other;
    }
    let is_rooted = |value: &Value| value.written.starts_with('/') || is_elsewhere(&value.written);
    let (top, below) = match (is_rooted(a), is_rooted(b)) {
        (true, false) => (path, other_path),
        (false, true) => (other_path, path),
        _ => return false,
    };
    let rest = top.strip_suffix(below).filter(|_| !below.is_empty());
    rest.is_some_and(|rest| rest.ends_with('/'))
}
