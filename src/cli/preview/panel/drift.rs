//! How far a page is behind, section by section, and what changed in its source meanwhile.

use serde_json::{Value, json};

use crate::catalog::documents::{Document, RevisionId};
use crate::check::align::Change;
use crate::check::drift::standing::{SectionChange, Standing};
use crate::check::drift::testimony::{Edit, SourceNow};
use crate::check::drift::verdict::Verdict;
use crate::cli::preview::panel::{Panel, Shown};
use crate::locale::words::Words;
use crate::page::changes::{Read, differences};
use crate::page::compared::html;
use crate::path::encode;

impl Panel<'_> {
    /// The standing of the text that is shown, with what changed in its source.
    pub(super) fn drift(&self, own: &Standing, shown: &Shown<'_>) -> Value {
        let desk = self.pages.press.desk;
        let catalog = desk.resolver.catalog;
        let reference = catalog.revision(shown.document.reference);
        let route = desk.resolver.revision_route(shown.document.reference);
        let is_reference = shown.revision == shown.document.reference;
        let sections = own.sections.iter();
        let sections: Vec<Value> = sections
            .filter(|section| section.change != Change::Same)
            .map(|section| self.section(section, shown))
            .collect();
        let text = catalog.revision(shown.revision);
        let judged = &own.judged;
        let source = match judged.verdict {
            Verdict::Behind => self.source(shown.document, shown.revision),
            _ => Vec::new(),
        };
        json!({
            "status": judged.verdict.word(),
            "evidence": judged.evidence,
            "days": judged.days_behind,
            "coverage": judged.coverage,
            "reference": (!is_reference).then(|| json!({
                "locale": reference.place.locale.tag(),
                "address": desk.link(&route),
                "file": self.desktop.file(reference.path(), 1, 1),
            })),
            "sections": sections,
            "values": own.changes.iter().map(|change| json!({
                "kind": change.kind.word(),
                "found": change.found,
                "expected": change.expected,
                "file": self.desktop.file(text.part(change.part), change.line, 1),
            })).collect::<Vec<_>>(),
            "source": source,
        })
    }

    fn section(&self, change: &SectionChange, shown: &Shown<'_>) -> Value {
        let desk = self.pages.press.desk;
        let catalog = desk.resolver.catalog;
        let own = catalog.revision(shown.revision);
        let reference = catalog.revision(shown.document.reference);
        let is_missing = change.pair.b().is_none();
        let (text, index) = match change.pair.b() {
            Some(index) => (own, Some(index)),
            None => (reference, change.pair.a()),
        };
        let line = change.line.or(change.reference_line).unwrap_or(1);
        let titled = index.and_then(|index| text.sections.get(index));
        let file = titled.map_or(text.path(), |section| text.part(section.part));
        let route = desk.resolver.revision_route(shown.document.reference);
        let anchor = change.reference_anchor.as_deref();
        json!({
            "change": change.change,
            "title": titled.map_or(&*change.anchor, |section| &*section.title),
            "section": (!is_missing).then(|| titled.map(|section| section.id())),
            "reference": anchor.map(|anchor| format!("{}#{}", desk.link(&route), encode(anchor))),
            "file": self.desktop.file(file, line, 1),
        })
    }

    /// What changed in the source since: as history tells, else since the revision of the
    /// reference that is as old as the translation.
    fn source(&self, document: &Document, own: RevisionId) -> Vec<Value> {
        let desk = self.pages.press.desk;
        let catalog = desk.resolver.catalog;
        let reference = catalog.revision(document.reference);
        let segment = Words::new(&reference.place.locale);
        let said = desk.testimony.sources.get(&own);
        if let Some(SourceNow::Changed(edits)) = said {
            let title = |edit: &Edit| {
                let section = edit.now.and_then(|index| reference.sections.get(index));
                let then = edit.then.as_deref().unwrap_or_default();
                section.map_or(then.to_owned(), |section| section.title.to_string())
            };
            let edited = edits.iter().map(|edit| {
                json!({
                    "change": edit.kind.word(),
                    "title": title(edit),
                    "html": html(&edit.old, &edit.new, &segment),
                })
            });
            return edited.collect();
        }
        let edition = document.editions.get(&reference.place.locale);
        let older = edition.into_iter().flat_map(|edition| &edition.revisions);
        let date = catalog.revision(own).front.date;
        let mut older = older.filter(|id| catalog.revision(**id).front.date <= date);
        let Some(then) = older.next() else {
            return Vec::new();
        };
        let read = |id| Read::new(catalog, &desk.texts, id);
        let changed = differences(&read(*then), &read(document.reference)).into_iter();
        let changed = changed.map(|difference| {
            json!({
                "change": difference.kind,
                "title": difference.title,
                "html": html(&difference.old, &difference.new, &segment),
            })
        });
        changed.collect()
    }
}
