//! What differs between a section and its counterpart in the reference, value by value.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::catalog::resolve::Resolver;
use crate::check::drift::values::{Text, Value, drop_same_places, unequal};
use crate::document::revision::{LinkKind, Revision};
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
