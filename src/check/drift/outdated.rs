//! What readers of a translation that lags are told: which text is newer, and in which sections.

use std::collections::BTreeSet;

use crate::catalog::documents::{Document, RevisionId};
use crate::check::Context;
use crate::check::align::Change;
use crate::check::drift::changes::differ;
use crate::check::drift::edited;
use crate::check::drift::judged::{Judged, of_edition};
use crate::check::drift::standing::newer;
use crate::check::drift::testimony::Reviewed;
use crate::check::drift::values::Text;
use crate::check::drift::verdict::Verdict;

/// A translation that lags behind. A [`Standing`](super::standing::Standing) tells more, and takes
/// longer to make: every value that differs.
#[derive(Clone, Debug)]
pub struct Outdated {
    /// How it stands as a whole.
    pub judged: Judged,
    /// The text that it is measured against: its source where that decided, else the reference.
    pub newer: RevisionId,
    /// The indexes of its sections that differ from the reference, or whose source was edited.
    pub sections: BTreeSet<usize>,
}

/// A current revision against the newer text. None where it does not lag.
pub fn of(context: &Context<'_>, document: &Document, id: RevisionId) -> Option<Outdated> {
    let judged = of_edition(context, document, id);
    let mut sections = match judged.verdict {
        Verdict::Behind | Verdict::Incomplete => differing(context, document, id),
        _ => return None,
    };
    if judged.verdict == Verdict::Behind {
        sections.extend(edited::of(context, document, id).sections);
    }
    Some(Outdated {
        newer: newer(context, document, judged.evidence),
        judged,
        sections,
    })
}

/// The sections that differ from their partners, but for those that were reviewed since.
fn differing(context: &Context<'_>, document: &Document, id: RevisionId) -> BTreeSet<usize> {
    let catalog = context.resolver.catalog;
    let reference = Text::new(catalog.revision(document.reference));
    let own = Text::new(catalog.revision(id));
    let review = context.testimony.reviews.get(&id);
    let equal = review.map_or_else(BTreeSet::new, Reviewed::equal);
    let pairs = context.pairs(id);
    let changed = pairs.iter().filter(|pair| pair.change == Change::Changed);
    let differing = changed.filter_map(|pair| {
        let (a, b) = (pair.a()?, pair.b()?);
        let differs =
            !equal.contains(&Some(b)) && differ(context.resolver, (&reference, a), (&own, b));
        differs.then_some(b)
    });
    differing.collect()
}
