//! A page as one Markdown text: its fragments stand in their places, and it has neither front
//! matter nor the sentences that it was translated from.

use crate::document::construct::{Construct, include};
use crate::document::manuscript::Manuscript;
use crate::document::tag::Tag;
use crate::document::units::{Step, Units};

impl Manuscript {
    /// The text from `body` on, where the front matter of the page ends.
    pub fn flat(&self, body: usize) -> String {
        let mut out = String::new();
        self.flatten(0, body, &mut out);
        if out.contains("data-stu-id") || out.contains("data-ttu-id") {
            without_units(&out)
        } else {
            out
        }
    }

    fn flatten(&self, index: usize, body: usize, out: &mut String) {
        let part = &self.parts[index];
        let text = &part.source.text;
        let mut at = body;
        for (range, construct) in &part.constructs {
            let place = part.cuts.source(range.clone());
            let Construct::Include(found) = construct else {
                continue;
            };
            let (Ok(inner), Some(before)) = (&found.part, text.get(at..place.start)) else {
                continue;
            };
            out.push_str(before);
            let fragment = &self.parts[*inner].source.text;
            let mut held = String::new();
            self.flatten(*inner, include::body(fragment), &mut held);
            out.push_str(held.trim());
            at = place.end;
        }
        out.push_str(text.get(at..).unwrap_or_default());
    }
}

/// The text without source sentences, and without the spans around those that it shows.
fn without_units(text: &str) -> String {
    let mut out = String::with_capacity(text.len() / 2);
    let mut units = Units::default();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, html) = rest.split_at(start);
        push(&mut out, &mut units, before);
        let end = html.find('>').map_or(html.len(), |end| end + 1);
        let (tag, after) = html.split_at(end);
        let step = Tag::parse(tag).map_or(Step::Other, |tag| units.step(&tag));
        if step == Step::Other && !units.in_source() {
            out.push_str(tag);
        }
        rest = after;
    }
    push(&mut out, &mut units, rest);
    out
}

fn push(out: &mut String, units: &mut Units, text: &str) {
    // Spans do not run from one block into the next; one that is never closed hides no more.
    let blank = ["\n\n", "\n\r\n"].iter();
    let end = blank.filter_map(|line| text.find(line)).min();
    let (held, next) = text.split_at(end.unwrap_or(text.len()));
    if !units.in_source() {
        out.push_str(held);
    }
    if end.is_some() {
        units.end_block();
        out.push_str(next);
    }
}

#[cfg(test)]
mod tests {
    use super::without_units;

    #[test]
    fn the_translation_stays_and_its_source_goes() {
        let text = "# <span data-ttu-id=\"a-1\">Bonjour</span><span class=\"sxs-lookup\"><span data-stu-id=\"a-1\">Hello</span></span>\n\nA <b>b</b>";
        assert_eq!(without_units(text), "# Bonjour\n\nA <b>b</b>");
    }

    #[test]
    fn a_source_that_is_never_closed_ends_with_its_block() {
        let text = "<span data-stu-id=\"a-1\">Hello\n\nBonjour";
        assert_eq!(without_units(text), "\n\nBonjour");
    }
}
