//! What stands beside the pages: maps, feeds, calendars, lists, and the files of the theme.

use std::io;

use rayon::prelude::*;

use crate::locale::tag::Locale;
use crate::pipeline::render::Press;
use crate::site::{calendar, feed, headers, plain, redirects, sitemap, status};
use crate::source::Writer;

/// Writes every file beside the pages, each as soon as it is made: on sites in many languages the
/// maps alone have gigabytes.
///
/// # Errors
/// What keeps one from being written.
pub fn write(press: &Press<'_>, writer: &dyn Writer) -> io::Result<()> {
    sitemap::files(press.desk, &mut |path, xml| {
        writer.write(path, xml.as_bytes())
    })?;
    let paths = paths(press);
    // A few of them take longer than all the rest: no thread is to have two in store.
    let paths = paths.par_iter().with_max_len(1);
    paths.try_for_each(|path| {
        let made = one(press, path);
        made.map_or(Ok(()), |bytes| writer.write(path, &bytes))
    })
}

/// The file at a path of the site. None where none of them stands there.
pub fn one(press: &Press<'_>, path: &str) -> Option<Vec<u8>> {
    if let Some(asset) = press.theme.assets().iter().find(|asset| asset.path == path) {
        return Some(asset.bytes.clone());
    }
    let desk = press.desk;
    let locales = &desk.resolver.catalog.locales;
    let below = |locale: &&Locale| path.strip_prefix(&*locale.address())?.strip_prefix('/');
    let locale = locales.iter().find(|locale| below(locale).is_some());
    let name = locale.and_then(|locale| below(&locale)).unwrap_or(path);
    match (name, locale) {
        ("robots.txt", None) => Some(sitemap::robots(desk).into_bytes()),
        ("_headers", None) => Some(headers::text(desk.config.base()).into_bytes()),
        ("_redirects", None) => redirects::list(desk).map(String::into_bytes),
        ("status/status.csv", _) => {
            let standings = press.standings.all(desk);
            Some(status::csv(&press.columns(locale), &standings))
        }
        ("status/status.json", _) => {
            let standings = press.standings.all(desk);
            Some(status::json(&press.columns(locale), &standings).into_bytes())
        }
        ("feed.xml", Some(locale)) => Some(feed::atom(desk, locale).into_bytes()),
        ("llms.txt", Some(locale)) => Some(plain::llms(desk, locale).into_bytes()),
        ("deadlines.ics", Some(locale)) => {
            let mut bytes = Vec::new();
            let written = calendar::of_locale(desk, locale).write(&mut bytes);
            written.ok().map(|()| bytes)
        }
        (name, None) if name.starts_with("sitemap") => {
            let mut found = None;
            let mut put = |path: &str, xml: &str| {
                found = found
                    .take()
                    .or((path == name).then(|| xml.as_bytes().to_vec()));
                Ok(())
            };
            sitemap::files(desk, &mut put).ok()?;
            found
        }
        _ => None,
    }
}

/// The paths of all but the maps, whose number is known once they are made.
fn paths(press: &Press<'_>) -> Vec<String> {
    let of_site = [
        "robots.txt",
        "_headers",
        "_redirects",
        "status/status.csv",
        "status/status.json",
    ];
    let mut paths: Vec<String> = of_site.map(str::to_owned).into();
    for locale in &press.desk.resolver.catalog.locales {
        let of_locale = [
            "status/status.csv",
            "status/status.json",
            "feed.xml",
            "llms.txt",
            "deadlines.ics",
        ];
        let folder = locale.address();
        paths.extend(of_locale.map(|name| format!("{folder}/{name}")));
    }
    let assets = press.theme.assets().iter();
    paths.extend(assets.map(|asset| asset.path.clone()));
    paths
}
