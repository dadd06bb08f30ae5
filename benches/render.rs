//! Reading and rendering of pages of 8 kB: plain ones, ones with constructs, bilingual ones, and
//! ones with raw HTML. Code is coloured once and remembered, as in a build.

#[path = "../tests/render/mod.rs"]
mod render;

use std::collections::BTreeMap;

use divan::Bencher;
use divan::counter::BytesCount;
use instep::config::Html;
use instep::document::manuscript::Dialect;
use instep::path::SourcePath;
use render::Tree;

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
