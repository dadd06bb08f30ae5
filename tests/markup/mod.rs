//! A look at a whole page for what no page may hold, whoever wrote what it shows.

mod address;

use std::collections::BTreeSet;

use address::is_safe;

/// What stands on a page and must not.
pub fn faults(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ids = BTreeSet::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let Some((name, attributes, after)) = tag(rest) else {
            rest = &rest[1..];
            continue;
        };
        rest = after;
        element(&name, &attributes, &mut faults);
        for (key, value) in &attributes {
            attribute(&name, key, value, &mut faults);
            if key == "id" && !ids.insert(value.clone()) {
                faults.push(format!("the id `{value}` stands twice"));
            }
        }
        if matches!(&*name, "script" | "style") {
            let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
            script(&attributes, &rest[..end], &mut faults);
            rest = &rest[end..];
        }
    }
    faults
}

type Attributes = Vec<(String, String)>;

/// A start tag as browsers read it (HTML Living Standard, section 13.2.5), and what follows. None
/// for end tags, comments and a `<` that begins nothing.
fn tag(text: &str) -> Option<(String, Attributes, &str)> {
    let inner = &text[1..];
    if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let blank = |c: char| c.is_ascii_whitespace() || c == '/';
    let end = inner.find(|c: char| blank(c) || c == '>')?;
    let name = inner[..end].to_ascii_lowercase();
    let mut rest = &inner[end..];
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(blank);
        if let Some(after) = rest.strip_prefix('>') {
            return Some((name, attributes, after));
        }
        let end = rest
            .find(|c: char| blank(c) || c == '>' || c == '=')?
            .max(1);
        let key = rest.get(..end)?.to_ascii_lowercase();
        rest = rest[end..].trim_start_matches(|c: char| c.is_ascii_whitespace());
        let Some(after) = rest.strip_prefix('=') else {
            attributes.push((key, String::new()));
            continue;
        };
        let after = after.trim_start_matches(|c: char| c.is_ascii_whitespace());
        let (value, left) = match after.chars().next()? {
            quote @ ('"' | '\'') => after[1..].split_once(quote)?,
            _ => after.split_at(after.find(|c: char| c.is_ascii_whitespace() || c == '>')?),
        };
        attributes.push((key, decode(value)));
        rest = left;
    }
}

fn decode(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#39;", "'"),
        ("&#x2F;", "/"),
        ("&amp;", "&"),
    ];
    pairs
        .iter()
        .fold(text.to_owned(), |text, (written, meant)| {
            text.replace(written, meant)
        })
}

/// Elements that run, load or cover, whatever they hold.
const NEVER: [&str; 14] = [
    "applet",
    "base",
    "embed",
    "frame",
    "frameset",
    "keygen",
    "marquee",
    "math",
    "object",
    "param",
    "plaintext",
    "portal",
    "style",
    "xmp",
];

fn element(name: &str, attributes: &Attributes, faults: &mut Vec<String>) {
    let get = |wanted: &str| {
        attributes
            .iter()
            .find(|(key, _)| key == wanted)
            .map(|(_, value)| &**value)
    };
    if NEVER.contains(&name) {
        faults.push(format!("<{name}>"));
    }
    // The search of a theme is a dialog, whose form sends nothing anywhere.
    if name == "form" && get("method") != Some("dialog") {
        faults.push(format!("<{name}>"));
    }
    if name == "iframe" && !get("src").is_some_and(is_video) {
        faults.push(format!("a frame of {:?}", get("src")));
    }
    let refresh = get("http-equiv").is_some_and(|key| key.eq_ignore_ascii_case("refresh"));
    if refresh {
        let to = get("content")
            .and_then(|content| content.split_once("url="))
            .map(|(_, to)| to);
        let safe =
            |to: &str| to.starts_with('/') && !to.starts_with("//") || to.starts_with("https://");
        if !to.is_some_and(safe) {
            faults.push(format!("a page leads on to {to:?}"));
        }
    }
}

fn is_video(address: &str) -> bool {
    let hosts = [
        "www.youtube-nocookie.com",
        "learn-video.azurefd.net",
        "player.vimeo.com",
        "learn.microsoft.com",
    ];
    let rest = address.strip_prefix("https://");
    rest.is_some_and(|rest| hosts.contains(&rest.split(['/', '?', '#']).next().unwrap_or("")))
}

fn attribute(name: &str, key: &str, value: &str, faults: &mut Vec<String>) {
    let addresses = [
        "href",
        "src",
        "action",
        "formaction",
        "poster",
        "cite",
        "data",
        "background",
        "ping",
        "xlink:href",
        "manifest",
        "srcset",
    ];
    if key.starts_with("on")
        || matches!(
            key,
            "style" | "srcdoc" | "srcset" | "ping" | "formaction" | "background"
        )
    {
        faults.push(format!("<{name} {key}=\"{value}\">"));
    }
    if key.contains(['"', '\'', '<', '`']) {
        faults.push(format!("<{name}> has an attribute {key:?}"));
    }
    if addresses.contains(&key) && !is_safe(value) {
        faults.push(format!("<{name} {key}=\"{value}\">"));
    }
}

/// A script comes from the site's own files; data in a page is JSON, and holds no `<` that could end
/// it or begin another.
fn script(attributes: &Attributes, text: &str, faults: &mut Vec<String>) {
    let get = |wanted: &str| {
        attributes
            .iter()
            .find(|(key, _)| key == wanted)
            .map(|(_, value)| &**value)
    };
    if get("type") == Some("application/ld+json") {
        if text.contains('<') || serde_json::from_str::<serde_json::Value>(text).is_err() {
            faults.push(format!("data that is not safe in a page: {text}"));
        }
        return;
    }
    let own = get("src").is_some_and(|src| src.starts_with("/assets/"));
    if !own || !text.trim().is_empty() {
        faults.push(format!("a script from {:?}: {text}", get("src")));
    }
}
