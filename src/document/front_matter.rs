//! The YAML between `---` fences at the top of a page, typed, with the place of each key.

pub mod alias;
pub mod date;
pub mod defaults;
pub mod id;
pub mod keys;
mod legible;
pub mod plain;
pub mod rules;
mod values;

use std::ops::Range;

use jiff::civil::Date;
use serde_yaml::Value;

use serde::{Deserialize, Serialize};

use crate::document::front_matter::date::Written;
use crate::document::front_matter::legible::legible;
use crate::document::front_matter::rules::{
    DATE_AMBIGUOUS, DATE_INVALID, DUPLICATE_KEY, INVALID, UNKNOWN_KEY,
};
use crate::document::front_matter::values::{Values, is_noindex};
use crate::finding::{Finding, Outcome, Span};
use crate::limits::FRONT_MATTER_BYTES;
use crate::locale::tag::Locale;
use crate::source::Source;

/// What a page says of itself before its text.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct FrontMatter {
    /// `title`.
    pub title: Option<Box<str>>,
    /// `description`.
    pub description: Option<Box<str>>,
    /// `document_id`: which document this is, whatever its path.
    pub document_id: Option<Box<str>>,
    /// By the first of the configured date keys that is present; none where it holds no date.
    pub date: Option<Date>,
    /// `ms.lasthandoff`.
    pub handoff: Option<Date>,
    /// `ms.locfileid`.
    pub file_id: Option<u64>,
    /// `ms.openlocfilehash`: hash of the source text this was translated from.
    pub source_hash: Option<Box<str>>,
    /// The commit of the source this was translated from, by the first configured stamp.
    pub source_commit: Option<Box<str>>,
    /// `ms.contentlocale`.
    pub locale: Option<Locale>,
    /// Who translated it.
    pub translation: Option<Translation>,
    /// `uid`: the name by which `xref:` links call it.
    pub uid: Option<Box<str>>,
    /// `redirect_url`: where the page has moved.
    pub redirect: Option<Box<str>>,
    /// `monikerRange`: the versions that the page is for.
    pub versions: Option<Box<str>>,
    /// `zone_pivot_groups`: what readers choose between.
    pub pivots: Option<Box<str>>,
    /// The language it was translated from, where it says so.
    pub source_locale: Option<Locale>,
    /// `ROBOTS: NOINDEX`: search engines shall not list it.
    pub unlisted: bool,
    /// `instep.review`: what this was last checked against.
    #[serde(with = "values::written")]
    pub review: Option<Box<Value>>,
    /// Every top-level key with the bytes it stands at, in order.
    pub keys: Vec<(Box<str>, Range<u32>)>,
    /// Where the text begins.
    pub body: usize,
}

/// Who translated: `ms.translationtype`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Translation {
    /// People.
    Human,
    /// A machine.
    Machine,
}

/// The front-matter keys that settings name.
#[derive(Clone, Copy, Debug)]
pub struct Keys<'a> {
    /// Those that hold a page's date, the first present wins.
    pub dates: &'a [String],
    /// Those that hold the commit of its source.
    pub stamps: &'a [String],
}

/// Keys under which tools for translation name the language of the source.
const SOURCE_LOCALE: &[&str] = &[
    "ms.sourcelocale",
    "ms.sourcelanguage",
    "source_locale",
    "source_language",
    "original_language",
];

impl FrontMatter {
    /// Reads the front matter of a page. What is broken is left out and found.
    pub fn read(source: &Source, keys: Keys<'_>) -> Outcome<Self> {
        let mut reading = Reading {
            source,
            findings: Vec::new(),
            value: Self::default(),
        };
        if let Some(block) = reading.fences() {
            reading.block(block, keys);
        }
        Outcome {
            value: reading.value,
            findings: reading.findings,
        }
    }

    /// The bytes of a key.
    pub fn key(&self, name: &str) -> Option<Range<usize>> {
        let (_, range) = self.keys.iter().find(|(key, _)| &**key == name)?;
        Some(range.start as usize..range.end as usize)
    }
}

impl FrontMatter {
    /// The bytes of a key's value as written, with its quotes; up to the next key.
    pub fn value(&self, name: &str, source: &Source) -> Option<Range<usize>> {
        let index = self.keys.iter().position(|(key, _)| &**key == name)?;
        let start = self.keys[index].1.end as usize;
        let next = self
            .keys
            .get(index + 1)
            .map(|(_, range)| range.start as usize);
        let end = next.unwrap_or_else(|| {
            let fence = source.text[start..self.body.max(start)].rfind("---");
            fence.map_or(self.body, |at| start + at)
        });
        (start <= end).then_some(start..end)
    }
}

struct Reading<'a> {
    source: &'a Source,
    findings: Vec<Finding>,
    value: FrontMatter,
}

impl Reading<'_> {
    /// The bytes between the fences; sets where the body begins.
    fn fences(&mut self) -> Option<Range<usize>> {
        let text = &self.source.text;
        let first = text.lines().next()?;
        if first.trim_end() != "---" {
            return None;
        }
        let start = text.find('\n').map_or(text.len(), |at| at + 1);
        let mut at = start;
        for line in text[start..].split_inclusive('\n') {
            if matches!(line.trim_end(), "---" | "...") {
                self.value.body = at + line.len();
                return Some(start..at);
            }
            at += line.len();
            if at - start > FRONT_MATTER_BYTES.most {
                break;
            }
        }
        // A page may begin with a thematic break: without a key on the next line it is one.
        let begins = text[start..]
            .lines()
            .next()
            .is_some_and(|line| key_of(line).is_some());
        if begins {
            self.found(
                0..3,
                "the front matter is not closed",
                "close it with a line `---`",
            );
            self.value.body = start + text[start..].find("\n\n").unwrap_or(0);
        }
        None
    }

    fn block(&mut self, block: Range<usize>, keys: Keys<'_>) {
        let yaml = &self.source.text[block.clone()];
        self.scan_keys(block.clone());
        if let Some(at) = alias::find(yaml) {
            let at = block.start + at;
            self.found(
                at..at + 1,
                "front matter with a YAML anchor or alias",
                "write the value out",
            );
        } else if let Some(values) = plain::read(yaml) {
            self.take(&Values::Plain(values), keys);
            return;
        }
        match serde_yaml::from_str::<Value>(&legible(yaml)) {
            Ok(Value::Mapping(map)) => self.take(&Values::Yaml(map), keys),
            Ok(Value::Null) => {}
            // A list between two thematic breaks, as docfx takes it.
            Ok(Value::Sequence(_)) => self.value.body = 0,
            Ok(_) => self.found(
                block,
                "front matter is not a list of keys",
                "write `key: value` lines",
            ),
            Err(error) => self.broken(block, &error),
        }
    }

    fn broken(&mut self, block: Range<usize>, error: &serde_yaml::Error) {
        let at = error
            .location()
            .map_or(block.start, |place| block.start + place.index());
        let at = at.min(block.end.saturating_sub(1)).max(block.start);
        let words = error.to_string();
        let reason = words
            .split(" at line ")
            .next()
            .unwrap_or(&words)
            .trim_start_matches("while ");
        self.found(
            at..at,
            &format!("front matter is not valid YAML: {reason}"),
            "put values with special characters in quotes",
        );
    }

    fn found(&mut self, range: Range<usize>, message: &str, help: &str) {
        let span = self.source.span(range);
        self.findings
            .push(INVALID.at(&self.source.path, span, message).help(help));
    }

    /// Notes where each top-level key stands, finds repeats and slips.
    fn scan_keys(&mut self, block: Range<usize>) {
        let mut at = block.start;
        for line in self.source.text[block].split_inclusive('\n') {
            if let Some(key) = key_of(line) {
                let range = offset(at)..offset(at + key.len());
                self.key(key.trim_matches(['"', '\'']), range);
            }
            at += line.len();
        }
    }

    fn key(&mut self, key: &str, range: Range<u32>) {
        let span = || self.source.span(range.start as usize..range.end as usize);
        if self.value.keys.iter().any(|(other, _)| &**other == key) {
            let finding =
                DUPLICATE_KEY.at(&self.source.path, span(), format!("`{key}` stands twice"));
            self.findings.push(finding.help("keep one of them"));
        } else if let Some(meant) = keys::slip(key) {
            let message = format!("`{key}` is not known; `{meant}` is");
            let finding = UNKNOWN_KEY.at(&self.source.path, span(), message);
            self.findings
                .push(finding.help(format!("write `{meant}`")).suggest(meant));
        }
        self.value.keys.push((key.into(), range));
    }

    fn take(&mut self, values: &Values<'_>, keys: Keys<'_>) {
        let text = |key: &str| values.text(key).map(String::into_boxed_str);
        self.value.title = text("title");
        self.value.description = text("description");
        self.value.document_id = text("document_id").and_then(|id| self.document_id(&id));
        self.value.uid = text("uid");
        self.value.redirect = text("redirect_url");
        self.value.versions = text("monikerRange");
        self.value.pivots = text("zone_pivot_groups");
        self.value.unlisted = text("ROBOTS").is_some_and(|robots| is_noindex(&robots));
        let original = SOURCE_LOCALE.iter().find_map(|key| text(key));
        self.value.source_locale = original.and_then(|tag| Locale::parse(tag.trim()));
        self.value.source_hash = text("ms.openlocfilehash");
        self.value.source_commit = keys.stamps.iter().find_map(|key| text(key));
        self.value.file_id = text("ms.locfileid").and_then(|id| id.trim().parse().ok());
        self.value.locale = text("ms.contentlocale").and_then(|tag| Locale::parse(tag.trim()));
        self.value.translation = text("ms.translationtype").and_then(|kind| translation(&kind));
        self.value.review = values.value("instep.review").map(Box::new);
        self.value.handoff = self.date(values, "ms.lasthandoff");
        let key = keys.dates.iter().find(|key| values.has(key));
        self.value.date = key.and_then(|key| self.date(values, key));
    }

    fn document_id(&mut self, written: &str) -> Option<Box<str>> {
        let id = id::read(written);
        if id.is_none() {
            let message = format!("`{}` cannot be part of an address", written.escape_debug());
            let place = self.value.key("document_id").unwrap_or(0..0);
            self.found(place, &message, "write a path such as `guides/start`");
        }
        id.map(Box::from)
    }

    fn date(&mut self, values: &Values<'_>, key: &str) -> Option<Date> {
        let written = values.text(key)?;
        let span = self.source.span(self.value.key(key).unwrap_or(0..0));
        match date::read(&written) {
            Written::Date(date) => Some(date),
            Written::DayFirst(date) => {
                let message = format!("`{written}` can only be day first: it is read as {date}");
                let finding = DATE_AMBIGUOUS.at(&self.source.path, span, message);
                let finding = finding.help(format!("write `{date}`"));
                self.findings.push(match self.written(key, &written) {
                    Some(value) => finding.fix_at(value, date.to_string()),
                    None => finding,
                });
                Some(date)
            }
            Written::No => {
                let message = format!("`{written}` is no date");
                let finding = DATE_INVALID.at(&self.source.path, span, message);
                self.findings.push(finding.help("write it as `YYYY-MM-DD`"));
                None
            }
        }
    }
}

impl Reading<'_> {
    /// Where the value of a key stands, without its quotes.
    fn written(&self, key: &str, value: &str) -> Option<Span> {
        let range = self.value.value(key, self.source)?;
        let at = range.start + self.source.text[range].find(value)?;
        Some(self.source.span(at..at + value.len()))
    }
}

fn translation(kind: &str) -> Option<Translation> {
    match kind.trim() {
        "HT" => Some(Translation::Human),
        "MT" => Some(Translation::Machine),
        _ => None,
    }
}

/// The key that a line starts with, where it is a top-level `key:` line.
fn key_of(line: &str) -> Option<&str> {
    let starts = line.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '"');
    let (key, rest) = line.split_once(':')?;
    let ends = rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r']);
    (starts && ends && !key.contains([' ', '{', '['])).then_some(key)
}

/// Whether one letter added, removed or exchanged makes one of the other.
pub fn one_edit_apart(a: &str, b: &str) -> bool {
    // A character is at most four bytes.
    if a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    let (short, long): (Vec<char>, Vec<char>) = match a.chars().count() <= b.chars().count() {
        true => (a.chars().collect(), b.chars().collect()),
        false => (b.chars().collect(), a.chars().collect()),
    };
    if long.len() - short.len() > 1 || short == long {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(x, y)| x == y).count();
    let skip = usize::from(short.len() == long.len());
    short[(same + skip).min(short.len())..] == long[same + 1..]
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
