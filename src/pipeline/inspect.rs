//! All that can be said of a tree without writing a site.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashSet;

use crate::catalog::documents::{Catalog, Document, Edition, RevisionId};
use crate::catalog::identity::File;
use crate::catalog::index::Index;
use crate::catalog::resolve::Resolver;
use crate::check::drift::testimony::Testimony;
use crate::check::pairing::Pairings;
use crate::check::suppression::{self, Applied, UNUSED, Unused};
use crate::check::{self, Anew, Asked, Context, Known};
use crate::config::Config;
use crate::finding::{Finding, Level, Span};
use crate::path::SourcePath;
use crate::pipeline::fragments::Shelf;
use crate::pipeline::intake::{Intake, Intakes};
use crate::pipeline::project::Project;
use crate::pipeline::read;
use crate::pipeline::recall::Recall;
use crate::pipeline::{navigation, review, since, units};

/// A tree, read: its catalog, and what was found on the way.
pub struct Inspection {
    /// Every document.
    pub catalog: Catalog,
    /// Which sections are one in two texts.
    pub pairings: Pairings,
    /// What was read beside the pages; whoever can ask a clone adds what its history says.
    pub testimony: Testimony,
    /// What reading each page gave, before any check.
    pub intakes: Intakes,
    /// What the resolver looks up.
    pub(in crate::pipeline) index: Arc<Index>,
}

impl Inspection {
    /// Reads every page of a project, brings them together, and reads what speaks of them beside.
    pub fn new(project: &Project<'_>) -> Self {
        let mut inspection = Self::of_pages(project, None);
        inspection.testify(project);
        inspection
    }

    /// Reads what speaks of the current revisions: older sources, bilingual sentences, reviews.
    pub fn testify(&mut self, project: &Project<'_>) {
        let catalog = &self.catalog;
        let documents: Vec<&Document> = catalog.documents.values().collect();
        self.testimony = testimony(project, catalog, &documents);
    }

    /// Puts revisions in order anew, with their places in git: how many commits are newer than the
    /// one that changed each file last. Ids stay.
    pub fn place(&mut self, places: &BTreeMap<RevisionId, u32>, project: &Project<'_>) {
        let mut revisions = std::mem::take(&mut self.catalog.revisions);
        for (id, place) in places {
            if let Some(revision) = revisions.get_mut(*id) {
                Arc::make_mut(revision).history = Some(*place);
            }
        }
        self.catalog = Catalog::new(revisions, project.config);
        self.pairings = Pairings::new(&self.catalog);
        self.index = Arc::new(Index::new(&self.catalog, project.config, &project.files));
    }

    /// Reads the pages alone: enough for their dates, not for drift.
    pub fn of_pages(project: &Project<'_>, recall: Option<&Recall<'_>>) -> Self {
        let shelf = Shelf::new(project.reader, &project.files, project.config);
        let pages: Vec<&File> = project.pages().collect();
        Self::over(project, read::pages(project, &pages, &shelf, recall))
    }

    /// Brings pages together that were read before, by the same settings.
    pub fn over(project: &Project<'_>, intakes: Intakes) -> Self {
        let revisions = intakes.values();
        let revisions = revisions.filter_map(|intake| intake.revision.clone());
        let catalog = Catalog::new(revisions.collect(), project.config);
        let (pairings, index) = rayon::join(
            || Pairings::new(&catalog),
            || Index::new(&catalog, project.config, &project.files),
        );
        Self {
            pairings,
            testimony: Testimony::default(),
            index: Arc::new(index),
            catalog,
            intakes,
        }
    }

    /// Answers where links lead.
    pub fn resolver<'a>(&'a self, project: &'a Project<'_>) -> Resolver<'a> {
        let index = self.index.clone();
        Resolver::over(&self.catalog, project.config, &project.files, index)
    }

    /// What checks may look at.
    pub fn context<'a>(
        &'a self,
        project: &Project<'a>,
        resolver: &'a Resolver<'a>,
        today: Option<Date>,
    ) -> Context<'a> {
        Context {
            config: project.config,
            resolver,
            pairings: &self.pairings,
            testimony: &self.testimony,
            today,
        }
    }

    /// Runs every check and puts all findings in order, with the levels that settings give.
    pub fn check(&self, project: &Project<'_>, today: Option<Date>) -> Vec<Finding> {
        self.examine(project, today).findings
    }

    /// How many findings to deny and to warn of there are for a build, whose bytes have no day. Of
    /// some documents `known` may know what is found.
    pub fn count(&self, project: &Project<'_>, known: &dyn Known) -> (usize, usize) {
        let found = self.found(project, None, (Level::Warn, known));
        counted(found.findings, project.config)
    }

    /// The same as [`Inspection::check`], with the findings that comments silence.
    pub fn examine(&self, project: &Project<'_>, today: Option<Date>) -> Applied {
        let applied = self.found(project, today, (Level::Allow, &Anew));
        Applied {
            findings: levelled(applied.findings, project.config),
            silenced: levelled(applied.silenced, project.config),
        }
    }

    /// What is found, in no order, by the levels of the rules.
    fn found(
        &self,
        project: &Project<'_>,
        today: Option<Date>,
        (least, known): (Level, &dyn Known),
    ) -> Applied {
        let resolver = self.resolver(project);
        let context = self.context(project, &resolver, today);
        let is_heavy = |finding: &Finding| level(finding, project.config) >= least;
        // By far the most, to which the others are added.
        let mut findings = check::all(&context, &is_heavy, known);
        let read = self.intakes.values().flat_map(|intake| &intake.findings);
        let read = project.findings.iter().chain(read).cloned();
        let listed = navigation::read(project, &resolver).findings;
        findings.extend(read.chain(listed).filter(is_heavy));
        let unused = match today {
            Some(_) => Unused::Reported,
            None => Unused::Ignored,
        };
        suppression::apply(self.catalog.currents(), findings, unused)
    }

    /// What is found in one document: in its files and by every check of it. That a comment in a
    /// fragment silences nothing only a look at all documents can tell, so it is told where the
    /// comment stands in a page itself.
    pub fn check_document(&self, context: &Context<'_>, id: &str) -> Vec<Finding> {
        let Some(document) = self.catalog.documents.get(id) else {
            return Vec::new();
        };
        let editions = document.editions.values();
        let revisions = editions.clone().flat_map(Edition::all);
        let paths: BTreeSet<&SourcePath> = revisions
            .map(|id| self.catalog.revision(id).path())
            .collect();
        let intakes = paths.iter().filter_map(|path| self.intakes.get(*path));
        let mut findings: Vec<Finding> = intakes
            .flat_map(|intake| intake.findings.iter().cloned())
            .collect();
        findings.extend(check::of(context, &Asked { id, document }));
        let currents = editions.map(|edition| self.catalog.revision(edition.current()));
        let mut findings = suppression::apply(currents, findings, Unused::Reported).findings;
        let is_own = |f: &Finding| f.rule.code != UNUSED.code || paths.contains(&f.file);
        findings.retain(is_own);
        levelled(findings, context.config)
    }

    /// What is found beside: in files that belong to no document, such as pages that cannot be
    /// read and those in languages that the site does not have, and in what belongs to none.
    pub fn check_rest(&self, project: &Project<'_>, context: &Context<'_>) -> Vec<Finding> {
        let is_rest = |intake: &&Intake| {
            let revision = intake.revision.as_ref();
            let place = revision.map(|revision| &revision.place);
            !place.is_some_and(|place| self.catalog.locales.contains(&place.locale))
        };
        let rest = self.intakes.values().filter(is_rest);
        let mut findings = project.findings.clone();
        findings.extend(rest.flat_map(|intake| intake.findings.iter().cloned()));
        findings.extend(check::of_site(context));
        levelled(findings, project.config)
    }
}

/// What is read beside the pages of documents: older sources, bilingual sentences, reviews.
pub fn testimony(project: &Project<'_>, catalog: &Catalog, documents: &[&Document]) -> Testimony {
    Testimony {
        sources: since::by_hash(project, catalog, documents),
        units: units::outdated(project, catalog, documents),
        reviews: review::reviews(project, catalog, documents),
        ..Testimony::default()
    }
}

/// Reads the pages of a project and brings them together, and does nothing else.
pub fn catalog(project: &Project<'_>) -> Catalog {
    Inspection::of_pages(project, None).catalog
}

/// How many findings to deny and to warn of there are, by the levels that settings give, each once.
pub fn counted(mut findings: Vec<Finding>, config: &Config) -> (usize, usize) {
    set_levels(&mut findings, config);
    // To put them in order would take longer than to find most of them again.
    let mut once = FxHashSet::default();
    let mut of = |asked| {
        let at_level = findings.iter().filter(|finding| finding.level == asked);
        at_level
            .filter(|finding| once.insert(of_one(finding)))
            .count()
    };
    (of(Level::Deny), of(Level::Warn))
}

/// Findings in order, with the levels that settings give, without those they allow.
pub fn levelled(mut findings: Vec<Finding>, config: &Config) -> Vec<Finding> {
    set_levels(&mut findings, config);
    findings.retain(|finding| finding.level != Level::Allow);
    crate::finding::sort(&mut findings);
    // A fragment is read once for every page that includes it.
    findings.dedup_by(|a, b| of_one(a) == of_one(b));
    findings
}

fn set_levels(findings: &mut [Finding], config: &Config) {
    for finding in findings {
        finding.level = level(finding, config);
    }
}

/// The level that settings give to a finding, or its own.
fn level(finding: &Finding, config: &Config) -> Level {
    let set = config.findings.get(finding.rule.code);
    set.copied().unwrap_or(finding.level)
}

/// What is the same in two findings that are one.
fn of_one(finding: &Finding) -> (&str, &str, &SourcePath, Span) {
    (
        finding.rule.code,
        &finding.message,
        &finding.file,
        finding.span,
    )
}
