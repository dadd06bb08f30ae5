//! Guides that are written as YAML: questions with answers, landing pages, hubs.
//!
//! They are put into Markdown, so that everything after it finds a page like any other: sections,
//! anchors, links, dates, drift. Each part of that text knows the place that it has in the file.

mod faq;
mod front;
mod landing;
mod script;

use crate::document::yaml::script::Script;
use crate::finding::{Finding, Level, Outcome, Rule};
use crate::path::SourcePath;
use crate::source::Source;
use crate::source::tree::{self, Node};

/// `input/yaml`: a YAML guide that cannot be read, or in which a part is missing.
pub static YAML: Rule = Rule {
    code: "input/yaml",
    level: Level::Warn,
    summary: "a YAML guide that cannot be read, or in which a part is missing",
    explanation: "\
A file that begins with `### YamlMime:FAQ`, `### YamlMime:Landing` or `### YamlMime:Hub` is a guide.
This one is no valid YAML, or a part of it has another form than guides of its kind have: a question
without an answer, a link without its address. What cannot be read is left out, the rest is a page.

```yaml
### YamlMime:FAQ
title: Questions about payouts
sections:
- name: Accounts
  questions:
  - question: Who may change an account?
    answer: Only its owner.
```

Translation often breaks the quotation marks and the indent that YAML needs.
",
};

/// The kinds of YAML that are guides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Questions,
    /// Links in groups: landing pages and hubs.
    Links,
}

/// Whether a file of these bytes is a guide, where its name says that it is YAML.
pub fn is_guide(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    kind(start).is_some()
}

/// Reads the text of a page: of YAML the Markdown that it stands for.
pub fn read(path: &SourcePath, bytes: Vec<u8>) -> Outcome<Source> {
    let Outcome {
        value: source,
        mut findings,
    } = Source::read(path, bytes);
    let yaml = matches!(path.extension(), "yml" | "yaml");
    let value = match kind(source.text.as_bytes()).filter(|_| yaml) {
        Some(kind) => {
            let written = write(&source, kind);
            findings.extend(written.findings);
            let Script { text, runs, .. } = written.value;
            Source::made_from(source, text, runs)
        }
        None => source,
    };
    Outcome { value, findings }
}

/// The kind that the first line names: `### YamlMime:FAQ`.
fn kind(bytes: &[u8]) -> Option<Kind> {
    let line = bytes.split(|byte| *byte == b'\n').next()?;
    let line = std::str::from_utf8(line).ok()?;
    let named = line
        .trim_start_matches('#')
        .trim()
        .strip_prefix("YamlMime:")?;
    match named.trim() {
        "FAQ" => Some(Kind::Questions),
        "Landing" | "Hub" | "LandingData" => Some(Kind::Links),
        _ => None,
    }
}

fn write(source: &Source, kind: Kind) -> Outcome<Script> {
    let mut writing = Writing {
        source,
        script: Script::default(),
        findings: Vec::new(),
    };
    match tree::read(source) {
        Ok(root) => {
            front::write(&mut writing, &root);
            match kind {
                Kind::Questions => faq::write(&mut writing, &root),
                Kind::Links => landing::write(&mut writing, &root),
            }
        }
        Err(fault) => {
            let message = format!("this guide cannot be read: {}", fault.reason);
            writing.refuse(
                fault.at,
                message,
                "put texts with special characters in quotes",
            );
        }
    }
    Outcome {
        value: writing.script,
        findings: writing.findings,
    }
}

/// A guide that is being put into Markdown.
struct Writing<'a> {
    source: &'a Source,
    script: Script,
    findings: Vec<Finding>,
}

impl Writing<'_> {
    fn refuse(&mut self, at: usize, message: String, help: &str) {
        let span = self.source.span(at..at);
        let finding = YAML.at(&self.source.path, span, message);
        self.findings.push(finding.help(help));
    }

    /// The title of the page and what is said below it.
    fn title(&mut self, root: &Node) {
        if let Some(title) = root.text("title") {
            self.script.heading(1, title);
        }
        if let Some(summary) = root.text("summary") {
            self.script.block(summary);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_guide, read};
    use crate::path::SourcePath;

    #[test]
    fn places_are_those_of_the_file() {
        let yaml = "### YamlMime:FAQ\nmetadata:\n  title: T\n  ms.date: 09/23/2019\ntitle: Asked\n\
                    sections:\n- name: One\n  questions:\n  - question: >\n      Why\n      so?\n\
                    \x20   answer: |\n      By [it](a.md).\n\n      More.\n";
        assert!(is_guide(yaml.as_bytes()));
        let source = read(&SourcePath::new("a.yml"), yaml.into()).value;
        let front = "---\ntitle: T\nms.date: 09/23/2019\n---\n";
        let body = "\n# Asked\n\n## One\n\n### Why so?\n\nBy [it](a.md).\n\nMore.\n";
        assert_eq!(source.text, format!("{front}{body}"));
        let place = |words: &str| {
            let at = source.text.find(words).expect("the words are in the text");
            let position = source.position(at);
            (position.line, position.column)
        };
        assert_eq!(place("ms.date"), (4, 3));
        assert_eq!(place("Why"), (10, 7));
        assert_eq!(place("so?"), (11, 7));
        assert_eq!(place("a.md"), (13, 15));
        assert_eq!(place("More"), (15, 7));
        let heading = source
            .text
            .find("### Why")
            .expect("the heading is in the text");
        assert_eq!(source.line_start(source.position(heading).line), heading);
    }

    #[test]
    fn data_is_no_guide() {
        assert!(!is_guide(b"### YamlMime:ZonePivotGroups\ngroups: []\n"));
        assert!(!is_guide(b"key: value\n"));
    }
}
