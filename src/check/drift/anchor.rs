//! The anchor that a translated heading lost, as an edit that brings it back.

use crate::document::outline::Section;
use crate::document::revision::Revision;
use crate::finding::{Finding, Span};

/// The finding with the anchor to write before the words of the heading; without one where the page
/// has it elsewhere already, or it cannot stand in an attribute.
pub fn to_write(finding: Finding, own: &Revision, (ours, anchor): (&Section, &str)) -> Finding {
    let plain = !anchor.contains(['"', '<', '>', '&']);
    if own.answers_to(anchor) || !plain {
        return finding;
    }
    let mut words = ours.span.start;
    words.column += u32::from(ours.marks);
    let words = Span {
        start: words,
        end: words,
    };
    finding.fix_at(words, format!("<a name=\"{anchor}\"></a>"))
}
