//! Documents and locales that a command line names.

use anyhow::{anyhow, bail};

use crate::catalog::documents::{Catalog, Document, Edition};
use crate::locale::tag::Locale;
use crate::nearest::hint;

/// So many names are listed where one is not known; more say nothing.
const LISTED: usize = 12;

/// A document by its id, by how its id ends, or by the path of a file of it.
///
/// # Errors
/// No document of that name, or more than one whose id ends so.
pub fn document<'c>(catalog: &'c Catalog, name: &str) -> anyhow::Result<(&'c str, &'c Document)> {
    let ids = ids(catalog, name)?;
    match &ids[..] {
        [only] => match catalog.documents.get_key_value(only.as_str()) {
            Some((id, document)) => Ok((id, document)),
            None => Err(unknown(catalog, name)),
        },
        several => {
            let several = list(several.iter().cloned());
            bail!("`{name}` is how several documents end: {several}")
        }
    }
}

/// The documents that `drift` means by a name: that of a file, that of this id, else all whose ids
/// end so.
///
/// # Errors
/// None is called so; the message names the nearest.
pub fn ids(catalog: &Catalog, name: &str) -> anyhow::Result<Vec<String>> {
    let ends = |id: &str| {
        let rest = id.strip_suffix(name);
        rest.is_some_and(|rest| rest.ends_with('/'))
    };
    let ending: Vec<String> = match id(catalog, name) {
        Some(id) => vec![id.to_owned()],
        None => {
            let ids = catalog.documents.keys().filter(|id| ends(id));
            ids.map(|id| id.to_string()).collect()
        }
    };
    if ending.is_empty() {
        return Err(unknown(catalog, name));
    }
    Ok(ending)
}

/// The id that a name is, or that the file of this path has.
fn id<'c>(catalog: &'c Catalog, name: &'c str) -> Option<&'c str> {
    let path = name.trim_start_matches("./");
    let mut revisions = catalog.revisions.iter();
    let by_path = revisions.find(|revision| revision.path().as_str() == path);
    let id = by_path.map_or(name, |revision| &revision.place.document);
    catalog.documents.contains_key(id).then_some(id)
}

fn unknown(catalog: &Catalog, name: &str) -> anyhow::Error {
    let hint = hint(name, catalog.documents.keys());
    anyhow!("no document is called `{name}`{hint}")
}

/// That the site has pages in these locales.
///
/// # Errors
/// It has none in one of them; the message names those it has.
pub fn locales(catalog: &Catalog, wanted: &[Locale]) -> anyhow::Result<()> {
    let Some(missing) = wanted
        .iter()
        .find(|locale| !catalog.locales.contains(*locale))
    else {
        return Ok(());
    };
    let known = catalog.locales.iter().map(Locale::tag);
    bail!("there are no pages in `{missing}`, only in {}", list(known))
}

/// A document in one locale.
///
/// # Errors
/// It is not there in that locale; the message names those in which it is.
pub fn edition<'c>(
    (id, document): (&str, &'c Document),
    locale: &Locale,
) -> anyhow::Result<&'c Edition> {
    match document.editions.get(locale) {
        Some(edition) => Ok(edition),
        None => {
            let known = document.editions.keys().map(Locale::tag);
            bail!("`{id}` is not there in `{locale}`, only in {}", list(known))
        }
    }
}

fn list(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
    match names.len() {
        0 => "none".to_owned(),
        many if many > LISTED => {
            let shown = names[..LISTED].join(", ");
            format!("{shown} and {} more", many - LISTED)
        }
        _ => names.join(", "),
    }
}
