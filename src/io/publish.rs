//! Builds a site beside the one that readers see, and puts it in its place in one step.

use std::collections::hash_map::Entry;
use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use anyhow::{Context, bail};
use camino::Utf8Path;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::io::exchange::Places;
use crate::io::lock::Lock;
use crate::io::manifest::{self, Content, Manifest, Previous};
use crate::io::remove::remove;
use crate::memo::Key;

/// A site being written. Until [`Staging::publish`] nothing of it can be seen; dropped before, it
/// leaves no trace.
///
/// Files whose bytes the site that stands has already are not written but linked from there, so
/// they keep their time, and an uploader or a web server's cache sees what really changed.
#[derive(Debug)]
pub struct Staging {
    place: Place,
    previous: Previous,
    /// When the site that stands was published.
    published: Option<SystemTime>,
    files: Mutex<FxHashMap<String, Output>>,
    folders: Mutex<FxHashSet<String>>,
}

/// Where a site is built, held for nobody else; what is left in it goes in the end.
#[derive(Debug)]
struct Place {
    names: Places,
    _lock: Lock,
}

/// What is left to remove once a site stands: the one before it, if there was one. It goes when this
/// is dropped; until then nobody else can build there.
#[derive(Debug)]
#[must_use]
pub struct Replaced {
    _place: Place,
}

/// What was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Files whose bytes are new or others than before.
    pub written: usize,
    /// Files that are as they were.
    pub kept: usize,
    /// Files that the site had before and has no more.
    pub removed: usize,
    /// The key of the manifest under which they stand.
    pub manifest: Key,
}

#[derive(Clone, Debug)]
struct Output {
    content: Content,
    origin: Origin,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    /// Written into the new site.
    Fresh,
    /// To be linked from the site that stands.
    Kept,
}

impl Staging {
    /// Begins a site that shall stand at `out`: takes the lock and clears what killed builds left.
    ///
    /// # Errors
    /// A folder at `out` that Instep did not build and that is not empty, another build at work, a
    /// place that cannot be written. The message names the path; nothing was changed.
    pub fn begin(out: &Utf8Path) -> anyhow::Result<Self> {
        let places = locate(out)?;
        let lock = Lock::take(&places.lock)?;
        places.recover()?;
        refuse_foreign(out, &places.out)?;
        let fresh = &places.fresh;
        fs::create_dir(fresh).with_context(|| format!("cannot create `{fresh}`"))?;
        let previous = Previous::read(&places.out);
        let published = manifest::written(&places.out);
        let (files, folders) = (Mutex::default(), Mutex::default());
        Ok(Self {
            place: Place {
                names: places,
                _lock: lock,
            },
            previous,
            published,
            files,
            folders,
        })
    }

    /// Writes a file; `path` is relative to the site, with `/`. Threads may write at once.
    ///
    /// # Errors
    /// A path that leaves the site, one that was written with other bytes before, or a disk that
    /// takes no more; the message names the path.
    pub fn write(&self, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
        self.write_known(path, bytes, &Key::of(bytes))
    }

    /// The same, where the key of the bytes is known already.
    ///
    /// # Errors
    /// Those of [`Staging::write`].
    pub fn write_known(&self, path: &str, bytes: &[u8], key: &Key) -> anyhow::Result<()> {
        check(path)?;
        let content = Content::known(bytes, key);
        let kept = self.previous.files.get(path) == Some(&content)
            && holds(&self.place.names.out.join(path), bytes);
        let origin = if kept { Origin::Kept } else { Origin::Fresh };
        if self.claim(path, Output { content, origin })? && !kept {
            self.create(path, bytes)
                .with_context(|| format!("cannot write `{}`", self.place.names.out.join(path)))?;
        }
        Ok(())
    }

    /// Keeps a file of the site that stands, if its bytes have this hash and nobody wrote it since it
    /// was published. False where it has to be written. Its bytes are not read: whoever wants them
    /// proved asks for `instep build --verify`.
    pub fn keep(&self, path: &str, bytes: &Key) -> bool {
        let Some(content) = self.previous.files.get(path) else {
            return false;
        };
        let stands = || content.is_at(&self.place.names.out.join(path), self.published);
        let output = || Output {
            content: content.clone(),
            origin: Origin::Kept,
        };
        content.blake3 == *bytes && stands() && self.claim(path, output()).is_ok()
    }

    /// Puts the site in its place, and removes the one that was there.
    ///
    /// # Errors
    /// Those of [`Staging::replace`].
    pub fn publish(self) -> anyhow::Result<Published> {
        self.replace().map(|(published, _)| published)
    }

    /// Puts the site in its place. Where nothing changed, the one that stands stays as it is, but
    /// for the time of its manifest where that does not tell it yet.
    ///
    /// # Errors
    /// A disk that takes no more, or a place that cannot be replaced; the site that stood before
    /// stands still.
    pub fn replace(self) -> anyhow::Result<(Published, Replaced)> {
        let files = std::mem::take(&mut *open(&self.files));
        let mut outputs: Vec<(&str, &Output)> = files
            .iter()
            .map(|(path, output)| (&**path, output))
            .collect();
        outputs.par_sort_unstable_by_key(|(path, _)| *path);
        let contents = outputs.iter();
        let bytes = manifest::bytes(contents.map(|(path, output)| (*path, &output.content)));
        let published = self.summary(&outputs, Key::of(&bytes));
        let same = self.previous.key == Some(published.manifest) && published.written == 0;
        if same
            && let Some(manifest) = Manifest::of(&bytes)
            && self.untouched(&manifest)?
        {
            if !manifest::is_last(&self.place.names.out, &manifest) {
                manifest::renew(&self.place.names.out)?;
            }
            return Ok((published, Replaced { _place: self.place }));
        }
        outputs
            .par_iter()
            .filter(|(_, output)| output.origin == Origin::Kept)
            .try_for_each(|(path, _)| self.link(path))?;
        self.create(manifest::PATH, &bytes)
            .and_then(|()| manifest::renew(&self.place.names.fresh))
            .with_context(|| {
                format!(
                    "cannot write `{}`",
                    self.place.names.out.join(manifest::PATH)
                )
            })?;
        let fresh = outputs
            .iter()
            .filter(|(_, output)| output.origin == Origin::Fresh);
        let mut written: Vec<&str> = fresh.map(|(path, _)| *path).collect();
        written.push(manifest::PATH);
        self.place.names.publish(&written)?;
        Ok((published, Replaced { _place: self.place }))
    }

    /// Whether these bytes are the first for this path. Two pages at one address would otherwise
    /// win by the order of threads.
    fn claim(&self, path: &str, output: Output) -> anyhow::Result<bool> {
        match open(&self.files).entry(path.to_owned()) {
            Entry::Vacant(entry) => {
                entry.insert(output);
                Ok(true)
            }
            Entry::Occupied(entry) if entry.get().content == output.content => Ok(false),
            Entry::Occupied(_) => bail!("two different files shall be written to `{path}`"),
        }
    }

    fn create(&self, path: &str, bytes: &[u8]) -> std::io::Result<()> {
        self.make_folder_of(path)?;
        File::create_new(self.place.names.fresh.join(path))?.write_all(bytes)
    }

    fn link(&self, path: &str) -> anyhow::Result<()> {
        let (from, to) = (
            self.place.names.out.join(path),
            self.place.names.fresh.join(path),
        );
        self.make_folder_of(path)
            .and_then(|()| fs::hard_link(&from, &to).or_else(|_| copy(&from, &to)))
            .with_context(|| format!("cannot write `{from}`"))
    }

    /// Asking the disk for each file would cost as much as writing it.
    fn make_folder_of(&self, path: &str) -> std::io::Result<()> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if folder.is_empty() || open(&self.folders).contains(folder) {
            return Ok(());
        }
        fs::create_dir_all(self.place.names.fresh.join(folder))?;
        open(&self.folders).insert(folder.to_owned());
        Ok(())
    }

    fn untouched(&self, manifest: &Manifest) -> anyhow::Result<bool> {
        let out = &self.place.names.out;
        Ok(manifest::marks(out) && manifest::extras(out, manifest)?.is_empty())
    }

    /// `outputs` are sorted by path.
    fn summary(&self, outputs: &[(&str, &Output)], manifest: Key) -> Published {
        let kept = outputs.iter();
        let kept = kept.filter(|(_, output)| output.origin == Origin::Kept);
        let kept = kept.count();
        let has = |path: &str| outputs.binary_search_by_key(&path, |(own, _)| *own).is_ok();
        let gone = self
            .previous
            .files
            .keys()
            .filter(|path| !has(path.as_str()));
        Published {
            written: outputs.len() - kept,
            kept,
            removed: gone.count(),
            manifest,
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // The site that was, or one that came to nothing. Where it cannot be removed, the next
        // build does.
        let _ = remove(&self.names.fresh);
    }
}

/// A link at `out` is resolved, so that the folder it leads to is replaced and not the link.
fn locate(out: &Utf8Path) -> anyhow::Result<Places> {
    let real = match out.canonicalize_utf8() {
        Ok(real) => real,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let parent = match out.parent() {
                Some(parent) if !parent.as_str().is_empty() => parent,
                _ => Utf8Path::new("."),
            };
            fs::create_dir_all(parent).with_context(|| format!("cannot create `{parent}`"))?;
            let parent = parent.canonicalize_utf8();
            let parent = parent.with_context(|| format!("cannot read the folder of `{out}`"))?;
            parent.join(out.file_name().unwrap_or_default())
        }
        Err(error) => return Err(error).with_context(|| format!("cannot read `{out}`")),
    };
    match (real.parent(), real.file_name()) {
        (Some(parent), Some(name)) => Ok(Places::new(parent, name)),
        _ => bail!("`{out}` cannot be an output folder"),
    }
}

fn refuse_foreign(out: &Utf8Path, real: &Utf8Path) -> anyhow::Result<()> {
    let mut listing = match fs::read_dir(real) {
        Ok(listing) => listing,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error).with_context(|| format!("cannot read `{out}`")),
    };
    if listing.next().is_some() && !manifest::marks(real) {
        bail!(
            "`{out}` holds files that Instep did not build, so it is left alone: \
             choose another folder with `--out`, or empty this one"
        );
    }
    Ok(())
}

fn check(path: &str) -> anyhow::Result<()> {
    let plain = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']);
    if !path.split('/').all(plain) || path == manifest::PATH {
        bail!("`{path}` is no place for a page");
    }
    Ok(())
}

/// Whether the file holds these bytes. The manifest alone would carry on a file that was damaged
/// or edited after it was built.
fn holds(file: &Utf8Path, bytes: &[u8]) -> bool {
    let plain = |file: &File| {
        file.metadata()
            .is_ok_and(|found| found.is_file() && found.len() == bytes.len() as u64)
    };
    let no_link = |path: &Utf8Path| fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    let read = |mut file: File| {
        let mut found = Vec::with_capacity(bytes.len() + 1);
        file.read_to_end(&mut found).is_ok_and(|_| found == bytes)
    };
    no_link(file) && File::open(file).is_ok_and(|file| plain(&file) && read(file))
}

/// For file systems without hard links: the bytes and the time are kept all the same.
fn copy(from: &Utf8Path, to: &Utf8Path) -> std::io::Result<()> {
    fs::copy(from, to)?;
    let modified = fs::metadata(from)?.modified()?;
    File::options().write(true).open(to)?.set_modified(modified)
}

/// A thread that panicked while it held the map cannot have left it half changed.
fn open<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
