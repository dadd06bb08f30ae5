//! Switches of language and version over generated sites: from whatever section a reader is in,
//! the link leads to a page that exists, and to a place that exists on it.

mod memory;
mod seeds;

use std::collections::{BTreeMap, BTreeSet};

use instep::config::Config;
use instep::path::decode;
use memory::{Tree, held};
use proptest::prelude::*;
use seeds::cases;

const LOCALES: [&str; 4] = ["en-US", "fr-FR", "ar-SA", "ja-JP"];

/// One revision: its document, locale and month, and the sections that it has, in its order.
#[derive(Clone, Debug)]
struct Page {
    document: usize,
    locale: usize,
    month: usize,
    sections: Vec<usize>,
    /// Whether its headings are translated and carry no anchor, so that only their shape is left.
    bare: bool,
}

impl Page {
    fn path(&self) -> String {
        let locale = LOCALES[self.locale];
        format!("content/{locale}/guide-{}@{}.md", self.document, self.month)
    }

    fn text(&self) -> String {
        let mut text = format!(
            "---\ntitle: Guide {}\nms.date: 2026-{:02}-01\n---\n# Guide {} {{#guide}}\n\nWords.\n",
            self.document, self.month, self.document
        );
        for section in &self.sections {
            let heading = match self.bare {
                true => format!(
                    "{} {}",
                    ["One", "Un", "Wahid", "Ichi"][self.locale],
                    section
                ),
                false => format!("Part {section} {{#part-{section}}}"),
            };
            // What survives translation: code, numbers and links of this section alone.
            text.push_str(&format!(
                "\n## {heading}\n\nText with `tool-{section} --part` and {} pieces, see \
                 [there](https://example.org/part/{section}).\n",
                100 + section * 37
            ));
        }
        text
    }
}

fn page() -> impl Strategy<Value = Page> {
    let sections = proptest::sample::subsequence((0..7).collect::<Vec<usize>>(), 0..7);
    (
        0..2_usize,
        0..LOCALES.len(),
        1..6_usize,
        sections,
        any::<bool>(),
    )
        .prop_map(|(document, locale, month, sections, bare)| Page {
            document,
            locale,
            month,
            sections,
            bare,
        })
}

/// The files of the site by their path.
fn site(pages: &[Page], settings: &str) -> BTreeMap<String, String> {
    let config = Config::parse(settings).expect("settings are valid");
    let page = |page: &Page| (page.path(), page.text().into_bytes());
    let tree: Tree = pages.iter().map(page).collect();
    let built = memory::site(&config, &held(&tree), tree.keys());
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let files = built.files.iter();
    files
        .map(|(path, bytes)| (format!("/{path}"), text(bytes)))
        .collect()
}

/// The start tags of an element.
fn tags<'h>(html: &'h str, start: &'h str) -> impl Iterator<Item = &'h str> {
    html.split(start)
        .skip(1)
        .filter_map(|rest| rest.split('>').next())
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!("{name}=\""))?;
    let value = rest.split('"').next()?;
    Some(
        value
            .replace("&quot;", "\"")
            .replace("&#x2F;", "/")
            .replace("&amp;", "&"),
    )
}

fn ids(html: &str) -> BTreeSet<String> {
    html.split(" id=\"")
        .skip(1)
        .filter_map(|rest| Some(rest.split('"').next()?.to_owned()))
        .collect()
}

/// The page at an address, as a file server gives it.
fn served<'s>(site: &'s BTreeMap<String, String>, address: &str) -> Option<&'s String> {
    let path = decode(address.split('#').next().unwrap_or(address));
    site.get(&path)
        .or_else(|| site.get(&format!("{path}index.html")))
}

/// Where a switch leads from a section, as the theme's script has it.
fn target(sections: &BTreeMap<String, String>, section: &str) -> String {
    sections
        .get(section)
        .cloned()
        .unwrap_or_else(|| section.to_owned())
}

/// Every switch of a page from every section of it; what does not hold.
fn astray(site: &BTreeMap<String, String>, address: &str, html: &str) -> Vec<String> {
    let main = html.split("<article").nth(1).unwrap_or("");
    let headings: Vec<String> = tags(main, "<h2")
        .filter_map(|tag| attribute(tag, "id"))
        .collect();
    let mut wrong = Vec::new();
    for link in tags(html, "<a ").filter(|tag| tag.contains("data-switch")) {
        let to = attribute(link, "href").expect("a switch has an address");
        let Some(there) = served(site, &to) else {
            wrong.push(format!("{address}: {to} is not there"));
            continue;
        };
        let lacks = attribute(link, "data-switch").filter(|lacks| !lacks.is_empty());
        let lacks: BTreeMap<String, String> = lacks.map_or_else(BTreeMap::new, |json| {
            serde_json::from_str(&json).expect("JSON")
        });
        let places = ids(there);
        for section in &headings {
            let place = target(&lacks, section);
            if !place.is_empty() && !places.contains(&place) {
                wrong.push(format!("{address}#{section}: {to}#{place} is not there"));
            }
            let same = section.starts_with("part-") && places.contains(section);
            if same && place != *section {
                wrong.push(format!(
                    "{address}#{section}: {to} has it, but `{place}` is linked"
                ));
            }
        }
    }
    wrong
}

fn holds(pages: &[Page], settings: &str) -> Result<(), TestCaseError> {
    let site = site(pages, settings);
    let html = site.iter().filter(|(path, _)| path.ends_with(".html"));
    let mut wrong = Vec::new();
    let mut switches = 0;
    for (path, html) in html {
        let address = path.trim_end_matches("index.html");
        switches += tags(html, "<a ")
            .filter(|tag| tag.contains("data-switch"))
            .count();
        wrong.extend(astray(&site, address, html));
        let links = tags(html, "<a ").filter_map(|tag| attribute(tag, "href"));
        let own = links.filter(|link| link.starts_with('/'));
        wrong.extend(own.filter(|link| served(&site, link).is_none()));
    }
    prop_assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let locales: BTreeSet<usize> = pages.iter().map(|page| page.locale).collect();
    prop_assert!(locales.len() < 2 || switches > 0, "no page has a switch");
    Ok(())
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn every_switch_leads_to_a_place_that_exists(pages in proptest::collection::vec(page(), 1..9)) {
        holds(&pages, "{title: T, languages: [en-US, fr-FR, ar-SA, ja-JP]}")?;
    }

    #[test]
    fn so_it_does_where_nothing_is_filled_in(pages in proptest::collection::vec(page(), 1..9)) {
        holds(&pages, "{title: T, source_locale: en-US, fallback: none}")?;
    }
}
