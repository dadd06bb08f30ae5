//! `llms.txt` of a locale: its guides as a list of links to their Markdown, for programs that read.

use crate::catalog::navigation::{Entry, Target};
use crate::locale::tag::Locale;
use crate::page::desk::Desk;
use crate::page::frame::absolute;
use crate::page::markdown;

/// `llms.txt` in the form of llmstxt.org: a title, and the guides under the headings of the
/// navigation.
pub fn llms(desk: &Desk<'_>, locale: &Locale) -> String {
    let mut out = format!("# {}\n\n", line(&desk.site.title));
    let home = desk
        .resolver
        .catalog
        .current(crate::page::home::INDEX, locale);
    let description =
        home.and_then(|id| desk.resolver.catalog.revision(id).front.description.clone());
    if let Some(description) = description {
        out.push_str(&format!("> {}\n\n", line(&description)));
    }
    list(desk, locale, &(desk.directory)(locale).entries, &mut out, 0);
    out
}

fn list(desk: &Desk<'_>, locale: &Locale, entries: &[Entry], out: &mut String, depth: usize) {
    for entry in entries {
        let indent = "  ".repeat(depth.saturating_sub(1));
        let title = line(&entry.title);
        match (&entry.target, depth) {
            (Target::Document(document), _)
                if desk.resolver.catalog.current(document, locale).is_some() =>
            {
                let address = absolute(desk, &markdown::route(locale, document));
                out.push_str(&format!("{indent}- [{title}]({address})\n"));
            }
            (_, 0) if !entry.items.is_empty() => out.push_str(&format!("\n## {title}\n\n")),
            _ => {}
        }
        list(desk, locale, &entry.items, out, depth + 1);
    }
}

/// A text on one line that cannot end a link, nor make the file look like no text.
fn line(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(['[', ']'], " ")
        .replace(char::is_control, "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_line_is_text_of_one_line() {
        assert_eq!(line("a\n [b](c)\0\u{1b}[0m"), "a  b (c)\u{fffd}\u{fffd} 0m");
    }
}
