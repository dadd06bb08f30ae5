//! The lines that say how it went.

use crate::finding::Level;
use crate::messages::Argument;
use crate::report::look::Look;
use crate::report::paint::Tone;
use crate::report::{Counts, Report};

/// `3 deny, 41 warn, 12 note in 9 files`.
pub fn line(report: &Report<'_>) -> String {
    let look = &report.look;
    if report.files() == 0 {
        return look.tint(Tone::Good, look.word("cli-findings-none"));
    }
    let levels = counted(report.counts(), look);
    let files = crate::report::look::number(report.files());
    let arguments = [("levels", Argument::Text(&levels)), ("count", files)];
    look.text("cli-findings", &arguments)
}

/// `3 deny, 41 warn`: the levels that occur, by the words that settings use.
fn counted(counts: Counts, look: &Look<'_>) -> String {
    let levels = [
        (counts.deny, Level::Deny),
        (counts.warn, Level::Warn),
        (counts.note, Level::Note),
    ];
    let counted = levels.into_iter().filter(|(count, _)| *count > 0);
    let counted =
        counted.map(|(count, level)| look.tint(Tone::of(level), format!("{count} {level}")));
    counted.collect::<Vec<_>>().join(", ")
}
