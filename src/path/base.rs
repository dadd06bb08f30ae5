//! Where a site stands, and the addresses that its pages and lists write for that.

use crate::path::{Route, decode, encode};

/// Where a site stands, by its `base_url`. Files keep their places in the output folder wherever
/// that is; what pages write is below the path: at `https://example.org/docs` the page of the route
/// `/fr-fr/start/` has the address `/docs/fr-fr/start/`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Base<'u> {
    origin: &'u str,
    path: &'u str,
}

impl<'u> Base<'u> {
    /// A site at an address without a slash at its end; without one, at the root of any host.
    pub fn new(url: Option<&'u str>) -> Self {
        let url = url.unwrap_or_default();
        let host = url.find("://").map_or(0, |at| at + "://".len());
        let end = url[host..].find('/').map_or(url.len(), |at| host + at);
        let (origin, path) = url.split_at(end);
        Self { origin, path }
    }

    /// What every address of the site begins with: `/docs`, or nothing at the root of its host.
    pub fn path(self) -> &'u str {
        self.path
    }

    /// Scheme and host; empty where nobody has named them.
    pub fn origin(self) -> &'u str {
        self.origin
    }

    /// Whether it names a place on the web: a scheme of the web, a host, and no query or fragment.
    pub fn is_whole(self) -> bool {
        let web = ["https://", "http://"].into_iter();
        let mut hosts = web.filter_map(|scheme| self.origin.strip_prefix(scheme));
        let named = |host: &str| {
            !host.is_empty() && !host.contains(['?', '#']) && !host.contains(char::is_whitespace)
        };
        hosts.any(named) && !self.path.contains(['?', '#'])
    }

    /// The address of a page or file as pages of the site write it.
    pub fn link(self, route: &Route) -> String {
        format!("{}{}", self.path, route.as_str())
    }

    /// The same with scheme and host, where they are known.
    pub fn whole(self, route: &Route) -> String {
        format!("{}{}{}", self.origin, self.path, route.as_str())
    }

    /// The way back from a decoded address to the path of a page or file. `None` where the address
    /// is not below the site's.
    pub fn within(self, address: &str) -> Option<&str> {
        let below = address.strip_prefix(&*decode(self.path))?;
        below.starts_with('/').then_some(below)
    }
}

/// An address as settings write it, in the form that [`Base::new`] takes: without slashes at its
/// end, and with the path as it stands in links.
pub fn tidy(url: &str) -> String {
    let url = url.trim_end_matches('/');
    let base = Base::new(Some(url));
    if base.is_whole() {
        return format!("{}{}", base.origin(), encode(&decode(base.path())));
    }
    url.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stand_below_the_path() {
        let route = Route::file("fr-fr/start/");
        let link = |url| Base::new(url).link(&route);
        assert_eq!(link(None), "/fr-fr/start/");
        assert_eq!(link(Some("https://a.example")), "/fr-fr/start/");
        assert_eq!(link(Some("https://a.example/x/y")), "/x/y/fr-fr/start/");
        let whole = |url| Base::new(url).whole(&route);
        assert_eq!(whole(None), "/fr-fr/start/");
        let docs = Some("https://a.example:8080/docs");
        assert_eq!(whole(docs), "https://a.example:8080/docs/fr-fr/start/");
    }

    #[test]
    fn only_what_is_below_the_path_leads_back() {
        let base = Base::new(Some("https://a.example/caf%C3%A9"));
        assert_eq!(base.within("/café/fr-fr/"), Some("/fr-fr/"));
        assert_eq!(base.within("/café/"), Some("/"));
        for outside in ["/café", "/cafés/fr-fr/", "/fr-fr/", "/"] {
            assert_eq!(base.within(outside), None, "{outside}");
        }
        assert_eq!(Base::default().within("/fr-fr/"), Some("/fr-fr/"));
    }

    #[test]
    fn an_address_is_taken_as_browsers_write_it() {
        assert_eq!(tidy("https://a.example/"), "https://a.example");
        assert_eq!(
            tidy("https://a.example/my docs//"),
            "https://a.example/my%20docs"
        );
        assert_eq!(
            tidy("https://a.example/café/"),
            "https://a.example/caf%C3%A9"
        );
        assert_eq!(
            tidy("https://a.example/caf%C3%A9"),
            "https://a.example/caf%C3%A9"
        );
    }

    #[test]
    fn what_is_no_place_on_the_web_is_not_whole() {
        for url in [
            "https://a.example",
            "http://localhost:80/docs",
            "https://a.example/x/y",
        ] {
            assert!(Base::new(Some(url)).is_whole(), "{url}");
        }
        for url in [
            "",
            "a.example",
            "/docs",
            "https://",
            "https:// x",
            "ftp://a.example",
            "https://a.example?x",
            "https://a.example/x#y",
        ] {
            assert!(!Base::new(Some(url)).is_whole(), "{url}");
        }
    }
}
