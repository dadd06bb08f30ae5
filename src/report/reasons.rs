//! Why drift says what it says: what readers get instead, and what history cannot tell.

use std::io;

use crate::check::Context;
use crate::check::drift::listing::{Listed, ListedLocale};
use crate::check::drift::testimony::SourceNow;
use crate::check::drift::verdict::Verdict;
use crate::config::{Fallback, FallbackRule};
use crate::locale::tag::Locale;
use crate::report::terminal::{harmless, isolate};

/// Writes a line for each locale that is missing or unknown, or whose source is gone.
///
/// # Errors
/// What the writer cannot do.
pub fn write(documents: &[Reasoned<'_>], out: &mut dyn io::Write) -> io::Result<()> {
    writeln!(out)?;
    for (document, context) in documents {
        for locale in &document.locales {
            if let Some(why) = reason(document, locale, context) {
                let name = isolate(&harmless(&document.document)).into_owned();
                writeln!(out, "{name} {}: {why}", locale.locale)?;
            }
        }
    }
    Ok(())
}

/// A document with what is known of it.
pub type Reasoned<'a> = (&'a Listed, &'a Context<'a>);

/// Why a locale is missing, absent, unknown or an orphan; none of the other states.
pub fn reason(document: &Listed, locale: &ListedLocale, context: &Context<'_>) -> Option<String> {
    let catalog = context.resolver.catalog;
    let id = catalog.current(&document.document, &locale.locale);
    let now = id.and_then(|id| context.testimony.sources.get(&id));
    match (locale.status, now) {
        (Verdict::Missing, _) => Some(instead(&document.document, &locale.locale, context)),
        (Verdict::Absent, _) => Some("absent: settings say that there shall be none".to_owned()),
        (Verdict::Unknown, Some(SourceNow::Unknown(why))) => {
            Some(format!("unknown: {}", harmless(why)))
        }
        (Verdict::Unknown, _) => {
            Some("unknown: it has no date, and nothing else to compare".to_owned())
        }
        (Verdict::Orphan, Some(SourceNow::Renamed(path))) => {
            Some(format!("orphan: its source is now {}", harmless(path)))
        }
        (Verdict::Orphan, _) => Some("orphan: its source is gone".to_owned()),
        _ => None,
    }
}

/// What readers get where a page is missing, and what was tried on the way.
fn instead(document: &str, locale: &Locale, context: &Context<'_>) -> String {
    let catalog = context.resolver.catalog;
    let chain = match &context.config.fallback {
        Fallback::Named(FallbackRule::None) => "`fallback: none`".to_owned(),
        Fallback::Named(FallbackRule::Source) => format!("{} → the source", related(locale)),
        Fallback::Chains(chains) if chains.contains_key(locale) => {
            let step = |step: &Locale| match catalog.current(document, step) {
                Some(_) => format!("{step} (there)"),
                None => format!("{step} (missing)"),
            };
            chains[locale]
                .iter()
                .map(step)
                .collect::<Vec<_>>()
                .join(" → ")
        }
        _ => format!("{} → the newest", related(locale)),
    };
    match context.resolver.filled(document, locale) {
        Some(filled) => {
            let shown = &catalog.revision(filled.revision()).place.locale;
            format!("missing: readers get {shown}, by {chain}")
        }
        None => format!("missing: readers get no page, by {chain}"),
    }
}

fn related(locale: &Locale) -> String {
    format!("another `{}`", locale.language())
}
