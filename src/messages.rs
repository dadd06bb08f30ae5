//! The interface's own words, from Fluent files: a template never contains one.

use std::collections::BTreeMap;
use std::sync::Arc;

use fluent::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;

use crate::finding::{Finding, Outcome};
use crate::locale::format::Formats;
use crate::locale::tag::Locale;
use crate::source::Source;

pub mod built_in;
pub mod check;
pub mod forms;
pub mod language;
pub mod usage;

/// Every message in one locale. What the locale lacks is said in English.
pub struct Messages {
    /// The locale, then English.
    languages: Vec<language::Language>,
    words: Arc<BTreeMap<String, String>>,
}

/// What a message is given to speak of.
#[derive(Clone, Copy, Debug)]
pub enum Argument<'a> {
    /// Words as they are.
    Text(&'a str),
    /// Written with the language's digits, and the key to its plural forms.
    Number(i64),
    /// A day, written as the language writes days.
    Day(Date),
    /// Words, joined as the language joins them.
    List(&'a [String]),
}

impl Messages {
    /// The messages of a locale: those built in for its language, replaced one by one by those of
    /// the site's own files at `locales/<locale>/*.ftl`, those of the language first. The findings
    /// are those of files that Fluent cannot read; [`check::check`] has more.
    pub fn new(locale: &Locale, overrides: &[Source]) -> Outcome<Self> {
        let mut findings = Vec::new();
        let languages: Vec<_> = chain(locale)
            .iter()
            .map(|locale| {
                let (files, broken) = files_of(locale, overrides);
                findings.extend(broken);
                language::Language::new(locale, files)
            })
            .collect();
        let words = Arc::new(words(&languages));
        Outcome {
            value: Self { languages, words },
            findings,
        }
    }

    /// The words of the program itself on a command line, with those of a site's interface.
    pub fn of_program(locale: &Locale) -> Self {
        let chain = chain(locale);
        let texts = |locale: &Locale| -> Vec<FluentResource> {
            let own = built_in::texts(locale).chain(built_in::of_program(locale));
            own.map(|text| language::read(text).0).collect()
        };
        let languages = chain
            .iter()
            .map(|locale| language::Language::new(locale, texts(locale)));
        Self {
            languages: languages.collect(),
            words: Arc::default(),
        }
    }

    /// A message with its arguments in their places. Where texts of both directions meet, each
    /// argument is isolated (UAX #9, section 2.4) so that none disturbs its surroundings. The id
    /// itself where no language has the message.
    pub fn text(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let text = self.isolated(id, arguments);
        if language::has_right_to_left(&text) {
            text
        } else {
            language::without_isolates(&text)
        }
    }

    /// The same for places that are no running text: titles of feeds, calendars, file names.
    pub fn plain(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        language::without_isolates(&self.isolated(id, arguments))
    }

    /// Every message without variables by its id with `_` for `-`; and for each whose one variable
    /// is `$count`, under `<id>_forms`, its plural forms for the script (see [`forms`]).
    pub fn words(&self) -> Arc<BTreeMap<String, String>> {
        Arc::clone(&self.words)
    }

    /// Whether the words are the locale's own. Some languages have none, and are shown English.
    pub fn speaks(&self) -> bool {
        self.languages
            .first()
            .is_some_and(|own| !own.variables.is_empty())
    }

    /// How the locale writes dates, numbers and lists.
    pub fn formats(&self) -> &Formats {
        &self.languages[0].formats
    }

    fn isolated(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let said = self
            .languages
            .iter()
            .find_map(|language| language.format(id, &values(&language.formats, arguments)));
        said.unwrap_or_else(|| id.to_owned())
    }
}

/// The resources of one locale, the ones that give way first.
fn files_of(locale: &Locale, overrides: &[Source]) -> (Vec<FluentResource>, Vec<Finding>) {
    let mut resources: Vec<_> = built_in::texts(locale)
        .map(|text| language::read(text).0)
        .collect();
    let mut findings = Vec::new();
    for ancestor in locale.ancestors().iter().rev() {
        for source in overrides {
            if built_in::locale_of(&source.path).as_ref() == Some(ancestor) {
                let (resource, errors) = language::read(&source.text);
                findings.extend(errors.iter().map(|error| check::unreadable(source, error)));
                resources.push(resource);
            }
        }
    }
    (resources, findings)
}

fn values<'a>(formats: &Formats, arguments: &[(&'a str, Argument<'a>)]) -> FluentArgs<'a> {
    arguments
        .iter()
        .map(|(name, argument)| {
            let value = match argument {
                Argument::Text(text) => FluentValue::from(*text),
                Argument::Number(number) => FluentValue::from(*number),
                Argument::Day(day) => FluentValue::from(formats.date(*day)),
                Argument::List(items) => FluentValue::from(formats.list(items)),
            };
            (*name, value)
        })
        .collect()
}

/// A locale, and English, in which every message is there.
fn chain(locale: &Locale) -> Vec<Locale> {
    let english = Some(Locale::english()).filter(|_| locale.language() != "en");
    std::iter::once(locale.clone()).chain(english).collect()
}

fn words(languages: &[language::Language]) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    for language in languages {
        for (id, variables) in &language.variables {
            let key = id.replace('-', "_");
            let mut names = variables.iter().map(String::as_str);
            match (names.next(), names.next()) {
                (None, _) => {
                    let text = language.format(id, &FluentArgs::new()).unwrap_or_default();
                    words
                        .entry(key)
                        .or_insert_with(|| language::without_isolates(&text));
                }
                (Some("count"), None) => {
                    words
                        .entry(format!("{key}_forms"))
                        .or_insert_with(|| forms::json(language, id));
                }
                _ => {}
            }
        }
    }
    words
}
