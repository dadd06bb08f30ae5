//! Every file of a site is found, and nothing from outside of it.
#![cfg(unix)]

use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;

use camino::{Utf8Path, Utf8PathBuf};
use instep::io::disk::Disk;
use instep::io::walk::walk;
use instep::path::SourcePath;
use instep::source::Reader;
use tempfile::TempDir;

/// A folder with a site in `site`, and `outside.md` beside it.
fn site(files: &[&str]) -> (TempDir, Utf8PathBuf) {
    let folder = TempDir::new().unwrap();
    let top = Utf8PathBuf::from_path_buf(folder.path().canonicalize().unwrap()).unwrap();
    fs::write(top.join("outside.md"), "secret").unwrap();
    let root = top.join("site");
    fs::create_dir(&root).unwrap();
    for path in files {
        let file = root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, path).unwrap();
    }
    (folder, root)
}

fn listed(root: &Utf8Path, folder: &str) -> (Vec<String>, Vec<(&'static str, String)>) {
    let found = walk(root, folder, 1000).unwrap();
    let paths = found
        .value
        .iter()
        .map(|entry| entry.path.to_string())
        .collect();
    let findings = found.findings.iter();
    (
        paths,
        findings
            .map(|finding| (finding.rule.code, finding.message.clone()))
            .collect(),
    )
}

#[test]
fn files_come_sorted_by_path() {
    let (_keep, root) = site(&[
        "content/fr/b.md",
        "content/en/z/a.md",
        "content/en/a.md",
        "x.md",
    ]);
    let (paths, findings) = listed(&root, "content");
    assert_eq!(
        paths,
        ["content/en/a.md", "content/en/z/a.md", "content/fr/b.md"]
    );
    assert_eq!(findings, []);
    let sizes: Vec<u64> = walk(&root, "content", 1000)
        .unwrap()
        .value
        .iter()
        .map(|e| e.bytes)
        .collect();
    assert_eq!(sizes, [15, 17, 15]);
}

#[test]
fn what_is_no_text_of_the_site_is_skipped() {
    let (_keep, root) = site(&[
        ".git/config",
        ".openpublishing.redirection.json",
        ".hidden.md",
        "content/en/dist/kept.md",
        "content/en/target/kept.md",
        "dist/index.html",
        "docs/node_modules/a/readme.md",
        "public/.instep/manifest.json",
        "public/index.html",
        "target/debug/x",
    ]);
    let kept = [
        ".openpublishing.redirection.json",
        "content/en/dist/kept.md",
        "content/en/target/kept.md",
    ];
    assert_eq!(listed(&root, "").0, kept);
}

#[test]
fn what_git_ignores_is_listed_all_the_same() {
    let (_keep, root) = site(&["content/en/a.md", ".gitignore"]);
    fs::write(root.join(".gitignore"), "*.md").unwrap();
    assert_eq!(listed(&root, "content").0, ["content/en/a.md"]);
}

#[test]
fn links_inside_are_followed_and_others_reported() {
    let (_keep, root) = site(&["content/en/a.md", "shared/s.md", ".git/config"]);
    let en = root.join("content/en");
    symlink("../../shared/s.md", en.join("s.md")).unwrap();
    symlink(root.join("shared"), en.join("linked")).unwrap();
    symlink("../../../outside.md", en.join("out.md")).unwrap();
    symlink("/etc", en.join("etc")).unwrap();
    symlink("../../.git/config", en.join("git.md")).unwrap();
    symlink("nowhere", en.join("dangling.md")).unwrap();
    symlink("ring.md", en.join("ring.md")).unwrap();
    let (paths, findings) = listed(&root, "content");
    assert_eq!(
        paths,
        [
            "content/en/a.md",
            "content/en/linked/s.md",
            "content/en/s.md"
        ]
    );
    assert!(
        findings
            .iter()
            .all(|(code, _)| *code == "input/symlink-outside")
    );
    let named: Vec<&str> = findings
        .iter()
        .map(|(_, message)| message.as_str())
        .collect();
    let expected = [
        "the link `content/en/dangling.md` leads to nothing that can be read",
        "the link `content/en/etc` leads out of the site",
        "the link `content/en/git.md` leads out of the site",
        "the link `content/en/out.md` leads out of the site",
        "the link `content/en/ring.md` leads to nothing that can be read",
    ];
    assert_eq!(named, expected);
}

#[test]
fn links_in_circles_end() {
    let (_keep, root) = site(&["content/a/1.md", "content/b/2.md"]);
    symlink(".", root.join("content/self")).unwrap();
    symlink("../b", root.join("content/a/b")).unwrap();
    symlink("../a", root.join("content/b/a")).unwrap();
    let (paths, findings) = listed(&root, "content");
    assert_eq!(
        paths,
        [
            "content/a/1.md",
            "content/a/b/2.md",
            "content/b/2.md",
            "content/b/a/1.md"
        ]
    );
    assert_eq!(findings.len(), 3);
}

#[test]
fn a_folder_that_is_itself_a_link_out_is_not_entered() {
    let (_keep, root) = site(&["x.md"]);
    symlink("/etc", root.join("content")).unwrap();
    let (paths, findings) = listed(&root, "content");
    assert!(paths.is_empty());
    assert_eq!(findings[0].0, "input/symlink-outside");
}

#[test]
fn pipes_and_sockets_are_never_opened() {
    let (_keep, root) = site(&["content/a.md"]);
    let pipe = root.join("content/pipe.md");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let _socket = std::os::unix::net::UnixListener::bind(root.join("content/socket")).unwrap();
    let (paths, findings) = listed(&root, "content");
    assert_eq!(paths, ["content/a.md"]);
    assert_eq!(findings.len(), 2);
    assert!(
        findings
            .iter()
            .all(|(code, _)| *code == "input/special-file")
    );
    let disk = Disk::new(&root, 1000).unwrap();
    assert!(disk.read(&SourcePath::new("content/pipe.md")).is_err());
}

// Other systems refuse to make a name that is no UTF-8.
#[cfg(target_os = "linux")]
#[test]
fn names_and_sizes_out_of_bounds_are_reported() {
    let (_keep, root) = site(&["content/a.md", "content/con.md"]);
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    fs::write(root.join("content").as_std_path().join(name), "x").unwrap();
    fs::write(root.join("content/big.md"), vec![b'x'; 1001]).unwrap();
    let deep = root
        .join("content")
        .join(["d".repeat(250).as_str(); 5].join("/"));
    fs::create_dir_all(&deep).unwrap();
    let (paths, findings) = listed(&root, "content");
    assert_eq!(paths, ["content/a.md", "content/con.md"]);
    let mut codes: Vec<&str> = findings.iter().map(|(code, _)| *code).collect();
    codes.sort_unstable();
    assert_eq!(
        codes,
        [
            "input/file-name",
            "input/file-name",
            "input/file-name",
            "input/too-large"
        ]
    );
}

#[test]
fn a_folder_that_is_not_there_is_an_error_that_names_it() {
    let (_keep, root) = site(&[]);
    let error = walk(&root, "nowhere", 1000).unwrap_err();
    assert!(error.to_string().contains("nowhere"), "{error}");
}

#[test]
fn sources_beside_the_root_are_listed_and_read() {
    let (_keep, root) = site(&["content/a.md"]);
    let repository = root.parent().unwrap().join("docs-en");
    fs::create_dir(&repository).unwrap();
    fs::write(repository.join("b.md"), "beside").unwrap();
    symlink("../outside.md", repository.join("out.md")).unwrap();
    let (paths, findings) = listed(&root, "../docs-en");
    assert_eq!(paths, ["../docs-en/b.md"]);
    assert_eq!(findings.len(), 1);
    let path = SourcePath::new("../docs-en/b.md");
    let disk = Disk::new(&root, 1000).unwrap();
    assert!(disk.read(&path).is_err());
    let disk = disk.beside("../docs-en").unwrap();
    assert_eq!(disk.read(&path).unwrap(), b"beside");
    assert!(
        disk.read(&SourcePath::new("../docs-en/../outside.md"))
            .is_err()
    );
    assert!(disk.read(&SourcePath::new("../docs-en/out.md")).is_err());
}

#[test]
fn reading_never_leaves_the_site() {
    let (_keep, root) = site(&["content/a.md"]);
    symlink("/etc/passwd", root.join("content/passwd.md")).unwrap();
    symlink("../../outside.md", root.join("content/out.md")).unwrap();
    symlink(root.join("content/a.md"), root.join("content/absolute.md")).unwrap();
    symlink("/etc", root.join("etc")).unwrap();
    let disk = Disk::new(&root, 1000).unwrap();
    let outside = [
        "../outside.md",
        "content/../../outside.md",
        "/etc/passwd",
        "content/passwd.md",
        "content/out.md",
        "etc/passwd",
        "content",
        "",
        "content/a.md\0",
        "content/a.md/../../../outside.md",
    ];
    for path in outside {
        assert!(disk.read(&SourcePath::new(path)).is_err(), "{path}");
    }
    for path in [
        "content/a.md",
        "content/absolute.md",
        "./content//a.md",
        "content/x/../a.md",
    ] {
        assert_eq!(
            disk.read(&SourcePath::new(path)).unwrap(),
            b"content/a.md",
            "{path}"
        );
    }
}

#[test]
fn a_missing_file_is_not_found_and_a_large_one_too_large() {
    let (_keep, root) = site(&["a.md"]);
    let disk = Disk::new(&root, 3).unwrap();
    let kind = |path| disk.read(&SourcePath::new(path)).unwrap_err().kind();
    assert_eq!(kind("b.md"), std::io::ErrorKind::NotFound);
    assert_eq!(kind("a.md"), std::io::ErrorKind::FileTooLarge);
}
