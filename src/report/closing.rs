//! The line that says how it went.

use crate::finding::Level;
use crate::report::paint::{Paint, Tone};
use crate::report::{Counts, Report};

/// `3 deny, 41 warn, 12 note in 9 files`.
pub fn line(report: &Report<'_>) -> String {
    let counted = counted(report.counts(), report.paint);
    match report.files() {
        0 => report.paint.tint(Tone::Good, "no findings"),
        1 => format!("{counted} in 1 file"),
        files => format!("{counted} in {files} files"),
    }
}

/// `3 deny, 41 warn`: the levels that occur.
fn counted(counts: Counts, paint: Paint) -> String {
    let levels = [
        (counts.deny, Level::Deny),
        (counts.warn, Level::Warn),
        (counts.note, Level::Note),
    ];
    let counted = levels.into_iter().filter(|(count, _)| *count > 0);
    let counted =
        counted.map(|(count, level)| paint.tint(Tone::of(level), format!("{count} {level}")));
    counted.collect::<Vec<_>>().join(", ")
}
