//! From the paths that the system tells to the paths of a site.

use std::fs;
use std::path::Path;

use anyhow::Context;
use camino::{Utf8Path, Utf8PathBuf};

use crate::io::walk::skipped;
use crate::path::normalize;

/// The folders of a site that are watched.
#[derive(Clone, Debug)]
pub struct Places {
    /// The folder of the site, without links.
    pub root: Utf8PathBuf,
    /// As paths of the site name them.
    folders: Vec<String>,
    ignored: Vec<String>,
}

impl Places {
    /// # Errors
    /// A root that is not there, named in the message.
    pub fn new(root: &Utf8Path, folders: &[&str], ignored: &[&str]) -> anyhow::Result<Self> {
        let real = root
            .canonicalize_utf8()
            .with_context(|| format!("cannot read folder `{root}`"))?;
        let names = |paths: &[&str]| -> Vec<String> {
            paths
                .iter()
                .map(|path| path.trim_end_matches('/').to_owned())
                .collect()
        };
        Ok(Self {
            root: real,
            folders: names(folders),
            ignored: names(ignored),
        })
    }

    /// The folders as they are named.
    pub fn names(&self) -> Vec<String> {
        self.folders.clone()
    }

    /// Where the folders that exist lie, without links.
    pub fn existing(&self) -> Vec<Utf8PathBuf> {
        let real = |folder: &String| self.root.join(folder).canonicalize_utf8().ok();
        self.folders
            .iter()
            .filter_map(real)
            .filter(|folder| folder.is_dir())
            .collect()
    }

    /// Folders in which one that does not exist yet would appear.
    pub fn expecting(&self) -> Vec<Utf8PathBuf> {
        let missing = self.folders.iter().map(|folder| self.root.join(folder));
        let nearest = |folder: Utf8PathBuf| {
            folder
                .ancestors()
                .skip(1)
                .find(|above| above.is_dir())
                .map(Utf8Path::to_owned)
        };
        missing
            .filter(|folder| !folder.is_dir())
            .filter_map(nearest)
            .collect()
    }

    /// What the site calls a file. `None` for those that are no part of it: names that begin with
    /// a dot, editors' leftovers, ignored folders, and files that nobody watches.
    pub fn locate(&self, path: &Path) -> Option<String> {
        let path = Utf8Path::from_path(path)?;
        let name = self.name(path)?;
        let below = name.trim_start_matches("../");
        let watched =
            |folder: &String| folder.is_empty() || within(&name, folder) || within(folder, &name);
        let part_of_site = !below.is_empty()
            && !below
                .split('/')
                .any(|part| skipped(part) || is_leftover(part))
            && !self.ignored.iter().any(|folder| within(&name, folder))
            && (!name.contains('/') || self.folders.iter().any(watched));
        part_of_site.then_some(name)
    }

    /// The files below a folder that is named as in the site.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let mut files = Vec::new();
        let mut open = vec![self.root.join(folder)];
        while let Some(folder) = open.pop() {
            let Ok(listing) = fs::read_dir(&folder) else {
                continue;
            };
            for entry in listing.flatten() {
                let Ok(path) = Utf8PathBuf::from_path_buf(entry.path()) else {
                    continue;
                };
                let Ok(kind) = entry.file_type() else {
                    continue;
                };
                let Some(name) = self.locate(path.as_std_path()) else {
                    continue;
                };
                if kind.is_dir() {
                    open.push(path)
                } else {
                    files.push(name)
                }
            }
        }
        files
    }

    /// The files of the root itself.
    pub fn top_files(&self) -> Vec<String> {
        let listing = fs::read_dir(&self.root).into_iter().flatten().flatten();
        let files = listing.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
        files
            .filter_map(|entry| self.locate(&entry.path()))
            .collect()
    }

    fn name(&self, path: &Utf8Path) -> Option<String> {
        let name = |folder: &String, place: &Utf8Path| {
            let below = path.strip_prefix(place).ok()?;
            Some(format!("{folder}/{below}").trim_matches('/').to_owned())
        };
        let mut folders = self.folders.iter();
        let named = folders.find_map(|folder| name(folder, &self.root.join(folder)));
        // The system tells of a folder behind a link, or beside the root, by its real place. Each
        // folder is looked up on disk for that, so it is not asked where a name tells.
        let mut folders = self.folders.iter();
        let real = || {
            folders
                .find_map(|folder| name(folder, &self.root.join(folder).canonicalize_utf8().ok()?))
        };
        let named = named.or_else(real);
        let top = || normalize(path.strip_prefix(&self.root).ok()?.as_str());
        named.or_else(top).filter(|name| !name.is_empty())
    }
}

fn within(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Files that editors write beside the one they save: Emacs, Vim (which tries the folder with one
/// named 4913), JetBrains, Word. Those whose names begin with a dot are skipped anyway.
fn is_leftover(name: &str) -> bool {
    name.ends_with('~')
        || name == "4913"
        || name.starts_with('#') && name.ends_with('#')
        || name.starts_with("~$")
        || name.ends_with("___jb_tmp___")
        || name.ends_with("___jb_old___")
        || name.ends_with(".swp")
        || name.ends_with(".swx")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        Places::new(Utf8Path::new("/"), &["content", "../docs"], &["dist"]).expect("`/` exists")
    }

    #[test]
    fn files_of_the_site_have_their_names() {
        let places = places();
        let name = |path: &str| places.locate(Path::new(path));
        assert_eq!(name("/content/en/a.md").as_deref(), Some("content/en/a.md"));
        assert_eq!(name("/site.yaml").as_deref(), Some("site.yaml"));
        assert_eq!(name("/other/a.md"), None);
        assert_eq!(name("/dist"), None);
    }

    #[test]
    fn what_editors_leave_is_passed_over() {
        let leftovers = [
            "a.md~",
            ".a.md.swp",
            "a.swp",
            "4913",
            "#a.md#",
            ".#a.md",
            "~$a.md",
            "a.md___jb_tmp___",
        ];
        for name in leftovers {
            assert_eq!(
                places().locate(&Path::new("/content").join(name)),
                None,
                "{name}"
            );
        }
        assert!(places().locate(Path::new("/content/4913.md")).is_some());
    }
}
