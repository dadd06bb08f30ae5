//! The files of a folder as one commit has them.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind};

use anyhow::{anyhow, bail};
use gix::{ObjectId, Repository, ThreadSafeRepository};

use crate::io::git::history::History;
use crate::io::git::log::local;
use crate::io::git::tree::Trees;
use crate::nearest::hint;

/// The files of a folder as one commit has them. Links are not among them.
pub struct Snapshot {
    shared: ThreadSafeRepository,
    files: BTreeMap<String, ObjectId>,
}

impl History {
    /// The files at the commit where today's branch left another: at the newest commit that both
    /// `revision` and today's have. Where they have none in common, at `revision` itself.
    ///
    /// # Errors
    /// A revision that is not there, a missing or damaged object.
    pub fn snapshot(&self, revision: &str) -> anyhow::Result<Snapshot> {
        let repository = local(&self.shared);
        let commit = match self.resolve(&repository, revision) {
            Ok(commit) => commit,
            Err(_) if repository.is_shallow().unwrap_or(false) => {
                bail!("the clone is shallow and has no `{revision}`: fetch more of its history")
            }
            Err(_) => {
                let names = names(&repository);
                let hint = hint(revision, names.iter().map(String::as_str));
                bail!("the repository has no `{revision}`{hint}")
            }
        };
        let base = repository.merge_base(self.head, commit);
        let base = base.ok().flatten().map_or(commit, |base| base.detach());
        let read = || {
            let mut trees = Trees::new(&repository);
            match trees.folder(base, &self.folder)? {
                Some(tree) => trees.files(tree),
                None => Ok(BTreeMap::new()),
            }
        };
        let files = read().map_err(|error: gix::Error| anyhow!("cannot read `{base}`: {error}"))?;
        Ok(Snapshot {
            shared: self.shared.clone(),
            files,
        })
    }
}

impl Snapshot {
    /// The path of every file, with the id of its content.
    pub fn files(&self) -> impl Iterator<Item = (&str, String)> {
        let files = self.files.iter();
        files.map(|(path, id)| (path.as_str(), id.to_string()))
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// A file that was not there, a missing or damaged object.
    pub fn read(&self, path: &str) -> std::io::Result<Vec<u8>> {
        let id = self.files.get(path).ok_or(ErrorKind::NotFound)?;
        let repository = local(&self.shared);
        let blob = repository.find_blob(*id).map_err(Error::other)?;
        Ok(blob.detach().data)
    }
}

/// Branches and tags by the names that people call them.
fn names(repository: &Repository) -> Vec<String> {
    let Ok(references) = repository.references() else {
        return Vec::new();
    };
    let Ok(all) = references.all() else {
        return Vec::new();
    };
    all.flatten()
        .map(|reference| reference.name().shorten().to_string())
        .collect()
}
