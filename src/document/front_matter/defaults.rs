//! What pages say of themselves without having to: their docset says it for them.

use crate::document::front_matter::date::{self, Written};
use crate::document::front_matter::values::is_noindex;
use crate::document::front_matter::{FrontMatter, Keys};

impl FrontMatter {
    /// Fills what the page leaves open. `says` gives what its docset says by a key.
    pub fn fill(&mut self, keys: Keys<'_>, says: &dyn Fn(&str) -> Option<String>) {
        let text = |own: &mut Option<Box<str>>, key: &str| {
            if own.is_none() {
                *own = says(key).map(String::into_boxed_str);
            }
        };
        text(&mut self.description, "description");
        text(&mut self.versions, "monikerRange");
        text(&mut self.pivots, "zone_pivot_groups");
        let robots = says("ROBOTS");
        self.unlisted |= self.key("ROBOTS").is_none() && robots.is_some_and(|r| is_noindex(&r));
        let dated = keys.dates.iter().any(|key| self.key(key).is_some());
        if !dated {
            let said = keys.dates.iter().find_map(|key| says(key));
            self.date = said.and_then(|written| match date::read(&written) {
                Written::Date(date) | Written::DayFirst(date) => Some(date),
                Written::No => None,
            });
        }
    }
}
