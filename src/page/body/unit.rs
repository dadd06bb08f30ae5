//! Bilingual sentences: the translation is shown, its source waits hidden beside it.

use crate::document::tag::Tag;
use crate::document::units::Step;
use crate::page::body::escape;
use crate::page::body::writer::Writer;

impl Writer<'_> {
    /// Takes a `<span>` of a bilingual page. False for any other tag.
    pub fn unit(&mut self, tag: &Tag<'_>) -> bool {
        match self.units.step(tag) {
            Step::Target(id) => self.open_unit("data-unit", &id),
            Step::Source(id) => {
                self.open_unit("data-source", &id);
                self.out.pop();
                let source = self.setting.source;
                escape::attribute(&mut self.out, "lang", &source.tag());
                escape::attribute(&mut self.out, "dir", source.direction().html());
                self.out.push_str(" hidden>");
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
