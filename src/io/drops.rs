//! What is handed over, found on disk: folders and single files, and the door to them.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind, Result};

use anyhow::{Context, bail};
use camino::{Utf8Path, Utf8PathBuf};

use crate::import::drop::{Drop, Form};
use crate::import::plan::Skipped;
use crate::io::disk::Disk;
use crate::io::walk::walk;
use crate::path::SourcePath;
use crate::source::Reader;

/// Hand-offs on disk.
#[derive(Debug, Default)]
pub struct Handed {
    /// In the order in which they were named.
    pub drops: Vec<Drop>,
    /// Files that cannot be taken at all: links that lead out, pipes, names that are not UTF-8.
    pub skipped: Vec<Skipped>,
    /// By the folder as messages name it.
    disks: BTreeMap<String, Disk>,
}

impl Handed {
    /// Lists files and folders; of `folder`, what lies in `without` is no part of the hand-off.
    ///
    /// # Errors
    /// A path that is not there or may not be read, named in the message.
    pub fn open(from: &[Utf8PathBuf], without: &Utf8Path, largest: u64) -> anyhow::Result<Self> {
        let mut handed = Self::default();
        let mut loose: BTreeMap<Utf8PathBuf, Vec<Box<str>>> = BTreeMap::new();
        for path in from {
            let metadata = path
                .metadata()
                .with_context(|| format!("cannot read `{path}`"))?;
            if metadata.is_dir() {
                handed.folder(path, without, largest)?;
            } else if metadata.is_file() {
                let (folder, name) = file(path)?;
                loose.entry(folder).or_default().push(name);
            } else {
                bail!("`{path}` is neither a file nor a folder");
            }
        }
        for (folder, mut files) in loose {
            files.sort();
            files.dedup();
            handed.add(&folder, Form::Loose, files, largest)?;
        }
        Ok(handed)
    }

    fn folder(&mut self, path: &Utf8Path, without: &Utf8Path, largest: u64) -> anyhow::Result<()> {
        let real = path
            .canonicalize_utf8()
            .with_context(|| format!("cannot read folder `{path}`"))?;
        if real.starts_with(without) {
            bail!("`{path}` lies in the folder that it would be imported into");
        }
        let inside = without.strip_prefix(&real).ok();
        let is_inside =
            |path: &str| inside.is_some_and(|inside| Utf8Path::new(path).starts_with(inside));
        let found = walk(&real, "", largest)?;
        let entries = found.value.iter().map(|entry| entry.path.as_str());
        let files: Vec<Box<str>> = entries
            .filter(|path| !is_inside(path))
            .map(Box::from)
            .collect();
        let folder = if path.as_str() == "." { &real } else { path };
        let name = shown(folder);
        // A file that is listed and found fault with is taken all the same.
        let lost = found.findings.iter().filter(|finding| {
            let path = finding.file.as_str();
            !is_inside(path) && !files.iter().any(|file| **file == *path)
        });
        self.skipped.extend(lost.map(|finding| Skipped {
            from: format!("{name}/{}", finding.file).into(),
            why: finding.message.as_str().into(),
        }));
        self.add(folder, Form::Folder, files, largest)
    }

    /// That no file was left unread because too many were open.
    ///
    /// # Errors
    /// Those of [`Disk::ensure_read`].
    pub fn ensure_read(&self) -> anyhow::Result<()> {
        self.disks.values().try_for_each(Disk::ensure_read)
    }

    fn add(
        &mut self,
        folder: &Utf8Path,
        form: Form,
        files: Vec<Box<str>>,
        largest: u64,
    ) -> anyhow::Result<()> {
        let name = shown(folder);
        let real = if folder.as_str().is_empty() {
            Utf8Path::new(".")
        } else {
            folder
        };
        self.disks.insert(name.clone(), Disk::new(real, largest)?);
        let drop = Drop {
            folder: name.into(),
            form,
            files,
        };
        self.drops.extend(drop.split());
        Ok(())
    }
}

impl Reader for Handed {
    fn read(&self, path: &SourcePath) -> Result<Vec<u8>> {
        let inside = |(folder, disk): (&String, &Disk)| {
            let below = path
                .as_str()
                .strip_prefix(folder.as_str())?
                .strip_prefix('/')?;
            Some(disk.read(&SourcePath::new(below)))
        };
        let mut reads = self.disks.iter().rev().filter_map(inside);
        reads.next().unwrap_or_else(|| {
            Err(Error::new(
                ErrorKind::NotFound,
                format!("`{path}` was not handed over"),
            ))
        })
    }
}

/// The folder and name of a single file. A link that was named is followed.
fn file(path: &Utf8Path) -> anyhow::Result<(Utf8PathBuf, Box<str>)> {
    let path = if path.is_symlink() {
        path.canonicalize_utf8()
            .with_context(|| format!("cannot read `{path}`"))?
    } else {
        path.to_owned()
    };
    let name = path
        .file_name()
        .with_context(|| format!("`{path}` names no file"))?;
    Ok((
        path.parent().unwrap_or(Utf8Path::new("")).to_owned(),
        name.into(),
    ))
}

/// A folder as messages name it, with `/`.
fn shown(folder: &Utf8Path) -> String {
    let shown = folder.as_str().replace('\\', "/");
    let shown = shown
        .strip_prefix("./")
        .unwrap_or(&shown)
        .trim_end_matches('/');
    if shown.is_empty() {
        ".".to_owned()
    } else {
        shown.to_owned()
    }
}
