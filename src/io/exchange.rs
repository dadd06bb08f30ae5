//! Puts a finished folder in the place of another in one step.

use std::fs;
use std::io::{ErrorKind, Result};

use anyhow::Context;
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::io::manifest;
use crate::io::remove::remove;

/// Up to as many files are flushed one by one.
const FEW: usize = 64;

/// The folders beside a built site that only a build uses.
#[derive(Debug)]
pub struct Places {
    /// The site that readers see.
    pub out: Utf8PathBuf,
    /// The site being built, and after the exchange the one that was.
    pub fresh: Utf8PathBuf,
    /// The one that was, where the system cannot exchange.
    pub old: Utf8PathBuf,
    /// Held while a site is built.
    pub lock: Utf8PathBuf,
}

impl Places {
    /// Names them. `parent` is the folder that holds the site, `name` the site's.
    pub fn new(parent: &Utf8Path, name: &str) -> Self {
        Self {
            out: parent.join(name),
            fresh: parent.join(format!(".{name}.instep-new")),
            old: parent.join(format!(".{name}.instep-old")),
            lock: parent.join(format!(".{name}.instep-lock")),
        }
    }

    /// Completes an exchange that a kill has cut in two, and removes what killed builds left.
    ///
    /// # Errors
    /// A folder that can be neither moved nor removed, named in the message.
    pub fn recover(&self) -> anyhow::Result<()> {
        if !exists(&self.out) && exists(&self.old) {
            // The first of two renames was done, so the fresh site was complete; unless somebody
            // removed it since.
            let whole = if manifest::marks(&self.fresh) {
                &self.fresh
            } else {
                &self.old
            };
            fs::rename(whole, &self.out).with_context(|| format!("cannot move `{whole}`"))?;
        }
        for left in [&self.fresh, &self.old] {
            remove(left).with_context(|| format!("cannot remove `{left}`"))?;
        }
        Ok(())
    }

    /// Puts the fresh site in its place; where the system exchanges them, the one that was there is
    /// now at the place of the fresh one. `written` are the files that were written and not linked,
    /// relative to the site.
    ///
    /// # Errors
    /// The site could not be put in place, and the one that was there still stands.
    pub fn publish(&self, written: &[&str]) -> anyhow::Result<()> {
        self.sync(written)
            .with_context(|| format!("cannot write `{}`", self.fresh))?;
        self.swap()
            .with_context(|| format!("cannot put the new site in place at `{}`", self.out))?;
        let parent = self.out.parent().unwrap_or(&self.out);
        sync_folder(parent).with_context(|| format!("cannot write `{parent}`"))?;
        // The new site stands; what is left of the old one goes now or at the next build.
        let _ = remove(&self.old);
        Ok(())
    }

    /// Flushing each of ten thousand files takes minutes on a slow disk; flushing the whole file
    /// system for a few waits for what everybody else has written.
    fn sync(&self, written: &[&str]) -> Result<()> {
        if written.len() > FEW {
            return sync_all(&self.fresh);
        }
        written
            .par_iter()
            .try_for_each(|path| fs::File::open(self.fresh.join(path))?.sync_all())
    }

    fn swap(&self) -> Result<()> {
        if !exists(&self.out) {
            return fs::rename(&self.fresh, &self.out);
        }
        match exchange(&self.fresh, &self.out) {
            Err(error) if unsupported(&error) => self.swap_in_two_steps(),
            result => result,
        }
    }

    /// Between the two there is no site. [`Places::recover`] does the second where a kill kept it
    /// from being done, since only here a complete site stands beside an old one.
    fn swap_in_two_steps(&self) -> Result<()> {
        fs::rename(&self.out, &self.old)?;
        fs::rename(&self.fresh, &self.out).inspect_err(|_| {
            let _ = fs::rename(&self.old, &self.out);
        })
    }
}

/// Exchanges two folders (`renameat2(2)` with `RENAME_EXCHANGE`, `renameatx_np(2)` with
/// `RENAME_SWAP`).
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Utf8Path, other: &Utf8Path) -> Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    let (one, other) = (one.as_std_path(), other.as_std_path());
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Utf8Path, _: &Utf8Path) -> Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// File systems that cannot exchange say so with one of these (`EINVAL`, `ENOSYS`, `ENOTSUP`).
fn unsupported(error: &std::io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::InvalidInput | ErrorKind::Unsupported
    )
}

/// One flush of the file system (`syncfs(2)`).
#[cfg(any(target_os = "linux", target_os = "android"))]
fn sync_all(folder: &Utf8Path) -> Result<()> {
    Ok(rustix::fs::syncfs(fs::File::open(folder)?)?)
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
fn sync_all(_: &Utf8Path) -> Result<()> {
    rustix::fs::sync();
    Ok(())
}

#[cfg(not(unix))]
fn sync_all(_: &Utf8Path) -> Result<()> {
    Ok(())
}

#[cfg(unix)]
fn sync_folder(folder: &Utf8Path) -> Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Utf8Path) -> Result<()> {
    Ok(())
}

fn exists(path: &Utf8Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}
