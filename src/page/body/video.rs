//! Videos: framed from hosts of a list that keep no cookies where they can, else a link.

use crate::page::body::writer::Writer;
use crate::page::body::{Destination, address, escape};

impl Writer<'_> {
    /// Writes a video. `title` may be empty.
    pub fn video(&mut self, source: &str, title: &str) {
        let title = if title.is_empty() {
            self.setting.word("video").to_owned()
        } else {
            title.to_owned()
        };
        let Some(address) = address::frame(source) else {
            self.video_link(source, &title);
            return;
        };
        self.out.push_str("<div class=\"video\"><iframe");
        escape::address(&mut self.out, "src", &address);
        escape::attribute(&mut self.out, "title", &title);
        self.out
            .push_str(" loading=\"lazy\" allowfullscreen></iframe></div>\n");
    }

    fn video_link(&mut self, source: &str, title: &str) {
        self.out.push_str("<p class=\"video\">");
        let known = source.starts_with("https://") || source.starts_with("http://");
        let to = if known {
            Destination::Elsewhere(source.to_owned())
        } else {
            Destination::Nowhere
        };
        let anchor = self.open_link(&to, "");
        escape::text(&mut self.out, title);
        self.links.push(anchor);
        self.end_link();
        self.out.push_str("</p>\n");
    }
}
