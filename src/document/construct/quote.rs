//! Parts of block quotes: each marker ends what came before it in the quote and begins its own.

use pulldown_cmark::{BlockQuoteKind, Event, Tag, TagEnd};

use crate::document::construct::{Construct, Container, include};
use crate::document::manuscript::{Piece, Placed};

/// A quote that is open.
struct Quote {
    kind: Option<BlockQuoteKind>,
    part: Part,
    /// Whether anything was made of it.
    used: bool,
    /// Markdown elements that are open in it.
    depth: usize,
}

/// What the text at hand belongs to.
enum Part {
    Nothing,
    Quote,
    Container(Container),
}

/// Makes alerts and divisions of the parts of quotes that begin with a marker.
pub fn lift(pieces: Vec<Placed<'_>>) -> Vec<Placed<'_>> {
    let marked = |placed: &Placed<'_>| {
        matches!(
            &placed.piece,
            Piece::Construct(Construct::Section(_) | Construct::Video(_))
        )
    };
    if !pieces.iter().any(marked) {
        return pieces;
    }
    let mut lifting = Lifting {
        out: Vec::with_capacity(pieces.len()),
        open: Vec::new(),
        trims: false,
    };
    let mut rest = pieces.into_iter();
    loop {
        if lifting.open.is_empty() && !lifting.trims {
            let outside = rest.as_slice().iter().take_while(|placed| !begins(placed));
            let outside = outside.count();
            lifting.out.extend(rest.by_ref().take(outside));
        }
        match rest.next() {
            Some(placed) => lifting.piece(placed),
            None => return lifting.out,
        }
    }
}

/// Whether a piece may be more than it is outside of quotes.
fn begins(placed: &Placed<'_>) -> bool {
    matches!(
        &placed.piece,
        Piece::Markdown(Event::Start(Tag::BlockQuote(_)) | Event::End(TagEnd::BlockQuote(_)))
            | Piece::Construct(_)
    )
}

struct Lifting<'a> {
    out: Vec<Placed<'a>>,
    open: Vec<Quote>,
    /// Whether the next text follows a marker on its line.
    trims: bool,
}

impl<'a> Lifting<'a> {
    fn piece(&mut self, mut placed: Placed<'a>) {
        let trims = std::mem::take(&mut self.trims);
        match &mut placed.piece {
            Piece::Markdown(Event::Start(Tag::BlockQuote(kind))) => {
                self.touch(&placed.range, placed.part);
                self.deepen();
                let kind = *kind;
                self.open.push(Quote {
                    kind,
                    part: Part::Nothing,
                    used: false,
                    depth: 0,
                });
                return;
            }
            Piece::Markdown(Event::End(TagEnd::BlockQuote(_))) => {
                self.end_quote(&placed);
                return;
            }
            Piece::Construct(Construct::Section(_)) => {
                self.section(placed);
                return;
            }
            Piece::Construct(Construct::Video(_)) if self.at_top() => {
                self.end_part(&placed);
                if let Some(quote) = self.open.last_mut() {
                    quote.used = true;
                }
                self.out.push(placed);
                return;
            }
            Piece::Markdown(Event::Text(text)) if trims => {
                let blank = text.len() - text.trim_start().len();
                placed.range.start = (placed.range.start + blank).min(placed.range.end);
                *text = text.trim_start().to_owned().into();
            }
            _ => {}
        }
        self.touch(&placed.range, placed.part);
        match &placed.piece {
            Piece::Markdown(Event::Start(_)) => self.deepen(),
            Piece::Markdown(Event::End(_)) => self.rise(),
            _ => {}
        }
        self.out.push(placed);
    }

    /// Whether the place is in a quote, and in no other element of it.
    fn at_top(&self) -> bool {
        self.open.last().is_some_and(|quote| quote.depth == 0)
    }

    fn deepen(&mut self) {
        if let Some(quote) = self.open.last_mut() {
            quote.depth += 1;
        }
    }

    fn rise(&mut self) {
        if let Some(quote) = self.open.last_mut() {
            quote.depth = quote.depth.saturating_sub(1);
        }
    }

    /// Text comes: where it belongs to nothing it belongs to the quote.
    fn touch(&mut self, range: &std::ops::Range<usize>, part: usize) {
        let Some(quote) = self.open.last_mut() else {
            return;
        };
        if matches!(quote.part, Part::Nothing) {
            quote.part = Part::Quote;
            quote.used = true;
            let start = Event::Start(Tag::BlockQuote(quote.kind));
            self.out.push(Placed {
                piece: Piece::Markdown(start),
                part,
                range: range.start..range.start,
            });
        }
    }

    /// A marker: ends the part before it and begins its own.
    fn section(&mut self, placed: Placed<'a>) {
        let Piece::Construct(Construct::Section(container)) = &placed.piece else {
            return;
        };
        let in_paragraph = self.leave_paragraph(&placed);
        if !self.at_top() {
            return;
        }
        self.end_part(&placed);
        if let Some(quote) = self.open.last_mut() {
            quote.part = Part::Container(container.clone());
            quote.used = true;
        }
        let (part, range) = (placed.part, placed.range.clone());
        let mut push = |piece| {
            self.out.push(Placed {
                piece,
                part,
                range: range.clone(),
            });
        };
        push(Piece::Open(container.clone()));
        if in_paragraph {
            push(Piece::Markdown(Event::Start(Tag::Paragraph)));
            self.deepen();
            self.trims = true;
        }
    }

    /// Ends the paragraph that a marker stands in because text follows it on its line.
    fn leave_paragraph(&mut self, placed: &Placed<'a>) -> bool {
        let inside = self.open.last().is_some_and(|quote| quote.depth == 1);
        if !inside || !include::stands_in_paragraph(&self.out) {
            return false;
        }
        match self.out.last().map(|last| &last.piece) {
            Some(Piece::Markdown(Event::Start(Tag::Paragraph))) => {
                self.out.pop();
                let begun = matches!(
                    self.out.last().map(|last| &last.piece),
                    Some(Piece::Markdown(Event::Start(Tag::BlockQuote(_))))
                );
                if begun && let Some(quote) = self.open.last_mut() {
                    self.out.pop();
                    quote.part = Part::Nothing;
                }
            }
            last => {
                if let Some(Piece::Markdown(Event::SoftBreak | Event::HardBreak)) = last {
                    self.out.pop();
                }
                self.out.push(Placed {
                    piece: Piece::Markdown(Event::End(TagEnd::Paragraph)),
                    part: placed.part,
                    range: placed.range.start..placed.range.start,
                });
            }
        }
        self.rise();
        true
    }

    fn end_part(&mut self, placed: &Placed<'a>) {
        let Some(quote) = self.open.last_mut() else {
            return;
        };
        let piece = match std::mem::replace(&mut quote.part, Part::Nothing) {
            Part::Nothing => return,
            Part::Quote => Piece::Markdown(Event::End(TagEnd::BlockQuote(quote.kind))),
            Part::Container(container) => Piece::Close(container),
        };
        self.out.push(Placed {
            piece,
            part: placed.part,
            range: placed.range.clone(),
        });
    }

    fn end_quote(&mut self, placed: &Placed<'a>) {
        if self.open.last().is_some_and(|quote| !quote.used) {
            self.touch(&placed.range, placed.part);
        }
        self.end_part(placed);
        self.open.pop();
        self.rise();
    }
}
