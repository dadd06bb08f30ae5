//! What differs between a section and its counterpart in the reference, value by value.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::document::outline::Section;
use crate::document::revision::{LinkKind, Revision};
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
    /// What the translation has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<String>,
    /// What the reference has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
}

/// Everything that differs between two paired sections; `a` is the reference's.
pub fn between(reference: &Revision, a: usize, own: &Revision, b: usize) -> Vec<ValueChange> {
    let mut changes = Vec::new();
    let kinds = shape::differences(&reference.shapes[a + 1], &own.shapes[b + 1]);
    let kinds: BTreeSet<ChangeKind> = kinds.into_iter().filter_map(change_kind).collect();
    for kind in kinds {
        let (found, expected) = match kind {
            ChangeKind::Link => (
                links(own, b, LinkKind::Link),
                links(reference, a, LinkKind::Link),
            ),
            ChangeKind::Image => (
                links(own, b, LinkKind::Image),
                links(reference, a, LinkKind::Image),
            ),
            ChangeKind::Date => (days(own, b), days(reference, a)),
            _ => (Vec::new(), Vec::new()),
        };
        if found.is_empty() && expected.is_empty() {
            changes.push(bare_change(kind, (own, b)));
        } else {
            changes.extend(unequal(kind, found, expected, (own, b)));
        }
    }
    if reference.sections[a].level != own.sections[b].level {
        let level = |revision: &Revision, index: usize| revision.sections[index].level.to_string();
        let mut change = bare_change(ChangeKind::Heading, (own, b));
        (change.found, change.expected) = (Some(level(own, b)), Some(level(reference, a)));
        changes.push(change);
    }
    changes.dedup();
    changes
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

/// Sets what both have aside and pairs what is left in order.
fn unequal(
    kind: ChangeKind,
    mut found: Vec<Value>,
    mut expected: Vec<Value>,
    own: (&Revision, usize),
) -> Vec<ValueChange> {
    found.retain(|value| {
        let same = expected.iter().position(|other| other.key == value.key);
        same.map(|at| expected.remove(at)).is_none()
    });
    found.retain(|value| {
        let same = expected
            .iter()
            .position(|other| same_place(&value.key, &other.key));
        same.filter(|_| kind == ChangeKind::Link)
            .map(|at| expected.remove(at))
            .is_none()
    });
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

/// Whether one link is the other written from a folder further down: `/docs/concepts/` beside
/// `../concepts/`.
fn same_place(a: &str, b: &str) -> bool {
    let (Some((a, own)), Some((b, other))) = (a.split_once('#'), b.split_once('#')) else {
        return false;
    };
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let rest = long.strip_suffix(short).filter(|_| !short.is_empty());
    own == other && rest.is_some_and(|rest| rest.ends_with('/'))
}

/// The section of a translation that a change speaks of, by its index.
pub fn section_of(own: &Revision, change: &ValueChange) -> Option<usize> {
    let here = |section: &Section| {
        section.span.start.line <= change.line && *section.anchor == *change.anchor
    };
    own.sections.iter().rposition(here)
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

    /// The same where it is plain which section is spoken of.
    pub fn sentence_here(&self) -> String {
        match (&self.found, &self.expected) {
            (None, None) => format!("the {} differs from the newest text", self.kind.word()),
            _ => self.sentence(),
        }
    }
}

fn bare_change(kind: ChangeKind, (own, section): (&Revision, usize)) -> ValueChange {
    let section = &own.sections[section];
    let (anchor, line) = (section.anchor.to_string(), section.span.start.line);
    ValueChange {
        kind,
        anchor,
        line,
        part: section.part,
        found: None,
        expected: None,
    }
}

fn links(revision: &Revision, section: usize, kind: LinkKind) -> Vec<Value> {
    let here = |index: Option<u16>| index.is_some_and(|index| usize::from(index) == section);
    let links = revision
        .links
        .iter()
        .filter(|link| here(link.section) && link.kind == kind);
    let value = |link: &crate::document::revision::Link| {
        let (path, fragment) = bare(&link.target);
        Value {
            key: format!("{path}#{}", fragment.unwrap_or_default()),
            written: link.target.to_string(),
            part: link.place.part,
            line: link.place.span.start.line,
        }
    };
    links.map(value).collect()
}

/// The days of a section, each once and in order: languages may repeat one.
fn days(revision: &Revision, section: usize) -> Vec<Value> {
    let here = |index: Option<u16>| index.is_some_and(|index| usize::from(index) == section);
    let dates = revision.dates.iter().filter(|date| here(date.section));
    let mut values: Vec<Value> = dates
        .filter_map(|date| {
            let day = date.day()?.to_string();
            Some(Value {
                key: day.clone(),
                written: day,
                part: date.place.part,
                line: date.place.span.start.line,
            })
        })
        .collect();
    values.sort_by(|a, b| a.key.cmp(&b.key));
    values.dedup_by(|a, b| a.key == b.key);
    values
}
