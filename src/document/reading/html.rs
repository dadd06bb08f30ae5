//! The anchors, links and images of raw HTML.

use crate::document::manuscript::Placed;
use crate::document::reading::Walk;
use crate::document::revision::LinkKind;
use crate::document::shape::Block;
use crate::document::tag::Tag;
use crate::document::units::Step;

impl Walk<'_> {
    pub(super) fn tag(&mut self, html: &str, placed: &Placed<'_>) {
        let Some(tag) = Tag::parse(html) else { return };
        if let Step::Target(_) = self.units.step(&tag) {
            self.reading.units += 1;
        }
        if tag.name == "br" {
            self.space(placed);
        }
        self.raw_link(&tag, placed);
        let Some(name) = anchor_of(&tag) else { return };
        match &mut self.heading {
            Some(heading) if heading.name.is_none() => heading.name = Some(name.to_owned()),
            _ => self.reading.anchors.push(name.into()),
        }
    }

    /// Notes whether raw HTML may lead or show more than is read of it: links, which another hand
    /// writes, and sources of anything but plain images.
    pub(super) fn note_unread(&mut self, html: &str) {
        let is_image = |tag: &Tag<'_>| tag.name == "img" && tag.get("src").is_some();
        let images = || tags(html).filter(is_image).count();
        let sources = count(html, b"src");
        self.reading.unread_links |= count(html, b"href") > 0 || sources > 0 && sources > images();
    }

    /// Notes the anchors, links and images of a block of raw HTML.
    pub(super) fn html_block(&mut self, placed: &Placed<'_>) {
        self.shape.block(Block::Html);
        let html = std::mem::take(&mut self.html);
        for tag in tags(&html) {
            if let Some(name) = anchor_of(&tag) {
                self.reading.anchors.push(name.into());
            }
            self.raw_link(&tag, placed);
        }
    }

    /// Notes the link or image that a tag of raw HTML is.
    fn raw_link(&mut self, tag: &Tag<'_>, placed: &Placed<'_>) {
        let (key, kind) = match &*tag.name {
            "a" => ("href", LinkKind::Link),
            "img" => ("src", LinkKind::Image),
            _ => return,
        };
        if let Some(target) = tag.get(key).filter(|target| !target.is_empty()) {
            self.link(target, kind, placed);
        }
    }
}

/// How often a name stands in a text, whatever its capitals.
fn count(html: &str, name: &[u8]) -> usize {
    let html = html.as_bytes();
    let (small, capital) = (name[0], name[0].to_ascii_uppercase());
    let stands = |at: &usize| {
        let found = html.get(*at..at + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name))
    };
    memchr::memchr2_iter(small, capital, html)
        .filter(stands)
        .count()
}

/// The name that a tag gives its place.
fn anchor_of<'t>(tag: &'t Tag<'_>) -> Option<&'t str> {
    let name = if tag.name == "a" {
        tag.get("name").or(tag.get("id"))
    } else {
        tag.get("id")
    };
    name.filter(|name| !name.is_empty() && !tag.closing)
}

/// The tags of a text, as far as they can be read.
pub fn tags(html: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut rest = html;
    let whole = move || {
        let start = memchr::memchr(b'<', rest.as_bytes())?;
        let end = start + memchr::memchr(b'>', &rest.as_bytes()[start..])? + 1;
        let tag = &rest[start..end];
        rest = &rest[end..];
        Some(tag)
    };
    std::iter::from_fn(whole).filter_map(Tag::parse)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::document::manuscript::{Dialect, Manuscript, NoFragments};
    use crate::document::reading::read;
    use crate::path::SourcePath;
    use crate::source::Source;

    fn has_unread_links(html: &str) -> bool {
        let source = Source::new(&SourcePath::new("a.md"), format!("Words {html} words\n"));
        let dialect = Arc::new(Dialect::default());
        let manuscript = Manuscript::read(Arc::new(source), 0, &NoFragments, &dialect);
        read(&manuscript, &manuscript.pieces()).unread_links
    }

    #[test]
    fn what_may_lead_or_show_is_noted_but_for_plain_images() {
        for html in [
            "<a HREF=\"b.md\">",
            "<video src=\"b.mp4\">",
            "<IMG SRC=\"b.png\" srcset=\"c.png\">",
            "<source SrcSet=\"b.png\">",
        ] {
            assert!(has_unread_links(html), "{html}");
        }
        for html in [
            "<br>",
            "<img src=\"b.png\">",
            "<Img Src=b.png><b>",
            "<hr sr>",
            "<b>href",
        ] {
            assert!(!has_unread_links(html), "{html}");
        }
    }
}
