//! What differs between a section and its counterpart in the reference, value by value.

use std::collections::{BTreeSet, HashMap};

use schemars::JsonSchema;
use serde::Serialize;

use crate::catalog::resolve::{Answer, Resolver, is_elsewhere};
use crate::document::revision::{DateMention, Link, LinkKind, Revision};
use crate::document::shape::target::bare;
use crate::document::shape::{self, Kind};

/// What kind of thing differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// Where a link leads.
    Link,
    /// A block of code, or words in it.
    Code,
    /// A day.
    Date,
    /// A number in prose.
    Number,
    /// Which image is shown.
    Image,
    /// The kind of an alert.
    Alert,
    /// The length of a list.
    List,
    /// The size of a table.
    Table,
    /// How many headings there are, or of which level.
    Heading,
    /// How much text there is.
    Text,
}

impl ChangeKind {
    /// The word for it in messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Code => "code",
            Self::Date => "date",
            Self::Number => "number",
            Self::Image => "image",
            Self::Alert => "alert",
            Self::List => "list",
            Self::Table => "table",
            Self::Heading => "heading",
            Self::Text => "text",
        }
    }
}

/// One difference, told by the translation's own place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ValueChange {
    /// What differs.
    pub kind: ChangeKind,
    /// Of the translation's section.
    pub anchor: String,
    /// Where, counted from 1.
    pub line: u32,
    /// The file of the translation that the line is one of.
    #[serde(skip)]
    pub part: u16,
    /// The index of the translation's section; none before the first heading.
    #[serde(skip)]
    pub section: Option<u16>,
    /// What the translation has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// What the reference has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
}

/// A text whose values are looked up by section.
pub struct Text<'a> {
    revision: &'a Revision,
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

/// Everything that differs between two paired sections: the reference's and the translation's.
pub fn between(
    resolver: &Resolver<'_>,
    (reference, a): (&Text<'_>, usize),
    (own, b): (&Text<'_>, usize),
) -> Vec<ValueChange> {
    let mut changes = Vec::new();
    let (theirs, ours) = (reference.revision, own.revision);
    for kind in kinds((theirs, a), (ours, b)) {
        changes.extend(of_kind(resolver, kind, (reference, a), (own, b)));
    }
    if theirs.sections[a].level != ours.sections[b].level {
        let level = |revision: &Revision, index: usize| revision.sections[index].level.to_string();
        let mut change = bare_change(ChangeKind::Heading, (ours, b));
        (change.found, change.expected) = (Some(level(ours, b)), Some(level(theirs, a)));
        changes.push(change);
    }
    changes.dedup();
    changes
}

/// Whether anything differs: less work than to tell what. Links, which take longest to look up, are
/// asked for last.
pub fn differ(
    resolver: &Resolver<'_>,
    (reference, a): (&Text<'_>, usize),
    (own, b): (&Text<'_>, usize),
) -> bool {
    let (theirs, ours) = (reference.revision, own.revision);
    let mut kinds = kinds((theirs, a), (ours, b)).into_iter().rev();
    theirs.sections[a].level != ours.sections[b].level
        || kinds.any(|kind| !of_kind(resolver, kind, (reference, a), (own, b)).is_empty())
}

fn kinds((theirs, a): (&Revision, usize), (ours, b): (&Revision, usize)) -> BTreeSet<ChangeKind> {
    let kinds = shape::differences(&theirs.shapes[a + 1], &ours.shapes[b + 1]);
    kinds.into_iter().filter_map(change_kind).collect()
}

fn of_kind(
    resolver: &Resolver<'_>,
    kind: ChangeKind,
    (reference, a): (&Text<'_>, usize),
    (own, b): (&Text<'_>, usize),
) -> Vec<ValueChange> {
    let (found, expected) = match kind {
        ChangeKind::Link => (
            own.links(b, LinkKind::Link),
            reference.links(a, LinkKind::Link),
        ),
        ChangeKind::Image => (
            own.links(b, LinkKind::Image),
            reference.links(a, LinkKind::Image),
        ),
        ChangeKind::Date => (own.days(b), reference.days(a)),
        _ => (Vec::new(), Vec::new()),
    };
    let (theirs, ours) = (reference.revision, own.revision);
    if found.is_empty() && expected.is_empty() {
        return vec![bare_change(kind, (ours, b))];
    }
    let (mut found, mut expected) = unequal(found, expected);
    if kind == ChangeKind::Link {
        drop_same_places(resolver, (ours, &mut found), (theirs, &mut expected));
    }
    paired(kind, found, expected, (ours, b))
}

/// A value as compared, as written, and where.
struct Value {
    key: String,
    written: String,
    part: u16,
    line: u32,
}

fn change_kind(kind: Kind) -> Option<ChangeKind> {
    match kind {
        Kind::Link | Kind::Fragment => Some(ChangeKind::Link),
        Kind::Image => Some(ChangeKind::Image),
        Kind::Code | Kind::InlineCode => Some(ChangeKind::Code),
        Kind::Number => Some(ChangeKind::Number),
        Kind::Alert => Some(ChangeKind::Alert),
        Kind::List => Some(ChangeKind::List),
        Kind::Table => Some(ChangeKind::Table),
        Kind::Date => Some(ChangeKind::Date),
        Kind::Digit
        | Kind::Anchor
        | Kind::Line
        | Kind::Block
        | Kind::Name
        | Kind::Word
        | Kind::Title => None,
    }
}

/// What each side has and the other has not, in order.
fn unequal(mut found: Vec<Value>, mut expected: Vec<Value>) -> (Vec<Value>, Vec<Value>) {
    let mut there: HashMap<String, usize> = HashMap::new();
    for value in &expected {
        *there.entry(value.key.clone()).or_default() += 1;
    }
    let mut both: HashMap<String, usize> = HashMap::new();
    found.retain(|value| match there.get_mut(&value.key) {
        Some(left @ 1..) => {
            *left -= 1;
            *both.entry(value.key.clone()).or_default() += 1;
            false
        }
        _ => true,
    });
    expected.retain(|value| match both.get_mut(&value.key) {
        Some(left @ 1..) => {
            *left -= 1;
            false
        }
        _ => true,
    });
    (found, expected)
}

/// Takes out the links that lead to one place and are written otherwise.
fn drop_same_places(
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

/// Pairs what is left in order.
fn paired(
    kind: ChangeKind,
    found: Vec<Value>,
    expected: Vec<Value>,
    own: (&Revision, usize),
) -> Vec<ValueChange> {
    let count = found.len().max(expected.len());
    let (mut found, mut expected) = (found.into_iter(), expected.into_iter());
    let next = |_| {
        let (own_value, reference_value) = (found.next(), expected.next());
        let mut change = bare_change(kind, own);
        if let Some(value) = &own_value {
            (change.part, change.line) = (value.part, value.line);
        }
        change.found = own_value.map(|value| value.written);
        change.expected = reference_value.map(|value| value.written);
        change
    };
    (0..count).map(next).collect()
}

impl ValueChange {
    /// What differs, in one sentence.
    pub fn sentence(&self) -> String {
        let what = self.kind.word();
        match (&self.found, &self.expected) {
            (Some(found), Some(expected)) => {
                format!("the {what} `{found}` is `{expected}` in the newest text")
            }
            (Some(found), None) => format!("the {what} `{found}` is not in the newest text"),
            (None, Some(expected)) => {
                format!("the {what} `{expected}` of the newest text is missing")
            }
            (None, None) => format!(
                "the {what} of section `{}` differs from the newest text",
                self.anchor
            ),
        }
    }
}

/// A change of a section as a whole, without values.
pub fn bare_change(kind: ChangeKind, (own, index): (&Revision, usize)) -> ValueChange {
    let section = &own.sections[index];
    let (anchor, line) = (section.anchor.to_string(), section.span.start.line);
    ValueChange {
        kind,
        anchor,
        line,
        part: section.part,
        section: u16::try_from(index).ok(),
        found: None,
        expected: None,
    }
}

impl Text<'_> {
    fn links(&self, section: usize, kind: LinkKind) -> Vec<Value> {
        let links = of_section(&self.links, section, |link| link.section).iter();
        let value = |link: &&Link| {
            let (path, fragment) = bare(&link.target);
            Value {
                key: format!("{path}#{}", fragment.unwrap_or_default()),
                written: link.target.to_string(),
                part: link.place.part,
                line: link.place.span.start.line,
            }
        };
        links.filter(|link| link.kind == kind).map(value).collect()
    }

    /// The days of a section, each once and in order: languages may repeat one.
    fn days(&self, section: usize) -> Vec<Value> {
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
