//! Tabs: a list of links, and what each leads to. A script shows one at a time; without it all
//! stand one below the other, each under its title, which a theme draws from the panel's label: as
//! text it would stand twice.

use crate::document::construct::tab::Tab;
use crate::page::body::escape;
use crate::page::body::writer::Writer;

/// A group of tabs that is open, with the ids of their panels.
pub struct TabGroup {
    tabs: Vec<Tab>,
    panels: Vec<String>,
}

impl Writer<'_> {
    /// Begins a group of tabs.
    pub fn open_tabs(&mut self, tabs: &[Tab]) {
        self.tabs += 1;
        let number = self.tabs;
        let id = self.ids.fresh(&format!("tabgroup_{number}"));
        let panels: Vec<String> = tabs
            .iter()
            .map(|tab| self.ids.fresh(&panel(number, tab)))
            .collect();
        self.out.push_str("<div class=\"tabs\"");
        escape::attribute(&mut self.out, "id", &id);
        self.out.push_str(">\n<ul>\n");
        for (tab, panel) in tabs.iter().zip(&panels) {
            self.out.push_str("<li><a");
            escape::address(&mut self.out, "href", &crate::path::fragment(panel));
            self.tab_attributes(tab);
            self.out.push('>');
            escape::text(&mut self.out, &tab.title);
            self.out.push_str("</a></li>\n");
        }
        self.out.push_str("</ul>\n");
        self.tab_groups.push(TabGroup {
            tabs: tabs.to_vec(),
            panels,
        });
    }

    /// Begins what a tab shows.
    pub fn open_panel(&mut self, index: usize) {
        let group = self.tab_groups.last();
        let found =
            group.and_then(|g| Some((g.tabs.get(index)?.clone(), g.panels.get(index)?.clone())));
        self.out.push_str("<section class=\"panel\" role=\"group\"");
        if let Some((tab, panel)) = found {
            escape::attribute(&mut self.out, "id", &panel);
            escape::attribute(&mut self.out, "aria-label", &tab.title);
            self.tab_attributes(&tab);
        }
        self.out.push_str(">\n");
    }

    fn tab_attributes(&mut self, tab: &Tab) {
        escape::attribute(&mut self.out, "data-tab", &tab.name);
        if let Some(condition) = &tab.condition {
            escape::attribute(&mut self.out, "data-condition", condition);
        }
    }
}

/// The id of a tab's panel.
fn panel(number: usize, tab: &Tab) -> String {
    let name: String = std::iter::once(tab.name.as_str())
        .chain(tab.condition.as_deref())
        .collect::<Vec<_>>()
        .join("_");
    let plain = |c: char| if c.is_whitespace() { '-' } else { c };
    let name: String = name.chars().map(plain).collect();
    format!("tabpanel_{number}_{name}")
}
