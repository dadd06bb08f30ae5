//! Raw HTML, tag by tag: elements and attributes of a list pass, everything else is left out.

use std::borrow::Cow;

use crate::config::Html;
use crate::document::manuscript::Placed;
use crate::document::tag::{self, Tag};
use crate::page::body::allowed::{ATTRIBUTES, ELEMENTS, OPAQUE, PLAIN, VOID};
use crate::page::body::links::Anchor;
use crate::page::body::writer::Writer;
use crate::page::body::{address, escape};

impl Writer<'_> {
    /// A tag or comment within a line.
    pub fn inline_html(&mut self, html: &str, placed: &Placed<'_>) {
        let Some(tag) = Tag::parse(html) else {
            if self.setting.html == Html::Trusted {
                self.out.push_str(html);
            }
            return;
        };
        if tag.name == "span" && self.unit(&tag) || self.units.is_stray() {
            return;
        }
        if self.setting.html == Html::Trusted {
            self.out.push_str(html);
        } else {
            self.tag(&tag, html, placed.part);
        }
    }

    /// A whole block of raw HTML, now that it is known.
    pub fn html_block(&mut self, placed: &Placed<'_>) {
        let Some(html) = self.html.take() else { return };
        if self.setting.html == Html::Trusted {
            self.out.push_str(&html);
            return;
        }
        let mut rest = html.as_str();
        while !rest.is_empty() {
            rest = self.html_token(rest, placed.part);
        }
        // Blocks will stand in it, which are not all allowed there.
        self.gated |= self.elements.any();
        if !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// Writes the text or tag that raw HTML begins with, and gives back the rest.
    fn html_token<'t>(&mut self, html: &'t str, part: usize) -> &'t str {
        let start = memchr::memchr(b'<', html.as_bytes()).unwrap_or(html.len());
        if start > 0 {
            self.out.push_str(&html[..start].replace('>', "&gt;"));
            return &html[start..];
        }
        if let Some(comment) = html.strip_prefix("<!--") {
            return comment.find("-->").map_or("", |end| &comment[end + 3..]);
        }
        let Some(end) = tag_end(html) else {
            // No tag ends in what is left: looked for from each `<` again it would take its square.
            escape::text(&mut self.out, html);
            return "";
        };
        let Some(tag) = Tag::parse(&html[..end]) else {
            self.out.push_str("&lt;");
            return &html[1..];
        };
        let rest = &html[end..];
        if tag.name != "span" || !self.unit(&tag) {
            self.tag(&tag, &html[..end], part);
        }
        if !tag.closing && OPAQUE.contains(&&*tag.name) {
            return after_end_tag(rest, &tag.name);
        }
        rest
    }

    /// Writes a tag as far as the list lets it pass.
    fn tag(&mut self, tag: &Tag<'_>, html: &str, part: usize) {
        let Some(name) = ELEMENTS.iter().find(|name| **name == tag.name).copied() else {
            return;
        };
        if tag.closing {
            self.elements.close(name, &mut self.out);
            return;
        }
        match name {
            "a" => self.raw_link(tag, part),
            "img" => self.raw_image(tag, part),
            "iframe" => self.raw_frame(tag),
            _ if VOID.contains(&name) => self.raw_start(name, tag, part),
            _ if self.elements.has_room() => {
                self.raw_start(name, tag, part);
                self.elements.open(name, name);
                if html.ends_with("/>") {
                    self.elements.close(name, &mut self.out);
                }
            }
            _ => {}
        }
    }

    fn raw_start(&mut self, name: &'static str, tag: &Tag<'_>, part: usize) {
        self.gated |= !PLAIN.contains(&name);
        self.out.push('<');
        self.out.push_str(name);
        self.raw_attributes(tag);
        if let Some(source) = tag.get("src") {
            self.raw_source(source, part);
        }
        self.out.push('>');
    }

    fn raw_attributes(&mut self, tag: &Tag<'_>) {
        for (index, (name, value)) in tag.attributes.iter().enumerate() {
            let repeated = tag.attributes[..index].iter().any(|(n, _)| n == name);
            let allowed = ATTRIBUTES.contains(&&**name)
                || name.strip_prefix("aria-").is_some_and(is_plain_name);
            if allowed && !repeated {
                escape::attribute_as_written(&mut self.out, name, value);
            }
        }
        if let Some(id) = tag.get("id").filter(|id| self.ids.claim(id)) {
            escape::attribute(&mut self.out, "id", id);
        }
    }

    fn raw_source(&mut self, source: &str, part: usize) {
        let to = self.image_destination(source, part);
        if let Some(to) = to.address().filter(|to| address::is_safe(to)) {
            escape::address(&mut self.out, "src", to);
        }
    }

    /// A place with a name, a link, or both.
    fn raw_link(&mut self, tag: &Tag<'_>, part: usize) {
        if let Some(name) = tag.get("name").or(tag.get("id")) {
            self.anchor(name);
        }
        let Some(target) = tag.get("href") else {
            return;
        };
        let destination = self.destination(&decode(target), part);
        let title = tag.get("title").unwrap_or("");
        match self.open_link(&destination, title) {
            Anchor::Link => self.elements.open("a", "a"),
            Anchor::Outside => self.elements.open("a", "span"),
            Anchor::Text | Anchor::Told(_) => {}
        }
    }

    /// A place that fragments lead to. A heading answers to its first one itself.
    pub fn anchor(&mut self, name: &str) {
        if let Some(heading) = self.heading.as_mut().filter(|heading| !heading.named) {
            heading.named = true;
            return;
        }
        if !self.ids.claim(name) {
            return;
        }
        let inside = self.elements.holds("a") || !self.links.is_empty();
        let element = if inside { "span" } else { "a" };
        self.out.push('<');
        self.out.push_str(element);
        escape::attribute(&mut self.out, "id", name);
        self.out.push_str("></");
        self.out.push_str(element);
        self.out.push('>');
    }

    fn raw_image(&mut self, tag: &Tag<'_>, part: usize) {
        let Some(source) = tag.get("src") else { return };
        let to = self.image_destination(&decode(source), part);
        match to.address().filter(|to| address::is_safe(to)) {
            Some(to) => {
                self.out.push_str("<img");
                escape::address(&mut self.out, "src", to);
                self.raw_attributes(tag);
                // Who says when a picture is to be loaded is listened to.
                if tag.get("loading").is_none() {
                    self.out.push_str(" loading=\"lazy\"");
                }
                self.out.push('>');
            }
            None => self.write_image(&to, tag.get("alt").unwrap_or(""), ""),
        }
    }

    fn raw_frame(&mut self, tag: &Tag<'_>) {
        if let Some(source) = tag.get("src") {
            self.gated = true;
            self.video(&decode(source), tag.get("title").unwrap_or(""));
        }
    }
}

/// Where a tag ends; one whose quotes are never closed ends with the first `>`.
fn tag_end(html: &str) -> Option<usize> {
    tag::end(html).or_else(|| memchr::memchr(b'>', html.as_bytes()).map(|at| at + 1))
}

/// What follows the end tag of an element whose content is left out.
fn after_end_tag<'t>(html: &'t str, name: &str) -> &'t str {
    let mut at = 0;
    while let Some(found) = html[at..].find("</") {
        at += found + 2;
        let rest = &html[at..];
        if rest
            .get(..name.len())
            .is_some_and(|n| n.eq_ignore_ascii_case(name))
        {
            return rest.find('>').map_or("", |end| &rest[end + 1..]);
        }
    }
    ""
}

fn is_plain_name(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

/// An address with the numbered characters of HTML undone, as a browser will read it.
fn decode(address: &str) -> Cow<'_, str> {
    if !address.contains("&#") {
        return Cow::Borrowed(address);
    }
    let mut out = String::with_capacity(address.len());
    let mut rest = address;
    while let Some(at) = rest.find("&#") {
        out.push_str(&rest[..at]);
        let (digits, radix) = match &rest[at + 2..] {
            hex if hex.starts_with(['x', 'X']) => (&hex[1..], 16),
            decimal => (decimal, 10),
        };
        let end = digits
            .find(|c: char| !c.is_digit(radix))
            .unwrap_or(digits.len());
        let code = u32::from_str_radix(&digits[..end], radix).ok();
        out.extend(code.and_then(char::from_u32));
        rest = digits[end..].strip_prefix(';').unwrap_or(&digits[end..]);
    }
    out.push_str(rest);
    Cow::Owned(out)
}
