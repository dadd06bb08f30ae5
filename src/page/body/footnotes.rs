//! Footnotes: gathered from where they stand to the end of the page, in the order of their
//! references. A note that nothing refers to is left out, as GitHub does.

use std::collections::BTreeMap;

use crate::page::body::escape;
use crate::page::body::writer::Writer;

/// The notes of a page, by their name in lower case.
#[derive(Default)]
pub struct Footnotes {
    notes: BTreeMap<String, Note>,
    texts: BTreeMap<String, String>,
    /// Notes being written, with the text they interrupted.
    open: Vec<(String, String)>,
}

/// A note that the text refers to.
struct Note {
    /// By its first reference.
    number: usize,
    id: String,
    /// The ids of its references.
    references: Vec<String>,
}

impl Writer<'_> {
    /// Writes the number that leads to a footnote.
    pub fn footnote_reference(&mut self, name: &str) {
        let number = self.footnotes.notes.len() + 1;
        let ids = &mut self.ids;
        let notes = self.footnotes.notes.entry(name.to_lowercase());
        let note = notes.or_insert_with(|| Note {
            number,
            id: ids.fresh(&format!("note-{number}")),
            references: Vec::new(),
        });
        let id = ids.fresh(&format!("note-{}-text", note.number));
        let label = self.setting.word("footnote");
        let number = note.number;
        self.out.push_str("<sup class=\"footnote\"><a");
        escape::attribute(&mut self.out, "href", &format!("#{}", note.id));
        escape::attribute(&mut self.out, "id", &id);
        escape::attribute(&mut self.out, "aria-label", &format!("{label} {number}"));
        self.out.push_str(&format!(">{number}</a></sup>"));
        note.references.push(id);
    }

    /// Begins the text of a footnote.
    pub fn start_footnote(&mut self, name: &str) {
        let text = std::mem::take(&mut self.out);
        self.footnotes.open.push((name.to_lowercase(), text));
    }

    /// Ends it.
    pub fn end_footnote(&mut self) {
        if let Some((name, text)) = self.footnotes.open.pop() {
            let note = std::mem::replace(&mut self.out, text);
            self.footnotes.texts.entry(name).or_insert(note);
        }
    }

    /// Writes the notes at the end of the page.
    pub fn write_footnotes(&mut self) {
        let footnotes = std::mem::take(&mut self.footnotes);
        let texts = footnotes.texts;
        let mut notes: Vec<_> = footnotes.notes.into_iter().collect();
        notes.retain(|(name, _)| texts.contains_key(name));
        if notes.is_empty() {
            return;
        }
        notes.sort_by_key(|(_, note)| note.number);
        let label = self.setting.word("footnotes");
        self.out.push_str("<section class=\"footnotes\"");
        escape::attribute(&mut self.out, "aria-label", label);
        self.out.push_str("><ol>\n");
        for (name, note) in notes {
            self.footnote(texts.get(&name).map_or("", String::as_str), &note);
        }
        self.out.push_str("</ol></section>\n");
    }

    fn footnote(&mut self, text: &str, note: &Note) {
        let back = self.setting.word("back_to_text");
        self.out.push_str("<li");
        escape::attribute(&mut self.out, "id", &note.id);
        escape::attribute(&mut self.out, "value", &note.number.to_string());
        self.out.push('>');
        self.out.push_str(text.trim_end());
        for reference in &note.references {
            self.out.push_str(" <a class=\"back\"");
            escape::attribute(&mut self.out, "href", &format!("#{reference}"));
            escape::attribute(&mut self.out, "aria-label", back);
            self.out.push_str(">↩</a>");
        }
        self.out.push_str("</li>\n");
    }
}
