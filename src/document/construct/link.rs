//! Links beyond CommonMark: `<xref:System.String>`, shown by its name, and addresses that stand
//! bare in the text (GFM, section 6.9).

use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::document::manuscript::{Piece, Placed};
use crate::path::decode;

const SCHEME: &str = "xref:";

/// What begins an address without a scheme.
const WWW: &str = "www.";

/// Shows references by their name, without scheme and options, and links bare addresses.
pub fn lift(mut pieces: Vec<Placed<'_>>) -> Vec<Placed<'_>> {
    for at in 1..pieces.len() {
        let (before, rest) = pieces.split_at_mut(at);
        let link = before.last().map(|placed| &placed.piece);
        if let Some(Piece::Markdown(Event::Start(Tag::Link {
            link_type: LinkType::Autolink,
            dest_url,
            ..
        }))) = link
            && let Piece::Markdown(Event::Text(text)) = &mut rest[0].piece
            && dest_url.starts_with(SCHEME)
        {
            *text = CowStr::from(name(dest_url));
        }
    }
    bare(pieces)
}

/// What a reference is called: its last words, unless it asks for all of them.
fn name(target: &str) -> String {
    let target = target.strip_prefix(SCHEME).unwrap_or(target);
    let (name, query) = target.split_once('?').unwrap_or((target, ""));
    let name = decode(name);
    let name = name.trim_end_matches('*');
    if query.contains("fullName") {
        return name.to_owned();
    }
    let end = name.find('(').unwrap_or(name.len());
    let start = name[..end].rfind('.').map_or(0, |at| at + 1);
    name[start..].to_owned()
}

fn bare(pieces: Vec<Placed<'_>>) -> Vec<Placed<'_>> {
    let mut closed = 0_usize;
    let mut holds = |placed: &Placed<'_>| {
        match &placed.piece {
            // These hold no links of their own.
            Piece::Markdown(Event::Start(
                Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_),
            )) => closed += 1,
            Piece::Markdown(Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock)) => {
                closed = closed.saturating_sub(1);
            }
            Piece::Markdown(Event::Text(text)) => return closed == 0 && has_scheme(text),
            _ => {}
        }
        false
    };
    // Where the first one is found nothing is closed, as at the beginning.
    if !pieces.iter().any(&mut holds) {
        return pieces;
    }
    let mut out = Vec::with_capacity(pieces.len() + 8);
    for placed in pieces {
        let found = holds(&placed);
        match &placed.piece {
            Piece::Markdown(Event::Text(text)) if found => split(&placed, text, &mut out),
            _ => out.push(placed),
        }
    }
    out
}

fn has_scheme(text: &str) -> bool {
    let bytes = text.as_bytes();
    // One look for both: most texts are short, and hold neither.
    memchr::memchr2_iter(b':', b'.', bytes).any(|at| match bytes[at] {
        b':' => bytes[at..].starts_with(b"://"),
        _ => bytes[..=at].ends_with(WWW.as_bytes()),
    })
}

/// Writes a text with its addresses as links.
fn split<'a>(placed: &Placed<'a>, text: &str, out: &mut Vec<Placed<'a>>) {
    let before = match out.last().map(|last| &last.piece) {
        Some(Piece::Markdown(Event::Text(text))) => text.chars().next_back(),
        _ => None,
    };
    let literal = text.len() == placed.range.len();
    let mut push = |event: Event<'a>, bytes: Range<usize>| {
        let start = placed.range.start;
        let range = if literal {
            start + bytes.start..start + bytes.end
        } else {
            placed.range.clone()
        };
        out.push(Placed {
            piece: Piece::Markdown(event),
            part: placed.part,
            range,
        });
    };
    let words = |range: Range<usize>| Event::Text(text[range].to_owned().into());
    let mut done = 0;
    for address in addresses(text, before) {
        if done < address.start {
            push(words(done..address.start), done..address.start);
        }
        let link = Tag::Link {
            link_type: LinkType::Autolink,
            dest_url: whole(&text[address.clone()]).into(),
            title: CowStr::Borrowed(""),
            id: CowStr::Borrowed(""),
        };
        push(Event::Start(link), address.clone());
        push(words(address.clone()), address.clone());
        push(Event::End(TagEnd::Link), address.clone());
        done = address.end;
    }
    if done < text.len() {
        push(words(done..text.len()), done..text.len());
    }
}

/// An address with its scheme.
fn whole(address: &str) -> String {
    match address.starts_with(WWW) {
        true => format!("http://{address}"),
        false => address.to_owned(),
    }
}

/// Where addresses of pages stand in a text that follows a character.
fn addresses(text: &str, preceding: Option<char>) -> Vec<Range<usize>> {
    let scheme = |at: usize| {
        let scheme = ["https", "http", "ftp"].into_iter();
        let mut known = scheme.filter(|scheme| text[..at].ends_with(scheme));
        known.next().map(|scheme| (at - scheme.len(), at + 3))
    };
    let schemes = memmem::find_iter(text.as_bytes(), b"://").filter_map(scheme);
    let bare = memmem::find_iter(text.as_bytes(), WWW.as_bytes()).map(|at| (at, at));
    let mut starts: Vec<(usize, usize)> = schemes.chain(bare).collect();
    starts.sort_unstable();
    let mut found: Vec<Range<usize>> = Vec::new();
    for (start, host) in starts {
        let last = text[..start].chars().next_back().or(preceding);
        let apart = last.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '*' | '_' | '~' | '(') || !c.is_ascii()
        });
        let fresh = found.last().is_none_or(|last| last.end <= start);
        // Nothing of a text is gone through twice: not within an address, nor again where none is.
        let length = if apart && fresh {
            length(&text[host..])
        } else {
            0
        };
        if length > 0 {
            found.push(start..host + length);
        }
    }
    found
}

/// How much of a text belongs to the address that it goes on with.
fn length(text: &str) -> usize {
    let ends = |c: char| c.is_whitespace() || c == '<' || !c.is_ascii();
    let may_name = |host: &str| host.contains('.') || host.starts_with("localhost");
    let host = text.split(|c| ends(c) || matches!(c, '/' | '?' | '#'));
    if !host.take(1).any(may_name) {
        return 0;
    }
    let mut end = text.find(ends).unwrap_or(text.len());
    let opened = text[..end].matches('(').count();
    let mut closed = text[..end].matches(')').count();
    while let Some(last) = text[..end].chars().next_back() {
        match last {
            '?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '\'' | '"' | ';' | ']' => {}
            ')' if closed > opened => closed -= 1,
            _ => break,
        }
        end -= 1;
    }
    let host = text[..end].split(['/', '?', '#']).next().unwrap_or("");
    if may_name(host) { end } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_before_the_marks_of_its_sentence() {
        let text = "See (https://example.com/a_(b)), or http://a.example. x://y.z";
        let found: Vec<&str> = addresses(text, None)
            .into_iter()
            .map(|r| &text[r])
            .collect();
        assert_eq!(found, ["https://example.com/a_(b)", "http://a.example"]);
        let text = "www.example.com/a, awww.b.c and https://www.d.example";
        let found: Vec<&str> = addresses(text, None)
            .into_iter()
            .map(|r| &text[r])
            .collect();
        assert_eq!(found, ["www.example.com/a", "https://www.d.example"]);
    }

    #[test]
    fn references_are_shown_by_their_last_name() {
        assert_eq!(name("xref:System.IO.File.Open%2A"), "Open");
        assert_eq!(
            name("xref:System.String?displayProperty=fullName"),
            "System.String"
        );
    }
}
