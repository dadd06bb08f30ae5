//! Tables, in a box that scrolls by itself where they are wider than the page.

use pulldown_cmark::{Alignment, Tag, TagEnd};

use crate::page::body::escape;
use crate::page::body::writer::Writer;

/// The table that is being written.
pub struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    head: bool,
    /// Whether rows have followed the head.
    body: bool,
}

impl Writer<'_> {
    /// Begins a table.
    pub fn start_table(&mut self, alignments: &[Alignment]) {
        // A group and no region: a page with twenty tables has not twenty landmarks.
        self.out
            .push_str("<div class=\"table\" tabindex=\"0\" role=\"group\"");
        let label = self.setting.word("table");
        escape::attribute(&mut self.out, "aria-label", label);
        self.out.push_str("><table>\n");
        self.tables.push(Table {
            alignments: alignments.to_vec(),
            column: 0,
            head: false,
            body: false,
        });
    }

    /// Begins a part of a table.
    pub fn start_in_table(&mut self, tag: &Tag<'_>) {
        let Some(table) = self.tables.last_mut() else {
            return;
        };
        match tag {
            Tag::TableHead => {
                table.head = true;
                table.column = 0;
                self.out.push_str("<thead><tr>");
            }
            Tag::TableRow => {
                table.column = 0;
                let first = !std::mem::replace(&mut table.body, true);
                self.out
                    .push_str(if first { "<tbody>\n<tr>" } else { "<tr>" });
            }
            _ => {
                self.out.push_str(if table.head { "<th" } else { "<td" });
                let class = match table.alignments.get(table.column) {
                    Some(Alignment::Left) => " class=\"left\"",
                    Some(Alignment::Center) => " class=\"center\"",
                    Some(Alignment::Right) => " class=\"right\"",
                    Some(Alignment::None) | None => "",
                };
                self.out.push_str(class);
                self.out.push('>');
            }
        }
    }

    /// Ends a part of a table.
    pub fn end_in_table(&mut self, tag: TagEnd) {
        let Some(table) = self.tables.last_mut() else {
            return;
        };
        match tag {
            TagEnd::TableCell => {
                table.column += 1;
                let html = if table.head { "</th>" } else { "</td>" };
                self.out.push_str(html);
                self.units.end_block();
            }
            TagEnd::TableHead => {
                table.head = false;
                self.out.push_str("</tr></thead>\n");
            }
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            _ => {
                let body = table.body;
                self.tables.pop();
                let html = if body {
                    "</tbody></table></div>\n"
                } else {
                    "</table></div>\n"
                };
                self.out.push_str(html);
            }
        }
    }
}
