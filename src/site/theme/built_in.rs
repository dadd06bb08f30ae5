//! The theme that is part of the program.

use include_dir::{Dir, include_dir};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// Templates by name, without the folder that holds them.
pub fn templates() -> impl Iterator<Item = (&'static str, &'static str)> {
    below("templates").filter_map(|(name, bytes)| Some((name, std::str::from_utf8(bytes).ok()?)))
}

/// Files for browsers by name.
pub fn assets() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    below("static")
}

/// The text of `theme.yaml`.
pub fn manifest() -> &'static str {
    FILES
        .get_file("theme.yaml")
        .and_then(|file| file.contents_utf8())
        .expect("the default theme has a manifest")
}

fn below(folder: &'static str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let mut folders: Vec<_> = FILES.get_dir(folder).into_iter().collect();
    let mut files = Vec::new();
    while let Some(dir) = folders.pop() {
        folders.extend(dir.dirs());
        files.extend(dir.files());
    }
    files.into_iter().filter_map(move |file| {
        let name = file.path().to_str()?.strip_prefix(folder)?;
        Some((name.trim_start_matches('/'), file.contents()))
    })
}
