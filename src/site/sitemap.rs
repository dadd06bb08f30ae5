//! `sitemap.xml` (sitemaps.org 0.9) with the languages of each page, and `robots.txt`.

use crate::limits::SITEMAP_ADDRESSES;
use crate::page::desk::Desk;
use crate::page::frame::{absolute, of_document};
use crate::path::Route;
use crate::xml::escaped;

/// The sitemap's files by path: one, or an index with its parts. None without `base_url`, since a
/// sitemap holds whole addresses only.
pub fn files(desk: &Desk<'_>) -> Vec<(String, String)> {
    if desk.config.base_url.is_none() {
        return Vec::new();
    }
    parted(&entries(desk), |name| absolute(desk, &Route::file(name)))
}

/// One sitemap, or an index of as many as the protocol asks for.
fn parted(entries: &[String], address: impl Fn(&str) -> String) -> Vec<(String, String)> {
    if entries.len() <= SITEMAP_ADDRESSES.most {
        return vec![("sitemap.xml".to_owned(), urlset(entries))];
    }
    let mut files: Vec<(String, String)> = entries
        .chunks(SITEMAP_ADDRESSES.most)
        .enumerate()
        .map(|(index, part)| (format!("sitemap-{}.xml", index + 1), urlset(part)))
        .collect();
    let part = |(name, _): &(String, String)| {
        format!(
            "<sitemap><loc>{}</loc></sitemap>\n",
            escaped(&address(name))
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
                    escaped(&link.language),
                    escaped(&link.address)
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
                escaped(&address)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitemap_has_as_many_addresses_as_the_protocol_allows() {
        let named = |entries: usize| {
            let files = parted(&vec!["<url/>".to_owned(); entries], str::to_owned);
            let of = |(name, text): (String, String)| (name, text.matches("<url/>").count());
            files.into_iter().map(of).collect::<Vec<_>>()
        };
        let most = SITEMAP_ADDRESSES.most;
        let name = |name: &str| name.to_owned();
        assert_eq!(named(most), [(name("sitemap.xml"), most)]);
        let parts = [
            ("sitemap-1.xml", most),
            ("sitemap-2.xml", 1),
            ("sitemap.xml", 0),
        ];
        assert_eq!(named(most + 1), parts.map(|(at, count)| (name(at), count)));
    }
}
