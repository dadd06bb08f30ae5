//! Lists every file of a folder, and nothing that lies outside of the site.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, bail};
use camino::{Utf8Path, Utf8PathBuf};
use rayon::prelude::*;

use crate::finding::{Finding, Outcome};
use crate::io::input::{FILE_NAME, SPECIAL_FILE, SYMLINK_OUTSIDE, TOO_LARGE, reserved};
use crate::io::manifest;
use crate::limits::PATH_BYTES;
use crate::path::{SourcePath, join};

/// A regular file that was seen on disk. It may have changed or gone when it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Relative to the root; begins with `../` for a source beside it.
    pub path: SourcePath,
    /// Its size.
    pub bytes: u64,
    /// When it was written last, where the disk keeps that.
    pub modified: Option<SystemTime>,
    /// Whether a link led to it, or to a folder above it.
    pub linked: bool,
}

/// Lists the files below `root/folder`, sorted by path; `folder` is empty for the root itself and
/// may begin with `../`. Files of more than `largest` bytes are reported and left out.
///
/// Ignore files do not count: what git ignores may still be a text. Names that begin with a dot are
/// skipped but for Learn's `.openpublishing.*.json`, and so are `node_modules`, built sites, and
/// `dist` and `target` at the top.
///
/// # Errors
/// A folder that is not there or may not be read, named in the message. Publishing a site without
/// the pages of such a folder would take them from its readers.
pub fn walk(root: &Utf8Path, folder: &str, largest: u64) -> anyhow::Result<Outcome<Vec<Entry>>> {
    let beside = folder.split('/').any(|part| part == "..");
    let top = root.join(folder);
    let real = resolve(&top)?;
    let within = if beside { real.clone() } else { resolve(root)? };
    let path = folder.trim_matches('/').to_owned();
    if !real.starts_with(&within) {
        let findings = vec![outside(&SourcePath::new(&path), "leads out of the site")];
        return Ok(Outcome {
            value: Vec::new(),
            findings,
        });
    }
    let walk = Walk {
        within,
        top: real.clone(),
        largest,
    };
    let mut found = walk.scan(&Folder {
        path,
        real,
        reached: Reached::Plainly,
    })?;
    found.entries.par_sort_by(|a, b| a.path.cmp(&b.path));
    found
        .findings
        .sort_by(|a, b| (&a.file, &a.message).cmp(&(&b.file, &b.message)));
    Ok(Outcome {
        value: found.entries,
        findings: found.findings,
    })
}

struct Walk {
    /// Nothing outside of this folder is listed. Without links, as is `top`.
    within: Utf8PathBuf,
    top: Utf8PathBuf,
    largest: u64,
}

struct Folder {
    path: String,
    real: Utf8PathBuf,
    reached: Reached,
}

/// Links in folders that were reached by a link could multiply without end, so they are not
/// followed: a folder then appears at most once for each link.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reached {
    Plainly,
    ByLink,
}

#[derive(Default)]
struct Found {
    entries: Vec<Entry>,
    findings: Vec<Finding>,
    folders: Vec<Folder>,
}

impl Walk {
    fn scan(&self, folder: &Folder) -> anyhow::Result<Found> {
        let mut found = Found::default();
        let listing = match fs::read_dir(&folder.real) {
            // It was there a moment ago; somebody is removing it.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(found),
            listing => listing.with_context(|| format!("cannot read folder `{}`", folder.real))?,
        };
        for entry in listing {
            let entry = entry.with_context(|| format!("cannot read folder `{}`", folder.real))?;
            self.take(folder, &entry, &mut found);
        }
        let below = std::mem::take(&mut found.folders);
        let below: Vec<Found> = below
            .par_iter()
            .map(|folder| self.scan(folder))
            .collect::<anyhow::Result<_>>()?;
        for part in below {
            found.entries.extend(part.entries);
            found.findings.extend(part.findings);
        }
        Ok(found)
    }

    fn take(&self, folder: &Folder, entry: &fs::DirEntry, found: &mut Found) {
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            let path = SourcePath::new(&join(&folder.path, &name.to_string_lossy()));
            found
                .findings
                .push(FILE_NAME.about(&path, "this file name is not UTF-8"));
            return;
        };
        if skipped(name) {
            return;
        }
        let path = join(&folder.path, name);
        if path.len() > PATH_BYTES.most {
            let message = format!("this path is longer than {} bytes", PATH_BYTES.most);
            found
                .findings
                .push(FILE_NAME.about(&SourcePath::new(&path), message));
            return;
        }
        let real = folder.real.join(name);
        match entry.file_type() {
            Ok(kind) if kind.is_symlink() => self.follow(folder, path, &real, found),
            Ok(kind) if kind.is_dir() => self.enter(path, real, folder.reached, found),
            Ok(_) => self.list((path, folder.reached), &real, found),
            Err(_) => {}
        }
    }

    fn enter(&self, path: String, real: Utf8PathBuf, reached: Reached, found: &mut Found) {
        let name = real.file_name().unwrap_or_default();
        let at_top = real.parent() == Some(&self.top) || real.parent() == Some(&self.within);
        let built = at_top && matches!(name, "dist" | "target") || manifest::marks(&real);
        if !built {
            found.folders.push(Folder {
                path,
                real,
                reached,
            });
        }
    }

    fn follow(&self, folder: &Folder, path: String, link: &Utf8Path, found: &mut Found) {
        let refuse = |why: &str| outside(&SourcePath::new(&path), why);
        let target = link.canonicalize_utf8();
        let Ok(target) = target else {
            found
                .findings
                .push(refuse("leads to nothing that can be read"));
            return;
        };
        let hidden = |target: &Utf8Path| target.components().any(|part| skipped(part.as_str()));
        let inside = target
            .strip_prefix(&self.within)
            .is_ok_and(|below| !hidden(below));
        if !inside {
            found.findings.push(refuse("leads out of the site"));
        } else if !target.is_dir() {
            self.list((path, Reached::ByLink), &target, found);
        } else if folder.real.starts_with(&target) {
            found
                .findings
                .push(refuse("leads back to a folder above it"));
        } else if folder.reached == Reached::ByLink {
            found
                .findings
                .push(refuse("leads on from a folder that a link led to"));
        } else {
            self.enter(path, target, Reached::ByLink, found);
        }
    }

    fn list(&self, (path, reached): (String, Reached), real: &Utf8Path, found: &mut Found) {
        let Ok(metadata) = fs::metadata(real) else {
            return;
        };
        let path = SourcePath::new(&path);
        let bytes = metadata.len();
        if !metadata.is_file() {
            let message = format!("`{}` is a pipe, socket or device, not a file", path.name());
            found
                .findings
                .push(SPECIAL_FILE.about(&path, message).help("remove it"));
        } else if bytes > self.largest {
            let message = format!(
                "this file has {bytes} bytes, more than the {} allowed",
                self.largest
            );
            found.findings.push(
                TOO_LARGE
                    .about(&path, message)
                    .help("split it or raise the limit"),
            );
        } else {
            if let Some(why) = reserved(path.name()) {
                found
                    .findings
                    .push(FILE_NAME.about(&path, why).help("rename the file"));
            }
            found.entries.push(Entry {
                path,
                bytes,
                modified: metadata.modified().ok(),
                linked: reached == Reached::ByLink,
            });
        }
    }
}

fn resolve(folder: &Utf8Path) -> anyhow::Result<Utf8PathBuf> {
    let real = folder
        .canonicalize_utf8()
        .with_context(|| format!("cannot read folder `{folder}`"))?;
    if !Path::is_dir(real.as_std_path()) {
        bail!("`{folder}` is not a folder");
    }
    Ok(real)
}

fn outside(path: &SourcePath, why: &str) -> Finding {
    SYMLINK_OUTSIDE
        .about(path, format!("the link `{path}` {why}"))
        .help("put the file itself in its place")
}

/// Whether files and folders of this name are no part of any site.
pub fn skipped(name: &str) -> bool {
    let learn = name.starts_with(".openpublishing.") && name.ends_with(".json");
    name == "node_modules" || name.starts_with('.') && !learn
}
