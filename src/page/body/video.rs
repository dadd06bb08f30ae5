//! Videos: framed from hosts of a list that keep no cookies where they can, else a link.

use crate::page::body::writer::Writer;
use crate::page::body::{Destination, address, escape};

/// Where the videos of Learn's own library are shown.
const LIBRARY: &str = "https://learn-video.azurefd.net/vod/player?id=";

impl Writer<'_> {
    /// Writes a video. `title` may be empty.
    pub fn video(&mut self, source: &str, title: &str) {
        self.described_video(source, title, None);
    }

    /// Writes a video whose description has this id.
    pub fn described_video(&mut self, source: &str, title: &str, description: Option<&str>) {
        let title = if title.is_empty() {
            self.setting.word("video").to_owned()
        } else {
            title.to_owned()
        };
        let library = is_number(source).then(|| format!("{LIBRARY}{source}"));
        let source = library.as_deref().unwrap_or(source);
        let Some(address) = address::frame(source) else {
            self.video_link(source, &title);
            return;
        };
        self.out.push_str("<div class=\"video\"><iframe");
        escape::address(&mut self.out, "src", &address);
        escape::attribute(&mut self.out, "title", &title);
        if let Some(id) = description {
            escape::attribute(&mut self.out, "aria-describedby", id);
        }
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

/// Whether a video is named by its number in the library: eight, four, four, four and twelve
/// digits of base 16.
fn is_number(source: &str) -> bool {
    let lengths = source.split('-').map(str::len);
    let digits = |b: u8| b == b'-' || b.is_ascii_hexdigit();
    source.bytes().all(digits) && lengths.eq([8, 4, 4, 4, 12])
}
