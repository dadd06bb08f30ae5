//! `sitemap.xml` (sitemaps.org 0.9) with the languages of each page, and `robots.txt`.

use std::io;

use crate::catalog::documents::Document;
use crate::limits::{SITEMAP_ADDRESSES, SITEMAP_BYTES};
use crate::page::desk::Desk;
use crate::page::frame::{absolute, of_document};
use crate::path::Route;
use crate::xml::escaped;

/// Hands out the sitemap's files with their paths, each as soon as it is whole: one, or parts and
/// their index. None without `base_url`, since a sitemap holds whole addresses only.
///
/// # Errors
/// Those of `put`.
pub fn files(desk: &Desk<'_>, put: Put<'_>) -> io::Result<()> {
    if desk.config.base_url.is_none() {
        return Ok(());
    }
    let address = |name: &str| absolute(desk, &Route::file(name));
    let mut parts = Parts::new(put, &address);
    for (document, entry) in &desk.resolver.catalog.documents {
        entries(desk, (document, entry), &mut parts)?;
    }
    parts.finish()
}

/// Takes a file of the site: its path and its text.
pub type Put<'a> = &'a mut dyn FnMut(&str, &str) -> io::Result<()>;

/// One sitemap, or an index of as many as the protocol asks for.
struct Parts<'a> {
    put: Put<'a>,
    /// The address of a file by its path.
    address: &'a dyn Fn(&str) -> String,
    /// How many parts are handed out.
    done: usize,
    /// The part at hand, and how many addresses it has.
    text: String,
    addresses: usize,
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const OPEN: &str = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
                    xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
const CLOSE: &str = "</urlset>\n";

impl<'a> Parts<'a> {
    fn new(put: Put<'a>, address: &'a dyn Fn(&str) -> String) -> Self {
        Self {
            put,
            address,
            done: 0,
            text: [HEAD, OPEN].concat(),
            addresses: 0,
        }
    }

    fn entry(&mut self, entry: &str) -> io::Result<()> {
        let bytes = self.text.len() + entry.len() + CLOSE.len();
        let full = self.addresses == SITEMAP_ADDRESSES.most || bytes > SITEMAP_BYTES.most;
        if full && self.addresses > 0 {
            self.part()?;
        }
        self.text.push_str(entry);
        self.addresses += 1;
        Ok(())
    }

    fn part(&mut self) -> io::Result<()> {
        self.done += 1;
        self.text.push_str(CLOSE);
        (self.put)(&part_name(self.done), &self.text)?;
        self.text.truncate(HEAD.len() + OPEN.len());
        self.addresses = 0;
        Ok(())
    }

    fn finish(mut self) -> io::Result<()> {
        if self.done == 0 {
            self.text.push_str(CLOSE);
            return (self.put)("sitemap.xml", &self.text);
        }
        self.part()?;
        let part = |number| {
            let address = (self.address)(&part_name(number));
            format!("<sitemap><loc>{}</loc></sitemap>\n", escaped(&address))
        };
        let parts: String = (1..=self.done).map(part).collect();
        let index = format!(
            "{HEAD}<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{parts}</sitemapindex>\n"
        );
        (self.put)("sitemap.xml", &index)
    }
}

fn part_name(number: usize) -> String {
    format!("sitemap-{number}.xml")
}

/// One entry a current revision of a document, with its alternates.
fn entries(
    desk: &Desk<'_>,
    (id, document): (&str, &Document),
    parts: &mut Parts<'_>,
) -> io::Result<()> {
    let alternates: String = of_document(desk, id)
        .iter()
        .map(|link| {
            format!(
                "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                escaped(&link.language),
                escaped(&link.address)
            )
        })
        .collect();
    for (locale, edition) in &document.editions {
        let front = &desk.resolver.catalog.revision(edition.current()).front;
        if front.unlisted {
            continue;
        }
        let address = absolute(desk, &Route::current(locale, id));
        let changed = front
            .date
            .map_or(String::new(), |date| format!("<lastmod>{date}</lastmod>"));
        let address = escaped(&address);
        parts.entry(&format!(
            "<url><loc>{address}</loc>{changed}{alternates}</url>\n"
        ))?;
    }
    Ok(())
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

    /// Names, numbers of addresses and bytes of the files for so many entries.
    fn written(entries: usize, entry: &str) -> Vec<(String, usize, usize)> {
        let mut files = Vec::new();
        let mut put = |name: &str, text: &str| {
            let addresses = text.matches("<url>").count();
            files.push((name.to_owned(), addresses, text.len()));
            Ok(())
        };
        let mut parts = Parts::new(&mut put, &|name| name.to_owned());
        for _ in 0..entries {
            parts.entry(entry).expect("memory takes it");
        }
        parts.finish().expect("memory takes it");
        files
    }

    #[test]
    fn a_sitemap_has_as_many_addresses_as_the_protocol_allows() {
        let named = |entries: usize| {
            let files = written(entries, "<url></url>").into_iter();
            files
                .map(|(name, addresses, _)| (name, addresses))
                .collect::<Vec<_>>()
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

    #[test]
    fn a_sitemap_has_as_many_bytes_as_the_protocol_allows() {
        let most = SITEMAP_BYTES.most;
        let empty = written(0, "")[0].2;
        let entry = |bytes: usize| format!("<url>{}", "x".repeat(bytes - 5));
        let half = (most - empty) / 2;
        let files = written(2, &entry(half));
        assert_eq!((files.len(), files[0].1), (1, 2));
        assert!(most - files[0].2 < 2, "{} bytes", files[0].2);
        let files = written(3, &entry(half + 1));
        let addresses: Vec<usize> = files.iter().map(|(_, addresses, _)| *addresses).collect();
        assert_eq!(addresses, [1, 1, 1, 0]);
        assert!(files.iter().all(|(_, _, bytes)| *bytes <= most));
    }
}
