//! `:::name key="value":::`, the form that most constructs share.

use std::ops::Range;

use crate::document::construct::{
    Construct, Container, Problem, code, column, form, image, moniker, term, video, zone,
};
use crate::finding::{Level, Rule};

pub static INVALID: Rule = Rule {
    code: "markdown/invalid-block",
    level: Level::Warn,
    summary: "a `:::` line that cannot be read",
    explanation: "\
A line such as `:::image source=\"a.png\" alt-text=\"A\":::` has a name that is known, but an attribute
is missing, unknown, written twice, or not closed by a quotation mark. The line is shown to readers
as it is written.

```markdown
:::image type=\"content\" alt-text=\"A picture without a source\":::
```

Write each attribute once, as `key=\"value\"` with straight quotation marks, and end the line with
`:::`.
",
};

/// The attributes of a construct, in the order written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Attributes<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Attributes<'a> {
    pub fn get(&self, wanted: &str) -> Option<&'a str> {
        let found = self.0.iter().find(|(key, _)| *key == wanted);
        found.map(|(_, value)| *value)
    }

    /// The value, where there is one that is not blank.
    pub fn filled(&self, wanted: &str) -> Option<&'a str> {
        self.get(wanted).filter(|value| !value.trim().is_empty())
    }

    /// The first key that is not among `known`.
    pub fn unknown(&self, known: &[&str]) -> Option<&'a str> {
        let unknown = |(key, _): &&(&str, &str)| !known.contains(key);
        self.0.iter().find(unknown).map(|(key, _)| *key)
    }
}

/// What the words of a construct give, or what is wrong with them.
pub type Read = Result<Construct, String>;

type Reader = fn(&Attributes<'_>) -> Read;

/// Constructs by name: whether they may stand within a line, and who reads them.
const NAMES: [(&str, Place, Reader); 9] = [
    ("image", Place::Line, image::read),
    ("code", Place::Line, code::read),
    ("video", Place::Line, video::read),
    ("no-loc", Place::Tight, term::read),
    ("row", Place::Block, column::read_row),
    ("column", Place::Block, column::read),
    ("zone", Place::Block, zone::read),
    ("moniker", Place::Block, moniker::read),
    ("form", Place::Block, form::read),
];

/// The words before `-end`.
const ENDS: [&str; 5] = ["row", "column", "zone", "moniker", "image"];

/// Where a construct may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Within a line or alone.
    Line,
    /// The same, with no space before its name.
    Tight,
    /// Alone on its line.
    Block,
}

/// Reads the construct that begins at a byte. `broken` are the blocks whose first line could not
/// be read and stands as written: so does the line that ends them.
pub fn read(
    text: &str,
    start: usize,
    broken: &mut Vec<&'static str>,
) -> Option<(Range<usize>, Construct)> {
    let line = text[start..].split('\n').next().unwrap_or("");
    let line = line.trim_end();
    let inner = line[3..].trim_start_matches([' ', '\t']);
    let spaced = line.len() - 3 - inner.len() > 0;
    let length = inner
        .find(|c: char| !c.is_ascii_lowercase() && c != '-')
        .unwrap_or(inner.len());
    let (word, rest) = inner.split_at(length);
    let alone = begins_line(text, start);
    if let Some(name) = word.strip_suffix("-end") {
        let name = ENDS.into_iter().find(|end| *end == name)?;
        return end_line(name, alone && ends(rest), broken)
            .map(|construct| (start..start + line.len(), construct));
    }
    let (name, place, reader) = *NAMES.iter().find(|(name, _, _)| *name == word)?;
    if (place == Place::Block || spaced) && !alone || spaced && place == Place::Tight {
        return None;
    }
    let read = attributes(rest).and_then(|(attributes, length)| {
        let construct = reader(&attributes)?;
        let left = &rest[length..];
        let closed = left.trim_start().starts_with(":::");
        match place {
            Place::Line | Place::Tight if !closed => Err("it is not closed by `:::`".to_owned()),
            Place::Block if !ends(left) => Err("text follows it on its line".to_owned()),
            Place::Line | Place::Tight => {
                let blank = left.len() - left.trim_start().len();
                let end = line.len() - left.len() + blank + 3;
                Ok((start..start + end, construct))
            }
            Place::Block => Ok((start..start + line.len(), construct)),
        }
    });
    Some(read.unwrap_or_else(|why| {
        if place == Place::Block {
            broken.push(name);
        }
        (start..start + 3, invalid(name, &why))
    }))
}

fn invalid(name: &str, why: &str) -> Construct {
    Construct::Broken(Problem {
        rule: &INVALID,
        message: format!("this `:::{name}` cannot be read: {why}"),
        help: "write each attribute once, as `key=\"value\"`",
    })
}

fn end_line(name: &'static str, whole: bool, broken: &mut Vec<&'static str>) -> Option<Construct> {
    if let Some(at) = broken.iter().rposition(|open| *open == name) {
        broken.remove(at);
        return None;
    }
    whole.then_some(Construct::End(name))
}

/// Whether nothing but `:::` is left of a line.
fn ends(rest: &str) -> bool {
    rest.trim().trim_start_matches(':').is_empty()
}

/// Whether only marks of quotes and lists stand before a byte on its line.
pub fn begins_line(text: &str, start: usize) -> bool {
    let before = text[..start].rsplit('\n').next().unwrap_or("");
    let mark = |c: char| {
        c.is_whitespace() || matches!(c, '>' | '-' | '*' | '+' | '.' | ')') || c.is_ascii_digit()
    };
    before.chars().all(mark)
}

/// Reads `key="value"` as often as it stands, and tells how many bytes that took.
fn attributes(text: &str) -> Result<(Attributes<'_>, usize), String> {
    let mut found: Vec<(&str, &str)> = Vec::new();
    let mut rest = text;
    loop {
        let next = rest.trim_start_matches([' ', '\t']);
        let length = next
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
            .unwrap_or(next.len());
        let key = &next[..length];
        if key.is_empty() {
            return Ok((Attributes(found), text.len() - rest.len()));
        }
        let after = next[length..].trim_start_matches([' ', '\t']);
        let Some(after) = after.strip_prefix('=') else {
            return Err(format!("`{key}` has no value"));
        };
        let after = after.trim_start_matches([' ', '\t']);
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
        let value = quote.and_then(|quote| after[1..].split_once(quote));
        let Some((value, after)) = value else {
            return Err(format!(
                "the value of `{key}` is not closed by a quotation mark"
            ));
        };
        if found.iter().any(|(other, _)| *other == key) {
            return Err(format!("`{key}` stands twice"));
        }
        found.push((key, value));
        rest = after;
    }
}

/// The first line of a block.
pub fn begin(container: Container) -> Read {
    Ok(Construct::Begin(container))
}

/// Refuses attributes that a construct does not have.
pub fn only(attributes: &Attributes<'_>, known: &[&str]) -> Result<(), String> {
    match attributes.unknown(known) {
        Some(key) => Err(format!("it has no attribute `{key}`")),
        None => Ok(()),
    }
}

/// The value of an attribute that a construct must have.
pub fn need<'a>(attributes: &Attributes<'a>, key: &str) -> Result<&'a str, String> {
    attributes
        .filled(key)
        .ok_or_else(|| format!("the attribute `{key}` is missing"))
}
