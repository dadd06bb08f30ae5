//! A build upon what an earlier one left writes what a cold build writes, whatever was edited
//! between them.

mod edits;
mod seeds;
mod shell;

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use camino::{Utf8Path, Utf8PathBuf};
use edits::{Edit, Tree};
use instep::cli::arguments::{Colour, Global, Levels};
use instep::cli::building::{Building, Done};
use instep::cli::history;
use instep::cli::memory::Memory;
use instep::cli::session::Session;
use instep::finding::Level;
use instep::io::moment::Moment;
use instep::memo::Key;
use instep::path::SourcePath;
use instep::pipeline::build::build;
use instep::pipeline::fragments::Shelf;
use instep::pipeline::inspect::{Inspection, levelled};
use instep::source::memory::MemorySite;
use jiff::civil::date;
use proptest::prelude::{any, prop};
use proptest::test_runner::{TestCaseError, TestRunner};
use seeds::cases;

type Files = BTreeMap<String, Vec<u8>>;

/// What a build leaves in `.instep/`.
const KEPT: [&str; 3] = ["read", "pairs", "site"];

/// A site on disk.
struct Site {
    shell: shell::Site,
    root: Utf8PathBuf,
    global: Global,
}

impl Site {
    fn new(tree: &Tree) -> Self {
        let shell = shell::Site::empty();
        let root = shell.root.clone();
        edits::write(&root, &Tree::new(), tree);
        let global = Global {
            root: root.clone(),
            today: Some(date(2026, 11, 21)),
            color: Colour::Never,
            quiet: true,
            verbose: false,
        };
        Self {
            shell,
            root,
            global,
        }
    }

    /// Builds upon what there is. None where the settings cannot be read.
    fn warm(&self) -> Option<Done> {
        self.build(true)
    }

    /// The same; `proofread` where findings are wanted.
    fn build(&self, proofread: bool) -> Option<Done> {
        // What was written this very moment is not told from what changes meanwhile.
        std::thread::sleep(Duration::from_millis(20));
        let session = Session::open(&self.global, &Levels::default()).ok()?;
        let mut project = session.project().ok()?;
        project.proofread = proofread;
        let memory = Memory::of(&session);
        let building = Building {
            session: &session,
            project: &project,
            memory: &memory,
            out: &self.root.join("dist"),
        };
        Some(building.run().expect("the disk takes a small site"))
    }

    /// Changes one page, so that a build has something to do.
    fn edit(&self, words: &str) {
        let page = self.root.join("content/en-US/start.md");
        let text = std::fs::read_to_string(&page).expect("a page");
        std::fs::write(page, format!("{text}\n{words}\n")).expect("it can be written");
    }

    /// What `check` finds, upon what there is or upon nothing.
    fn check(&self, warm: bool) -> Vec<String> {
        let session = Session::open(&self.global, &Levels::default()).expect("they were read");
        let project = session.project().expect("they were read");
        let inspection = match warm {
            true => history::inspect(&session, &project),
            false => Inspection::new(&project),
        };
        let findings = inspection.check(&project, Some(session.today()));
        findings.iter().map(|found| format!("{found:?}")).collect()
    }

    /// Whether what an earlier build read of a file is enough for a build.
    fn knows(&self, path: &str, proofread: bool) -> bool {
        let session = Session::open(&self.global, &Levels::default()).expect("they were read");
        let mut project = session.project().expect("they were read");
        project.proofread = proofread;
        let memory = Memory::of(&session);
        let bytes = memory.read();
        let recall = memory.recall(&project, &bytes).expect("a build leaves it");
        let shelf = Shelf::new(project.reader, &project.files, project.config);
        let content = std::fs::read(self.root.join(path)).expect("it is there");
        let page = recall.page(&SourcePath::new(path), &Key::of(&content), &shelf);
        page.is_some()
    }

    /// The files of a cold build, and how many findings to deny and to warn of it has.
    fn cold(&self) -> (Files, (usize, usize)) {
        let session = Session::open(&self.global, &Levels::default()).expect("they were read");
        let project = session.project().expect("they were read");
        let kept = MemorySite::default();
        let inspection = Inspection::new(&project);
        let built = build(&project, &inspection, &kept).expect("no two files have one place");
        let mut findings = inspection.check(&project, None);
        findings.extend(levelled(built.findings, project.config));
        let of = |level| findings.iter().filter(|found| found.level == level).count();
        (kept.files(), (of(Level::Deny), of(Level::Warn)))
    }

    /// The files of the site that stands, but for its manifest.
    fn standing(&self) -> Files {
        let mut files = Files::new();
        list(&self.root.join("dist"), "", &mut files);
        files.remove(".instep/manifest.json");
        files
    }

    /// Compares what a build has made and counted with a cold one.
    fn compare_all(&self, built: &Done) -> Result<(), String> {
        let (files, counts) = self.cold();
        if built.counts.is_some_and(|warm| warm != counts) {
            return Err(format!("{:?} findings, {counts:?} cold", built.counts));
        }
        self.compare_files(&files)
    }

    fn compare(&self) -> Result<(), String> {
        self.compare_files(&self.cold().0)
    }

    fn compare_files(&self, cold: &Files) -> Result<(), String> {
        let standing = self.standing();
        let paths = standing.keys().chain(cold.keys());
        let text = |files: &Files, path| {
            let bytes = files.get(path).map(Vec::as_slice);
            bytes.map_or("nothing".to_owned(), |bytes| {
                String::from_utf8_lossy(bytes).into()
            })
        };
        for path in paths {
            if standing.get(path) != cold.get(path) {
                let (warm, cold) = (text(&standing, path), text(cold, path));
                return Err(format!("{path}\n--- warm\n{warm}\n--- cold\n{cold}"));
            }
        }
        Ok(())
    }
}

fn list(folder: &Utf8Path, below: &str, files: &mut Files) {
    for entry in folder.join(below).read_dir_utf8().expect("a folder") {
        let entry = entry.expect("a readable entry");
        let path = match below {
            "" => entry.file_name().to_owned(),
            _ => format!("{below}/{}", entry.file_name()),
        };
        if entry.path().is_dir() {
            list(folder, &path, files);
        } else {
            files.insert(path, std::fs::read(entry.path()).expect("a readable file"));
        }
    }
}

/// Edits a site batch by batch, and compares after each.
fn follow(batches: &[Vec<Edit>]) -> Result<(), String> {
    let mut tree = edits::site();
    let site = Site::new(&tree);
    let built = site.warm().expect("the first settings are right");
    site.compare_all(&built)?;
    let mut before = tree.clone();
    let mut readable = true;
    for batch in batches {
        let mut next = match readable {
            true => tree.clone(),
            false => edits::mended(&tree),
        };
        for edit in batch {
            next = edits::apply(&next, &before, *edit);
        }
        edits::write(&site.root, &tree, &next);
        before = std::mem::replace(&mut tree, next);
        let built = site.warm();
        readable = built.is_some();
        if let Some(built) = built {
            site.compare_all(&built)
                .map_err(|error| format!("after {batch:?}: {error}"))?;
        }
    }
    Ok(())
}

fn sequences(count: u32) {
    let batch = prop::collection::vec(any::<Edit>(), 1..4);
    let batches = prop::collection::vec(batch, 1..6);
    TestRunner::new(cases(count))
        .run(&batches, |batches| {
            follow(&batches).map_err(TestCaseError::fail)
        })
        .unwrap();
}

#[test]
fn a_warm_build_is_a_cold_one_after_any_edits() {
    sequences(8);
}

#[test]
#[ignore = "takes minutes"]
fn a_warm_build_is_a_cold_one_after_hundreds_of_sequences() {
    sequences(300);
}

#[test]
fn where_nothing_changed_the_site_stays() {
    let site = Site::new(&edits::site());
    let first = site.warm().expect("right settings");
    let again = site.warm().expect("right settings");
    assert_eq!((again.pages, again.published.written), (first.pages, 0));
    assert_eq!(again.published.kept, first.published.written);
}

#[test]
fn what_is_read_for_pages_alone_is_not_enough_for_findings() {
    let site = Site::new(&edits::site());
    let [edited, other] = ["content/fr-FR/start.md", "content/en-US/guide/b.md"];
    site.build(true).expect("right settings");
    let mut text = std::fs::read_to_string(site.root.join(edited)).expect("it is there");
    text.push_str("\nOne more line.\n");
    std::fs::write(site.root.join(edited), text).expect("it can be written");
    site.build(false).expect("right settings");
    let knows = |proofread| [edited, other].map(|path| site.knows(path, proofread));
    assert_eq!((knows(false), knows(true)), ([true, true], [false, true]));
    site.build(true).expect("right settings");
    assert_eq!(knows(true), [true, true]);
}

#[test]
fn what_was_edited_in_the_built_site_is_made_again() {
    let site = Site::new(&edits::site());
    site.warm();
    let page = site.root.join("dist/index.html");
    let text = std::fs::read_to_string(&page).expect("the site has a start");
    std::fs::write(&page, text.replacen('<', "(", 1)).expect("it can be written");
    site.warm();
    site.compare().unwrap();
}

#[test]
fn a_check_upon_a_build_finds_the_same() {
    let site = Site::new(&edits::site());
    for round in ["one", "two"] {
        site.warm();
        assert_eq!(site.check(true), site.check(false));
        site.edit(round);
        assert_eq!(site.check(true), site.check(false));
        let note = site.root.join("content/en-US/includes/note.md");
        std::fs::write(
            note,
            format!("Note {round}, [x](https://example.org/{round}).\n"),
        )
        .expect("it can be written");
        assert_eq!(site.check(true), site.check(false));
    }
}

#[test]
fn what_a_build_found_is_taken_up_by_the_next() {
    let mut tree = edits::site();
    for (locale, year) in [("en-US", 2020), ("fr-FR", 2019)] {
        let text = format!("---\nms.date: 09/01/{year}\n---\n\n# Late\n");
        tree.insert(format!("content/{locale}/late.md"), text.into_bytes());
    }
    let site = Site::new(&tree);
    let found = || {
        let session = Session::open(&site.global, &Levels::default()).expect("they were read");
        Memory::of(&session).before().found
    };
    site.warm();
    let first = found();
    assert!(
        first
            .values()
            .any(|found| found.open().is_some_and(|found| !found.is_empty()))
    );
    site.edit("Only here.");
    site.build(false);
    // A build that nobody watches finds nothing, and forgets nothing.
    let second = found();
    assert!(!second.is_empty() && second.len() < first.len());
    assert!(
        second
            .iter()
            .all(|(key, found)| first.get(key) == Some(found))
    );
    site.warm();
    let third = found();
    assert_eq!(third.len(), first.len());
    assert!(second.keys().all(|key| third.contains_key(key)));
}

#[test]
fn what_pages_take_from_others_is_followed() {
    let write = |site: &Site, page: &str, text: &str| {
        let path = site.root.join("content/en-US").join(page);
        std::fs::write(path, text).expect("it can be written");
    };
    let surroundings = |site: &Site| {
        let session = Session::open(&site.global, &Levels::default()).expect("they were read");
        Memory::of(&session).before().surroundings
    };
    let named = "---\nuid: there\n---\n\n# There\n\n## Part\n";
    let pages = [
        (
            "a.md",
            "# A\n\n[part](b.md#part), <xref:there>, ![image](i.png), [no](lost.md)\n",
        ),
        ("b.md", named),
        ("c.md", "# C\n\n[part](b.md#part)\n"),
        ("i.png", "an image"),
    ];
    let pages = pages.map(|(path, text)| (format!("content/en-US/{path}"), text.into()));
    let site = Site::new(&pages.into());
    let built = site.warm().expect("it has settings");
    site.compare_all(&built).unwrap();
    let first = surroundings(&site);
    assert!(first.is_some());
    let edits = [
        ("b.md", format!("{named}\nMore.\n"), true),
        ("b.md", named.replace("Part", "Piece"), false),
        ("b.md", named.replace("# There", "# Elsewhere"), false),
        ("i.png", "another image".to_owned(), false),
    ];
    for (page, text, is_same) in edits {
        write(&site, page, &text);
        let built = site.warm().expect("it has settings");
        site.compare_all(&built).unwrap();
        assert_eq!(surroundings(&site) == first, is_same, "{page}: {text}");
        for (page, text) in [("b.md", named), ("i.png", "an image")] {
            write(&site, page, text);
        }
        let built = site.warm().expect("it has settings");
        site.compare_all(&built).unwrap();
        assert_eq!(surroundings(&site), first);
    }
}

/// Builds a site of pages, changes some of them, and compares what a build upon the first one makes.
fn after(pages: &[(&str, &str)], edits: &[(&str, &str)]) {
    let tree = pages.iter();
    let tree = tree.map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    let site = Site::new(&tree.collect());
    site.warm().expect("it has settings");
    for (path, text) in edits {
        std::fs::write(site.root.join(path), text).expect("it can be written");
    }
    let built = site.warm().expect("it has settings");
    site.compare_all(&built).unwrap();
}

#[test]
fn images_that_change_places_are_followed() {
    // Of these images the site has those alone that pages show.
    let settings = r#"{"build": {"content": [{"files": ["**/*.md"]}], "resource": []}}"#;
    after(
        &[
            ("docfx.json", settings),
            ("a/shot.png", "one"),
            ("b/shot.png", "one"),
            ("c/shot.png", "two"),
            ("p.md", "# P\n\n![p](b/shot.png)\n"),
            ("q.md", "# Q\n\n![q](c/shot.png)\n"),
        ],
        &[("q.md", "# Q\n\n![q](a/shot.png)\n"), ("b/shot.png", "two")],
    );
}

#[test]
fn a_page_of_changes_follows_a_large_navigation() {
    let many: Vec<(String, String)> = (0..130)
        .map(|n| {
            (
                format!("content/en-US/p{n:03}.md"),
                format!("# Page {n:03}\n"),
            )
        })
        .collect();
    let mut pages: Vec<(&str, &str)> = many.iter().map(|(path, text)| (&**path, &**text)).collect();
    pages.push((
        "content/en-US/p000@old.md",
        "---\nms.date: 01/01/2019\n---\n\n# Page\n",
    ));
    after(
        &pages,
        &[("content/en-US/p100.md", "# Page 100, renamed\n")],
    );
}

#[test]
fn a_link_beyond_the_most_is_followed() {
    after(
        &[
            ("site.yaml", "limits:\n  links: 1\n"),
            (
                "content/en-US/a.md",
                "# A\n\n[one](b.md), [two](b.md#part)\n",
            ),
            ("content/en-US/b.md", "# B\n\n## Part\n"),
        ],
        &[("content/en-US/b.md", "# B\n\n## Piece\n")],
    );
}

#[test]
fn a_source_in_raw_html_is_followed() {
    after(
        &[
            (
                "content/en-US/a.md",
                "# A\n\n<video src=\"a.mp4\" controls></video>\n",
            ),
            (
                "content/en-US/b.md",
                "# B\n\n<p><img alt=\"a > b\" src=\"b.png\"></p>\n",
            ),
            ("content/en-US/a.mp4", "a film"),
            ("content/en-US/b.png", "a picture"),
        ],
        &[
            ("content/en-US/a.mp4", "another film"),
            ("content/en-US/b.png", "another picture"),
        ],
    );
}

#[test]
fn a_title_in_a_sentence_of_the_source_is_followed() {
    let sentence = "<span data-ttu-id=\"a-1\">Voir.</span><span class=\"sxs-lookup\">\
        <span data-stu-id=\"a-1\">See <xref:there>.</span></span>";
    let named = ["a", "m", "there"].map(|page| format!("- name: {page}\n  href: {page}.md\n"));
    let there = "---\nuid: there\n---\n\n# There\n";
    after(
        &[
            // Neither the navigation of the page nor its neighbours have that title.
            ("content/fr-FR/toc.yml", &named.concat()),
            ("content/fr-FR/a.md", &format!("# A\n\n{sentence}\n")),
            ("content/fr-FR/m.md", "# M\n"),
            ("content/fr-FR/there.md", there),
        ],
        &[(
            "content/fr-FR/there.md",
            &there.replace("There", "Elsewhere"),
        )],
    );
}

#[test]
fn what_was_found_in_links_is_taken_up_while_names_stay() {
    let page = |text: &str| text.as_bytes().to_vec();
    let there = "# B\n\n## Part\n";
    let links = "# A\n\n[to](b.md#part) [no](lost.md) [x](javascript:x)\n";
    let pages = [
        ("content/en-US/a.md".to_owned(), page(links)),
        ("content/en-US/b.md".to_owned(), page(there)),
        (
            "content/en-US/c.md".to_owned(),
            page("# C\n\n[no](b.md#none)\n"),
        ),
    ];
    let site = Site::new(&pages.into());
    let linked = || {
        let session = Session::open(&site.global, &Levels::default()).expect("they were read");
        Memory::of(&session).before().linked
    };
    site.warm();
    let first = linked();
    // The document with a name that is not there is looked at each time.
    assert_eq!(first.len(), 2);
    assert!(
        first
            .values()
            .any(|found| found.open().is_some_and(|found| !found.is_empty()))
    );
    let other = site.root.join("content/en-US/b.md");
    std::fs::write(&other, format!("{there}\nMore.\n")).expect("it can be written");
    site.warm();
    let second = linked();
    assert_eq!(
        first.keys().filter(|key| second.contains_key(key)).count(),
        1
    );
    std::fs::write(&other, there.replace("Part", "Piece")).expect("it can be written");
    let built = site.warm().expect("it has settings");
    site.compare_all(&built).unwrap();
    assert!(first.keys().all(|key| !linked().contains_key(key)));
}

#[test]
fn what_another_program_left_is_not_believed() {
    let site = Site::new(&edits::site());
    let built_by = |program: &Utf8Path| {
        std::thread::sleep(Duration::from_millis(20));
        let mut command = std::process::Command::new(program);
        command.args([
            "build",
            "--quiet",
            "--today",
            "2026-11-21",
            "--root",
            site.root.as_str(),
        ]);
        let output = command.output().expect("it can be started");
        assert!(output.status.success(), "{output:?}");
    };
    let remembers = || {
        let session = Session::open(&site.global, &Levels::default()).expect("they were read");
        Memory::of(&session).before().site.is_some()
    };
    let kept = || std::fs::read(site.root.join(".instep/site")).expect("a build leaves it");
    let instep = Utf8Path::new(env!("CARGO_BIN_EXE_instep"));
    built_by(instep);
    // This is the program of the tests.
    assert!(!remembers());
    site.warm();
    assert!(remembers());
    built_by(instep);
    assert!(!remembers());
    // A copy is the same program. It is made by another one: what a process that starts meanwhile inherits
    // open for writing cannot be run.
    let (before, copy) = (kept(), site.root.join("copy"));
    let copied = std::process::Command::new("cp")
        .args([instep, &copy])
        .status();
    if copied.is_ok_and(|status| status.success()) {
        built_by(&copy);
        assert_eq!(kept(), before);
    }
}

#[test]
fn what_is_damaged_is_not_believed() {
    let site = Site::new(&edits::site());
    for name in KEPT {
        site.warm();
        let file = site.root.join(".instep").join(name);
        let mut bytes = std::fs::read(&file).expect("a build leaves it");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 0x10;
        std::fs::write(&file, bytes).expect("it can be written");
        site.edit(name);
        site.warm();
        site.compare().unwrap();
        let mended = std::fs::read(&file).expect("it was made again");
        assert!(mended.len() > middle);
    }
}

#[test]
fn a_link_by_the_name_of_a_partner_follows_both_texts() {
    let there = "Run `tool --part` and see [it](https://example.org/1).";
    let pages = [
        (
            "en-US/b.md",
            format!("# Guide\n\n## Next steps\n\n{there}\n"),
        ),
        ("fr-FR/b.md", format!("# Guide\n\n## Étapes\n\n{there}\n")),
        ("fr-FR/a.md", "# A\n\n[ici](b.md#next-steps)\n".to_owned()),
        (
            "fr-FR/c.md",
            "# C\n\n<a href=\"b.md#next-steps\">ici</a>\n".to_owned(),
        ),
    ];
    let pages = pages.map(|(path, text)| (format!("content/{path}"), text.into_bytes()));
    let site = Site::new(&pages.into());
    let links = || {
        let files = site.standing();
        let pages = ["fr-fr/a/index.html", "fr-fr/c/index.html"];
        pages.map(|page| String::from_utf8_lossy(&files[page]).contains("/b/#next-steps"))
    };
    site.warm();
    assert_eq!(links(), [true, true]);
    let other = "# Guide\n\n## Étapes\n\n- 17 `rm --all`\n- 18 [x](https://example.org/9)\n";
    let translation = site.root.join("content/fr-FR/b.md");
    std::fs::write(translation, other).expect("it can be written");
    site.warm();
    assert_eq!(links(), [false, false]);
    site.compare().unwrap();
}

#[test]
fn a_few_edits_are_seen_without_reading_and_many_are_not_believed() {
    let site = Site::new(&edits::site());
    let is_edited = || {
        let session = Session::open(&site.global, &Levels::default()).expect("they were read");
        let project = session.project().expect("they were read");
        assert!(project.files.len() > 8, "{} files", project.files.len());
        Memory::of(&session).is_edited(&project)
    };
    assert!(!is_edited(), "nothing is remembered");
    site.warm();
    assert!(!is_edited());
    site.edit("One more.");
    assert!(is_edited());
    site.warm();
    assert!(!is_edited());
    // A fresh clone writes every file, and all are the same.
    let mut files = Files::new();
    list(&site.root.join("content"), "", &mut files);
    for (path, bytes) in files {
        std::fs::write(site.root.join("content").join(path), bytes).expect("it can be written");
    }
    assert!(!is_edited());
    let before = site.standing();
    assert_eq!(site.warm().expect("a site").published.written, 0);
    assert_eq!(site.standing(), before);
    site.compare().unwrap();
}

#[test]
fn a_site_without_a_memory_is_built_all_the_same() {
    let site = Site::new(&edits::site());
    site.warm();
    std::fs::remove_dir_all(site.root.join(".instep")).expect("it may be deleted at any time");
    site.warm();
    site.compare().unwrap();
}

#[test]
fn what_a_clone_says_is_asked_of_it_as_it_stands() {
    if !shell::has("git") {
        return;
    }
    let page = |words: &str| format!("---\ntitle: Start\n---\n\n{words}\n").into_bytes();
    let settings = b"title: Site\nsource_locale: en-US\n".to_vec();
    let tree = Tree::from([
        ("site.yaml".to_owned(), settings),
        ("content/en-US/start.md".to_owned(), page("Hello.")),
        ("content/fr-FR/start.md".to_owned(), page("Bonjour.")),
    ]);
    let site = Site::new(&tree);
    site.shell.git(&["init", "--quiet"]);
    commit(&site.shell);
    site.warm();
    let source = site.root.join("content/en-US/start.md");
    std::fs::write(source, page("Hello, and more.")).expect("it can be written");
    site.warm();
    let before = site.standing();
    // No file changes, and the translation is behind now.
    commit(&site.shell);
    site.warm();
    let warm = site.standing();
    assert_ne!(warm, before);
    std::fs::remove_dir_all(site.root.join(".instep")).expect("it may be deleted at any time");
    std::fs::remove_dir_all(site.root.join("dist")).expect("it may be deleted at any time");
    site.warm();
    assert_eq!(site.standing(), warm);
}

fn commit(site: &shell::Site) {
    site.git(&["add", "content", "site.yaml"]);
    site.git(&["commit", "--quiet", "-m", "state"]);
}

#[test]
fn a_build_beside_which_a_file_changed_is_not_remembered() {
    let site = Site::new(&edits::site());
    let begun = Moment::now();
    std::fs::write(site.root.join("content/en-US/start.md"), "# Other\n").expect("a file");
    assert!(!begun.is_after_changes(&site.root.join("content/en-US/start.md")));
    assert!(!begun.is_after_changes(&site.root.join("content/en-US/gone.md")));
    std::thread::sleep(Duration::from_millis(20));
    assert!(Moment::now().is_after_changes(&site.root.join("content/en-US/start.md")));
}

/// What a build remembers it read before it asked whether anything changed.
#[test]
fn what_is_saved_while_a_build_ends_is_seen_by_the_next() {
    let site = Site::new(&edits::site());
    let end = site.root.join(".instep/site.new");
    for round in 0..20 {
        site.warm();
        let written = |path: &str, text: String| {
            std::fs::write(site.root.join(path), text).expect("it can be written");
        };
        written("content/en-US/start.md", format!("# Start {round}\n"));
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while !end.exists() && !done.load(Ordering::Relaxed) {
                    std::hint::spin_loop();
                }
                written("content/en-US/includes/note.md", format!("Note {round}.\n"));
                written(
                    "content/en-US/toc.yml",
                    format!("- name: Group {round}\n  href: start.md\n"),
                );
            });
            site.warm();
            done.store(true, Ordering::Relaxed);
        });
        site.warm();
        site.compare().unwrap();
    }
}

#[test]
fn bytes_of_anyone_else_are_not_believed() {
    let site = Site::new(&edits::site());
    for name in KEPT {
        for bytes in [&b""[..], b"instep cache, may be deleted\n", b"{}"] {
            site.warm();
            std::fs::write(site.root.join(".instep").join(name), bytes).expect("a file");
            site.edit(&format!("{name} {bytes:?}"));
            site.warm();
            site.compare().unwrap();
        }
        let file = site.root.join(".instep").join(name);
        std::fs::remove_file(&file).expect("a build leaves it");
        std::fs::create_dir(&file).expect("a folder in its place");
        site.edit(&format!("{name} as a folder"));
        site.warm();
        site.compare().unwrap();
        std::fs::remove_dir(&file).expect("it is empty");
    }
}
