//! The files of a site from those of its source folders, by the settings of Learn repositories
//! among them.

use crate::catalog::identity::{File, classify_in};
use crate::config::learn::HOST;
use crate::config::repository::{self, Checkout};
use crate::config::{Config, SourceFolder};
use crate::document::construct::moniker::Moniker;
use crate::finding::Outcome;
use crate::path::SourcePath;
use crate::source::Reader;

/// A source folder with its files.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its `path` is from the root of the site.
    pub folder: SourceFolder,
    /// What the folder is called where it stands.
    pub name: String,
    /// In order.
    pub paths: Vec<SourcePath>,
    /// Whether nobody named it, and it is a Learn repository by its looks.
    pub looks_like_learn: bool,
}

/// Every file of a site, sorted by path. What Learn repositories say of themselves is put into the
/// settings.
pub fn files(config: &mut Config, listed: &[Listed], reader: &dyn Reader) -> Outcome<Vec<File>> {
    let mut findings = Vec::new();
    for of in listed {
        let checkout = Checkout {
            folder: &of.folder,
            base: &of.folder.path,
            name: &of.name,
            paths: &of.paths,
        };
        if of.looks_like_learn || repository::is_learn(checkout) {
            let read = repository::read(checkout, reader);
            findings.extend(read.findings);
            config.learn.extend(read.value);
        }
    }
    let versions = &config.versions;
    let is_built = |range: &str| {
        let range = range.to_owned();
        Moniker { range }.is_built(versions)
    };
    let paths = listed.iter().flat_map(|of| &of.paths);
    config.learn.settle(paths, &is_built);
    config.source_locale = config.source_locale.take().or(config.learn.source.clone());
    if config.learn.published {
        // What begins with `/` in such a repository means a page of Learn.
        let outside = &mut config.links.outside;
        outside.get_or_insert_with(|| HOST.to_owned());
    }
    let classified = |of: &Listed| -> Vec<File> {
        let paths = of.paths.iter();
        paths
            .map(|path| classify_in(path, &of.folder, &config.learn))
            .collect()
    };
    let mut files: Vec<File> = listed.iter().flat_map(classified).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.dedup_by(|a, b| a.path == b.path);
    Outcome {
        value: files,
        findings,
    }
}
