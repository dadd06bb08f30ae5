//! Renders one Markdown text as a page of its own, for tests and for measuring.

// Each test and example that shares this file uses a part of it.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use instep::config::{Config, Html};
use instep::document::construct::alert::Alert;
use instep::document::front_matter::{FrontMatter, Keys};
use instep::document::manuscript::{Dialect, Fragments, Manuscript};
use instep::document::reading::{self, Reading};
use instep::document::revision::{DateMention, Placement, Revision};
use instep::finding::Finding;
use instep::locale::tag::Locale;
use instep::memo::Key;
use instep::page::body::highlight::Highlighter;
use instep::page::body::{self, Body, Destination, Marker, Resolve, Setting};
use instep::path::{SourcePath, normalize};
use instep::source::Source;

/// Files of a small tree, by path. Links stay as written; those of fragments are led from the
/// top of the tree, as `~/`.
pub struct Tree {
    pub page: SourcePath,
    pub files: BTreeMap<String, String>,
    pub html: Html,
}

static CODE: LazyLock<Highlighter> = LazyLock::new(Highlighter::new);

impl Tree {
    fn place(&self, from: &SourcePath, target: &str) -> Option<String> {
        let target = target.split(['?', '#']).next().unwrap_or(target);
        match target.strip_prefix("~/") {
            Some(path) => normalize(path),
            None => normalize(&format!("{}/{target}", from.folder())),
        }
    }

    fn lead(&self, part: &SourcePath, target: &str) -> Destination {
        let absolute = target.contains(':') || target.starts_with(['#', '/', '~']);
        if *part == self.page || absolute {
            return Destination::Here(target.to_owned());
        }
        let place = normalize(&format!("{}/{target}", part.folder()));
        place.map_or(Destination::Nowhere, |path| {
            Destination::Here(format!("~/{path}"))
        })
    }
}

impl Fragments for Tree {
    fn fragment(&self, from: &SourcePath, target: &str) -> Option<Arc<Source>> {
        let path = self.place(from, target)?;
        let text = self.files.get(&path)?;
        Some(Arc::new(Source::new(&SourcePath::new(&path), text.clone())))
    }
}

impl Tree {
    /// Whether a text names an image in an attribute, as in `:::image source="a.png":::`.
    fn names_in_attribute(&self, part: &SourcePath, target: &str) -> bool {
        let text = self.files.get(part.as_str());
        text.is_some_and(|text| text.contains(&format!("=\"{target}\"")))
    }
}

impl Resolve for Tree {
    /// The mark of the top is percent-encoded in what Markdown itself names, as other renderers
    /// write it, and as it is in the attributes of blocks.
    fn link(&self, part: &SourcePath, target: &str) -> Destination {
        match self.lead(part, target) {
            Destination::Here(to) => Destination::Here(to.replacen("~/", "%7E/", 1)),
            other => other,
        }
    }

    fn image(&self, part: &SourcePath, target: &str) -> Destination {
        match self.names_in_attribute(part, target) {
            true => self.lead(part, target),
            false => self.link(part, target),
        }
    }

    fn title(&self, _part: &SourcePath, _target: &str) -> Option<String> {
        None
    }

    fn code_sample(&self, part: &SourcePath, target: &str) -> Option<String> {
        self.files.get(&self.place(part, target)?).cloned()
    }
}

/// What a site knows of a page beyond its text.
#[derive(Default)]
pub struct Around {
    pub dates: Vec<DateMention>,
    pub aliases: BTreeMap<u16, &'static str>,
    pub markers: Vec<Marker>,
    pub pivots: BTreeMap<String, String>,
}

/// A page as HTML, with everything found on the way.
pub fn render_body(tree: &Tree, markdown: &str, dialect: &Dialect) -> Body {
    render_around(tree, markdown, dialect, Around::default())
}

/// The same, of a page of which the site knows more.
pub fn render_around(tree: &Tree, markdown: &str, dialect: &Dialect, around: Around) -> Body {
    let source = Arc::new(Source::new(&tree.page, markdown.to_owned()));
    let keys = Keys {
        dates: &[],
        stamps: &[],
    };
    let front = FrontMatter::read(&source, keys);
    let dialect = Arc::new(dialect.clone());
    let manuscript = Manuscript::read(source, front.value.body, tree, &dialect);
    let pieces = manuscript.pieces();
    let mut reading = reading::read(&manuscript, &pieces);
    let mut findings: Vec<Finding> = front.findings;
    findings.append(&mut reading.findings);
    let mut revision = revision(tree, front.value, reading);
    revision.dates = around.dates;
    let words = words();
    let source = Locale::parse("en").expect("`en` is a tag");
    let setting = Setting {
        revision: &revision,
        resolve: tree,
        words: &words,
        html: tree.html,
        aliases: &around.aliases,
        source: &source,
        markers: &around.markers,
        pivots: &around.pivots,
        code: &CODE,
    };
    let mut body = body::write(&manuscript, &pieces, &setting);
    findings.append(&mut body.findings);
    body.findings = findings;
    body
}

/// The dialect of the tests: alerts in three languages.
pub fn dialect() -> Dialect {
    let titles = [
        ("remarque", Alert::Note),
        ("avertissement", Alert::Warning),
        ("ملاحظة", Alert::Note),
        ("opmerking", Alert::Note),
    ];
    let titles = titles.map(|(title, alert)| (title.to_owned(), alert));
    Dialect::new(&Config::default(), titles.into())
}

fn words() -> BTreeMap<String, String> {
    let words = [
        ("note", "Note"),
        ("tip", "Tip"),
        ("important", "Important"),
        ("warning", "Warning"),
        ("caution", "Caution"),
        ("video", "Video"),
    ];
    words
        .map(|(key, word)| (key.to_owned(), word.to_owned()))
        .into()
}

fn revision(tree: &Tree, front: FrontMatter, reading: Reading) -> Revision {
    Revision {
        place: Placement {
            path: tree.page.clone(),
            locale: Locale::parse("en-US").expect("`en-US` is a tag"),
            document: "page".into(),
            label: None,
        },
        front,
        parts: vec![tree.page.clone()],
        sections: reading.sections,
        shapes: reading.shapes,
        links: reading.links,
        dates: Vec::new(),
        relative: Vec::new(),
        anchors: reading.anchors,
        suppressions: Vec::new(),
        terms: Default::default(),
        unread_links: false,
        units: reading.units,
        content: blake3::hash(b""),
        names_key: Key::of(b""),
        history: None,
        digests: None,
        empty: false,
    }
}
