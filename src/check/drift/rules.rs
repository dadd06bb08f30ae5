//! The findings of drift, and what the manual says of them.

use crate::catalog::documents::RevisionId;
use crate::check::align::{Change, Pair};
use crate::check::drift::anchor;
use crate::check::drift::changes::ChangeKind;
use crate::check::drift::judged::{self, Judged};
use crate::check::drift::standing::{Standing, of_document};
use crate::check::drift::testimony::{Reviewed, Since, SourceNow};
use crate::check::drift::verdict::{Evidence, Verdict, is_stamped};
use crate::check::{Asked, Context};
use crate::document::revision::Revision;
use crate::finding::{Finding, Level, Rule, Span};
use crate::locale::tag::Locale;

/// `drift/behind`: a translation is older than the newest text.
pub static BEHIND: Rule = Rule {
    code: "drift/behind",
    level: Level::Warn,
    summary: "a translation is older than the newest text",
    explanation: "\
A newer text of this guide exists: its source changed since this translation was made, or another
language carries a later date. Readers of this language get old advice without knowing it; on the
site a notice tells them, and leads them to the newer text.

`instep drift DOCUMENT --locale LOCALE` shows section by section what to redo.
",
};

/// `drift/incomplete`: a translation of the same date lacks content.
pub static INCOMPLETE: Rule = Rule {
    code: "drift/incomplete",
    level: Level::Warn,
    summary: "a translation of the same date lacks content",
    explanation: "\
The dates are the same, but the newest text has sections that this one lacks. The date alone would
call it current. Translate the sections that the related places name.
",
};

/// `drift/missing`: a guide is not there in a language.
pub static MISSING: Rule = Rule {
    code: "drift/missing",
    level: Level::Note,
    summary: "a guide is not there in a language",
    explanation: "\
The site has this language, but the guide has no translation in it. Readers get the text of
another language, marked as such. Where that is as it should be, list the document under `absent`
in `site.yaml`.
",
};

/// `drift/orphan`: a translation whose source is gone.
pub static ORPHAN: Rule = Rule {
    code: "drift/orphan",
    level: Level::Note,
    summary: "a translation whose source is gone",
    explanation: "\
The page names a source text it was translated from, and the source language has no such guide any
more: it was removed or renamed. Remove the translation too, or give both the same `document_id`.
",
};

/// `drift/unknown`: history cannot tell whether the source of a translation changed.
pub static UNKNOWN: Rule = Rule {
    code: "drift/unknown",
    level: Level::Note,
    summary: "history cannot tell whether the source of a translation changed",
    explanation: "\
The page names the commit of its source that it was translated from, and the clone at hand does not
answer for it: the clone is shallow, has no such commit, or the stamp is no hash. Instep does not
guess, so the page counts neither as behind nor as up to date.

Fetch the whole history (`git fetch --unshallow`; `fetch-depth: 0` in a workflow), name the right
clone under `repository` in `site.yaml`, or mend the stamp.
",
};

/// `drift/review-stale`: a text changed after a person had reviewed it.
pub static REVIEW_STALE: Rule = Rule {
    code: "drift/review-stale",
    level: Level::Note,
    summary: "a text changed after a person had reviewed it",
    explanation: "\
Somebody checked this translation against its source and recorded it with `instep review`. Since
then the section changed, or its source did, so the record no longer covers it. A source that
changed alone makes the page count as behind, whatever its stamps say.

Look at both sides again with `instep review DOCUMENT --locale LOCALE`, and record it anew.
",
};

/// `drift/section-missing`: a section of the newest text is missing.
pub static SECTION_MISSING: Rule = Rule {
    code: "drift/section-missing",
    level: Level::Warn,
    summary: "a section of the newest text is missing",
    explanation: "\
The newest text has a section for which this translation has no counterpart, by anchor or by what
it holds (links, code, dates, numbers). The related place is the section to translate.
",
};

/// `drift/section-extra`: a section that the newest text does not have.
pub static SECTION_EXTRA: Rule = Rule {
    code: "drift/section-extra",
    level: Level::Note,
    summary: "a section that the newest text does not have",
    explanation: "\
The translation has a section without counterpart in the newest text: it was removed there, or is
meant for this language alone.
",
};

/// `drift/anchor-lost`: a translated heading without the anchor of the source.
pub static ANCHOR_LOST: Rule = Rule {
    code: "drift/anchor-lost",
    level: Level::Warn,
    summary: "a translated heading without the anchor of the source",
    explanation: "\
The section is the same as one of the newest text, but its heading has no anchor of its own, so it
answers to its translated words alone. Links from other languages keep working on the site,
because Instep adds the other anchor; elsewhere they break. Write the anchor into the heading:
`## <a name=\"next-steps\"></a>Next steps`.
",
};

/// `drift/link-differs`: a link leads elsewhere than in the newest text.
pub static LINK_DIFFERS: Rule = Rule {
    code: "drift/link-differs",
    level: Level::Note,
    summary: "a link leads elsewhere than in the newest text",
    explanation: "\
In the same section, the translation links to another place than the newest text does. Often the
target moved and the translation was not told.
",
};

/// `drift/code-differs`: code differs from the newest text.
pub static CODE_DIFFERS: Rule = Rule {
    code: "drift/code-differs",
    level: Level::Note,
    summary: "code differs from the newest text",
    explanation: "\
Code is the same in every language, but here it differs: the sample was changed in one of the
texts, or a translation engine touched it.
",
};

/// `drift/date-differs`: a date differs from the newest text.
pub static DATE_DIFFERS: Rule = Rule {
    code: "drift/date-differs",
    level: Level::Note,
    summary: "a date differs from the newest text",
    explanation: "\
The same section names another day in another language. One of them is wrong, and readers act on
both.
",
};

/// Every rule of drift.
pub const ALL: &[&Rule] = &[
    &BEHIND,
    &INCOMPLETE,
    &MISSING,
    &ORPHAN,
    &UNKNOWN,
    &REVIEW_STALE,
    &SECTION_MISSING,
    &SECTION_EXTRA,
    &ANCHOR_LOST,
    &LINK_DIFFERS,
    &CODE_DIFFERS,
    &DATE_DIFFERS,
];

/// The findings of drift in one document.
pub fn findings(context: &Context<'_>, asked: &Asked<'_>) -> Vec<Finding> {
    let catalog = context.resolver.catalog;
    let reference = catalog.revision(asked.document.reference);
    let mut findings = Vec::new();
    for standing in of_document(context, asked.id) {
        let from = findings.len();
        let judged = &standing.judged;
        findings.extend(as_a_whole(context, judged, reference));
        if let Some(id) = judged.current {
            let own = catalog.revision(id);
            let pairs = context.pairs(id);
            let source = context.config.source_locale.as_ref();
            sections(own, reference, (&pairs, source), &mut findings);
            stale(own, context.testimony.reviews.get(&id), &mut findings);
            values(own, &standing, &mut findings);
        }
        claim(&mut findings[from..], asked.id, judged);
    }
    findings
}

/// The findings of a document's translations as wholes, where a stamp tells. For fragments: of what
/// stands in them their pages tell.
pub fn verdicts(context: &Context<'_>, asked: &Asked<'_>) -> Vec<Finding> {
    let catalog = context.resolver.catalog;
    let reference = catalog.revision(asked.document.reference);
    let is_told = |id: RevisionId| is_stamped(catalog.revision(id));
    let mut findings = Vec::new();
    for judged in judged::of_document(context, asked.id) {
        if judged.current.is_some_and(is_told) {
            let from = findings.len();
            findings.extend(as_a_whole(context, &judged, reference));
            claim(&mut findings[from..], asked.id, &judged);
        }
    }
    findings
}

/// The findings of a translation as a whole: its verdict, and what history does not know of it.
fn as_a_whole(context: &Context<'_>, judged: &Judged, reference: &Revision) -> Vec<Finding> {
    let id = judged.current;
    let own = id.map(|id| context.resolver.catalog.revision(id));
    let of_page = verdict(judged, own.unwrap_or(reference), reference);
    let mut findings = Vec::from_iter(of_page);
    let now = id.and_then(|id| context.testimony.sources.get(&id));
    match (own, now) {
        (Some(own), Some(SourceNow::Unknown(why))) if judged.verdict == Verdict::Unknown => {
            findings.push(unknown(own, why));
        }
        (Some(own), Some(SourceNow::Renamed(path))) => renamed(own, path, &mut findings),
        _ => {}
    }
    findings
}

fn claim(findings: &mut [Finding], document: &str, judged: &Judged) {
    for finding in findings {
        finding.locale = Some(judged.locale.clone());
        finding.document = Some(document.to_owned());
    }
}

/// The finding of a page as a whole.
fn verdict(judged: &Judged, own: &Revision, reference: &Revision) -> Option<Finding> {
    let newer = format!("`{}`", reference.path());
    let finding = match judged.verdict {
        Verdict::Behind
            if matches!(
                judged.evidence,
                Some(Evidence::SourceHash | Evidence::SourceCommit | Evidence::Units)
            ) =>
        {
            BEHIND.about(own.path(), "the source changed since this was translated")
        }
        Verdict::Behind => {
            let days = judged.days_behind;
            let unit = if days == 1 { "day" } else { "days" };
            BEHIND.about(own.path(), format!("{days} {unit} behind {newer}"))
        }
        Verdict::Incomplete => {
            let count = judged.missing;
            let unit = if count == 1 { "section" } else { "sections" };
            INCOMPLETE.about(own.path(), format!("{count} {unit} of {newer} missing"))
        }
        Verdict::Missing => {
            let message = format!("no translation into `{}`", judged.locale);
            return Some(MISSING.about(reference.path(), message));
        }
        Verdict::Orphan => ORPHAN.about(own.path(), "the source of this translation is gone"),
        _ => return None,
    };
    Some(finding.help("see `instep drift` for what to redo"))
}

fn stale(own: &Revision, review: Option<&Reviewed>, findings: &mut Vec<Finding>) {
    let Some(review) = review else { return };
    for reviewed in &review.sections {
        let section = reviewed.own.map(|index| &own.sections[index]);
        let name = if reviewed.is_opening() {
            "the opening".to_owned()
        } else {
            let anchor = section.map_or(&*reviewed.anchor, |section| &section.anchor);
            format!("the section `{anchor}`")
        };
        let date = &review.date;
        let message = match reviewed.since {
            Since::Equal => continue,
            Since::Source => format!("the source of {name} changed since its review of {date}"),
            Since::Own => format!("{name} changed since its review of {date}"),
            Since::Both => format!("{name} and its source changed since the review of {date}"),
        };
        let (file, span) = section.map_or((own.path(), Span::FILE), |section| {
            (own.part(section.part), section.span)
        });
        let finding = REVIEW_STALE.at(file, span, message);
        findings.push(finding.help("look at both again with `instep review`"));
    }
}

fn unknown(own: &Revision, why: &str) -> Finding {
    UNKNOWN
        .about(
            own.path(),
            format!("history cannot tell whether the source changed: {why}"),
        )
        .help("name a whole clone under `repository`, and a commit of it in the page")
}

/// The finding of an orphan says where its source went.
fn renamed(own: &Revision, path: &str, findings: &mut [Finding]) {
    let orphans = findings
        .iter_mut()
        .filter(|finding| finding.rule.code == ORPHAN.code && finding.file == *own.path());
    for finding in orphans {
        finding.message = format!("the source of this translation is now `{path}`");
        finding.help = Some("rename the translation as its source was".to_owned());
    }
}

fn sections(
    own: &Revision,
    reference: &Revision,
    (pairs, source): (&[Pair], Option<&Locale>),
    findings: &mut Vec<Finding>,
) {
    let is_source = source == Some(&own.place.locale);
    let mut before = (own.path(), Span::FILE);
    for pair in pairs {
        match (
            pair.a().map(|a| &reference.sections[a]),
            pair.b().map(|b| &own.sections[b]),
        ) {
            (Some(theirs), None) => {
                let message = format!("the section `{}` is missing", theirs.anchor);
                let finding = SECTION_MISSING.at(before.0, before.1, message);
                let file = reference.part(theirs.part);
                let said = "the section in the newest text";
                findings.push(finding.related(file, theirs.span, said));
            }
            (None, Some(ours)) => {
                let message = format!("the section `{}` is not in the newest text", ours.anchor);
                findings.push(SECTION_EXTRA.at(own.part(ours.part), ours.span, message));
            }
            (Some(theirs), Some(ours)) => {
                before = (own.part(ours.part), ours.span);
                let renamed = matches!(
                    pair.change,
                    Change::Renamed | Change::Moved | Change::Changed
                );
                let lost = theirs.anchor != ours.anchor && !ours.named && ours.part == 0;
                if renamed && lost && !is_source {
                    let message = format!("this heading lost its anchor `{}`", theirs.anchor);
                    let help = format!(
                        "write `<a name=\"{}\"></a>` before its words",
                        theirs.anchor
                    );
                    let finding = ANCHOR_LOST.at(own.path(), ours.span, message).help(help);
                    // The words of a heading are an anchor to keep only in the source's language.
                    let kept = theirs.named || source == Some(&reference.place.locale);
                    findings.push(match kept {
                        true => anchor::to_write(finding, own, (ours, &theirs.anchor)),
                        false => finding,
                    });
                }
            }
            (None, None) => {}
        }
    }
}

fn values(own: &Revision, standing: &Standing, findings: &mut Vec<Finding>) {
    for change in &standing.changes {
        let rule = match change.kind {
            ChangeKind::Link | ChangeKind::Image => &LINK_DIFFERS,
            ChangeKind::Code => &CODE_DIFFERS,
            ChangeKind::Date => &DATE_DIFFERS,
            _ => continue,
        };
        let file = own.part(change.part);
        findings.push(rule.at(file, Span::line(change.line), change.sentence()));
    }
}
