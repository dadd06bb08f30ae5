//! The indexes of a site's languages, made side by side and brought together as one.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use serde_json::Value;

use crate::io::search::{Files, Indexed};
use crate::memo::Key;
use crate::page::searchable::Searchable;
use crate::pipeline::before::LanguageIndex;

/// What pagefind's script reads first: the languages and where their indexes are.
const ENTRY: &str = "pagefind/pagefind-entry.json";

/// Makes the index of one language.
type Make = dyn Fn(Vec<Searchable>) -> anyhow::Result<Files> + Sync;

/// The index of pages in any languages, with those of other languages that are there.
///
/// # Errors
/// Those of `make`.
pub fn index(
    pages: Vec<Searchable>,
    standing: &[LanguageIndex],
    make: &Make,
) -> anyhow::Result<Indexed> {
    let mut languages: BTreeMap<String, Vec<Searchable>> = BTreeMap::new();
    for page in pages {
        let language = page.language.clone();
        languages.entry(language).or_default().push(page);
    }
    if languages.is_empty() && standing.is_empty() {
        let files = make(Vec::new())?;
        return Ok(Indexed {
            files,
            languages: Vec::new(),
        });
    }
    merge(side_by_side(languages, make)?, standing)
}

/// The longest first, and one more at once than there are processors, so that the last one is seldom
/// alone; it is held in memory for that. Threads of rayon will not do: one that waits for a part of
/// its index may take up another language meanwhile, and tokio allows one runtime on a thread.
fn side_by_side(
    languages: BTreeMap<String, Vec<Searchable>>,
    make: &Make,
) -> anyhow::Result<BTreeMap<String, Files>> {
    let threads = (rayon::current_num_threads() + 1).min(languages.len());
    let mut languages: Vec<(String, Vec<Searchable>)> = languages.into_iter().collect();
    languages.sort_by_key(|(_, pages)| Reverse(pages.len()));
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
    Ok(indexes)
}

/// Languages share all files but their own, and the one that names them.
fn merge(indexes: BTreeMap<String, Files>, standing: &[LanguageIndex]) -> anyhow::Result<Indexed> {
    let mut files = BTreeMap::new();
    let mut entries: Vec<Value> = Vec::new();
    for index in standing {
        entries.push(serde_json::from_str(&index.entry)?);
    }
    let mut languages = Vec::new();
    for (language, made) in indexes {
        let mut index = LanguageIndex {
            language,
            key: Key::of(&[]),
            files: Vec::new(),
            entry: String::new(),
        };
        for (path, bytes) in made {
            if path == ENTRY {
                index.entry = String::from_utf8(bytes)?;
                entries.push(serde_json::from_str(&index.entry)?);
            } else {
                index.files.push((path.clone(), Key::of(&bytes)));
                files.insert(path, bytes);
            }
        }
        languages.push(index);
    }
    if let Some(entry) = entry(entries) {
        files.insert(ENTRY.to_owned(), entry.to_string().into_bytes());
    }
    Ok(Indexed {
        files: files.into_iter().collect(),
        languages,
    })
}

/// One entry of all languages.
fn entry(entries: Vec<Value>) -> Option<Value> {
    let mut entries = entries.into_iter();
    let mut all = entries.next()?;
    for mut own in entries {
        let languages = all["languages"].as_object_mut();
        if let (Some(all), Some(own)) = (languages, own["languages"].as_object_mut()) {
            all.append(own);
        }
    }
    all["languages"].sort_all_objects();
    Some(all)
}
