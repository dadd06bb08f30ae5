//! What a language is called, in itself and in others.

use icu::experimental::displaynames::DisplayNamesOptions;
use icu::experimental::displaynames::multi::LocaleDisplayNamesFormatter;

use crate::locale::tag::Locale;

/// What readers call a language that stands among others: `français`, and `français (Canada)` only
/// where another of them is French too. Where a region writes in another script than the language
/// mostly does, the script is named: `zh-TW` is 繁體中文.
pub fn name_among(locale: &Locale, others: &[Locale], reader: &Locale) -> String {
    let bare = locale.with_own_script();
    let shared = others
        .iter()
        .any(|other| other != locale && other.with_own_script() == bare);
    name_in(if shared { locale } else { &bare }, reader)
}

/// The name of a language in the words of another.
pub fn name_in(locale: &Locale, reader: &Locale) -> String {
    let options = DisplayNamesOptions::default();
    match LocaleDisplayNamesFormatter::try_new((&reader.icu()).into(), options) {
        Ok(names) => names.of(&locale.icu()).into_owned(),
        Err(_) => locale.tag(),
    }
}
