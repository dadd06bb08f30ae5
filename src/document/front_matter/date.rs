//! The date of a page as its author wrote it.

use jiff::civil::Date;

/// What a written date says.
pub enum Written {
    /// A day.
    Date(Date),
    /// A date that can only be read day first.
    DayFirst(Date),
    /// No date.
    No,
}

/// `MM/DD/YYYY`, `M/D/YYYY`, ISO 8601 with or without a time; day first where nothing else fits.
pub fn read(written: &str) -> Written {
    let written = written.trim();
    let day = written.split(['T', ' ']).next().unwrap_or("");
    if let Ok(date) = day.parse::<Date>() {
        return Written::Date(date);
    }
    let numbers: Vec<i16> = day
        .split(['/', '-', '.'])
        .filter_map(|part| part.parse().ok())
        .collect();
    let narrow = |n: i16| i8::try_from(n).unwrap_or(0);
    match numbers[..] {
        [year, month, day] if year > 999 => {
            Date::new(year, narrow(month), narrow(day)).map_or(Written::No, Written::Date)
        }
        [month, day, year] if year > 999 => match Date::new(year, narrow(month), narrow(day)) {
            Ok(date) => Written::Date(date),
            Err(_) if month > 12 => {
                Date::new(year, narrow(day), narrow(month)).map_or(Written::No, Written::DayFirst)
            }
            Err(_) => Written::No,
        },
        _ => Written::No,
    }
}
