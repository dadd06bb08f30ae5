//! Wording that says when, and means another day whenever it is read.

use crate::catalog::documents::Document;
use crate::check::Context;
use crate::document::prose::readable;
use crate::document::revision::{Relative, Revision};
use crate::finding::{Finding, Level, Rule};

/// `deadline/relative`: wording that means another day whenever it is read.
pub static RELATIVE: Rule = Rule {
    code: "deadline/relative",
    level: Level::Allow,
    summary: "wording that means another day whenever it is read",
    explanation: "\
The page says *currently*, *next year* or *in March* without a year. It was right on the day it was
written; whoever reads it later, or in a translation that came later, cannot tell which day is
meant.

Write the date or the version (*since version 2.4*, *in March 2021*), or leave the word out: what a
page says counts as current anyway.

This rule is off unless `site.yaml` or the command line asks for it, since much of such wording does
no harm:

```yaml
findings:
  deadline/relative: note
```

The words come from the `relative` list in `locales/<language>/dates.yaml`, in which `{month}`
stands for any month. Languages without such a list are not looked at, and of each language only
the current revision is.
",
};

/// One finding for each such place in a current revision of a document. Reading notes them only where
/// settings ask.
pub fn find(context: &Context<'_>, document: &Document) -> Vec<Finding> {
    let catalog = context.resolver.catalog;
    let editions = document.editions.values();
    let currents = editions.map(|edition| catalog.revision(edition.current()));
    let found =
        currents.flat_map(|revision| revision.relative.iter().map(move |at| (revision, at)));
    found.map(|(revision, at)| finding(revision, at)).collect()
}

fn finding(revision: &Revision, relative: &Relative) -> Finding {
    let text = readable(&relative.text);
    let (message, help) = if relative.is_month {
        (format!("`{text}` names no year"), "write the year")
    } else {
        (
            format!("`{text}` means another day whenever it is read"),
            "write the date or the version, or leave it out",
        )
    };
    let place = relative.place;
    let finding = RELATIVE.at(revision.file(place), place.span, message);
    let own = &revision.place;
    finding.of(&own.locale, &own.document).help(help)
}
