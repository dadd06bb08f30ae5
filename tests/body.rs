//! What a site knows of a page beyond its text: dates, second ids of sections, marks behind
//! headings.

mod render;

use std::collections::BTreeMap;

use instep::config::Html;
use instep::dates::cue::{Precision, Role};
use instep::document::revision::{DateMention, Place};
use instep::finding::Span;
use instep::page::body::{Marker, Spot};
use instep::path::SourcePath;
use jiff::civil::date;
use render::{Around, Tree};

fn html(markdown: &str, around: Around) -> String {
    let tree = Tree {
        page: SourcePath::new("page.md"),
        files: BTreeMap::new(),
        html: Html::Sanitize,
    };
    render::render_around(&tree, markdown, &render::dialect(), around).html
}

/// The page with one date in it: what stands between `from` and the end of `to`.
fn dated(markdown: &str, from: &str, to: &str) -> String {
    let start = markdown.find(from).expect("the date begins in the text");
    let end = markdown.find(to).expect("the date ends in the text") + to.len();
    let bytes = |at: usize| u32::try_from(at).expect("the text is short");
    let mention = DateMention {
        date: date(2019, 10, 15),
        precision: Precision::Day,
        role: Role::By,
        cue: None,
        text: markdown[start..end].into(),
        place: Place {
            part: 0,
            span: Span::FILE,
        },
        bytes: (bytes(start), bytes(end)),
        section: None,
        yearless: false,
        ambiguous: false,
    };
    let around = Around {
        dates: vec![mention],
        ..Around::default()
    };
    html(markdown, around)
}

const TIME: &str = "<time datetime=\"2019-10-15\" data-role=\"by\">";

#[test]
fn a_date_is_marked_in_its_text() {
    let html = dated("By 15 October 2019, move.\n", "15", "2019");
    assert_eq!(
        html,
        format!("<p>By {TIME}15 October 2019</time>, move.</p>\n")
    );
}

#[test]
fn a_date_with_markup_inside_is_marked_whole() {
    let html = dated("By 15 **October** 2019, move.\n", "15", "2019");
    let marked = format!("{TIME}15 <strong>October</strong> 2019</time>");
    assert_eq!(html, format!("<p>By {marked}, move.</p>\n"));
}

#[test]
fn a_date_over_a_line_end_is_marked_whole() {
    let html = dated("By 15\nOctober 2019.\n", "15", "2019");
    assert_eq!(html, format!("<p>By {TIME}15\nOctober 2019</time>.</p>\n"));
}

#[test]
fn a_date_that_leaves_its_markup_is_marked_in_part() {
    let html = dated("**By 15 October** 2019.\n", "15", "2019");
    let marked = format!("<strong>By {TIME}15 October</time></strong> 2019.");
    assert_eq!(html, format!("<p>{marked}</p>\n"));
}

#[test]
fn a_date_in_a_heading_and_in_an_image_breaks_neither() {
    let html = dated("# By 15 October 2019\n", "15", "2019");
    assert!(
        html.contains(&format!("{TIME}15 October 2019</time>")),
        "{html}"
    );
    let html = dated("![15 October 2019](a.png) text\n", "15", "2019");
    assert!(html.contains("alt=\"15 October 2019\""), "{html}");
    assert!(!html.contains("<time"), "{html}");
}

#[test]
fn a_section_answers_to_its_second_id_unless_the_page_gives_it() {
    let alias = |id: &'static str| Around {
        aliases: [(0, id)].into(),
        ..Around::default()
    };
    let page = "# Titre\n\n<a name=\"taken\"></a>\n";
    assert!(html(page, alias("title")).starts_with("<span id=\"title\"></span><h1 id=\"titre\">"));
    assert_eq!(
        html(page, alias("taken")).matches("id=\"taken\"").count(),
        1
    );
    assert_eq!(
        html(page, alias("titre")).matches("id=\"titre\"").count(),
        1
    );
}

#[test]
fn marks_stand_after_the_heading_and_after_the_text() {
    let around = Around {
        markers: vec![
            marker(1, Spot::Heading, "<p>changed</p>\n"),
            marker(1, Spot::End, "<p>missing</p>\n"),
        ],
        ..Around::default()
    };
    let html = html("# A\n\n## B\n\nText.\n\n## C\n", around);
    let end = "</h2>\n<p>changed</p>\n<p>Text.</p>\n<p>missing</p>\n<h2";
    assert!(html.contains(end), "{html}");
}

#[test]
fn what_is_missing_at_the_end_stands_there() {
    let around = Around {
        markers: vec![marker(1, Spot::End, "<p>missing</p>\n")],
        ..Around::default()
    };
    let html = html("# A\n\n## B\n\nText.\n", around);
    assert!(html.ends_with("<p>Text.</p>\n<p>missing</p>\n"), "{html}");
}

fn marker(section: u16, spot: Spot, html: &str) -> Marker {
    Marker {
        section,
        spot,
        html: html.to_owned(),
    }
}

#[test]
fn a_nul_in_an_id_is_what_browsers_read_it_as() {
    let html = html("## A {#a\0b}\n", Around::default());
    assert!(html.contains("<h2 id=\"a\u{fffd}b\">"), "{html}");
}
