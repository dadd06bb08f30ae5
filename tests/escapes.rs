//! Texts that mean something to the formats of a site's files are texts in every one of them.

mod memory;

use std::collections::BTreeMap;

use instep::config::Config;
use memory::Tree;
use quick_xml::events::Event;
use serde_json::Value;

/// What titles, descriptions and names are made of here, one after the other.
const TEXTS: &[&str] = &[
    "=HYPERLINK(\"http://x.example\",\"a\")",
    "+1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b",
    "a; b, c\\n \\; d",
    "]]><x/>&amp;&#0;&x;",
    "</script><script>alert(1)</script>",
    "<!-- <script> -->",
    "a\u{0}b\u{1}c\u{b}d\u{1b}[31me\u{7f}f\u{fffe}g\u{85}h",
    "a\u{2028}b\u{2029}c",
    "\u{202e}a\u{2066}b",
    "](javascript:alert(1)) [b](x",
    "été 日本語 👩\u{200d}🚒 ",
    "::error file=a::b%0A",
];

/// As YAML has it: what may not stand in its texts is written as a number.
fn quoted(text: &str) -> String {
    let text = serde_json::to_string(text).expect("every text is JSON");
    let letter = |c: char| match c {
        '\u{7f}'..='\u{9f}' | '\u{fffe}' => format!("\\u{:04x}", u32::from(c)),
        _ => c.to_string(),
    };
    text.chars().map(letter).collect()
}

/// A site in which each text is a title, a description, a heading and a name in the navigation.
fn site() -> Tree {
    let mut tree = Tree::new();
    let mut toc = String::new();
    for (at, text) in TEXTS.iter().enumerate() {
        let long = quoted(&text.repeat(1 + 200 / text.len()));
        let text = quoted(text);
        let page = format!(
            "---\ntitle: {text}\ndescription: {long}\nms.date: 2026-01-02\n---\n# H\n\n## Until\n\n\
             Apply before October 15, 2027.\n"
        );
        tree.insert(format!("content/en-US/p{at}.md"), page.into_bytes());
        let own = format!("---\ntitle: {text}\nms.date: 2025-01-02\n---\n# H\n\n## Dès\n\nx\n");
        tree.insert(format!("content/fr-FR/p{at}.md"), own.into_bytes());
        toc += &format!("- name: {text}\n  href: p{at}.md\n");
    }
    tree.insert("content/en-US/toc.yml".to_owned(), toc.into_bytes());
    let config = Config {
        title: TEXTS.concat(),
        base_url: Some("https://guides.example.org".to_owned()),
        ..Config::default()
    };
    memory::site(&config, &memory::held(&tree), tree.keys()).files
}

/// The files whose names end so, as text.
fn files(ending: &str) -> BTreeMap<String, String> {
    let files = site()
        .into_iter()
        .filter(|(path, _)| path.ends_with(ending));
    let text = |bytes| String::from_utf8(bytes).expect("files of a site are UTF-8");
    let files: BTreeMap<_, _> = files.map(|(path, bytes)| (path, text(bytes))).collect();
    assert!(!files.is_empty(), "{ending}");
    files
}

#[test]
fn feeds_and_sitemaps_are_well_formed() {
    for (path, text) in files(".xml") {
        let valid = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
        assert!(text.chars().all(valid), "{path}");
        let mut reader = quick_xml::Reader::from_str(&text);
        let mut titles = 0;
        loop {
            match reader
                .read_event()
                .unwrap_or_else(|error| panic!("{path}: {error}"))
            {
                Event::Eof => break,
                Event::Start(tag) => titles += usize::from(tag.name().as_ref() == "title"),
                Event::GeneralRef(name) => {
                    let name = String::from_utf8_lossy(name.as_ref().as_ref()).into_owned();
                    let known = ["lt", "gt", "amp", "quot", "apos"].contains(&&*name);
                    assert!(known || name.starts_with('#'), "{path}: &{name};");
                }
                _ => {}
            }
        }
        assert!(titles == 0 || titles == TEXTS.len() + 1, "{path}: {titles}");
    }
}

#[test]
fn calendars_hold_their_events_and_no_more() {
    for (path, text) in files(".ics") {
        assert!(text.ends_with("\r\n"), "{path}");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "{path}");
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{path}");
        let unfolded = text.replace("\r\n ", "");
        let begun = |line: &&str| *line == "BEGIN:VEVENT";
        let events = unfolded.split("\r\n").filter(begun).count();
        let ours = if path.starts_with("en-us") {
            TEXTS.len()
        } else {
            0
        };
        assert_eq!(events, ours, "{path}");
        for line in unfolded.split_terminator("\r\n") {
            let name = line.split([':', ';']).next().unwrap_or_default();
            let plain = !name.is_empty() && name.chars().all(|c| matches!(c, 'A'..='Z' | '-'));
            assert!(
                plain && !line.contains(char::is_control),
                "{path}: {line:?}"
            );
        }
    }
}

/// Cells by RFC 4180.
fn cells(text: &str) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => cells.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            _ => cell.push(letter),
        }
    }
    assert!(!quoted && cell.is_empty(), "the last line is ended");
    cells
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    for (path, text) in files(".csv") {
        for cell in cells(&text) {
            let begins = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
            assert!(!begins || cell.parse::<f64>().is_ok(), "{path}: {cell:?}");
        }
    }
}

#[test]
fn every_json_file_is_json() {
    for (path, text) in files(".json") {
        serde_json::from_str::<Value>(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}

#[test]
fn data_in_pages_ends_where_it_should() {
    let mut found = 0;
    for (path, html) in files(".html") {
        for part in html.split("<script type=\"application/ld+json\">").skip(1) {
            let data = part.split("</script>").next().expect("a first part");
            let data: Value = serde_json::from_str(data).unwrap_or_else(|e| panic!("{path}: {e}"));
            let title = data["headline"].as_str().expect("a guide has its title");
            assert!(
                TEXTS.iter().any(|text| text.trim() == title.trim()),
                "{path}: {title:?}"
            );
            found += 1;
        }
    }
    assert!(found >= TEXTS.len(), "{found}");
}

#[test]
fn no_list_for_programs_links_elsewhere() {
    for (path, text) in files("llms.txt") {
        let links = text
            .lines()
            .filter(|line| line.trim_start().starts_with("- ["));
        let mut count = 0;
        for line in links {
            let (_, target) = line.split_once("](").expect("a link");
            let inside =
                target.starts_with("https://guides.example.org/") && target.ends_with(".md)");
            assert!(inside && !target.contains("]("), "{path}: {line}");
            count += 1;
        }
        assert_eq!(count, TEXTS.len(), "{path}");
    }
}

/// The hash of a file as pages name it (Subresource Integrity, section 3.1).
fn hash(bytes: &[u8]) -> String {
    use sha2::Digest;
    let digest = sha2::Sha256::digest(bytes);
    let mut bits = digest
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1));
    let mut letters = String::new();
    loop {
        let group: Vec<u8> = bits.by_ref().take(6).collect();
        let Some(missing) = (6_usize.checked_sub(group.len())).filter(|_| !group.is_empty()) else {
            break;
        };
        let value = group.iter().fold(0, |value, bit| value << 1 | bit) << missing;
        letters.push(match value {
            0..26 => char::from(b'A' + value),
            26..52 => char::from(b'a' + value - 26),
            52..62 => char::from(b'0' + value - 52),
            62 => '+',
            _ => '/',
        });
    }
    format!("sha256-{letters}=")
}

/// The values of an attribute, as they are written.
fn values<'h>(html: &'h str, start: &str) -> Vec<&'h str> {
    let parts = html.split(start).skip(1);
    parts.filter_map(|part| part.split('"').next()).collect()
}

#[test]
fn every_page_has_a_policy_and_names_the_hash_of_what_it_runs() {
    let site = site();
    let pages = site.iter().filter(|(path, _)| path.ends_with(".html"));
    let mut count = 0;
    for (path, bytes) in pages {
        let html = std::str::from_utf8(bytes).expect("pages are UTF-8");
        let [policy] = values(html, "http-equiv=\"Content-Security-Policy\" content=\"")[..] else {
            panic!("{path} has not one policy");
        };
        let scripts = policy
            .split(';')
            .find(|part| part.trim().starts_with("script-src "));
        assert_eq!(
            scripts,
            Some(" script-src 'self' 'wasm-unsafe-eval'"),
            "{path}"
        );
        assert!(!policy.contains("'unsafe-inline'") && policy.starts_with("default-src 'self'"));
        let head = html.find("http-equiv=\"Content-Security-Policy\"");
        let first = ["<script", "<link", "<style"].map(|tag| html.find(tag));
        assert!(
            first.into_iter().flatten().all(|at| Some(at) > head),
            "{path}"
        );
        let scripts = html
            .split("<script")
            .skip(1)
            .map(|tag| tag.split('>').next());
        let sheets = html
            .split("<link rel=\"stylesheet\"")
            .skip(1)
            .map(|tag| tag.split('>').next());
        for tag in scripts
            .chain(sheets)
            .flatten()
            .filter(|tag| !tag.contains("application/ld+json"))
        {
            let address = [values(tag, "src=\""), values(tag, "href=\"")].concat();
            let file = site
                .get(address[0].trim_start_matches('/'))
                .expect("a file of the site");
            assert_eq!(values(tag, "integrity=\""), [hash(file)], "{path}: {tag}");
            count += 1;
        }
    }
    assert!(count > TEXTS.len(), "{count}");
}
