//! Constructs beyond Markdown, each as the element that readers and programs know.

use crate::document::construct::{Construct, Container};
use crate::document::manuscript::Placed;
use crate::page::body::escape;
use crate::page::body::writer::Writer;

impl Writer<'_> {
    pub fn open(&mut self, container: &Container, _placed: &Placed<'_>) {
        match container {
            Container::Alert(alert) => self.open_alert(alert.name()),
        }
        self.elements.enter();
    }

    pub fn close(&mut self, container: &Container) {
        self.elements.leave(&mut self.out);
        match container {
            Container::Alert(_) => self.out.push_str("</aside>\n"),
        }
        self.elements.settle(&mut self.out);
    }

    pub fn construct(&mut self, construct: &Construct, _placed: &Placed<'_>) {
        match construct {
            // One that was read stands as its fragment's own pieces; the others were reported.
            Construct::Include(_) => {}
        }
    }

    fn open_alert(&mut self, kind: &'static str) {
        let title = self.setting.word(kind);
        self.out.push_str("<aside");
        escape::attribute(&mut self.out, "class", &format!("alert {kind}"));
        self.out
            .push_str(" role=\"note\"><p class=\"alert-title\">");
        escape::text(&mut self.out, title);
        self.out.push_str("</p>\n");
    }
}
