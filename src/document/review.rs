//! What a person checked a translation against: the front-matter key `instep.review`.

use serde_yaml::Value;

/// What a person checked a translation against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The day, as ISO 8601.
    pub date: String,
    /// The file of the source.
    pub source: String,
    /// Hash of the source's text with line ends as LF: SHA-256 in 64 digits.
    pub hash: String,
    /// Prints of each pair of sections: of the source's, and of the translation's. The first pair
    /// is what stands before the first heading, with title and description.
    pub sections: Vec<(Option<String>, Counterpart)>,
}

/// What the translation had of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counterpart {
    /// A text with this print.
    Print(String),
    /// Nothing yet.
    Missing,
    /// Nothing, and that is as it shall be.
    Absent,
}

const KEY: &str = "instep.review:";
const ABSENT: &str = "absent";

impl Review {
    /// Reads the value of the key; none where it is not what [`Review::record`] writes.
    pub fn read(value: &Value) -> Option<Self> {
        let text = |key: &str| Some(value.get(key)?.as_str()?.to_owned());
        let side = |word: &str| (word != "-").then(|| word.to_owned());
        let own = |word: &str| match word {
            ABSENT => Counterpart::Absent,
            _ => side(word).map_or(Counterpart::Missing, Counterpart::Print),
        };
        let pair = |line: &Value| {
            let (source, other) = line.as_str()?.split_once(' ')?;
            Some((side(source), own(other)))
        };
        let sections = value.get("sections")?.as_sequence()?;
        Some(Self {
            date: text("date")?,
            source: text("source")?,
            hash: text("hash")?,
            sections: sections.iter().map(pair).collect::<Option<_>>()?,
        })
    }

    /// The file with this review in its front matter, in the place of an older one or at the end.
    /// Every other byte stays, and line ends are those of the file. `body` is where the text
    /// begins after the front matter; 0 where there is none.
    pub fn record(&self, text: &str, body: usize) -> String {
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let block = self.yaml(end);
        if body == 0 {
            return format!("---{end}{block}---{end}{text}");
        }
        let mut front = String::with_capacity(body + block.len());
        let mut within = false;
        let mut lines: Vec<&str> = text[..body].split_inclusive('\n').collect();
        let fence = lines.pop().unwrap_or_default();
        for line in lines {
            // What is indented, or a list, belongs to the key above it.
            let goes_on = line.starts_with([' ', '\t', '-']) && line.trim_end() != "---";
            within = line.starts_with(KEY) || within && goes_on;
            if !within {
                front.push_str(line);
            }
        }
        format!("{front}{block}{fence}{}", &text[body..])
    }

    fn yaml(&self, end: &str) -> String {
        let source = serde_json::Value::from(self.source.as_str());
        let mut out = format!(
            "{KEY}{end}  date: \"{}\"{end}  source: {source}{end}  hash: \"{}\"{end}  sections:{end}",
            self.date, self.hash
        );
        for (source, own) in &self.sections {
            let source = source.as_deref().unwrap_or("-");
            out.push_str(&format!("    - \"{source} {}\"{end}", own.word()));
        }
        out
    }
}

impl Counterpart {
    fn word(&self) -> &str {
        match self {
            Self::Print(print) => print,
            Self::Missing => "-",
            Self::Absent => ABSENT,
        }
    }

    /// The print of the text, where there was one.
    pub fn print(&self) -> Option<&str> {
        match self {
            Self::Print(print) => Some(print),
            Self::Missing | Self::Absent => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Counterpart, Review};

    fn review() -> Review {
        Review {
            date: "2026-11-21".to_owned(),
            source: "content/en/a.md".to_owned(),
            hash: "00".to_owned(),
            sections: vec![
                (Some("1".to_owned()), Counterpart::Missing),
                (Some("2".to_owned()), Counterpart::Absent),
            ],
        }
    }

    #[test]
    fn a_second_record_takes_the_place_of_the_first() {
        let text = "---\r\ntitle: A\r\nx:\r\n  y: 1\r\n---\r\nText\r\n";
        let once = review().record(text, text.find("Text").unwrap());
        let twice = review().record(&once, once.find("Text").unwrap());
        assert_eq!(once, twice);
        assert!(once.starts_with("---\r\ntitle: A\r\nx:\r\n  y: 1\r\ninstep.review:\r\n"));
        assert!(once.ends_with("    - \"1 -\"\r\n    - \"2 absent\"\r\n---\r\nText\r\n"));
    }

    #[test]
    fn what_is_recorded_is_read_back() {
        let once = review().record("Text\n", 0);
        let yaml = once
            .trim_start_matches("---\n")
            .split("---\n")
            .next()
            .unwrap();
        let map: serde_yaml::Value = serde_yaml::from_str(yaml).unwrap();
        assert_eq!(Review::read(&map["instep.review"]), Some(review()));
    }
}
