//! `<xref:System.String>`: a link to what has that name, shown by it.

use pulldown_cmark::{CowStr, Event, LinkType, Tag};

use crate::document::manuscript::{Piece, Placed};
use crate::path::decode;

const SCHEME: &str = "xref:";

/// Shows references by their name, without scheme and options.
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
    pieces
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
