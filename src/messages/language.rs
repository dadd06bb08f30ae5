//! The messages of one language, with its plural rules and digits.

use std::collections::{BTreeMap, BTreeSet};

use fluent::concurrent::FluentBundle;
use fluent::types::FluentNumberStyle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::parser::ParserError;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use crate::locale::format::Formats;
use crate::locale::tag::Locale;
use crate::messages::usage;

/// The messages of one language.
pub struct Language {
    bundle: FluentBundle<FluentResource>,
    /// How it writes dates, numbers and lists.
    pub formats: Formats,
    /// The variables of every message.
    pub variables: BTreeMap<String, BTreeSet<String>>,
}

/// A message that every language has: the plural category of `$count`.
pub const CATEGORY: &str = "plural-category";

const OWN: &str = "plural-category = { $count ->
    [zero] zero
    [one] one
    [two] two
    [few] few
    [many] many
   *[other] other
}
";

/// The formatters of a language as Fluent keeps them.
struct Digits(Formats);

impl Memoizable for Digits {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let locale = Locale::parse(&language.to_string()).ok_or(())?;
        Ok(Self(Formats::new(&locale)))
    }
}

impl Language {
    /// Later resources replace single messages of earlier ones.
    pub fn new(locale: &Locale, resources: Vec<FluentResource>) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![locale.identifier().clone()]);
        bundle.set_formatter(Some(digits));
        let added = bundle
            .add_builtins()
            .and_then(|()| bundle.add_function("DATETIME", day));
        debug_assert!(added.is_ok(), "a new bundle has no functions");
        bundle.add_resource_overriding(read(OWN).0);
        let mut variables = BTreeMap::new();
        for resource in resources {
            variables.extend(usage::variables(&resource));
            bundle.add_resource_overriding(resource);
        }
        Self {
            bundle,
            formats: Formats::new(locale),
            variables,
        }
    }

    /// A message with its arguments, each within isolates. `None` where the language lacks it, or
    /// where it asks for something that it is not given: then the next language is better than a
    /// hole in the sentence.
    pub fn format(&self, id: &str, arguments: &FluentArgs<'_>) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(arguments), &mut errors);
        errors.is_empty().then(|| text.into_owned())
    }
}

/// Reads a Fluent file. What can be read is kept, whatever else stands in it.
pub fn read(text: &str) -> (FluentResource, Vec<ParserError>) {
    match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors),
    }
}

/// Takes out the marks that Fluent puts around arguments, FSI and PDI.
pub fn without_isolates(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// Whether a text has letters of a right-to-left script, or the mark that stands for one: those in
/// the blocks that Unicode reserves for them (`DerivedBidiClass.txt`).
pub fn has_right_to_left(text: &str) -> bool {
    !text.is_ascii()
        && text.chars().any(|letter| {
            matches!(letter, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{fb1d}'..='\u{fdff}')
                || matches!(letter, '\u{fe70}'..='\u{feff}')
                || matches!(letter, '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        })
}

/// Writes numbers as the language does. Fluent itself knows only ASCII digits.
fn digits(value: &FluentValue<'_>, language: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    if number.options.style != FluentNumberStyle::Decimal || number.value.fract() != 0.0 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "counts of pages and days")]
    let whole = number.value as i64;
    language
        .with_try_get::<Digits, _, _>((), |digits| digits.0.number(whole))
        .ok()
}

/// `DATETIME($date)`: days arrive as the language writes them, so that it has nothing to add.
fn day<'a>(positional: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    positional.first().cloned().unwrap_or(FluentValue::Error)
}
