//! Bilingual pages: each sentence in a span, with the sentence it was translated from beside it.
//!
//! `<span data-ttu-id="ab-1">Bonjour</span><span class="sxs-lookup"><span
//! data-stu-id="ab-1">Hello</span></span>`

use crate::document::tag::Tag;

/// Follows the spans of a page and knows what the text at hand is.
#[derive(Debug, Default)]
pub struct Units {
    open: Vec<Spanned>,
    /// Those of them that say something of the text.
    telling: Vec<Spanned>,
    /// How many of them hold a source.
    sources: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spanned {
    /// The translation of a unit.
    Target,
    /// The box around a source sentence.
    Lookup,
    /// A source sentence.
    Source,
    Other,
}

/// What a tag means for the text after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A translation begins: the id of its unit.
    Target(String),
    /// A translated sentence ends.
    TargetEnd,
    /// A source sentence begins: the id of its unit.
    Source(String),
    /// Its source ends.
    SourceEnd,
    /// The box around a source sentence, which is not shown by itself.
    Lookup,
    /// Anything else.
    Other,
}

impl Units {
    /// Takes the next tag of the page.
    pub fn step(&mut self, tag: &Tag<'_>) -> Step {
        if tag.name != "span" {
            return Step::Other;
        }
        if tag.closing {
            return self.close();
        }
        let unit = |key| tag.get(key).map(str::to_owned);
        if let Some(id) = unit("data-ttu-id") {
            self.begin(Spanned::Target);
            return Step::Target(id);
        }
        if let Some(id) = unit("data-stu-id") {
            self.begin(Spanned::Source);
            return Step::Source(id);
        }
        let lookup = tag
            .get("class")
            .is_some_and(|class| class.contains("sxs-lookup"));
        if lookup {
            self.begin(Spanned::Lookup);
            return Step::Lookup;
        }
        self.begin(Spanned::Other);
        Step::Other
    }

    fn begin(&mut self, span: Spanned) {
        self.sources += usize::from(span.holds_source());
        self.open.push(span);
        if span != Spanned::Other {
            self.telling.push(span);
        }
    }

    fn close(&mut self) -> Step {
        let span = self.open.pop();
        self.sources -= usize::from(span.is_some_and(Spanned::holds_source));
        if span != Some(Spanned::Other) {
            self.telling.pop();
        }
        match span {
            Some(Spanned::Target) => Step::TargetEnd,
            Some(Spanned::Source) => Step::SourceEnd,
            Some(Spanned::Lookup) => Step::Lookup,
            Some(Spanned::Other) | None => Step::Other,
        }
    }

    /// Whether the text at hand is source, and not what the page says.
    pub fn in_source(&self) -> bool {
        self.sources > 0
    }

    /// Whether the text at hand stands in the box of a source sentence, but in no sentence.
    pub fn is_stray(&self) -> bool {
        self.telling.last() == Some(&Spanned::Lookup)
    }

    /// A block has ended: spans do not run from one into the next.
    pub fn end_block(&mut self) {
        self.open.clear();
        self.telling.clear();
        self.sources = 0;
    }
}

impl Spanned {
    fn holds_source(self) -> bool {
        matches!(self, Self::Source | Self::Lookup)
    }
}
