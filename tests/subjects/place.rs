//! A finding's place lies in the file that it names.

use instep::finding::{Finding, Position, Span};
use instep::path::SourcePath;

/// Every finding has a message and lies in its file. `text` gives the texts that are known.
pub fn all(findings: &[Finding], text: &dyn Fn(&SourcePath) -> Option<String>) {
    for finding in findings {
        assert!(!finding.message.is_empty(), "{finding:?}");
        let told = finding
            .related
            .iter()
            .map(|other| (&other.file, other.span));
        for (file, span) in std::iter::once((&finding.file, finding.span)).chain(told) {
            if let Some(text) = text(file) {
                inside(span, &text);
            }
        }
    }
}

/// A span begins before it ends, and both lie in the text.
pub fn inside(span: Span, text: &str) {
    assert!(span.start <= span.end, "{span:?} of {text:?}");
    for position in [span.start, span.end] {
        assert!(holds(text, position), "{position:?} of {text:?}");
    }
}

/// Whether a text has a place: one behind the last character of a line counts, since spans end
/// there.
fn holds(text: &str, place: Position) -> bool {
    let mut lines = text.split('\n');
    let index = (place.line as usize).wrapping_sub(1);
    let columns = lines.nth(index).map(|line| line.chars().count());
    columns.is_some_and(|columns| (1..=columns + 1).contains(&(place.column as usize)))
}
