//! A share of a built site, labelled, and shares joined to the site.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context, anyhow, bail};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::io::manifest::{Content, Manifest};
use crate::io::publish::Staging;
use crate::page::searchable::Searchable;

/// Where the label lies in a shard.
pub const LABEL: &str = ".instep/shard.json";

/// Where a shard keeps what search shall find in it, a page a line.
pub const SEARCH: &str = ".instep/search.jsonl";

/// What a shard is one of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// The version of this format: 1.
    pub schema: u32,
    /// Which one it is, counted from 1.
    pub shard: usize,
    /// How many there are.
    pub of: usize,
    /// The version of Instep that built it.
    pub instep: String,
    /// Hash over everything that it was built from.
    pub source: String,
    /// Whether the site shall have a search index.
    pub search: bool,
}

/// A shard on disk.
#[derive(Debug)]
pub struct Shard {
    folder: Utf8PathBuf,
    label: Label,
    manifest: Manifest,
}

impl Label {
    /// The files that make a folder a shard.
    ///
    /// # Errors
    /// None that memory does not have.
    pub fn files(&self, pages: &[Searchable]) -> anyhow::Result<Vec<(&'static str, Vec<u8>)>> {
        let mut label = serde_json::to_vec_pretty(self)?;
        label.push(b'\n');
        let mut search = Vec::new();
        for page in pages {
            serde_json::to_writer(&mut search, page)?;
            search.push(b'\n');
        }
        let mut files = vec![(LABEL, label)];
        if self.search {
            files.push((SEARCH, search));
        }
        Ok(files)
    }
}

impl Shard {
    /// Reads the label and the manifest of a folder.
    ///
    /// # Errors
    /// A folder that is no shard.
    pub fn open(folder: &Utf8Path) -> anyhow::Result<Self> {
        let bytes = match fs::read(folder.join(LABEL)) {
            Ok(bytes) => bytes,
            Err(_) if !folder.is_dir() => bail!("there is no folder `{folder}`"),
            Err(_) => bail!("`{folder}` is no shard: `instep build --shard I/N` makes one"),
        };
        let label: Label = serde_json::from_slice(&bytes)
            .with_context(|| format!("`{folder}` has a label that cannot be read"))?;
        let manifest =
            Manifest::read(folder).ok_or_else(|| anyhow!("`{folder}` has no readable manifest"))?;
        Ok(Self {
            folder: folder.to_owned(),
            label,
            manifest,
        })
    }

    /// The bytes of a file, as they were built.
    fn read(&self, path: &str, content: &Content) -> anyhow::Result<Vec<u8>> {
        let file = self.folder.join(path);
        let bytes = fs::read(&file).with_context(|| format!("cannot read `{file}`"))?;
        if Content::of(&bytes) != *content {
            bail!("`{file}` is not as it was built");
        }
        Ok(bytes)
    }

    fn searchable(&self) -> anyhow::Result<Vec<Searchable>> {
        let Some(content) = self.manifest.files.get(SEARCH) else {
            return Ok(Vec::new());
        };
        let bytes = self.read(SEARCH, content)?;
        let lines = bytes.split(|byte| *byte == b'\n');
        let pages = lines
            .filter(|line| !line.is_empty())
            .map(serde_json::from_slice);
        let pages: Result<_, _> = pages.collect();
        pages.with_context(|| format!("cannot read `{}`", self.folder.join(SEARCH)))
    }
}

/// Whether these are all the shards of one site.
///
/// # Errors
/// One is missing or there twice, or two were not built from the same.
pub fn complete(shards: &[Shard]) -> anyhow::Result<()> {
    let Some(first) = shards.first() else {
        bail!("there are no shards to join");
    };
    let of = first.label.of;
    let mut known: BTreeMap<usize, &Shard> = BTreeMap::new();
    for shard in shards {
        let same = Label {
            shard: first.label.shard,
            ..shard.label.clone()
        };
        if same != first.label {
            bail!(
                "`{}` and `{}` are not shards of one site: the number of shards, the texts, the \
                 settings or the versions of Instep differ",
                first.folder,
                shard.folder
            );
        }
        if let Some(other) = known.insert(shard.label.shard, shard) {
            let (number, one, two) = (shard.label.shard, &other.folder, &shard.folder);
            bail!("shard {number}/{of} is there twice: `{one}` and `{two}`");
        }
    }
    let missing = (1..=of).filter(|number| !known.contains_key(number));
    let missing: Vec<String> = missing.map(|number| format!("{number}/{of}")).collect();
    match missing.is_empty() {
        true => Ok(()),
        false => bail!("shards are missing: {}", missing.join(", ")),
    }
}

/// Writes the pages of all shards into one site, and gives back what search shall find.
///
/// # Errors
/// A file that is not as it was built, or a disk that takes no more.
pub fn join(shards: &[Shard], site: &Staging) -> anyhow::Result<Vec<Searchable>> {
    shards.par_iter().try_for_each(|shard| {
        let own = |path: &str| path == LABEL || path == SEARCH;
        let files = shard.manifest.files.par_iter();
        let pages = files.filter(|(path, _)| !own(path));
        pages.try_for_each(|(path, content)| {
            let bytes = shard.read(path, content)?;
            site.write(path, &bytes)
        })
    })?;
    let mut searchable = Vec::new();
    for shard in shards {
        searchable.extend(shard.searchable()?);
    }
    Ok(searchable)
}
