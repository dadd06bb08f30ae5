//! What a translator has to do for one page, section by section, with the texts of both sides.

use std::collections::BTreeMap;

use crate::catalog::documents::RevisionId;
use crate::check::Context;
use crate::check::drift::changes::{ChangeKind, ValueChange};
use crate::check::drift::standing::Standing;
use crate::check::drift::testimony::{Edit, EditKind, SectionReview, Since, SourceNow};
use crate::document::revision::Revision;
use crate::pipeline::project::Project;
use crate::pipeline::review::{Side, Sides, against, sides};
use crate::source::Source;

/// What a translator has to do for one page.
pub struct Redo {
    /// The text it is measured against: its source, else the reference.
    pub source: RevisionId,
    /// In the order of the source.
    pub tasks: Vec<Task>,
}

/// A section to look at, or what stands before the first.
pub struct Task {
    /// What has happened.
    pub kind: TaskKind,
    /// Where on the page.
    pub part: Part,
    /// The section's heading in the source, else in the translation.
    pub title: String,
    /// The source today.
    pub source: Option<Passage>,
    /// The source as it was when the translation was made, where that is known.
    pub then: Option<String>,
    /// The translation.
    pub own: Option<Passage>,
    /// Values that differ.
    pub values: Vec<ValueChange>,
    /// Sentences that it was translated from and the source has no more.
    pub sentences: Vec<String>,
    /// The line of the section after which a missing one would stand.
    pub after: Option<u32>,
}

/// A part of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What stands between the fences at its top.
    FrontMatter,
    /// What stands before the first heading.
    Opening,
    /// A heading and what follows it.
    Section,
}

/// What has happened to a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskKind {
    /// The source's text is another than it was.
    Changed,
    /// Only the source has it.
    Missing,
    /// The source had it and has no more.
    Removed,
    /// Only the translation has it.
    Extra,
    /// Links, code, dates or sizes differ.
    Differs,
}

/// A part of a file.
pub struct Passage {
    /// Its first line.
    pub line: u32,
    /// As written.
    pub text: String,
}

impl TaskKind {
    /// The word for it on paper.
    pub fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed in the source",
            Self::Missing => "missing",
            Self::Removed => "removed from the source",
            Self::Extra => "not in the source",
            Self::Differs => "differs",
        }
    }
}

/// What is to be done for a current revision; none for a text that nothing else is newer than or
/// translated from, and where a file vanished.
pub fn redo(project: &Project<'_>, context: &Context<'_>, standing: &Standing) -> Option<Redo> {
    let catalog = context.resolver.catalog;
    let id = standing.judged.current?;
    let own = catalog.revision(id);
    let document = catalog.documents.get(&own.place.document)?;
    let source = against(document, catalog, context.config, id)?;
    let both = sides(project, catalog.revision(source), own)?;
    let desk = Desk {
        context,
        id,
        own,
        source: catalog.revision(source),
        values: by_section(&standing.changes),
    };
    Some(Redo {
        source,
        tasks: desk.tasks(&both),
    })
}

/// Everything that is known of a translation.
struct Desk<'a> {
    context: &'a Context<'a>,
    id: RevisionId,
    own: &'a Revision,
    source: &'a Revision,
    /// Values that differ, by the translation's section.
    values: BTreeMap<usize, Vec<&'a ValueChange>>,
}

fn by_section(changes: &[ValueChange]) -> BTreeMap<usize, Vec<&ValueChange>> {
    let mut values: BTreeMap<usize, Vec<&ValueChange>> = BTreeMap::new();
    for change in changes.iter().filter(|c| c.kind != ChangeKind::Text) {
        if let Some(section) = change.section {
            values.entry(section.into()).or_default().push(change);
        }
    }
    values
}

impl Desk<'_> {
    fn tasks(&self, both: &Sides) -> Vec<Task> {
        let (opening, sections) = both.pairs.split_at(1);
        let edits = self.edits().iter();
        let openings = edits.filter(|edit| edit.kind == EditKind::Opening);
        let mut tasks: Vec<Task> = openings
            .map(|edit| self.opening(edit, (both, &opening[0])))
            .collect();
        let mut after = None;
        for side in sections {
            let here = side
                .own_section
                .map(|index| self.own.sections[index].span.start.line);
            after = here.filter(|_| side.source_section.is_some()).or(after);
            let task = self.task(side);
            tasks.extend(task.map(|task| Task { after, ..task }));
        }
        tasks
    }

    fn edits(&self) -> &[Edit] {
        match self.context.testimony.sources.get(&self.id) {
            Some(SourceNow::Changed(edits)) => edits,
            _ => &[],
        }
    }

    /// The front matter, or what stands before the first heading.
    fn opening(&self, edit: &Edit, (both, side): (&Sides, &Side)) -> Task {
        let body = self.own.front.body;
        let is_front = edit.new.starts_with("---") || edit.old.starts_with("---");
        let (part, text) = if is_front {
            (Part::FrontMatter, both.own.text.get(..body))
        } else {
            // Title and description come before it, where they count as text.
            let front = &self.own.front;
            let words = [&front.title, &front.description];
            let words = words.map(|words| words.as_deref().map_or(0, str::len) + 1);
            let text = side.own.as_deref();
            (
                Part::Opening,
                text.and_then(|text| text.get(words[0] + words[1]..)),
            )
        };
        let line = |source: &Source, body: usize| match part {
            Part::FrontMatter => 1,
            Part::Opening | Part::Section => source.position(body).line,
        };
        Task {
            kind: TaskKind::Changed,
            part,
            title: String::new(),
            source: Some(Passage {
                line: line(&both.source, self.source.front.body),
                text: edit.new.to_string(),
            }),
            then: Some(edit.old.to_string()),
            own: text.map(|text| Passage {
                line: line(&both.own, body),
                text: text.to_owned(),
            }),
            values: Vec::new(),
            sentences: Vec::new(),
            after: None,
        }
    }

    fn task(&self, side: &Side) -> Option<Task> {
        let edit = self.edit(side);
        let values = self.values_of(side.own_section);
        let sentences = self.sentences_of(side.own_section);
        let then = edit.map(|edit| edit.old.to_string());
        let kind = match (&side.source, &side.own) {
            (Some(_), None) if self.is_absent(side) => return None,
            (Some(_), None) => TaskKind::Missing,
            (None, Some(_)) if then.is_some() => TaskKind::Removed,
            (None, _) => TaskKind::Extra,
            (Some(_), Some(_)) if then.is_some() || self.is_behind(side) => TaskKind::Changed,
            _ if values.is_empty() && sentences.is_empty() => return None,
            _ => TaskKind::Differs,
        };
        Some(Task {
            kind,
            part: Part::Section,
            title: self.title(side),
            source: passage(self.source, side.source_section, side.source.as_ref()),
            then: then.filter(|_| kind != TaskKind::Missing),
            own: passage(self.own, side.own_section, side.own.as_ref()),
            values,
            sentences,
            after: None,
        })
    }

    /// The edit of the source that speaks of a section, if its words changed.
    fn edit(&self, side: &Side) -> Option<&Edit> {
        let concerns = |edit: &&Edit| match side.source_section {
            Some(_) => edit.now == side.source_section,
            None => {
                let then = edit.then.as_deref();
                edit.kind == EditKind::Removed && then == Some(&*side.anchor)
            }
        };
        let told = self.edits().iter().find(concerns)?;
        // A section that is new in the source and stands here was translated already.
        let is_new = told.kind == EditKind::Added && side.own.is_some();
        (!is_new && told.old != told.new).then_some(told)
    }

    fn is_absent(&self, side: &Side) -> bool {
        let review = self.context.testimony.reviews.get(&self.id);
        let absent = review.map_or(&[][..], |review| &review.absent);
        side.source_section
            .is_some_and(|section| absent.contains(&section))
    }

    fn is_behind(&self, side: &Side) -> bool {
        let review = self.context.testimony.reviews.get(&self.id);
        let mut sections = review.into_iter().flat_map(|review| &review.sections);
        let behind = |section: &SectionReview| {
            section.own == side.own_section && section.since == Since::Source
        };
        side.own_section.is_some() && sections.any(behind)
    }

    fn values_of(&self, section: Option<usize>) -> Vec<ValueChange> {
        let here = section.and_then(|section| self.values.get(&section));
        here.into_iter().flatten().copied().cloned().collect()
    }

    fn sentences_of(&self, section: Option<usize>) -> Vec<String> {
        let gone = self.context.testimony.units.get(&self.id);
        let gone = gone.into_iter().flatten();
        let here = gone.filter(|sentence| section.is_some() && sentence.section == section);
        here.map(|sentence| sentence.text.clone()).collect()
    }

    fn title(&self, side: &Side) -> String {
        let theirs = side
            .source_section
            .map(|index| &self.source.sections[index]);
        let ours = side.own_section.map(|index| &self.own.sections[index]);
        let section = theirs.or(ours);
        section.map_or(String::new(), |section| section.title.to_string())
    }
}

fn passage(revision: &Revision, section: Option<usize>, text: Option<&String>) -> Option<Passage> {
    Some(Passage {
        line: revision.sections[section?].span.start.line,
        text: text?.clone(),
    })
}
