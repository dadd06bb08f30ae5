//! Blocks between `:::name` and `:::name-end`, matched as Markdown has nested them.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::document::construct::{Construct, Container, Problem, alert, include};
use crate::document::manuscript::{Manuscript, Piece, Placed};
use crate::finding::{Level, Rule};

/// `markdown/unclosed-block`: a block that is not closed, or closed without being open.
pub static UNCLOSED: Rule = Rule {
    code: "markdown/unclosed-block",
    level: Level::Warn,
    summary: "a block that is not closed, or closed without being open",
    explanation: "\
A block such as `:::row:::` or `::: zone pivot=\"a\"` has no line that ends it where it stands, or a
line such as `:::row-end:::` ends nothing. The block ends with the list, quote or page around it.

```markdown
::: zone pivot=\"csharp\"
Text for readers of C#, and then nothing ends the zone.
```

Add the line that ends the block, in the same list or quote as the line that begins it.
",
};

/// Turns the lines that begin and end blocks into containers.
pub fn lift<'a>(manuscript: &'a Manuscript, pieces: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
    let lifts = |at: usize| concerns(manuscript, &pieces[at..]);
    if !(0..pieces.len()).any(lifts) {
        return pieces;
    }
    let mut lifting = Lifting {
        manuscript,
        out: Vec::with_capacity(pieces.len()),
        open: Vec::new(),
        waiting: Vec::new(),
        hidden: 0,
    };
    for placed in pieces {
        lifting.piece(placed);
    }
    while let Some(open) = lifting.open.pop() {
        lifting.unclosed(open);
    }
    lifting.out
}

/// Whether anything is to be done about the first of these pieces. Most pages have no more than
/// alerts, and need not be gone through.
fn concerns(manuscript: &Manuscript, pieces: &[Placed<'_>]) -> bool {
    match &pieces[0].piece {
        Piece::Construct(construct) => !matches!(
            construct,
            Construct::Image(_) | Construct::Term(_) | Construct::Form(_)
        ),
        Piece::Open(Container::Alert(alert)) => {
            alert::translated(*alert, manuscript.text(&pieces[0])).is_some()
        }
        Piece::Markdown(Event::Start(Tag::Paragraph)) => {
            let next = pieces.get(1).map(|next| &next.piece);
            matches!(next, Some(Piece::Markdown(Event::End(TagEnd::Paragraph))))
        }
        _ => false,
    }
}

/// What is open.
enum Open<'a> {
    Paragraph,
    /// Emphasis, a link and their like.
    Inline,
    /// Any other element.
    Markdown,
    Block(Placed<'a>, Container),
}

struct Lifting<'a> {
    manuscript: &'a Manuscript,
    out: Vec<Placed<'a>>,
    open: Vec<Open<'a>>,
    /// Blocks that stand in inline markup, until it ends.
    waiting: Vec<Placed<'a>>,
    /// Open blocks of versions that are not built.
    hidden: usize,
}

impl<'a> Lifting<'a> {
    fn piece(&mut self, placed: Placed<'a>) {
        match &placed.piece {
            Piece::Construct(Construct::Begin(container)) => {
                let container = container.clone();
                self.begin(placed, container);
            }
            Piece::Construct(Construct::End(word)) => self.end(&placed, word),
            Piece::Construct(
                Construct::Broken(problem)
                | Construct::Include(include::Include {
                    part: Err(problem), ..
                }),
            ) => {
                let problem = problem.clone();
                self.report(&placed, problem);
            }
            Piece::Construct(Construct::Sample(_) | Construct::Video(_)) => self.block(placed),
            Piece::Markdown(Event::Start(tag)) => {
                self.open.push(match tag {
                    Tag::Paragraph => Open::Paragraph,
                    Tag::Emphasis
                    | Tag::Strong
                    | Tag::Strikethrough
                    | Tag::Superscript
                    | Tag::Subscript
                    | Tag::Link { .. } => Open::Inline,
                    _ => Open::Markdown,
                });
                self.push(placed);
            }
            Piece::Markdown(Event::End(TagEnd::Paragraph)) if self.is_empty_paragraph() => {
                self.open.pop();
                if self.hidden == 0 {
                    self.out.pop();
                }
            }
            Piece::Markdown(Event::End(_)) => {
                while let Some(Open::Block(..)) = self.open.last() {
                    if let Some(open) = self.open.pop() {
                        self.unclosed(open);
                    }
                }
                self.open.pop();
                self.push(placed);
                if !matches!(self.open.last(), Some(Open::Inline)) {
                    let waiting = std::mem::take(&mut self.waiting);
                    waiting.into_iter().for_each(|block| self.block(block));
                }
            }
            Piece::Open(Container::Alert(alert)) => {
                let written = self.manuscript.text(&placed);
                let problem = alert::translated(*alert, written);
                self.push(placed.clone());
                if let Some(problem) = problem {
                    self.report(&placed, problem);
                }
            }
            _ => self.push(placed),
        }
    }

    fn push(&mut self, placed: Placed<'a>) {
        if self.hidden == 0 {
            self.out.push(placed);
        }
    }

    fn begin(&mut self, mut placed: Placed<'a>, container: Container) {
        let versions = &self.manuscript.dialect().versions;
        if let Container::Moniker(moniker) = &container
            && (self.hidden > 0 || !moniker.is_built(versions))
        {
            self.hidden += 1;
        }
        self.open
            .push(Open::Block(placed.clone(), container.clone()));
        placed.piece = Piece::Open(container);
        self.push(placed);
    }

    /// Ends the innermost block of that word, and those left open in it.
    fn end(&mut self, placed: &Placed<'a>, word: &str) {
        let markdown = |open: &Open<'_>| !matches!(open, Open::Block(..));
        let from = self.open.iter().rposition(markdown).map_or(0, |at| at + 1);
        let is = |open: &Open<'_>| matches!(open, Open::Block(_, held) if held.word() == word);
        let Some(at) = self.open[from..].iter().rposition(is) else {
            let problem = Problem {
                rule: &UNCLOSED,
                message: format!("`:::{word}-end` ends nothing here"),
                help: "add the line that begins the block, or take this one away",
            };
            self.report(placed, problem);
            return;
        };
        while self.open.len() > from + at + 1 {
            if let Some(open) = self.open.pop() {
                self.unclosed(open);
            }
        }
        if let Some(Open::Block(_, container)) = self.open.pop() {
            self.close(placed, container);
        }
    }

    fn close(&mut self, placed: &Placed<'a>, container: Container) {
        let hides = self.hidden > 0 && matches!(container, Container::Moniker(_));
        self.push(Placed {
            piece: Piece::Close(container),
            part: placed.part,
            range: placed.range.clone(),
        });
        self.hidden -= usize::from(hides);
    }

    fn unclosed(&mut self, open: Open<'a>) {
        let Open::Block(placed, container) = open else {
            return;
        };
        let word = container.word();
        self.close(&placed, container);
        let problem = Problem {
            rule: &UNCLOSED,
            message: format!("`:::{word}` is not closed"),
            help: "add the line that ends the block",
        };
        self.report(&placed, problem);
    }

    fn report(&mut self, placed: &Placed<'a>, problem: Problem) {
        self.push(Placed {
            piece: Piece::Problem(problem),
            part: placed.part,
            range: placed.range.clone(),
        });
    }

    /// A block that stands in a line: it ends the paragraph around it, and another begins. In
    /// inline markup it waits for its end.
    fn block(&mut self, placed: Placed<'a>) {
        match self.open.last() {
            Some(Open::Inline) => return self.waiting.push(placed),
            Some(Open::Paragraph) => {}
            _ => return self.push(placed),
        }
        let at = placed.range.start..placed.range.start;
        let part = placed.part;
        let event = |event| Placed {
            piece: Piece::Markdown(event),
            part,
            range: at.clone(),
        };
        let (end, start) = (
            event(Event::End(TagEnd::Paragraph)),
            event(Event::Start(Tag::Paragraph)),
        );
        self.piece(end);
        self.push(placed);
        self.piece(start);
    }

    fn is_empty_paragraph(&self) -> bool {
        let last = self.out.last().map(|last| &last.piece);
        matches!(last, Some(Piece::Markdown(Event::Start(Tag::Paragraph))))
    }
}
