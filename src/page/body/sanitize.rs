//! The second look at pages with raw HTML: a browser's own parser mends what stands where it may
//! not stand, and drops what the list does not name.
//!
//! The first look ([`raw`](crate::page::body::raw)) has already left out everything that could
//! run; this one does not trust it.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use ammonia::Builder;

use crate::page::body::address::SCHEMES;
use crate::page::body::allowed;

/// What the writer itself makes beyond the raw HTML that is allowed.
const OWN: [&str; 4] = ["aside", "time", "input", "button"];

/// The same of attributes.
const OWN_ATTRIBUTES: [&str; 15] = [
    "allowfullscreen",
    "checked",
    "disabled",
    "hidden",
    "href",
    "id",
    "name",
    "poster",
    "preload",
    "referrerpolicy",
    "rel",
    "sandbox",
    "src",
    "tabindex",
    "value",
];

static GATE: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    let tags: HashSet<&str> = allowed::ELEMENTS.into_iter().chain(OWN).collect();
    let attributes = allowed::ATTRIBUTES.into_iter().chain(OWN_ATTRIBUTES);
    builder
        .tags(tags)
        .generic_attributes(attributes.collect())
        .generic_attribute_prefixes(["data-", "aria-"].into())
        .url_schemes(SCHEMES.into())
        .link_rel(None);
    builder
});

/// Readings after which markup that still changes is given up.
const ROUNDS: usize = 8;

/// Passes a finished fragment through the list until its elements stay as they are: what a parser
/// mends may be read in yet another way (`<h2><a><h1>` is), and readers shall get what was checked.
pub fn gate(html: &str) -> String {
    let mut html = Cow::Borrowed(html);
    for _ in 0..ROUNDS {
        let clean = GATE.clean(&html).to_string();
        if tags(&html).eq(tags(&clean)) {
            return clean;
        }
        html = Cow::Owned(clean);
    }
    Builder::empty().clean(&html).to_string()
}

/// The tags of a fragment in order, without what stands in them.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    let tag = |at: usize| {
        let rest = &html[at + 1..];
        let named = |b: u8| b.is_ascii_alphanumeric() || b == b'/';
        let end = rest.bytes().position(|b| !named(b));
        &rest[..end.unwrap_or(rest.len())]
    };
    memchr::memchr_iter(b'<', html.as_bytes()).map(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_out_is_read_as_it_stands() {
        let html = gate("<h2><a href=\"x\"> \n<h1>Title</h1></a></h2>");
        assert_eq!(gate(&html), html);
        assert_eq!(gate("<p>a <b>b</b></p>"), "<p>a <b>b</b></p>");
    }

    #[test]
    fn what_the_first_look_lets_pass_stays() {
        for attribute in allowed::ATTRIBUTES {
            let html = format!("<div {attribute}=\"x\"></div>");
            assert_eq!(gate(&html), html);
        }
    }
}
