//! Bilingual sentences: the translation is shown, its source waits hidden beside it.

use crate::document::tag::Tag;
use crate::document::units::Step;
use crate::page::body::escape;
use crate::page::body::writer::Writer;

/// The hand-offs that carry units are all translated from English; they name no other language.
const SOURCE_LANGUAGE: &str = "en";

impl Writer<'_> {
    /// Takes a `<span>` of a bilingual page. False for any other tag.
    pub fn unit(&mut self, tag: &Tag<'_>) -> bool {
        match self.units.step(tag) {
            Step::Target(id) => self.open_unit("data-unit", &id),
            Step::Source(id) => {
                self.open_unit("data-source", &id);
                self.out.pop();
                escape::attribute(&mut self.out, "lang", SOURCE_LANGUAGE);
                self.out.push_str(" dir=\"ltr\" hidden>");
            }
            Step::TargetEnd | Step::SourceEnd => self.elements.close("span", &mut self.out),
            Step::Lookup => {}
            Step::Other => return false,
        }
        true
    }

    fn open_unit(&mut self, kind: &str, id: &str) {
        self.out.push_str("<span");
        escape::attribute(&mut self.out, kind, id);
        self.out.push('>');
        self.elements.open("span", "span");
    }
}
