//! The sentences that a bilingual page was translated from, and whether a text still has them.

use pulldown_cmark::{Event, Tag as Markdown};

use crate::document::manuscript::{Manuscript, Piece, is_block};
use crate::document::tag::Tag;
use crate::document::units::{Step, Units};

/// A sentence of the source that a page carries beside its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Index of its section; none before the first heading.
    pub section: Option<usize>,
    /// As written, without markup.
    pub text: String,
}

/// What a page says, and what it was translated from.
#[derive(Clone, Debug, Default)]
pub struct Sentences {
    /// The letters and digits of the page in reading order.
    pub letters: String,
    /// What a bilingual page was made from.
    pub sources: Vec<Sentence>,
}

impl Sentences {
    /// Reads a page with its fragments.
    pub fn read(manuscript: &Manuscript) -> Self {
        let mut read = Self::default();
        let mut units = Units::default();
        let mut sections = 0_usize;
        let mut open = None;
        for placed in manuscript.pieces() {
            let Piece::Markdown(event) = &placed.piece else {
                continue;
            };
            match event {
                Event::Start(Markdown::Heading { .. }) => sections += 1,
                Event::InlineHtml(html) => match Tag::parse(html).map(|tag| units.step(&tag)) {
                    Some(Step::Source(_)) => open = Some(String::new()),
                    Some(Step::SourceEnd) => {
                        read.sources.extend(open.take().map(|text| Sentence {
                            section: sections.checked_sub(1),
                            text,
                        }))
                    }
                    _ => {}
                },
                Event::Text(text) | Event::Code(text) => match &mut open {
                    Some(sentence) => sentence.push_str(text),
                    None if !units.in_source() => read.letters.push_str(&letters(text)),
                    None => {}
                },
                Event::SoftBreak | Event::HardBreak => {
                    if let Some(sentence) = &mut open {
                        sentence.push(' ');
                    }
                }
                Event::End(end) if is_block(*end) => {
                    units.end_block();
                    open = None;
                }
                _ => {}
            }
        }
        read
    }

    /// The sentences that a source has no more. Only letters and digits are compared, so that
    /// neither markup nor white space nor typography makes a difference.
    pub fn gone_from(&self, source: &Self) -> Vec<Sentence> {
        let finder = |sentence: &&Sentence| {
            let wanted = letters(&sentence.text);
            memchr::memmem::find(source.letters.as_bytes(), wanted.as_bytes()).is_none()
        };
        self.sources.iter().filter(finder).cloned().collect()
    }
}

fn letters(text: &str) -> String {
    let kept = text.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}
