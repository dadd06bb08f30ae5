//! Headings: each begins a section.

use crate::document::manuscript::Placed;
use crate::document::outline::{OtherNames, Section, hyphenated, slug};
use crate::document::reading::{Heading, Walk, trimmed};

impl Walk<'_> {
    pub(super) fn end_heading(&mut self, level: u8, placed: &Placed<'_>) {
        let Some(heading) = self.heading.take() else {
            return;
        };
        self.shape.title(&heading.title);
        self.prose(placed).told(placed.range.clone());
        let named = heading.name.is_some() || heading.id.is_some();
        let also = self.second_anchor(&heading, placed);
        let mut anchor = heading
            .name
            .or(heading.id)
            .unwrap_or_else(|| slug(&heading.title));
        if anchor.contains('\0') {
            // As browsers read it from the page.
            anchor = anchor.replace('\0', "\u{fffd}");
        }
        self.shape.anchor(&anchor);
        self.reading.starts.push((placed.part, placed.range.start));
        let written = trimmed(self.manuscript.text(placed), &placed.range);
        let marks = marks(&self.manuscript.source(placed).text[written.clone()]);
        let also = also.filter(|also| *also != anchor);
        self.reading.sections.push(Section {
            anchor: anchor.into(),
            others: also.map(|also| {
                Box::new(OtherNames {
                    also: Some(also.into()),
                    unique: None,
                })
            }),
            named,
            level,
            title: heading.title.trim().into(),
            part: u16::try_from(placed.part).unwrap_or(u16::MAX),
            span: self.manuscript.source(placed).span(written),
            marks,
        });
    }

    /// The anchor that Learn gives a heading besides: that of its words, where the text names
    /// another; and those of questions are made otherwise than those of Markdown.
    fn second_anchor(&self, heading: &Heading, placed: &Placed<'_>) -> Option<String> {
        let path = &self.manuscript.source(placed).path;
        if matches!(path.extension(), "yml" | "yaml") {
            return Some(hyphenated(&heading.title));
        }
        heading.name.as_ref().map(|_| slug(&heading.title))
    }
}

/// Characters of a heading before its words; none where a line below makes it one.
fn marks(heading: &str) -> u8 {
    let words = heading.trim_start_matches('#');
    let words = match words.len() == heading.len() {
        true => words,
        false => words.trim_start_matches([' ', '\t']),
    };
    u8::try_from(heading.len() - words.len()).unwrap_or(0)
}
