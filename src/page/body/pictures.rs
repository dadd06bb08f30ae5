//! Images that say more than Markdown can: icons, borders, full size, a description at length.

use crate::document::construct::image::Image;
use crate::page::body::links::Anchor;
use crate::page::body::writer::Writer;
use crate::page::body::{Destination, address, escape};

impl Writer<'_> {
    /// Writes an image with more than Markdown can say.
    pub fn picture(&mut self, image: &Image, part: usize) {
        self.picture_start(image);
        let anchor = self.picture_link(image, part);
        self.picture_element(image, part, None);
        self.links.push(anchor);
        self.end_link();
        self.out.push_str("</span>");
    }

    /// An image and the start of its description, which readers of the screen alone are told.
    pub fn described_picture(&mut self, image: &Image, part: usize) {
        let id = self.ids.fresh("description");
        self.out.push_str("<p>");
        self.picture_start(image);
        let anchor = self.picture_link(image, part);
        self.picture_element(image, part, Some(&id));
        self.links.push(anchor);
        self.end_link();
        self.out
            .push_str("</span></p>\n<div class=\"visually-hidden\"");
        escape::attribute(&mut self.out, "id", &id);
        self.out.push_str(">\n");
    }

    fn picture_start(&mut self, image: &Image) {
        let class = if image.border {
            "picture border"
        } else {
            "picture"
        };
        self.out.push_str("<span");
        escape::attribute(&mut self.out, "class", class);
        self.out.push('>');
    }

    fn picture_link(&mut self, image: &Image, part: usize) -> Anchor {
        if let Some(link) = &image.link {
            let to = self.destination(link, part);
            return self.open_link(&to, "");
        }
        let Some(lightbox) = &image.lightbox else {
            return Anchor::Text;
        };
        match self.image_destination(lightbox, part) {
            Destination::Here(to) => {
                self.open_link(&Destination::Here(format!("{to}#lightbox")), "")
            }
            Destination::Elsewhere(to) => self.open_link(&Destination::Elsewhere(to), ""),
            Destination::Outside | Destination::Nowhere => Anchor::Text,
        }
    }

    fn picture_element(&mut self, image: &Image, part: usize, description: Option<&str>) {
        let to = self.image_destination(&image.source, part);
        let Some(address) = to.address().filter(|to| address::is_safe(to)) else {
            self.write_image(&to, image.alternative.as_deref().unwrap_or(""), "");
            return;
        };
        self.out.push_str("<img");
        escape::address(&mut self.out, "src", address);
        let words = image.alternative.as_deref().unwrap_or("");
        escape::attribute(&mut self.out, "alt", words);
        if let Some(id) = description {
            escape::attribute(&mut self.out, "aria-describedby", id);
        }
        self.out.push_str(" loading=\"lazy\">");
    }
}
