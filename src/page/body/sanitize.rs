//! The second look at pages with raw HTML: a browser's own parser mends what stands where it may
//! not stand, and drops what the list does not name.
//!
//! The first look ([`raw`](crate::page::body::raw)) has already left out everything that could
//! run; this one does not trust it.

use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;

use crate::page::body::allowed;

/// What the writer itself makes beyond the raw HTML that is allowed.
const OWN: [&str; 4] = ["aside", "time", "input", "button"];

const ATTRIBUTES: [&str; 38] = [
    "align",
    "allowfullscreen",
    "alt",
    "checked",
    "cite",
    "class",
    "colspan",
    "controls",
    "datetime",
    "dir",
    "disabled",
    "headers",
    "height",
    "hidden",
    "href",
    "id",
    "lang",
    "loading",
    "name",
    "open",
    "poster",
    "preload",
    "referrerpolicy",
    "rel",
    "reversed",
    "role",
    "rowspan",
    "sandbox",
    "scope",
    "span",
    "src",
    "start",
    "tabindex",
    "title",
    "translate",
    "type",
    "value",
    "width",
];

static GATE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    let tags: HashSet<&str> = allowed::ELEMENTS.iter().copied().chain(OWN).collect();
    builder
        .tags(tags)
        .generic_attributes(ATTRIBUTES.into())
        .generic_attribute_prefixes(["data-", "aria-"].into())
        .url_schemes(["http", "https", "mailto", "tel", "ftp", "xref"].into())
        .link_rel(None);
    builder
});

/// Passes a finished fragment through the list.
pub fn gate(html: &str) -> String {
    GATE.clean(html).to_string()
}
