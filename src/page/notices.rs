//! The lines above a guide that say what is wrong with it, each with a way to act.

use std::borrow::Cow;

use crate::catalog::documents::{Edition, RevisionId};
use crate::check::drift::outdated::{self, Outdated};
use crate::check::drift::verdict::Verdict;
use crate::check::pairing::between;
use crate::document::front_matter::Translation;
use crate::document::revision::Revision;
use crate::locale::tag::Locale;
use crate::messages::{Argument, Messages};
use crate::page::body::escape;
use crate::page::body::{Marker, Spot};
use crate::page::desk::Desk;
use crate::page::model::{Notice, TextLink};
use crate::path::Route;

/// The notices of a current revision: behind, incomplete, machine translation. With what of it is
/// outdated, where it lags.
pub fn of_current(desk: &Desk<'_>, id: RevisionId) -> (Vec<Notice>, Option<Outdated>) {
    let catalog = desk.resolver.catalog;
    let own = catalog.revision(id);
    let mut notices = Vec::new();
    let document = catalog.documents.get(&own.place.document);
    let outdated = document.and_then(|document| outdated::of(&desk.context(), document, id));
    if let Some(outdated) = &outdated {
        notices.extend(drift(desk, &own.place.locale, outdated));
    }
    if own.front.translation == Some(Translation::Machine) {
        let message = desk
            .language(&own.place.locale)
            .messages
            .text("notice-machine", &[]);
        let original = original(desk, own);
        notices.push(Notice {
            kind: "machine",
            message,
            action: original.map(|id| read(desk, &own.place.locale, id)),
            action_language: original.map(|id| catalog.revision(id).place.locale.tag()),
        });
    }
    (notices, outdated)
}

/// The text in the language that a page was translated from, else in that of the newest text.
fn original(desk: &Desk<'_>, own: &Revision) -> Option<RevisionId> {
    let catalog = desk.resolver.catalog;
    let document = catalog.documents.get(&own.place.document)?;
    let source = own.front.source_locale.as_ref();
    let source = source.or(desk.config.source_locale.as_ref());
    let source = source.and_then(|source| document.editions.get(source));
    let id = source.map_or(document.reference, Edition::current);
    (catalog.revision(id).place.locale != own.place.locale).then_some(id)
}

/// A link to a text in another language.
fn read(desk: &Desk<'_>, locale: &Locale, id: RevisionId) -> TextLink {
    let name = desk.name_of(&desk.resolver.catalog.revision(id).place.locale, locale);
    let messages = &desk.language(locale).messages;
    TextLink {
        title: messages.text("notice-read", &[("language", Argument::Text(name))]),
        address: Some(desk.link(&desk.resolver.revision_route(id))),
        language: None,
    }
}

fn drift(desk: &Desk<'_>, locale: &Locale, outdated: &Outdated) -> Option<Notice> {
    let judged = &outdated.judged;
    let newest = desk.resolver.catalog.revision(outdated.newer);
    let messages = &desk.language(locale).messages;
    let name = desk.name_of(&newest.place.locale, locale);
    let (kind, message) = match judged.verdict {
        Verdict::Behind if newest.place.locale == *locale => return None,
        Verdict::Behind => ("behind", behind(messages, name, judged.days_behind)),
        Verdict::Incomplete => {
            let count = Argument::Number(i64::try_from(judged.missing).unwrap_or(i64::MAX));
            let arguments = [("count", count), ("language", Argument::Text(name))];
            ("incomplete", messages.text("notice-incomplete", &arguments))
        }
        _ => return None,
    };
    let action = read(desk, locale, outdated.newer);
    let action_language = Some(newest.place.locale.tag());
    Some(Notice {
        kind,
        message,
        action: Some(action),
        action_language,
    })
}

fn behind(messages: &Messages, language: &str, days: i64) -> String {
    let language = ("language", Argument::Text(language));
    match lag(days) {
        Some((unit, count)) => {
            let count = ("count", Argument::Number(count));
            messages.text(&format!("notice-behind-{unit}"), &[count, language])
        }
        None => messages.text("notice-behind", &[language]),
    }
}

/// Days behind in a unit that people count in: its name in the ids of messages, and how many. None
/// where it is not behind.
pub fn lag(days: i64) -> Option<(&'static str, i64)> {
    match days {
        ..=0 => None,
        1..=13 => Some(("days", days)),
        14..=59 => Some(("weeks", days / 7)),
        60..=729 => Some(("months", days / 30)),
        _ => Some(("years", days / 365)),
    }
}

/// The banner of a superseded revision.
pub fn superseded(desk: &Desk<'_>, locale: &Locale, current: RevisionId) -> Notice {
    let messages = &desk.language(locale).messages;
    let newest = desk.resolver.catalog.revision(current);
    let message = match newest.front.date {
        Some(date) => messages.text("notice-superseded", &[("date", Argument::Day(date))]),
        None => messages.text("notice-superseded-undated", &[]),
    };
    let action = TextLink {
        title: messages.text("notice-superseded-action", &[]),
        address: Some(desk.link(&Route::current(locale, &newest.place.document))),
        language: None,
    };
    Notice {
        kind: "superseded",
        message,
        action: Some(action),
        action_language: None,
    }
}

/// The notice of a page that is filled from another language.
pub fn fallback(desk: &Desk<'_>, locale: &Locale, shown: RevisionId) -> Notice {
    let messages = &desk.language(locale).messages;
    let other = &desk.resolver.catalog.revision(shown).place.locale;
    let (wanted, name) = (desk.name_of(locale, locale), desk.name_of(other, locale));
    let arguments = [
        ("wanted", Argument::Text(wanted)),
        ("shown", Argument::Text(name)),
    ];
    let action = TextLink {
        title: messages.text(
            "notice-fallback-action",
            &[("language", Argument::Text(wanted))],
        ),
        address: Some(desk.link(&Route::home(locale))),
        language: None,
    };
    Notice {
        kind: "fallback",
        message: messages.text("notice-fallback", &arguments),
        action: Some(action),
        action_language: None,
    }
}

/// A note at each section that changed in the newest text, and one in the place of each that the
/// translation lacks: after the section before it. None where the translation does not lag.
pub fn markers(desk: &Desk<'_>, id: RevisionId, outdated: Option<&Outdated>) -> Vec<Marker> {
    let Some(outdated) = outdated else {
        return Vec::new();
    };
    let catalog = desk.resolver.catalog;
    let own = catalog.revision(id);
    let Some(document) = catalog.documents.get(&own.place.document) else {
        return Vec::new();
    };
    let mut markers = Vec::new();
    let mut before = 0;
    let context = desk.context();
    let pairs = context.pairs(id);
    let pairs = if outdated.newer == document.reference {
        pairs
    } else {
        Cow::Owned(between(catalog.revision(outdated.newer), own))
    };
    for pair in pairs.iter() {
        let b = pair.b();
        let here = b.and_then(|b| u16::try_from(b).ok());
        before = here.unwrap_or(before);
        let Some(a) = pair.a() else { continue };
        let (class, message, spot) = match b {
            None => ("missing", "section-missing", Spot::End),
            Some(b) if outdated.sections.contains(&b) => {
                ("changed", "section-changed", Spot::Heading)
            }
            Some(_) => continue,
        };
        markers.push(Marker {
            section: before,
            spot,
            html: note(
                desk,
                &own.place.locale,
                (class, message),
                (outdated.newer, a),
            ),
        });
    }
    markers
}

/// A line that leads to a section of the newest text, whose title is in that text's language.
fn note(
    desk: &Desk<'_>,
    locale: &Locale,
    (class, message): (&str, &str),
    (reference, section): (RevisionId, usize),
) -> String {
    // No title holds an object replacement character, which stands for what is put in later.
    const PLACE: &str = "\u{fffc}";
    let newest = desk.resolver.catalog.revision(reference);
    let section = &newest.sections[section];
    let messages = &desk.language(locale).messages;
    let text = messages.plain(message, &[("title", Argument::Text(PLACE))]);
    let (before, after) = text.split_once(PLACE).unwrap_or((&text, ""));
    let address = desk.link(&desk.resolver.revision_route(reference));
    let fragment = crate::path::encode(section.id());
    let tag = newest.place.locale.tag();
    let mut html = format!("<p class=\"section-note {class}\" role=\"note\"");
    if !messages.speaks() {
        escape::attribute(&mut html, "lang", "en");
    }
    html.push_str("><a");
    escape::attribute(&mut html, "href", &format!("{address}#{fragment}"));
    escape::attribute(&mut html, "hreflang", &tag);
    html.push('>');
    escape::text(&mut html, before);
    html.push_str("<bdi");
    escape::attribute(&mut html, "lang", &tag);
    html.push('>');
    escape::text(&mut html, &section.title);
    html.push_str("</bdi>");
    escape::text(&mut html, after);
    html.push_str("</a></p>\n");
    html
}
