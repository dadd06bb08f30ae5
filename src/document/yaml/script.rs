//! The Markdown that a YAML guide is put into, with the place in the file of each part.

use crate::source::Came;
use crate::source::tree::Scalar;

/// Markdown as far as it is written.
#[derive(Debug, Default)]
pub struct Script {
    /// The Markdown.
    pub text: String,
    /// Where its parts come from.
    pub runs: Vec<Came>,
}

/// How a text is put in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// As it is.
    Block,
    /// In one line.
    Line,
    /// In one line, and no letter of it is markup.
    Plain,
}

impl Script {
    /// A heading, with markup where the text has some.
    pub fn heading(&mut self, level: usize, title: &Scalar) {
        self.begin(level, title);
        self.copy(title, Manner::Line);
        self.text.push('\n');
    }

    /// A heading whose words are no Markdown, and that may lead somewhere.
    pub fn plain_heading(&mut self, level: usize, title: &Scalar, address: Option<&Scalar>) {
        self.begin(level, title);
        self.link(title, address);
        self.text.push('\n');
    }

    fn begin(&mut self, level: usize, title: &Scalar) {
        self.text.push('\n');
        self.stand(title);
        let marks = "#".repeat(level.clamp(1, 6));
        self.text.push_str(&marks);
        self.text.push(' ');
    }

    /// Markdown of its own.
    pub fn block(&mut self, markdown: &Scalar) {
        self.text.push('\n');
        self.copy(markdown, Manner::Block);
        if !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Words that lead somewhere, or words alone.
    pub fn link(&mut self, words: &Scalar, address: Option<&Scalar>) {
        self.stand(words);
        let Some(address) = address else {
            return self.copy(words, Manner::Plain);
        };
        self.text.push('[');
        self.copy(words, Manner::Plain);
        let written = address.text.trim();
        let fenced = written.contains([' ', '(', ')']);
        self.text.push_str(if fenced { "](<" } else { "](" });
        self.copy(address, Manner::Line);
        self.text.push_str(if fenced { ">)" } else { ")" });
    }

    /// A text in one line, with its markup.
    pub fn line(&mut self, markdown: &Scalar) {
        self.copy(markdown, Manner::Line);
    }

    /// What is written next without being copied stands where this text does.
    fn stand(&mut self, scalar: &Scalar) {
        if let Some(range) = scalar.range() {
            self.mark(range.start);
        }
    }

    /// What is written next without being copied stands at a byte of the file.
    pub fn mark(&mut self, from: usize) {
        self.runs.push(Came {
            at: offset(self.text.len()),
            from: offset(from),
            length: 0,
        });
    }

    fn copy(&mut self, scalar: &Scalar, manner: Manner) {
        let text = &scalar.text;
        let (start, end) = match manner {
            Manner::Block => (0, text.trim_end().len()),
            _ => (text.len() - text.trim_start().len(), text.trim_end().len()),
        };
        let mut runs = scalar.runs.iter().peekable();
        for (index, c) in text.char_indices() {
            if index < start || index >= end {
                continue;
            }
            while runs
                .next_if(|run| run.value + run.length <= index)
                .is_some()
            {}
            let run = runs.peek().filter(|run| run.value <= index);
            let from = run.map(|run| run.text + (index - run.value));
            let special = matches!(
                c,
                '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '$'
            );
            if manner == Manner::Plain && special {
                self.text.push('\\');
            }
            let line_end = manner != Manner::Block && matches!(c, '\n' | '\r');
            self.letter(if line_end { ' ' } else { c }, from);
        }
    }

    fn letter(&mut self, c: char, from: Option<usize>) {
        let at = offset(self.text.len());
        self.text.push(c);
        let Some(from) = from.map(offset) else { return };
        let length = offset(c.len_utf8());
        match self.runs.last_mut() {
            Some(run) if run.at + run.length == at && run.from + run.length == from => {
                run.length += length;
            }
            _ => self.runs.push(Came { at, from, length }),
        }
    }

    /// A piece of the file as it stands there.
    pub fn quote(&mut self, text: &str, from: usize) {
        for (index, c) in text.char_indices() {
            self.letter(c, Some(from + index));
        }
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
