//! Where Markdown sees less than the source holds: the indent of columns, and of lines that end a
//! block.
//!
//! The blocks of a row are written indented, and Markdown would take what is in them for code.
//! Editors move the line that ends a zone into the list before it, and Learn ends the zone there
//! all the same.

use std::borrow::Cow;
use std::ops::Range;

/// Places where something was cut: the offset behind the cut in what is left, and how much of
/// the source is missing up to there.
#[derive(Clone, Debug, Default)]
pub struct Cuts(Vec<(usize, usize)>);

impl Cuts {
    /// The bytes of the source that bytes of the cut text stand for.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        if self.0.is_empty() {
            return range;
        }
        let start = self.missing(range.start) + range.start;
        if range.is_empty() {
            return start..start;
        }
        start..self.missing(range.end - 1) + range.end
    }

    fn missing(&self, at: usize) -> usize {
        let next = self.0.partition_point(|(place, _)| *place <= at);
        next.checked_sub(1).map_or(0, |last| self.0[last].1)
    }
}

/// Cuts the indent of rows, of columns, and of what stands in columns; and that of lines that end a
/// block as far as they are indented deeper than the line that begins it.
pub fn dedent(text: Cow<'_, str>) -> (Cow<'_, str>, Cuts) {
    let columns = has_columns(&text);
    if !columns && !has_deep_ends(&text) {
        return (text, Cuts::default());
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut out = String::with_capacity(text.len());
    let mut cuts = Cuts::default();
    let (mut missing, mut inside) = (0, 0);
    let mut ends = Ends::default();
    for (at, line) in lines.iter().enumerate() {
        let deep = ends.deeper(line);
        let cut = if columns && is_fence(line) {
            inside = if opens(line) {
                common_indent(&lines[at + 1..])
            } else {
                0
            };
            indent(line)
        } else {
            inside.min(indent(line)).max(deep)
        };
        if cut > 0 {
            missing += cut;
            cuts.0.push((out.len(), missing));
        }
        out.push_str(&line[cut..]);
    }
    (Cow::Owned(out), cuts)
}

/// Words of blocks that are never one inside another of their kind.
const WORDS: [&str; 2] = ["zone", "moniker"];

/// How far lines stand from where their block does.
#[derive(Default)]
struct Ends {
    /// Where the lines stand that began the blocks of each word.
    began: [Option<usize>; WORDS.len()],
    /// The indent of the last line that is not blank. None where it begins an item of a list.
    before: Option<usize>,
}

impl Ends {
    /// How much deeper than its block a line stands that begins or ends it.
    fn deeper(&mut self, line: &str) -> usize {
        let own = indent(line);
        let deep = own - self.place(line);
        if !line.trim().is_empty() {
            self.before = (!begins_item(line)).then_some(own - deep);
        }
        deep
    }

    /// The indent that the block of a line has; of other lines their own.
    fn place(&mut self, line: &str) -> usize {
        let own = indent(line);
        let Some(name) = line.trim_start().strip_prefix(":::").map(str::trim_start) else {
            return own;
        };
        for (word, began) in WORDS.iter().zip(&mut self.began) {
            let Some(rest) = name.strip_prefix(word) else {
                continue;
            };
            if rest.starts_with("-end") {
                return began.take().unwrap_or(own).min(own);
            }
            // After a line further left it stands in no list, and its indent says nothing.
            let free = own < 4 && self.before.is_some_and(|before| before < own);
            let place = if free { 0 } else { own };
            *began = Some(place);
            return place;
        }
        own
    }
}

fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let mark = match number.len() < line.len() {
        true => number.starts_with(['.', ')']),
        false => line.starts_with(['-', '*', '+']),
    };
    mark && number[1..].starts_with([' ', '\t', '\r', '\n'])
}

fn has_deep_ends(text: &str) -> bool {
    let mut ends = Ends::default();
    memchr::memmem::find(text.as_bytes(), b"-end").is_some()
        && text.contains(":::")
        && text.lines().any(|line| ends.deeper(line) > 0)
}

fn has_columns(text: &str) -> bool {
    memchr::memmem::find(text.as_bytes(), b":::").is_some()
        && text.contains(":column")
        && text.lines().any(|line| indent(line) > 0 && is_fence(line))
}

/// How much all lines up to the next line of a row are indented.
fn common_indent(lines: &[&str]) -> usize {
    let held = lines.iter().take_while(|line| !is_fence(line));
    let filled = held.filter(|line| !line.trim().is_empty());
    filled.map(|line| indent(line)).min().unwrap_or(0)
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

fn is_fence(line: &str) -> bool {
    let name = line.trim_start().strip_prefix(":::").map(str::trim_start);
    name.is_some_and(|name| name.starts_with("column") || name.starts_with("row"))
}

fn opens(line: &str) -> bool {
    let name = line.trim_start().trim_start_matches(':').trim_start();
    name.starts_with("column") && !name.starts_with("column-end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_back_to_the_source() {
        let text = ":::row:::\n  :::column:::\n    text\n  :::column-end:::\n:::row-end:::\n";
        let (cut, cuts) = dedent(Cow::Borrowed(text));
        assert_eq!(
            cut,
            ":::row:::\n:::column:::\ntext\n:::column-end:::\n:::row-end:::\n"
        );
        for word in ["text", ":::column-end", ":::row-end", ":::column:::"] {
            let place = cut.find(word).expect("the word is in the cut text");
            let range = cuts.source(place..place + word.len());
            assert_eq!(&text[range], word);
        }
    }
}
