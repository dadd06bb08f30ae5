//! Findings that a comment in the page silences, and comments that silence none.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::revision::Revision;
use crate::document::suppression::Suppression;
use crate::finding::{Finding, Level, Rule, Span};
use crate::path::SourcePath;

/// `suppression/unused`: a comment that silences nothing.
pub static UNUSED: Rule = Rule {
    code: "suppression/unused",
    level: Level::Note,
    summary: "a comment that silences nothing",
    explanation: "\
A comment `<!-- instep-allow CODE: reason -->` silences the findings of one code in the block that
follows it. This one silences none: what it was for has been mended, the block has moved, the code
is misspelt, or it gives no reason, which it must.

Remove the comment, or mend it.
",
};

/// Whether comments that silence nothing are reported. Without a day that counts as today some
/// findings are not made, and their comments would seem unused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unused {
    /// They are.
    Reported,
    /// They are not.
    Ignored,
}

/// A comment in a file, which several pages may include.
type Comments<'a> = BTreeMap<&'a SourcePath, BTreeMap<Span, (&'a Suppression, &'a Revision)>>;

/// Findings, parted by whether a comment silences them.
#[derive(Debug, Default)]
pub struct Applied {
    /// Those that none silences, and those about comments that silence none.
    pub findings: Vec<Finding>,
    /// Those that a comment silences.
    pub silenced: Vec<Finding>,
}

/// Parts findings by the comments of the current revisions that they stand in: checks look at no
/// others.
pub fn apply<'a>(
    current: impl Iterator<Item = &'a Revision>,
    mut findings: Vec<Finding>,
    unused: Unused,
) -> Applied {
    let comments = comments(current);
    if comments.is_empty() {
        return Applied {
            findings,
            silenced: Vec::new(),
        };
    }
    let mut used: BTreeSet<(&SourcePath, Span)> = BTreeSet::new();
    let note_silencing = |finding: &mut Finding| {
        let Some((file, comments)) = comments.get_key_value(&finding.file) else {
            return false;
        };
        let silencing = comments.iter().filter(|(_, (s, _))| silences(s, finding));
        let places: Vec<_> = silencing.map(|(span, _)| (*file, *span)).collect();
        used.extend(&places);
        !places.is_empty()
    };
    let silenced = findings.extract_if(.., note_silencing).collect();
    if unused == Unused::Reported {
        for (file, comments) in &comments {
            let idle = comments
                .iter()
                .filter(|(span, _)| !used.contains(&(*file, **span)));
            findings.extend(
                idle.map(|(span, (suppression, of))| report(file, *span, (suppression, of))),
            );
        }
    }
    Applied { findings, silenced }
}

fn comments<'a>(current: impl Iterator<Item = &'a Revision>) -> Comments<'a> {
    let mut comments: Comments<'_> = BTreeMap::new();
    for revision in current {
        for suppression in &revision.suppressions {
            let of_file = comments
                .entry(revision.file(suppression.place))
                .or_default();
            let span = suppression.place.span;
            of_file.entry(span).or_insert((suppression, revision));
        }
    }
    comments
}

fn silences(suppression: &Suppression, finding: &Finding) -> bool {
    let (first, last) = suppression.lines;
    suppression.reason.is_some()
        && *suppression.code == *finding.rule.code
        && (first..=last).contains(&finding.span.start.line)
        && finding.span != Span::FILE
}

fn report(file: &SourcePath, span: Span, (suppression, of): (&Suppression, &Revision)) -> Finding {
    let code = &suppression.code;
    let (message, help) = match suppression.reason {
        Some(_) => (
            format!("this comment silences no `{code}`"),
            "remove it, or mend its code",
        ),
        None => (
            format!("this comment gives no reason, so it silences no `{code}`"),
            "write the reason after a colon",
        ),
    };
    let place = &of.place;
    let finding = UNUSED.at(file, span, message).help(help);
    finding.of(&place.locale, &place.document)
}
