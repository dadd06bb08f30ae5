//! What commands leave for the next ones: the folder `.instep/` of a site.

use std::fs;
use std::io::{BufWriter, Error, Result, Write};

use camino::{Utf8Path, Utf8PathBuf};

use crate::io::lock::Lock;
use crate::io::moment::Moment;

/// The folder. It may be deleted at any time, and nothing in it is believed unseen.
#[derive(Debug)]
pub struct Cache {
    folder: Utf8PathBuf,
}

impl Cache {
    /// That of a site.
    pub fn of(root: &Utf8Path) -> Self {
        Self {
            folder: root.join(".instep"),
        }
    }

    /// The bytes of a file; none where there is none that can be read.
    pub fn read(&self, name: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.join(name)).ok()
    }

    /// When a file was written.
    pub fn written(&self, name: &str) -> Option<Moment> {
        Moment::of(&self.folder.join(name))
    }

    /// Writes a file in one step: whoever reads it meanwhile sees the old one or the new.
    ///
    /// # Errors
    /// A folder that cannot be written, or a disk that takes no more.
    pub fn write(
        &self,
        name: &str,
        content: impl FnOnce(&mut dyn Write) -> Result<()>,
    ) -> Result<()> {
        if !self.folder.is_dir() {
            fs::create_dir(&self.folder)?;
            // Nobody wants it among what they commit.
            fs::write(self.folder.join(".gitignore"), "*\n")?;
        }
        // Two builds of a site into two folders may end at once; one of them is remembered.
        let lock = Lock::take(&self.folder.join("lock")).map_err(Error::other)?;
        let fresh = self.folder.join(format!("{name}.new"));
        let written =
            write(&fresh, content).and_then(|()| fs::rename(&fresh, self.folder.join(name)));
        if written.is_err() {
            // A full disk is not to stay full because of it.
            let _ = fs::remove_file(&fresh);
        }
        drop(lock);
        written
    }

    /// Takes a file away.
    pub fn forget(&self, name: &str) {
        // Where it cannot be removed it is judged again when it is next read.
        let _ = fs::remove_file(self.folder.join(name));
    }
}

fn write(file: &Utf8Path, content: impl FnOnce(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut to = BufWriter::with_capacity(1 << 16, fs::File::create(file)?);
    content(&mut to)?;
    to.flush()
}
