//! The place of what is no page: beside the pages, where it stood before.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::catalog::identity::assumed_locale;
use crate::import::docset::Docsets;
use crate::import::drop::{DropName, refine};
use crate::import::gather::{Extra, Gathered, Import};
use crate::import::ground::Ground;
use crate::import::naming::folded;
use crate::import::plan::{Copied, Skipped};
use crate::locale::tag::Locale;

/// What places of each drop's files depend on.
pub struct Origins(Vec<Origin>);

struct Origin {
    locale: Locale,
    /// Drops with a label hold older states than those without.
    is_old: bool,
    newest: Option<Date>,
}

impl Origins {
    /// Looks at the pages of every drop, before those that stand in the tree are left out.
    pub fn new(import: &Import<'_>, gathered: &Gathered) -> Self {
        let mut votes: Vec<BTreeMap<&Locale, usize>> = vec![BTreeMap::new(); import.drops.len()];
        let mut newest: Vec<Option<Date>> = vec![None; import.drops.len()];
        for text in &gathered.texts {
            if let Some(drop) = text.drop {
                *votes[drop].entry(&text.revision.place.locale).or_default() += 1;
                newest[drop] = newest[drop].max(text.revision.front.date);
            }
        }
        let origin = |(drop, name): (usize, &DropName)| {
            let named = name
                .locale
                .clone()
                .map(|locale| refine(locale, import.config));
            let most = votes[drop].iter().rev().max_by_key(|(_, votes)| **votes);
            let locale = named
                .or_else(|| most.map(|(locale, _)| (*locale).clone()))
                .or_else(|| import.locale.clone())
                .unwrap_or_else(|| assumed_locale(import.config));
            Origin {
                locale,
                is_old: name.label.is_some(),
                newest: newest[drop],
            }
        };
        Self(gathered.names.iter().enumerate().map(origin).collect())
    }
}

/// Gives fragments, navigation, images and all other files their places.
pub fn place(
    import: &Import<'_>,
    gathered: &Gathered,
    (docsets, origins): (&Docsets, Origins),
    ground: &mut Ground<'_>,
) -> Vec<Copied> {
    let mut placing = Placing {
        import,
        docsets,
        drops: origins.0,
        ground,
        others: Vec::new(),
    };
    let mut wanted: BTreeMap<String, Vec<&Extra>> = BTreeMap::new();
    for extra in &gathered.extras {
        wanted
            .entry(folded(&placing.wish(extra)))
            .or_default()
            .push(extra);
    }
    for extras in wanted.into_values() {
        placing.one_place(extras);
    }
    placing.others.sort();
    placing.others
}

struct Placing<'p, 'g> {
    import: &'p Import<'p>,
    docsets: &'p Docsets,
    drops: Vec<Origin>,
    ground: &'p mut Ground<'g>,
    others: Vec<Copied>,
}

impl Placing<'_, '_> {
    /// The place below the content folder that a file would have.
    fn wish(&self, extra: &Extra) -> String {
        let locale = &self.drops[extra.drop].locale;
        format!(
            "{locale}/{}{}",
            self.docsets.folder(extra.drop),
            extra.inner
        )
    }

    /// Of several files for one place the newest hand-off's is taken.
    fn one_place(&mut self, mut extras: Vec<&Extra>) {
        let age = |extra: &Extra| {
            let drop = &self.drops[extra.drop];
            (
                drop.is_old,
                std::cmp::Reverse(drop.newest),
                extra.from.clone(),
            )
        };
        extras.sort_by_key(|extra| age(extra));
        let mut taken: Vec<&Extra> = Vec::new();
        let mut docsets = BTreeSet::new();
        for extra in extras {
            if let Some(same) = taken.iter().find(|same| same.content == extra.content) {
                let why = format!("it has the same bytes as `{}`", same.from);
                self.skip(extra, why);
            } else if taken.is_empty() {
                docsets.insert(self.docsets.of(extra.drop));
                taken.push(extra);
                self.put(extra, self.wish(extra));
            } else if docsets.insert(self.docsets.of(extra.drop)) {
                taken.push(extra);
                self.put(extra, self.apart(extra));
            } else {
                let why = format!("a newer hand-off has another `{}`", extra.inner);
                self.skip(extra, why);
            }
        }
    }

    /// A place in the folder of its docset, for what two docsets have in one place.
    fn apart(&self, extra: &Extra) -> String {
        let locale = &self.drops[extra.drop].locale;
        format!("{locale}/{}/{}", self.docsets.name(extra.drop), extra.inner)
    }

    fn put(&mut self, extra: &Extra, place: String) {
        let Some(standing) = self.ground.standing(&place) else {
            if self.ground.take(&place) {
                let to = self.ground.named(&place).into();
                self.others.push(Copied {
                    from: extra.from.as_str().into(),
                    to,
                });
            } else {
                self.skip(
                    extra,
                    format!("another file of this import goes to `{place}`"),
                );
            }
            return;
        };
        let bytes = self.import.standing.read(standing);
        let apart = self.apart(extra);
        if bytes.is_ok_and(|bytes| blake3::hash(&bytes) == extra.content) {
            let to = self.ground.named(standing.as_str()).into();
            self.others.push(Copied {
                from: extra.from.as_str().into(),
                to,
            });
        } else if extra.is_housekeeping() && apart != place && !apart.contains("//") {
            self.put(extra, apart);
        } else {
            self.ground.conflict(extra.from.as_str(), &place);
        }
    }

    fn skip(&mut self, extra: &Extra, why: String) {
        self.ground.skipped.push(Skipped {
            from: extra.from.as_str().into(),
            why: why.into(),
        });
    }
}
