//! What pages are decided from: the catalog, the words of each language, and the texts.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::catalog::documents::RevisionId;
use crate::catalog::pivots::Pivots;
use crate::catalog::resolve::Resolver;
use crate::check::Context;
use crate::check::drift::testimony::Testimony;
use crate::check::pairing::Pairings;
use crate::config::Config;
use crate::document::manuscript::Manuscript;
use crate::locale::name::name_among;
use crate::locale::tag::Locale;
use crate::messages::Messages;
use crate::page::body::highlight::Highlighter;
use crate::page::branches::Shown;
use crate::page::directory::Directory;
use crate::page::model::{LocaleFrame, SiteFrame};
use crate::page::resources::Resources;
use crate::page::sections::{Recent, Texts};
use crate::path::Route;

/// What pages are decided from.
pub struct Desk<'a> {
    /// What settings say.
    pub config: &'a Config,
    /// Where links lead.
    pub resolver: &'a Resolver<'a>,
    /// Which sections are one in two texts.
    pub pairings: &'a Pairings,
    /// What is known of sources beside the pages.
    pub testimony: &'a Testimony,
    /// Reads texts again.
    pub texts: Texts<'a>,
    /// What need not be read again.
    pub recent: Recent,
    /// Colours code.
    pub code: &'a Highlighter,
    /// What all pages share.
    pub site: Arc<SiteFrame>,
    /// The words of each locale.
    pub languages: &'a BTreeMap<Locale, Language>,
    /// Puts entries of the navigation into HTML.
    pub draw: &'a (dyn Fn(&[Shown]) -> String + Sync),
    /// Finds the guides of a locale in order.
    pub directory: &'a (dyn Fn(&Locale) -> Arc<Directory> + Sync),
    /// Where the files that pages show lie in the site.
    pub resources: &'a Resources,
    /// What readers choose between on pages with zones.
    pub pivots: &'a BTreeMap<Locale, Pivots>,
}

/// The words of a locale.
pub struct Language {
    /// What all its pages share.
    pub frame: Arc<LocaleFrame>,
    /// Its words.
    pub messages: Messages,
    /// What its readers call each language of the site, found when a page first says it: a site of
    /// a hundred languages has ten thousand such names, and few pages say any.
    pub names: BTreeMap<Locale, OnceLock<String>>,
}

impl<'a> Desk<'a> {
    /// The address of a page or file of the site, as its pages write it.
    pub fn link(&self, route: &Route) -> String {
        self.config.base().link(route)
    }

    /// What checks are given, for a site whose bytes have no day.
    pub fn context(&self) -> Context<'a> {
        Context {
            config: self.config,
            resolver: self.resolver,
            pairings: self.pairings,
            testimony: self.testimony,
            today: None,
        }
    }

    /// The text of a revision with its fragments. None where its file has gone meanwhile.
    pub fn manuscript(&self, id: RevisionId) -> Option<Manuscript> {
        self.texts.manuscript(self.resolver.catalog.revision(id))
    }

    /// What a reader of one locale of the site calls the language of another.
    pub fn name_of(&self, locale: &Locale, reader: &Locale) -> &str {
        let name = self.language(reader).names.get(locale);
        let name = name.expect("every locale of the catalog has a name in each other");
        name.get_or_init(|| name_among(locale, &self.resolver.catalog.locales, reader))
    }

    /// The language of a locale of the site. Every locale of the catalog has one.
    pub fn language(&self, locale: &Locale) -> &Language {
        self.languages
            .get(locale)
            .expect("every locale of the catalog has its words")
    }
}
