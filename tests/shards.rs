//! Shares of a site that are joined have the bytes of one build, and nothing else is joined.

mod shell;

use std::collections::BTreeMap;
use std::fs;

use camino::Utf8Path;
use shell::Site;

/// Every file of a folder with its bytes, the manifest among them.
fn tree(folder: &Utf8Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for entry in inner.read_dir_utf8().expect("a folder") {
            let path = entry.expect("an entry").into_path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).expect("below").to_string();
            files.insert(name, fs::read(&path).expect("a file"));
        }
    }
    files
}

fn build(work: &Site, root: &str, arguments: &[&str]) {
    let output = work.run(&[&["build", "--root", root], arguments].concat());
    assert!(output.status.success(), "{output:?}");
}

/// The shards of a site, built one after the other as by machines of their own.
fn shards(work: &Site, root: &str, of: usize) -> Vec<String> {
    let shard = |number: usize| {
        let out = format!("shard-{number}-of-{of}");
        build(
            work,
            root,
            &["--shard", &format!("{number}/{of}"), "--out", &out],
        );
        out
    };
    // Their order does not matter.
    (1..=of).rev().map(shard).collect()
}

fn merge(work: &Site, shards: &[String]) -> std::process::Output {
    let mut arguments = vec!["merge"];
    arguments.extend(shards.iter().map(String::as_str));
    work.run(&[&arguments[..], &["--out", "joined"]].concat())
}

fn joins(root: &str, counts: &[usize]) {
    let work = Site::empty();
    build(&work, root, &["--out", "single"]);
    let single = tree(&work.root.join("single"));
    for needed in [
        "sitemap.xml",
        ".instep/manifest.json",
        "404.html",
        "pagefind/pagefind.js",
    ] {
        assert!(single.contains_key(needed), "{needed}");
    }
    for of in counts {
        let output = merge(&work, &shards(&work, root, *of));
        assert!(output.status.success(), "{output:?}");
        let joined = tree(&work.root.join("joined"));
        let differ: Vec<_> = single
            .keys()
            .chain(joined.keys())
            .filter(|path| single.get(*path) != joined.get(*path))
            .collect();
        assert!(differ.is_empty(), "{of} shards: {differ:?}");
    }
}

#[test]
fn two_and_eight_shards_are_one_site() {
    joins(
        &format!("{}/tests/sites/readers", env!("CARGO_MANIFEST_DIR")),
        &[2, 8],
    );
}

#[test]
fn three_shards_are_one_site() {
    joins(env!("CARGO_MANIFEST_DIR"), &[3]);
}

#[test]
fn a_shard_has_its_share_and_no_more() {
    let work = Site::starter();
    let pages = |path: &str| path.ends_with(".html");
    build(&work, ".", &[]);
    let all = tree(&work.root.join("dist"))
        .into_keys()
        .filter(|path| pages(path))
        .count();
    let mut sum = 0;
    for shard in ["1/3", "2/3", "3/3"] {
        build(&work, ".", &["--shard", shard]);
        let folder = work.root.join("shards").join(shard.replace('/', "-of-"));
        let own = tree(&folder).into_keys().filter(|path| pages(path)).count();
        assert!(own.abs_diff(all / 3) <= 1, "{shard}: {own} of {all}");
        sum += own;
    }
    assert_eq!(sum, all);
}

fn refused(work: &Site, shards: &[String]) -> String {
    let output = merge(work, shards);
    assert_eq!(output.status.code(), Some(2));
    assert!(!work.root.join("joined").exists(), "nothing is published");
    String::from_utf8(output.stderr).expect("text")
}

#[test]
fn what_is_not_all_of_one_site_is_refused() {
    let work = Site::starter();
    let three = shards(&work, ".", 3);
    assert_eq!(
        refused(&work, &three[..1]),
        "error: shards are missing: 1/3, 2/3\n"
    );
    let twice = [&three[..], &three[..1]].concat();
    assert!(refused(&work, &twice).contains("shard 3/3 is there twice"));
    let two = shards(&work, ".", 2);
    let mixed = [three[0].clone(), two[0].clone()];
    assert!(refused(&work, &mixed).contains("are not shards of one site"));
    assert!(refused(&work, &["content".to_owned()]).contains("is no shard"));
}

#[test]
fn shards_of_different_texts_are_refused() {
    let work = Site::starter();
    build(&work, ".", &["--shard", "1/2"]);
    let page = work.read("content/en-US/index.md");
    work.write("content/en-US/index.md", page.replace("small", "little"));
    build(&work, ".", &["--shard", "2/2"]);
    let both = ["shards/1-of-2".to_owned(), "shards/2-of-2".to_owned()];
    assert!(refused(&work, &both).contains("are not shards of one site"));
}

#[test]
fn a_damaged_shard_is_refused() {
    let work = Site::starter();
    let both = shards(&work, ".", 2);
    let page = format!("{}/robots.txt", both[1]);
    work.write(&page, "User-agent: *\n");
    assert!(refused(&work, &both).contains("is not as it was built"));
}
