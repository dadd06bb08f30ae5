//! What must hold whatever comes in, one function a subject. Properties and fuzzers feed them.

// Each test and fuzzer that shares this file uses a part of it.
#![allow(dead_code)]

pub mod html;
pub mod place;
#[path = "../render/mod.rs"]
pub mod render;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use instep::catalog::identity::classify;
use instep::catalog::resolve::Resolver;
use instep::check::align::{Change, Pair, Side, align};
use instep::config::repository::{self, Checkout};
use instep::config::{Config, Html, SourceFolder};
use instep::dates::cue::{Cues, Precision, Role};
use instep::dates::scan::Scanners;
use instep::document::front_matter::{FrontMatter, Keys};
use instep::document::manuscript::{Manuscript, NoFragments};
use instep::document::reading::{self, Reading};
use instep::document::review::Review;
use instep::finding::Finding;
use instep::io::http::address;
use instep::locale::tag::Locale;
use instep::messages::Messages;
use instep::path::base::Base;
use instep::path::{Route, SourcePath, decode, encode, normalize};
use instep::pipeline::inspect::Inspection;
use instep::pipeline::project::Project;
use instep::site::theme::Theme;
use instep::source::Source;
use instep::source::memory::Memory;
use jiff::civil::Date;
use render::Tree;
use unicode_normalization::UnicodeNormalization;

static CONFIG: LazyLock<Config> = LazyLock::new(Config::default);

fn source(name: &str, text: &str) -> Source {
    Source::new(&SourcePath::new(name), text.to_owned())
}

fn keys() -> Keys<'static> {
    Keys {
        dates: &CONFIG.dates.keys,
        stamps: &CONFIG.stamps,
    }
}

/// Front matter is read, and every finding stands in the file.
pub fn front_matter(text: &str) {
    let source = source("page.md", text);
    let read = FrontMatter::read(&source, keys());
    place::all(&read.findings, &|_| Some(source.text.clone()));
    let front = read.value;
    assert!(source.text.is_char_boundary(front.body), "{text:?}");
    for (key, range) in &front.keys {
        let bytes = range.start as usize..range.end as usize;
        let written = source.text.get(bytes);
        assert!(
            written.is_some_and(|written| written.contains(&**key)),
            "{text:?}"
        );
        if let Some(value) = front.value(key, &source) {
            assert!(source.text.get(value).is_some(), "{text:?}");
        }
    }
    if let Some(id) = &front.document_id {
        id_is_a_place(id);
    }
    let _ = front.review.as_deref().and_then(Review::read);
}

/// A document's id makes an address on the site, and a path that any disk takes.
fn id_is_a_place(id: &str) {
    let locale = Locale::parse("en-US").expect("`en-US` is a tag");
    let output = Route::current(&locale, id).output();
    assert_eq!(
        normalize(&output).as_deref(),
        Some(output.trim_end_matches('/'))
    );
    assert!(
        !output.contains(|c: char| c.is_control() || c == '\\'),
        "{output:?}"
    );
    assert!(output.split('/').all(|part| part.len() <= 255), "{output}");
}

/// The fragments that pages of [`markdown`] may include.
fn fragments() -> BTreeMap<String, String> {
    let files = [
        (
            "includes/line.md",
            "a *line* before 15 October 2019 with [a link](https://example.org/fragment)",
        ),
        (
            "includes/blocks.md",
            "# Title\n\n- one\n- two\n\n> [!NOTE]\n> said\n",
        ),
        ("includes/ring.md", "again [!INCLUDE [x](ring.md)]\n"),
        (
            "includes/raw.md",
            "<div id=\"open\"><b>\n\n| a |\n|---|\n| </div> |\n",
        ),
        ("includes/code.rs", "fn main() {} // <b>\n"),
    ];
    files
        .map(|(path, text)| (path.to_owned(), text.to_owned()))
        .into()
}

fn tree(html: Html) -> Tree {
    Tree {
        page: SourcePath::new("page.md"),
        files: fragments(),
        html,
    }
}

/// A page becomes HTML that a browser reads as it was written, with nothing in it that runs.
pub fn markdown(text: &str) {
    let tree = tree(Html::Sanitize);
    let body = render::render_body(&tree, text, &render::dialect());
    let file = |path: &SourcePath| match path.as_str() {
        "page.md" => Some(text.to_owned()),
        path => tree.files.get(path).cloned(),
    };
    place::all(&body.findings, &|path| {
        file(path).map(|text| source("x", &text).text)
    });
    html::check(&body.html).unwrap_or_else(|why| panic!("{why}\n{text:?}\n{}", body.html));
    let again = render::render_body(&tree, text, &render::dialect());
    assert_eq!(body.html, again.html);
    // Trusted pages may hold anything, but they may not stop a build either.
    render::render_body(&self::tree(Html::Trusted), text, &render::dialect());
}

/// The sections and shapes of a text.
pub fn read(text: &str) -> Reading {
    let source = source("page.md", text);
    let body = FrontMatter::read(&source, keys()).value.body;
    let dialect = Arc::new(render::dialect());
    let manuscript = Manuscript::read(Arc::new(source), body, &NoFragments, &dialect);
    let reading = reading::read(&manuscript, &manuscript.pieces());
    let page = &manuscript.parts[0].source;
    for section in &reading.sections {
        place::inside(section.span, &page.text);
    }
    for link in &reading.links {
        place::inside(link.place.span, &page.text);
    }
    assert_eq!(reading.shapes.len(), reading.sections.len() + 1, "{text:?}");
    reading
}

static SCANNERS: LazyLock<Scanners> =
    LazyLock::new(|| Scanners::new(&BTreeMap::new()).expect("built-in words are well formed"));

/// The languages that dates are looked for in, one of each kind of writing.
pub const LANGUAGES: [&str; 18] = [
    "en-US", "fr-FR", "de-DE", "nl-NL", "sv-SE", "pl-PL", "ru-RU", "hu-HU", "tr-TR", "cs-CZ",
    "ja-JP", "zh-CN", "ko-KR", "ar-SA", "he-IL", "th-TH", "vi-VN", "fa-IR",
];

type Said = (Date, Precision, Role);

fn said(text: &str, locale: &Locale) -> Vec<Said> {
    let page = Date::constant(2019, 9, 9);
    let mentions = SCANNERS.of(locale).scan(text, Some(page));
    let mut last = 0;
    for mention in &mentions {
        let range = mention.range.clone();
        assert!(
            range.start >= last && range.start < range.end,
            "{mention:?} of {text:?}"
        );
        assert!(text.get(range.clone()).is_some(), "{mention:?} of {text:?}");
        last = range.end;
    }
    let said = |mention: &instep::dates::scan::Mention| {
        let mention = mention.clone();
        (mention.date, mention.precision, mention.role)
    };
    mentions.iter().map(said).collect()
}

/// Dates are found in order and in the text, and the same ones however its letters are stored.
pub fn dates(text: &str, language: &str) {
    let locale = Locale::parse(language).expect("a tag of the list");
    said(text, &locale);
    // Hangul that is taken apart into its letters is not read, and no keyboard writes it so.
    if language.starts_with("ko") {
        return;
    }
    let composed = said(&text.nfc().collect::<String>(), &locale);
    let decomposed = said(&text.nfd().collect::<String>(), &locale);
    assert_eq!(composed, decomposed, "{language}: {text:?}");
}

fn sides(text: &Reading) -> Vec<Side<'_>> {
    let shapes = text.shapes.iter().skip(1);
    let sections = text.sections.iter().zip(shapes);
    let side = sections.map(|(section, shape)| Side {
        anchor: &section.anchor,
        title: &section.title,
        shape,
    });
    side.collect()
}

/// Every section of both texts is named exactly once, and a text is the same as itself.
pub fn alignment(a: &str, b: &str) {
    let (one, other) = (read(a), read(b));
    let pairs = align(&sides(&one), &sides(&other));
    each_once(pairs.iter().filter_map(|pair| pair.a()), one.sections.len());
    each_once(
        pairs.iter().filter_map(|pair| pair.b()),
        other.sections.len(),
    );
    let own = align(&sides(&one), &sides(&one));
    let same = |(at, pair): (usize, &Pair)| {
        (pair.a(), pair.b(), pair.change) == (Some(at), Some(at), Change::Same)
    };
    assert!(own.iter().enumerate().all(same), "{a:?}: {own:?}");
    assert_eq!(own.len(), one.sections.len());
}

fn each_once(found: impl Iterator<Item = usize>, count: usize) {
    let mut found: Vec<usize> = found.collect();
    found.sort_unstable();
    assert_eq!(found, (0..count).collect::<Vec<_>>());
}

/// Settings, navigation and words of the interface are read or refused, with a finding at a place
/// in them.
pub fn settings(text: &str) {
    let _ = Config::parse(text);
    let _ = Cues::parse(text);
    let locale = Locale::parse("fr-FR").expect("`fr-FR` is a tag");
    let words = source("locales/fr-FR/own.ftl", text);
    let messages = Messages::new(&locale, std::slice::from_ref(&words));
    place::all(&messages.findings, &|_| Some(words.text.clone()));
    navigation(text);
    repository(text);
}

fn navigation(text: &str) {
    let config = Config::default();
    let held = |(path, text): (&str, &str)| (SourcePath::new(path), text.as_bytes().to_vec());
    let tree = [
        ("content/en-US/a.md", "# A\n"),
        ("content/en-US/toc.yml", text),
        ("content/en-US/b/toc.md", text),
        ("content/en-US/c.yml", text),
    ];
    let memory = Memory(tree.map(held).into());
    let folder = &config.folders()[0];
    let files = memory.0.keys().map(|path| classify(path, folder)).collect();
    let scanners = Scanners::new(&BTreeMap::new()).expect("built-in words are well formed");
    let project = Project::new(&config, &memory, files, scanners);
    let inspection = Inspection::new(&project);
    let resolver = Resolver::new(&inspection.catalog, &config, &project.files);
    let read = instep::pipeline::navigation::read(&project, &resolver);
    let written = |path: &SourcePath| {
        let bytes = memory.0.get(path)?.clone();
        Some(Source::read(path, bytes).value.text)
    };
    place::all(&read.findings, &written);
    let found = inspection.intakes.values();
    let found: Vec<Finding> = found.flat_map(|intake| intake.findings.clone()).collect();
    place::all(&found, &written);
}

/// A Learn repository whose settings are all this text.
fn repository(text: &str) {
    let names = [
        ".openpublishing.publish.config.json",
        ".openpublishing.redirection.json",
        "docfx.json",
    ];
    let paths = names.map(SourcePath::new);
    let held = |path: &SourcePath| (path.clone(), text.as_bytes().to_vec());
    let memory = Memory(paths.iter().map(held).collect());
    let checkout = Checkout {
        folder: &SourceFolder::default(),
        base: "",
        name: "docs",
        paths: &paths,
    };
    let read = repository::read(checkout, &memory);
    place::all(&read.findings, &|_| Some(source("x", text).text));
}

/// A theme's files are used or reported; what a page is given comes out, by the built-in theme
/// where the site's own cannot.
pub fn theme(text: &str) {
    let named = |name: &str| {
        let path = SourcePath::new(&format!("themes/own/{name}"));
        (path, text.as_bytes().to_vec())
    };
    let files = vec![
        named("theme.yaml"),
        named("templates/missing.html"),
        named("static/own.css"),
    ];
    let loaded = Theme::load("own", files, &BTreeMap::new(), Base::default());
    let page = loaded
        .value
        .render("missing.html", &serde_json::json!({ "nothing": "<b>" }));
    place::all(&loaded.findings, &|_| Some(text.to_owned()));
    place::all(&page.findings, &|path| {
        path.as_str()
            .starts_with("themes/own/")
            .then(|| text.to_owned())
    });
}

/// What the preview lets in stays in the site, decoded once more or not, for whoever joins it to a
/// folder.
pub fn address(raw: &str) {
    let Some(path) = address::clean(raw) else {
        return;
    };
    for path in [decode(&path), path.clone()] {
        let inside = normalize(&path);
        assert_eq!(
            inside.as_deref(),
            Some(path.trim_matches('/')),
            "{raw:?} {path:?}"
        );
        let plain = !path.contains(|c: char| c.is_control() || c == '\\');
        assert!(plain, "{raw:?}");
    }
    assert_eq!(decode(&encode(&path)), path, "{raw:?}");
}
