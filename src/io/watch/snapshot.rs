//! What the watched files were like at one moment, to tell what changed since without reading.

use std::collections::BTreeMap;
use std::fs;
use std::time::SystemTime;

use crate::io::watch::places::Places;

/// Size and time of each file.
#[derive(Debug, Default)]
pub struct Snapshot(BTreeMap<String, (u64, Option<SystemTime>)>);

impl Snapshot {
    /// The files as they are now.
    pub fn of(places: &Places) -> Self {
        let mut files = places.top_files();
        let folders = places.names();
        files.extend(folders.iter().flat_map(|folder| places.files(folder)));
        Self::of_files(places, files)
    }

    /// The files below one folder, as they are now.
    pub fn below(places: &Places, folder: &str) -> Self {
        Self::of_files(places, places.files(folder))
    }

    fn of_files(places: &Places, files: Vec<String>) -> Self {
        let state = |path: &String| {
            let file = places.root.join(path);
            // A link that leads nowhere is there all the same.
            let metadata = fs::metadata(&file).or_else(|_| fs::symlink_metadata(&file));
            let metadata = metadata.ok()?;
            Some((metadata.len(), metadata.modified().ok()))
        };
        let states = files
            .into_iter()
            .filter_map(|path| Some((path.clone(), state(&path)?)));
        Self(states.collect())
    }

    /// All files, in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Files that are new or other than they were, in the order of their paths.
    pub fn written_since<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = &'a str> {
        let written = self
            .0
            .iter()
            .filter(|(path, state)| before.0.get(*path) != Some(state));
        written.map(|(path, _)| path.as_str())
    }

    /// Files that are gone, in the order of their paths.
    pub fn removed_since<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = &'a str> {
        let paths = before.0.keys().map(String::as_str);
        paths.filter(|path| !self.0.contains_key(*path))
    }
}
