//! Paragraphs, lists, quotes and emphasis: elements that need no more than their tags.

use pulldown_cmark::{Tag, TagEnd};

use crate::page::body::escape;
use crate::page::body::writer::Writer;

impl Writer<'_> {
    /// Begins a block that is the same in HTML.
    pub fn start_plain(&mut self, tag: &Tag<'_>) {
        let html = match tag {
            Tag::Paragraph => "<p>",
            Tag::BlockQuote(_) => "<blockquote>\n",
            Tag::List(None) => "<ul>\n",
            Tag::List(Some(1)) => "<ol>\n",
            Tag::List(Some(start)) => {
                self.out.push_str("<ol");
                escape::attribute(&mut self.out, "start", &start.to_string());
                ">\n"
            }
            Tag::Item => "<li>",
            Tag::Emphasis => "<em>",
            Tag::Strong => "<strong>",
            Tag::Strikethrough => "<del>",
            Tag::Superscript => "<sup>",
            Tag::Subscript => "<sub>",
            _ => "",
        };
        self.out.push_str(html);
    }

    /// Ends it.
    pub fn end_plain(&mut self, tag: TagEnd) {
        let html = match tag {
            TagEnd::Paragraph => "</p>\n",
            TagEnd::BlockQuote(_) => "</blockquote>\n",
            TagEnd::List(true) => "</ol>\n",
            TagEnd::List(false) => "</ul>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::Emphasis => "</em>",
            TagEnd::Strong => "</strong>",
            TagEnd::Strikethrough => "</del>",
            TagEnd::Superscript => "</sup>",
            TagEnd::Subscript => "</sub>",
            _ => "",
        };
        self.out.push_str(html);
        if matches!(tag, TagEnd::Paragraph | TagEnd::Item) {
            self.units.end_block();
        }
    }

    /// The box of a task list. It cannot be ticked: the page is not the reader's list.
    pub fn task(&mut self, done: bool) {
        let key = if done { "task_done" } else { "task_open" };
        self.out.push_str("<input disabled type=\"checkbox\"");
        escape::attribute(&mut self.out, "aria-label", self.setting.word(key));
        self.out.push_str(if done { " checked> " } else { "> " });
    }

    /// A formula as written: readers of TeX read it, and scripts of a theme may draw it.
    pub fn math(&mut self, text: &str) {
        self.out.push_str("<span class=\"math\" dir=\"ltr\">");
        escape::text(&mut self.out, text.trim());
        self.out.push_str("</span>");
    }
}
