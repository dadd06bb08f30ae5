//! `:::name key="value":::`, the form that most constructs share.

use std::ops::Range;

use crate::document::construct::{
    self, Construct, Container, Problem, code, column, form, image, moniker, term, video, zone,
};
use crate::finding::{Level, Rule};
use crate::nearest::nearest;

/// `markdown/invalid-block`: a `:::` line that cannot be read.
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
    /// The value of an attribute.
    pub fn get(&self, wanted: &str) -> Option<&'a str> {
        let found = self
            .0
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(wanted));
        found.map(|(_, value)| *value)
    }

    /// The value, where there is one that is not blank.
    pub fn filled(&self, wanted: &str) -> Option<&'a str> {
        self.get(wanted).filter(|value| !value.trim().is_empty())
    }

    /// The first key that is not among `known`.
    pub fn unknown(&self, known: &[&str]) -> Option<&'a str> {
        let unknown = |(key, _): &&(&str, &str)| !known.iter().any(|k| k.eq_ignore_ascii_case(key));
        self.0.iter().find(unknown).map(|(key, _)| *key)
    }
}

/// What the words of a construct give, or what is wrong with them.
pub type Read = Result<Construct, String>;

type Reader = fn(&Attributes<'_>) -> Read;

/// Constructs by name: whether they may stand within a line, and who reads them.
const NAMES: [(&str, Place, Reader); 9] = [
    ("image", Place::Loose, image::read),
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
const ENDS: [&str; 6] = ["row", "column", "zone", "moniker", "image", "video"];

/// A construct with its place, and what is wrong with it although it can be read.
pub type Found = (Range<usize>, Construct, Option<Problem>);

/// Where a construct may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Within a line or alone.
    Line,
    /// The same, with no space before its name.
    Tight,
    /// The same as a line, and its end may be lost: translation often breaks it, and an image
    /// whose source is known is better shown.
    Loose,
    /// Alone on its line.
    Block,
}

/// Reads the construct that begins at a byte. `broken` are the blocks whose first line could not
/// be read and stands as written: so does the line that ends them.
pub fn read(text: &str, start: usize, broken: &mut Vec<&'static str>) -> Option<Found> {
    let line = construct::line(text, start);
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
            .map(|construct| (start..start + line.len(), construct, None));
    }
    let Some((name, place, reader)) = NAMES.iter().find(|(name, _, _)| *name == word).copied()
    else {
        return mistyped(word).filter(|_| alone).map(|problem| {
            let place = start..start + 3 + line[3..].find(word).unwrap_or(0) + word.len();
            (place, Construct::Broken(problem), None)
        });
    };
    if (place == Place::Block || spaced) && !alone || spaced && place == Place::Tight {
        return None;
    }
    let written = attributes(rest);
    // A line that holds nothing else may go without its end, as on Learn.
    let bare = alone && place != Place::Block && rest[written.length..].trim().is_empty();
    let whole = match bare && written.fault.is_none() {
        true => Ok(written.length),
        false => whole(rest, &written, place),
    };
    let construct = match &whole {
        Ok(_) => reader(&written.found),
        Err(_) if place == Place::Loose => reader(&written.found),
        Err(why) => Err(why.clone()),
    };
    let end = start + line.len() - rest.len() + whole.clone().unwrap_or(written.length);
    Some(match (construct, whole) {
        (Ok(construct), Ok(_)) => (start..end, construct, None),
        (Ok(construct), Err(why)) => (start..end, construct, Some(problem(name, &why))),
        (Err(why), _) => {
            if place == Place::Block {
                broken.push(name);
            }
            (
                start..start + 3,
                Construct::Broken(problem(name, &why)),
                None,
            )
        }
    })
}

/// What is wrong with a name that is one slip away from a known one.
fn mistyped(word: &str) -> Option<Problem> {
    let known = NAMES.iter().map(|(name, _, _)| *name);
    let near =
        nearest(word, known).filter(|near| word.len() > 3 && word.starts_with(&near[..1]))?;
    Some(Problem {
        rule: &INVALID,
        message: format!("there is no `:::{word}`; the nearest is `:::{near}`"),
        help: "write its name as it is",
    })
}

/// How many bytes a construct takes behind its name, or why it does not end well.
fn whole(rest: &str, written: &Written<'_>, place: Place) -> Result<usize, String> {
    if let Some(why) = &written.fault {
        return Err(why.clone());
    }
    let left = &rest[written.length..];
    let blank = left.len() - left.trim_start().len();
    match place {
        Place::Block if ends(left) => Ok(rest.len()),
        Place::Block => Err("text follows it on its line".to_owned()),
        _ if left[blank..].starts_with(":::") => Ok(written.length + blank + 3),
        _ => Err("it is not closed by `:::`".to_owned()),
    }
}

fn problem(name: &str, why: &str) -> Problem {
    Problem {
        rule: &INVALID,
        message: format!("this `:::{name}` is damaged: {why}"),
        help: "write each attribute once, as `key=\"value\"`, and close the line by `:::`",
    }
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
    let Some(before) = construct::line_before(text, start) else {
        return false;
    };
    let mark = |c: char| {
        c.is_whitespace() || matches!(c, '>' | '-' | '*' | '+' | '.' | ')') || c.is_ascii_digit()
    };
    before.chars().all(mark)
}

/// Attributes as far as they can be read.
struct Written<'a> {
    found: Attributes<'a>,
    /// How many bytes they take.
    length: usize,
    /// Why what follows is none.
    fault: Option<String>,
}

/// Reads `key="value"` as often as it stands.
fn attributes(text: &str) -> Written<'_> {
    let mut written = Written {
        found: Attributes::default(),
        length: 0,
        fault: None,
    };
    let mut rest = text;
    loop {
        match attribute(rest, &written.found) {
            Ok(Some((key, value, after))) => {
                written.found.0.push((key, value));
                rest = after;
                written.length = text.len() - rest.len();
            }
            Ok(None) => return written,
            Err(why) => {
                written.fault = Some(why);
                return written;
            }
        }
    }
}

/// One attribute: its key, its value, and the text after it.
type Attribute<'a> = (&'a str, &'a str, &'a str);

fn attribute<'a>(text: &'a str, found: &Attributes<'_>) -> Result<Option<Attribute<'a>>, String> {
    let next = text.trim_start_matches([' ', '\t']);
    let length = next
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
        .unwrap_or(next.len());
    let (key, after) = next.split_at(length);
    if key.is_empty() {
        return Ok(None);
    }
    let Some(after) = after.trim_start_matches([' ', '\t']).strip_prefix('=') else {
        return Err(format!("`{key}` has no value"));
    };
    let after = after.trim_start_matches([' ', '\t']);
    let Some((value, after)) = value(after) else {
        return Err(format!(
            "the value of `{key}` is not closed by a quotation mark"
        ));
    };
    if found.get(key).is_some() {
        return Err(format!("`{key}` stands twice"));
    }
    Ok(Some((key, value, after)))
}

/// A value in quotation marks. Those within it are part of it where another attribute or the end
/// follows the last one: alternative texts quote what they show.
fn value(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inner = &text[1..];
    let ends = inner.match_indices(quote).map(|(at, _)| at);
    let closes = |at: &usize| {
        let after = inner[at + 1..].trim_start();
        let key = after
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .unwrap_or(after.len());
        after.is_empty() || after.starts_with(":::") || key > 0 && after[key..].starts_with('=')
    };
    let mut ends = ends.peekable();
    let first = *ends.peek()?;
    let end = ends.find(closes).unwrap_or(first);
    Some((&inner[..end], &inner[end + 1..]))
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
