//! The search index of a site, made by pagefind.

#[cfg(feature = "search")]
use std::collections::BTreeMap;
#[cfg(feature = "search")]
use std::sync::{Mutex, PoisonError};

#[cfg(feature = "search")]
use anyhow::Context;

use crate::page::guide::Searchable;

/// Files by their path.
type Files = Vec<(String, Vec<u8>)>;

/// What pagefind's script reads first: the languages and where their indexes are.
#[cfg(feature = "search")]
const ENTRY: &str = "pagefind/pagefind-entry.json";

/// The files of the index over all pages, by their path in the site. Pages in each language have
/// an index of their own, made beside the others; the order of pages decides nothing but the bytes.
///
/// # Errors
/// A page that pagefind cannot read; its address is named.
#[cfg(feature = "search")]
pub fn index(pages: Vec<Searchable>) -> anyhow::Result<Files> {
    let mut languages: BTreeMap<String, Vec<Searchable>> = BTreeMap::new();
    for page in pages {
        languages
            .entry(page.language.clone())
            .or_default()
            .push(page);
    }
    if languages.len() < 2 {
        return of_language(languages.into_values().flatten().collect());
    }
    merge(side_by_side(languages)?)
}

/// The indexes of languages, as many at once as there are processors. Threads of rayon will not do:
/// one that waits for a part of its index may take up another language meanwhile, and tokio allows
/// one runtime on a thread.
#[cfg(feature = "search")]
fn side_by_side(languages: BTreeMap<String, Vec<Searchable>>) -> anyhow::Result<Vec<Files>> {
    let threads = rayon::current_num_threads().min(languages.len());
    let waiting = Mutex::new(languages.into_iter());
    let next = || {
        waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .next()
    };
    let work = || {
        let indexed = std::iter::from_fn(next)
            .map(|(language, pages)| Ok((language, of_language(pages)?)))
            .collect::<anyhow::Result<Vec<_>>>();
        indexed
    };
    let made = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let joined = threads.into_iter().map(|thread| thread.join());
        joined.collect::<Vec<_>>()
    });
    let mut indexes = BTreeMap::new();
    for result in made {
        let result = result.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        indexes.extend(result?);
    }
    Ok(indexes.into_values().collect())
}

/// One site's index of those of its languages: they share all files but their own.
#[cfg(feature = "search")]
fn merge(indexes: Vec<Files>) -> anyhow::Result<Files> {
    let mut files = BTreeMap::new();
    let mut entry: Option<serde_json::Value> = None;
    for (path, bytes) in indexes.into_iter().flatten() {
        if path != ENTRY {
            files.insert(path, bytes);
            continue;
        }
        let mut own: serde_json::Value = serde_json::from_slice(&bytes)?;
        match &mut entry {
            None => entry = Some(own),
            Some(all) => {
                let languages = all["languages"].as_object_mut();
                let own = own["languages"].as_object_mut();
                if let (Some(languages), Some(own)) = (languages, own) {
                    languages.append(own);
                }
            }
        }
    }
    if let Some(mut entry) = entry {
        entry["languages"].sort_all_objects();
        files.insert(ENTRY.to_owned(), serde_json::to_vec(&entry)?);
    }
    Ok(files.into_iter().collect())
}

#[cfg(feature = "search")]
fn of_language(pages: Vec<Searchable>) -> anyhow::Result<Files> {
    use pagefind::api::PagefindIndex;
    use pagefind::options::PagefindServiceConfig;

    let options = PagefindServiceConfig::builder()
        .keep_index_url(false)
        .build();
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(async {
        let mut index = PagefindIndex::new(Some(options))?;
        for page in pages {
            let Searchable { address, html, .. } = page;
            let added = index.add_html_file(None, Some(address.clone()), html).await;
            added.with_context(|| format!("cannot index `{address}`"))?;
        }
        let files = index.get_files().await?;
        let path = |file: pagefind::api::SyntheticFile| {
            let name = file.filename.to_string_lossy().replace('\\', "/");
            (format!("pagefind/{name}"), file.contents)
        };
        Ok(files.into_iter().map(path).collect())
    })
}

/// Built without the feature `search`, the program writes no index.
///
/// # Errors
/// None.
#[cfg(not(feature = "search"))]
pub fn index(_pages: Vec<Searchable>) -> anyhow::Result<Files> {
    Ok(Vec::new())
}

/// Whether this program can make an index.
pub const AVAILABLE: bool = cfg!(feature = "search");
