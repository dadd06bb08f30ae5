//! Dates, numbers and lists as a language writes them, from CLDR through ICU4X.

use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets;
use icu::decimal::DecimalFormatter;
use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use jiff::civil::Date;

use crate::locale::tag::Locale;

/// The formatters of one language. Costly to make, cheap to use: make one a locale.
pub struct Formats {
    // Thai and Persian default to other calendars; a guide's dates are Gregorian in every language.
    date: Option<FixedCalendarDateTimeFormatter<icu::calendar::Gregorian, fieldsets::YMD>>,
    month: Option<FixedCalendarDateTimeFormatter<icu::calendar::Gregorian, fieldsets::YM>>,
    year: Option<FixedCalendarDateTimeFormatter<icu::calendar::Gregorian, fieldsets::Y>>,
    number: Option<DecimalFormatter>,
    list: Option<ListFormatter>,
}

impl Formats {
    /// The formatters of a locale, as far as ICU4X has them.
    pub fn new(locale: &Locale) -> Self {
        let icu = locale.icu();
        // ICU4X 2.4 has a broken pattern for the long form in Portuguese.
        let month = match locale.language() {
            "pt" => fieldsets::YM::medium(),
            _ => fieldsets::YM::long(),
        };
        Self {
            date: FixedCalendarDateTimeFormatter::try_new((&icu).into(), fieldsets::YMD::long())
                .ok(),
            month: FixedCalendarDateTimeFormatter::try_new((&icu).into(), month).ok(),
            year: FixedCalendarDateTimeFormatter::try_new((&icu).into(), fieldsets::Y::long()).ok(),
            number: DecimalFormatter::try_new((&icu).into(), Default::default()).ok(),
            list: ListFormatter::try_new_and((&icu).into(), ListFormatterOptions::default()).ok(),
        }
    }

    /// `9 septembre 2019`. ISO 8601 where ICU4X has no pattern for the language.
    pub fn date(&self, date: Date) -> String {
        match (&self.date, gregorian(date)) {
            (Some(format), Some(day)) => format.format(&day).to_string(),
            _ => date.to_string(),
        }
    }

    /// `septembre 2019`, of the month that a day lies in.
    pub fn month(&self, date: Date) -> String {
        match (&self.month, gregorian(date)) {
            (Some(format), Some(day)) => format.format(&day).to_string(),
            _ => format!("{}-{:02}", date.year(), date.month()),
        }
    }

    /// `2026`, or `2026年`.
    pub fn year(&self, date: Date) -> String {
        match (&self.year, gregorian(date)) {
            (Some(format), Some(day)) => format.format(&day).to_string(),
            _ => date.year().to_string(),
        }
    }

    /// `1 234`, with the language's own digits and separators.
    pub fn number(&self, number: i64) -> String {
        match &self.number {
            Some(format) => format.format(&number.into()).to_string(),
            None => number.to_string(),
        }
    }

    /// `a, b et c`.
    pub fn list(&self, items: &[String]) -> String {
        match &self.list {
            Some(format) => format.format(items.iter()).to_string(),
            None => items.join(", "),
        }
    }
}

fn gregorian(date: Date) -> Option<icu::calendar::Date<icu::calendar::Gregorian>> {
    let (month, day) = (date.month().unsigned_abs(), date.day().unsigned_abs());
    icu::calendar::Date::try_new_gregorian(date.year().into(), month, day).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::Formats;
    use crate::locale::tag::Locale;

    #[test]
    fn every_language_writes_days_months_and_years() {
        let tags = "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ka kk ko lt lv ms \
                    nb nl pl pt-BR pt-PT ro ru sk sl sr sr-Cyrl sv ta th tr uk ur vi zh-CN zh-TW";
        for tag in tags.split_whitespace() {
            let formats = Formats::new(&Locale::parse(tag).expect("a tag"));
            let day = date(2026, 11, 21);
            for written in [formats.date(day), formats.month(day), formats.year(day)] {
                assert!(!written.contains(['{', '}']), "{tag}: {written}");
            }
        }
    }
}
