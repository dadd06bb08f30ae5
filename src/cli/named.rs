//! Documents and locales that a command line names.

use anyhow::bail;

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
    let by_path = catalog
        .revisions
        .iter()
        .find(|revision| revision.path().as_str() == name.trim_start_matches("./"));
    let id = by_path.map_or(name, |revision| &revision.place.document);
    if let Some((id, document)) = catalog.documents.get_key_value(id) {
        return Ok((id, document));
    }
    let ends = |id: &str| {
        let rest = id.strip_suffix(name);
        rest.is_some_and(|rest| rest.ends_with('/'))
    };
    let found: Vec<_> = catalog
        .documents
        .iter()
        .filter(|(id, _)| ends(id))
        .collect();
    match found[..] {
        [(id, document)] => Ok((id, document)),
        [] => {
            let hint = hint(name, catalog.documents.keys().map(|id| &**id));
            bail!("no document is called `{name}`{hint}")
        }
        _ => bail!(
            "`{name}` is how several documents end: {}",
            list(found.iter().map(|(id, _)| id.to_string()))
        ),
    }
}

/// That a document is called so, or that the ids of some end so; `drift` takes them all.
///
/// # Errors
/// None is; the message names the nearest.
pub fn any(catalog: &Catalog, name: &str) -> anyhow::Result<()> {
    let ends = |id: &str| {
        let rest = id.strip_suffix(name);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
    };
    if catalog.documents.keys().any(|id| ends(id)) {
        return Ok(());
    }
    let hint = hint(name, catalog.documents.keys().map(|id| &**id));
    bail!("no document is called `{name}`{hint}")
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
