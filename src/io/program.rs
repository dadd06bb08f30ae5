//! Which program is at work.

use std::fs::File;
use std::io::{Read, Result};
use std::path::PathBuf;
use std::time::SystemTime;

use crate::memo::{Key, Parts};

/// A key of the file of the program that runs. Nothing that another one wrote is to be believed: what
/// it writes may depend on each line of its source, and a version says nothing of that. Where the file
/// cannot be read the key is like none before.
#[expect(clippy::disallowed_methods, reason = "a key that no run had before")]
pub fn key() -> Key {
    read().unwrap_or_else(|_| {
        let mut parts = Parts::default();
        parts.value(&std::process::id());
        parts.value(&SystemTime::now()).finish()
    })
}

/// A key of the place, length and times of the program's file: where it is the same, so is the content,
/// but for files of one version and length whose times a disk or an image does not keep. None where the
/// system does not tell, or the file is too new to be told from the next.
#[cfg(unix)]
pub fn stamp() -> Option<Key> {
    use std::os::unix::fs::MetadataExt;

    use crate::io::moment::Moment;
    // Of the file that is opened: another may be in its place a moment later.
    let found = File::open(own_file().ok()?).ok()?.metadata().ok()?;
    let is_settled = Moment::now().is_after_change_of(&found);
    let mut parts = Parts::default();
    parts.text(env!("CARGO_PKG_VERSION"));
    parts.packed(&(found.dev(), found.ino(), found.size()));
    parts.packed(&(found.mtime(), found.mtime_nsec()));
    parts.packed(&(found.ctime(), found.ctime_nsec()));
    is_settled.then(|| parts.finish())
}

#[cfg(not(unix))]
pub fn stamp() -> Option<Key> {
    None
}

fn read() -> Result<Key> {
    let mut file = File::open(own_file()?)?;
    let mut hasher = blake3::Hasher::new();
    let mut bytes = vec![0; 1 << 20];
    loop {
        match file.read(&mut bytes)? {
            0 => return Ok(hasher.finalize().into()),
            count => hasher.update(&bytes[..count]),
        };
    }
}

/// Its name may be another program's since it was started, but not here.
#[cfg(target_os = "linux")]
fn own_file() -> Result<PathBuf> {
    Ok(PathBuf::from("/proc/self/exe"))
}

#[cfg(not(target_os = "linux"))]
fn own_file() -> Result<PathBuf> {
    std::env::current_exe()
}
