//! What a language is called, in itself and in others.

use icu::experimental::displaynames::DisplayNamesOptions;
use icu::experimental::displaynames::multi::LocaleDisplayNamesFormatter;

use crate::locale::tag::Locale;

/// The name of a language in its own words, `français (France)`; the tag where CLDR has none.
pub fn autonym(locale: &Locale) -> String {
    name_in(locale, locale)
}

/// The name of a language in the words of another.
pub fn name_in(locale: &Locale, reader: &Locale) -> String {
    let options = DisplayNamesOptions::default();
    match LocaleDisplayNamesFormatter::try_new((&reader.icu()).into(), options) {
        Ok(names) => names.of(&locale.icu()).into_owned(),
        Err(_) => locale.tag(),
    }
}
