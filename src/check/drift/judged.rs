//! How each locale of a document stands to its reference as a whole: the verdict, and what it rests
//! on.

use crate::catalog::documents::{Document, RevisionId};
use crate::check::Context;
use crate::check::align::Pair;
use crate::check::drift::testimony::{Reviewed, Since, SourceNow};
use crate::check::drift::verdict::{Evidence, Verdict, is_stamped, source_changed, source_of};
use crate::document::revision::Revision;
use crate::locale::tag::Locale;

/// How a locale stands to the reference of a document.
#[derive(Clone, Debug)]
pub struct Judged {
    /// BCP 47.
    pub locale: Locale,
    /// How it stands.
    pub verdict: Verdict,
    /// What that rests on.
    pub evidence: Option<Evidence>,
    /// Days between its date and the reference's; 0 where either has none.
    pub days_behind: i64,
    /// Share of the reference's sections that it has, 0 to 1.
    pub coverage: f64,
    /// How many of the reference's sections it lacks.
    pub missing: usize,
    /// Its current revision; none where it is missing.
    pub current: Option<RevisionId>,
}

/// The same of every locale of the site, in its order.
pub fn of_document(context: &Context<'_>, document: &str) -> Vec<Judged> {
    let catalog = context.resolver.catalog;
    let Some(entry) = catalog.documents.get(document) else {
        return Vec::new();
    };
    context.pairings.make(entry, |_| true);
    let judged = |locale: &Locale| match entry.editions.get(locale) {
        Some(edition) => of_edition(context, entry, edition.current()),
        None => without(context, document, locale),
    };
    catalog.locales.iter().map(judged).collect()
}

fn without(context: &Context<'_>, document: &str, locale: &Locale) -> Judged {
    let verdict = match context.config.is_absent(document, locale) {
        true => Verdict::Absent,
        false => Verdict::Missing,
    };
    Judged {
        locale: locale.clone(),
        verdict,
        evidence: None,
        days_behind: 0,
        coverage: 0.0,
        missing: 0,
        current: None,
    }
}

/// How a current revision stands.
pub fn of_edition(context: &Context<'_>, document: &Document, id: RevisionId) -> Judged {
    let catalog = context.resolver.catalog;
    let (reference, own) = (catalog.revision(document.reference), catalog.revision(id));
    let pairs = context.pairs(id);
    let missing = pairs.iter().filter(|pair| pair.b().is_none()).count();
    let both = |pair: &&Pair| pair.a().is_some() && pair.b().is_some();
    let paired = pairs.iter().filter(both).count();
    let undated = context.testimony.undated.get(&id);
    let days_behind = undated.map_or_else(|| days(reference, own), |days| *days);
    let found = Found {
        missing,
        paired,
        days_behind,
    };
    let (verdict, evidence) = judge(context, document, id, found);
    Judged {
        locale: own.place.locale.clone(),
        verdict,
        evidence,
        days_behind,
        coverage: coverage(paired, missing),
        missing,
        current: Some(id),
    }
}

/// What the comparison of two revisions gave.
#[derive(Clone, Copy)]
struct Found {
    missing: usize,
    paired: usize,
    days_behind: i64,
}

fn judge(
    context: &Context<'_>,
    document: &Document,
    id: RevisionId,
    found: Found,
) -> (Verdict, Option<Evidence>) {
    let catalog = context.resolver.catalog;
    let own = catalog.revision(id);
    let is_reference = id == document.reference;
    let source = source_of(document, catalog, context.config);
    if source.is_none() && has_source(context) && is_stamped(own) {
        return (Verdict::Orphan, None);
    }
    let current = |locale: &Locale| catalog.revision(document.editions[locale].current());
    let other = source
        .filter(|locale| **locale != own.place.locale)
        .map(current);
    let review = context.testimony.reviews.get(&id);
    if let Some(judged) = review.and_then(|review| by_review(review, found, is_reference)) {
        return judged;
    }
    if let Some(changed) = other.and_then(|source| source_changed(own, source)) {
        let verdict = match (changed, is_reference) {
            (true, _) => Verdict::Behind,
            (false, true) => Verdict::Newest,
            (false, false) => Verdict::UpToDate,
        };
        return (verdict, Some(Evidence::SourceHash));
    }
    let now = context.testimony.sources.get(&id);
    let gone = context.testimony.units.get(&id);
    let outdated = gone.is_some_and(|gone| !gone.is_empty());
    match now {
        Some(SourceNow::Unknown(_)) | None if outdated => {
            return (Verdict::Behind, Some(Evidence::Units));
        }
        Some(SourceNow::Changed(_)) if context.testimony.undated.contains_key(&id) => {
            return (Verdict::Behind, Some(Evidence::Dates));
        }
        Some(_) if context.testimony.undated.contains_key(&id) => {}
        Some(now) => return by_commit(now, is_reference),
        None => {}
    }
    if is_reference {
        return (Verdict::Newest, None);
    }
    let reference = catalog.revision(document.reference);
    match by_shape(reference, own, found) {
        // What may lag lies beyond the sections that were compared.
        (Verdict::UpToDate, evidence) if is_cut(context, reference) || is_cut(context, own) => {
            (Verdict::Unknown, evidence)
        }
        judged => judged,
    }
}

/// Whether a page has as many sections as one may have, and perhaps more.
fn is_cut(context: &Context<'_>, page: &Revision) -> bool {
    // Sections have numbers of 16 bits.
    let most = context.config.limits.headings.min(usize::from(u16::MAX));
    page.sections.len() >= most
}

/// Whether the source can be missed. A translated Learn repository names the language that it was
/// translated from; where the tree holds no page of that, the source is elsewhere, and not gone.
fn has_source(context: &Context<'_>) -> bool {
    let locales = &context.resolver.catalog.locales;
    let config = context.config;
    let told = config.learn.source.as_ref();
    let source = config.source_locale.as_ref();
    source.is_some_and(|source| told != Some(source) || locales.contains(source))
}

/// A review counts as long as neither side changed. A source that changed alone is behind whatever
/// the stamps say: raising them does not translate.
fn by_review(
    review: &Reviewed,
    found: Found,
    is_reference: bool,
) -> Option<(Verdict, Option<Evidence>)> {
    let verdict = if review.has(Since::Source) {
        Verdict::Behind
    } else if review.has(Since::Own) || review.has(Since::Both) {
        return None;
    } else if is_reference {
        Verdict::Newest
    } else if found.missing > 0 {
        Verdict::Incomplete
    } else {
        Verdict::UpToDate
    };
    Some((verdict, Some(Evidence::SourceHash)))
}

fn by_commit(now: &SourceNow, is_reference: bool) -> (Verdict, Option<Evidence>) {
    let verdict = match now {
        SourceNow::Unchanged if is_reference => Verdict::Newest,
        SourceNow::Unchanged => Verdict::UpToDate,
        SourceNow::Changed(_) => Verdict::Behind,
        SourceNow::Gone | SourceNow::Renamed(_) => Verdict::Orphan,
        SourceNow::Unknown(_) => return (Verdict::Unknown, None),
    };
    (verdict, Some(Evidence::SourceCommit))
}

fn by_shape(reference: &Revision, own: &Revision, found: Found) -> (Verdict, Option<Evidence>) {
    let evidence = if found.paired + found.missing > 0 {
        Evidence::Shape
    } else {
        Evidence::Dates
    };
    let verdict = match (reference.front.date, own.front.date) {
        (Some(_), Some(_)) if found.days_behind > 0 => Verdict::Behind,
        (Some(_), None) => return (Verdict::Unknown, None),
        _ if found.missing > 0 => Verdict::Incomplete,
        (None, None) if evidence == Evidence::Dates => return (Verdict::Unknown, None),
        _ => Verdict::UpToDate,
    };
    (verdict, Some(evidence))
}

fn days(reference: &Revision, own: &Revision) -> i64 {
    match (reference.front.date, own.front.date) {
        (Some(newest), Some(date)) => {
            i64::from(date.until(newest).map_or(0, |span| span.get_days())).max(0)
        }
        _ => 0,
    }
}

/// 1 where the reference has no sections: then none is lacking.
fn coverage(paired: usize, missing: usize) -> f64 {
    if paired + missing == 0 {
        return 1.0;
    }
    // Counts of sections are far below 2^52, and three digits are what people read.
    let share = paired as f64 / (paired + missing) as f64;
    (share * 1000.0).round() / 1000.0
}
