//! What the panel of a preview shows of a page: its findings, how far it is behind, its dates, the
//! same page in other languages; and what keeps it from being shown as it is meant.

pub mod drift;
pub mod place;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::catalog::documents::{Document, RevisionId};
use crate::check::Context;
use crate::check::deadlines::status::{Status, days, is_deadline};
use crate::check::drift::judged::{Judged, of_document};
use crate::check::drift::standing::of_judged;
use crate::cli::preview::live::Live;
use crate::cli::preview::pages::Pages;
use crate::cli::preview::panel::place::Desktop;
use crate::document::front_matter;
use crate::document::prose::readable;
use crate::document::revision::Revision;
use crate::finding::Finding;
use crate::page::home::INDEX;
use crate::pipeline::inspect::levelled;
use crate::pipeline::intake::Intake;
use crate::pipeline::render::{Job, Rendered};
use crate::report::Report;
use crate::report::human::drawings;
use crate::report::look::Look;
use crate::site::theme::failure;

/// Columns that a drawn finding may take.
const WIDTH: usize = 88;

/// What a panel is made from.
pub struct Panel<'a> {
    /// The site that is shown.
    pub live: &'a Live<'a>,
    /// Its pages.
    pub pages: &'a Pages<'a>,
    /// Where its files lie for an editor.
    pub desktop: Desktop<'a>,
    /// The day that counts as today.
    pub today: Date,
    /// Why settings or folders cannot be read, while that holds.
    pub trouble: Option<&'a str>,
}

/// The text that stands on a page.
struct Shown<'a> {
    id: &'a str,
    document: &'a Document,
    revision: RevisionId,
}

impl Panel<'_> {
    /// What is shown beside the page at a path, as JSON.
    pub fn json(&self, path: &str) -> Value {
        let rendered = self.pages.render(path);
        let mut whole = json!({ "broken": self.broken(path, rendered.as_ref()) });
        let Some(shown) = self.shown(path) else {
            return whole;
        };
        let press = self.pages.press;
        let inspection = &self.live.inspection;
        let resolver = press.desk.resolver;
        let context = inspection.context(&self.live.project, resolver, Some(self.today));
        let revision = resolver.catalog.revision(shown.revision);
        let judged = of_document(&context, shown.id);
        let own = judged
            .iter()
            .find(|judged| judged.current == Some(shown.revision))
            .map(|own| of_judged(&context, shown.document, own.clone()));
        let found = self.findings(&context, (&shown, revision), rendered);
        whole["document"] = shown.id.into();
        whole["locale"] = revision.place.locale.tag().into();
        whole["file"] = self.desktop.file(revision.path(), 1, 1);
        whole["findings"] = found
            .iter()
            .map(|f| self.desktop.finding(f, revision))
            .collect();
        whole["drift"] = own.map(|own| self.drift(&own, &shown)).into();
        whole["dates"] = self.dates(revision);
        whole["languages"] = self.languages(&shown, &judged);
        whole
    }

    fn shown(&self, path: &str) -> Option<Shown<'_>> {
        let press = self.pages.press;
        let catalog = press.desk.resolver.catalog;
        let (id, revision) = match self.pages.job(path)? {
            Job::Guide(wanted) => (wanted.document, wanted.shown),
            Job::Changes { document, locale } => (document, catalog.current(document, locale)?),
            Job::Home(locale) => (INDEX, press.desk.resolver.filled(INDEX, locale)?.revision()),
            Job::Missing(_) | Job::Status(_) | Job::Moved(_) | Job::Start => return None,
        };
        let (id, document) = catalog.documents.get_key_value(id)?;
        Some(Shown {
            id,
            document,
            revision,
        })
    }

    /// The findings of the text that is shown, and those of putting it on the page.
    fn findings(
        &self,
        context: &Context<'_>,
        (shown, revision): (&Shown<'_>, &Revision),
        rendered: Option<Rendered>,
    ) -> Vec<Finding> {
        let mut found = self.live.inspection.check_document(context, shown.id);
        found.retain(|finding| revision.parts.contains(&finding.file));
        found.retain(|finding| {
            let locale = finding.locale.as_ref();
            locale.is_none_or(|locale| *locale == revision.place.locale)
        });
        found.extend(rendered.into_iter().flat_map(|page| page.findings));
        let mut found = levelled(found, self.live.project.config);
        found.sort_by_key(|finding| std::cmp::Reverse(finding.level));
        found
    }

    /// What keeps the page from being shown as it is meant, drawn.
    fn broken(&self, path: &str, rendered: Option<&Rendered>) -> Vec<Value> {
        let trouble = self.trouble.map(|text| json!({ "drawn": text }));
        let mut findings = self.live.furniture.findings();
        findings.extend(rendered.into_iter().flat_map(|page| page.findings.clone()));
        findings.retain(|finding| finding.rule.code == failure::ERROR.code);
        findings.extend(self.unreadable(path));
        let findings = levelled(findings, self.live.project.config);
        let drawn = drawings(&Report {
            today: self.today,
            findings: &findings,
            rules: &[],
            source: &|path| self.live.session.text(path),
            silenced: &[],
            look: Look::plain(&self.live.session.words, WIDTH),
        });
        let found = findings.iter().zip(drawn);
        let found = found.map(|(finding, drawn)| {
            let start = finding.span.start;
            let file = self.desktop.file(&finding.file, start.line, start.column);
            json!({ "drawn": drawn.trim_end(), "file": file })
        });
        trouble.into_iter().chain(found).collect()
    }

    /// Front matter that cannot be read: of the document, since an older text may stand in the place
    /// of one without a date; of all pages where the address leads nowhere, since a page may have
    /// lost it by that.
    fn unreadable(&self, path: &str) -> Vec<Finding> {
        let shown = self.shown(path);
        let is_lost = shown.is_none() && self.pages.job(path).is_none();
        let own = |intake: &&Intake| {
            let place = intake.revision.as_ref().map(|revision| &revision.place);
            let of = shown.as_ref().zip(place);
            is_lost || of.is_some_and(|(shown, place)| *place.document == *shown.id)
        };
        let asked = self.live.inspection.intakes.values().filter(own);
        let found = asked.flat_map(|intake| &intake.findings);
        let broken = |finding: &&Finding| finding.rule.code == front_matter::rules::INVALID.code;
        found.filter(broken).cloned().collect()
    }

    fn dates(&self, revision: &Revision) -> Value {
        let due_within = self.live.project.config.deadlines.due_within;
        let dates = revision.dates.iter().filter(|mention| is_deadline(mention));
        let date = |mention: &crate::document::revision::DateMention| {
            let days = days(mention, self.today);
            let start = mention.place.span.start;
            let path = revision.file(mention.place);
            json!({
                "text": readable(&mention.text),
                "date": mention.date.to_string(),
                "role": mention.role.word(),
                "status": Status::of(days, mention.role, due_within).word(),
                "days": days,
                "section": place::section(revision, path, start.line),
                "file": self.desktop.file(path, start.line, start.column),
            })
        };
        dates.map(date).collect()
    }

    fn languages(&self, shown: &Shown<'_>, judged: &[Judged]) -> Value {
        let desk = self.pages.press.desk;
        let language = |judged: &Judged| {
            let route = desk.resolver.route(shown.id, &judged.locale);
            let has = shown.document.editions.contains_key(&judged.locale);
            json!({
                "tag": judged.locale.tag(),
                "name": desk.language(&judged.locale).frame.name,
                "address": route.filter(|_| has).map(|route| desk.link(&route)),
                "status": judged.verdict.word(),
                "days": judged.days_behind,
            })
        };
        judged.iter().map(language).collect()
    }
}
