//! `sitemap.xml` (sitemaps.org 0.9) with the languages of each page, and `robots.txt`.

use quick_xml::escape::escape;

use crate::page::desk::Desk;
use crate::page::frame::{absolute, of_document};
use crate::path::Route;

/// Addresses that one sitemap may hold, by the protocol.
const LIMIT: usize = 50_000;

/// The sitemap's files by path: one, or an index with its parts. None without `base_url`, since a
/// sitemap holds whole addresses only.
pub fn files(desk: &Desk<'_>) -> Vec<(String, String)> {
    if desk.config.base_url.is_none() {
        return Vec::new();
    }
    let entries = entries(desk);
    if entries.len() <= LIMIT {
        return vec![("sitemap.xml".to_owned(), urlset(&entries))];
    }
    let mut files: Vec<(String, String)> = entries
        .chunks(LIMIT)
        .enumerate()
        .map(|(index, part)| (format!("sitemap-{}.xml", index + 1), urlset(part)))
        .collect();
    let part = |(name, _): &(String, String)| {
        format!(
            "<sitemap><loc>{}</loc></sitemap>\n",
            escape(absolute(desk, &Route::file(name)))
        )
    };
    let parts: String = files.iter().map(part).collect();
    let index = format!(
        "{HEAD}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{parts}</sitemapindex>\n"
    );
    files.push(("sitemap.xml".to_owned(), index));
    files
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

fn urlset(entries: &[String]) -> String {
    format!(
        "{HEAD}<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n{}</urlset>\n",
        entries.concat()
    )
}

/// One entry a current revision, with its alternates.
fn entries(desk: &Desk<'_>) -> Vec<String> {
    let catalog = desk.resolver.catalog;
    let mut entries = Vec::new();
    for (document, entry) in &catalog.documents {
        let alternates: String = of_document(desk, document)
            .iter()
            .map(|link| {
                format!(
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    escape(&link.language),
                    escape(&link.address)
                )
            })
            .collect();
        for (locale, edition) in &entry.editions {
            let front = &catalog.revision(edition.current()).front;
            if front.unlisted {
                continue;
            }
            let address = absolute(desk, &Route::current(locale, document));
            let date = front.date;
            let changed = date.map_or(String::new(), |date| format!("<lastmod>{date}</lastmod>"));
            entries.push(format!(
                "<url><loc>{}</loc>{changed}{alternates}</url>\n",
                escape(address)
            ));
        }
    }
    entries
}

/// `robots.txt` (RFC 9309).
pub fn robots(desk: &Desk<'_>) -> String {
    let sitemap = desk.config.base_url.as_ref().map_or(String::new(), |_| {
        format!(
            "\nSitemap: {}\n",
            absolute(desk, &Route::file("sitemap.xml"))
        )
    });
    format!("User-agent: *\nAllow: /\n{sitemap}")
}
