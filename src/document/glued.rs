//! Links and emphasis that run into the next word, as machine translation leaves them.

pub mod language;

use std::ops::Range;

use pulldown_cmark::{Event, Tag as Markdown, TagEnd};

use crate::document::glued::language::Joining;
use crate::document::manuscript::{Manuscript, Piece, Placed};
use crate::document::tag::Tag;
use crate::document::units::Units;
use crate::finding::{Finding, Level, Rule};
use crate::locale::tag::Locale;

/// `text/glued-markup`: a link or emphasis that runs into the next word.
pub static GLUED: Rule = Rule {
    code: "text/glued-markup",
    level: Level::Note,
    summary: "a link or emphasis that runs into the next word",
    explanation: "\
A link or an emphasised passage ends, or begins, in the middle of what should be two words: the
space between them is missing, as in `[the page](page.md)for details`. Machine translation drops
such spaces when it puts the markup back.

Put the space in; `instep check --fix` does that.

Endings that belong to the word (`[link](page.md)s`), compounds, punctuation and apostrophes are no
finding, and languages that are written without spaces or glue endings to any word (Japanese,
Hungarian, Turkish, Finnish and others) are left alone.
",
};

/// The glued words of a page.
pub fn find(manuscript: &Manuscript, pieces: &[Placed<'_>], locale: &Locale) -> Vec<Finding> {
    let Some(joining) = Joining::of(locale) else {
        return Vec::new();
    };
    let search = Search {
        manuscript,
        pieces,
        joining,
    };
    let mut units = Units::default();
    let mut findings = Vec::new();
    for (index, placed) in pieces.iter().enumerate() {
        let Piece::Markdown(event) = &placed.piece else {
            continue;
        };
        match event {
            Event::InlineHtml(html) => {
                Tag::parse(html).map(|tag| units.step(&tag));
            }
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => units.end_block(),
            _ if units.in_source() => {}
            Event::End(TagEnd::Link | TagEnd::Strong | TagEnd::Emphasis) => {
                findings.extend(search.after(index));
            }
            Event::Start(Markdown::Link { .. } | Markdown::Strong | Markdown::Emphasis) => {
                findings.extend(search.before(index));
            }
            _ => {}
        }
    }
    findings
}

struct Search<'a> {
    manuscript: &'a Manuscript,
    pieces: &'a [Placed<'a>],
    joining: &'static Joining,
}

/// What a link or emphasis says, and what it is.
struct Marked {
    words: String,
    is_link: bool,
}

impl Search<'_> {
    /// The finding where a word follows the end of a link or emphasis without a space.
    fn after(&self, index: usize) -> Option<Finding> {
        let placed = &self.pieces[index];
        let text = &self.manuscript.source(placed).text;
        let start = placed.range.end;
        let length = word_length(text.get(start..)?.chars());
        let word = text.get(start..start + length).filter(|w| !w.is_empty())?;
        let marked = self.marked(index)?;
        let lower = word.to_lowercase();
        if self.joining.is_ending(&lower) || marked.words.ends_with(char::is_whitespace) {
            return None;
        }
        let is_word = || self.is_word(text, &lower);
        let glued = match marked.is_several() {
            true => true,
            false if marked.is_link && !self.joining.compounds => true,
            false => word == lower && is_word(),
        };
        glued.then(|| self.finding(placed, start..start + length, (&marked, format!(" {word}"))))
    }

    /// The finding where a word stands before the start of a link or emphasis without a space.
    fn before(&self, index: usize) -> Option<Finding> {
        let placed = &self.pieces[index];
        let text = &self.manuscript.source(placed).text;
        let end = placed.range.start;
        let length = word_length(text.get(..end)?.chars().rev());
        let word = text.get(end - length..end).filter(|w| !w.is_empty())?;
        let lower = word.to_lowercase();
        // Only small words: the first half of a name (`Power[Apps](…)`) is no slip.
        let small = word == lower && !self.joining.is_ending(&lower);
        if !small || !self.joining.is_small_word(&lower) {
            return None;
        }
        let end_index = self.end_of(index)?;
        let marked = self.marked(end_index)?;
        // `an**melden**` is one word whose end is emphasised.
        let glued = marked.is_link && !self.joining.compounds
            || marked.is_several()
            || marked.words.starts_with(char::is_uppercase);
        let whole = !marked.words.starts_with(char::is_whitespace);
        let range = end - length..end;
        (glued && whole).then(|| self.finding(placed, range, (&marked, format!("{word} "))))
    }

    /// The words between the end of a link or emphasis and its start. `None` where there are none.
    fn marked(&self, end: usize) -> Option<Marked> {
        let placed = &self.pieces[end];
        let same = |other: &&Placed<'_>| {
            other.part == placed.part
                && other.range == placed.range
                && matches!(other.piece, Piece::Markdown(Event::Start(_)))
        };
        let back = self.pieces[..end].iter().rev().position(|p| same(&p))?;
        let mut words = String::new();
        for piece in &self.pieces[end - back..end] {
            match &piece.piece {
                Piece::Markdown(Event::Text(text) | Event::Code(text)) => words.push_str(text),
                Piece::Markdown(Event::SoftBreak | Event::HardBreak) => words.push(' '),
                Piece::Markdown(Event::InlineHtml(html)) if is_break(html) => words.push(' '),
                _ => {}
            }
        }
        let is_link = matches!(placed.piece, Piece::Markdown(Event::End(TagEnd::Link)));
        let says = words.contains(char::is_alphanumeric);
        says.then_some(Marked { words, is_link })
    }

    fn end_of(&self, start: usize) -> Option<usize> {
        let placed = &self.pieces[start];
        let same = |other: &Placed<'_>| {
            other.part == placed.part
                && other.range == placed.range
                && matches!(other.piece, Piece::Markdown(Event::End(_)))
        };
        let ahead = self.pieces[start..].iter().position(same)?;
        Some(start + ahead)
    }

    /// Whether a word is known, or stands by itself elsewhere on the page.
    fn is_word(&self, text: &str, lower: &str) -> bool {
        let blank = |c: Option<char>| c.is_some_and(|c| c == ' ');
        let alone = |(at, found): (usize, &str)| {
            let end = text[at + found.len()..].chars().next();
            blank(text[..at].chars().next_back())
                && end.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | ':' | ';'))
        };
        self.joining.is_small_word(lower) || text.match_indices(lower).any(alone)
    }

    fn finding(
        &self,
        placed: &Placed<'_>,
        range: Range<usize>,
        (marked, replacement): (&Marked, String),
    ) -> Finding {
        let source = self.manuscript.source(placed);
        let word = &source.text[range.clone()];
        let kind = if marked.is_link { "link" } else { "emphasis" };
        let words = marked.words.trim();
        let message = format!("the {kind} `{words}` and the word `{word}` run into each other");
        GLUED
            .at(&source.path, source.span(range), message)
            .help("put a space between them")
            .fix(replacement)
    }
}

impl Marked {
    /// Whether it is more than one word, and so no part of one.
    fn is_several(&self) -> bool {
        self.words.trim().contains(char::is_whitespace)
    }
}

/// Whether raw HTML begins a new line.
fn is_break(html: &str) -> bool {
    Tag::parse(html).is_some_and(|tag| tag.name == "br")
}

/// Bytes of the letters that a text begins with.
fn word_length(letters: impl Iterator<Item = char>) -> usize {
    letters
        .take_while(|c| c.is_alphabetic())
        .map(char::len_utf8)
        .sum()
}
