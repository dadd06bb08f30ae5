//! `[!code-csharp[Main](Program.cs#tag)]` and `:::code source="Program.cs" id="tag":::`: a part of
//! a file, shown as code.

mod marks;
mod notebook;

use std::ops::Range;

use crate::document::construct::colon::{Attributes, Read, need, only};
use crate::document::construct::{Construct, bang};
use crate::finding::{Level, Rule};
use crate::limits::SAMPLE_BYTES;
use crate::path::decode;

/// What is to be shown of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sample {
    /// The file as the page names it.
    pub target: String,
    /// As written; by the file's name where it is empty.
    pub language: String,
    /// Which part of the file is shown.
    pub selection: Selection,
    /// Columns taken from the left of each line; as many as all have, where not set.
    pub dedent: Option<usize>,
    /// Lines to be pointed out.
    pub highlight: Option<String>,
    /// What ran it on the site it was written for.
    pub interactive: Option<String>,
}

/// A part of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// All of it.
    #[default]
    Whole,
    /// Lines from 1, in this order; without an end, up to the last.
    Lines(Vec<(usize, Option<usize>)>),
    /// What stands between two comments of that name.
    Named(String),
    /// The one cell of a notebook with that name.
    Cell(String),
}

/// `markdown/code-missing`: a code sample whose file or part is not there.
pub static MISSING: Rule = Rule {
    code: "markdown/code-missing",
    level: Level::Warn,
    summary: "a code sample whose file or part is not there",
    explanation: "\
The page shows a part of a file as code, but the tree does not hold the file, the file lies outside
the content, no comment in it names the part, or its ranges of lines are together more than a
megabyte. The place stays empty.

```markdown
[!code-csharp[Main](samples/Program.cs?name=start)]
```

Add the file, or put `// <start>` and `// </start>` around the part.
",
};

const KNOWN: [&str; 7] = [
    "source",
    "id",
    "range",
    "highlight",
    "language",
    "interactive",
    "dedent",
];

/// Reads the attributes of `:::code`.
pub fn read(attributes: &Attributes<'_>) -> Read {
    only(attributes, &KNOWN)?;
    let lines = attributes.filled("range").map(lines).transpose()?;
    let named = attributes
        .filled("id")
        .map(|id| Selection::Named(id.trim().to_owned()));
    let selection = named.or(lines.map(Selection::Lines)).unwrap_or_default();
    let text = |key| {
        attributes
            .filled(key)
            .map(|value: &str| value.trim().to_owned())
    };
    Ok(Construct::Sample(Sample {
        target: need(attributes, "source")?.trim().to_owned(),
        language: text("language").unwrap_or_default(),
        selection,
        dedent: attributes.get("dedent").and_then(|n| n.trim().parse().ok()),
        highlight: text("highlight"),
        interactive: text("interactive"),
    }))
}

/// Reads `[!code-lang[name](path?query#part)]`.
pub fn read_link(start: usize, line: &str) -> Option<(Range<usize>, Construct)> {
    let held = bang::link(line)?;
    let (word, language) = held.word.split_once('-').unwrap_or((held.word, ""));
    let notebook = word.eq_ignore_ascii_case("notebook");
    let (rest, fragment) = held.target.split_once('#').unwrap_or((&held.target, ""));
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let mut sample = Sample {
        target: path.to_owned(),
        language: language.to_owned(),
        ..Sample::default()
    };
    let mut lines: Vec<(usize, Option<usize>)> = Vec::new();
    let (mut name, mut first, mut last) = (None, None, None);
    for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        match key.to_ascii_lowercase().as_str() {
            "name" | "tag" | "region" => name = Some(decode(value)),
            "range" => lines = self::lines(value).unwrap_or_default(),
            "start" => first = value.parse().ok(),
            "end" => last = value.parse().ok(),
            "highlight" => sample.highlight = Some(value.to_owned()),
            "dedent" => sample.dedent = value.parse().ok(),
            _ => {}
        }
    }
    if lines.is_empty() && (first.is_some() || last.is_some()) {
        // A first line alone means that line.
        lines.push((first.unwrap_or(1), last.or(first)));
    }
    let by_fragment = line_range(fragment);
    let by_name = !fragment.is_empty() && by_fragment.is_none();
    let named = by_name.then(|| decode(fragment)).or(name);
    sample.selection = match named {
        Some(name) if notebook => Selection::Cell(name),
        Some(name) => Selection::Named(name),
        None => match by_fragment {
            Some(range) => Selection::Lines(vec![range]),
            None if !lines.is_empty() => Selection::Lines(lines),
            None => Selection::Whole,
        },
    };
    Some((start..start + held.length, Construct::Sample(sample)))
}

/// `1,4-6,9-`.
fn lines(text: &str) -> Result<Vec<(usize, Option<usize>)>, String> {
    let number = |text: &str| {
        let text = text.trim();
        text.parse::<usize>()
            .map_err(|_| format!("`{text}` is no line"))
    };
    let range = |text: &str| match text.split_once('-') {
        None => number(text).map(|line| (line, Some(line))),
        Some((first, last)) if last.trim().is_empty() => Ok((number(first)?, None)),
        Some((first, last)) => match (number(first)?, number(last)?) {
            (first, last) if last < first => {
                Err(format!("`{}` ends before it begins", text.trim()))
            }
            (first, last) => Ok((first, Some(last))),
        },
    };
    text.split(',').map(range).collect()
}

/// `L12-L16`.
fn line_range(fragment: &str) -> Option<(usize, Option<usize>)> {
    let number = |text: &str| text.strip_prefix(['L', 'l'])?.parse().ok();
    match fragment.split_once('-') {
        Some((first, last)) => Some((number(first)?, Some(number(last)?))),
        None => number(fragment).map(|line| (line, Some(line))),
    }
}

impl Sample {
    /// Its part of a file's text. `None` where the file has no such part.
    pub fn cut(&self, text: &str) -> Option<String> {
        let chosen: Vec<&str> = match &self.selection {
            Selection::Whole => return Some(text.replace("\r\n", "\n")),
            Selection::Cell(name) => return notebook::cell(text, name),
            Selection::Named(name) => {
                let long = || marks::between(text, &format!("snippet{name}"));
                marks::between(text, name).or_else(long)?
            }
            Selection::Lines(ranges) => {
                let chosen = chosen(text, ranges)?;
                (!chosen.is_empty()).then_some(chosen)?
            }
        };
        Some(dedent(&chosen, self.dedent))
    }

    /// The language to show it in: as written, else by the file's name.
    pub fn language(&self) -> &str {
        if !self.language.is_empty() {
            return &self.language;
        }
        let name = self.target.rsplit('/').next().unwrap_or(&self.target);
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        match extension {
            "cs" => "csharp",
            "py" => "python",
            "ps1" => "powershell",
            "yml" => "yaml",
            other => other,
        }
    }
}

/// The lines of a text that ranges name, in their order. `None` where they are more than a sample
/// may have.
fn chosen<'t>(text: &'t str, ranges: &[(usize, Option<usize>)]) -> Option<Vec<&'t str>> {
    let all: Vec<&str> = text.lines().collect();
    let mut chosen = Vec::new();
    let mut bytes = 0;
    for (first, last) in ranges {
        let last = last.unwrap_or(all.len()).min(all.len());
        for line in all.get(first.max(&1) - 1..last).unwrap_or(&[]) {
            bytes += line.len() + 1;
            if bytes > SAMPLE_BYTES.most {
                return None;
            }
            chosen.push(*line);
        }
    }
    Some(chosen)
}

/// Lines without what all of them have on their left, or without so many columns.
fn dedent(lines: &[&str], columns: Option<usize>) -> String {
    let indent = |line: &&str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let filled = lines.iter().filter(|line| !line.trim().is_empty());
    let columns = columns.unwrap_or_else(|| filled.map(indent).min().unwrap_or(0));
    let mut out = String::new();
    for line in lines {
        out.push_str(&line[indent(line).min(columns)..]);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Sample {
        Sample {
            selection: Selection::Named(name.to_owned()),
            ..Sample::default()
        }
    }

    #[test]
    fn a_named_part_loses_its_indent_and_inner_marks() {
        let text = "x\n    // <a>\n    one\n    // <b>\n      two\n    // </b>\n    // </A>\n";
        assert_eq!(named("a").cut(text).as_deref(), Some("one\n  two\n"));
        assert_eq!(named("c").cut(text), None);
    }

    #[test]
    fn a_mark_may_say_that_it_is_a_snippet() {
        let text = "// <snippet_1>\none\n// </snippet_1>\n// <snippet2>\ntwo\n// </snippet2>\n";
        assert_eq!(named("_1").cut(text).as_deref(), Some("one\n"));
        assert_eq!(named("2").cut(text).as_deref(), Some("two\n"));
    }

    #[test]
    fn regions_are_named_parts() {
        let text = "#region Main\n  one\n#endregion\n";
        assert_eq!(named("main").cut(text).as_deref(), Some("one\n"));
    }

    #[test]
    fn lines_may_come_in_any_order() {
        let sample = Sample {
            selection: Selection::Lines(vec![(3, None), (1, Some(1))]),
            ..Sample::default()
        };
        assert_eq!(sample.cut("a\nb\nc\nd").as_deref(), Some("c\nd\na\n"));
    }
}
