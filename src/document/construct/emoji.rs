//! `:rocket:`: a picture by its name (gemoji), in text and nowhere else.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag};

use crate::document::manuscript::{Manuscript, Piece, Placed};

/// Puts pictures in the place of their names. Names in code and bare addresses are left alone, and
/// so is what is no name: times such as `10:30:45` are none.
pub fn lift<'a>(manuscript: &Manuscript, pieces: Vec<Placed<'a>>) -> Vec<Placed<'a>> {
    // Most pages have colons, and hardly one has a name: that shows in the source, before all
    // pieces are moved.
    let mut parts = manuscript.parts.iter();
    if !parts.any(|part| may_name(&part.source.text)) {
        return pieces;
    }
    let mut out = Vec::with_capacity(pieces.len());
    let mut closed = 0_usize;
    let mut pieces = pieces.into_iter().peekable();
    while let Some(placed) = pieces.next() {
        match &placed.piece {
            Piece::Markdown(Event::Start(tag)) if holds_no_words(tag) || closed > 0 => closed += 1,
            Piece::Markdown(Event::End(_)) => closed = closed.saturating_sub(1),
            Piece::Markdown(Event::Text(_)) if closed == 0 => {
                let mut run = vec![placed];
                while let Some(next) = pieces.next_if(|next| continues(&run, next)) {
                    run.push(next);
                }
                replace(run, &mut out);
                continue;
            }
            _ => {}
        }
        out.push(placed);
    }
    out
}

/// Whether a source may have the name of a picture in its text: as such, or with a colon that is
/// written as an entity.
fn may_name(source: &str) -> bool {
    let mut signs = memchr::memchr2_iter(b':', b'&', source.as_bytes());
    signs.any(|at| match &source[at..] {
        entity if entity.starts_with('&') => {
            entity.starts_with("&#") || entity.starts_with("&colon;")
        }
        _ => code(source, at).is_some(),
    })
}

/// Whether an element's text is none that names pictures.
fn holds_no_words(tag: &Tag<'_>) -> bool {
    match tag {
        Tag::CodeBlock(_) | Tag::MetadataBlock(_) => true,
        Tag::Link { link_type, .. } => matches!(link_type, LinkType::Autolink | LinkType::Email),
        _ => false,
    }
}

/// Whether a text goes on where a run of texts ends: Markdown cuts them at every sign that might
/// have been markup, as in `:white_check_mark:`.
fn continues(run: &[Placed<'_>], next: &Placed<'_>) -> bool {
    let literal = |placed: &Placed<'_>| match &placed.piece {
        Piece::Markdown(Event::Text(text)) => text.len() == placed.range.len(),
        _ => false,
    };
    let Some(last) = run.last() else {
        return false;
    };
    let follows = last.part == next.part && last.range.end == next.range.start;
    follows && literal(last) && literal(next)
}

fn replace<'a>(run: Vec<Placed<'a>>, out: &mut Vec<Placed<'a>>) {
    let text: String = run.iter().map(|placed| words(placed)).collect();
    let found = codes(&text);
    let Some(first) = run.first().filter(|_| !found.is_empty()) else {
        out.extend(run);
        return;
    };
    let (part, start) = (first.part, first.range.start);
    let whole = first.range.start..run.last().map_or(start, |last| last.range.end);
    let literal = whole.len() == text.len();
    let mut push = |words: String, bytes: Range<usize>| {
        let range = match literal {
            true => start + bytes.start..start + bytes.end,
            false => whole.clone(),
        };
        out.push(Placed {
            piece: Piece::Markdown(Event::Text(words.into())),
            part,
            range,
        });
    };
    let mut done = 0;
    for (range, picture) in found {
        if done < range.start {
            push(text[done..range.start].to_owned(), done..range.start);
        }
        done = range.end;
        push(picture.to_owned(), range);
    }
    if done < text.len() {
        push(text[done..].to_owned(), done..text.len());
    }
}

fn words<'p>(placed: &'p Placed<'_>) -> &'p str {
    match &placed.piece {
        Piece::Markdown(Event::Text(text)) => text,
        _ => "",
    }
}

/// The names in a text, with their pictures. A name stands apart from the words around it.
fn codes(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut found: Vec<(Range<usize>, &'static str)> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(':').map(|colon| at + colon) {
        at = start + 1;
        let follows = found.last().is_some_and(|(range, _)| range.end == start);
        let before = text[..start].chars().next_back();
        if !follows && before.is_some_and(|c| c.is_alphanumeric() || matches!(c, ':' | '/' | '_')) {
            continue;
        }
        let Some((end, picture)) = code(text, start) else {
            continue;
        };
        let after = text[end..].chars().next();
        let apart = match after {
            Some(':') => code(text, end).is_some(),
            Some(c) => !c.is_alphanumeric() && c != '_',
            None => true,
        };
        if apart {
            found.push((start..end, picture));
            at = end;
        }
    }
    found
}

/// The name that begins at a colon: where it ends, and its picture.
fn code(text: &str, start: usize) -> Option<(usize, &'static str)> {
    let inner = &text[start + 1..];
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+');
    let length = inner.find(|c| !sign(c))?;
    if length == 0 || !inner[length..].starts_with(':') {
        return None;
    }
    let picture = emojis::get_by_shortcode(&inner[..length])?;
    Some((start + length + 2, picture.as_str()))
}

#[cfg(test)]
mod tests {
    use super::codes;

    fn pictures(text: &str) -> Vec<&'static str> {
        codes(text)
            .into_iter()
            .map(|(_, picture)| picture)
            .collect()
    }

    #[test]
    fn names_are_pictures_where_they_stand_apart() {
        assert_eq!(
            pictures("a :rocket: (:+1:) :tada::x:"),
            ["🚀", "👍", "🎉", "❌"]
        );
        assert_eq!(pictures(":white_check_mark:, 是 :x:。"), ["✅", "❌"]);
    }

    #[test]
    fn times_blocks_and_paths_are_none() {
        for text in [
            "10:30:45",
            "10:100:20",
            "a:x:b",
            ":::x:::",
            "::x::",
            "c:/x:/",
            ":no such:",
        ] {
            assert!(pictures(text).is_empty(), "{text}");
        }
    }
}
