//! Headings: each answers to its section's id, and to that of the section it is paired with.

use rustc_hash::FxHashSet;

use crate::document::outline::Section;
use crate::page::body::writer::Writer;
use crate::page::body::{Marker, Setting, Spot, escape};

/// The heading that is being written.
pub struct Heading {
    /// Its section.
    pub section: usize,
    /// Whether its anchor was met: the heading itself answers to it.
    pub named: bool,
}

/// What is looked up at the headings of a page, of which there may be thousands.
pub struct Lookup<'a> {
    /// In the order of their sections.
    markers: Vec<&'a Marker>,
    /// The names that the page gives to other places than its headings.
    anchors: FxHashSet<&'a str>,
}

impl<'a> Lookup<'a> {
    /// Of a page.
    pub fn new(setting: &Setting<'a>) -> Self {
        let mut markers: Vec<&Marker> = setting.markers.iter().collect();
        markers.sort_by_key(|marker| marker.section);
        let anchors = setting.revision.anchors.iter();
        Self {
            markers,
            anchors: anchors.map(|anchor| &**anchor).collect(),
        }
    }
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
        let also = found.and_then(Section::also);
        let alias = setting.aliases.get(&index).copied();
        for alias in alias.into_iter().chain(also) {
            if !self.lookup.anchors.contains(alias) && self.ids.claim(alias) {
                self.out.push_str("<span");
                escape::attribute(&mut self.out, "id", alias);
                self.out.push_str("></span>");
            }
        }
    }

    fn markers(&mut self, section: usize, spot: Spot) {
        let markers = &self.lookup.markers;
        let first = markers.partition_point(|marker| usize::from(marker.section) < section);
        let here = markers[first..].iter();
        let here = here.take_while(|marker| usize::from(marker.section) == section);
        for marker in here.filter(|marker| marker.spot == spot) {
            self.out.push_str(&marker.html);
        }
    }
}
