//! Trees of other projects, read as they are: small ones of ours in their layouts, with a real
//! history made by the `git` of the machine.
#![cfg(feature = "git")]

mod shell;

use std::fs;
use std::ops::Deref;
use std::process::Output;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;

/// A site in a repository of its own.
struct Tree(shell::Site);

impl Deref for Tree {
    type Target = shell::Site;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Tree {
    /// None, told as skipped, where the machine has no git.
    fn new(settings: &str) -> Option<Self> {
        if !shell::has("git") {
            return None;
        }
        let tree = Self(shell::Site::of(&[("site.yaml", settings)]));
        tree.git(&["init", "--quiet"]);
        Some(tree)
    }

    /// What `instep drift` says of a locale of a document.
    fn drift(&self, document: &str, locale: &str) -> Value {
        let output = instep(
            &self.root,
            &["drift", "--format", "json", document, "--locale", locale],
        );
        assert!(output.status.success(), "{output:?}");
        let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
        listing["documents"][0]["locales"][0].clone()
    }

    fn verdict(&self, document: &str, locale: &str) -> (String, String) {
        let drift = self.drift(document, locale);
        let word = |key: &str| drift[key].as_str().unwrap_or_default().to_owned();
        (word("status"), word("evidence"))
    }
}

fn git(folder: &Utf8Path, arguments: &[&str]) -> String {
    shell::Site::at(folder.as_str()).git(arguments)
}

fn instep(root: &Utf8Path, arguments: &[&str]) -> Output {
    shell::Site::at(root.as_str()).run(arguments)
}

fn pair(status: &str, evidence: &str) -> (String, String) {
    (status.to_owned(), evidence.to_owned())
}

const OPEN_TELEMETRY: &str = "source_locale: en\nsources:\n  - path: content\n";

const SOURCE: &str =
    "---\ntitle: Start\n---\n\nHello.\n\n## Install\n\nRun `make`.\n\n## Use\n\nPress start.\n";

fn translation(stamp: &str) -> String {
    format!(
        "---\ntitle: Débuter\n{stamp}\n---\n\nBonjour.\n\n## Installer {{#install}}\n\nLancez `make`.\n\n\
         ## Utiliser {{#use}}\n\nAppuyez.\n"
    )
}

/// OpenTelemetry's layout with a translation of the commit returned.
fn open_telemetry() -> Option<(Tree, String)> {
    let tree = Tree::new(OPEN_TELEMETRY)?;
    tree.write("content/en/docs/start.md", SOURCE);
    let commit = tree.commit();
    let stamp = format!("default_lang_commit: {commit} # patched");
    tree.write("content/fr/docs/start.md", translation(&stamp));
    tree.commit();
    Some((tree, commit))
}

#[test]
fn open_telemetry_is_up_to_date_until_its_source_changes() {
    let Some((tree, _)) = open_telemetry() else {
        return;
    };
    assert_eq!(
        tree.verdict("docs/start", "fr"),
        pair("up-to-date", "source-commit")
    );
    tree.write(
        "content/en/docs/start.md",
        SOURCE.replace("Press start", "Press stop"),
    );
    tree.commit();
    assert_eq!(
        tree.verdict("docs/start", "fr"),
        pair("behind", "source-commit")
    );
}

#[test]
fn only_the_section_whose_source_changed_is_changed() {
    let Some((tree, _)) = open_telemetry() else {
        return;
    };
    tree.write(
        "content/en/docs/start.md",
        SOURCE.replace("Press start", "Press stop"),
    );
    tree.commit();
    let drift = tree.drift("docs/start", "fr");
    let sections: Vec<(&str, &str)> = drift["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|s| (s["anchor"].as_str().unwrap(), s["change"].as_str().unwrap()))
        .collect();
    assert_eq!(sections, [("install", "same"), ("use", "changed")]);
    assert_eq!(drift["changes"][0]["kind"], "text");
    assert_eq!(drift["changes"][0]["anchor"], "use");
}

#[test]
fn an_edit_that_is_not_committed_counts() {
    let Some((tree, _)) = open_telemetry() else {
        return;
    };
    tree.write(
        "content/en/docs/start.md",
        SOURCE.replace("Press start", "Press stop"),
    );
    assert_eq!(
        tree.verdict("docs/start", "fr"),
        pair("behind", "source-commit")
    );
}

#[test]
fn white_space_in_the_source_is_no_drift() {
    let Some((tree, _)) = open_telemetry() else {
        return;
    };
    tree.write("content/en/docs/start.md", SOURCE.replace("\n\n", "\n\n\n"));
    tree.commit();
    assert_eq!(
        tree.verdict("docs/start", "fr"),
        pair("up-to-date", "source-commit")
    );
}

#[test]
fn a_removed_source_leaves_an_orphan() {
    let Some((tree, _)) = open_telemetry() else {
        return;
    };
    fs::remove_file(tree.root.join("content/en/docs/start.md")).unwrap();
    tree.commit();
    assert_eq!(tree.verdict("docs/start", "fr").0, "orphan");
}

#[test]
fn a_renamed_source_is_named_in_the_finding() {
    let Some((tree, _)) = open_telemetry() else {
        return;
    };
    tree.git(&["mv", "content/en/docs/start.md", "content/en/docs/begin.md"]);
    tree.commit();
    let output = instep(&tree.root, &["check"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("is now `en/docs/begin.md`"), "{text}");
}

#[test]
fn an_unknown_commit_is_unknown() {
    let Some((tree, _)) = open_telemetry() else {
        return;
    };
    let stamp = "default_lang_commit: 1234567890123456789012345678901234567890";
    tree.write("content/fr/docs/start.md", translation(stamp));
    assert_eq!(tree.verdict("docs/start", "fr"), pair("unknown", ""));
}

#[test]
fn a_branch_is_no_commit() {
    let Some((tree, _)) = open_telemetry() else {
        return;
    };
    tree.write(
        "content/fr/docs/start.md",
        translation("default_lang_commit: main"),
    );
    assert_eq!(tree.verdict("docs/start", "fr"), pair("unknown", ""));
    let output = instep(&tree.root, &["check"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("the stamp is not the hash of a commit"),
        "{text}"
    );
}

#[test]
fn a_shallow_clone_does_not_know() {
    let Some((tree, _)) = open_telemetry() else {
        return;
    };
    let folder = shell::Site::empty();
    let from = format!("file://{}", tree.root);
    folder.git(&["clone", "--quiet", "--depth", "1", &from, "shallow"]);
    let shallow = Tree(shell::Site::at(folder.root.join("shallow").as_str()));
    assert_eq!(shallow.verdict("docs/start", "fr"), pair("unknown", ""));
}

#[test]
fn mdn_keeps_its_sources_in_another_clone_and_nests_the_stamp() {
    let Some(source) = Tree::new("") else { return };
    source.write("files/en-us/web/start/index.md", SOURCE);
    let commit = source.commit();
    let name = source.root.file_name().unwrap();
    let settings = format!(
        "source_locale: en-US\nsources:\n  - {{locale: en-US, repository: ../{name}, path: files/en-us}}\n  \
         - {{path: files}}\n"
    );
    let Some(tree) = Tree::new(&settings) else {
        return;
    };
    let stamp = format!("slug: Web/Start\nl10n:\n  sourceCommit: {commit}");
    tree.write("files/fr/web/start/index.md", translation(&stamp));
    assert_eq!(
        tree.verdict("web/start/index", "fr"),
        pair("up-to-date", "source-commit")
    );
    source.write(
        "files/en-us/web/start/index.md",
        SOURCE.replace("make", "just"),
    );
    source.commit();
    assert_eq!(
        tree.verdict("web/start/index", "fr"),
        pair("behind", "source-commit")
    );
}

#[test]
fn kubernetes_has_no_stamps_and_is_judged_by_shape() {
    let settings = "source_locale: en\nsources:\n  - path: content\n";
    let Some(tree) = Tree::new(settings) else {
        return;
    };
    tree.write("content/en/docs/tasks/start.md", SOURCE);
    tree.write(
        "content/ja/docs/tasks/start.md",
        translation("content_type: task"),
    );
    tree.commit();
    assert_eq!(
        tree.verdict("docs/tasks/start", "ja"),
        pair("up-to-date", "shape")
    );
    tree.write(
        "content/en/docs/tasks/start.md",
        format!("{SOURCE}\n## Stop\n\nSee [the list](list.md), 42 lines.\n"),
    );
    assert_eq!(
        tree.verdict("docs/tasks/start", "ja"),
        pair("incomplete", "shape")
    );
}

#[test]
fn a_repository_that_is_not_there_never_makes_a_page_fresh() {
    let settings =
        "source_locale: en\nsources:\n  - {locale: en, repository: ../nowhere, path: content/en}\n";
    let Some(tree) = Tree::new(settings) else {
        return;
    };
    let output = instep(&tree.root, &["drift"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere"));
}

#[test]
fn the_reference_names_the_commit_that_changed_it_last() {
    let Some((tree, commit)) = open_telemetry() else {
        return;
    };
    let output = instep(&tree.root, &["drift", "--format", "json"]);
    let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        listing["documents"][0]["reference"]["commit"],
        commit.as_str()
    );
}

#[test]
fn drift_of_one_document_shows_the_source_as_a_diff_and_why_it_does_not_know() {
    let Some((tree, _)) = open_telemetry() else {
        return;
    };
    tree.write(
        "content/de/docs/start.md",
        translation("default_lang_commit: main"),
    );
    tree.write(
        "content/en/docs/start.md",
        SOURCE.replace("Press start", "Press stop"),
    );
    tree.write("content/pt/index.md", "# Início\n");
    tree.commit();
    let output = instep(&tree.root, &["drift", "docs/start"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let use_section = "\
Use: changed in the source
  content/en/docs/start.md, line 11
    … 1 line is the same
    Press [-start-]{+stop+}.
  content/fr/docs/start.md, line 12
    ## Utiliser {#use}
    Appuyez.
";
    assert!(text.contains(use_section), "{text}");
    assert!(
        text.contains("unknown: `main`: the stamp is not the hash"),
        "{text}"
    );
    assert!(
        text.contains("pt  · missing\nmissing: readers get en"),
        "{text}"
    );
}

/// The settings that the manual gives for a tree of others.
fn of_manual(heading: &str) -> String {
    let manual = fs::read_to_string("content/en-US/trees.md").unwrap();
    let (_, section) = manual.split_once(&format!("\n## {heading}\n")).unwrap();
    let (_, block) = section.split_once("```yaml\n").unwrap();
    block.split_once("```").unwrap().0.to_owned()
}

/// A site in no repository, for those that lie below it.
fn plain_site(settings: &str) -> Tree {
    Tree(shell::Site::of(&[("site.yaml", settings)]))
}

fn commit_in(folder: &Utf8Path) -> String {
    if !folder.join(".git").exists() {
        git(folder, &["init", "--quiet"]);
    }
    git(folder, &["add", "--all"]);
    git(
        folder,
        &["commit", "--quiet", "--allow-empty", "-m", "state"],
    );
    git(folder, &["rev-parse", "HEAD"])
}

#[test]
fn open_telemetry_is_read_by_the_lines_of_the_manual() {
    let Some(tree) = Tree::new(&of_manual("OpenTelemetry")) else {
        return;
    };
    tree.write("content/en/docs/start.md", SOURCE);
    tree.write("content/ja/docs/other.md", "---\ntitle: その他\n---\n");
    let commit = tree.commit();
    let stamp = format!("default_lang_commit: {commit}");
    tree.write("content/fr/docs/start.md", translation(&stamp));
    tree.commit();
    let verdict = |tree: &Tree| tree.verdict("docs/start", "fr");
    assert_eq!(verdict(&tree), pair("up-to-date", "source-commit"));
    tree.write("content/en/docs/start.md", SOURCE.replace("start.", "go."));
    tree.commit();
    assert_eq!(verdict(&tree), pair("behind", "source-commit"));
}

#[test]
fn mdn_is_read_by_the_lines_of_the_manual() {
    if Tree::new("").is_none() {
        return;
    }
    let tree = plain_site(&of_manual("MDN"));
    tree.write("content/files/en-us/web/start/index.md", SOURCE);
    let commit = commit_in(&tree.root.join("content"));
    let stamp = format!("l10n:\n  sourceCommit: {commit}");
    let own = "translated-content/files/fr/web/start/index.md";
    tree.write(own, translation(&stamp));
    tree.write("translated-content/files/ja/web/other/index.md", "# 他\n");
    commit_in(&tree.root.join("translated-content"));
    let verdict = |tree: &Tree| tree.verdict("web/start/index", "fr");
    assert_eq!(verdict(&tree), pair("up-to-date", "source-commit"));
    let changed = SOURCE.replace("make", "just");
    tree.write("content/files/en-us/web/start/index.md", &changed);
    commit_in(&tree.root.join("content"));
    assert_eq!(verdict(&tree), pair("behind", "source-commit"));
}

#[test]
fn kubernetes_is_read_by_the_lines_of_the_manual() {
    let Some(tree) = Tree::new(&of_manual("Kubernetes")) else {
        return;
    };
    tree.write("content/en/docs/tasks/start.md", SOURCE);
    tree.write("content/zh-cn/docs/other.md", "# 其他\n");
    let own = "content/de/docs/tasks/start.md";
    tree.write(own, translation("content_type: task"));
    tree.commit();
    let verdict = |tree: &Tree| tree.verdict("tasks/start", "de");
    assert_eq!(verdict(&tree), pair("up-to-date", "shape"));
    tree.write(
        "content/en/docs/tasks/start.md",
        SOURCE.replace("\n\n", "\n\n\n"),
    );
    tree.commit();
    assert_eq!(verdict(&tree), pair("up-to-date", "shape"));
    let changed = SOURCE.replace("Press start", "Press stop");
    tree.write("content/en/docs/tasks/start.md", &changed);
    tree.commit();
    assert_eq!(verdict(&tree), pair("behind", "dates"));
    assert_eq!(
        tree.drift("tasks/start", "de")["sections"][1]["change"],
        "changed"
    );
    tree.write(
        own,
        translation("content_type: task").replace("Appuyez", "Arrêtez"),
    );
    tree.commit();
    assert_eq!(verdict(&tree), pair("up-to-date", "shape"));
}

#[test]
fn revisions_that_say_nothing_stand_in_the_order_of_their_commits() {
    let Some(tree) = Tree::new("") else { return };
    tree.write("content/en/start@a.md", "# Start\n\nOne.\n");
    tree.commit();
    tree.write("content/en/start@z.md", "# Start\n\nTwo.\n");
    tree.commit();
    tree.write("content/en/start@a.md", "# Start\n\nThree.\n");
    tree.commit();
    let drift = tree.drift("start", "en");
    assert_eq!(drift["current"]["file"], "content/en/start@a.md");
}

/// OpenTelemetry's layout with a fragment that names its source.
fn with_fragment() -> Option<Tree> {
    let (tree, _) = open_telemetry()?;
    tree.write(
        "content/en/docs/_includes/note.md",
        "---\ntitle: Note\n---\n\nMind it.\n",
    );
    let commit = tree.commit();
    let own = format!("---\ndefault_lang_commit: {commit}\n---\n\nAttention.\n");
    tree.write("content/fr/docs/_includes/note.md", &own);
    tree.write("content/fr/docs/_includes/plain.md", "Rien.\n");
    tree.commit();
    Some(tree)
}

#[test]
fn a_fragment_with_a_stamp_is_judged_on_its_own() {
    let Some(tree) = with_fragment() else { return };
    let verdict = |tree: &Tree| tree.verdict("docs/_includes/note", "fr");
    assert_eq!(verdict(&tree), pair("up-to-date", "source-commit"));
    tree.write(
        "content/en/docs/_includes/note.md",
        "---\ntitle: Note\n---\n\nBeware.\n",
    );
    tree.commit();
    assert_eq!(verdict(&tree), pair("behind", "source-commit"));
    let output = instep(&tree.root, &["drift", "--format", "json"]);
    let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
    let documents = listing["documents"].as_array().unwrap();
    let fragments: Vec<&str> = documents
        .iter()
        .filter(|document| document["fragment"] == true)
        .map(|document| document["document"].as_str().unwrap())
        .collect();
    assert_eq!(fragments, ["docs/_includes/note"]);
    let output = instep(&tree.root, &["check"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("content/fr/docs/_includes/note.md"), "{text}");
}

#[test]
fn a_fragment_is_no_page() {
    let Some(tree) = with_fragment() else { return };
    let out = tree.root.join("dist");
    let output = instep(&tree.root, &["build", "--no-search", "--out", out.as_str()]);
    assert!(output.status.success(), "{output:?}");
    assert!(out.join("fr/docs/start/index.html").exists());
    assert!(!out.join("fr/docs/_includes/note/index.html").exists());
}

#[test]
fn a_stamp_beside_a_yaml_anchor_is_read() {
    let Some((tree, commit)) = open_telemetry() else {
        return;
    };
    let stamp = format!("params:\n  base: &base x\ndefault_lang_commit: {commit}");
    tree.write("content/fr/docs/start.md", translation(&stamp));
    assert_eq!(
        tree.verdict("docs/start", "fr"),
        pair("up-to-date", "source-commit")
    );
    let output = instep(&tree.root, &["check", "--format", "json"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("front-matter/invalid"));
}

/// Cuts every file of a folder short, as a full disk or a broken copy leaves them.
fn damage(folder: &Utf8Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = Utf8PathBuf::from_path_buf(entry.unwrap().path()).unwrap();
        if path.is_dir() {
            damage(&path);
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        // Git writes its objects without permission to write.
        let _ = fs::remove_file(&path);
        fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    }
}

#[test]
fn a_damaged_clone_never_makes_a_page_fresh() {
    let Some((tree, _)) = open_telemetry() else {
        return;
    };
    damage(&tree.root.join(".git/objects"));
    let output = instep(&tree.root, &["drift", "--format", "json"]);
    match output.status.code() {
        Some(2) => assert!(!output.stderr.is_empty()),
        _ => {
            let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
            let locales = listing["documents"][0]["locales"].as_array().unwrap();
            let own = locales
                .iter()
                .find(|entry| entry["locale"] == "fr")
                .unwrap();
            assert_ne!(own["evidence"], "source-commit", "{own}");
            assert_ne!(own["status"], "up-to-date", "{own}");
        }
    }
}

#[test]
fn a_bare_clone_has_no_texts_and_is_said_so() {
    let Some((tree, _)) = open_telemetry() else {
        return;
    };
    let beside = shell::Site::empty();
    let folder = &beside.root;
    let clone = ["clone", "--quiet", "--bare", tree.root.as_str(), "bare.git"];
    git(folder, &clone);
    let site = folder.join("site");
    fs::create_dir_all(site.join("content/fr")).unwrap();
    let settings = "source_locale: en\nsources:\n  \
                    - {locale: en, repository: ../bare.git, path: content/en}\n  \
                    - {locale: fr, path: content/fr}\n";
    fs::write(site.join("site.yaml"), settings).unwrap();
    let output = instep(&site, &["drift"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(String::from_utf8_lossy(&output.stderr).contains("bare.git"));
}

#[test]
fn pages_whose_front_matter_changed_places_are_found_and_never_fresh() {
    let settings = "source_locale: en-US\n";
    let tree = plain_site(settings);
    let hash = "0123456789abcdef0123456789abcdef01234567";
    tree.write(
        "content/en-US/start.md",
        format!("---\nms.contentlocale: fr-FR\nms.openlocfilehash: {hash}\n---\n# Start\n"),
    );
    tree.write(
        "content/fr-FR/start.md",
        "---\nms.contentlocale: en-US\n---\n# Débuter\n",
    );
    assert_eq!(
        tree.verdict("start", "fr-FR"),
        pair("behind", "source-hash")
    );
    let output = instep(&tree.root, &["check", "--format", "json"]);
    let report = String::from_utf8(output.stdout).unwrap();
    let found = report.matches("\"front-matter/locale-mismatch\"").count();
    assert_eq!(found, 2, "{report}");
}

#[test]
fn ten_thousand_sections_are_compared() {
    let tree = plain_site("source_locale: en\n");
    let page = |language: &str, skip: usize| {
        let section = |index: usize| format!("## {language} {index}\n\nSee [it](p{index}.md).\n\n");
        let sections = (0..10_000).filter(|index| *index != skip);
        format!(
            "# {language}\n\n{}",
            sections.map(section).collect::<String>()
        )
    };
    tree.write("content/en/long.md", page("Part", usize::MAX));
    tree.write("content/fr/long.md", page("Partie", 5_000));
    let drift = tree.drift("long", "fr");
    assert_eq!(drift["status"], "incomplete");
    let sections = drift["sections"].as_array().unwrap();
    let missing: Vec<&Value> = sections
        .iter()
        .filter(|section| section["change"] == "missing")
        .map(|section| &section["reference_anchor"])
        .collect();
    assert_eq!(missing, ["part-5000"]);
}

#[test]
fn what_lies_beyond_the_sections_that_count_is_never_called_up_to_date() {
    let page = |sections: usize| {
        let section = |index: usize| format!("## Part {index}\n\nSee [it](p{index}.md).\n\n");
        let sections: String = (1..sections).map(section).collect();
        format!("# Parts\n\n{sections}")
    };
    for (limit, verdict) in [(20, "up-to-date"), (6, "unknown")] {
        let tree = plain_site(&format!(
            "source_locale: en\nlimits: {{headings: {limit}}}\n"
        ));
        tree.write("content/en/long.md", page(9));
        tree.write("content/fr/long.md", page(9));
        assert_eq!(
            tree.verdict("long", "fr"),
            pair(verdict, "shape"),
            "{limit}"
        );
    }
}
