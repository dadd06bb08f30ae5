//! Links and images: only addresses that the site answers for, or that lead elsewhere safely.

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use crate::document::manuscript::Placed;
use crate::page::body::writer::Writer;
use crate::page::body::{Destination, address, escape};

/// What a link was written as, to be closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// A link.
    Link,
    /// Text that is marked as leading outside the site.
    Outside,
    /// Text alone.
    Text,
    /// Text, then the address in words: nobody sees the place, so nothing there can be chosen.
    Told(String),
}

/// The image whose alternative text is being read.
pub struct Image {
    target: String,
    title: String,
    alternative: String,
    /// Images within its alternative text.
    nested: usize,
}

impl Writer<'_> {
    /// Begins a link, or the text that stands for one.
    pub fn start_link(&mut self, tag: &Tag<'_>, placed: &Placed<'_>) {
        let Tag::Link {
            link_type,
            dest_url,
            title,
            ..
        } = tag
        else {
            return;
        };
        let destination = match link_type {
            LinkType::Email => Destination::Elsewhere(format!("mailto:{dest_url}")),
            _ => self.destination(dest_url, placed.part),
        };
        let anchor = self.open_link(&destination, title);
        self.links.push(anchor);
        let reference = *link_type == LinkType::Autolink && dest_url.starts_with("xref:");
        let part = &self.manuscript.parts[placed.part].source.path;
        let title = reference.then(|| self.setting.resolve.title(part, dest_url));
        if let Some(title) = title.flatten() {
            escape::text(&mut self.out, &title);
            self.titled = true;
        }
    }

    /// Ends it.
    pub fn end_link(&mut self) {
        self.titled = false;
        let anchor = self.links.pop();
        match anchor {
            Some(Anchor::Link) => self.out.push_str("</a>"),
            Some(Anchor::Outside) => self.out.push_str("</span>"),
            Some(Anchor::Told(address)) if address.contains("://") => {
                self.out.push_str(" (");
                escape::text(&mut self.out, &address);
                self.out.push(')');
            }
            Some(Anchor::Text | Anchor::Told(_)) | None => {}
        }
    }

    /// Where a link of a part leads.
    pub fn destination(&self, target: &str, part: usize) -> Destination {
        let part = &self.manuscript.parts[part].source.path;
        self.setting.resolve.link(part, target)
    }

    /// Writes the start tag of a link and tells what will close it.
    pub fn open_link(&mut self, destination: &Destination, title: &str) -> Anchor {
        let inside = self.elements.holds("a") || !self.links.is_empty();
        if self.described > 0 {
            return Anchor::Told(destination.address().unwrap_or_default().to_owned());
        }
        match destination {
            Destination::Here(to) | Destination::Elsewhere(to)
                if address::is_safe(to) && !inside =>
            {
                self.out.push_str("<a");
                escape::address(&mut self.out, "href", to);
                if !title.is_empty() {
                    escape::attribute(&mut self.out, "title", title);
                }
                self.out.push('>');
                Anchor::Link
            }
            Destination::Outside => {
                let title = self.setting.word("outside_link");
                self.out.push_str("<span class=\"outside\"");
                escape::attribute(&mut self.out, "title", title);
                self.out.push('>');
                Anchor::Outside
            }
            _ => Anchor::Text,
        }
    }

    /// Begins an image.
    pub fn start_image(&mut self, tag: &Tag<'_>) {
        if let Tag::Image {
            dest_url, title, ..
        } = tag
        {
            self.image = Some(Image {
                target: dest_url.to_string(),
                title: title.to_string(),
                alternative: String::new(),
                nested: 0,
            });
        }
    }

    /// Reads the alternative text of an image: the words of its Markdown.
    pub fn image_event(&mut self, event: &Event<'_>, placed: &Placed<'_>) {
        let Some(image) = &mut self.image else { return };
        match event {
            Event::Text(text) | Event::Code(text) => image.alternative.push_str(text),
            Event::InlineMath(text) | Event::DisplayMath(text) => image.alternative.push_str(text),
            Event::SoftBreak | Event::HardBreak => image.alternative.push(' '),
            Event::Start(Tag::Image { .. }) => image.nested += 1,
            Event::End(TagEnd::Image) if image.nested > 0 => image.nested -= 1,
            Event::End(TagEnd::Image) => {
                if let Some(image) = self.image.take() {
                    let to = self.image_destination(&image.target, placed.part);
                    self.write_image(&to, &image.alternative, &image.title);
                }
            }
            _ => {}
        }
    }

    /// Where an image of a part lies.
    pub fn image_destination(&self, target: &str, part: usize) -> Destination {
        let part = &self.manuscript.parts[part].source.path;
        self.setting.resolve.image(part, target)
    }

    /// Writes an image, or the words that stand for it.
    pub fn write_image(&mut self, to: &Destination, alternative: &str, title: &str) {
        match to {
            Destination::Here(to) | Destination::Elsewhere(to) if address::is_safe(to) => {
                self.out
                    .push_str(if is_film(to) { "<video" } else { "<img" });
                escape::address(&mut self.out, "src", to);
                if is_film(to) {
                    escape::attribute(&mut self.out, "aria-label", alternative);
                    self.out.push_str(" controls preload=\"none\"></video>");
                    return;
                }
                escape::attribute(&mut self.out, "alt", alternative);
                if !title.is_empty() {
                    escape::attribute(&mut self.out, "title", title);
                }
                self.out.push_str(" loading=\"lazy\">");
            }
            Destination::Outside => {
                let label = self.setting.word("outside_image");
                self.out.push_str("<span class=\"outside image\"");
                escape::attribute(&mut self.out, "title", label);
                self.out.push('>');
                escape::text(&mut self.out, alternative);
                self.out.push_str("</span>");
            }
            _ => escape::text(&mut self.out, alternative),
        }
    }
}

/// Whether an image is a film: Markdown has no other way to show one.
fn is_film(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let extension = path.rsplit('.').next().unwrap_or("");
    ["mp4", "webm", "m4v", "ogv"].contains(&extension.to_ascii_lowercase().as_str())
}
