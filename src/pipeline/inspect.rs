//! All that can be said of a tree without writing a site.

use jiff::civil::Date;

use crate::catalog::documents::Catalog;
use crate::catalog::resolve::Resolver;
use crate::check::drift::testimony::Testimony;
use crate::check::pairing::Pairings;
use crate::check::suppression::{self, Applied, Unused};
use crate::check::{CHECKS, Context};
use crate::config::Config;
use crate::finding::{Finding, Level};
use crate::pipeline::fragments::Shelf;
use crate::pipeline::project::Project;
use crate::pipeline::{navigation, read, review, since, units};

/// A tree, read: its catalog, and what was found on the way.
pub struct Inspection {
    /// Every document.
    pub catalog: Catalog,
    /// Which sections are one in two texts.
    pub pairings: Pairings,
    /// What was read beside the pages; whoever can ask a clone adds what its history says.
    pub testimony: Testimony,
    /// Findings of reading, before any check.
    pub findings: Vec<Finding>,
}

impl Inspection {
    /// Reads every page of a project, brings them together, and reads what speaks of them beside:
    /// older sources, bilingual sentences, reviews.
    pub fn new(project: &Project<'_>) -> Self {
        let mut inspection = Self::of_pages(project);
        let catalog = &inspection.catalog;
        inspection.testimony = Testimony {
            sources: since::by_hash(project, catalog),
            units: units::outdated(project, catalog),
            reviews: review::reviews(project, catalog),
            ..Testimony::default()
        };
        inspection
    }

    /// Reads the pages alone: enough for their dates, not for drift.
    pub fn of_pages(project: &Project<'_>) -> Self {
        let shelf = Shelf::new(project.reader, &project.files, project.config);
        let pages = read::pages(project, &shelf);
        let mut findings = project.findings.clone();
        findings.extend(pages.findings);
        let catalog = Catalog::new(pages.value, project.config);
        let pairings = Pairings::new(&catalog);
        Self {
            catalog,
            pairings,
            testimony: Testimony::default(),
            findings,
        }
    }

    /// Runs every check and puts all findings in order, with the levels that settings give.
    pub fn check(&self, project: &Project<'_>, today: Option<Date>) -> Vec<Finding> {
        self.examine(project, today).findings
    }

    /// The same, with the findings that comments silence.
    pub fn examine(&self, project: &Project<'_>, today: Option<Date>) -> Applied {
        let resolver = Resolver::new(&self.catalog, project.config, &project.files);
        let pairings = &self.pairings;
        let context = Context {
            config: project.config,
            resolver: &resolver,
            pairings,
            testimony: &self.testimony,
            today,
        };
        let mut findings = self.findings.clone();
        findings.extend(navigation::read(project, &resolver).findings);
        for check in CHECKS {
            findings.extend((check.run)(&context));
        }
        let unused = match today {
            Some(_) => Unused::Reported,
            None => Unused::Ignored,
        };
        let applied = suppression::apply(&self.catalog, findings, unused);
        Applied {
            findings: levelled(applied.findings, project.config),
            silenced: levelled(applied.silenced, project.config),
        }
    }
}

/// Reads the pages of a project and brings them together, and does nothing else.
pub fn catalog(project: &Project<'_>) -> Catalog {
    let shelf = Shelf::new(project.reader, &project.files, project.config);
    Catalog::new(read::pages(project, &shelf).value, project.config)
}

/// Findings in order, with the levels that settings give, without those they allow.
pub fn levelled(mut findings: Vec<Finding>, config: &Config) -> Vec<Finding> {
    for finding in &mut findings {
        if let Some(level) = config.findings.get(finding.rule.code) {
            finding.level = *level;
        }
    }
    findings.retain(|finding| finding.level != Level::Allow);
    crate::finding::sort(&mut findings);
    // A fragment is read once for every page that includes it.
    findings.dedup_by(|a, b| is_same(a, b));
    findings
}

fn is_same(a: &Finding, b: &Finding) -> bool {
    let same = a.rule.code == b.rule.code && a.message == b.message;
    same && a.file == b.file && a.span == b.span
}
