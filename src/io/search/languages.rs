//! The indexes of a site's languages, made side by side and brought together as one.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::io::search::Files;
use crate::page::guide::Searchable;

/// What pagefind's script reads first: the languages and where their indexes are.
const ENTRY: &str = "pagefind/pagefind-entry.json";

/// Makes the index of one language.
type Make = dyn Fn(Vec<Searchable>) -> anyhow::Result<Files> + Sync;

/// The index of pages in any languages.
///
/// # Errors
/// Those of `make`.
pub fn index(pages: Vec<Searchable>, make: &Make) -> anyhow::Result<Files> {
    let mut languages: BTreeMap<String, Vec<Searchable>> = BTreeMap::new();
    for page in pages {
        let language = page.language.clone();
        languages.entry(language).or_default().push(page);
    }
    if languages.len() < 2 {
        return make(languages.into_values().flatten().collect());
    }
    merge(side_by_side(languages, make)?)
}

/// As many at once as there are processors. Threads of rayon will not do: one that waits for a part
/// of its index may take up another language meanwhile, and tokio allows one runtime on a thread.
fn side_by_side(
    languages: BTreeMap<String, Vec<Searchable>>,
    make: &Make,
) -> anyhow::Result<Vec<Files>> {
    let threads = rayon::current_num_threads().min(languages.len());
    let waiting = Mutex::new(languages.into_iter());
    let next = || {
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.next()
    };
    let work = || {
        let made = std::iter::from_fn(next).map(|(language, pages)| Ok((language, make(pages)?)));
        made.collect::<anyhow::Result<Vec<_>>>()
    };
    let made: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let joined = threads.into_iter().map(|thread| thread.join());
        joined.collect()
    });
    let mut indexes = BTreeMap::new();
    for made in made {
        let made = made.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        indexes.extend(made?);
    }
    Ok(indexes.into_values().collect())
}

/// Languages share all files but their own, and the one that names them.
fn merge(indexes: Vec<Files>) -> anyhow::Result<Files> {
    let mut files = BTreeMap::new();
    let mut entry: Option<serde_json::Value> = None;
    for (path, bytes) in indexes.into_iter().flatten() {
        if path != ENTRY {
            files.insert(path, bytes);
            continue;
        }
        let mut own: serde_json::Value = serde_json::from_slice(&bytes)?;
        let Some(all) = &mut entry else {
            entry = Some(own);
            continue;
        };
        let languages = all["languages"].as_object_mut();
        if let (Some(all), Some(own)) = (languages, own["languages"].as_object_mut()) {
            all.append(own);
        }
    }
    if let Some(mut entry) = entry {
        entry["languages"].sort_all_objects();
        files.insert(ENTRY.to_owned(), entry.to_string().into_bytes());
    }
    Ok(files.into_iter().collect())
}
