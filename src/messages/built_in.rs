//! The Fluent files that are part of the program, one folder a language.

use include_dir::{Dir, include_dir};

use crate::locale::tag::Locale;
use crate::path::SourcePath;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The words of the program itself on a command line. A site never shows them, so not every
/// language of sites has them.
const PROGRAM: &str = "program.ftl";

/// The texts built in for the sites of a locale: those of its nearest ancestor that has any.
pub fn texts(locale: &Locale) -> impl Iterator<Item = &'static str> + use<> {
    let folder = folder(locale, has_words);
    folder
        .into_iter()
        .flat_map(Dir::files)
        .filter(|file| is_interface(file.path()))
        .filter_map(|file| file.contents_utf8())
}

/// What the program itself says in a language.
pub fn of_program(locale: &Locale) -> Option<&'static str> {
    let folder = folder(locale, |dir| program(dir).is_some())?;
    program(folder)
}

/// Whether the program itself speaks a language.
pub fn speaks(locale: &Locale) -> bool {
    of_program(locale).is_some()
}

fn program(dir: &Dir<'static>) -> Option<&'static str> {
    dir.get_file(dir.path().join(PROGRAM))?.contents_utf8()
}

fn folder(locale: &Locale, holds: impl Fn(&Dir<'static>) -> bool) -> Option<&'static Dir<'static>> {
    let mut folders = locale.ancestors().into_iter();
    folders.find_map(|ancestor| FILES.get_dir(ancestor.tag()).filter(|dir| holds(dir)))
}

/// The languages that the interface speaks without any file of the site, as folder names.
pub fn languages() -> impl Iterator<Item = &'static str> {
    FILES
        .dirs()
        .filter(|dir| has_words(dir))
        .filter_map(|dir| dir.path().to_str())
}

/// The locale whose words a file holds: `fr-FR` of `locales/fr-FR/site.ftl`.
pub fn locale_of(path: &SourcePath) -> Option<Locale> {
    let folder = path.folder();
    Locale::parse(folder.rsplit_once('/').map_or(folder, |(_, name)| name))
}

fn has_words(dir: &Dir<'_>) -> bool {
    dir.files().any(|file| is_interface(file.path()))
}

/// Whether a file holds words that sites show.
pub fn is_interface(path: &std::path::Path) -> bool {
    let is_program = path.ends_with(PROGRAM);
    path.extension().is_some_and(|extension| extension == "ftl") && !is_program
}

/// The one-line values of a message in every language: `Remarque` and its like for `alert-note`.
pub fn values_of(id: &str) -> impl Iterator<Item = &'static str> {
    let files = FILES
        .dirs()
        .flat_map(Dir::files)
        .filter(|file| is_interface(file.path()));
    let lines = files
        .filter_map(|file| file.contents_utf8())
        .flat_map(str::lines);
    lines.filter_map(move |line| {
        Some(
            line.strip_prefix(id)?
                .trim_start()
                .strip_prefix('=')?
                .trim(),
        )
    })
}
