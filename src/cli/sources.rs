//! The files of a site: those of its folder, and of every checkout that its settings name.

use anyhow::{Context, bail};
use camino::Utf8Path;

use crate::catalog::identity::{File, classify_in};
use crate::config::repository::{self, Checkout};
use crate::config::{Config, SourceFolder};
use crate::finding::Finding;
use crate::io::disk::Disk;
use crate::io::input::collisions;
use crate::io::walk::walk;
use crate::path::SourcePath;

/// What was found in the source folders.
pub struct Sources {
    pub disk: Disk,
    pub files: Vec<File>,
    pub findings: Vec<Finding>,
}

/// A source folder with its files.
struct Listed {
    folder: SourceFolder,
    paths: Vec<SourcePath>,
    name: String,
}

/// Lists the files of all source folders, and reads what Learn repositories among them say of
/// themselves into the settings.
///
/// # Errors
/// A source folder that is not there or cannot be read, named in the message.
pub fn list(config: &mut Config, root: &Utf8Path) -> anyhow::Result<Sources> {
    if config.sources.is_empty() && is_checkout(root) {
        config.sources.push(SourceFolder::default());
    }
    let home = &config.folders()[0].path;
    if config.sources.is_empty() && !root.join(home).exists() {
        bail!(
            "`{root}` holds no site: there is no folder `{home}`; `instep init` makes a small \
             site, and `sources` in `site.yaml` names other folders"
        );
    }
    let mut disk = Disk::new(root, config.limits.file_bytes)?;
    let (mut listed, mut findings) = (Vec::new(), Vec::new());
    for folder in config.folders() {
        let path = base(&folder);
        if path.starts_with("..") {
            disk = disk.beside(&path)?;
        }
        let found = walk(root, &path, config.limits.file_bytes)?;
        findings.extend(found.findings);
        let real = root.join(&path).canonicalize_utf8();
        let real = real.with_context(|| format!("cannot read folder `{path}`"))?;
        listed.push(Listed {
            folder: SourceFolder { path, ..folder },
            paths: found.value.into_iter().map(|entry| entry.path).collect(),
            name: real.file_name().unwrap_or_default().to_owned(),
        });
    }
    findings.extend(settle(config, &listed, &disk));
    let mut files: Vec<File> = listed
        .iter()
        .flat_map(|of| classified(of, config))
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.dedup_by(|a, b| a.path == b.path);
    findings.extend(collisions(files.iter().map(|file| &file.path)));
    Ok(Sources {
        disk,
        files,
        findings,
    })
}

fn classified<'l>(listed: &'l Listed, config: &'l Config) -> impl Iterator<Item = File> + 'l {
    let paths = listed.paths.iter();
    paths.map(|path| classify_in(path, &listed.folder, &config.learn))
}

/// Whether a folder without `sources` in its settings is a Learn repository itself: its settings
/// stand at its top, or, where there is no `content` that would serve, one folder down.
fn is_checkout(root: &Utf8Path) -> bool {
    let has = |path: &Utf8Path| path.join("docfx.json").is_file();
    if has(root) || root.join(repository::PUBLISHING).is_file() {
        return true;
    }
    let below = root.read_dir_utf8().into_iter().flatten().flatten();
    !root.join("content").is_dir() && below.into_iter().any(|entry| has(entry.path()))
}

/// Reads the settings of the Learn repositories among the folders.
fn settle(config: &mut Config, listed: &[Listed], disk: &Disk) -> Vec<Finding> {
    let mut findings = Vec::new();
    let asked = config.sources == [SourceFolder::default()];
    for Listed {
        folder,
        paths,
        name,
    } in listed
    {
        let checkout = Checkout {
            folder,
            base: &folder.path,
            name,
            paths,
        };
        if asked || repository::is_learn(checkout) {
            let read = repository::read(checkout, disk);
            findings.extend(read.findings);
            config.learn.extend(read.value);
        }
    }
    config.learn.settle(listed.iter().flat_map(|of| &of.paths));
    config.source_locale = config.source_locale.take().or(config.learn.source.clone());
    findings
}

/// Folder of a source relative to the root.
pub fn base(folder: &SourceFolder) -> String {
    let path = folder.path.trim_matches('/').trim_start_matches("./");
    let path = if path == "." { "" } else { path };
    match folder.repository.as_deref() {
        Some(repository) => format!("{}/{path}", repository.trim_end_matches('/'))
            .trim_end_matches('/')
            .to_owned(),
        None => path.to_owned(),
    }
}

/// The path of a file below a folder, if it lies there.
pub fn below<'p>(path: &'p SourcePath, folder: &str) -> Option<&'p str> {
    let folder = folder.trim_end_matches('/');
    if folder.is_empty() {
        return Some(path.as_str());
    }
    path.as_str().strip_prefix(folder)?.strip_prefix('/')
}
