//! A site takes its place in one step, or not at all.
#![cfg(unix)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use instep::io::manifest::{self, Change, Manifest};
use instep::io::publish::{Published, Staging};
use tempfile::TempDir;

fn folder() -> (TempDir, Utf8PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = Utf8PathBuf::from_path_buf(folder.path().canonicalize().unwrap()).unwrap();
    (folder, path)
}

fn publish(out: &Utf8Path, files: &[(&str, &str)]) -> anyhow::Result<Published> {
    let staging = Staging::begin(out)?;
    for (path, text) in files {
        staging.write(path, text.as_bytes())?;
    }
    staging.publish()
}

/// All but the manifest.
fn files(site: &Utf8Path) -> BTreeMap<String, String> {
    let manifest = Manifest::read(site).unwrap();
    assert_eq!(manifest::verify(site).unwrap(), []);
    let read = |path: &String| (path.clone(), fs::read_to_string(site.join(path)).unwrap());
    manifest.files.keys().map(read).collect()
}

fn names(folder: &Utf8Path) -> Vec<String> {
    let mut names: Vec<String> = folder
        .read_dir_utf8()
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_owned())
        .collect();
    names.sort();
    names
}

fn inode(path: &Utf8Path) -> u64 {
    fs::metadata(path).unwrap().ino()
}

/// Files written, kept and removed.
fn counts(published: &Published) -> [usize; 3] {
    [published.written, published.kept, published.removed]
}

/// Disks stamp by ticks: the last files of a site would have the time of its manifest.
#[test]
fn a_site_as_it_was_published_is_known_without_reading_it() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    let names: Vec<String> = (0..40).map(|number| number.to_string()).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "text")).collect();
    for _ in 0..20 {
        publish(&out, &files).unwrap();
        assert_eq!(manifest::untouched(&out), Some(40));
        fs::remove_dir_all(&out).unwrap();
    }
}

/// As a site that was copied or restored.
#[test]
fn a_site_that_was_proved_is_known_without_reading_it_again() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    publish(&out, &[("a", "one"), ("b", "two")]).unwrap();
    let published = fs::metadata(out.join(manifest::PATH)).unwrap();
    fs::File::options()
        .write(true)
        .open(out.join("b"))
        .unwrap()
        .set_modified(published.modified().unwrap())
        .unwrap();
    assert_eq!(manifest::untouched(&out), None);
    publish(&out, &[("a", "one"), ("b", "two")]).unwrap();
    assert_eq!(manifest::untouched(&out), Some(2));
}

#[test]
fn the_first_site_is_written_whole() {
    let (_keep, root) = folder();
    let out = root.join("deep/down/dist");
    let published = publish(&out, &[("index.html", "home"), ("en/a/index.html", "a")]).unwrap();
    assert_eq!(counts(&published), [2, 0, 0]);
    assert_eq!(files(&out)["en/a/index.html"], "a");
    assert_eq!(names(&root.join("deep/down")), ["dist"]);
}

#[test]
fn a_changed_site_is_a_new_folder_with_kept_files_linked() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    publish(&out, &[("a", "same"), ("b", "old"), ("c", "gone")]).unwrap();
    let (site, kept, changed) = (inode(&out), inode(&out.join("a")), inode(&out.join("b")));
    let published = publish(&out, &[("a", "same"), ("b", "new")]).unwrap();
    assert_eq!(counts(&published), [1, 1, 1]);
    assert_ne!(inode(&out), site);
    assert_eq!(inode(&out.join("a")), kept);
    assert_ne!(inode(&out.join("b")), changed);
    assert!(!out.join("c").exists());
    assert_eq!(names(&root), ["dist"]);
}

#[test]
fn an_unchanged_site_stays_as_it_is() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    publish(&out, &[("a", "1"), ("b/c", "2")]).unwrap();
    let before = inode(&out);
    assert_eq!(publish(&out, &[("a", "1"), ("b/c", "2")]).unwrap().kept, 2);
    assert_eq!(inode(&out), before);
    assert_eq!(names(&root), ["dist"]);
}

#[test]
fn a_file_edited_after_the_build_is_written_anew() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    publish(&out, &[("a", "same"), ("b", "x")]).unwrap();
    fs::write(out.join("a"), "fake").unwrap();
    publish(&out, &[("a", "same"), ("b", "x")]).unwrap();
    assert_eq!(files(&out)["a"], "same");
}

#[test]
fn a_file_put_into_the_site_by_hand_does_not_stay() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    publish(&out, &[("a", "1")]).unwrap();
    fs::write(out.join("mine"), "x").unwrap();
    publish(&out, &[("a", "1")]).unwrap();
    assert_eq!(files(&out).len(), 1);
    assert!(!out.join("mine").exists());
}

#[test]
fn equal_sites_have_equal_manifests_whatever_the_order() {
    let (_keep, root) = folder();
    let (one, other) = (root.join("one"), root.join("other"));
    publish(&one, &[("a", "1"), ("b", "2")]).unwrap();
    publish(&other, &[("b", "2"), ("a", "1")]).unwrap();
    let read = |site: &Utf8Path| fs::read(site.join(manifest::PATH)).unwrap();
    assert_eq!(read(&one), read(&other));
}

#[test]
fn a_folder_that_is_not_ours_is_refused_and_left_alone() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("keep.txt"), "mine").unwrap();
    let error = Staging::begin(&out).unwrap_err().to_string();
    assert!(
        error.contains("`--out`") && error.contains("dist"),
        "{error}"
    );
    assert_eq!(names(&out), ["keep.txt"]);
    assert_eq!(names(&root), ["dist"]);
}

#[test]
fn an_empty_folder_and_a_damaged_manifest_are_ours() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    fs::create_dir(&out).unwrap();
    publish(&out, &[("a", "1")]).unwrap();
    let no_hash = r#"{"schema":1,"files":{"a":{"blake3":"no hash","bytes":1}}}"#;
    for damaged in ["{", no_hash] {
        fs::write(out.join(manifest::PATH), damaged).unwrap();
        assert!(manifest::verify(&out).is_err());
        publish(&out, &[("a", "1")]).unwrap();
        assert_eq!(files(&out).len(), 1);
    }
}

#[test]
fn a_site_that_is_dropped_leaves_no_trace() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    publish(&out, &[("a", "1")]).unwrap();
    let staging = Staging::begin(&out).unwrap();
    staging.write("a", b"2").unwrap();
    drop(staging);
    assert_eq!(names(&root), ["dist"]);
    assert_eq!(files(&out)["a"], "1");
}

#[test]
fn a_link_to_the_output_folder_stays_a_link() {
    let (_keep, root) = folder();
    fs::create_dir(root.join("real")).unwrap();
    std::os::unix::fs::symlink(root.join("real"), root.join("dist")).unwrap();
    publish(&root.join("dist"), &[("a", "1")]).unwrap();
    assert!(root.join("dist").symlink_metadata().unwrap().is_symlink());
    assert_eq!(files(&root.join("real"))["a"], "1");
}

#[test]
fn a_second_build_is_told_who_is_at_work() {
    let (_keep, root) = folder();
    let first = Staging::begin(&root.join("dist")).unwrap();
    let error = Staging::begin(&root.join("dist")).unwrap_err().to_string();
    assert!(
        error.contains(&format!("process {}", std::process::id())),
        "{error}"
    );
    drop(first);
    Staging::begin(&root.join("dist")).unwrap();
}

#[test]
fn a_lock_left_by_a_killed_build_is_no_obstacle() {
    let (_keep, root) = folder();
    fs::write(root.join(".dist.instep-lock"), "1\n").unwrap();
    publish(&root.join("dist"), &[("a", "1")]).unwrap();
    assert_eq!(names(&root), ["dist"]);
}

#[test]
fn what_killed_builds_left_is_removed() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    publish(&out, &[("a", "1")]).unwrap();
    fs::create_dir_all(root.join(".dist.instep-new/en")).unwrap();
    fs::write(root.join(".dist.instep-new/en/half"), "x").unwrap();
    fs::create_dir(root.join(".dist.instep-old")).unwrap();
    drop(Staging::begin(&out).unwrap());
    assert_eq!(names(&root), ["dist"]);
    assert_eq!(files(&out)["a"], "1");
}

#[test]
fn an_exchange_cut_in_two_is_completed() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    publish(&root.join("fresh"), &[("a", "new")]).unwrap();
    publish(&root.join("before"), &[("a", "old")]).unwrap();
    fs::rename(root.join("fresh"), root.join(".dist.instep-new")).unwrap();
    fs::rename(root.join("before"), root.join(".dist.instep-old")).unwrap();
    drop(Staging::begin(&out).unwrap());
    assert_eq!(files(&out)["a"], "new");
    assert_eq!(names(&root), ["dist"]);
}

#[test]
fn two_texts_for_one_path_are_an_error_and_equal_ones_are_not() {
    let (_keep, root) = folder();
    let staging = Staging::begin(&root.join("dist")).unwrap();
    staging.write("a", b"1").unwrap();
    staging.write("a", b"1").unwrap();
    assert!(
        staging
            .write("a", b"2")
            .unwrap_err()
            .to_string()
            .contains("`a`")
    );
}

#[test]
fn paths_that_leave_the_site_are_refused() {
    let (_keep, root) = folder();
    let staging = Staging::begin(&root.join("dist")).unwrap();
    for path in [
        "",
        "/a",
        "../a",
        "a/../../b",
        "a//b",
        "a/",
        "./a",
        "a\\b",
        "a\0",
        manifest::PATH,
    ] {
        assert!(staging.write(path, b"x").is_err(), "{path}");
    }
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let (_keep, root) = folder();
    fs::write(root.join("file"), "x").unwrap();
    let error = Staging::begin(&root.join("file/dist")).unwrap_err();
    assert!(format!("{error:#}").contains("file"), "{error:#}");
    let error = Staging::begin(&root.join("file")).unwrap_err();
    assert!(format!("{error:#}").contains("file"), "{error:#}");
}

#[test]
fn verify_names_what_is_missing_changed_and_extra() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    publish(&out, &[("a", "1"), ("b", "2"), ("c/d", "3")]).unwrap();
    fs::remove_file(out.join("a")).unwrap();
    fs::write(out.join("b"), "!").unwrap();
    fs::write(out.join("c/e"), "4").unwrap();
    let found: Vec<(String, Change)> = manifest::verify(&out)
        .unwrap()
        .into_iter()
        .map(|d| (d.path, d.change))
        .collect();
    let expected = [
        ("a", Change::Missing),
        ("b", Change::Changed),
        ("c/e", Change::Extra),
    ];
    assert_eq!(
        found,
        expected.map(|(path, change)| (path.to_owned(), change))
    );
}

#[test]
fn many_threads_write_at_once() {
    let (_keep, root) = folder();
    let staging = Staging::begin(&root.join("dist")).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let staging = &staging;
            scope.spawn(move || {
                for page in 0..50 {
                    let path = format!("{}/{thread}/{page}/index.html", page % 7);
                    staging.write(&path, path.as_bytes()).unwrap();
                }
            });
        }
    });
    assert_eq!(staging.publish().unwrap().written, 400);
    assert_eq!(files(&root.join("dist")).len(), 400);
}

const PAGES: usize = 400;

/// Builds a site whose every page says the same number, as often as it is let.
#[test]
#[ignore = "the other half of `killed_at_any_moment_one_whole_site_stands`, run by it"]
fn builds_until_killed() {
    let Ok(out) = std::env::var("INSTEP_TEST_OUT") else {
        return;
    };
    for build in 0..10_000 {
        build_numbered(Utf8Path::new(&out), build);
    }
}

fn build_numbered(out: &Utf8Path, build: usize) {
    let staging = Staging::begin(out).unwrap();
    for page in 0..PAGES {
        let text = if page % 3 == 0 {
            "always".to_owned()
        } else {
            format!("build {build}")
        };
        staging
            .write(&format!("en/{}/{page}.html", page % 20), text.as_bytes())
            .unwrap();
    }
    staging.publish().unwrap();
}

fn spawn_builder(out: &Utf8Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "builds_until_killed",
            "--ignored",
            "--test-threads=1",
        ])
        .env("INSTEP_TEST_OUT", out)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
#[ignore = "takes half a minute: 200 builders are killed"]
fn killed_at_any_moment_one_whole_site_stands() {
    let (_keep, root) = folder();
    let out = root.join("dist");
    build_numbered(&out, 0);
    let (mut met, mut moment) = (0, 0_u64);
    while met < 200 {
        assert!(moment < 2_000, "{met} of {moment} builders were met");
        let mut builder = spawn_builder(&out);
        std::thread::sleep(Duration::from_micros(5_000 + moment % 200 * 1_000));
        builder.kill().unwrap();
        builder.wait().unwrap();
        let texts: BTreeSet<String> = files(&out).into_values().collect();
        assert_eq!(texts.len(), 2, "moment {moment}: {texts:?}");
        // One that was killed at work leaves its lock, or more.
        met += usize::from(names(&root) != ["dist"]);
        moment += 1;
    }
    println!("{met} of {moment} builders were killed at work");
    build_numbered(&out, 1);
    assert_eq!(names(&root), ["dist"]);
}
