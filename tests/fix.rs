//! `instep check --fix` mends what needs no person, and nothing else.

mod shell;

use std::fs;

use shell::Site;

/// A source, and a translation with one breach of every rule that knows a safe fix: with a byte
/// order mark and Windows line ends, which stay.
fn site() -> Site {
    let site = Site::empty();
    site.write(
        "site.yaml",
        "source_locale: en-US\nlinks: {unknown: broken}\n",
    );
    let source = "---\ntitle: Set up\ndate: 2026-03-01\n---\n# Set up\n\nSee [next](next.md).\n\n\
                  ## Install\n\nRun `a`, then `b`, on 7 of 9.\n";
    site.write("content/en-US/setup.md", source);
    site.write(
        "content/en-US/next.md",
        "---\ndate: 2026-03-01\n---\n# Next\n",
    );
    site.write(
        "content/fr-FR/next.md",
        "---\ndate: 2026-03-01\n---\n# Suite {#next}\n",
    );
    site.write("content/fr-FR/setup.md", OWN);
    site
}

const OWN: &str = "\u{feff}---\r\ntitle: Préparer\r\ndate: \"13/02/2026\"  # jour d’abord\r\n---\r\n\
                   # Préparer {#set-up}\r\n\r\nVoir la [suite](Next.md), pas [fin](nxet.md).\r\n\r\n\
                   ##  Installer\r\n\r\nLancez `a`, puis `b`, sur 7 de 9.";

const MENDED: &str = "\u{feff}---\r\ntitle: Préparer\r\ndate: \"2026-02-13\"  # jour d’abord\r\n---\
                      \r\n# Préparer {#set-up}\r\n\r\nVoir la [suite](next.md), pas \
                      [fin](nxet.md).\r\n\r\n##  <a name=\"install\"></a>Installer\r\n\r\n\
                      Lancez `a`, puis `b`, sur 7 de 9.";

#[test]
fn what_is_safe_is_mended_and_every_other_byte_stays() {
    let site = site();
    site.run(&["check", "--fix"]);
    assert_eq!(site.read("content/fr-FR/setup.md"), MENDED);
}

#[test]
fn a_second_time_changes_nothing() {
    let site = site();
    site.run(&["check", "--fix"]);
    let file = site.root.join("content/fr-FR/setup.md");
    let written = fs::metadata(&file)
        .expect("a file")
        .modified()
        .expect("a time");
    let output = site.run(&["check", "--fix"]);
    let said = String::from_utf8(output.stderr).expect("text");
    assert!(
        said.contains("nothing here can be mended without a person"),
        "{said}"
    );
    assert_eq!(
        fs::metadata(&file)
            .expect("a file")
            .modified()
            .expect("a time"),
        written
    );
}

#[test]
fn what_stays_is_reported_and_denied() {
    let site = site();
    let output = site.run(&["check", "--fix", "--format", "json"]);
    assert_eq!(
        output.status.code(),
        Some(1),
        "the broken link needs a person"
    );
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(
        text.contains("link/broken") && !text.contains("link/case"),
        "{text}"
    );
}

#[test]
fn a_dry_run_shows_a_patch_and_writes_nothing() {
    let site = site();
    let patch = site.run(&["check", "--fix", "--dry-run"]).stdout;
    assert_eq!(site.read("content/fr-FR/setup.md"), OWN);
    site.write("fix.patch", &patch);
    site.git(&["init", "--quiet"]);
    site.git(&["apply", "fix.patch"]);
    assert_eq!(site.read("content/fr-FR/setup.md"), MENDED);
}

#[test]
fn a_dry_run_needs_something_to_show() {
    let site = site();
    let said = site.complaint(&["check", "--dry-run"]);
    assert!(said.contains("--fix"), "{said}");
}

#[test]
fn what_a_comment_silences_stays() {
    let site = site();
    let text = OWN.replace(
        "##  Inst",
        "<!-- instep-allow drift/anchor-lost: old links -->\r\n\r\n##  Inst",
    );
    site.write("content/fr-FR/setup.md", &text);
    site.run(&["check", "--fix"]);
    assert!(
        site.read("content/fr-FR/setup.md")
            .contains("\r\n##  Installer")
    );
    let statistics = site.said(&["check", "--statistics"]);
    assert!(
        statistics.contains("1 finding silenced by a comment"),
        "{statistics}"
    );
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let site = site();
    let file = site.root.join("content/fr-FR/setup.md");
    fs::rename(&file, site.root.join("content/fr-FR/real.txt")).expect("renamed");
    std::os::unix::fs::symlink("real.txt", &file).expect("a link");
    site.run(&["check", "--fix"]);
    assert!(fs::symlink_metadata(&file).expect("there").is_symlink());
    assert_eq!(site.read("content/fr-FR/real.txt"), MENDED);
}
