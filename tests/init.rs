//! `instep init` makes a site on which every command has something to show, and overwrites nothing.

mod shell;

use serde_json::Value;
use shell::Site;

fn json(site: &Site, arguments: &[&str]) -> Value {
    serde_json::from_str(&site.said(arguments)).expect("JSON")
}

#[test]
fn every_command_has_something_to_show() {
    let site = Site::starter();
    let check = site.run(&["check"]);
    assert_eq!(
        check.status.code(),
        Some(0),
        "a new site has nothing to deny"
    );
    let drift = site.said(&["drift"]);
    assert!(
        drift.contains("guides/borrow") && drift.contains('▼'),
        "{drift}"
    );
    let deadlines = json(&site, &["deadlines", "--format", "json"]);
    assert_eq!(deadlines["dates"][0]["status"], "passed");
    let diff = site.said(&["diff", "borrow", "--locale", "en-US"]);
    assert!(diff.contains("[-three-]{+five+}"), "{diff}");
    let fixes = site.said(&["check", "--fix", "--dry-run"]);
    assert!(
        fixes.contains("+## <a name=\"renew\"></a>Prolonger un prêt"),
        "{fixes}"
    );
    assert!(site.run(&["build"]).status.success());
    assert!(
        site.root
            .join("dist/en-us/guides/borrow/2025-11-03/index.html")
            .is_file()
    );
}

#[test]
fn a_site_is_never_written_over() {
    let site = Site::starter();
    let before = site.read("content/en-US/index.md");
    site.write("content/en-US/index.md", "mine\n");
    let said = site.complaint(&["init"]);
    assert!(
        said.contains("holds a site already (`site.yaml`)"),
        "{said}"
    );
    assert_eq!(site.read("content/en-US/index.md"), "mine\n");
    assert_ne!(before, "mine\n");
}

#[test]
fn other_files_stay_as_they_are() {
    let site = Site::empty();
    site.write(".gitignore", "/mine\n");
    let output = site.run(&["init"]);
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(said.contains(".gitignore is there already"), "{said}");
    assert_eq!(site.read(".gitignore"), "/mine\n");
    assert!(site.root.join("site.yaml").is_file());
}

#[test]
fn a_new_folder_is_made() {
    let site = Site::empty();
    let output = site.run(&["init", "docs/handbook"]);
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(said, "next: cd docs/handbook && instep serve --open\n");
    assert!(
        site.root
            .join("docs/handbook/content/fr-FR/index.md")
            .is_file()
    );
}

#[test]
fn a_folder_without_a_site_says_how_to_make_one() {
    let site = Site::empty();
    for command in ["build", "check", "drift", "deadlines"] {
        let said = site.complaint(&[command]);
        assert!(
            said.contains("holds no site") && said.contains("`instep init`"),
            "{said}"
        );
    }
}
