//! The dates that a page names, each with its place and section.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use crate::check::deadlines::relative::RELATIVE;
use crate::config::Config;
use crate::dates::cue::Role;
use crate::dates::scan::{Mention, Scanner};
use crate::document::manuscript::Manuscript;
use crate::document::prose::{is_told, readable};
use crate::document::reading::Reading;
use crate::document::revision::{DateMention, Place, Relative};
use crate::document::shape::Shape;
use crate::finding::Level;
use crate::source::Source;

/// A text with its markup blanked, and where it only tells.
pub type Text = (String, Vec<Range<usize>>);

/// A part of a page.
struct Part<'a> {
    index: u16,
    source: &'a Source,
    text: &'a str,
    /// Where it only tells, in order and apart from each other.
    told: &'a [Range<usize>],
    /// Its bytes at which sections begin, in order, with their indexes.
    starts: Vec<(usize, usize)>,
    /// The section in which it begins.
    entered: Option<u16>,
}

/// The dates of all parts. A day without a year is taken to be near `written`.
pub fn dates(
    scanner: &Scanner,
    manuscript: &Manuscript,
    (texts, reading): (&[Text], &Reading),
    written: Option<Date>,
) -> Vec<DateMention> {
    let of_part = |part: Part<'_>| {
        let mentions = scanner.scan(part.text, written).into_iter();
        let dates = mentions.map(|mention| part.date(mention));
        dates.collect::<Vec<_>>()
    };
    parts(manuscript, texts, reading)
        .flat_map(of_part)
        .collect()
}

/// Adds to the shape of each section the days that it names.
pub fn shape(shapes: &mut [Shape], dates: &[DateMention]) {
    let mut days: BTreeMap<usize, Vec<Date>> = BTreeMap::new();
    for mention in dates {
        // The first shape is of what precedes the first heading.
        let shape = mention
            .section
            .map_or(0, |section| usize::from(section) + 1);
        days.entry(shape).or_default().extend(mention.day());
    }
    for (index, days) in days {
        if let Some(shape) = shapes.get_mut(index).filter(|_| !days.is_empty()) {
            shape.add_days(days);
        }
    }
}

/// The wording of all parts that says when and does not; none where settings do not ask for it.
pub fn relative(
    scanner: &Scanner,
    manuscript: &Manuscript,
    (texts, reading): (&[Text], &Reading),
    config: &Config,
) -> Vec<Relative> {
    let level = config.findings.get(RELATIVE.code);
    if level.is_none_or(|level| *level == Level::Allow) {
        return Vec::new();
    }
    let of_part = |part: Part<'_>| {
        let found = scanner.relative(part.text).into_iter();
        let found = found.map(|found| Relative {
            text: part.source.text[found.range.clone()].into(),
            place: part.place(&found.range),
            is_month: found.is_month,
        });
        found.collect::<Vec<_>>()
    };
    parts(manuscript, texts, reading)
        .flat_map(of_part)
        .collect()
}

fn parts<'a>(
    manuscript: &'a Manuscript,
    texts: &'a [Text],
    reading: &'a Reading,
) -> impl Iterator<Item = Part<'a>> {
    texts.iter().enumerate().map(|(index, (text, told))| Part {
        index: u16::try_from(index).unwrap_or(u16::MAX),
        source: &manuscript.parts[index].source,
        text,
        told,
        starts: reading.starts_in(index),
        entered: reading.entered.get(index).copied().flatten(),
    })
}

impl Part<'_> {
    fn date(&self, mention: Mention) -> DateMention {
        let range = trim_markup(self.text, mention.range.clone());
        let is_told = is_told(self.told, range.start);
        DateMention {
            date: mention.date,
            precision: mention.precision,
            role: if is_told { Role::Mention } else { mention.role },
            cue: mention.cue.map(|cue| readable(&cue).into()),
            text: self.source.text[range.clone()].into(),
            place: self.place(&range),
            bytes: (long(range.start), long(range.end)),
            section: self.section(range.start),
            yearless: mention.yearless,
            ambiguous: mention.ambiguous,
        }
    }

    fn place(&self, range: &Range<usize>) -> Place {
        Place {
            part: self.index,
            span: self.source.span(range.clone()),
        }
    }

    fn section(&self, at: usize) -> Option<u16> {
        let after = self.starts.partition_point(|(start, _)| *start <= at);
        match after.checked_sub(1) {
            Some(last) => u16::try_from(self.starts[last].1).ok(),
            None => self.entered,
        }
    }
}

/// A range without the blanked markup at its ends.
fn trim_markup(text: &str, range: Range<usize>) -> Range<usize> {
    let markup = |c: char| c.is_control() || c.is_whitespace();
    let words = &text[range.clone()];
    let start = range.start + (words.len() - words.trim_start_matches(markup).len());
    start..start + words.trim_matches(markup).len()
}

fn long(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
