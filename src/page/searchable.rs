//! What search is given of a page.

use memchr::memchr;
use serde::{Deserialize, Serialize};

use crate::config::Html;
use crate::document::tag;
use crate::page::body::escape;
use crate::page::model::GuidePage;
use crate::path::Route;

/// What search passes over, as selectors: the sources of a bilingual page are another language's, the
/// rest are words of the interface.
pub const IGNORED: [&str; 3] = ["[data-source]", ".alert-title", ".section-note"];

/// Elements that only dress words within a line. Search knows the words alone, and pays more for an
/// element than for a word. Of some of them, such as `s`, pagefind would leave the words out of the name
/// of a section.
const DRESS: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
];

/// What search is given of a page: its text in its language, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Searchable {
    /// The tag of its language.
    pub language: String,
    /// Of the page, from the top of the site: the index knows by its own address where that is.
    pub address: String,
    /// The text, marked as pagefind reads it.
    pub html: String,
}

impl Searchable {
    /// The text of a page that search shall find; none of others. `written` is how its raw HTML was
    /// taken.
    pub fn of(page: &GuidePage, route: &Route, written: Html) -> Option<Self> {
        if !page.indexed {
            return None;
        }
        let mut html = String::with_capacity(page.body.len() + 256);
        html.push_str("<!doctype html><html");
        escape::attribute(&mut html, "lang", &page.frame.locale.tag);
        html.push_str("><head><title>");
        escape::text(&mut html, &page.frame.title);
        html.push_str("</title>");
        // After the home: the group of the navigation that the page stands in.
        if let Some(group) = page.frame.breadcrumbs.get(1) {
            html.push_str("<meta data-pagefind-filter=\"section[content]\"");
            escape::attribute(&mut html, "content", &group.title);
            html.push('>');
        }
        for version in &page.products {
            html.push_str("<meta data-pagefind-filter=\"version[content]\"");
            escape::attribute(&mut html, "content", version);
            html.push('>');
        }
        html.push_str("</head><body data-pagefind-body>");
        text(&page.body, written, &mut html);
        html.push_str("</body></html>");
        Some(Self {
            language: page.frame.locale.tag.clone(),
            address: route.as_str().to_owned(),
            // Copied: thousands are held until all are made, and the room was for the dressed one.
            html: html.as_str().to_owned(),
        })
    }
}

/// Adds the text of a page.
fn text(body: &str, written: Html, out: &mut String) {
    match written {
        Html::Sanitize => undress(body, out),
        // It takes a whole parser to tell what stands in a comment, or which element an end tag closes.
        Html::Trusted => out.push_str(body),
    }
}

/// How many open elements are looked through for the one that an end tag closes: more than a writer
/// nests, and so few that the time is linear.
const DEPTH: usize = 32;

/// Adds HTML without the elements of [`DRESS`] that tell search nothing; what it finds is the same. It is
/// what the sanitizer passes: names in lower case, values in quotes, and no comments.
fn undress(body: &str, out: &mut String) {
    let mut open: Vec<(&str, bool)> = Vec::new();
    let mut rest = body;
    while let Some(at) = memchr(b'<', rest.as_bytes()) {
        let (text, markup) = rest.split_at(at);
        out.push_str(text);
        rest = markup;
        let name = name(markup);
        let end = if name.is_empty() {
            Some(1)
        } else {
            tag::end(markup)
        };
        // One that never ends takes the rest with it, so that nothing is looked through twice.
        let Some(end) = end else { break };
        let (tag, after) = markup.split_at(end);
        let is_kept = if !DRESS.contains(&name) {
            true
        } else if tag.starts_with("</") {
            let near = open.len().saturating_sub(DEPTH);
            let opened = open[near..].iter().rposition(|(opened, _)| *opened == name);
            opened.is_none_or(|opened| open.remove(near + opened).1)
        } else {
            let is_kept = is_asked_for(tag);
            open.push((name, is_kept));
            is_kept
        };
        out.push_str(if is_kept { tag } else { "" });
        rest = after;
    }
    out.push_str(rest);
}

/// The name of the tag that a text begins with; nothing where none does.
fn name(markup: &str) -> &str {
    let inside = &markup[1..];
    let named = inside.strip_prefix('/').unwrap_or(inside);
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    &named[..named.bytes().take_while(is_name).count()]
}

/// Whether the attributes of a tag tell search something. With an id begins another word, as with the
/// number of a footnote.
fn is_asked_for(tag: &str) -> bool {
    let ignored = IGNORED
        .iter()
        .map(|name| name.trim_matches(['[', ']', '.']));
    let mut told = ignored.chain(["data-pagefind", "id="]);
    told.any(|name| tag.contains(name))
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::config::Html;

    fn written(html: &str, written: Html) -> String {
        let mut out = String::new();
        text(html, written, &mut out);
        out
    }

    fn undressed(html: &str) -> String {
        written(html, Html::Sanitize)
    }

    #[test]
    fn words_are_left_and_blocks() {
        let html = "<h2 id=\"a\"><code>a</code>b<a href=\"#a\" title=\"1 > 0\"></a></h2><p>c <em>d</em><br>e</p>";
        assert_eq!(undressed(html), "<h2 id=\"a\">ab</h2><p>c d<br>e</p>");
        // Syllables are parted later, and also where there was markup.
        assert_eq!(undressed("<b>등록</b>에"), "등록에");
        assert_eq!(undressed("1 < 2 <b <i"), "1 < 2 <b <i");
        assert_eq!(undressed("<b>1 <i title=\"2</i>"), "1 <i title=\"2</i>");
    }

    #[test]
    fn what_search_is_told_to_pass_over_stays_marked() {
        let html =
            "<span>a<span data-source=\"1\"><b>b</b></span></span><i data-pagefind-ignore>c</i>";
        assert_eq!(
            undressed(html),
            "a<span data-source=\"1\">b</span><i data-pagefind-ignore>c</i>"
        );
    }

    #[test]
    fn an_id_parts_words() {
        let html = "<b>note</b><sup id=\"r-1\"><a href=\"#n-1\">1</a></sup>";
        assert_eq!(undressed(html), "note<sup id=\"r-1\">1</sup>");
    }

    #[test]
    fn trusted_html_is_left_as_it_is() {
        let html = "<!-- <b --> <p>a <b>word</b></p><SCRIPT>if (a<b) x</SCRIPT>";
        assert_eq!(written(html, Html::Trusted), html);
    }
}
