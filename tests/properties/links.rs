//! Rendering gives every link of a page, and none that the page does not have.

use std::collections::BTreeSet;

use instep::config::Html;
use instep::path::{SourcePath, decode};
use proptest::collection::btree_set;
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

use crate::properties::texts;
use crate::seeds::cases;
use crate::subjects::html::address::is_safe;
use crate::subjects::html::{addresses, tokens};
use crate::subjects::read;
use crate::subjects::render::{Tree, dialect, render_body};

fn page() -> Tree {
    Tree {
        page: SourcePath::new("page.md"),
        files: Default::default(),
        html: Html::Sanitize,
    }
}

/// Addresses of links on the rendered page, but for those that the program itself makes.
fn rendered(text: &str) -> BTreeSet<String> {
    let html = render_body(&page(), text, &dialect()).html;
    let read = tokens(&html).expect("well-formed, as other properties prove");
    addresses(&read, "a", "href").into_iter().collect()
}

fn targets() -> impl Strategy<Value = BTreeSet<String>> {
    btree_set(
        "[a-z]{1,5}(/[a-z]{1,4})?\\.md(#[a-z]{1,4})?|https://[a-z]{1,6}\\.example/[a-z]{0,3}|mailto:[a-z]{1,4}@example\\.org|tel:[0-9]{3}",
        1..8,
    )
}

/// The way a target is written as a link, by its place among the others.
fn written(at: usize, target: &str) -> String {
    match at % 6 {
        0 => format!("[text]({target})"),
        1 => format!("*in [bold **text**](<{target}> \"title\") emphasis*"),
        2 => format!("\n\n- item [x]({target})\n\n"),
        3 => format!("\n\n| a |\n|---|\n| [x]({target}) |\n\n"),
        4 => format!("\n\n> [!NOTE]\n> [x]({target})\n\n"),
        _ => format!("<a href=\"{target}\">raw</a>"),
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn every_link_leads_where_it_is_written_to(targets in targets(), first in 0..6_usize) {
        let links: Vec<String> = targets
            .iter()
            .enumerate()
            .map(|(at, target)| written(first + at, target))
            .collect();
        prop_assert_eq!(rendered(&links.join(" ")), targets);
    }

    /// By rule a link is left out where it would run, stands in another link or has no target, and
    /// places on the page itself are led to by headings, notes and tabs.
    #[test]
    fn no_link_leads_where_none_is_written_to(text in texts::learn()) {
        let text = text.replace("[!INCLUDE", "[!none");
        let links = read(&text).links;
        let known: BTreeSet<String> = links.iter().map(|link| decode(&link.target)).collect();
        for address in rendered(&text) {
            prop_assert!(is_safe(&address));
            let target = decode(&address);
            let letter = target.strip_prefix("mailto:").unwrap_or(&target);
            let is_known = known.contains(&target) || known.contains(letter);
            let is_video = text.contains(&target);
            prop_assert!(
                address.starts_with('#') || is_known || is_video,
                "{} of {:?}", address, text
            );
        }
    }
}
