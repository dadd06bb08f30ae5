//! Keeps two builds of one folder apart.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};

use anyhow::{Context, bail};
use camino::{Utf8Path, Utf8PathBuf};

/// Held while a site is built; let go when dropped.
///
/// It is the system's own lock on the file, not the file, that counts. The system lets go of it
/// when a process ends in whatever way, so a file left by a killed build is no obstacle and no
/// process number, which may long be another's, has to be believed.
#[derive(Debug)]
pub struct Lock {
    path: Utf8PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock without waiting.
    ///
    /// # Errors
    /// Another process holds it, or the file cannot be written; the message names which.
    pub fn take(path: &Utf8Path) -> anyhow::Result<Self> {
        loop {
            let file = open(path)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => bail!(held(path, file)),
                Err(TryLockError::Error(error)) => {
                    return Err(error).with_context(|| format!("cannot lock `{path}`"));
                }
            }
            // Its last holder may have removed the file between our opening and locking it.
            if is_at(&file, path) {
                let mut lock = Self {
                    path: path.to_owned(),
                    file,
                };
                lock.sign()
                    .with_context(|| format!("cannot write `{path}`"))?;
                return Ok(lock);
            }
        }
    }

    fn sign(&mut self) -> std::io::Result<()> {
        self.file.set_len(0)?;
        self.file.seek(SeekFrom::Start(0))?;
        writeln!(self.file, "{}", std::process::id())
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still locked: nobody can be holding a lock on a file of this name.
        let _ = fs::remove_file(&self.path);
    }
}

fn open(path: &Utf8Path) -> anyhow::Result<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
        .with_context(|| format!("cannot write `{path}`"))
}

fn held(path: &Utf8Path, mut file: File) -> String {
    let mut holder = String::new();
    let _ = file.read_to_string(&mut holder);
    match holder.trim() {
        "" => format!("another build is at work: it holds `{path}`"),
        id => format!("another build is at work: process {id} holds `{path}`"),
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Utf8Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(held), Ok(there)) = (file.metadata(), fs::metadata(path)) else {
        return false;
    };
    (held.dev(), held.ino()) == (there.dev(), there.ino())
}

/// Elsewhere a file that is open cannot be removed.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Utf8Path) -> bool {
    true
}
