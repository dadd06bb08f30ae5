//! Puts new bytes in the place of a file in one step.

use std::fs;
use std::io::Write;

use anyhow::{Context, bail};
use camino::Utf8Path;
use tempfile::Builder;

/// Puts `new` in the place of a file that has the bytes `old`. Killed at any moment, the file has
/// one or the other, whole; its permissions stay.
///
/// # Errors
/// A file that changed meanwhile, that is a link, or a disk that takes no more.
pub fn replace(path: &Utf8Path, old: &[u8], new: &[u8]) -> anyhow::Result<()> {
    let metadata = fs::symlink_metadata(path).with_context(|| format!("cannot read `{path}`"))?;
    if !metadata.is_file() {
        bail!("`{path}` is not a file, so it is left alone");
    }
    if fs::read(path).with_context(|| format!("cannot read `{path}`"))? != old {
        bail!("`{path}` changed while it was looked at; look again");
    }
    let folder = path.parent().unwrap_or(Utf8Path::new("."));
    let write = || {
        let mut file = Builder::new().prefix(".instep-").tempfile_in(folder)?;
        file.write_all(new)?;
        file.as_file().set_permissions(metadata.permissions())?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok::<(), std::io::Error>(())
    };
    write().with_context(|| format!("cannot write `{path}`"))
}
