//! Which of two revisions is newer, and which key decided it.

use std::cmp::Ordering;

use serde::Serialize;

use crate::document::revision::Revision;

/// What decided which revision is newer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Key {
    /// `ms.date`, or the key that settings name.
    #[serde(rename = "ms.date")]
    Date,
    /// `ms.lasthandoff`.
    #[serde(rename = "ms.lasthandoff")]
    Handoff,
    /// `ms.locfileid`.
    #[serde(rename = "ms.locfileid")]
    FileId,
    /// Its place in git.
    #[serde(rename = "history")]
    History,
    /// The source locale wins a tie.
    #[serde(rename = "source_locale")]
    SourceLocale,
    /// The order of languages in settings.
    #[serde(rename = "order")]
    Order,
    /// Its path, the last resort.
    #[serde(rename = "path")]
    Path,
    /// There was nothing to decide.
    #[serde(rename = "only")]
    Only,
}

impl Key {
    /// The word for it in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Date => "ms.date",
            Self::Handoff => "ms.lasthandoff",
            Self::FileId => "ms.locfileid",
            Self::History => "history",
            Self::SourceLocale => "source_locale",
            Self::Order => "order",
            Self::Path => "path",
            Self::Only => "only",
        }
    }
}

/// Compares two revisions of one locale: `Greater` is newer. Never `Equal` for two files.
pub fn newer(a: &Revision, b: &Revision) -> (Ordering, Key) {
    let (x, y) = (&a.front, &b.front);
    let keys = [
        // `None` is less than any date: undated is oldest, and a hand-off is newer than none.
        (x.date.cmp(&y.date), Key::Date),
        (x.handoff.cmp(&y.handoff), Key::Handoff),
        (x.file_id.cmp(&y.file_id), Key::FileId),
        (history(a, b), Key::History),
    ];
    let decided = keys.into_iter().find(|(order, _)| order.is_ne());
    // A file without a label is what the author calls the guide itself.
    let unlabelled = b.place.label.is_some().cmp(&a.place.label.is_some());
    let path = || (unlabelled.then_with(|| a.path().cmp(b.path())), Key::Path);
    decided.unwrap_or_else(path)
}

/// Place in git counts from the newest commit: less is newer, and a file that is in no commit yet is
/// newest. Were it equal to both of two files that differ, there would be no order.
fn history(a: &Revision, b: &Revision) -> Ordering {
    b.history.cmp(&a.history)
}

/// Whether one state of a file takes the same place in the catalog as another: in everything that
/// documents are brought together by, above and in the catalog.
pub fn stands_alike(a: &Revision, b: &Revision) -> bool {
    let (x, y) = (&a.front, &b.front);
    let dated = (x.date, x.handoff, x.file_id) == (y.date, y.handoff, y.file_id);
    // A page with units and one without may be two forms of one revision.
    let form = (a.units > 0) == (b.units > 0);
    // What links call it, and where it says that it went.
    let called = (&x.uid, &x.redirect) == (&y.uid, &y.redirect);
    a.place == b.place && dated && form && called
}

/// Compares current revisions over locales: by date and hand-off alone.
pub fn newer_over_locales(a: &Revision, b: &Revision) -> (Ordering, Key) {
    let date = a.front.date.cmp(&b.front.date);
    if date.is_ne() {
        return (date, Key::Date);
    }
    (a.front.handoff.cmp(&b.front.handoff), Key::Handoff)
}
