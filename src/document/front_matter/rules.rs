//! The findings of front matter.

use crate::finding::{Level, Rule};

/// `front-matter/invalid`: front matter that cannot be read.
pub static INVALID: Rule = Rule {
    code: "front-matter/invalid",
    level: Level::Deny,
    summary: "front matter that cannot be read",
    explanation: "\
The lines between the `---` fences at the top of the page are not YAML that Instep reads: a quote
is not closed, a tab indents, the fence is missing, or they use anchors and aliases (`&a`, `*a`),
which front matter never needs and which can swell without end. A key whose value holds an anchor
or alias is left out and the others are read; in the other cases the page is built from its text,
without title and date.

Put values that hold `: ` or start with a special character in quotes.
",
};

/// `front-matter/duplicate-key`: a front-matter key stands twice.
pub static DUPLICATE_KEY: Rule = Rule {
    code: "front-matter/duplicate-key",
    level: Level::Warn,
    summary: "a front-matter key stands twice",
    explanation: "\
A key is given more than once, so readers of the file disagree on its value. Instep takes the
first one. Remove the others.
",
};

/// `front-matter/unknown-key`: a front-matter key that is one slip away from a known one.
pub static UNKNOWN_KEY: Rule = Rule {
    code: "front-matter/unknown-key",
    level: Level::Warn,
    summary: "a front-matter key that is one slip away from a known one",
    explanation: "\
The key is not known, but differs by one letter from one that is, such as `mms.date` or
`ms.dat`. Keys that are simply other people's are left alone and are no finding.
",
};

/// `front-matter/date-invalid`: a date that does not exist.
pub static DATE_INVALID: Rule = Rule {
    code: "front-matter/date-invalid",
    level: Level::Warn,
    summary: "a date that does not exist",
    explanation: "\
The value is no date of the calendar, or not written as `MM/DD/YYYY` or `YYYY-MM-DD`. The page is
built, but counts as undated, which is older than any date. Write the date as `2019-09-23`.
",
};

/// `front-matter/date-ambiguous`: a date that can only be read day first.
pub static DATE_AMBIGUOUS: Rule = Rule {
    code: "front-matter/date-ambiguous",
    level: Level::Warn,
    summary: "a date that can only be read day first",
    explanation: "\
`ms.date` is written month first. This one, such as `13/09/2019`, can only be day first, and is
read so; but then its neighbours with both numbers up to 12 may be meant day first as well. Write
it as `2019-09-13`.
",
};
