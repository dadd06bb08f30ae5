//! The page at an address that a guide had before it moved.

use crate::catalog::addresses::is_free;
use crate::catalog::redirect::RedirectId;
use crate::catalog::resolve::moved::End;
use crate::locale::tag::Locale;
use crate::page::desk::Desk;
use crate::page::frame::{absolute, frame};
use crate::page::home::alone;
use crate::page::model::RedirectPage;
use crate::path::{Route, encode};

/// An address of a locale that leads on, and what says where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved<'a> {
    /// The reader's language.
    pub locale: &'a Locale,
    /// The document that stood there.
    pub document: &'a str,
    /// What says where to.
    pub redirect: RedirectId,
}

/// Every address of a locale at which a guide stood that has moved, and to which one can lead.
pub fn of_locale<'a>(desk: &Desk<'a>, locale: &'a Locale) -> Vec<Moved<'a>> {
    let resolver = desk.resolver;
    let moved = resolver.redirects().of_locale(locale);
    let moved = moved.map(|(document, redirect)| Moved {
        locale,
        document,
        redirect,
    });
    moved.filter(|moved| is_led(desk, moved)).collect()
}

/// Whether readers are led on: nothing else stands there, and the way leads somewhere.
pub fn is_led(desk: &Desk<'_>, moved: &Moved<'_>) -> bool {
    let catalog = desk.resolver.catalog;
    let standing = catalog.current(moved.document, moved.locale);
    standing.is_none()
        && is_free(moved.document, &catalog.documents)
        && target(desk, *moved).is_some()
}

impl Moved<'_> {
    /// The address that the guide had.
    pub fn route(&self) -> Route {
        Route::current(self.locale, self.document)
    }
}

/// Where readers are led.
pub enum Target {
    /// To a page of the site, with `#` and the place on it.
    Own(Route, String),
    /// To an address elsewhere.
    Elsewhere(String),
}

impl Target {
    /// As pages of the site write it.
    pub fn address(self, desk: &Desk<'_>) -> String {
        match self {
            Self::Own(route, fragment) => desk.link(&route) + &fragment,
            Self::Elsewhere(address) => address,
        }
    }

    /// The whole address of the page there, where it is known.
    fn canonical(&self, desk: &Desk<'_>) -> Option<String> {
        let origin = desk.config.base().origin();
        match self {
            Self::Own(route, _) => (!origin.is_empty()).then(|| absolute(desk, route)),
            Self::Elsewhere(address) => {
                let whole = address.split('#').next().unwrap_or(address);
                let on_host = whole.starts_with('/') && !origin.is_empty();
                let known = on_host || whole.contains("://");
                known.then(|| format!("{}{whole}", if on_host { origin } else { "" }))
            }
        }
    }
}

/// Where readers are led. `None` where the way leads nowhere.
pub fn target(desk: &Desk<'_>, moved: Moved<'_>) -> Option<Target> {
    let resolver = desk.resolver;
    match resolver.follow(moved.redirect, moved.locale) {
        End::Page { document, fragment } => {
            let route = resolver.route(&document, moved.locale)?;
            let fragment = fragment.map_or(String::new(), |f| format!("#{}", encode(&f)));
            Some(Target::Own(route, fragment))
        }
        End::Elsewhere(address) => {
            let web = address.starts_with("https://") || address.starts_with("http://");
            web.then_some(Target::Elsewhere(address))
        }
        End::Lost(target) if !target.starts_with('/') => None,
        End::Outside(target) | End::Lost(target) => {
            let address = desk.config.links.address(moved.locale, &target);
            address.map(Target::Elsewhere)
        }
        End::Loop => None,
    }
}

/// The page that leads on: nothing but the way, since nobody stays on it.
pub fn page(desk: &Desk<'_>, moved: Moved<'_>) -> Option<RedirectPage> {
    let target = target(desk, moved)?;
    let words = &desk.language(moved.locale).frame.words;
    let title = words.get("redirect_title").cloned().unwrap_or_default();
    let route = moved.route();
    let mut frame = frame(desk, alone(moved.locale, &route, &title));
    frame.navigation = String::new();
    frame.languages = Vec::new();
    frame.canonical = target.canonical(desk);
    let target = target.address(desk);
    Some(RedirectPage { frame, target })
}
