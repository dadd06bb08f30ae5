//! Deadlines that a newer revision no longer has.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::catalog::documents::{Document, Edition};
use crate::check::Context;
use crate::check::deadlines::status::is_deadline;
use crate::check::pairing::partners;
use crate::document::revision::{DateMention, Revision};
use crate::finding::{Finding, Level, Rule, Span};

/// `deadline/dropped`: a newer revision lost a deadline that the one before it had.
pub static DROPPED: Rule = Rule {
    code: "deadline/dropped",
    level: Level::Note,
    summary: "a newer revision lost a deadline that the one before it had",
    explanation: "\
The revision before this one, in the same language, set a deadline, and the current one does not
name that date at all. Perhaps the deadline was lifted, perhaps it got lost when the text was
rewritten; readers who knew it cannot tell.

Compare the two (`instep diff`). Where the deadline still holds, put it back; where it was lifted,
a sentence that says so helps.
",
};

/// One finding for each date that the current revision of a language lost.
pub fn find(context: &Context<'_>, document: &Document) -> Vec<Finding> {
    let catalog = context.resolver.catalog;
    let pairs = document.editions.values().filter_map(before);
    let pairs = pairs.map(|(old, new)| (catalog.revision(old), catalog.revision(new)));
    pairs.flat_map(|(old, new)| lost(old, new)).collect()
}

/// The revision before the current one, and the current one.
fn before(edition: &Edition) -> Option<(usize, usize)> {
    let [new, old, ..] = edition.revisions[..] else {
        return None;
    };
    Some((old, new))
}

fn lost(old: &Revision, new: &Revision) -> Vec<Finding> {
    let kept: BTreeSet<Date> = new.dates.iter().map(|mention| mention.date).collect();
    let deadlines = old.dates.iter().filter(|mention| is_deadline(mention));
    let mut lost: BTreeMap<Date, Vec<&DateMention>> = BTreeMap::new();
    for mention in deadlines.filter(|mention| !kept.contains(&mention.date)) {
        lost.entry(mention.date).or_default().push(mention);
    }
    if lost.is_empty() {
        return Vec::new();
    }
    let partners: BTreeMap<usize, usize> = partners(old, new).into_iter().collect();
    let found = lost.iter().filter_map(|(date, mentions)| {
        let section = mentions[0].section.map(usize::from);
        let partner = section.and_then(|index| partners.get(&index));
        finding(old, new, (*date, mentions), partner.copied())
    });
    found.collect()
}

fn finding(
    old: &Revision,
    new: &Revision,
    (date, mentions): (Date, &[&DateMention]),
    section: Option<usize>,
) -> Option<Finding> {
    let first = mentions.first()?;
    let text = crate::document::prose::readable(&first.text);
    let message = format!("the revision before this one says `{text}` ({date}), this one does not");
    let section = section.and_then(|index| new.sections.get(index));
    let finding = match section {
        Some(section) => DROPPED.at(new.part(section.part), section.span, message),
        None => DROPPED.at(new.path(), Span::FILE, message),
    };
    let finding = finding.of(&new.place.locale, &new.place.document);
    let mut finding = finding.help("put it back, or say that it was lifted");
    for mention in mentions {
        let said = format!("here it said {} {date}", mention.role.word());
        finding = finding.related(old.file(mention.place), mention.place.span, said);
    }
    Some(finding)
}
