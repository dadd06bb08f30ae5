//! Lists the files of a site: those of its folder, and of every checkout that its settings name.

use std::collections::BTreeSet;

use anyhow::{Context, bail};
use camino::Utf8Path;

use crate::catalog::identity::File;
use crate::config::{Config, SourceFolder, repository};
use crate::finding::Finding;
use crate::io::disk::Disk;
use crate::io::walk::walk;
use crate::path::SourcePath;
use crate::pipeline::sources::{self, Listed};

/// What was found in the source folders.
pub struct Sources {
    /// The door to the files.
    pub disk: Disk,
    /// Sorted by path.
    pub files: Vec<File>,
    /// Those of them that were reached by a link.
    pub linked: BTreeSet<SourcePath>,
    /// What was wrong with their names and kinds.
    pub findings: Vec<Finding>,
}

/// Lists the files of all source folders, and reads what Learn repositories among them say of
/// themselves into the settings.
///
/// # Errors
/// A source folder that is not there or cannot be read, named in the message.
pub fn list(config: &mut Config, root: &Utf8Path) -> anyhow::Result<Sources> {
    let looks_like_learn = config.sources.is_empty() && is_checkout(root);
    if looks_like_learn {
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
    let (mut listed, mut linked) = (Vec::new(), BTreeSet::new());
    let mut findings = Vec::new();
    for folder in config.folders() {
        let path = base(&folder);
        if path.starts_with("..") {
            disk = disk.beside(&path)?;
        }
        let found = walk(root, &path, config.limits.file_bytes)?;
        findings.extend(found.findings);
        let by_link = found.value.iter().filter(|entry| entry.linked);
        linked.extend(by_link.map(|entry| entry.path.clone()));
        let real = root.join(&path).canonicalize_utf8();
        let real = real.with_context(|| format!("cannot read folder `{path}`"))?;
        listed.push(Listed {
            folder: SourceFolder { path, ..folder },
            name: real.file_name().unwrap_or_default().to_owned(),
            paths: found.value.into_iter().map(|entry| entry.path).collect(),
            looks_like_learn,
        });
    }
    let files = sources::files(config, &listed, &disk);
    findings.extend(files.findings);
    Ok(Sources {
        disk,
        files: files.value,
        linked,
        findings,
    })
}

/// Whether a folder without `sources` in its settings is a Learn repository itself: its settings
/// stand at its top, or, where there is no `content` that would serve, one folder down.
fn is_checkout(root: &Utf8Path) -> bool {
    let has = |path: &Utf8Path| path.join("docfx.json").is_file();
    if has(root) || root.join(repository::PUBLISHING).is_file() {
        return true;
    }
    let mut below = root.read_dir_utf8().into_iter().flatten().flatten();
    !root.join("content").is_dir() && below.any(|entry| has(entry.path()))
}

/// Folder of a source relative to the root.
pub fn base(folder: &SourceFolder) -> String {
    let path = folder.path.trim_matches('/').trim_start_matches("./");
    let path = if path == "." { "" } else { path };
    match folder.repository.as_deref() {
        Some(repository) => {
            let repository = repository.trim_end_matches('/');
            format!("{repository}/{path}")
                .trim_end_matches('/')
                .to_owned()
        }
        None => path.to_owned(),
    }
}
