//! The choice of a reader for whom a page has zones: of a language, or an edition of a product.

use std::collections::BTreeMap;

use crate::catalog::pivots::Group;
use crate::document::construct::Container;
use crate::document::manuscript::{Piece, Placed};
use crate::document::revision::Revision;
use crate::locale::tag::Locale;
use crate::page::body::{Marker, Spot, escape};
use crate::page::desk::Desk;

/// What a page offers to choose between.
#[derive(Debug, Default)]
pub struct Choice {
    /// What each pivot of the page is called.
    pub titles: BTreeMap<String, String>,
    /// The choice itself, hidden until a script shows it: without one all zones are there.
    pub marker: Option<Marker>,
}

/// The choice of a page. Its pivots stand in the order of their group, else of the page.
pub fn choice(
    desk: &Desk<'_>,
    locale: &Locale,
    revision: &Revision,
    pieces: &[Placed<'_>],
) -> Choice {
    let mut pivots: Vec<&str> = Vec::new();
    for placed in pieces {
        if let Piece::Open(Container::Zone(zone)) = &placed.piece {
            for pivot in &zone.pivots {
                if !pivots.contains(&pivot.as_str()) {
                    pivots.push(pivot);
                }
            }
        }
    }
    if pivots.is_empty() {
        return Choice::default();
    }
    let group = group(desk, locale, revision);
    let place = |pivot: &&str| {
        let pivots = group.into_iter().flat_map(|group| &group.pivots);
        pivots
            .into_iter()
            .position(|(id, _)| id == pivot)
            .unwrap_or(usize::MAX)
    };
    pivots.sort_by_key(place);
    let title = |pivot: &&str| {
        let mut titles = group.into_iter().flat_map(|group| &group.pivots);
        let known = titles.find(|(id, _)| id == pivot);
        known.map_or(*pivot, |(_, title)| title).to_owned()
    };
    let titles: Vec<(String, String)> = pivots
        .iter()
        .map(|pivot| ((*pivot).to_owned(), title(pivot)))
        .collect();
    let words = &desk.language(locale).frame.words;
    let prompt = group.and_then(|group| group.prompt.as_deref());
    let prompt = prompt
        .or(words.get("pivots").map(String::as_str))
        .unwrap_or_default();
    Choice {
        marker: (titles.len() > 1).then(|| Marker {
            section: 0,
            spot: Spot::Heading,
            html: html(prompt, &titles),
        }),
        titles: titles.into_iter().collect(),
    }
}

/// The group that the page names, in its language or that of the source.
fn group<'d>(desk: &'d Desk<'_>, locale: &Locale, revision: &Revision) -> Option<&'d Group> {
    let named = revision.front.pivots.as_deref()?;
    let own = [
        Some(locale),
        Some(&revision.place.locale),
        desk.config.source_locale.as_ref(),
    ];
    let locales = own.into_iter().flatten().chain(desk.pivots.keys());
    let mut groups = locales.filter_map(|locale| desk.pivots.get(locale)?.get(named.trim()));
    groups.next()
}

fn html(prompt: &str, titles: &[(String, String)]) -> String {
    let mut html = String::from("<fieldset class=\"pivots\" data-pivots hidden><legend>");
    escape::text(&mut html, prompt);
    html.push_str("</legend>");
    for (pivot, title) in titles {
        html.push_str("<label><input type=\"radio\" name=\"pivot\"");
        escape::attribute(&mut html, "value", pivot);
        html.push_str("> ");
        escape::text(&mut html, title);
        html.push_str("</label>");
    }
    html.push_str("</fieldset>\n");
    html
}
