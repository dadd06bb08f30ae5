//! The elements that raw HTML has opened, so that none runs out of the block it stands in.
//!
//! Markdown gives raw tags one by one, in no order that can be trusted. Each Markdown element
//! around them is a fence: at its end everything opened inside is closed, and an end tag for what
//! was opened outside takes effect there.

use crate::limits::RAW_ELEMENTS;

/// What is open at a place of the text.
#[derive(Debug, Default)]
pub struct Elements {
    open: Vec<Open>,
    raw: usize,
}

#[derive(Debug)]
enum Open {
    /// An element of Markdown's own, which it closes itself.
    Fence,
    Raw {
        /// As the page names it.
        name: Box<str>,
        /// As it was written out.
        tag: &'static str,
        /// Whether its end tag stood inside a fence that was opened later.
        ended: bool,
    },
}

impl Elements {
    /// A Markdown element begins.
    pub fn enter(&mut self) {
        self.open.push(Open::Fence);
    }

    /// A Markdown element ends: closes what raw HTML opened in it.
    pub fn leave(&mut self, out: &mut String) {
        while let Some(Open::Raw { tag, .. }) = self.open.pop() {
            self.raw -= 1;
            end_tag(out, tag);
        }
    }

    /// Closes what was ended inside of the Markdown element that has just been closed.
    pub fn settle(&mut self, out: &mut String) {
        while let Some(Open::Raw {
            tag, ended: true, ..
        }) = self.open.last()
        {
            end_tag(out, tag);
            self.raw -= 1;
            self.open.pop();
        }
    }

    /// Whether another raw element may be opened.
    pub fn has_room(&self) -> bool {
        self.raw < RAW_ELEMENTS.most
    }

    /// Whether any raw element is open.
    pub fn any(&self) -> bool {
        self.raw > 0
    }

    /// Whether a raw element of that name is open.
    pub fn holds(&self, wanted: &str) -> bool {
        let named =
            |open: &Open| matches!(open, Open::Raw { name, ended: false, .. } if &**name == wanted);
        self.raw > 0 && self.open.iter().rev().any(named)
    }

    /// A raw element begins, written out as `tag`.
    pub fn open(&mut self, name: &str, tag: &'static str) {
        self.raw += 1;
        self.open.push(Open::Raw {
            name: name.into(),
            tag,
            ended: false,
        });
    }

    /// An end tag: closes the element and what is open inside. Without one open it says nothing.
    pub fn close(&mut self, wanted: &str, out: &mut String) {
        if self.raw == 0 {
            return;
        }
        let mut fenced = false;
        for at in (0..self.open.len()).rev() {
            match &mut self.open[at] {
                Open::Fence => fenced = true,
                Open::Raw { name, ended, .. } if &**name == wanted && !*ended => {
                    if fenced {
                        *ended = true;
                    } else {
                        self.close_down_to(at, out);
                    }
                    return;
                }
                Open::Raw { .. } => {}
            }
        }
    }

    fn close_down_to(&mut self, at: usize, out: &mut String) {
        for open in self.open.drain(at..).rev() {
            if let Open::Raw { tag, .. } = open {
                self.raw -= 1;
                end_tag(out, tag);
            }
        }
    }
}

fn end_tag(out: &mut String, tag: &str) {
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_tag_in_emphasis_takes_effect_behind_it() {
        let (mut elements, mut out) = (Elements::default(), String::new());
        elements.open("b", "b");
        elements.enter();
        elements.close("b", &mut out);
        assert_eq!(out, "");
        elements.leave(&mut out);
        elements.settle(&mut out);
        assert_eq!(out, "</b>");
    }

    #[test]
    fn what_is_left_open_ends_with_its_block() {
        let (mut elements, mut out) = (Elements::default(), String::new());
        elements.enter();
        elements.open("b", "b");
        elements.open("a", "span");
        elements.leave(&mut out);
        assert_eq!(out, "</span></b>");
    }
}
