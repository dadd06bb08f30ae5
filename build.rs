//! Gives the program a name for what it was made from. What it remembers of a site from run to run
//! is believed only by the program that wrote it.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Whatever ends up in the program.
const MADE_FROM: [&str; 5] = ["src", "locales", "themes", "Cargo.toml", "Cargo.lock"];

fn main() {
    let mut files = BTreeSet::new();
    for name in MADE_FROM {
        println!("cargo::rerun-if-changed={name}");
        list(Path::new(name), &mut files);
    }
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
        std::fs::read(file).unwrap_or_default().hash(&mut hasher);
    }
    let of_cargo = |(name, value): (String, String)| {
        let counts = name.starts_with("CARGO_FEATURE") || name == "TARGET";
        counts.then_some((name, value))
    };
    let settings: BTreeSet<_> = std::env::vars().filter_map(of_cargo).collect();
    settings.hash(&mut hasher);
    println!("cargo::rustc-env=INSTEP_MADE_FROM={:016x}", hasher.finish());
}

fn list(path: &Path, files: &mut BTreeSet<PathBuf>) {
    match std::fs::read_dir(path) {
        Ok(entries) => entries
            .flatten()
            .for_each(|entry| list(&entry.path(), files)),
        Err(_) => {
            files.insert(path.to_owned());
        }
    }
}
