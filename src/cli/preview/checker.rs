//! Looks for findings beside the answering of questions: pages are shown before all is checked.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;

use crate::catalog::resolve::Answer;
use crate::check::Context;
use crate::cli::preview::known::{Known, REST, Targets};
use crate::finding::Finding;
use crate::page::guide::Wanted;
use crate::pipeline::furnish::Furniture;
use crate::pipeline::inspect::{Inspection, levelled};
use crate::pipeline::project::Project;
use crate::pipeline::render::{Job, Press};
use crate::site::theme::failure;

/// What is looked at.
pub struct Checker<'a> {
    /// What the site is made from.
    pub project: &'a Project<'a>,
    /// What was read of it.
    pub inspection: &'a Inspection,
    /// What its pages share.
    pub furniture: &'a Furniture,
    /// What makes its pages.
    pub press: &'a Press<'a>,
    /// The day that counts as today.
    pub today: Date,
}

/// How a look ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Everything that was due was looked at.
    Whole,
    /// The site changed meanwhile; what is left stays due.
    Stopped,
}

impl Checker<'_> {
    /// Looks at everything that is due, until it is told to stop.
    pub fn run(&self, known: &Mutex<Known>, stop: &AtomicBool) -> Look {
        let resolver = self.inspection.resolver(self.project);
        let context = self
            .inspection
            .context(self.project, &resolver, Some(self.today));
        loop {
            if stop.load(Ordering::Relaxed) {
                return Look::Stopped;
            }
            let Some(id) = lock(known).next_due() else {
                return Look::Whole;
            };
            let findings = match &*id {
                REST => self.rest(&context),
                id => self.inspection.check_document(&context, id),
            };
            let targets = self.targets(&context, &id);
            lock(known).put(&id, &findings, targets);
        }
    }

    /// What belongs to no document; a template shows what is wrong with it on the first page that
    /// is made with it.
    fn rest(&self, context: &Context<'_>) -> Vec<Finding> {
        let desk = self.press.desk;
        let mut wanted = desk.resolver.catalog.locales.iter().flat_map(|locale| {
            let documents = desk.resolver.catalog.documents.keys();
            documents.filter_map(|id| Wanted::current(desk, id, locale))
        });
        let guide = wanted.next().map(Job::Guide);
        let homes = desk.resolver.catalog.locales.first().map(Job::Home);
        let pages = [guide, homes, Some(Job::Missing(None)), Some(Job::Start)];
        let pages = pages.into_iter().flatten();
        let made = pages.filter_map(|job| self.press.render(job));
        let made = made.flat_map(|page| page.findings);
        let failed = made.filter(|finding| finding.rule.code == failure::ERROR.code);
        let mut findings = self.inspection.check_rest(self.project, context);
        findings.extend(failed);
        findings.extend(self.furniture.findings());
        levelled(findings, self.project.config)
    }

    /// Where the links of a document lead.
    fn targets(&self, context: &Context<'_>, id: &str) -> Targets {
        let catalog = &self.inspection.catalog;
        let mut targets = Targets::default();
        let Some(document) = catalog.documents.get(id) else {
            return targets;
        };
        for edition in document.editions.values() {
            let revision = catalog.revision(edition.current());
            for link in &revision.links {
                let link = (revision.file(link.place), link.target.trim());
                let resolver = context.resolver;
                match resolver.link_on(revision, link, &revision.place.locale) {
                    Answer::Page { document, .. } => targets.documents.push(document),
                    Answer::Unknown { .. }
                    | Answer::OtherCase(_)
                    | Answer::Reference
                    | Answer::Moved(_) => {
                        targets.nowhere = true;
                    }
                    Answer::Resource(_) | Answer::Elsewhere => {}
                }
            }
        }
        targets.documents.sort_unstable();
        targets.documents.dedup();
        targets
    }
}

/// A panic elsewhere leaves it whole enough: at worst a finding is told of twice.
pub fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}
