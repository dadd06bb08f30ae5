//! Days in a calendar that anyone can subscribe to: iCalendar (RFC 5545).

use std::io;

use jiff::civil::Date;

/// A calendar of whole days.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// What the reader's calendar lists it under.
    pub name: String,
    /// In the order in which they are written.
    pub events: Vec<Event>,
}

/// Something that falls on a day.
#[derive(Clone, Debug)]
pub struct Event {
    /// Keeps its value as long as it is the same event, so that a changed date moves it: see
    /// [`identifier`].
    pub identifier: String,
    /// When what it says was last written. Never the day of the build: equal content, equal bytes.
    pub written: Date,
    /// The day itself, in no time zone.
    pub day: Date,
    /// What stands in the day's cell.
    pub summary: String,
    /// The language of the summary and the description, BCP 47.
    pub language: String,
    /// More, for whoever opens it; lines end in `\n`.
    pub description: Option<String>,
    /// An absolute address.
    pub address: Option<String>,
    /// Days before, on which to be reminded.
    pub reminder: Option<u16>,
}

/// An identifier that depends on the given parts alone: the document, its section, its locale,
/// but not the date, which may be moved.
pub fn identifier(parts: &[&str]) -> String {
    let mut hash = blake3::Hasher::new();
    for part in parts {
        // The length keeps `ab`, `c` apart from `a`, `bc`.
        hash.update(&(part.len() as u64).to_le_bytes());
        hash.update(part.as_bytes());
    }
    let hash = hash.finalize().to_hex();
    format!("{}@instep", &hash[..32])
}

impl Calendar {
    /// Writes the calendar object.
    ///
    /// # Errors
    /// Only what the writer itself cannot do.
    pub fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let name = escaped(&self.name);
        line("BEGIN:VCALENDAR", out)?;
        line("VERSION:2.0", out)?;
        line("PRODID:-//Instep//Deadlines//EN", out)?;
        line("CALSCALE:GREGORIAN", out)?;
        // RFC 7986 has NAME; most calendars still read only the older property.
        line(&format!("NAME:{name}"), out)?;
        line(&format!("X-WR-CALNAME:{name}"), out)?;
        for event in &self.events {
            event.write(out)?;
        }
        line("END:VCALENDAR", out)
    }
}

impl Event {
    fn write(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let language = parameter(&self.language);
        line("BEGIN:VEVENT", out)?;
        line(&format!("UID:{}", escaped(&self.identifier)), out)?;
        line(&format!("DTSTAMP:{}T000000Z", basic(self.written)), out)?;
        // Without an end, an event of VALUE=DATE takes its one day (section 3.6.1).
        line(&format!("DTSTART;VALUE=DATE:{}", basic(self.day)), out)?;
        line(
            &format!("SUMMARY{language}:{}", escaped(&self.summary)),
            out,
        )?;
        if let Some(description) = &self.description {
            line(
                &format!("DESCRIPTION{language}:{}", escaped(description)),
                out,
            )?;
        }
        if let Some(address) = &self.address {
            line(&format!("URL:{}", harmless(address)), out)?;
        }
        // A deadline does not make its reader busy.
        line("TRANSP:TRANSPARENT", out)?;
        if let Some(days) = self.reminder {
            self.alarm(days, out)?;
        }
        line("END:VEVENT", out)
    }

    fn alarm(&self, days: u16, out: &mut dyn io::Write) -> io::Result<()> {
        line("BEGIN:VALARM", out)?;
        line("ACTION:DISPLAY", out)?;
        line(&format!("DESCRIPTION:{}", escaped(&self.summary)), out)?;
        line(&format!("TRIGGER:-P{days}D"), out)?;
        line("END:VALARM", out)
    }
}

/// A date in the basic format of ISO 8601, `20190515` (section 3.3.4).
fn basic(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// `;LANGUAGE=fr-FR`. A tag needs no quotes; what is no tag is left out.
fn parameter(language: &str) -> String {
    let is_tag = language
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if is_tag && !language.is_empty() {
        format!(";LANGUAGE={language}")
    } else {
        String::new()
    }
}

/// A value of type TEXT (section 3.3.11).
fn escaped(text: &str) -> String {
    let is_plain = |letter: char| !letter.is_control() && !matches!(letter, '\\' | ';' | ',');
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    let text = text.replace("\r\n", "\n");
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(letter);
            }
            '\n' => escaped.push_str("\\n"),
            _ => escaped.push(letter),
        }
    }
    harmless(&escaped)
}

/// Control characters may not stand in any value; a line break would even start a new property.
fn harmless(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}

/// Writes a content line, folded so that none of its lines has more than 75 octets and no character
/// is torn (section 3.1).
fn line(text: &str, out: &mut dyn io::Write) -> io::Result<()> {
    const OCTETS: usize = 75;
    let (first, mut rest) = text.split_at(text.floor_char_boundary(OCTETS));
    out.write_all(first.as_bytes())?;
    while !rest.is_empty() {
        // The space that marks a folded line is one of its octets.
        let (part, after) = rest.split_at(rest.floor_char_boundary(OCTETS - 1));
        write!(out, "\r\n {part}")?;
        rest = after;
    }
    out.write_all(b"\r\n")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Calendar, Event, escaped, identifier, line};

    fn written(events: Vec<Event>) -> String {
        let mut out = Vec::new();
        Calendar {
            name: "Échéances".into(),
            events,
        }
        .write(&mut out)
        .expect("memory takes it all");
        String::from_utf8(out).expect("text")
    }

    fn event() -> Event {
        Event {
            identifier: identifier(&["vm/start", "before-you-begin", "fr-FR"]),
            written: date(2019, 5, 2),
            day: date(2019, 10, 15),
            summary: "Avant le 15 octobre 2019, migrer; sinon, plus rien".into(),
            language: "fr-FR".into(),
            description: None,
            address: Some("https://example.org/fr-fr/vm/start/#a,b".into()),
            reminder: Some(7),
        }
    }

    #[test]
    fn an_event_takes_its_whole_day() {
        let calendar = written(vec![event()]);
        assert!(
            calendar.contains("\r\nDTSTART;VALUE=DATE:20191015\r\n"),
            "{calendar}"
        );
        assert!(calendar.contains("\r\nTRIGGER:-P7D\r\n"), "{calendar}");
        assert!(calendar.contains("\r\nURL:https://example.org/fr-fr/vm/start/#a,b\r\n"));
    }

    #[test]
    fn marks_of_the_format_are_escaped_in_text() {
        assert_eq!(escaped("a; b, c\\d\r\ne\u{7}\rf"), "a\\; b\\, c\\\\d\\nef");
    }

    #[test]
    fn no_line_has_more_than_75_octets() {
        let long = Event {
            summary: "締め切りは来週の月曜日です。".repeat(20),
            ..event()
        };
        let summary = long.summary.clone();
        let calendar = written(vec![long]);
        assert!(
            calendar.split("\r\n").all(|line| line.len() <= 75),
            "{calendar}"
        );
        assert!(
            calendar.replace("\r\n ", "").contains(&summary),
            "unfolding gives it back"
        );
    }

    #[test]
    fn a_line_of_exactly_75_octets_is_not_folded() {
        let mut out = Vec::new();
        line(&"x".repeat(75), &mut out).expect("memory takes it all");
        assert_eq!(out.len(), 77);
    }

    #[test]
    fn an_identifier_is_stable_and_its_own() {
        assert_eq!(identifier(&["ab", "c"]), identifier(&["ab", "c"]));
        assert_ne!(identifier(&["ab", "c"]), identifier(&["a", "bc"]));
    }

    #[test]
    fn an_empty_calendar_is_still_one() {
        let calendar = written(Vec::new());
        assert!(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
        assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    }
}
