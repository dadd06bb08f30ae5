//! Two thousand pages of our own, damaged as disks, editors, merges and programs damage them: each
//! site of them is built, with findings at places that exist, and no page is lost.

mod memory;
mod subjects;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use instep::config::Config;
use instep::path::SourcePath;
use instep::source::Source;
use memory::{Site, Tree, held, site};
use subjects::place;

const SITES: u64 = 20;
const PAGES: usize = 100;

/// Numbers that look like chance and are the same on every machine (Marsaglia, "Xorshift RNGs").
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).expect("less than `end`")
    }

    fn range(&mut self, end: usize) -> std::ops::Range<usize> {
        let (a, b) = (self.below(end + 1), self.below(end + 1));
        a.min(b)..a.max(b)
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Markdown files below some folders of the project.
fn own_pages() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeMap::new();
    for folder in ["content", "tests/constructs", "tests/gnarly", "tests/sites"] {
        gather(&root.join(folder), &mut found);
    }
    assert!(found.len() >= 60, "{} pages", found.len());
    found.into_values().collect()
}

fn gather(folder: &Path, found: &mut BTreeMap<std::path::PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder of the project") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            gather(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            let bytes = fs::read(&path).expect("a readable page");
            found.insert(path, bytes);
        }
    }
}

/// What other programs leave in texts.
const LEFT: &[&[u8]] = &[
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xc3",
    b"\r",
    b"\x1b[31m",
    b"---\n",
    b"\n---\n",
    b"<<<<<<< HEAD\n",
    b">>>>>>> main\n",
    b"=======\n",
    b"```\n",
    b"| ",
    b"> ",
    b":::",
    b"[!INCLUDE [x](p1.md)]",
    b"<div>",
    b"</div>",
    b"<!--",
    b"-->",
    b"<a name=\"",
    b"](",
    b"&a ",
    b"title: ",
    b"ms.date: 31/31/2019\n",
    b"document_id: status\n",
    b"ms.contentlocale: xx-QQ\n",
    b"# ",
    b"{{",
    b"{%",
    b"\xe2\x80\xae",
];

/// Damages a page once.
fn damage(page: &mut Vec<u8>, pages: &[Vec<u8>], dice: &mut Dice) {
    let at = dice.below(page.len() + 1);
    match dice.below(11) {
        0 if at < page.len() => page[at] ^= 1 << dice.below(8),
        1 if at < page.len() => page[at] = u8::try_from(dice.below(256)).expect("a byte"),
        2 => drop(page.drain(dice.range(page.len()))),
        3 => page.truncate(at),
        4 => {
            let piece = page[dice.range(page.len())].to_vec();
            page.splice(at..at, piece);
        }
        5 => {
            let other = dice.pick(pages);
            let piece = other[dice.range(other.len())].to_vec();
            page.splice(at..at, piece);
        }
        6 => shuffle_front(page, dice),
        7 => {
            let end = dice.pick(&[&b"\r\n"[..], b"\r", b"\n\n", b" "]).to_vec();
            *page = page
                .split(|byte| *byte == b'\n')
                .collect::<Vec<_>>()
                .join(&end[..]);
        }
        8 => {
            let other = dice.pick(pages);
            page.truncate(at);
            page.extend_from_slice(&other[dice.below(other.len() + 1)..]);
        }
        _ => {
            let left = dice.pick(LEFT).to_vec();
            page.splice(at..at, left);
        }
    }
}

/// Puts the lines between the fences into another order, one of them perhaps twice, or outside.
fn shuffle_front(page: &mut Vec<u8>, dice: &mut Dice) {
    let text = page.clone();
    let mut lines: Vec<&[u8]> = text.split_inclusive(|byte| *byte == b'\n').collect();
    let end = lines
        .iter()
        .skip(1)
        .position(|line| line.starts_with(b"---"));
    let end = end.map_or(lines.len().min(6), |end| end + 2);
    for _ in 0..3 {
        let (a, b) = (dice.below(end), dice.below(end));
        if a < lines.len() && b < lines.len() {
            lines.swap(a, b);
        }
    }
    if !lines.is_empty() {
        let again = lines[dice.below(end.min(lines.len()))];
        lines.insert(dice.below(end.min(lines.len())), again);
    }
    *page = lines.concat();
}

/// A site of damaged pages in two languages, some of them in two revisions.
fn damaged(number: u64, pages: &[Vec<u8>]) -> Tree {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ (number + 1));
    let place = |index: usize| {
        let locale = ["en-US", "fr-FR"][index % 2];
        let label = if index % 10 > 7 { "@old" } else { "" };
        format!("content/{locale}/p{}{label}.md", index / 2 % 40)
    };
    let page = |index| {
        let mut page = dice.pick(pages).clone();
        for _ in 0..=dice.below(4) {
            damage(&mut page, pages, &mut dice);
        }
        (format!("{}/{}", index / 80, place(index)), page)
    };
    let tree: Tree = (0..PAGES).map(page).collect();
    let below = |(path, page): (String, Vec<u8>)| {
        let (group, path) = path.split_once('/').expect("a group before the path");
        let path = path.replacen("/p", &format!("/g{group}/p"), 1);
        (path, page)
    };
    tree.into_iter().map(below).collect()
}

#[test]
fn two_thousand_damaged_pages_are_built() {
    let pages = own_pages();
    let mut built = 0;
    let mut findings = 0;
    for number in 0..SITES {
        let tree = damaged(number, &pages);
        assert_eq!(tree.len(), PAGES);
        let site = site(&Config::default(), &held(&tree), tree.keys());
        whole(&tree, &site);
        built += tree.len();
        findings += site.findings.len();
    }
    println!("{built} damaged pages, {findings} findings");
    assert!(built >= 2000 && findings > built);
}

/// Every page that was given is a page of the site or says where its page has moved, and every
/// finding lies in its file.
fn whole(tree: &Tree, site: &Site) {
    let text = |path: &SourcePath| {
        let bytes = tree.get(path.as_str())?.clone();
        Some(Source::read(path, bytes).value.text)
    };
    place::all(&site.findings, &text);
    for (path, output) in &site.pages {
        let html = site.files.get(output);
        let html = html.unwrap_or_else(|| panic!("{path} is lost: {output}"));
        assert!(html.ends_with(b"</html>\n"), "{output} is cut off");
    }
    let given: Vec<&str> = tree.keys().map(String::as_str).collect();
    let pages = site.pages.iter().map(|(path, _)| path);
    let mut known: Vec<&str> = pages.chain(&site.moved).map(SourcePath::as_str).collect();
    known.sort_unstable();
    assert_eq!(known, given);
}
