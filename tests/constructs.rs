//! Every construct by example: `tests/constructs/*.md` and `tests/gnarly/*.md` hold prose and
//! cases. A case is a block `~~~~markdown`, the files that it names as blocks `~~~~file PATH`, and
//! what comes of it: a block `~~~~html` and, where something is wrong, a block `~~~~findings`.
//! `BLESS=1` rewrites what comes of it.

mod render;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use instep::config::Html;
use instep::document::manuscript::Dialect;
use instep::path::SourcePath;
use render::Tree;

const FENCE: &str = "~~~~";

#[derive(Default)]
struct Case {
    markdown: String,
    files: BTreeMap<String, String>,
    versions: Vec<String>,
    trusted: bool,
}

#[test]
fn every_construct_renders_as_its_file_says() {
    folder("constructs");
}

#[test]
fn damaged_pages_render_as_their_files_say() {
    folder("gnarly");
}

fn folder(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name);
    let entries = std::fs::read_dir(&folder).expect("the folder of cases is there");
    let mut paths: Vec<_> = entries
        .map(|e| e.expect("the folder can be read").path())
        .collect();
    paths.sort();
    let mut differing = Vec::new();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
    {
        let written = std::fs::read_to_string(path).expect("the cases can be read");
        let rendered = rewrite(&written);
        if rendered == written {
            continue;
        }
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, rendered).expect("the cases can be written");
        } else {
            let at = written
                .lines()
                .zip(rendered.lines())
                .position(|(a, b)| a != b);
            let line = at.unwrap_or(0);
            let say = |text: &str| text.lines().nth(line).unwrap_or("").to_owned();
            differing.push(format!(
                "{}:{}\n  expected {}\n  rendered {}",
                path.display(),
                line + 1,
                say(&written),
                say(&rendered)
            ));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

/// The file with what comes of each case as it comes now.
fn rewrite(written: &str) -> String {
    let mut out = String::new();
    let mut case = Case::default();
    let mut lines = written.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let Some(info) = line.trim_end().strip_prefix(FENCE) else {
            out.push_str(line);
            continue;
        };
        let ends = |line: &&str| line.trim_end() != FENCE;
        let text: String = lines.by_ref().take_while(ends).collect();
        let (kind, options) = info.split_once(' ').unwrap_or((info, ""));
        let text = match kind {
            "markdown" => {
                case.markdown = text.clone();
                case.trusted = options == "trusted";
                if options == "crlf" {
                    case.markdown = text.replace('\n', "\r\n");
                }
                case.versions = options
                    .strip_prefix("versions=")
                    .map(|v| v.split(',').map(str::to_owned).collect())
                    .unwrap_or_default();
                text
            }
            "file" => {
                case.files.insert(options.to_owned(), text.clone());
                text
            }
            "html" => {
                let (html, findings) = outcome(&std::mem::take(&mut case));
                let _ = write!(out, "{FENCE}html\n{html}{FENCE}\n");
                if !findings.is_empty() {
                    let _ = write!(out, "{FENCE}findings\n{findings}{FENCE}\n");
                }
                continue;
            }
            _ => continue,
        };
        let _ = write!(out, "{FENCE}{info}\n{text}{FENCE}\n");
    }
    out
}

fn outcome(case: &Case) -> (String, String) {
    let tree = Tree {
        page: SourcePath::new("page.md"),
        files: case.files.clone(),
        html: if case.trusted {
            Html::Trusted
        } else {
            Html::Sanitize
        },
    };
    let dialect = Dialect {
        versions: case.versions.clone(),
        ..render::dialect()
    };
    let body = render::render_body(&tree, &case.markdown, &dialect);
    let mut html = body.html;
    if !html.ends_with('\n') {
        html.push('\n');
    }
    let mut findings = String::new();
    for finding in body.findings {
        let start = finding.span.start;
        let _ = writeln!(
            findings,
            "{}:{}:{} {} {}",
            finding.file, start.line, start.column, finding.rule.code, finding.message
        );
    }
    (html, findings)
}
