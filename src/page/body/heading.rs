//! Headings: each answers to its section's id, and to that of the section it is paired with.

use crate::page::body::escape;
use crate::page::body::writer::Writer;
use crate::page::body::{Marker, Spot};

/// The heading that is being written.
pub struct Heading {
    /// Its section.
    pub section: usize,
    /// Whether its anchor was met: the heading itself answers to it.
    pub named: bool,
}

impl Writer<'_> {
    /// Begins a heading.
    pub fn start_heading(&mut self, level: u8) {
        let section = self.sections;
        self.sections += 1;
        self.end_section(section.checked_sub(1));
        self.alias(section);
        self.out.push_str("<h");
        self.out.push(char::from(b'0' + level));
        if let Some(found) = self.setting.revision.sections.get(section) {
            escape::attribute(&mut self.out, "id", found.id());
        }
        self.out.push('>');
        self.heading = Some(Heading {
            section,
            named: false,
        });
    }

    /// Ends it, with its id and a link to itself.
    pub fn end_heading(&mut self, level: u8) {
        self.units.end_block();
        let Some(heading) = self.heading.take() else {
            return;
        };
        if let Some(found) = self.setting.revision.sections.get(heading.section) {
            self.out.push_str("<a class=\"anchor\"");
            escape::address(&mut self.out, "href", &crate::path::fragment(found.id()));
            let label = self.setting.word("link_to_section");
            escape::attribute(&mut self.out, "aria-label", label);
            self.out.push_str("></a>");
        }
        self.out.push_str("</h");
        self.out.push(char::from(b'0' + level));
        self.out.push_str(">\n");
        self.markers(heading.section, Spot::Heading);
    }

    /// Writes what stands after the text of a section, if there is one.
    pub fn end_section(&mut self, section: Option<usize>) {
        if let Some(section) = section {
            self.markers(section, Spot::End);
        }
    }

    /// The further ids of a section, unless the page gives them to other places.
    fn alias(&mut self, section: usize) {
        let setting = self.setting;
        let index = u16::try_from(section).unwrap_or(u16::MAX);
        let found = setting.revision.sections.get(section);
        let also = found.and_then(|found| found.also.as_deref());
        let alias = setting.aliases.get(&index).map(String::as_str);
        for alias in alias.into_iter().chain(also) {
            let given = setting.revision.anchors.iter().any(|a| **a == *alias);
            if !given && self.ids.claim(alias) {
                self.out.push_str("<span");
                escape::attribute(&mut self.out, "id", alias);
                self.out.push_str("></span>");
            }
        }
    }

    fn markers(&mut self, section: usize, spot: Spot) {
        let here = |marker: &&Marker| usize::from(marker.section) == section && marker.spot == spot;
        for marker in self.setting.markers.iter().filter(here) {
            self.out.push_str(&marker.html);
        }
    }
}
