//! Finds the dates of a text.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex};

use include_dir::{Dir, include_dir};
use jiff::civil::Date;

use crate::dates::cue::{Cues, Precision, Role};
use crate::dates::glance::Glance;
use crate::dates::lexicon::Lexicon;
use crate::dates::names::Names;
use crate::dates::reading::{Found, Reading, When};
use crate::dates::token::{Kind, Numerals};
use crate::dates::{numeric, role, written};
use crate::locale::tag::Locale;

/// The files of the languages that come with the program.
static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// A date that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// The first day of the period that is named.
    pub date: Date,
    pub precision: Precision,
    pub role: Role,
    /// The words that give it its role, as written.
    pub cue: Option<String>,
    /// The year was not written but taken from the page's date.
    pub yearless: bool,
}

/// Everything that is needed to read one language. Costly to make, cheap to use.
pub struct Scanner {
    names: Names,
    lexicon: Lexicon,
    glance: Glance,
    year_offset: i16,
}

/// How far around a digit the words of a date and its cue are looked for, in bytes.
const NEAR: usize = 160;

impl Scanner {
    /// The scanner of a language; without `cues` it knows CLDR's names alone and no roles.
    pub fn new(locale: &Locale, cues: Option<&Cues>) -> Self {
        let names = Names::of(locale);
        let none = Cues::default();
        let cues = cues.unwrap_or(&none);
        let han = matches!(locale.language(), "zh" | "ja" | "yue");
        let numerals = if han {
            Numerals::DigitsAndHan
        } else {
            Numerals::Digits
        };
        let mut glance = Glance::default();
        glance.also('\u{ff10}', 10);
        if let Some(zero) = names.zero {
            glance.also(zero, 10);
        }
        if han {
            glance.also('月', 1);
        }
        let lexicon = Lexicon::new(&names, cues, numerals);
        Self {
            names,
            lexicon,
            glance,
            year_offset: cues.year_offset,
        }
    }

    /// The dates of a text, in order. Emphasis is to be blanked to U+0001 (dates are seen through
    /// it), what is no prose to U+0002, and blocks end at U+0003 or a blank line. A day without a
    /// year is resolved to the one next to `page_date`, and left out where that is not known.
    pub fn scan(&self, text: &str, page_date: Option<Date>) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let mut done = 0;
        while let Some(window) = self.window(text, done) {
            done = window.end;
            let mut reading = Reading::new(text, window, &self.names, &self.lexicon);
            reading.year_offset = self.year_offset;
            self.read(&reading, page_date, &mut mentions);
        }
        mentions
    }

    /// The next stretch of text around digits that stand close to each other.
    fn window(&self, text: &str, from: usize) -> Option<Range<usize>> {
        let bytes = text.as_bytes();
        let first = self.glance.next(bytes, from)?;
        let mut last = first;
        while let Some(next) = self
            .glance
            .next(&bytes[..bytes.len().min(last + 2 * NEAR)], last + 1)
        {
            last = next;
        }
        let start = whole_word(text, first.saturating_sub(NEAR).max(from));
        let end = text.floor_char_boundary(bytes.len().min(last + NEAR));
        Some(start.min(first)..end)
    }

    fn read(&self, reading: &Reading, page_date: Option<Date>, mentions: &mut Vec<Mention>) {
        let mut floor = 0;
        let mut at = 0;
        while at < reading.tokens.len() {
            let found = match reading.tokens[at].kind {
                Kind::Number { value, digits } if digits > 4 || (digits == 3 && value > 31) => None,
                Kind::Number { .. } | Kind::Han { .. } => around(reading, at, floor),
                _ => None,
            };
            let Some(found) = found else {
                at += 1;
                continue;
            };
            at = found.end.max(at + 1);
            floor = match self.mention(reading, found, (floor, page_date)) {
                Some((mention, end)) => {
                    mentions.push(mention);
                    end
                }
                None => found.end,
            };
        }
    }

    /// The date with its role, and the token up to which its cue reaches.
    fn mention(
        &self,
        reading: &Reading,
        found: Found,
        (floor, page_date): (usize, Option<Date>),
    ) -> Option<(Mention, usize)> {
        let cue = role::find(reading, found, floor);
        let asked = cue.as_ref().map_or(Role::Mention, |cue| cue.role);
        let (date, precision) = resolve(found.when, asked, page_date)?;
        let unsure = matches!(found.when, When::Ambiguous(_)) || asked == Role::Mention;
        let range = reading.tokens[found.first].start..reading.tokens[found.end - 1].end;
        let end = cue
            .as_ref()
            .map_or(found.end, |cue| cue.words.end.max(found.end));
        let mention = Mention {
            range,
            date,
            precision,
            role: if unsure { Role::Mention } else { asked },
            cue: cue
                .filter(|_| !unsure)
                .map(|cue| reading.written(cue.words)),
            yearless: matches!(found.when, When::Yearless { .. }),
        };
        Some((mention, end))
    }
}

/// The date that a number belongs to, which may begin with a word before it.
fn around(reading: &Reading, at: usize, floor: usize) -> Option<Found> {
    numeric::read(reading, at).or_else(|| {
        let from = at.saturating_sub(4).max(floor);
        (from..=at).find_map(|first| written::read(reading, first).filter(|found| found.end > at))
    })
}

fn resolve(when: When, asked: Role, page_date: Option<Date>) -> Option<(Date, Precision)> {
    match when {
        When::Period(date, precision) => Some((date, precision)),
        When::Ambiguous(date) => Some((date, Precision::Day)),
        When::Half(first) => {
            let last = matches!(asked, Role::By | Role::On);
            let month = first.month() + if last { 3 } else { 0 };
            Some((Date::new(first.year(), month, 1).ok()?, Precision::Quarter))
        }
        When::Yearless { month, day } => {
            nearest(month, day, page_date?).map(|date| (date, Precision::Day))
        }
        When::Impossible => None,
    }
}

/// The day of the year that is nearest to the page's date.
fn nearest(month: i8, day: i8, page: Date) -> Option<Date> {
    let years = page.year() - 1..=page.year() + 1;
    let days = years.filter_map(|year| Date::new(year, month, day).ok());
    days.min_by_key(|date| date.duration_since(page).as_hours().abs())
}

/// The next place that is not inside a word or a number.
fn whole_word(text: &str, from: usize) -> usize {
    let from = text.floor_char_boundary(from);
    let inside = |c: char| c.is_ascii_alphanumeric();
    if !text[..from].chars().next_back().is_some_and(inside) {
        return from;
    }
    text[from..]
        .find(|c| !inside(c))
        .map_or(text.len(), |at| from + at)
}

/// Scanners by language, each made when it is first asked for.
pub struct Scanners {
    overrides: BTreeMap<String, Cues>,
    made: Mutex<BTreeMap<String, Arc<Scanner>>>,
}

impl Scanners {
    /// `overrides` are a site's own `dates.yaml` files by language; each takes the place of the
    /// built-in one.
    ///
    /// # Errors
    /// The language of a file that cannot be read, and what is wrong in it.
    pub fn new(overrides: &BTreeMap<String, String>) -> Result<Self, (String, String)> {
        let parsed = overrides
            .iter()
            .map(|(language, yaml)| match Cues::parse(yaml) {
                Ok(cues) => Ok((language.clone(), cues)),
                Err(error) => Err((language.clone(), error)),
            });
        Ok(Self {
            overrides: parsed.collect::<Result<_, _>>()?,
            made: Mutex::default(),
        })
    }

    /// The scanner of a language.
    pub fn of(&self, locale: &Locale) -> Arc<Scanner> {
        let mut made = self
            .made
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let scanner = made
            .entry(locale.tag())
            .or_insert_with(|| Arc::new(self.make(locale)));
        Arc::clone(scanner)
    }

    fn make(&self, locale: &Locale) -> Scanner {
        let chain = locale.ancestors();
        let own = chain.iter().find_map(|tag| self.overrides.get(&tag.tag()));
        match own {
            Some(cues) => Scanner::new(locale, Some(cues)),
            None => Scanner::new(locale, built_in(locale).as_ref()),
        }
    }
}

/// The built-in file of a language, or of the nearest more general one.
fn built_in(locale: &Locale) -> Option<Cues> {
    let files = locale.ancestors();
    let file = files
        .iter()
        .find_map(|tag| BUILT_IN.get_file(format!("{}/dates.yaml", tag.tag())))?;
    // The test `every built-in file is well formed` reads them all.
    Cues::parse(file.contents_utf8()?).ok()
}
