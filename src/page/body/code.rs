//! Code: always left to right, coloured by classes where its language is known.

use pulldown_cmark::CodeBlockKind;

use crate::page::body::escape;
use crate::page::body::writer::Writer;

/// The code block that is being read.
#[derive(Debug, Default)]
pub struct Block {
    /// As written after the fence, without what follows the name.
    pub language: String,
    /// The code, as far as it is read.
    pub text: String,
    /// Lines to be pointed out, such as `1,4-6`.
    pub marked: Option<String>,
    /// What runs the code in the browser of the site it was written for.
    pub interactive: Option<String>,
}

impl Writer<'_> {
    /// Begins a block of code.
    pub fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', ',', '{']).next().unwrap_or(""),
            CodeBlockKind::Indented => "",
        };
        self.code = Some(Block {
            language: language.to_owned(),
            ..Block::default()
        });
    }

    /// Ends a block of code, and writes it.
    pub fn end_code(&mut self) {
        if let Some(block) = self.code.take() {
            self.write_code(&block);
        }
    }

    /// Writes a block of code in colours.
    pub fn write_code(&mut self, block: &Block) {
        let (language, runs) = interactive(&block.language);
        // Lines may be longer than the page; who reads by keys can scroll to their ends.
        self.out.push_str("<pre dir=\"ltr\" tabindex=\"0\"");
        let runs = block.interactive.as_deref().or(runs);
        if let Some(runs) = runs {
            escape::attribute(&mut self.out, "data-interactive", runs);
        }
        if let Some(lines) = &block.marked {
            escape::attribute(&mut self.out, "data-lines", lines);
        }
        self.out.push_str("><code");
        if !language.is_empty() {
            let class = format!("language-{language}");
            escape::attribute(&mut self.out, "class", &class);
        }
        self.out.push('>');
        match self.setting.code.highlight(language, &block.text) {
            Some(html) => self.out.push_str(&html),
            None => escape::text(&mut self.out, &block.text),
        }
        self.out.push_str("</code></pre>\n");
    }

    /// Writes code within a line.
    pub fn inline_code(&mut self, code: &str) {
        if self.units.is_stray() {
            return;
        }
        self.out.push_str("<code>");
        escape::text(&mut self.out, code);
        self.out.push_str("</code>");
    }
}

/// Learn marks code that its site can run by the end of the language's name.
fn interactive(language: &str) -> (&str, Option<&str>) {
    let ends = ["-interactive", "-i"];
    let plain = ends.iter().find_map(|end| language.strip_suffix(end));
    plain
        .filter(|plain| !plain.is_empty())
        .map_or((language, None), |plain| (plain, Some(plain)))
}
