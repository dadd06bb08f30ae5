//! `instep check --since` gates only what a change made worse.

mod shell;

use serde_json::Value;
use shell::Site;

/// A site in a repository, with old findings of every kind.
fn site() -> Site {
    let site = Site::starter();
    site.write("site.yaml", "source_locale: en-US\nlinks: {unknown: broken}\nfindings: {drift/behind: deny, deadline/passed: deny}\n");
    let page = site.read("content/en-US/guides/borrow.md");
    site.write(
        "content/en-US/guides/borrow.md",
        page.replace("The card is free", "The [card](gone.md) is fre"),
    );
    site.git(&["init", "--quiet"]);
    site.commit();
    site
}

fn edit(site: &Site, path: &str, from: &str, to: &str) {
    let text = site.read(path);
    assert!(text.contains(from), "{text}");
    site.write(path, text.replace(from, to));
}

fn found(site: &Site, arguments: &[&str]) -> (i32, Vec<String>) {
    let output = site.run(&[&["check", "--format", "json"], arguments].concat());
    let report: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let findings = report["findings"].as_array().expect("a list");
    let codes = findings
        .iter()
        .map(|finding| finding["code"].as_str().expect("a code").to_owned());
    (output.status.code().expect("an end"), codes.collect())
}

const GUIDE: &str = "content/en-US/guides/borrow.md";

#[test]
fn a_typo_passes_while_old_findings_stand() {
    let site = site();
    assert_eq!(found(&site, &[]).0, 1);
    edit(
        &site,
        GUIDE,
        "is fre.",
        "is free of charge.\n\nAsk at the desk.",
    );
    assert_eq!(found(&site, &["--since", "HEAD"]), (0, vec![]));
    site.commit();
    assert_eq!(found(&site, &["--since", "HEAD~1"]), (0, vec![]));
}

#[test]
fn what_is_new_is_denied() {
    let site = site();
    edit(
        &site,
        GUIDE,
        "See that",
        "See [the rules](rules.md) and that",
    );
    assert_eq!(
        found(&site, &["--since", "HEAD"]),
        (1, vec!["link/broken".to_owned()])
    );
}

#[test]
fn old_slips_in_the_words_and_the_theme_of_a_site_pass() {
    let site = site();
    site.write("locales/en-US/site.ftl", "search = Find\nserach = Find\n");
    site.write(
        "themes/default/templates/missing.html",
        "{{ title | loud }}",
    );
    site.commit();
    let codes = found(&site, &[]).1;
    for code in ["messages/unused", "template/error"] {
        assert!(codes.iter().any(|found| found == code), "{codes:?}");
    }
    assert_eq!(found(&site, &["--since", "HEAD"]), (0, vec![]));
    edit(&site, "locales/en-US/site.ftl", "serach", "search");
    let news = found(&site, &["--since", "HEAD"]).1;
    assert_eq!(news, ["messages/duplicate"]);
}

#[test]
fn a_page_that_goes_breaks_the_links_to_it() {
    let site = site();
    std::fs::remove_file(site.root.join("content/en-US/guides/borrow.md")).expect("removed");
    std::fs::remove_file(site.root.join("content/en-US/guides/borrow@2025-11.md"))
        .expect("removed");
    std::fs::remove_file(site.root.join("content/fr-FR/guides/borrow.md")).expect("removed");
    let (status, codes) = found(&site, &["--since", "HEAD"]);
    let broken = codes.iter().filter(|code| *code == "link/broken");
    // Those of the two home pages, and those of their navigation.
    assert_eq!((status, broken.count()), (1, 4), "{codes:?}");
}

#[test]
fn a_renamed_page_brings_its_findings_along() {
    let site = site();
    for path in [
        "en-US/guides/borrow",
        "en-US/guides/borrow@2025-11",
        "fr-FR/guides/borrow",
    ] {
        let to = path.replace("borrow", "loan");
        std::fs::rename(
            site.root.join(format!("content/{path}.md")),
            site.root.join(format!("content/{to}.md")),
        )
        .expect("renamed");
    }
    let (_, codes) = found(&site, &["--since", "HEAD"]);
    assert!(!codes.contains(&"deadline/passed".to_owned()), "{codes:?}");
}

#[test]
fn a_stricter_setting_makes_no_text_worse() {
    let site = site();
    edit(
        &site,
        "site.yaml",
        "deadline/passed: deny",
        "deadline/passed: deny, drift/section-missing: deny",
    );
    assert_eq!(found(&site, &["--since", "HEAD"]), (0, vec![]));
}

#[test]
fn a_branch_is_compared_with_where_it_left() {
    let site = site();
    site.git(&["branch", "work"]);
    edit(&site, GUIDE, "[card](gone.md)", "card");
    site.commit();
    site.git(&["checkout", "--quiet", "work"]);
    assert_eq!(
        found(&site, &["--since", "main"]),
        (0, vec![]),
        "main mended it later"
    );
}

#[test]
fn a_site_below_the_top_of_a_repository_is_compared_too() {
    let site = Site::empty();
    assert!(site.run(&["init", "docs"]).status.success());
    site.git(&["init", "--quiet"]);
    site.commit();
    site.write(
        "docs/content/en-US/new.md",
        "---\ndate: 2026-05-04\n---\n# New\n\n[x](gone.md)\n",
    );
    let codes = found(&site, &["--root", "docs", "--since", "HEAD"]);
    assert_eq!(
        codes,
        (1, vec!["drift/missing".into(), "link/broken".into()])
    );
}

#[test]
fn an_unknown_revision_is_no_comparison() {
    let site = site();
    let said = site.complaint(&["check", "--since", "mian"]);
    assert_eq!(
        said,
        "error: cannot compare with `mian`: the repository has no `mian`; the nearest is `main`\n"
    );
}

#[test]
fn without_a_repository_there_is_nothing_to_compare_with() {
    let site = Site::starter();
    let said = site.complaint(&["check", "--since", "main"]);
    assert!(
        said.starts_with("error: cannot compare with `main`: `.` is not in a git repository"),
        "{said}"
    );
}
