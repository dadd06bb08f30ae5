//! Findings that are put away from one run to the next.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Fix, Level, Related, Rule, Span};
use crate::locale::tag::Locale;
use crate::memo;
use crate::path::SourcePath;

/// A finding, with its rule by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFinding {
    code: String,
    level: Level,
    message: String,
    file: SourcePath,
    span: Span,
    locale: Option<Locale>,
    document: Option<String>,
    help: Option<String>,
    related: Vec<Related>,
    fix: Option<Fix>,
}

/// Findings that are put away, packed: they are unpacked by whoever asks for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedFindings(#[serde(with = "memo::whole")] Box<[u8]>);

impl PackedFindings {
    /// Findings, to be put away.
    pub fn of(findings: &[Finding]) -> Self {
        let kept: Vec<KeptFinding> = findings.iter().map(KeptFinding::of).collect();
        Self(memo::pack(&kept).into())
    }

    /// Those that were put away.
    pub fn open(&self) -> Option<Vec<KeptFinding>> {
        memo::unpack(&mut &*self.0)
    }
}

/// The rules of the program by name.
#[derive(Debug)]
pub struct Rules(BTreeMap<&'static str, &'static Rule>);

impl KeptFinding {
    /// A finding, to be put away.
    pub fn of(finding: &Finding) -> Self {
        let finding = finding.clone();
        Self {
            code: finding.rule.code.to_owned(),
            level: finding.level,
            message: finding.message,
            file: finding.file,
            span: finding.span,
            locale: finding.locale,
            document: finding.document,
            help: finding.help,
            related: finding.related,
            fix: finding.fix,
        }
    }
}

impl Rules {
    /// Those that are given, which are to be all.
    pub fn new(rules: &[&'static Rule]) -> Self {
        Self(rules.iter().map(|rule| (rule.code, *rule)).collect())
    }

    /// Findings as they were; none where a rule is not there any more.
    pub fn findings(&self, kept: impl IntoIterator<Item = KeptFinding>) -> Option<Vec<Finding>> {
        kept.into_iter().map(|kept| self.finding(kept)).collect()
    }

    fn finding(&self, kept: KeptFinding) -> Option<Finding> {
        Some(Finding {
            rule: self.0.get(&*kept.code)?,
            level: kept.level,
            message: kept.message,
            file: kept.file,
            span: kept.span,
            locale: kept.locale,
            document: kept.document,
            help: kept.help,
            related: kept.related,
            fix: kept.fix,
        })
    }
}
