//! Plural forms for the script, which knows the number only in the reader's browser.

use std::collections::BTreeMap;

use fluent::{FluentArgs, FluentValue};

use crate::messages::language::{CATEGORY, Language, without_isolates};

/// Numbers that between them reach every plural category of whole numbers in CLDR. The last is for
/// the Romance languages, which have a category for millions.
const EXAMPLES: [i64; 11] = [2, 0, 1, 3, 5, 6, 11, 20, 21, 100, 1_000_000];

/// The forms of a message by plural category, as JSON: `{"one":"{n} day","other":"{n} days"}`. The
/// script asks `Intl.PluralRules` for the category and puts the number in the place of `{n}`.
pub fn json(language: &Language, id: &str) -> String {
    let mut forms: BTreeMap<String, String> = BTreeMap::new();
    for number in EXAMPLES {
        let arguments: FluentArgs<'_> =
            [("count", FluentValue::from(number))].into_iter().collect();
        let said = |id| language.format(id, &arguments).unwrap_or_default();
        let written = language.formats.number(number);
        forms
            .entry(without_isolates(&said(CATEGORY)))
            .or_insert_with(|| without_isolates(&said(id)).replacen(&written, "{n}", 1));
    }
    serde_json::to_string(&forms).expect("a map from text to text is JSON")
}
