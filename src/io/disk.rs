//! Reads files of a site from disk, and no others.

use std::fs::File;
use std::io::{Error, ErrorKind, Read, Result};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::{Context, bail};
use camino::{Utf8Path, Utf8PathBuf};

use crate::path::{SourcePath, normalize};
use crate::source::Reader;

/// The folder of a site, and the sources beside it that its settings name.
#[derive(Debug)]
pub struct Disk {
    root: Base,
    beside: Vec<Base>,
    largest: u64,
    /// How many were read, to know whether other threads get on.
    files_read: AtomicUsize,
    /// What is to be said of the first file that could not be opened since too many were open.
    unopened: Mutex<Option<String>>,
}

/// How long a file is waited for at a time where too many are open, and how often while no other is read
/// to its end: two seconds, in which most disks give thousands.
const PAUSE: Duration = Duration::from_millis(5);
const PAUSES: usize = 400;

/// One system call, but for signals.
fn read_some(mut file: &File, bytes: &mut [u8]) -> Result<usize> {
    loop {
        match file.read(bytes) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            read => return read,
        }
    }
}

#[derive(Debug)]
struct Base {
    /// As paths begin that lie in it: empty for the root, else `../docs-en/`.
    prefix: String,
    /// Without links.
    real: Utf8PathBuf,
    /// The folder itself: files are opened from it on.
    #[cfg(target_os = "linux")]
    folder: rustix::fd::OwnedFd,
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
            files_read: AtomicUsize::new(0),
            unopened: Mutex::default(),
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

    /// That no file was left unread because too many were open.
    ///
    /// # Errors
    /// The first file that was. What was read says nothing of the site then: readers would lose pages
    /// over a setting of the machine. Whoever goes on reads all anew, with another of these.
    pub fn ensure_read(&self) -> anyhow::Result<()> {
        match &*self.unopened() {
            Some(unopened) => bail!("{unopened}"),
            None => Ok(()),
        }
    }

    /// Opens a file, if need be when others are closed.
    fn open_in_turn(&self, path: &str) -> Result<File> {
        let (mut pauses, mut before) = (0, self.files_read.load(Ordering::Relaxed));
        loop {
            let error = match self.open(path) {
                Err(error) if is_short(&error) => error,
                opened => return opened,
            };
            let now = self.files_read.load(Ordering::Relaxed);
            pauses = if now == before { pauses + 1 } else { 0 };
            before = now;
            // Once one was waited for in vain, no other is.
            if pauses > PAUSES || self.unopened().is_some() {
                let unopened = || format!("cannot read `{path}`: {error}");
                self.unopened().get_or_insert_with(unopened);
                return Err(error);
            }
            thread::sleep(PAUSE);
        }
    }

    fn unopened(&self) -> MutexGuard<'_, Option<String>> {
        // Nothing in it can be half done.
        self.unopened.lock().unwrap_or_else(PoisonError::into_inner)
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
        let file = self.open_in_turn(path.as_str())?;
        let metadata = file.metadata()?;
        if !metadata.is_file() {
            return Err(Error::new(
                ErrorKind::InvalidInput,
                format!("`{path}` is not a file"),
            ));
        }
        let size = usize::try_from(metadata.len().min(self.largest)).unwrap_or(0);
        let mut bytes = vec![0; size + 1];
        let read = read_some(&file, &mut bytes)?;
        bytes.truncate(read);
        // A file can grow while it is read, so what counts is what came, not what was announced.
        // Where as much came as was announced, the room for one byte more stayed empty: the end.
        if read != size {
            let left = (self.largest + 1).saturating_sub(read as u64);
            file.take(left).read_to_end(&mut bytes)?;
        }
        if bytes.len() as u64 > self.largest {
            let message = format!("`{path}` has more than the {} bytes allowed", self.largest);
            return Err(Error::new(ErrorKind::FileTooLarge, message));
        }
        self.files_read.fetch_add(1, Ordering::Relaxed);
        Ok(bytes)
    }
}

impl Base {
    fn new(folder: &Utf8Path, prefix: &str) -> anyhow::Result<Self> {
        let real = folder
            .canonicalize_utf8()
            .with_context(|| format!("cannot read folder `{folder}`"))?;
        #[cfg(target_os = "linux")]
        let opened = {
            use rustix::fs::{Mode, OFlags};
            let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC;
            rustix::fs::open(real.as_std_path(), flags, Mode::empty())
                .with_context(|| format!("cannot read folder `{folder}`"))?
        };
        Ok(Self {
            prefix: prefix.to_owned(),
            real,
            #[cfg(target_os = "linux")]
            folder: opened,
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
        use rustix::fs::{Mode, OFlags, ResolveFlags, openat2};
        let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let file = openat2(
            &self.folder,
            below,
            flags,
            Mode::empty(),
            ResolveFlags::BENEATH,
        )?;
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

/// Whether as many files are open as the program or the machine may have.
#[cfg(unix)]
fn is_short(error: &Error) -> bool {
    use rustix::io::Errno;
    matches!(
        Errno::from_io_error(error),
        Some(Errno::MFILE | Errno::NFILE)
    )
}

/// Windows sets no bound that a program meets.
#[cfg(not(unix))]
fn is_short(_error: &Error) -> bool {
    false
}

fn left(path: &str) -> Error {
    Error::new(
        ErrorKind::PermissionDenied,
        format!("`{path}` lies outside of the site"),
    )
}
