//! Pairs the sections of two texts, for measuring.
//!
//! Reads JSON lines `{"id","a":markdown,"b":markdown}` and writes
//! `{"id","pairs":[[anchor_a,anchor_b,change],...]}`; an anchor is null where a side has none.

use std::io::{BufRead, BufWriter, Write};

use instep::check::align::{Pair, Side, align};
use instep::document::shape::{Block, Shape, ShapeBuilder};
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use rayon::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Row {
    id: String,
    a: String,
    b: String,
}

struct Section {
    anchor: String,
    slug: String,
    shape: Shape,
}

/// Sections as they are read, one event after the other.
struct Reader<'a> {
    text: &'a str,
    sections: Vec<Section>,
    builder: ShapeBuilder,
    anchor: String,
    slug: String,
    title: Option<String>,
    code: Option<(String, String)>,
    items: Vec<usize>,
    table: (usize, usize),
}

fn main() -> std::io::Result<()> {
    let rows: Vec<String> = std::io::stdin().lock().lines().collect::<Result<_, _>>()?;
    let answers: Vec<String> = rows.par_iter().map(|row| answer(row)).collect();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for answer in answers {
        writeln!(out, "{answer}")?;
    }
    out.flush()
}

fn answer(line: &str) -> String {
    let row: Row = match serde_json::from_str(line) {
        Ok(row) => row,
        Err(error) => return serde_json::json!({ "error": error.to_string() }).to_string(),
    };
    let (a, b) = (read(&row.a), read(&row.b));
    let anchor = |side: &[Section], index: Option<usize>| index.map(|at| side[at].anchor.clone());
    let tell = |pair: &Pair| (anchor(&a, pair.a), anchor(&b, pair.b), pair.change.word());
    let pairs: Vec<_> = align(&sides(&a), &sides(&b)).iter().map(tell).collect();
    serde_json::json!({ "id": row.id, "pairs": pairs }).to_string()
}

fn sides(sections: &[Section]) -> Vec<Side<'_>> {
    sections.iter().map(Section::side).collect()
}

impl Section {
    fn side(&self) -> Side<'_> {
        Side {
            anchor: &self.anchor,
            slug: &self.slug,
            shape: &self.shape,
        }
    }
}

fn read(markdown: &str) -> Vec<Section> {
    let text = without_front_matter(markdown);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader {
        text,
        sections: Vec::new(),
        builder: ShapeBuilder::new(0),
        anchor: String::new(),
        slug: String::new(),
        title: None,
        code: None,
        items: Vec::new(),
        table: (0, 0),
    };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range.start);
    }
    reader.end_section();
    reader.sections
}

fn without_front_matter(text: &str) -> &str {
    let Some(rest) = text.strip_prefix("---\n") else {
        return text;
    };
    rest.find("\n---\n").map_or(text, |end| &rest[end + 5..])
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.prose(&text),
            Event::Code(text) => {
                if let Some(title) = &mut self.title {
                    title.push_str(&text);
                }
                self.builder.inline_code(&text);
            }
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::SoftBreak | Event::HardBreak => self.builder.pause(),
            Event::Rule => self.builder.block(Block::Rule),
            _ => {}
        }
    }

    fn prose(&mut self, text: &str) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(text);
        } else if let Some(title) = &mut self.title {
            title.push_str(text);
        } else {
            if let Some(source) = attribute(text, "source=\"") {
                self.builder.image(source);
            }
            self.builder.text(text);
        }
    }

    fn html(&mut self, html: &str) {
        if let Some(name) = attribute(html, "name=\"").filter(|_| self.title.is_some()) {
            self.anchor = name.to_owned();
        }
        if let Some(target) = attribute(html, "href=\"") {
            self.builder.link(target);
        }
        if let Some(source) = attribute(html, "src=\"") {
            self.builder.image(source);
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: usize) {
        match tag {
            // A tab is a link in a heading, not a section.
            Tag::Heading { level, id, .. } if !self.is_tab(at) => {
                self.end_section();
                self.builder = ShapeBuilder::new(level as u8);
                self.anchor = id.map(|id| id.to_string()).unwrap_or_default();
                self.title = Some(String::new());
            }
            Tag::Paragraph => self.builder.block(Block::Paragraph),
            Tag::Item => {
                self.builder.block(Block::Item);
                self.items
                    .iter_mut()
                    .rev()
                    .take(1)
                    .for_each(|items| *items += 1);
            }
            Tag::List(_) => self.items.push(0),
            Tag::BlockQuote(kind) => self.quote(kind, at),
            Tag::CodeBlock(CodeBlockKind::Fenced(language)) => {
                self.code = Some((language.to_string(), String::new()));
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => self.code = Some(Default::default()),
            Tag::Link { dest_url, .. } => self.builder.link(&dest_url),
            Tag::Image { dest_url, .. } => self.builder.image(&dest_url),
            Tag::Table(columns) => self.table = (0, columns.len()),
            Tag::TableRow | Tag::TableHead => self.table.0 += 1,
            Tag::TableCell => self.builder.pause(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_title(),
            TagEnd::List(_) => {
                let items = self.items.pop().unwrap_or_default();
                self.builder.list(items);
            }
            TagEnd::CodeBlock => {
                if let Some((language, text)) = self.code.take() {
                    self.builder.code(&language, &text);
                }
            }
            TagEnd::Table => self.builder.table(self.table.0, self.table.1),
            TagEnd::Paragraph => self.builder.pause(),
            _ => {}
        }
    }

    fn quote(&mut self, kind: Option<BlockQuoteKind>, at: usize) {
        self.builder.block(Block::Quote);
        let source = self.text[at..].trim_start_matches(['>', ' ']);
        let written = source
            .strip_prefix("[!")
            .and_then(|rest| rest.split_once(']'));
        match (kind, written) {
            (Some(kind), _) => self.builder.alert(&format!("{kind:?}")),
            (None, Some((kind, _))) => self.builder.alert(kind),
            (None, None) => {}
        }
    }

    fn is_tab(&self, at: usize) -> bool {
        self.text[at..]
            .lines()
            .next()
            .is_some_and(|line| line.contains("#tab/"))
    }

    fn end_title(&mut self) {
        let Some(title) = self.title.take() else {
            return;
        };
        self.slug = slug(&title);
        if self.anchor.is_empty() {
            self.anchor.clone_from(&self.slug);
        }
        self.builder.title(&title);
        self.builder.anchor(&self.anchor);
    }

    fn end_section(&mut self) {
        let builder = std::mem::replace(&mut self.builder, ShapeBuilder::new(0));
        let (anchor, slug) = (
            std::mem::take(&mut self.anchor),
            std::mem::take(&mut self.slug),
        );
        let shape = builder.finish();
        // What stands before the first heading is no section.
        if shape.level > 0 {
            self.sections.push(Section {
                anchor,
                slug,
                shape,
            });
        }
    }
}

/// The heading in lower case, without what is neither letter, digit, `_`, `-` nor space, and with
/// `-` for spaces.
fn slug(title: &str) -> String {
    let kept = title.trim().chars().flat_map(char::to_lowercase);
    let kept = kept.filter(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// The value of an attribute by its name with `="`.
fn attribute<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let rest = &html[html.find(name)? + name.len()..];
    rest.split('"').next()
}
