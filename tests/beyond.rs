//! A link may leave the folder of its locale for a file that the tree holds.

mod memory;

use instep::config::Config;
use memory::{Site, Tree};

fn site(link: &str) -> Site {
    let page =
        |text: &str| format!("---\nms.date: 2026-01-02\n---\n# Quay\n\n{text}\n").into_bytes();
    let tree = Tree::from([
        (
            "content/en-US/media/quay.svg".to_owned(),
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec(),
        ),
        ("content/en-US/guides/move.md".to_owned(), page("Move.")),
        ("content/fr-FR/guides/move.md".to_owned(), page(link)),
    ]);
    let config: Config =
        Config::parse("title: Harbour\nlinks: { unknown: broken }\n").expect("settings");
    memory::site(&config, &memory::held(&tree), tree.keys())
}

fn codes(site: &Site) -> Vec<&str> {
    let links = site.findings.iter().map(|finding| finding.rule.code);
    links.filter(|code| code.starts_with("link/")).collect()
}

fn html(site: &Site) -> String {
    let bytes = &site.files["fr-fr/guides/move/index.html"];
    String::from_utf8(bytes.clone()).expect("a page is UTF-8")
}

#[test]
fn a_picture_of_another_locale_is_shown() {
    let site = site("![Le quai](../../en-US/media/quay.svg)");
    assert_eq!(codes(&site), [""; 0]);
    assert!(
        html(&site).contains("src=\"/media/quay."),
        "{}",
        html(&site)
    );
}

#[test]
fn a_page_of_another_locale_is_that_of_the_reader() {
    let site = site("See [that](../../en-US/guides/move.md#quay).");
    assert_eq!(codes(&site), [""; 0]);
    assert!(
        html(&site).contains("href=\"#quay\">that"),
        "{}",
        html(&site)
    );
}

#[test]
fn what_no_locale_holds_is_broken() {
    for link in [
        "![x](../../en-US/media/key.svg)",
        "![x](../../../../etc/quay.svg)",
        "[x](~/../../en-US/guides/move.md)",
    ] {
        assert_eq!(codes(&site(link)), ["link/broken"], "{link}");
    }
}
