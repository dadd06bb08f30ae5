//! What constructs beyond Markdown say to the outline, links and shape of a page.

use crate::document::construct::image::Image;
use crate::document::construct::{Construct, Container};
use crate::document::manuscript::Placed;
use crate::document::reading::Walk;
use crate::document::revision::LinkKind;

impl Walk<'_> {
    pub(super) fn construct(&mut self, construct: &Construct, placed: &Placed<'_>) {
        match construct {
            Construct::Image(image) => self.image(image, placed),
            Construct::Term(term) => self.text(&term.text, placed),
            Construct::Video(video) => self.shape.link(&video.source),
            Construct::Sample(sample) => self.shape.code(sample.language(), &sample.target),
            Construct::Include(_)
            | Construct::Begin(_)
            | Construct::End(_)
            | Construct::Section(_)
            | Construct::Form(_)
            | Construct::Broken(_) => {}
        }
    }

    fn image(&mut self, image: &Image, placed: &Placed<'_>) {
        self.link(&image.source, LinkKind::Image, placed);
        if let Some(lightbox) = &image.lightbox {
            self.link(lightbox, LinkKind::Image, placed);
        }
        if let Some(link) = &image.link {
            self.link(link, LinkKind::Link, placed);
        }
    }

    pub(super) fn open(&mut self, container: &Container, placed: &Placed<'_>) {
        match container {
            Container::Alert(alert) => self.shape.alert(alert.name()),
            Container::Described(image) => self.image(image, placed),
            Container::Film(video) => self.shape.link(&video.source),
            Container::Tabs(tabs) => {
                for tab in tabs {
                    self.shape.text(&tab.title);
                    self.shape.pause();
                }
            }
            Container::Division(_)
            | Container::Row
            | Container::Column(_)
            | Container::Zone(_)
            | Container::Moniker(_)
            | Container::Panel(_) => self.shape.pause(),
        }
    }
}
