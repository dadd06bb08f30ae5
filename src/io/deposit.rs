//! Puts files into a tree without ever overwriting one.

use std::fs;
use std::io::{ErrorKind, Write};

use anyhow::{Context, bail};
use camino::{Utf8Path, Utf8PathBuf};
use tempfile::{Builder, NamedTempFile};

/// A folder that files are put into.
#[derive(Debug)]
pub struct Deposit {
    /// Without links.
    folder: Utf8PathBuf,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// It was not there, and is now.
    Written,
    /// It was there already, with the same bytes, and was not touched.
    Kept,
    /// Another file is there; it was not touched.
    Differs,
}

impl Deposit {
    /// Opens a folder, making it where it is not there.
    ///
    /// # Errors
    /// A folder that cannot be made, named in the message.
    pub fn open(folder: &Utf8Path) -> anyhow::Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot create folder `{folder}`"))?;
        let folder = folder
            .canonicalize_utf8()
            .with_context(|| format!("cannot read folder `{folder}`"))?;
        Ok(Self { folder })
    }

    /// Puts a file at `place`, a path below the folder. Killed at any moment, the file is there
    /// whole or not at all.
    ///
    /// # Errors
    /// A place that a link leads out of the folder, or a disk that takes no more.
    pub fn put(&self, place: &str, bytes: &[u8]) -> anyhow::Result<Placed> {
        let target = self.folder.join(place);
        let parent = target.parent().unwrap_or(&self.folder);
        self.enter(parent)?;
        if fs::symlink_metadata(&target).is_ok() {
            return compare(&target, bytes);
        }
        let whole = temporary(parent)
            .and_then(|mut file| file.write_all(bytes).map(|()| file))
            .with_context(|| format!("cannot write `{target}`"))?;
        match whole.persist_noclobber(&target) {
            Ok(_) => Ok(Placed::Written),
            Err(error) if error.error.kind() == ErrorKind::AlreadyExists => compare(&target, bytes),
            Err(error) => Err(error.error).with_context(|| format!("cannot write `{target}`")),
        }
    }

    /// Makes a folder, unless a link on the way leads out.
    fn enter(&self, folder: &Utf8Path) -> anyhow::Result<()> {
        let real = folder
            .ancestors()
            .find_map(|known| known.canonicalize_utf8().ok());
        if !real.is_some_and(|real| real.starts_with(&self.folder)) {
            bail!("`{folder}` leads out of `{}`", self.folder);
        }
        fs::create_dir_all(folder).with_context(|| format!("cannot create folder `{folder}`"))
    }
}

/// A file beside the target, so that it can take its place in one step.
fn temporary(folder: &Utf8Path) -> std::io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".instep-");
    // Without this only its owner could read the file; the process's mask still counts.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

fn compare(target: &Utf8Path, bytes: &[u8]) -> anyhow::Result<Placed> {
    let is_file = fs::metadata(target).is_ok_and(|metadata| metadata.is_file());
    if !is_file {
        return Ok(Placed::Differs);
    }
    let found = fs::read(target).with_context(|| format!("cannot read `{target}`"))?;
    Ok(if found == bytes {
        Placed::Kept
    } else {
        Placed::Differs
    })
}
