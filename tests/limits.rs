//! Every limit takes as much as the manual says, and of one more what it says becomes of it.

mod memory;
mod project;
mod render;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;

use camino::Utf8Path;
use instep::config::pattern::{Pattern, names};
use instep::config::repository::{self, Checkout};
use instep::config::{Config, Html, SourceFolder};
use instep::document::construct::code::{Sample, Selection};
use instep::finding::Finding;
use instep::import::naming::portable;
use instep::io::http::Server;
use instep::io::http::site::{Reply, Site};
use instep::io::walk::walk;
use instep::limits::{self, Limit};
use instep::page::body::Body;
use instep::page::body::highlight::Highlighter;
use instep::path::base::Base;
use instep::path::{SourcePath, plain};
use instep::site::theme::Theme;
use instep::source::memory::Memory;
use project::Files;
use render::Tree;
use tempfile::TempDir;

/// Whether so much is taken.
type Probe = fn(usize) -> bool;

/// How each limit is tried.
const PROBES: &[(&Limit, Probe)] = &[
    (&limits::FILE_BYTES, file_bytes),
    (&limits::INCLUDE_DEPTH, include_depth),
    (&limits::INCLUDES, includes),
    (&limits::NESTING, nesting),
    (&limits::HEADINGS, headings),
    (&limits::LINKS, links),
    (&limits::PATH_BYTES, path_bytes),
    (&limits::NAME_BYTES, name_bytes),
    (&limits::RESOURCE_NAME_BYTES, resource_name_bytes),
    (&limits::IMPORTED_NAME_BYTES, imported_name_bytes),
    (&limits::IMPORTED_PATH_BYTES, imported_path_bytes),
    (&limits::FRONT_MATTER_BYTES, front_matter_bytes),
    (&limits::YAML_DEPTH, yaml_depth),
    (&limits::JSON_DEPTH, json_depth),
    (&limits::NAVIGATION_DEPTH, navigation_depth),
    (&limits::PATTERNS, patterns),
    (&limits::CONSTRUCT_BYTES, construct_bytes),
    (&limits::INDENT_BYTES, indent_bytes),
    (&limits::RAW_ELEMENTS, raw_elements),
    (&limits::SAMPLE_BYTES, sample_bytes),
    (&limits::CODE_LINE, code_line),
    (&limits::CODE_BYTES, code_bytes),
    (&limits::TEMPLATE_DEPTH, template_depth),
    (&limits::COMPONENT_DEPTH, component_depth),
    (&limits::FEED_ENTRIES, feed_entries),
    (&limits::STATUS_ROWS, status_rows),
    (&limits::ADDRESS_BYTES, address_bytes),
    (&limits::REQUEST_HEADERS, request_headers),
];

/// Limits that are tried beside what they belong to.
const ELSEWHERE: &[(&Limit, &str)] = &[
    (&limits::REVIEWED_BYTES, "tests/review.rs"),
    (&limits::RENAMES, "tests/history.rs"),
    (&limits::SITEMAP_ADDRESSES, "src/site/sitemap.rs"),
    (&limits::SITEMAP_BYTES, "src/site/sitemap.rs"),
    (&limits::CONNECTIONS, "tests/http.rs"),
];

fn name(limit: &Limit) -> &'static str {
    limit.of
}

#[test]
fn every_limit_is_tried() {
    let tried = PROBES.iter().map(|(limit, _)| name(limit));
    let mut tried: Vec<&str> = tried
        .chain(ELSEWHERE.iter().map(|(limit, _)| name(limit)))
        .collect();
    let mut known: Vec<&str> = limits::ALL.iter().map(|limit| name(limit)).collect();
    tried.sort_unstable();
    known.sort_unstable();
    assert_eq!(tried, known);
}

#[test]
fn every_limit_is_in_the_list() {
    let code = include_str!("../src/limits.rs");
    assert_eq!(code.matches(": Limit = Limit {").count(), limits::ALL.len());
}

#[test]
fn what_is_tried_elsewhere_is_tried_there() {
    for (limit, path) in ELSEWHERE {
        let root = Utf8Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = fs::read_to_string(root.join(path)).expect("a file of the tests");
        let statics = include_str!("../src/limits.rs");
        let at = statics.find(limit.of).expect("the limit is there");
        let named = statics[..at].rfind("pub static ").expect("it has a name") + 11;
        let named = statics[named..].split(':').next().expect("a name");
        assert!(text.contains(&format!("{named}.most")), "{path}: {named}");
    }
}

#[test]
fn as_much_as_the_limit_is_taken_and_one_more_is_not() {
    let tried = PROBES.iter().filter_map(|(limit, probe)| {
        let wrong = match (probe(limit.most), probe(limit.most + 1)) {
            (true, false) => return None,
            (false, _) => "is not taken",
            (true, true) => "is not the most",
        };
        Some(format!("{} {} {wrong}", limit.most, limit.of))
    });
    let wrong: Vec<String> = tried.collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn settings_move_their_limits() {
    for limit in limits::ALL {
        let Some(key) = limit.setting else { continue };
        let settings = format!("limits:\n  {key}: 7\n");
        let moved = Config::parse(&settings).expect("a key of the settings");
        assert_ne!(moved.limits, Config::default().limits, "{key}");
    }
    let files = [
        ("site.yaml", "limits:\n  links: 2\n".to_owned()),
        (
            "content/en/a.md",
            "# A\n\n[a](#a) [a](#a) [a](#a)\n".to_owned(),
        ),
    ];
    assert!(found(&files, "markdown/too-many"));
}

/// Whether a project has a finding.
fn found(files: &[(&str, String)], code: &str) -> bool {
    let files = files.iter();
    let files = files.map(|(path, text)| ((*path).to_owned(), text.clone().into_bytes()));
    has(&Files(files.collect()).findings(&[]), code)
}

fn has(findings: &[Finding], code: &str) -> bool {
    findings.iter().any(|finding| finding.rule.code == code)
}

fn body(markdown: &str, files: BTreeMap<String, String>) -> Body {
    let tree = Tree {
        page: SourcePath::new("page.md"),
        files,
        html: Html::Sanitize,
    };
    render::render_body(&tree, markdown, &render::dialect())
}

fn html(markdown: &str) -> String {
    body(markdown, BTreeMap::new()).html
}

/// What walking over a folder finds wrong with a file in it.
fn walked(path: &str, bytes: u64) -> Vec<Finding> {
    let keep = TempDir::new().expect("a folder for a while");
    let root = Utf8Path::from_path(keep.path()).expect("a plain path");
    let file = root.join(path);
    fs::create_dir_all(file.parent().expect("it lies in a folder")).expect("a folder");
    let file = fs::File::create(file).expect("a file");
    file.set_len(bytes).expect("a file of nothing");
    let largest = Config::default().limits.file_bytes;
    walk(root, "content", largest).expect("a folder").findings
}

fn file_bytes(n: usize) -> bool {
    !has(&walked("content/en/a.md", n as u64), "input/too-large")
}

fn include_depth(n: usize) -> bool {
    let line = |at: usize| format!("x [!INCLUDE [x](f{at}.md)]\n");
    let mut files: BTreeMap<_, _> = (1..n)
        .map(|at| (format!("f{at}.md"), line(at + 1)))
        .collect();
    files.insert(format!("f{n}.md"), "end\n".to_owned());
    let body = body(&line(1), files);
    let whole = body.html.contains("end");
    assert_eq!(whole, !has(&body.findings, "markdown/include-depth"));
    whole
}

fn includes(n: usize) -> bool {
    let files = BTreeMap::from([("f.md".to_owned(), "end\n".to_owned())]);
    let body = body(&"[!INCLUDE [x](f.md)]\n\n".repeat(n), files);
    let whole = body.html.matches("end").count() == n;
    assert_eq!(whole, !has(&body.findings, "markdown/include-depth"));
    whole
}

fn nesting(n: usize) -> bool {
    let html = html(&format!("{} x\n", ">".repeat(n)));
    html.matches("<blockquote").count() == n
}

fn headings(n: usize) -> bool {
    let body = body(&"# a\n".repeat(n), BTreeMap::new());
    assert_eq!(body.html.matches("<h1").count(), n, "all are shown");
    let whole = body.html.matches("<h1 id=").count() == n;
    assert_eq!(whole, !has(&body.findings, "markdown/too-many"));
    whole
}

fn links(n: usize) -> bool {
    let body = body(&"[a](#a)\n".repeat(n), BTreeMap::new());
    assert_eq!(body.html.matches("<a href").count(), n, "all are shown");
    !has(&body.findings, "markdown/too-many")
}

/// A path of so many bytes, of parts as disks take them.
fn path(start: &str, part: usize, n: usize) -> String {
    let mut path = start.to_owned();
    while path.len() + part + 1 < n - 4 {
        path += &format!("{}/", "d".repeat(part));
    }
    format!("{path}{}.md", "f".repeat(n - path.len() - 3))
}

fn path_bytes(n: usize) -> bool {
    let id = path("", 100, n);
    let page = format!("---\ndocument_id: {id}\n---\n# A\n");
    let is_id = !found(&[("content/en/a.md", page)], "front-matter/invalid");
    let is_path = !has(&walked(&path("content/en/", 200, n), 1), "input/file-name");
    assert_eq!(is_id, is_path);
    is_path
}

fn name_bytes(n: usize) -> bool {
    let part = "a".repeat(n);
    plain(&format!("x/{part}/y")) == format!("x/{part}/y")
}

fn resource_name_bytes(n: usize) -> bool {
    let stem = "a".repeat(n);
    let tree = BTreeMap::from([
        (format!("content/en/{stem}.png"), b"x".to_vec()),
        (
            "content/en/a.md".to_owned(),
            format!("# A\n\n![a]({stem}.png)\n").into_bytes(),
        ),
    ]);
    let files = site(&tree)
        .into_keys()
        .filter(|path| path.ends_with(".png"));
    let images: Vec<String> = files.collect();
    assert_eq!(images.len(), 1, "the image is handed on");
    images[0].contains(&stem)
}

fn imported_name_bytes(n: usize) -> bool {
    let path = format!("x/{}.md", "a".repeat(n - 3));
    portable(&path) == Some(path)
}

fn imported_path_bytes(n: usize) -> bool {
    portable(&path("", 100, n)).is_some()
}

fn front_matter_bytes(n: usize) -> bool {
    let line = "# to fill it\n";
    let lines = line.repeat(n / line.len() - 1);
    let rest = n - lines.len() - "title: A\n".len() - "#\n".len();
    let page = format!("---\ntitle: A\n{lines}#{}\n---\n# A\n", "x".repeat(rest));
    !found(&[("content/en/a.md", page)], "front-matter/invalid")
}

/// Lists in a list.
fn lists(n: usize) -> String {
    format!("{}{}", "[".repeat(n), "]".repeat(n))
}

fn yaml_depth(n: usize) -> bool {
    let page = format!("---\nauthor: {}\n---\n# A\n", lists(n - 1));
    !found(&[("content/en/a.md", page)], "front-matter/invalid")
}

fn json_depth(n: usize) -> bool {
    let path = SourcePath::new("content/docfx.json");
    let json = format!("{{ \"build\": {{ \"x\": {} }} }}", lists(n - 2));
    let folder = SourceFolder::default();
    let checkout = Checkout {
        folder: &folder,
        base: "content",
        name: "content",
        paths: std::slice::from_ref(&path),
    };
    let read = repository::read(checkout, &Memory::new([(path.as_str(), json.as_str())]));
    !has(&read.findings, "input/settings")
}

fn navigation_depth(n: usize) -> bool {
    let mut entries = String::new();
    for _ in 0..n {
        entries = format!("[{{ name: A, href: a.md, items: {entries} }}]");
    }
    let files = [
        ("content/en/a.md", "# A\n".to_owned()),
        ("content/en/toc.yml", entries),
    ];
    !found(&files, "input/navigation")
}

fn patterns(n: usize) -> bool {
    let all: Vec<String> = (0..n).map(|at| format!("n{at}")).collect();
    let pattern = Pattern::new(&format!("{{{}}}.md", all.join(",")));
    pattern.matches(&names(&format!("n{}.md", n - 1)))
}

fn construct_bytes(n: usize) -> bool {
    let rest = n - "[!INCLUDE [](gone.md)]".len();
    let line = format!("[!INCLUDE [{}](gone.md)]\n", "x".repeat(rest));
    let missing = has(
        &body(&line, BTreeMap::new()).findings,
        "markdown/include-missing",
    );
    assert_ne!(missing, html(&line).contains("[!INCLUDE"));
    missing
}

fn indent_bytes(n: usize) -> bool {
    let marks = format!("{}{}", "- ".repeat(n / 2), " ".repeat(n % 2));
    let video = "[!VIDEO https://video.example.org/a]";
    !html(&format!("{marks}{video}\n")).contains("!VIDEO")
}

fn raw_elements(n: usize) -> bool {
    let html = html(&format!("{}x{}\n", "<div>".repeat(n), "</div>".repeat(n)));
    assert!(html.contains('x'));
    html.matches("<div>").count() == n
}

fn sample_bytes(n: usize) -> bool {
    let sample = Sample {
        selection: Selection::Lines(vec![(1, None), (1, Some(1))]),
        ..Sample::default()
    };
    sample.cut(&format!("a\n{}", "b".repeat(n - 5))).is_some()
}

fn code_line(n: usize) -> bool {
    let start = "let a = 1; // ";
    let code = format!("{start}{}", "x".repeat(n - start.len()));
    let html = Highlighter::new().highlight("rust", &code);
    html.expect("a known language").contains("<span")
}

fn code_bytes(n: usize) -> bool {
    let line = "let a = 1;\n";
    let mut code = line.repeat(n / line.len());
    code += &" ".repeat(n - code.len());
    Highlighter::new().highlight("rust", &code).is_some()
}

/// Whether a theme of one more template is loaded, and makes its page.
fn theme(template: &str) -> bool {
    let path = SourcePath::new("themes/own/templates/own.html");
    let files = vec![(path, template.as_bytes().to_vec())];
    let theme = Theme::load("own", files, &BTreeMap::new(), Base::default());
    let page = theme.value.render("own.html", &serde_json::json!({}));
    !has(&theme.findings, "template/error") && !has(&page.findings, "template/error")
}

fn template_depth(n: usize) -> bool {
    theme(&format!(
        "{}x{}",
        "{% if true %}".repeat(n),
        "{% endif %}".repeat(n)
    ))
}

fn component_depth(n: usize) -> bool {
    let component = |at: usize| {
        let inner = match at == n {
            true => "x".to_owned(),
            false => format!("{{{{ <c{} /> }}}}", at + 1),
        };
        format!("{{% component c{at}() %}}{inner}{{% endcomponent c{at} %}}\n")
    };
    let components: String = (1..=n).map(component).collect();
    theme(&format!("{components}{{{{ <c1 /> }}}}"))
}

/// A site in memory, with an address.
fn site(tree: &memory::Tree) -> memory::Tree {
    let config = Config {
        base_url: Some("https://guides.example.org".to_owned()),
        ..Config::default()
    };
    memory::site(&config, &memory::held(tree), tree.keys()).files
}

fn site_of(pages: usize) -> memory::Tree {
    let page = |at: usize| {
        let text = format!("---\nms.date: 2026-01-01\n---\n# P{at}\n");
        (format!("content/en/p{at}.md"), text.into_bytes())
    };
    site(&(0..pages).map(page).collect())
}

fn count(files: &memory::Tree, path: &str, text: &str) -> usize {
    let file = files.get(path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8_lossy(file).matches(text).count()
}

fn feed_entries(n: usize) -> bool {
    count(&site_of(n), "en/feed.xml", "<entry>") == n
}

fn status_rows(n: usize) -> bool {
    let files = site_of(n);
    assert!(
        count(&files, "en/status/status.csv", "\n") > n,
        "all are in the file"
    );
    count(&files, "en/status/index.html", "<th scope=\"row\">") == n
}

/// Has every page.
struct Everything;

impl Site for Everything {
    fn get(&self, _path: &str) -> Option<Reply> {
        Some(Reply {
            kind: "text/plain".to_owned(),
            body: b"here".to_vec(),
        })
    }

    fn not_found(&self, _path: &str) -> Reply {
        unreachable!("every page is there")
    }
}

/// The status of the preview's answer.
fn answer(path: &str, headers: &str) -> String {
    let server = Server::start("127.0.0.1", 23_000, Arc::new(Everything)).expect("a free port");
    let mut stream = TcpStream::connect(server.address).expect("it listens");
    let end = "Host: localhost\r\nConnection: close\r\n\r\n";
    let request = format!("GET {path} HTTP/1.1\r\n{headers}{end}");
    // It may answer, and close, before it has read all.
    let _ = stream.write_all(request.as_bytes());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let answer = String::from_utf8_lossy(&answer);
    answer.split(' ').nth(1).unwrap_or_default().to_owned()
}

fn address_bytes(n: usize) -> bool {
    let status = answer(&format!("/{}", "a".repeat(n - 1)), "");
    assert!(matches!(&*status, "200" | "414"), "{status}");
    status == "200"
}

fn request_headers(n: usize) -> bool {
    let status = answer("/", &"A: b\r\n".repeat(n - 2));
    assert!(matches!(&*status, "200" | "431"), "{status}");
    status == "200"
}
