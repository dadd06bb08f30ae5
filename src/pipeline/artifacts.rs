//! What stands beside the pages: maps, feeds, calendars, lists, and the files of the theme.

use crate::locale::tag::Locale;
use crate::pipeline::render::Press;
use crate::site::{calendar, feed, headers, plain, redirects, sitemap, status};

/// Every file beside the pages, by its path in the site.
pub fn all(press: &Press<'_>) -> Vec<(String, Vec<u8>)> {
    let maps = sitemap::files(press.desk).into_iter();
    let mut files: Vec<(String, Vec<u8>)> =
        maps.map(|(path, xml)| (path, xml.into_bytes())).collect();
    for path in paths(press) {
        if let Some(bytes) = one(press, &path) {
            files.push((path, bytes));
        }
    }
    files
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
        ("_headers", None) => Some(headers::text().into_bytes()),
        ("_redirects", None) => redirects::list(desk).map(String::into_bytes),
        ("status/status.csv", _) => {
            let standings = press.standings.all(desk);
            Some(status::csv(&press.columns(locale), &standings).into_bytes())
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
            let maps = sitemap::files(desk).into_iter();
            let mut found = maps.filter(|(path, _)| path == name);
            found.next().map(|(_, xml)| xml.into_bytes())
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
