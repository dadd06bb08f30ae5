//! Reading and building a site of 1,000 pages in 5 locales, in memory: `cargo bench --bench build`.

use std::collections::BTreeMap;

use instep::catalog::identity::classify;
use instep::config::Config;
use instep::dates::scan::Scanners;
use instep::path::SourcePath;
use instep::pipeline::build::build;
use instep::pipeline::inspect::Inspection;
use instep::pipeline::project::Project;
use instep::source::Writer;
use instep::source::memory::Memory;

const LOCALES: [&str; 5] = ["en-US", "fr-FR", "nl-NL", "sv-SE", "de-DE"];
const DOCUMENTS: usize = 200;

/// Takes pages and keeps none.
struct Nowhere;

impl Writer for Nowhere {
    fn write(&self, _path: &str, bytes: &[u8]) -> std::io::Result<()> {
        divan::black_box(bytes);
        Ok(())
    }
}

/// A page of about 8 kB with eight sections, each with a list, a table, code or an alert.
fn page(document: usize, locale: &str) -> String {
    let mut text = format!(
        "---\ntitle: Guide {document}\nms.date: 2024-{:02}-{:02}\nms.contentlocale: {locale}\n---\n\
         # <a name=\"guide-{document}\"></a>Guide {document}\n\nThe text of guide {document} ({locale}).\n\n",
        document % 12 + 1,
        document % 28 + 1,
    );
    for section in 0..8 {
        let next = (document + section) % DOCUMENTS;
        text.push_str(&format!(
            "## <a name=\"step-{section}\"></a>Step {section}\n\n{}\n\n",
            format!("Set the value {section} and see [the guide](guide-{next}.md#step-1). ")
                .repeat(9)
        ));
        text.push_str(match section % 4 {
            0 => "> [!NOTE]\n> Keep the key until 15 October 2031.\n\n",
            1 => "1. Open the page.\n2. Choose **Save**.\n    * Wait.\n\n",
            2 => "| a | b | c |\n|---|---|---|\n| 1 | `x` | *y* |\n| 2 | `z` | w |\n\n",
            _ => "```json\n{ \"name\": \"value\", \"items\": [1, 2, 3] }\n```\n\n",
        });
    }
    text
}

fn tree() -> Memory {
    let pages = LOCALES.iter().flat_map(|locale| {
        (0..DOCUMENTS).map(move |document| {
            let path = format!("content/{locale}/guide-{document}.md");
            (SourcePath::new(&path), page(document, locale).into_bytes())
        })
    });
    Memory(pages.collect())
}

fn project<'a>(config: &'a Config, memory: &'a Memory) -> Project<'a> {
    let folder = &config.folders()[0];
    let files = memory.0.keys().map(|path| classify(path, folder)).collect();
    let scanners = Scanners::new(&BTreeMap::new()).expect("built-in words are well formed");
    Project::new(config, memory, files, scanners)
}

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 10)]
fn read_1000_pages(bencher: divan::Bencher<'_, '_>) {
    let (config, memory) = (Config::default(), tree());
    let project = project(&config, &memory);
    bencher.bench_local(|| Inspection::new(&project));
}

#[divan::bench(sample_count = 10)]
fn build_1000_pages(bencher: divan::Bencher<'_, '_>) {
    let (config, memory) = (Config::default(), tree());
    let project = project(&config, &memory);
    bencher.bench_local(|| {
        let inspection = Inspection::new(&project);
        build(&project, &inspection, &Nowhere).map(|built| built.value.pages)
    });
}
