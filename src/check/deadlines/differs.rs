//! Findings where languages set other deadlines in the same section.

use crate::check::deadlines::disagreement::{self, Difference, Told};
use crate::check::{Asked, Context};
use crate::finding::{Finding, Level, Rule};

/// `deadline/differs`: the same section names another date in another language.
pub static DIFFERS: Rule = Rule {
    code: "deadline/differs",
    level: Level::Warn,
    summary: "the same section names another date in another language",
    explanation: "\
A section and its counterpart in another language each set a deadline that the other does not
have. One of the two groups of readers acts on the wrong day.

Find out which date holds and write it in both. Where the newer text is right, the older one is
likely to lag in other places too: `instep drift` tells.

Sections are paired as `instep drift` pairs them. Dates that a page only mentions, starts against
ends, and a month against a day in it are no difference.
",
};

/// `deadline/role-differs`: the same date asks something else in another language.
pub static ROLE_DIFFERS: Rule = Rule {
    code: "deadline/role-differs",
    level: Level::Note,
    summary: "the same date asks something else in another language",
    explanation: "\
Both languages name the same date in the same section, but one says *by* where the other says *on*,
*before* or *after*. Readers of one language may act a day too late, or wait for a day that means
nothing.

Compare the two sentences with the source and mend the one that is wrong. Machine translation
loses such words often.
",
};

/// Findings for every current revision that disagrees with the reference, or with the first
/// language that sets a deadline in the section.
pub fn find(context: &Context<'_>, asked: &Asked<'_>) -> Vec<Finding> {
    let disagreements = disagreement::of(context, asked.id, asked.document);
    let differences = disagreements.iter().flat_map(|d| &d.differences);
    differences
        .map(|difference| match difference {
            Difference::Date { here, there } => finding(&DIFFERS, *here, *there)
                .help("find out which date holds, and write it in both"),
            Difference::Role { here, there } => {
                finding(&ROLE_DIFFERS, *here, *there).help("compare both sentences with the source")
            }
        })
        .collect()
}

fn finding(rule: &'static Rule, here: Told<'_>, there: Told<'_>) -> Finding {
    let message = format!("{}, {}", said(here), said(there));
    let (place, other) = (here.mention.place, there.mention.place);
    let finding = rule.at(here.revision.file(place), place.span, message);
    let own = &here.revision.place;
    finding.of(&own.locale, &own.document).related(
        there.revision.file(other),
        other.span,
        said(there),
    )
}

/// `sv-SE` says by 2019-10-15 (`15 oktober 2019`).
fn said(told: Told<'_>) -> String {
    let mention = told.mention;
    format!(
        "`{}` says {} {} (`{}`)",
        told.revision.place.locale,
        mention.role.word(),
        mention.date,
        crate::document::prose::readable(&mention.text)
    )
}
