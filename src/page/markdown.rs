//! A guide as Markdown, in a file beside its page: for programs, and for people who quote.

use serde::Serialize;

use crate::document::manuscript::Manuscript;
use crate::document::revision::Revision;
use crate::locale::tag::Locale;
use crate::page::desk::Desk;
use crate::page::frame::absolute;
use crate::path::{Route, encode};

/// What stands above the text.
#[derive(Serialize)]
struct Front<'a> {
    title: &'a str,
    language: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
}

/// Where the current revision of a document lies as Markdown: where relative links between the
/// sources lead from one to the other as they do in the tree.
pub fn route(locale: &Locale, document: &str) -> Route {
    Route::in_locale(locale, &format!("{}.md", encode(document)))
}

/// A current revision as Markdown.
pub fn text(desk: &Desk<'_>, manuscript: &Manuscript, revision: &Revision) -> String {
    let place = &revision.place;
    let front = Front {
        title: revision.title(),
        language: place.locale.tag(),
        date: revision.front.date.map(|date| date.to_string()),
        address: desk
            .config
            .base_url
            .as_ref()
            .map(|_| absolute(desk, &Route::current(&place.locale, &place.document))),
    };
    let front = serde_yaml::to_string(&front).unwrap_or_default();
    let text = manuscript.flat(revision.front.body);
    format!("---\n{front}---\n\n{}\n", text.trim())
}
