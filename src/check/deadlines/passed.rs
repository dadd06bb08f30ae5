//! Deadlines of current revisions that are over, or soon will be.

use crate::catalog::documents::Document;
use crate::check::Context;
use crate::check::deadlines::status::{Status, days, is_deadline};
use crate::dates::cue::Role;
use crate::document::revision::{DateMention, Revision};
use crate::finding::{Finding, Level, Rule};

/// `deadline/passed`: a date that readers were to act by lies in the past.
pub static PASSED: Rule = Rule {
    code: "deadline/passed",
    level: Level::Warn,
    summary: "a date that readers were to act by lies in the past",
    explanation: "\
The page asks readers to act before, by, on or after a date, and that date has passed. Whoever
reads it today acts too late or wonders whether it still holds.

Say what holds now, or remove the sentence. Where the date is history and shall stay, put a comment
before its block:

```markdown
<!-- instep-allow deadline/passed: history of the programme -->
Before 15 October 2019, partners had to sign the addendum.
```

The level follows from what the date asks: `before` and `by` are warnings, `on` and `after` are
notes, since those often stay true. Of a month, quarter or year the last day counts where the
deadline includes it (`by March 2020`: 31 March), else the first (`before March 2020`: 1 March).
Only the current revision of each language is looked at.
",
};

/// `deadline/due`: a date that readers are to act by is near.
pub static DUE: Rule = Rule {
    code: "deadline/due",
    level: Level::Note,
    summary: "a date that readers are to act by is near",
    explanation: "\
The page asks readers to act before, by, on or after a date that is today or within
`deadlines.due_within` days (30, unless `site.yaml` says otherwise).

Nothing is wrong. It is the moment to decide what the page shall say once the day is over, and to
have that translated.
",
};

/// Findings for every deadline of a document's current revisions. Without a day that counts as
/// today there are none.
pub fn find(context: &Context<'_>, document: &Document) -> Vec<Finding> {
    let Some(today) = context.today else {
        return Vec::new();
    };
    let catalog = context.resolver.catalog;
    let mut findings = Vec::new();
    for edition in document.editions.values() {
        let revision = catalog.revision(edition.current());
        for mention in revision.dates.iter().filter(|mention| is_deadline(mention)) {
            let days = days(mention, today);
            findings.extend(judge(
                revision,
                mention,
                days,
                context.config.deadlines.due_within,
            ));
        }
    }
    findings
}

fn judge(
    revision: &Revision,
    mention: &DateMention,
    days: i64,
    due_within: i64,
) -> Option<Finding> {
    let text = crate::document::prose::readable(&mention.text);
    let is_limit = matches!(mention.role, Role::Before | Role::By);
    let year = if mention.yearless {
        format!(" (read as {})", mention.date)
    } else {
        String::new()
    };
    let (rule, message): (&'static Rule, _) = match Status::of(days, mention.role, due_within) {
        Status::Upcoming => return None,
        Status::Passed if is_limit => (
            &PASSED,
            format!("the deadline `{text}`{year} passed {}", ago(days)),
        ),
        Status::Passed => (&PASSED, format!("`{text}`{year} was {}", ago(days))),
        Status::Due if is_limit => (
            &DUE,
            format!("the deadline `{text}`{year} is {}", ahead(days)),
        ),
        Status::Due => (&DUE, format!("`{text}`{year} is {}", ahead(days))),
    };
    let place = &revision.place;
    let finding = rule.at(revision.file(mention.place), mention.place.span, message);
    let mut finding = finding.of(&place.locale, &place.document);
    if finding.rule.code == PASSED.code && is_limit {
        finding = finding.help("say what holds now");
    } else {
        finding.level = Level::Note;
    }
    Some(finding)
}

fn ago(days: i64) -> String {
    match days {
        0 => "with the end of yesterday".to_owned(),
        -1 => "yesterday".to_owned(),
        _ => format!("{} days ago", -days),
    }
}

fn ahead(days: i64) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        _ => format!("in {days} days"),
    }
}
