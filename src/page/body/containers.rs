//! Blocks beyond Markdown, each as the element that readers and programs know.

use crate::document::construct::division::Division;
use crate::document::construct::zone::Zone;
use crate::document::construct::{Construct, Container};
use crate::document::manuscript::Placed;
use crate::page::body::escape;
use crate::page::body::writer::Writer;

impl Writer<'_> {
    /// Begins a construct that holds blocks.
    pub fn open(&mut self, container: &Container, placed: &Placed<'_>) {
        match container {
            Container::Alert(alert) => self.open_alert(alert.name()),
            Container::Division(division) => self.open_division(division),
            Container::Row => self.out.push_str("<div class=\"row\">\n"),
            Container::Column(column) => {
                self.out.push_str("<div class=\"column\"");
                escape::attribute(&mut self.out, "data-span", &column.span.to_string());
                self.out.push_str(">\n");
            }
            Container::Zone(zone) => self.open_zone(zone),
            Container::Moniker(moniker) => {
                self.out.push_str("<div class=\"moniker\"");
                escape::attribute(&mut self.out, "data-range", &moniker.range);
                self.out.push_str(">\n");
            }
            Container::Described(image) => {
                self.described_picture(image, placed.part);
                self.described += 1;
            }
            Container::Film(video) => {
                let id = self.ids.fresh("description");
                self.described_video(&video.source, &video.title, Some(&id));
                self.out.push_str("<div class=\"visually-hidden\"");
                escape::attribute(&mut self.out, "id", &id);
                self.out.push_str(">\n");
                self.described += 1;
            }
            Container::Tabs(tabs) => self.open_tabs(tabs),
            Container::Panel(index) => self.open_panel(*index),
        }
        self.elements.enter();
    }

    /// Ends it.
    pub fn close(&mut self, container: &Container) {
        self.elements.leave(&mut self.out);
        let html = match container {
            Container::Alert(_) => "</aside>\n",
            Container::Panel(_) => "</section>\n",
            Container::Tabs(_) => {
                self.tab_groups.pop();
                "</div>\n"
            }
            Container::Described(_) | Container::Film(_) => {
                self.described -= 1;
                "</div>\n"
            }
            _ => "</div>\n",
        };
        self.out.push_str(html);
        self.elements.settle(&mut self.out);
    }

    /// Writes a construct that stands on its own.
    pub fn construct(&mut self, construct: &Construct, placed: &Placed<'_>) {
        if self.units.is_stray() {
            return;
        }
        match construct {
            Construct::Image(image) => self.picture(image, placed.part),
            Construct::Video(video) => self.video(&video.source, &video.title),
            Construct::Sample(sample) => self.sample(sample, placed),
            Construct::Term(term) => {
                self.out.push_str("<span translate=\"no\">");
                escape::text(&mut self.out, &term.text);
                self.out.push_str("</span>");
            }
            Construct::Form(form) => {
                self.out.push_str("<p><button type=\"button\" disabled>");
                escape::text(&mut self.out, &form.label);
                self.out.push_str("</button></p>\n");
            }
            // An include that was read stands as its fragment's own pieces; the others were
            // reported, and so were lines that are no construct.
            Construct::Include(_)
            | Construct::Begin(_)
            | Construct::End(_)
            | Construct::Section(_)
            | Construct::Broken(_) => {}
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

    fn open_division(&mut self, division: &Division) {
        self.out.push_str("<div");
        if !division.class.is_empty() {
            escape::attribute(&mut self.out, "class", &division.class);
        }
        if let Some(id) = division.id.as_deref().filter(|id| self.ids.claim(id)) {
            escape::attribute(&mut self.out, "id", id);
        }
        for (name, value) in &division.data {
            if name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
                escape::attribute(&mut self.out, name, value);
            }
        }
        self.out.push_str(">\n");
        if let Some(kind) = division.class.strip_prefix("links ") {
            self.links_title(kind);
        }
    }

    /// What the links of a landing page are, where the interface has a word for it.
    fn links_title(&mut self, kind: &str) {
        let key = format!("links_{}", kind.replace('-', "_"));
        if let Some(word) = self.setting.words.get(&key) {
            self.out.push_str("<p class=\"links-title\">");
            escape::text(&mut self.out, word);
            self.out.push_str("</p>\n");
        }
    }

    /// A zone for another kind of page than this one is there for programs, and not shown.
    fn open_zone(&mut self, zone: &Zone) {
        self.out.push_str("<div class=\"zone\"");
        if !zone.pivots.is_empty() {
            let pivots = zone.pivots.join(" ");
            escape::attribute(&mut self.out, "data-pivot", &pivots);
        }
        if let Some(target) = &zone.target {
            escape::attribute(&mut self.out, "data-target", target);
            self.out
                .push_str(if target == "docs" { "" } else { " hidden" });
        }
        self.out.push_str(">\n");
        let titles = zone
            .pivots
            .iter()
            .filter_map(|p| self.setting.pivots.get(p));
        let titles = titles.map(String::as_str).collect::<Vec<_>>().join(", ");
        if !titles.is_empty() {
            self.out.push_str("<p class=\"zone-title\">");
            escape::text(&mut self.out, &titles);
            self.out.push_str("</p>\n");
        }
    }
}
