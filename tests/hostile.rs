//! Pages made to stop a build: none takes long, and none overflows the stack.

mod project;
mod render;

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use instep::config::Html;
use instep::dates::scan::Scanners;
use instep::locale::tag::Locale;
use instep::path::SourcePath;
use jiff::civil::date;
use render::Tree;

fn takes(markdown: &str) -> Duration {
    let tree = Tree {
        page: SourcePath::new("page.md"),
        files: BTreeMap::new(),
        html: Html::Sanitize,
    };
    let start = clock();
    render::render_body(&tree, markdown, &render::dialect());
    clock() - start
}

/// The time that this thread has worked, where the system tells it: the machine may have other
/// work as well.
fn clock() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let worked = told.and_then(|told| told.split(' ').next()?.parse().ok());
    worked.map_or_else(|| START.elapsed(), Duration::from_nanos)
}

fn assert_quick(name: &str, markdown: &str) {
    let taken = takes(markdown);
    assert!(taken < Duration::from_secs(10), "{name} took {taken:?}");
}

#[test]
fn deep_nesting_is_quick() {
    assert_quick("quotes", &format!("{} x\n", ">".repeat(5_000)));
    assert_quick("brackets", &"[".repeat(20_000));
    assert_quick("emphasis", &"*a ".repeat(20_000));
    assert_quick(
        "strong",
        &format!("{}x{}", "**a ".repeat(5_000), "**".repeat(5_000)),
    );
    assert_quick("items", &"- ".repeat(5_000));
    assert_quick("elements", &"<div>".repeat(20_000));
    assert_quick("inline elements", &format!("x {}", "<b>".repeat(20_000)));
    assert_quick("spans", &"<span data-ttu-id=\"a\">".repeat(20_000));
    assert_quick("spans around texts", &"<span>a ".repeat(40_000));
}

#[test]
fn many_damaged_constructs_are_quick() {
    assert_quick("alerts", &"> [!NOTE]\n".repeat(5_000));
    assert_quick("markers", &"> [!".repeat(5_000));
    assert_quick("turned markers", &"> [x!]".repeat(5_000));
    assert_quick("includes", &"[!INCLUDE [x](".repeat(5_000));
    assert_quick("rows", &":::row:::\n\n".repeat(5_000));
    assert_quick("columns", &" :::column:::\n\n".repeat(5_000));
    assert_quick("ends", &":::zone-end\n\n".repeat(5_000));
    assert_quick(
        "attributes",
        &format!(":::image {}\n", "a=\"b\" ".repeat(5_000)),
    );
    assert_quick(
        "quotes",
        &format!(":::image source={}\n", "\"a".repeat(5_000)),
    );
    assert_quick("tabs", &"# [A](#tab/a)\n".repeat(5_000));
    assert_quick("colons", &":".repeat(500_000));
    assert_quick("parted colons", &"::: ".repeat(100_000));
    assert_quick("anchors", &"<a name=\"x\"></a>".repeat(5_000));
    assert_quick("open tags", &format!("{}\n", "<div a=\"".repeat(20_000)));
    assert_quick("samples", &"x [!code[](a)]\n".repeat(5_000));
    assert_quick("samples apart", &"[!code[](a)]\n\n".repeat(40_000));
    assert_quick("addresses", &format!("http://a.b{}", ")".repeat(20_000)));
    for opening in [
        "(http://",
        "www.",
        "(www.",
        "(http://a./",
        "(http://localhost",
    ] {
        assert_quick(opening, &opening.repeat(40_000));
    }
    assert_quick("end tags", &format!("<i>{}", "*a </b>* ".repeat(5_000)));
}

#[test]
fn twenty_megabytes_of_one_line_are_quick() {
    // Linear in its length, and unoptimised: a busy machine takes a dozen seconds.
    let taken = takes(&"word ".repeat(4 << 20));
    assert!(taken < Duration::from_secs(60), "one line took {taken:?}");
}

/// What begins a date, or goes on with one, again and again: nothing of it may be looked at once for
/// each place before it.
#[test]
fn rows_of_what_dates_are_made_of_are_quick() {
    let rows = [
        (
            "en-US",
            &[
                "15 ",
                "1/",
                "2019-",
                "before ",
                "by May ",
                "15 October ",
                "from 1 to ",
                "Q3 ",
            ][..],
        ),
        (
            "fr-FR",
            &["1er ", "du 1 au ", "avant le ", "15 octobre et ", " "],
        ),
        ("hu-HU", &["2019. ", "október 15-ig ", "1.", "-"]),
        ("ja-JP", &["年", "2019年", "10月", "〇", "二十", "15日まで"]),
        ("th-TH", &["ตุลาคม", "15", "พ.ศ. ", "ก่อน"]),
        ("fa-IR", &["۱۳۹۸", "مهر ", "/", "تا "]),
    ];
    let scanners = Scanners::new(&BTreeMap::new()).expect("built-in words are well formed");
    for (language, parts) in rows {
        let scanner = scanners.of(&Locale::parse(language).expect("a tag"));
        for part in parts {
            let takes = |bytes: usize| {
                let text = part.repeat(bytes / part.len());
                let start = clock();
                scanner.scan(&text, Some(date(2019, 9, 9)));
                clock() - start
            };
            // Five times the text is five times the work; were each part looked at once for each
            // before it, it would be twenty-five times.
            let (short, long) = (takes(6_000), takes(30_000));
            let most = 10 * short + Duration::from_millis(200);
            assert!(
                long < most,
                "{language} {part:?} took {short:?}, and {long:?}"
            );
        }
    }
}

/// What two texts have of links and deadlines is compared, and nothing of one is in the other.
#[test]
fn thousands_of_other_links_and_dates_are_compared_quickly() {
    let (few, found) = compared(2_000);
    assert!(found > 1_800);
    let (many, found) = compared(20_000);
    assert!(found > 18_000);
    // Ten times as many; held each against each, they took a hundred times as long.
    assert!(many < few * 20, "{few:?}, {many:?}");
}

/// How long two texts are compared whose lines all lead elsewhere and bear other dates, and how many
/// deadlines are found to differ.
fn compared(lines: usize) -> (Duration, usize) {
    let page = |locale: &str, words: &dyn Fn(usize) -> String| {
        let lines: String = (0..lines).map(|line| words(line) + "\n\n").collect();
        let text = format!("---\nms.date: 09/09/2019\n---\n# <a name=\"g\"></a>Guide\n\n{lines}");
        (format!("content/{locale}/g.md"), text.into_bytes())
    };
    let date = |line: usize, years: usize| (line % 28 + 1, 1000 + line / 28 * 2 + years);
    let link = |line: usize, name: char| match line % 2 {
        0 => format!("{name}{line}.md"),
        _ => format!("/docs/concepts/{name}{line}/"),
    };
    let english = page("en-US", &|line| {
        let ((day, year), link) = (date(line, 0), link(line, 'p'));
        format!("Publish [here]({link}) before {day} March {year}.")
    });
    let french = page("fr-FR", &|line| {
        let ((day, year), link) = (date(line, 1), link(line, 'q'));
        format!("Publiez [ici]({link}) avant le {day} mars {year}.")
    });
    let files = project::Files([english, french].into());
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    alone.expect("a thread can be had").install(|| {
        let start = clock();
        let findings = files.findings(&[]);
        let taken = clock() - start;
        let differ = |code: &str| findings.iter().filter(|f| f.rule.code == code).count();
        assert!(differ("drift/link-differs") > 0);
        (taken, differ("deadline/differs"))
    })
}
