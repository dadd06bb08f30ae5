//! What a built site consists of: a content hash for each file, which also marks it as ours.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io;
use std::time::SystemTime;

use anyhow::{Context, anyhow};
use camino::Utf8Path;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};

use crate::memo::Key;

/// Where it lies in a built site.
pub const PATH: &str = ".instep/manifest.json";

/// The version of its format.
const SCHEMA: u32 = 1;

/// Every file of a built site but this one, by path. An uploader that keeps the manifest of its
/// last run sends only what differs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Manifest {
    /// The version of this format: 1.
    pub schema: u32,
    /// Sorted by path, relative to the site and with `/`.
    pub files: BTreeMap<String, Content>,
}

/// The files of a site that stands, by hash: a build looks up all of them.
#[derive(Debug, Default)]
pub struct Previous {
    /// The key of its manifest; none where it has none that can be read.
    pub key: Option<Key>,
    /// By path.
    pub files: FxHashMap<String, Content>,
}

/// The content of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Content {
    /// In lower-case hexadecimal digits.
    #[serde(with = "crate::memo::hex")]
    #[schemars(with = "String")]
    pub blake3: Key,
    /// How many there are.
    pub bytes: u64,
}

/// A file of a built site that is not as it was built.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// Relative to the built site.
    pub path: String,
    /// In what way it differs.
    pub change: Change,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
/// In what way a file differs from the manifest.
pub enum Change {
    /// The manifest names it, and it is not there or not readable.
    Missing,
    /// Its bytes are others.
    Changed,
    /// It is there and the manifest does not name it.
    Extra,
}

impl Content {
    /// The content of a file with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::known(bytes, &Key::of(bytes))
    }

    /// The same, where their key is known already.
    pub fn known(bytes: &[u8], key: &Key) -> Self {
        Self {
            blake3: *key,
            bytes: bytes.len() as u64,
        }
    }
}

impl Content {
    /// Whether a file is as long as this content and was written before a site was published. It
    /// is not read.
    pub fn is_at(&self, file: &Utf8Path, published: Option<SystemTime>) -> bool {
        let Ok(found) = fs::symlink_metadata(file) else {
            return false;
        };
        let before = published
            .zip(found.modified().ok())
            .is_some_and(|(published, modified)| modified < published);
        found.is_file() && found.len() == self.bytes && before
    }
}

impl Previous {
    /// What the manifest of a site tells; nothing where it is damaged or not there.
    pub fn read(site: &Utf8Path) -> Self {
        #[derive(Deserialize)]
        struct Found {
            schema: u32,
            files: FxHashMap<String, Content>,
        }
        let bytes = fs::read(site.join(PATH)).unwrap_or_default();
        let found = serde_json::from_slice(&bytes).ok();
        match found.filter(|found: &Found| found.schema == SCHEMA) {
            Some(found) => Self {
                key: Some(Key::of(&bytes)),
                files: found.files,
            },
            None => Self::default(),
        }
    }
}

impl Manifest {
    /// Reads the manifest of a built site. `None` where it is not one, or its manifest is damaged.
    pub fn read(site: &Utf8Path) -> Option<Self> {
        Self::of(&fs::read(site.join(PATH)).ok()?)
    }

    /// The manifest that has these bytes.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let manifest = serde_json::from_slice(bytes).ok();
        manifest.filter(|manifest: &Self| manifest.schema == SCHEMA)
    }
}

/// The bytes of the manifest of a site with these files, sorted by path, so that equal sites have
/// equal manifests.
pub fn bytes<'a>(files: impl Iterator<Item = (&'a str, &'a Content)> + Clone) -> Vec<u8> {
    #[derive(Serialize)]
    struct Listing<I> {
        schema: u32,
        files: I,
    }
    // What is said of a file besides its path takes some 120 bytes. A list that grows as it is
    // written takes three times the room.
    let room = files.clone().map(|(path, _)| path.len() + 128).sum();
    let mut bytes = Vec::with_capacity(room);
    let listing = Listing {
        schema: SCHEMA,
        files: Files(files),
    };
    serde_json::to_writer_pretty(&mut bytes, &listing)
        .expect("a map of strings and numbers is always JSON");
    bytes.push(b'\n');
    bytes
}

/// Files as a map, without making one.
struct Files<I>(I);

impl<'a, I: Iterator<Item = (&'a str, &'a Content)> + Clone> Serialize for Files<I> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.clone())
    }
}

/// When a site was published: its manifest is the last of its files that is written.
pub fn written(site: &Utf8Path) -> Option<SystemTime> {
    fs::metadata(site.join(PATH)).ok()?.modified().ok()
}

/// Gives the manifest a time later than that of every file written before. Disks stamp by the ticks
/// of a clock, so that many files have the time of the last one; the system's clock is finer.
///
/// # Errors
/// A manifest that is not there, or must not be written.
#[expect(
    clippy::disallowed_methods,
    reason = "it is compared with files, and shown to nobody"
)]
pub fn renew(site: &Utf8Path) -> io::Result<()> {
    let manifest = File::options().write(true).open(site.join(PATH))?;
    manifest.set_modified(SystemTime::now())
}

/// A key of the manifest of a built site, and so of all its files.
pub fn key(site: &Utf8Path) -> Option<Key> {
    Some(Key::of(&fs::read(site.join(PATH)).ok()?))
}

/// How many files a site has, where all of them stand as they were published and none beside. They
/// are not read.
pub fn untouched(site: &Utf8Path) -> Option<usize> {
    let manifest = Manifest::read(site)?;
    let alone = || extras(site, &manifest).is_ok_and(|extras| extras.is_empty());
    (is_last(site, &manifest) && alone()).then_some(manifest.files.len())
}

/// Whether every file of a site was written before its manifest.
pub fn is_last(site: &Utf8Path, manifest: &Manifest) -> bool {
    let published = written(site);
    let stands = |(path, content): (&String, &Content)| content.is_at(&site.join(path), published);
    manifest.files.par_iter().all(stands)
}

/// Whether a folder is a site that Instep built.
pub fn marks(folder: &Utf8Path) -> bool {
    fs::symlink_metadata(folder.join(PATH)).is_ok_and(|metadata| metadata.is_file())
}

/// Compares a built site with its manifest, sorted by path.
///
/// # Errors
/// A folder without a readable manifest, named in the message.
pub fn verify(site: &Utf8Path) -> anyhow::Result<Vec<Difference>> {
    let manifest =
        Manifest::read(site).ok_or_else(|| anyhow!("`{site}` has no readable `{PATH}`"))?;
    let mut differences: Vec<Difference> = manifest
        .files
        .par_iter()
        .filter_map(|(path, content)| compare(site, path, content))
        .collect();
    differences.extend(extras(site, &manifest)?);
    differences.sort();
    Ok(differences)
}

/// Files of a built site that its manifest does not name.
///
/// # Errors
/// A folder that cannot be read, named in the message.
pub fn extras(site: &Utf8Path, manifest: &Manifest) -> anyhow::Result<Vec<Difference>> {
    let mut files = Vec::new();
    list(site, "", &mut files).with_context(|| format!("cannot read `{site}`"))?;
    let ours = |path: &String| path == PATH || manifest.files.contains_key(path);
    let extra = files.into_iter().filter(|path| !ours(path));
    Ok(extra
        .map(|path| Difference {
            path,
            change: Change::Extra,
        })
        .collect())
}

fn compare(site: &Utf8Path, path: &str, content: &Content) -> Option<Difference> {
    let file = site.join(path);
    let plain = fs::symlink_metadata(&file).is_ok_and(|metadata| metadata.is_file());
    let change = match fs::read(&file) {
        Ok(bytes) if plain && Content::of(&bytes) == *content => return None,
        Ok(_) => Change::Changed,
        Err(_) => Change::Missing,
    };
    Some(Difference {
        path: path.to_owned(),
        change,
    })
}

fn list(site: &Utf8Path, below: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(site.join(below))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() {
            name
        } else {
            format!("{below}/{name}")
        };
        if entry.file_type()?.is_dir() {
            list(site, &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
