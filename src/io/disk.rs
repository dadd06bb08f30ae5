//! Reads files of a site from disk, and no others.

use std::fs::File;
use std::io::{Error, ErrorKind, Read, Result};

use anyhow::Context;
use camino::{Utf8Path, Utf8PathBuf};

use crate::path::{SourcePath, normalize};
use crate::source::Reader;

/// The folder of a site, and the sources beside it that its settings name.
#[derive(Debug)]
pub struct Disk {
    root: Base,
    beside: Vec<Base>,
    largest: u64,
}

#[derive(Debug)]
struct Base {
    /// As paths begin that lie in it: empty for the root, else `../docs-en/`.
    prefix: String,
    /// Without links.
    real: Utf8PathBuf,
}

impl Disk {
    /// Reads below `root`, files of up to `largest` bytes.
    ///
    /// # Errors
    /// A root that is not there, named in the message.
    pub fn new(root: &Utf8Path, largest: u64) -> anyhow::Result<Self> {
        Ok(Self {
            root: Base::new(root, "")?,
            beside: Vec::new(),
            largest,
        })
    }

    /// Reads below `folder` too, which lies beside the root (`../docs-en`).
    ///
    /// # Errors
    /// A folder that is not there, named in the message.
    pub fn beside(mut self, folder: &str) -> anyhow::Result<Self> {
        let prefix = format!("{}/", folder.trim_end_matches('/'));
        self.beside
            .push(Base::new(&self.root.real.join(folder), &prefix)?);
        Ok(self)
    }

    fn open(&self, path: &str) -> Result<File> {
        let mut bases = self.beside.iter().chain([&self.root]);
        let base = bases
            .find(|base| path.starts_with(&base.prefix))
            .unwrap_or(&self.root);
        let below = normalize(&path[base.prefix.len()..]).ok_or_else(|| left(path))?;
        if path.starts_with('/') || below.contains('\0') {
            return Err(left(path));
        }
        base.open(&below)
    }
}

impl Reader for Disk {
    fn read(&self, path: &SourcePath) -> Result<Vec<u8>> {
        let file = self.open(path.as_str())?;
        let metadata = file.metadata()?;
        if !metadata.is_file() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                format!("`{path}` is not a file"),
            ));
        }
        let size = metadata.len().min(self.largest);
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
        // A file can grow while it is read, so what counts is what came, not what was announced.
        file.take(self.largest + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > self.largest {
            let message = format!("`{path}` has more than the {} bytes allowed", self.largest);
            return Err(Error::new(ErrorKind::FileTooLarge, message));
        }
        Ok(bytes)
    }
}

impl Base {
    fn new(folder: &Utf8Path, prefix: &str) -> anyhow::Result<Self> {
        let real = folder
            .canonicalize_utf8()
            .with_context(|| format!("cannot read folder `{folder}`"))?;
        Ok(Self {
            prefix: prefix.to_owned(),
            real,
        })
    }

    /// The kernel keeps the way inside (`openat2(2)`, `RESOLVE_BENEATH`) where it can; that refuses
    /// absolute links even to files inside, which then take the slower way.
    fn open(&self, below: &str) -> Result<File> {
        #[cfg(target_os = "linux")]
        if let Ok(file) = self.open_beneath(below) {
            return Ok(file);
        }
        let real = self.real.join(below).canonicalize_utf8()?;
        if !real.starts_with(&self.real) {
            return Err(left(below));
        }
        open_without_waiting(&real)
    }

    #[cfg(target_os = "linux")]
    fn open_beneath(&self, below: &str) -> rustix::io::Result<File> {
        use rustix::fs::{CWD, Mode, OFlags, ResolveFlags, openat, openat2};
        let folder = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
        let root = openat(CWD, self.real.as_std_path(), folder, Mode::empty())?;
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = openat2(root, below, flags, Mode::empty(), ResolveFlags::BENEATH)?;
        Ok(File::from(file))
    }
}

/// Opening a pipe that nobody writes to would wait for ever.
#[cfg(unix)]
fn open_without_waiting(path: &Utf8Path) -> Result<File> {
    use rustix::fs::{Mode, OFlags, open};
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(File::from(open(path.as_std_path(), flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open_without_waiting(path: &Utf8Path) -> Result<File> {
    File::open(path)
}

fn left(path: &str) -> Error {
    Error::new(
        ErrorKind::PermissionDenied,
        format!("`{path}` lies outside of the site"),
    )
}
