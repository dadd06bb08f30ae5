//! Why drift says what it says: what readers get instead, what history cannot tell, and what
//! changed in the source.

use std::io;

use crate::catalog::documents::RevisionId;
use crate::check::Context;
use crate::check::drift::listing::{Listed, ListedLocale, Listing};
use crate::check::drift::testimony::{Edit, SourceNow};
use crate::check::drift::verdict::Verdict;
use crate::compare::words;
use crate::config::{Fallback, FallbackRule};
use crate::locale::tag::Locale;
use crate::locale::words::Words;
use crate::report::diff;
use crate::report::look::Look;
use crate::report::paint::Tone;
use crate::report::terminal::{harmless, isolate};

/// Writes a line for each locale that is missing or unknown; of a single document also how its
/// source changed since each translation.
///
/// # Errors
/// What the writer cannot do.
pub fn write(
    listing: &Listing,
    context: &Context<'_>,
    look: &Look<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    writeln!(out)?;
    for document in &listing.documents {
        for locale in &document.locales {
            reason(document, locale, context, out)?;
        }
    }
    let [only] = &listing.documents[..] else {
        return Ok(());
    };
    for locale in &only.locales {
        let id = context
            .resolver
            .catalog
            .current(&only.document, &locale.locale);
        if let Some(id) = id.filter(|_| locale.status == Verdict::Behind) {
            source(only, (&locale.locale, id), context, (look, out))?;
        }
    }
    Ok(())
}

fn reason(
    document: &Listed,
    locale: &ListedLocale,
    context: &Context<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let id = context
        .resolver
        .catalog
        .current(&document.document, &locale.locale);
    let now = id.and_then(|id| context.testimony.sources.get(&id));
    let why = match (locale.status, now) {
        (Verdict::Missing, _) => instead(&document.document, &locale.locale, context),
        (Verdict::Absent, _) => "absent: settings say that there shall be none".to_owned(),
        (Verdict::Unknown, Some(SourceNow::Unknown(why))) => format!("unknown: {}", harmless(why)),
        (Verdict::Unknown, _) => "unknown: it has no date, and nothing else to compare".to_owned(),
        (Verdict::Orphan, Some(SourceNow::Renamed(path))) => {
            format!("orphan: its source is now {}", harmless(path))
        }
        _ => return Ok(()),
    };
    writeln!(
        out,
        "{} {}: {why}",
        isolate(&harmless(&document.document)),
        locale.locale
    )
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

/// What changed in the source, as a translator of this locale has to follow it.
fn source(
    document: &Listed,
    (locale, id): (&Locale, RevisionId),
    context: &Context<'_>,
    (look, out): (&Look<'_>, &mut dyn io::Write),
) -> io::Result<()> {
    let testimony = context.testimony;
    for sentence in testimony.units.get(&id).into_iter().flatten() {
        let text = isolate(&harmless(&sentence.text)).into_owned();
        writeln!(out, "{locale}: no longer in the source: {text}")?;
    }
    let Some(SourceNow::Changed(edits)) = testimony.sources.get(&id) else {
        return Ok(());
    };
    let own = context.resolver.catalog.revision(id);
    let stamp = own.front.source_commit.as_deref().unwrap_or_default();
    let head = format!(
        "\nsince {}, for {locale}: {}",
        harmless(stamp),
        document.document
    );
    writeln!(out, "{}", look.tint(Tone::Strong, head))?;
    let split = Words::new(context.config.source_locale.as_ref().unwrap_or(locale));
    for edit in edits {
        writeln!(out, "@@ {} {} @@", edit.kind.word(), harmless(&title(edit)))?;
        let pieces = words(&edit.old, &edit.new, &|text| split.split(text));
        diff::write(&pieces, look, out)?;
    }
    Ok(())
}

/// The heading line of a section, as today's source has it where it has it.
fn title(edit: &Edit) -> String {
    let text = if edit.new.is_empty() {
        &edit.old
    } else {
        &edit.new
    };
    let line = text.lines().find(|line| !line.trim().is_empty());
    line.unwrap_or_default()
        .trim_start_matches('#')
        .trim()
        .to_owned()
}
