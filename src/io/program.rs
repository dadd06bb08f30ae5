//! Which program is at work.

use std::fs::File;
use std::io::Result;
use std::path::PathBuf;
use std::time::SystemTime;

use object::{Object, ReadCache};

use crate::memo::{Key, Parts};

/// Bytes of the shortest hash that is believed to be of one program alone.
const SHORTEST: usize = 8;

/// A key of the program that runs. Nothing that another one wrote is to be believed: what it writes may
/// depend on each line of its source, and a version says nothing of that. Where its file cannot be read
/// the key is like none before.
#[expect(clippy::disallowed_methods, reason = "a key that no run had before")]
pub fn key() -> Key {
    build_id().or_else(|| content().ok()).unwrap_or_else(|| {
        let mut parts = Parts::default();
        parts.value(&std::process::id());
        parts.value(&SystemTime::now()).finish()
    })
}

/// The name that the linker gave the program, a hash over its content: it is found in no time, and to read
/// the whole program takes longer than to build some sites. None where the linker gives none.
fn build_id() -> Option<Key> {
    let file = ReadCache::new(File::open(own_file().ok()?).ok()?);
    let object = object::File::parse(&file).ok()?;
    let id = match object.build_id().ok()? {
        Some(id) => id.to_vec(),
        None => object.mach_uuid().ok()??.to_vec(),
    };
    (id.len() >= SHORTEST).then(|| Key::of(&id))
}

/// A key of the whole program, as it lies on the disk.
fn content() -> Result<Key> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(own_file()?)?)?;
    Ok(hasher.finalize().into())
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
