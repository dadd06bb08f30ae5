//! Which findings a change brought: those of today that the tree before it has not.

use std::collections::HashMap;

use crate::finding::{Finding, Level};
use crate::path::SourcePath;
use crate::report::Read;
use crate::report::fingerprint::Fingerprints;

/// A tree's findings, with its texts.
pub struct Findings<'a> {
    /// In the order of the report.
    pub findings: &'a [Finding],
    /// The text of a file of that tree.
    pub source: &'a Read<'a>,
}

/// For each finding of `now` whether it is new.
///
/// A finding is old where one of `then` has its fingerprint, which survives a moved line; or where
/// one of `then` that nothing else matches says the same of the same file, which survives an edit
/// of the line. One that weighs more than before is new.
pub fn news(now: &Findings<'_>, then: &Findings<'_>) -> Vec<bool> {
    let mut prints: HashMap<String, Vec<usize>> = HashMap::new();
    let mut printer = Fingerprints::new(then.source);
    for (index, finding) in then.findings.iter().enumerate() {
        prints.entry(printer.of(finding)).or_default().push(index);
    }
    let mut matched = vec![false; then.findings.len()];
    let mut printer = Fingerprints::new(now.source);
    let mut news: Vec<bool> = now
        .findings
        .iter()
        .map(|finding| {
            let same = prints.get_mut(&printer.of(finding)).and_then(Vec::pop);
            let same = same.filter(|index| then.findings[*index].level >= finding.level);
            same.into_iter().for_each(|index| matched[index] = true);
            same.is_none()
        })
        .collect();
    let mut said: HashMap<Said<'_>, Vec<Level>> = HashMap::new();
    for (finding, _) in then
        .findings
        .iter()
        .zip(matched)
        .filter(|(_, matched)| !matched)
    {
        said.entry(Said::of(finding))
            .or_default()
            .push(finding.level);
    }
    for (finding, is_new) in now.findings.iter().zip(&mut news).filter(|(_, new)| **new) {
        let levels = said.get_mut(&Said::of(finding));
        let same = levels.and_then(|levels| {
            let place = levels.iter().position(|level| *level >= finding.level)?;
            Some(levels.swap_remove(place))
        });
        *is_new = same.is_none();
    }
    news
}

/// What is said of which file, wherever it stands in it.
#[derive(PartialEq, Eq, Hash)]
struct Said<'a> {
    code: &'a str,
    file: &'a SourcePath,
    message: &'a str,
}

impl<'a> Said<'a> {
    fn of(finding: &'a Finding) -> Self {
        Self {
            code: finding.rule.code,
            file: &finding.file,
            message: &finding.message,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Findings, news};
    use crate::finding::{Finding, Level, Rule, Span};
    use crate::path::SourcePath;

    static RULE: Rule = Rule {
        code: "link/broken",
        level: Level::Warn,
        summary: "",
        explanation: "",
    };

    fn at(line: u32, message: &str) -> Finding {
        RULE.at(&SourcePath::new("a.md"), Span::line(line), message)
    }

    fn new_ones(now: (&str, &[Finding]), then: (&str, &[Finding])) -> Vec<bool> {
        let (new, old) = (now.0.to_owned(), then.0.to_owned());
        news(
            &Findings {
                findings: now.1,
                source: &move |_| Some(new.clone()),
            },
            &Findings {
                findings: then.1,
                source: &move |_| Some(old.clone()),
            },
        )
    }

    #[test]
    fn a_moved_line_is_not_new() {
        let now = ("x\ny\nlink\n", &[at(3, "no `a`")][..]);
        assert_eq!(new_ones(now, ("link\n", &[at(1, "no `a`")])), [false]);
    }

    #[test]
    fn a_typo_mended_on_the_line_of_an_old_finding_brings_nothing() {
        let now = ("the link\n", &[at(1, "no `a`")][..]);
        assert_eq!(new_ones(now, ("teh link\n", &[at(1, "no `a`")])), [false]);
    }

    #[test]
    fn one_more_of_the_same_is_new() {
        let now = ("b\nb\n", &[at(1, "no `a`"), at(2, "no `a`")][..]);
        assert_eq!(new_ones(now, ("b\n", &[at(1, "no `a`")])), [false, true]);
    }

    #[test]
    fn another_target_is_new() {
        let now = ("b\n", &[at(1, "no `b`")][..]);
        assert_eq!(new_ones(now, ("a\n", &[at(1, "no `a`")])), [true]);
    }

    #[test]
    fn more_weight_is_new() {
        let heavy = Finding {
            level: Level::Deny,
            ..at(1, "no `a`")
        };
        assert_eq!(
            new_ones(("b\n", &[heavy]), ("b\n", &[at(1, "no `a`")])),
            [true]
        );
    }
}
