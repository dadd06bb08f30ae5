//! Whatever an editor or `git checkout` does to the texts is told of, and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};

use camino::Utf8PathBuf;
use instep::io::watch::Watch;
use instep::io::watch::places::Places;
use instep::io::watch::snapshot::Snapshot;
use tempfile::TempDir;

/// Longest wait for anything: machines that test are often busy.
const PATIENCE: Duration = Duration::from_secs(60);

struct Site {
    _keep: TempDir,
    root: Utf8PathBuf,
    watch: Watch,
    sentinels: usize,
}

impl Site {
    fn new() -> Self {
        Self::with(|root| Watch::start(root, &["content", "themes", "../beside"], &["dist"]))
    }

    fn with(start: impl Fn(&camino::Utf8Path) -> anyhow::Result<Watch>) -> Self {
        let keep = TempDir::new().unwrap();
        let top = Utf8PathBuf::from_path_buf(keep.path().canonicalize().unwrap()).unwrap();
        let root = top.join("site");
        fs::create_dir_all(root.join("content/en/deep")).unwrap();
        fs::create_dir_all(top.join("beside")).unwrap();
        fs::write(root.join("content/en/a.md"), "a").unwrap();
        let watch = start(&root).unwrap();
        Self {
            _keep: keep,
            root,
            watch,
            sentinels: 0,
        }
    }

    fn write(&self, path: &str) {
        let file = self.root.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, "text").unwrap();
    }

    /// Collects until all of `paths` were told of.
    fn expect(&mut self, paths: &[&str]) -> BTreeSet<String> {
        let mut missing: BTreeSet<&str> = paths.iter().copied().collect();
        let mut told = BTreeSet::new();
        let began = Instant::now();
        while !missing.is_empty() {
            assert!(began.elapsed() < PATIENCE, "not told of {missing:?}");
            let batch = self.watch.wait_for(Duration::from_millis(200)).unwrap();
            for path in batch.into_iter().flatten() {
                missing.remove(path.as_str());
                told.insert(path.to_string());
            }
        }
        told
    }

    /// Nothing was told of before what is written now. However late the system tells of changes,
    /// it tells of them in their order.
    fn expect_nothing(&mut self) {
        self.sentinels += 1;
        let sentinel = format!("content/en/sentinel-{}.md", self.sentinels);
        self.write(&sentinel);
        assert_eq!(self.expect(&[&sentinel]), [sentinel.clone()].into());
    }
}

#[test]
fn a_saved_file_is_told_of_once_and_soon() {
    let mut site = Site::new();
    site.write("content/en/a.md");
    let began = Instant::now();
    assert_eq!(site.expect(&["content/en/a.md"]).len(), 1);
    assert!(began.elapsed() < Duration::from_secs(10));
    site.expect_nothing();
}

#[test]
fn reading_is_no_change() {
    let mut site = Site::new();
    for _ in 0..10 {
        fs::read(site.root.join("content/en/a.md")).unwrap();
        fs::read_dir(site.root.join("content/en")).unwrap().count();
    }
    site.expect_nothing();
}

#[test]
fn a_save_by_rename_is_told_of_by_its_name() {
    let mut site = Site::new();
    let file = site.root.join("content/en/a.md");
    fs::write(site.root.join("content/en/.a.md.swp"), "x").unwrap();
    fs::write(site.root.join("content/en/4913"), "x").unwrap();
    fs::rename(&file, site.root.join("content/en/a.md~")).unwrap();
    fs::write(site.root.join("content/en/.tmp123"), "new").unwrap();
    fs::rename(site.root.join("content/en/.tmp123"), &file).unwrap();
    fs::remove_file(site.root.join("content/en/a.md~")).unwrap();
    assert_eq!(site.expect(&["content/en/a.md"]).len(), 1);
}

#[test]
fn renames_and_removals_are_told_of() {
    let mut site = Site::new();
    let en = site.root.join("content/en");
    fs::rename(en.join("a.md"), en.join("b.md")).unwrap();
    site.expect(&["content/en/a.md", "content/en/b.md"]);
    fs::remove_file(en.join("b.md")).unwrap();
    site.expect(&["content/en/b.md"]);
}

#[test]
fn files_in_new_and_renamed_folders_are_told_of() {
    let mut site = Site::new();
    site.write("content/fr/new/deep/er/b.md");
    site.expect(&["content/fr/new/deep/er/b.md"]);
    fs::rename(site.root.join("content/fr"), site.root.join("content/de")).unwrap();
    site.expect(&["content/fr", "content/de/new/deep/er/b.md"]);
    site.write("content/de/new/deep/er/c.md");
    site.expect(&["content/de/new/deep/er/c.md"]);
}

#[test]
fn a_folder_that_came_is_told_of_once() {
    let mut site = Site::new();
    site.write("elsewhere/b.md");
    let folder = site.root.join("content/en/new");
    fs::rename(site.root.join("elsewhere"), &folder).unwrap();
    site.expect(&["content/en/new/b.md"]);
    // Later than the folder is looked at again.
    std::thread::sleep(Duration::from_millis(300));
    site.expect_nothing();
}

#[test]
fn a_folder_that_comes_later_or_comes_back_is_watched() {
    let mut site = Site::new();
    site.write("themes/mine/page.html");
    site.expect(&["themes/mine/page.html"]);
    fs::remove_dir_all(site.root.join("content")).unwrap();
    site.expect(&["content/en/a.md"]);
    site.write("content/en/a.md");
    site.expect(&["content/en/a.md"]);
    std::thread::sleep(Duration::from_millis(300));
    while site
        .watch
        .wait_for(Duration::from_millis(100))
        .unwrap()
        .is_some()
    {}
    site.write("content/en/late.md");
    site.expect(&["content/en/late.md"]);
}

#[test]
fn settings_and_sources_beside_the_root_are_watched() {
    let mut site = Site::new();
    site.write("site.yaml");
    site.expect(&["site.yaml"]);
    site.write("../beside/en/b.md");
    site.expect(&["../beside/en/b.md"]);
    let made = site.root.join("../made/deep");
    fs::create_dir_all(&made).unwrap();
    fs::write(made.join("c.md"), "c").unwrap();
    fs::rename(site.root.join("../made"), site.root.join("../beside/made")).unwrap();
    site.expect(&["../beside/made/deep/c.md"]);
}

#[cfg(unix)]
#[test]
fn a_folder_behind_a_link_is_told_of_by_its_own_name() {
    let mut site = Site::with(|root| {
        fs::create_dir(root.join("real"))?;
        std::os::unix::fs::symlink("real", root.join("linked"))?;
        Watch::start(root, &["linked"], &[])
    });
    site.write("real/a.md");
    assert_eq!(site.expect(&["linked/a.md"]).len(), 1);
}

#[test]
fn the_built_site_and_the_cache_are_not() {
    let mut site = Site::new();
    site.write("dist/index.html");
    site.write(".instep/cache");
    site.write(".git/index");
    site.write("elsewhere/a.md");
    site.expect_nothing();
}

#[test]
fn five_hundred_files_come_in_few_batches() {
    let mut site = Site::new();
    let names: Vec<String> = (0..500)
        .map(|file| format!("content/en/deep/{file}.md"))
        .collect();
    for name in &names {
        site.write(name);
    }
    let expected: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(site.expect(&expected).len(), 500);
}

#[test]
fn polling_tells_of_the_same_changes() {
    let mut site =
        Site::with(|root| Watch::start_polling(root, &["content", "../beside"], &["dist"]));
    assert!(site.watch.polling().is_some());
    std::thread::sleep(Duration::from_millis(50));
    fs::write(site.root.join("content/en/a.md"), "longer").unwrap();
    site.expect(&["content/en/a.md"]);
    site.write("content/en/b.md");
    site.expect(&["content/en/b.md"]);
    fs::remove_file(site.root.join("content/en/b.md")).unwrap();
    site.expect(&["content/en/b.md"]);
    site.write("../beside/c.md");
    site.expect(&["../beside/c.md"]);
}

#[test]
fn a_second_look_tells_what_was_written_and_removed_and_nothing_else() {
    let site = Site::new();
    site.write("content/en/kept.md");
    site.write("content/en/gone.md");
    let places = Places::new(&site.root, &["content", "../beside"], &[]).unwrap();
    let before = Snapshot::of(&places);
    fs::read(site.root.join("content/en/kept.md")).unwrap();
    fs::remove_file(site.root.join("content/en/gone.md")).unwrap();
    fs::write(site.root.join("content/en/a.md"), "longer than before").unwrap();
    site.write("../beside/new.md");
    let now = Snapshot::of(&places);
    let written: Vec<&str> = now.written_since(&before).collect();
    let removed: Vec<&str> = now.removed_since(&before).collect();
    assert_eq!(written, ["../beside/new.md", "content/en/a.md"]);
    assert_eq!(removed, ["content/en/gone.md"]);
}
