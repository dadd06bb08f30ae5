//! Reading and rendering of pages of 8 kB: plain ones, ones with constructs, bilingual ones, and
//! ones with raw HTML. Code is coloured once and remembered, as in a build.

#[path = "../tests/render/mod.rs"]
mod render;

use std::collections::BTreeMap;
use std::sync::Arc;

use divan::Bencher;
use divan::counter::BytesCount;
use instep::config::Html;
use instep::document::manuscript::{Dialect, Manuscript, NoFragments};
use instep::document::reading;
use instep::path::SourcePath;
use instep::source::Source;
use render::Tree;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

const PROSE: &str = "Open the **portal** and choose [a plan](plans.md#paid) before you go on; `az \
login` must have been run, and what it printed is needed *again* in the last step.\n\n";
const LIST: &str = "1. First step with a [link](a.md).\n2. Second step.\n   - An item\n\n";
const TABLE: &str = "| Name | Value |\n|---|---:|\n| one | 1 |\n| two | 2 |\n\n";
const CODE: &str = "```csharp\nvar client = new Client(\"key\"); // one\n```\n\n";

fn page(parts: &[&str]) -> String {
    let mut text = "# <a name=\"title\"></a>Title\n\n".to_owned();
    let mut section = 0;
    while text.len() < 8_000 {
        section += 1;
        text.push_str(&format!(
            "## <a name=\"s{section}\"></a>Section {section}\n\n"
        ));
        for part in parts {
            text.push_str(part);
        }
    }
    text
}

fn run(bencher: Bencher, parts: &[&str]) {
    let tree = Tree {
        page: SourcePath::new("page.md"),
        files: BTreeMap::new(),
        html: Html::Sanitize,
    };
    let text = page(parts);
    let dialect: Dialect = render::dialect();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench_local(|| render::render_body(&tree, &text, &dialect));
}

/// The first of the three stages alone: Markdown and constructs.
#[divan::bench]
fn pieces_of_plain(bencher: Bencher) {
    let source = source();
    let dialect = Arc::new(render::dialect());
    bencher.bench_local(|| {
        let read = Manuscript::read(source.clone(), 0, &NoFragments, &dialect);
        read.pieces().len()
    });
}

/// The second alone: sections, links, shapes.
#[divan::bench]
fn reading_of_plain(bencher: Bencher) {
    let dialect = Arc::new(render::dialect());
    let read = Manuscript::read(source(), 0, &NoFragments, &dialect);
    let pieces = read.pieces();
    bencher.bench_local(|| reading::read(&read, &pieces).sections.len());
}

fn source() -> Arc<Source> {
    let text = page(&[PROSE, LIST, PROSE, TABLE, CODE, PROSE]);
    Arc::new(Source::new(&SourcePath::new("page.md"), text))
}

#[divan::bench]
fn plain(bencher: Bencher) {
    run(bencher, &[PROSE, LIST, PROSE, TABLE, CODE, PROSE]);
}

#[divan::bench]
fn constructs(bencher: Bencher) {
    let alert = "> [!NOTE]\n> Read this before.\n\n";
    let image = ":::image type=\"content\" source=\"a.png\" alt-text=\"A\":::\n\n";
    run(bencher, &[PROSE, alert, LIST, image, PROSE, TABLE, CODE]);
}

#[divan::bench]
fn bilingual(bencher: Bencher) {
    let unit = "<span data-ttu-id=\"a-1\">Une phrase traduite.</span><span \
class=\"sxs-lookup\"><span data-stu-id=\"a-1\">A translated sentence.</span></span>\n\n";
    run(bencher, &[unit, unit, LIST, unit]);
}

#[divan::bench]
fn raw_html(bencher: Bencher) {
    let html = "<table><tr><td>one</td><td><a href=\"a.md\">two</a></td></tr></table>\n\n";
    run(bencher, &[PROSE, html, PROSE, LIST]);
}

/// What pulldown-cmark takes of the first stage by itself.
#[divan::bench]
fn events_of_plain(bencher: Bencher) {
    let source = source();
    let options = instep::document::manuscript::options();
    bencher.bench_local(|| pulldown_cmark::Parser::new_ext(&source.text, options).count());
}
