//! Markdown's events of a part, with constructs in the place of their markers.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use crate::document::construct::{Construct, include};
use crate::document::manuscript::dollars::{options_of, show};
use crate::document::manuscript::{Manuscript, Part, Piece, Placed};

/// Adds the pieces of a part, and of the fragments it includes.
pub fn push<'a>(manuscript: &'a Manuscript, index: usize, pieces: &mut Vec<Placed<'a>>) {
    let part = &manuscript.parts[index];
    let options = options_of(&part.masked);
    // Without formulas no dollar was hidden.
    let math = options.contains(Options::ENABLE_MATH);
    let events = Parser::new_ext(&part.masked, options).into_offset_iter();
    if part.constructs.is_empty() && !math {
        pieces.extend(events.map(|(event, range)| Placed {
            piece: Piece::Markdown(event),
            part: index,
            range: part.cuts.source(range),
        }));
        return;
    }
    let mut parsing = Parsing {
        manuscript,
        part,
        index,
        pieces,
        html: None,
        code: false,
    };
    for (event, range) in events {
        let event = match math {
            true => show(event, part.dollar),
            false => event,
        };
        parsing.event(event, range);
    }
}

struct Parsing<'a, 'p> {
    manuscript: &'a Manuscript,
    part: &'a Part,
    index: usize,
    pieces: &'p mut Vec<Placed<'a>>,
    html: Option<Block>,
    code: bool,
}

/// A block of raw HTML that is open.
struct Block {
    /// Where it begins among the pieces.
    start: usize,
    /// Whether it is a comment, in which nothing counts.
    comment: bool,
    /// Whether anything but markers stands in it.
    raw: bool,
}

impl<'a> Parsing<'a, '_> {
    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        match &event {
            Event::Start(Tag::HtmlBlock) => {
                self.html = Some(Block {
                    start: self.pieces.len(),
                    comment: false,
                    raw: false,
                });
            }
            Event::End(TagEnd::HtmlBlock) => {
                let block = self.html.take();
                if let Some(block) = block.filter(|block| !block.raw) {
                    self.pieces.remove(block.start);
                    return;
                }
            }
            Event::Html(_) | Event::InlineHtml(_) => {
                self.html(event, range);
                return;
            }
            Event::Start(Tag::CodeBlock(_)) => self.code = true,
            Event::End(TagEnd::CodeBlock) => self.code = false,
            Event::Text(text) if self.code => {
                if let Some(text) = self.as_written(text, &range) {
                    self.push(Event::Text(text), range);
                    return;
                }
            }
            Event::Text(_) => {
                self.push(event, range.clone());
                self.broken(range);
                return;
            }
            Event::Code(_) if self.covers(&range) => {
                let code = code_span(self.written(&range));
                self.push(Event::Code(code.into()), range);
                return;
            }
            _ => {}
        }
        self.push(event, range);
    }

    fn push(&mut self, event: Event<'a>, range: Range<usize>) {
        self.place(Piece::Markdown(event), range);
    }

    fn place(&mut self, piece: Piece<'a>, range: Range<usize>) {
        self.pieces.push(Placed {
            piece,
            part: self.index,
            range: self.part.cuts.source(range),
        });
    }

    /// Raw HTML: a marker, or what it says itself.
    fn html(&mut self, event: Event<'a>, range: Range<usize>) {
        let first = self.html.as_ref().is_some_and(|block| !block.raw);
        let comment = matches!(&event, Event::Html(html) if html.trim_start().starts_with("<!--"));
        if let Some(block) = &mut self.html {
            block.comment |= first && comment;
        }
        let counts = self.html.as_ref().is_none_or(|block| !block.comment);
        match self.part.marker(&range).filter(|_| counts) {
            Some((place, construct)) => {
                self.broken(range);
                self.construct(place.clone(), construct);
            }
            None => {
                if let Some(block) = &mut self.html {
                    // Windows line ends come as a piece of their own.
                    let blank = matches!(&event, Event::Html(html) if html.trim().is_empty());
                    if blank && !block.raw {
                        return;
                    }
                    block.raw = true;
                }
                self.push(event, range);
            }
        }
    }

    fn construct(&mut self, place: Range<usize>, construct: &'a Construct) {
        match construct {
            Construct::Include(include::Include {
                part: Ok(part),
                inline,
                ..
            }) => {
                let start = self.pieces.len();
                push(self.manuscript, *part, self.pieces);
                // On a further line of a paragraph it fills its line, and is text of it all the same.
                if *inline || self.html.is_none() {
                    include::fit(self.pieces, start);
                }
            }
            Construct::Image(_) | Construct::Term(_) if self.html.is_some() => {
                let here = place.start..place.start;
                self.push(Event::Start(Tag::Paragraph), here);
                self.place(Piece::Construct(construct), place.clone());
                self.push(Event::End(TagEnd::Paragraph), place.end..place.end);
            }
            _ => self.place(Piece::Construct(construct), place),
        }
    }

    /// Tells of what is broken in a text.
    fn broken(&mut self, range: Range<usize>) {
        for (place, construct) in self.part.within(&range) {
            if matches!(construct, Construct::Broken(_)) {
                self.place(Piece::Construct(construct), place.clone());
            }
        }
    }

    fn covers(&self, range: &Range<usize>) -> bool {
        !self.part.within(range).is_empty()
    }

    fn written(&self, range: &Range<usize>) -> &'a str {
        &self.part.source.text[self.part.cuts.source(range.clone())]
    }

    /// The text of code as the source has it, where a marker stands in it.
    fn as_written(&self, text: &str, range: &Range<usize>) -> Option<CowStr<'a>> {
        let written = self.covers(range).then(|| self.written(range))?;
        (written.len() == text.len()).then(|| written.into())
    }
}

impl Part {
    /// The construct whose marker begins a range.
    fn marker(&self, range: &Range<usize>) -> Option<&(Range<usize>, Construct)> {
        let masked = |(_, construct): &&(_, Construct)| !matches!(construct, Construct::Broken(_));
        let first = self.within(range).iter().find(masked)?;
        let before = &self.masked[range.start..first.0.start];
        before.trim().is_empty().then_some(first)
    }

    /// The constructs that begin in a range.
    fn within(&self, range: &Range<usize>) -> &[(Range<usize>, Construct)] {
        let from = self
            .constructs
            .partition_point(|(place, _)| place.start < range.start);
        let count = self.constructs[from..].partition_point(|(place, _)| place.start < range.end);
        &self.constructs[from..from + count]
    }
}

/// The content of a code span (CommonMark, section 6.1).
fn code_span(written: &str) -> String {
    let ticks = written.bytes().take_while(|byte| *byte == b'`').count();
    let inner = written
        .get(ticks..written.len().saturating_sub(ticks))
        .unwrap_or("");
    let line = inner.replace("\r\n", " ").replace('\n', " ");
    let padded = line.starts_with(' ') && line.ends_with(' ') && !line.trim().is_empty();
    if padded && line.len() > 1 {
        line[1..line.len() - 1].to_owned()
    } else {
        line
    }
}
