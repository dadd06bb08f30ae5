//! Finds the dates of a text.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock};

use include_dir::{Dir, include_dir};
use jiff::civil::Date;

use crate::dates::cue::{Cues, Precision, Role};
use crate::dates::glance::{self, Glance};
use crate::dates::lexicon::Lexicon;
use crate::dates::names::Names;
use crate::dates::reading::{Found, Reading, When};
use crate::dates::relative::{Relative, Wording};
use crate::dates::token::{Numerals, zeros_of};
use crate::dates::{role, span};
use crate::locale::tag::Locale;
use crate::memo::{Key, Parts};

/// The files of the languages that come with the program.
static BUILT_IN: Dir = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// What holds in every language.
const EVERY_LANGUAGE: &str = include_str!("every-language.yaml");

/// A date that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// The first day of the period that is named.
    pub date: Date,
    /// How long the period is.
    pub precision: Precision,
    /// What it asks of the reader.
    pub role: Role,
    /// The words that give it its role, as written.
    pub cue: Option<String>,
    /// The year was not written but taken from the page's date.
    pub yearless: bool,
    /// Day and month could change places.
    pub ambiguous: bool,
}

/// Everything that is needed to read one language. Costly to make, cheap to use.
pub struct Scanner {
    names: Names,
    cues: Cues,
    lexicon: Lexicon,
    glance: Glance,
    /// Made when it is first asked for: few sites look for such wording.
    wording: OnceLock<Wording>,
}

/// How far around a digit the words of a date are looked for, in bytes.
const CLOSE: usize = 48;

/// How far digits that stand close to each other are read at once, in bytes.
const LONGEST: usize = 4096;

/// How far around a date the words of its cue are looked for, in bytes.
const NEAR: usize = 160;

/// A part of a text to be read at once.
struct Stretch {
    range: Range<usize>,
    /// Its last digit.
    last: usize,
}

impl Scanner {
    /// The scanner of a language; without `cues` it knows CLDR's names alone and no roles.
    pub fn new(locale: &Locale, cues: Option<&Cues>) -> Self {
        let names = Names::of(locale);
        let mut cues = cues.cloned().unwrap_or_default();
        cues.labels
            .extend(Cues::parse(EVERY_LANGUAGE).unwrap_or_default().labels);
        let han = matches!(locale.language(), "zh" | "ja" | "yue");
        let numerals = if han {
            Numerals::DigitsAndHan
        } else {
            Numerals::Digits
        };
        let lexicon = Lexicon::new(&names, &cues, numerals);
        let glance = first_look(&names, numerals);
        Self {
            names,
            cues,
            lexicon,
            glance,
            wording: OnceLock::new(),
        }
    }

    /// The dates of a text, in order. Emphasis is to be blanked to U+0001 (dates are seen through
    /// it), what is no prose to U+0002, and blocks end at U+0003 or a blank line. A day without a
    /// year is resolved to the one next to `page_date`, and left out where that is not known.
    pub fn scan(&self, text: &str, page_date: Option<Date>) -> Vec<Mention> {
        self.look(&mut self.reading(text), page_date)
    }

    /// Begins to read a text.
    pub fn reading<'t>(&'t self, text: &'t str) -> Reading<'t> {
        let mut reading = Reading::new(text, &self.names, &self.lexicon);
        reading.year_offset = self.cues.year_offset;
        reading
    }

    fn look(&self, reading: &mut Reading, page_date: Option<Date>) -> Vec<Mention> {
        let text = reading.text;
        let mut mentions = Vec::new();
        let (mut from, mut used) = (0, 0);
        while let Some(digit) = self.glance.next(text.as_bytes(), from) {
            let run = glance::digits(text.as_bytes(), digit);
            if !glance::may_be_dated(text.as_bytes(), &run) {
                from = run.end;
                continue;
            }
            let close = self.stretch(text, digit, CLOSE);
            from = close.last + 1;
            reading.fill(close.range);
            if !span::holds_date(reading) {
                continue;
            }
            let wide = self.stretch(text, digit, NEAR);
            let start = whole_word(text, wide.range.start.max(used)).min(digit);
            reading.fill(start..wide.range.end);
            used = self
                .read(reading, (wide.last, page_date), &mut mentions)
                .max(used);
            from = (wide.last + 1).max(used);
        }
        mentions
    }

    /// Where a text says when, and does not: `currently`, `in March`. Markup is blanked as for
    /// [`Scanner::scan`].
    pub fn relative(&self, text: &str) -> Vec<Relative> {
        let wording = || Wording::new(&self.names, &self.cues);
        self.wording.get_or_init(wording).find(text)
    }

    /// The text around a digit and those that stand close to it.
    fn stretch(&self, text: &str, digit: usize, near: usize) -> Stretch {
        let bytes = text.as_bytes();
        let within = |end: usize| &bytes[..bytes.len().min(end)];
        let mut last = glance::digits(bytes, digit).end - 1;
        while let Some(next) = self.glance.next(within(last + 2 * near), last + 1) {
            if next > digit + LONGEST {
                break;
            }
            last = glance::digits(bytes, next).end - 1;
        }
        let start = text.floor_char_boundary(digit.saturating_sub(near));
        Stretch {
            range: start..text.ceil_char_boundary(bytes.len().min(last + near)),
            last,
        }
    }

    /// Reads the dates that begin up to `last`, and says up to where the text is used up.
    fn read(
        &self,
        reading: &Reading,
        (last, page_date): (usize, Option<Date>),
        mentions: &mut Vec<Mention>,
    ) -> usize {
        let mut floor = 0;
        let mut at = 0;
        // Where the range ends that a date with the role "after" may have begun.
        let mut open = None;
        while reading.get(at).is_some_and(|token| token.start <= last) {
            let Some(found) = span::around(reading, at, floor) else {
                at += 1;
                continue;
            };
            for found in span::complete(reading, found, floor) {
                at = found.end.max(at + 1);
                let (mention, end) = self.mention(reading, found, (floor, page_date));
                let ends_range =
                    open.is_some_and(|start| span::is_end(reading, start, found.first));
                floor = end;
                let Some(mut mention) = mention else { continue };
                if ends_range && matches!(mention.role, Role::Mention | Role::On) {
                    mention.role = Role::By;
                }
                open = (mention.role == Role::After).then_some(found.end);
                mentions.push(mention);
            }
        }
        let past = floor.checked_sub(1).and_then(|index| reading.get(index));
        past.map_or(0, |token| token.end)
    }

    /// The date with its role, and the token up to which its cue reaches.
    fn mention(
        &self,
        reading: &Reading,
        found: Found,
        (floor, page_date): (usize, Option<Date>),
    ) -> (Option<Mention>, usize) {
        let cue = role::find(reading, found, floor);
        let asked = cue.as_ref().map_or(Role::Mention, |cue| cue.role);
        let end = cue
            .as_ref()
            .map_or(found.end, |cue| cue.words.end.max(found.end));
        let Some((date, precision)) = resolve(found.when, asked, page_date) else {
            return (None, found.end);
        };
        let unsure = matches!(found.when, When::Ambiguous(_)) || asked == Role::Mention;
        let range = reading.tokens[found.first].start..reading.tokens[found.end - 1].end;
        let mention = Mention {
            range,
            date,
            precision,
            role: if unsure { Role::Mention } else { asked },
            cue: cue
                .filter(|_| !unsure)
                .map(|cue| reading.written(cue.words)),
            yearless: matches!(found.when, When::Yearless { .. }),
            ambiguous: matches!(found.when, When::Ambiguous(_)),
        };
        (Some(mention), end)
    }
}

/// What a date of this language cannot do without: a digit, or the sign of a month.
fn first_look(names: &Names, numerals: Numerals) -> Glance {
    let mut glance = Glance::default();
    glance.also('\u{ff10}', 10);
    let letters: String = names.months.iter().map(|name| name.name.as_str()).collect();
    for zero in zeros_of(&letters) {
        glance.also(zero, 10);
    }
    if numerals == Numerals::DigitsAndHan {
        glance.also('月', 1);
    }
    glance
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
    key: Key,
    made: Mutex<BTreeMap<String, Arc<Scanner>>>,
}

impl Default for Scanners {
    /// Scanners with the words that are built in.
    fn default() -> Self {
        Self {
            overrides: BTreeMap::new(),
            key: Parts::default().finish(),
            made: Mutex::default(),
        }
    }
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
            key: Parts::default().value(overrides).finish(),
            made: Mutex::default(),
        })
    }

    /// A key of the site's own words, by which results can be remembered.
    pub fn key(&self) -> Key {
        self.key
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Scanners;
    use crate::locale::tag::Locale;

    /// What a scan of a text costs, whatever the machine: bytes cut into tokens, looks at tokens.
    fn steps(language: &str, part: &str, length: usize) -> usize {
        let scanners = Scanners::new(&BTreeMap::new()).expect("built-in words are well formed");
        let scanner = scanners.of(&Locale::parse(language).expect("the tags below are tags"));
        let text = part.repeat(length / part.len());
        let mut reading = scanner.reading(&text);
        scanner.look(&mut reading, None);
        reading.steps.get()
    }

    #[test]
    fn ten_times_the_text_takes_ten_times_the_steps() {
        let parts = [
            ("en", "1.2-3/2019 12.12.2019.5-2/"),
            ("en", "1 2 3 4 5 "),
            ("en", "1"),
            ("en", "2019-10-15"),
            ("en", "before 15 October 2019 and after March 3, 2020 "),
            ("en", "15 October 2019"),
            ("en", "before by until after on the 5 "),
            ("en", "deadline deadline is is : : 5 May "),
            ("en", "from June to June to June to June 2021 "),
            ("de", "bis zum bis zum bis zum 1. 1. 1. "),
            ("hu", "2021. június 1-jétől augusztus 15-éig "),
            ("ja", "2019年10月15日まで、二〇二一年四月"),
            ("ja", "年月日二三十"),
            ("he", "עד סוף 30 ביוני 2021 "),
            ("ar", "من 1 ديسمبر 2020 وحتى 31 "),
        ];
        for (language, part) in parts {
            let (small, large) = (
                steps(language, part, 10_000),
                steps(language, part, 100_000),
            );
            assert!(large <= small * 10 + small / 2, "{part}: {small}, {large}");
            assert!(large < 100_000 * 400, "{part}: {large}");
        }
    }
}
