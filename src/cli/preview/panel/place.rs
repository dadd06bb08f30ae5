//! Where something stands: in the editor, and on the page.

use camino::Utf8Path;
use serde_json::{Value, json};

use crate::document::revision::Revision;
use crate::finding::{Finding, Span};
use crate::path::{SourcePath, encode};
use crate::source::{Reader, Source};

/// Longer lines are data; no place on the page is looked for by them.
const LONGEST: usize = 2_000;

/// The way from files of a site to the editor of whoever writes it.
#[derive(Clone, Copy)]
pub struct Desktop<'a> {
    /// The folder of the site, without links.
    pub root: &'a Utf8Path,
    /// An address with `{path}`, `{line}` and `{column}`.
    pub editor: &'a str,
    /// Reads the texts once more.
    pub reader: &'a dyn Reader,
}

impl Desktop<'_> {
    /// A place in a file with its address in the editor.
    pub fn file(&self, path: &SourcePath, line: u32, column: u32) -> Value {
        let real = self.root.join(path.as_str());
        let whole = real.as_str().replace('\\', "/");
        // A drive begins with a letter; in addresses every path begins with a slash.
        let slash = if whole.starts_with('/') { "" } else { "/" };
        let address = self
            .editor
            .replace("{path}", &format!("{slash}{}", encode(&whole)))
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string());
        json!({ "path": path.as_str(), "line": line, "column": column, "address": address })
    }

    /// A finding with its place in the editor and what its place on the page is found by.
    pub fn finding(&self, finding: &Finding, revision: &Revision) -> Value {
        let start = finding.span.start;
        let (line, marked) = self.words(finding).unwrap_or_default();
        json!({
            "code": finding.rule.code,
            "level": finding.level.word(),
            "message": finding.message,
            "help": finding.help,
            "file": self.file(&finding.file, start.line, start.column),
            "section": section(revision, &finding.file, start.line),
            "line": line,
            "marked": marked,
        })
    }

    /// The line that a finding stands in, and what of it is marked. None of a whole file.
    fn words(&self, finding: &Finding) -> Option<(String, String)> {
        let Span { start, end } = finding.span;
        if finding.span == Span::FILE {
            return None;
        }
        let bytes = self.reader.read(&finding.file).ok()?;
        let source = Source::read(&finding.file, bytes).value;
        let line = source.line(start.line);
        if line.len() > LONGEST {
            return None;
        }
        let first = start.column.saturating_sub(1) as usize;
        let length = match start.line == end.line {
            true => end.column.saturating_sub(start.column) as usize,
            false => usize::MAX,
        };
        let marked = line.chars().skip(first).take(length).collect();
        Some((line.to_owned(), marked))
    }
}

/// The id of the section that a line stands in; none before the first heading.
pub fn section<'r>(revision: &'r Revision, path: &SourcePath, line: u32) -> Option<&'r str> {
    let part = revision.parts.iter().position(|part| part == path)?;
    let mut above = revision.sections.iter().rev();
    let above =
        above.find(|section| usize::from(section.part) == part && section.span.start.line <= line);
    above.map(|section| section.id())
}
