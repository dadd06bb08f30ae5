//! `_redirects`: addresses that lead on, for servers that read such a list and answer with a status
//! instead of a page.

use crate::page::desk::Desk;
use crate::page::moved::{Moved, of_locale, target};

/// One line for each address, with status 301. `None` where nothing has moved.
pub fn list(desk: &Desk<'_>) -> Option<String> {
    let locales = desk.resolver.catalog.locales.iter();
    let moved = locales.flat_map(|locale| of_locale(desk, locale));
    let line = |moved: Moved<'_>| {
        let from = desk.link(&moved.route());
        Some(format!(
            "{from} {} 301\n",
            target(desk, moved)?.address(desk)
        ))
    };
    let lines: String = moved.filter_map(line).collect();
    (!lines.is_empty()).then_some(lines)
}
