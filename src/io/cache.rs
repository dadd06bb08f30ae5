//! What commands leave for the next ones: the folder `.instep/` of a site.

use std::fs;
use std::io::{BufWriter, Result, Write};

use camino::{Utf8Path, Utf8PathBuf};

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
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        let mut to = BufWriter::with_capacity(1 << 16, &mut file);
        content(&mut to)?;
        to.flush()?;
        drop(to);
        file.persist(self.folder.join(name))?;
        Ok(())
    }

    /// Takes a file away.
    pub fn forget(&self, name: &str) {
        // Where it cannot be removed it is judged again when it is next read.
        let _ = fs::remove_file(self.folder.join(name));
    }
}
