//! What pages are decided from: the catalog, the words of each language, and the texts.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalog::documents::RevisionId;
use crate::catalog::navigation::{Entry, Target};
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
use crate::page::branches::Branches;
use crate::page::model::{LocaleFrame, SiteFrame};
use crate::page::sections::Texts;

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
    /// Colours code.
    pub code: &'a Highlighter,
    /// What all pages share.
    pub site: Arc<SiteFrame>,
    /// The words and navigation of each.
    pub languages: BTreeMap<Locale, Language>,
    /// Content-hashed addresses of the files that pages show, by their path.
    pub resources: &'a BTreeMap<crate::path::SourcePath, String>,
    /// What readers choose between on pages with zones.
    pub pivots: BTreeMap<Locale, Pivots>,
}

/// The words and the navigation of a locale.
pub struct Language {
    /// What all its pages share.
    pub frame: Arc<LocaleFrame>,
    /// Its words.
    pub messages: Messages,
    /// What leads through the site.
    pub navigation: Arc<Vec<Entry>>,
    /// Documents in the order of the navigation, each once.
    pub sequence: Vec<Box<str>>,
    /// Place of each document in the sequence.
    pub places: BTreeMap<Box<str>, usize>,
    /// The parts of the navigation that pages show.
    pub branches: Branches,
}

impl<'a> Desk<'a> {
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

    /// What a reader of one locale calls the language of another.
    pub fn name_of(&self, locale: &Locale, reader: &Locale) -> String {
        name_among(locale, &self.resolver.catalog.locales, reader)
    }

    /// The language of a locale of the site. Every locale of the catalog has one.
    pub fn language(&self, locale: &Locale) -> &Language {
        self.languages
            .get(locale)
            .expect("every locale of the catalog has its words")
    }
}

/// The documents of a navigation in reading order, each once.
pub fn sequence(entries: &[Entry]) -> Vec<Box<str>> {
    fn walk(
        entries: &[Entry],
        out: &mut Vec<Box<str>>,
        seen: &mut std::collections::HashSet<Box<str>>,
    ) {
        for entry in entries {
            if let Target::Document(document) = &entry.target
                && seen.insert(document.clone())
            {
                out.push(document.clone());
            }
            walk(&entry.items, out, seen);
        }
    }
    let mut out = Vec::new();
    walk(entries, &mut out, &mut std::collections::HashSet::new());
    out
}
