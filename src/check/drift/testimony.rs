//! What is known of translations beyond the catalog, because something outside of it was read: the
//! history of a clone, or the texts once more.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::documents::RevisionId;
use crate::document::sentences::Sentence;

/// What was read beside the catalog, by the translation that it speaks of.
#[derive(Clone, Debug, Default)]
pub struct Testimony {
    /// What became of its source since the commit that it names.
    pub sources: BTreeMap<RevisionId, SourceNow>,
    /// The sentences it was translated from that its source has no more; of bilingual pages.
    pub units: BTreeMap<RevisionId, Vec<Sentence>>,
    /// What a person checked it against, section by section.
    pub reviews: BTreeMap<RevisionId, Reviewed>,
    /// Translations without stamp and date, of which `sources` tells what happened since the commit
    /// that changed them last; and how many days lie between that and the source's last commit.
    pub undated: BTreeMap<RevisionId, i64>,
    /// The commit that changed a reference last.
    pub commits: BTreeMap<RevisionId, String>,
}

impl Testimony {
    /// What is said of the same translations where they have other ids.
    #[must_use]
    pub fn moved(self, to: &dyn Fn(RevisionId) -> Option<RevisionId>) -> Self {
        Self {
            sources: moved(self.sources, to),
            units: moved(self.units, to),
            reviews: moved(self.reviews, to),
            undated: moved(self.undated, to),
            commits: moved(self.commits, to),
        }
    }

    /// Takes what else is said.
    pub fn extend(&mut self, other: Self) {
        self.sources.extend(other.sources);
        self.units.extend(other.units);
        self.reviews.extend(other.reviews);
        self.undated.extend(other.undated);
        self.commits.extend(other.commits);
    }

    /// Leaves out what is said of a translation.
    pub fn forget(&mut self, id: RevisionId) {
        self.sources.remove(&id);
        self.units.remove(&id);
        self.reviews.remove(&id);
        self.undated.remove(&id);
        self.commits.remove(&id);
    }
}

fn moved<T>(
    known: BTreeMap<RevisionId, T>,
    to: &dyn Fn(RevisionId) -> Option<RevisionId>,
) -> BTreeMap<RevisionId, T> {
    let known = known.into_iter();
    known
        .filter_map(|(id, said)| Some((to(id)?, said)))
        .collect()
}

/// A review, against the texts of today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// The day of the review.
    pub date: String,
    /// Every section of either side.
    pub sections: Vec<SectionReview>,
    /// Sections of the reference that the translation lacks as it shall, by their index.
    pub absent: Vec<usize>,
}

/// What a review says of one section today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionReview {
    /// The translation's section; none before the first heading and where it has no such section.
    pub own: Option<usize>,
    /// The section's anchor in the source, else in the translation; empty before the first heading.
    pub anchor: Box<str>,
    /// What changed since.
    pub since: Since,
}

/// What happened to a section and its source since a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// Neither changed.
    Equal,
    /// The source changed, and the translation did not follow.
    Source,
    /// The translation changed.
    Own,
    /// Both changed, so the review says nothing any more.
    Both,
}

impl Reviewed {
    /// Whether this happened to any section.
    pub fn has(&self, since: Since) -> bool {
        self.sections.iter().any(|section| section.since == since)
    }

    /// The sections of the translation to which nothing happened; none is what stands before the
    /// first heading.
    pub fn equal(&self) -> BTreeSet<Option<usize>> {
        let opening = self.sections.iter().find(|section| section.is_opening());
        let sections = self.sections.iter().filter(|section| section.own.is_some());
        let equal = |section: &&SectionReview| section.since == Since::Equal;
        let equal = opening.into_iter().chain(sections).filter(equal);
        equal.map(|section| section.own).collect()
    }
}

impl SectionReview {
    /// Whether it is what stands before the first heading.
    pub fn is_opening(&self) -> bool {
        self.own.is_none() && self.anchor.is_empty()
    }
}

/// What became of a source since the commit that a translation names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceNow {
    /// Nothing but white space differs.
    Unchanged,
    /// What changed, in the order of the source of today.
    Changed(Vec<Edit>),
    /// It was removed since.
    Gone,
    /// It has this path now, and no text of this document.
    Renamed(String),
    /// History does not say; the words say why.
    Unknown(String),
}

/// A change of one section of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What became of the section.
    pub kind: EditKind,
    /// The section's anchor as it was; empty before the first heading, none where it is new.
    pub then: Option<Box<str>>,
    /// Its index in the source of today; none where it was removed or stands before any heading.
    pub now: Option<usize>,
    /// Its text as it was.
    pub old: Box<str>,
    /// Its text today.
    pub new: Box<str>,
}

/// What happened to a section of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditKind {
    /// The text before the first heading changed, or what the front matter says.
    Opening,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Its words are others.
    Changed,
    /// Its anchor changed, and perhaps its text.
    Renamed,
    /// It stands elsewhere.
    Moved,
}

impl EditKind {
    /// The word for it in messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Opening | Self::Changed => "changed",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
        }
    }
}
