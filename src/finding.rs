//! One diagnostic about the user's content, and the rule that it follows from.

use std::fmt;

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::locale::tag::Locale;
use crate::path::SourcePath;

/// What is looked for, and what the manual says of it. One static a rule.
#[derive(Debug)]
pub struct Rule {
    /// `group/name`, as settings and suppressions write it.
    pub code: &'static str,
    /// The level unless settings say otherwise.
    pub level: Level,
    /// One line, for lists.
    pub summary: &'static str,
    /// The manual's page in Markdown: what it means, why it matters, what to do. Used by
    /// `instep explain`, the manual and SARIF's help alike.
    pub explanation: &'static str,
}

/// How much a finding weighs.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// It is not shown.
    Allow,
    /// It is good to know.
    Note,
    /// It is to be dealt with.
    Warn,
    /// It fails a check.
    Deny,
}

/// A place in a text; lines and columns start at 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Position {
    /// Counted from 1.
    pub line: u32,
    /// In characters, counted from 1.
    pub column: u32,
}

/// From a position up to, but without, another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Its first character.
    pub start: Position,
    /// The first character behind it.
    pub end: Position,
}

/// Another place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Related {
    /// The file it lies in.
    pub file: SourcePath,
    /// Where it lies.
    pub span: Span,
    /// What is to be seen there.
    pub message: String,
}

/// A replacement that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fix {
    /// What is replaced, in the finding's own file; empty for what is only added.
    pub span: Span,
    /// What is written in its place.
    pub replacement: String,
    /// Whether a person has to agree.
    pub trust: Trust,
}

/// Whether a fix can be made without a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Trust {
    /// It says what was meant, whoever reads it.
    Safe,
    /// It most likely does.
    Likely,
}

/// One diagnostic about the user's content.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// As settings have it; the rule's own at first.
    pub level: Level,
    /// States the fact and names what it speaks of.
    pub message: String,
    /// The file it stands in.
    pub file: SourcePath,
    /// Where it stands; the whole file is line 1, column 1.
    pub span: Span,
    /// The language of the page.
    pub locale: Option<Locale>,
    /// The id of the guide.
    pub document: Option<String>,
    /// One act that would clear it.
    pub help: Option<String>,
    /// Other places that it speaks of.
    pub related: Vec<Related>,
    /// What would mend it.
    pub fix: Option<Fix>,
}

/// A value that is always there, and what was found on the way to it.
#[derive(Debug)]
pub struct Outcome<T> {
    /// What was asked for, as far as it could be had.
    pub value: T,
    /// What was wrong on the way.
    pub findings: Vec<Finding>,
}

impl Rule {
    /// A finding of this rule at a place.
    pub fn at(&'static self, file: &SourcePath, span: Span, message: impl Into<String>) -> Finding {
        Finding {
            rule: self,
            level: self.level,
            message: message.into(),
            file: file.clone(),
            span,
            locale: None,
            document: None,
            help: None,
            related: Vec::new(),
            fix: None,
        }
    }

    /// A finding about a whole file: it stands at line 1, column 1.
    pub fn about(&'static self, file: &SourcePath, message: impl Into<String>) -> Finding {
        self.at(file, Span::FILE, message)
    }
}

impl Finding {
    /// Names the one act that would clear it.
    #[must_use]
    pub fn help(mut self, act: impl Into<String>) -> Self {
        self.help = Some(act.into());
        self
    }

    /// What stands here is safely replaced by this.
    #[must_use]
    pub fn fix(self, replacement: impl Into<String>) -> Self {
        let span = self.span;
        self.fix_at(span, replacement)
    }

    /// What stands at another place of the file is safely replaced by this.
    #[must_use]
    pub fn fix_at(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            span,
            replacement: replacement.into(),
            trust: Trust::Safe,
        });
        self
    }

    /// What stands here most likely means this: a person has to say so.
    #[must_use]
    pub fn suggest(self, replacement: impl Into<String>) -> Self {
        let mut finding = self.fix(replacement);
        finding
            .fix
            .iter_mut()
            .for_each(|fix| fix.trust = Trust::Likely);
        finding
    }

    /// Names another place that it speaks of.
    #[must_use]
    pub fn related(mut self, file: &SourcePath, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Related {
            file: file.clone(),
            span,
            message: message.into(),
        });
        self
    }

    /// Says of which guide it is, and in which language.
    #[must_use]
    pub fn of(mut self, locale: &Locale, document: &str) -> Self {
        self.locale = Some(locale.clone());
        self.document = Some(document.to_owned());
        self
    }
}

impl Position {
    /// The beginning of a file.
    pub const START: Self = Self { line: 1, column: 1 };
}

impl Span {
    /// The whole file, as every format shows it: line 1, column 1.
    pub const FILE: Self = Self {
        start: Position::START,
        end: Position::START,
    };

    /// The first character of a line.
    pub fn line(line: u32) -> Self {
        let start = Position { line, column: 1 };
        Self { start, end: start }
    }
}

impl Level {
    /// The word for it in settings and every format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Note => "note",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.word())
    }
}

/// Puts findings into the order in which they are shown: by file and place, then by rule and message.
pub fn sort(findings: &mut [Finding]) {
    fn key(finding: &Finding) -> (&SourcePath, Span, &str, &str) {
        let Finding {
            file, span, rule, ..
        } = finding;
        (file, *span, rule.code, &finding.message)
    }
    // Large trees have hundreds of thousands: they are moved when all places are known.
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.par_sort_by(|a, b| key(&findings[*a]).cmp(&key(&findings[*b])));
    for start in 0..findings.len() {
        // Those that stand in each other's places: each swap puts one of them into its own.
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start {
                break;
            }
            findings.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Finding, Level, Position, Rule, Span, sort};
    use crate::path::SourcePath;

    static RULE: Rule = Rule {
        code: "test/rule",
        level: Level::Warn,
        summary: "",
        explanation: "",
    };

    fn finding(file: u32, line: u32, help: u32) -> Finding {
        let start = Position { line, column: 1 };
        let span = Span { start, end: start };
        let file = SourcePath::new(&format!("{file}.md"));
        RULE.at(&file, span, "same").help(help.to_string())
    }

    fn told(findings: &[Finding]) -> Vec<(&SourcePath, Span, &Option<String>)> {
        let findings = findings.iter();
        findings
            .map(
                |Finding {
                     file, span, help, ..
                 }| (file, *span, help),
            )
            .collect()
    }

    #[test]
    fn findings_stand_by_file_and_place_and_equal_ones_as_they_came() {
        let made = (0..1000).map(|index| finding(index * 7 % 10, index * 31 % 40, index));
        let mut findings: Vec<Finding> = made.collect();
        let mut expected = findings.clone();
        expected.sort_by_key(|finding| (finding.file.clone(), finding.span));
        sort(&mut findings);
        assert_eq!(told(&findings), told(&expected));
    }

    /// Quick only where no place is looked for twice.
    #[test]
    fn one_that_comes_late_moves_all_others() {
        let made = (1..200_000).map(|line| finding(1, line, 0));
        let mut findings: Vec<Finding> = made.chain([finding(0, 1, 0)]).collect();
        sort(&mut findings);
        assert!(told(&findings).is_sorted());
    }
}
