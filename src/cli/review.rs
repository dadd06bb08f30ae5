//! `instep review`: both sides of a translation, and the record that a person checked them.

use std::io::{BufRead, IsTerminal, Write};

use anyhow::{Context as _, bail};

use crate::cli::arguments::{Global, Levels, ReviewArguments};
use crate::cli::history;
use crate::cli::named;
use crate::cli::session::Session;
use crate::cli::status::{Status, note};
use crate::cli::terminal::output;
use crate::document::review::Review;
use crate::document::revision::Revision;
use crate::io::replace::replace;
use crate::limits::REVIEWED_BYTES;
use crate::locale::tag::Locale;
use crate::messages::Argument;
use crate::pipeline::review::{Side, Sides, absent, against, review, sides};
use crate::report::look::Look;
use crate::report::paint::Tone;
use crate::report::terminal::{harmless, isolate};
use crate::source::Reader;

/// # Errors
/// A document or locale that is not there, a page without a source to check it against; what keeps
/// the page from being read or written.
pub fn run(arguments: &ReviewArguments, global: &Global) -> anyhow::Result<Status> {
    let session = Session::open(global, &Levels::default())?;
    let project = session.project()?;
    let inspection = history::inspect(&session, &project);
    session.disk.ensure_read()?;
    let catalog = &inspection.catalog;
    let (name, locale) = (&arguments.document, &arguments.locale);
    let found @ (_, document) = named::document(catalog, name)?;
    let id = named::edition(found, locale)?.current();
    let source = against(document, catalog, project.config, id).with_context(|| {
        format!("`{name}` in `{locale}` is what the others are checked against")
    })?;
    let (own, source) = (catalog.revision(id), catalog.revision(source));
    let both = sides(&project, source, own).context("a file vanished while it was looked at")?;
    if both.own.as_written() != both.own.text {
        let path = own.path();
        bail!("`{path}` is no Markdown, so it has no front matter that a review could be kept in");
    }
    show(&both, (source, own), &session.look())?;
    let before = own.front.review.as_deref().and_then(Review::read);
    let mut absent = before.map_or_else(Vec::new, |review| absent(&review, &both));
    for anchor in &arguments.absent {
        absent.push(missing(&both, anchor)?);
    }
    if !arguments.yes && !agreed(&session.words.text("cli-review-ask", &[]))? {
        let nothing = session.words.text("cli-review-nothing", &[]);
        session.voice.say(&nothing);
        return Ok(Status::Done);
    }
    if !arguments.yes {
        absent.extend(intended(&session, &both, (&absent, locale))?);
    }
    let bytes = session.disk.read(own.path())?;
    let recorded = review(&both, &absent, session.today().to_string());
    let new = with(&bytes, own, |text| recorded.record(text, own.front.body))?;
    replace(&session.root.join(own.path().as_str()), &bytes, &new)?;
    let file = [("file", Argument::Text(own.path().as_str()))];
    session
        .voice
        .say(&session.words.text("cli-review-recorded", &file));
    Ok(Status::Done)
}

fn show(
    both: &Sides,
    (source, own): (&Revision, &Revision),
    look: &Look<'_>,
) -> anyhow::Result<()> {
    let mut out = output();
    writeln!(out, "--- {}\n+++ {}", source.path(), own.path())?;
    for pair in &both.pairs {
        let section = title(pair, own).unwrap_or_else(|| look.word("cli-opening"));
        let head = format!("\n@@ {} @@", isolate(&harmless(&section)));
        writeln!(out, "{}", look.tint(Tone::Strong, head))?;
        let absent = look.word("cli-not-there");
        for (mark, text) in [("-", &pair.source), ("+", &pair.own)] {
            let text = text.as_deref().unwrap_or(&absent).trim();
            for line in text.lines() {
                let line = format!("{mark} {}", isolate(&harmless(line)));
                writeln!(out, "{}", line.trim_end())?;
            }
        }
    }
    out.flush()?;
    Ok(())
}

/// What a pair of sections is called: as the translation calls it, else as the source does.
fn title(pair: &Side, own: &Revision) -> Option<String> {
    let own = pair
        .own_section
        .map(|index| own.sections[index].title.to_string());
    let heading = || {
        let mut lines = pair.source.as_deref().unwrap_or_default().lines();
        let heading = lines.find(|line| line.starts_with('#'))?;
        Some(heading.trim_start_matches('#').trim().to_owned())
    };
    own.or_else(heading)
}

/// A section that the translation lacks, by its anchor in the source.
fn missing(both: &Sides, anchor: &str) -> anyhow::Result<String> {
    let mut lacking = both.pairs.iter().filter(|pair| pair.is_missing());
    if lacking.any(|pair| *pair.anchor == *anchor) {
        return Ok(anchor.to_owned());
    }
    bail!("no section `{anchor}` of the source is missing in the translation")
}

/// The other missing sections that a person wants to stay missing, one question each.
fn intended(
    session: &Session,
    both: &Sides,
    (known, locale): (&[String], &Locale),
) -> anyhow::Result<Vec<String>> {
    let mut absent = Vec::new();
    let locale = locale.tag();
    for pair in both.pairs.iter().filter(|pair| pair.is_missing()) {
        let anchor = pair.anchor.to_string();
        let shown = harmless(&anchor).into_owned();
        let arguments = [
            ("anchor", Argument::Text(&shown)),
            ("locale", Argument::Text(&locale)),
        ];
        let question = session.words.text("cli-review-ask-absent", &arguments);
        if !known.contains(&anchor) && agreed(&question)? {
            absent.push(anchor);
        }
    }
    Ok(absent)
}

/// Asks on a terminal; anywhere else nobody can answer, and the answer is no.
fn agreed(question: &str) -> anyhow::Result<bool> {
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    note(question);
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

/// The bytes of a file with its text changed, a byte order mark kept.
fn with(bytes: &[u8], own: &Revision, change: impl Fn(&str) -> String) -> anyhow::Result<Vec<u8>> {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    let text = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let path = own.path();
    let text = std::str::from_utf8(text).with_context(|| format!("`{path}` is not UTF-8"))?;
    let changed = change(text);
    if changed.len() - (text.len() - own.front.body) > REVIEWED_BYTES.most {
        bail!("`{path}` has too many sections for a review in its front matter");
    }
    let mark = bytes.len() - text.len();
    Ok([&bytes[..mark], changed.as_bytes()].concat())
}
