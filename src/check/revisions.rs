//! Revisions whose order rests on nothing that anyone wrote.

use crate::catalog::decide::{Key, newer, newer_over_locales};
use crate::catalog::documents::{Document, Edition};
use crate::check::align::Change;
use crate::check::{Asked, Check, Context, Scope};
use crate::document::revision::Revision;
use crate::finding::{Finding, Level, Rule, Span};

/// Revisions whose dates leave doubt.
pub const CHECK: Check = Check {
    rules: &[&TIE, &UNDATED, &FUTURE],
    scope: Scope::Document(find),
};

/// `revision/tie`: nothing but its name decides which of two texts is newer.
pub static TIE: Rule = Rule {
    code: "revision/tie",
    level: Level::Warn,
    summary: "nothing but its name decides which of two texts is newer",
    explanation: "\
Two texts of one document have the same date, hand-off and file number, and say different things.
Which one readers get is decided by the file's name alone, so that the build is the same each
time; it may be the wrong one.

Give the newer one a later `ms.date`, or remove the other. Between languages this is a note: both
claim the same date, but one has sections that the other lacks. Set `source_locale` in `site.yaml`
to say which language leads.
",
};

/// `revision/undated`: a text without a date, beside others that have one.
pub static UNDATED: Rule = Rule {
    code: "revision/undated",
    level: Level::Note,
    summary: "a text without a date, beside others that have one",
    explanation: "\
No front-matter key of `dates.keys` holds a date, while other texts of the same document have one.
A text without a date counts as older than any with one, so the wrong one may be current or the
reference.

Give it an `ms.date`.
",
};

/// `revision/future`: a text is dated later than today.
pub static FUTURE: Rule = Rule {
    code: "revision/future",
    level: Level::Note,
    summary: "a text is dated later than today",
    explanation: "\
The date in the front matter lies ahead. Until then every other revision of the document is older
than this one, and every translation seems to lag behind it.

Where the date is a slip, mend it. Where the text is meant for later, keep it elsewhere until its
day.
",
};

fn find(context: &Context<'_>, asked: &Asked<'_>) -> Vec<Finding> {
    let document = asked.document;
    let mut findings = Vec::new();
    for edition in document.editions.values() {
        findings.extend(ties_in(context, edition));
    }
    findings.extend(ties_over(context, document));
    findings.extend(undated(context, document));
    findings.extend(future(context, document));
    findings
}

/// Neighbours in a locale's order that only their paths put there.
fn ties_in(context: &Context<'_>, edition: &Edition) -> Vec<Finding> {
    let revisions = edition.revisions.windows(2);
    let pairs = revisions.filter_map(|pair| match pair {
        [new, old] => Some((revision(context, *new), revision(context, *old))),
        _ => None,
    });
    let tied =
        pairs.filter(|(new, old)| newer(new, old).1 == Key::Path && new.content != old.content);
    tied.map(|(new, old)| {
        let message = format!(
            "nothing but its name makes this newer than `{}`",
            old.path()
        );
        about(&TIE, new, message)
            .help("give the newer one a later `ms.date`, or remove the other")
            .related(
                old.path(),
                Span::FILE,
                "of the same date, with another text",
            )
    })
    .collect()
}

/// Other languages as new as the reference, with sections that it lacks or that they lack.
fn ties_over(context: &Context<'_>, document: &Document) -> Vec<Finding> {
    let reference = revision(context, document.reference);
    if Some(&reference.place.locale) == context.config.source_locale.as_ref() {
        return Vec::new();
    }
    let currents = document.editions.values().map(Edition::current);
    let tied = currents
        .filter(|id| *id != document.reference)
        .filter(|id| {
            let other = revision(context, *id);
            let equal = newer_over_locales(reference, other).0.is_eq();
            let lone = |change| matches!(change, Change::Missing | Change::Extra);
            let pairs = context.pairings.of(*id).unwrap_or_default();
            equal && other.front.date.is_some() && pairs.iter().any(|pair| lone(pair.change))
        });
    tied.map(|id| {
        let message = format!(
            "as new as `{}` by its dates, with other sections",
            reference.path()
        );
        let finding = about(&TIE, revision(context, id), message)
            .help("set `source_locale` to the language that leads");
        let mut finding = finding.related(reference.path(), Span::FILE, "taken as the reference");
        finding.level = Level::Note;
        finding
    })
    .collect()
}

fn undated(context: &Context<'_>, document: &Document) -> Vec<Finding> {
    let all: Vec<&Revision> = all(context, document).collect();
    if all.iter().all(|revision| revision.front.date.is_none()) {
        return Vec::new();
    }
    let undated = all
        .into_iter()
        .filter(|r| r.front.date.is_none() && r.history.is_none());
    undated
        .map(|revision| {
            let message = "no date, while other texts of this document have one";
            about(&UNDATED, revision, message.to_owned()).help("give it an `ms.date`")
        })
        .collect()
}

fn future(context: &Context<'_>, document: &Document) -> Vec<Finding> {
    let later = |revision: &&Revision| revision.front.date > context.today;
    let Some(today) = context.today else {
        return Vec::new();
    };
    let ahead = all(context, document).filter(later).filter_map(|revision| {
        let date = revision.front.date?;
        let message = format!("dated {date}, which is later than today, {today}");
        Some(about(&FUTURE, revision, message).help("mend the date, or keep the text for later"))
    });
    ahead.collect()
}

fn all<'a>(context: &'a Context<'_>, document: &'a Document) -> impl Iterator<Item = &'a Revision> {
    let editions = document.editions.values();
    editions
        .flat_map(|edition| &edition.revisions)
        .map(|id| revision(context, *id))
}

fn revision<'a>(context: &Context<'a>, id: usize) -> &'a Revision {
    context.resolver.catalog.revision(id)
}

fn about(rule: &'static Rule, revision: &Revision, message: String) -> Finding {
    let place = &revision.place;
    rule.about(revision.path(), message)
        .of(&place.locale, &place.document)
}
