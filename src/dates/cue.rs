//! What a language says around and inside its dates, beyond what CLDR knows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a date asks of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Before that day; on the day itself it is too late.
    Before,
    /// That day at the latest.
    By,
    /// On the day.
    On,
    /// From that day, or after it.
    After,
    /// Told, not asked.
    Mention,
}

/// How long the named period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// One day.
    Day,
    /// A month.
    Month,
    /// Half-years too: as their last quarter where the date is a limit that includes them (`by`
    /// and `on`), else as their first, so that a limit passes on the right day.
    Quarter,
    /// A year.
    Year,
}

/// The file `locales/<language>/dates.yaml` of one language. Everything in it may be left out.
///
/// Words are written as the language writes them; letter case and accents do not matter. A phrase
/// stands for its words in that order, whatever spaces, emphasis or line ends are between them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Cues {
    /// Phrases that stand before a date.
    pub ahead: Phrases,
    /// Phrases, particles and suffixes that stand after it.
    pub behind: Phrases,
    /// Names of limits, which may stand some words before their date where a colon or one of
    /// `links` comes right before it: `The deadline for comments is 30 June 2021`.
    pub names: Phrases,
    /// What ties a date to such a name, beside the colon: `is`.
    pub links: Vec<String>,
    /// Parts of a month's word that say what it asks: `-ig` ends it, `מ-` begins it.
    pub affixes: Phrases,
    /// Words that mean *from* only where a range follows: `de` in `de junio a agosto`.
    pub starts: Vec<String>,
    /// Words that may stand between such a phrase and the date: articles, `the day of`.
    pub fillers: Vec<String>,
    /// Words inside a date: `de` in `15 de enero de 2019`.
    pub joiners: Vec<String>,
    /// What may follow the number of a day: `th`, `er`, `º`.
    pub ordinals: Vec<String>,
    /// Words that stand between the ends of a range: `to` in `1 to 5 May 2020`.
    pub ranges: Vec<String>,
    /// Words after the hour of a day: `時` in `17時まで`.
    pub hours: Vec<String>,
    /// Names of months that CLDR does not have, by number.
    pub months: BTreeMap<u8, Vec<String>>,
    /// Names of week days that CLDR does not have.
    pub weekdays: Vec<String>,
    /// Names of months that are words as well (`May`): as dates they have a capital.
    pub proper: Vec<String>,
    /// Words that say what a number is.
    pub units: Units,
    /// Letters that lean on the word after them (Hebrew `ב`, Arabic `و`).
    pub clitics: Vec<String>,
    /// Endings that months take on: `ban` in `augusztusban`.
    pub endings: Vec<String>,
    /// The first year of each era, by its name.
    pub eras: BTreeMap<String, i16>,
    /// How far the years of the country's calendar run ahead of the common ones (Thai: 543).
    pub year_offset: i16,
    /// Words after which a number is no day and no date: `version`, `step`.
    pub labels: Vec<String>,
    /// Quarters and halves of a year.
    pub parts: Parts,
    /// Wording that means another day whenever it is read: `currently`. `{month}` stands for any
    /// month without its year.
    pub relative: Vec<String>,
}

/// Phrases by what they say of the date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Phrases {
    /// Before the day: `before`.
    pub before: Vec<String>,
    /// Up to the day and on it: `by`, `until`.
    pub by: Vec<String>,
    /// On the day: `on`.
    pub on: Vec<String>,
    /// From the day on: `after`, `from`.
    pub after: Vec<String>,
    /// The date is only told: `last updated on`.
    pub mention: Vec<String>,
}

/// Words that say what a number is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Units {
    /// They stand after the number: `年`, `월`, `roku`.
    pub behind: Unit,
    /// They stand before it: `tháng`, `năm`.
    pub ahead: Unit,
    /// What begins like a unit and is none: `月号` is the issue of a magazine.
    pub never: Vec<String>,
}

/// The words for a year, a month and a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Unit {
    /// For a year.
    pub year: Vec<String>,
    /// For a month.
    pub month: Vec<String>,
    /// For a day.
    pub day: Vec<String>,
}

/// How the language names quarters and halves of a year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Parts {
    /// Words for a quarter, before or after its number: `Q`, `quarter`.
    pub quarter: Vec<String>,
    /// Words for a half-year.
    pub half: Vec<String>,
    /// Words for numbers: `first`.
    pub count: BTreeMap<u8, Vec<String>>,
}

impl Role {
    /// The word for it in every format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::By => "by",
            Self::On => "on",
            Self::After => "after",
            Self::Mention => "mention",
        }
    }
}

impl Precision {
    /// The word for it in every format.
    pub fn word(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

impl Cues {
    /// Reads the file of one language.
    ///
    /// # Errors
    /// What is wrong in it and where, for the person who wrote it.
    pub fn parse(yaml: &str) -> Result<Self, String> {
        serde_yaml::from_str::<Option<Self>>(yaml)
            .map(Option::unwrap_or_default)
            .map_err(|error| error.to_string())
    }
}

impl Phrases {
    /// Every phrase with its role.
    pub fn roles(&self) -> impl Iterator<Item = (Role, &str)> {
        let groups = [
            (Role::Before, &self.before),
            (Role::By, &self.by),
            (Role::On, &self.on),
            (Role::After, &self.after),
            (Role::Mention, &self.mention),
        ];
        groups
            .into_iter()
            .flat_map(|(role, list)| list.iter().map(move |words| (role, words.as_str())))
    }
}
