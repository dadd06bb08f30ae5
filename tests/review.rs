//! A person's review clears drift until either side changes, and touches nothing but front matter.

mod shell;

use std::ops::Deref;

use instep::limits::REVIEWED_BYTES;
use serde_json::Value;

/// A page and its translation.
struct Site(shell::Site);

impl Deref for Site {
    type Target = shell::Site;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

const SOURCE: &str =
    "---\ntitle: Start\nms.date: 2026-02-01\n---\n# Start\n\nHello.\n\n## Install\n\nRun it.\n";
const OWN: &str = "---\r\ntitle: Débuter\r\nms.date: 2026-01-01\r\n---\r\n# Débuter {#start}\r\n\r\nBonjour.\r\n\r\n## Installer {#install}\r\n\r\nLancez.\r\n";

impl Site {
    fn new() -> Self {
        Self(shell::Site::of(&[
            ("site.yaml", "source_locale: en\n"),
            ("content/en/start.md", SOURCE),
            ("content/fr/start.md", OWN),
        ]))
    }

    fn own(&self) -> String {
        self.read("content/fr/start.md")
    }

    fn review(&self) {
        let output = self.run(&["review", "start", "--locale", "fr", "--yes"]);
        assert!(output.status.success(), "{output:?}");
    }

    fn drift(&self) -> Value {
        let output = self.run(&["drift", "start", "--locale", "fr", "--format", "json"]);
        let listing: Value = serde_json::from_slice(&output.stdout).unwrap();
        listing["documents"][0]["locales"][0].clone()
    }

    fn stale(&self) -> usize {
        let output = self.run(&["check", "--format", "json"]);
        String::from_utf8(output.stdout)
            .unwrap()
            .matches("\"drift/review-stale\"")
            .count()
    }
}

#[test]
fn a_review_clears_drift() {
    let site = Site::new();
    assert_eq!(site.drift()["status"], "behind");
    site.review();
    assert_eq!(site.drift()["status"], "up-to-date");
    assert_eq!(site.stale(), 0);
}

#[test]
fn only_front_matter_is_touched_and_line_ends_stay() {
    let site = Site::new();
    site.review();
    let text = site.own();
    let (front, body) = (OWN.rfind("---").unwrap(), &OWN[OWN.rfind("---").unwrap()..]);
    assert!(text.starts_with(&OWN[..front]));
    assert!(text.ends_with(body));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
}

/// Front matter with so many bytes more, and its own size once it is reviewed.
fn reviewed(filling: usize) -> (Option<i32>, usize) {
    let site = Site::new();
    let more = format!("author: {}\r\nms.date", "x".repeat(filling));
    site.write("content/fr/start.md", OWN.replacen("ms.date", &more, 1));
    let output = site.run(&["review", "start", "--locale", "fr", "--yes"]);
    let own = site.own();
    (
        output.status.code(),
        own.rfind("---\r\n").expect("a fence") + 5,
    )
}

#[test]
fn a_review_makes_front_matter_no_longer_than_is_read() {
    let (_, size) = reviewed(1);
    let filling = REVIEWED_BYTES.most - size + 1;
    assert_eq!(reviewed(filling), (Some(0), REVIEWED_BYTES.most));
    let (status, untouched) = reviewed(filling + 1);
    assert_eq!(status, Some(2));
    assert!(untouched < REVIEWED_BYTES.most);
}

#[test]
fn a_second_review_changes_nothing() {
    let site = Site::new();
    site.review();
    let once = site.own();
    site.review();
    assert_eq!(site.own(), once);
}

#[test]
fn without_consent_nothing_is_written() {
    let site = Site::new();
    let output = site.run(&["review", "start", "--locale", "fr"]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("- Run it.") && text.contains("+ Lancez."),
        "{text}"
    );
    assert_eq!(site.own(), OWN);
}

#[test]
fn a_later_edit_of_the_source_shows_again_whatever_the_dates_say() {
    let site = Site::new();
    site.review();
    site.write("content/en/start.md", SOURCE.replace("Run it", "Build it"));
    let raised = site.own().replace("2026-01-01", "2026-02-01");
    site.write("content/fr/start.md", &raised);
    let drift = site.drift();
    assert_eq!(drift["status"], "behind");
    assert_eq!(drift["sections"][0]["change"], "same");
    assert_eq!(drift["sections"][1]["change"], "changed");
    assert_eq!(site.stale(), 1);
}

#[test]
fn a_later_edit_of_the_translation_shows_again() {
    let site = Site::new();
    site.review();
    site.write(
        "content/fr/start.md",
        site.own().replace("Lancez", "Ne lancez pas"),
    );
    assert_eq!(site.drift()["status"], "behind");
    assert_eq!(site.stale(), 1);
}

#[test]
fn the_source_itself_is_not_reviewed() {
    let site = Site::new();
    let output = site.run(&["review", "start", "--locale", "en", "--yes"]);
    assert_eq!(output.status.code(), Some(2));
}

const LONGER: &str = "\n## Remove\n\nRun `remove`.\n\n## Report\n\nSee [the form](form.md).\n";

fn with_missing() -> Site {
    let site = Site::new();
    site.write("content/en/start.md", format!("{SOURCE}{LONGER}"));
    let raised = OWN.replace("2026-01-01", "2026-02-01");
    site.write("content/fr/start.md", &raised);
    site
}

impl Site {
    fn missing(&self) -> Vec<String> {
        let output = self.run(&["check", "--format", "json"]);
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        let findings = report["findings"].as_array().unwrap().iter();
        findings
            .filter(|finding| finding["code"] == "drift/section-missing")
            .map(|finding| finding["message"].as_str().unwrap().to_owned())
            .collect()
    }
}

#[test]
fn a_section_may_be_missing_on_purpose() {
    let site = with_missing();
    assert_eq!(site.drift()["status"], "incomplete");
    let both = ["--absent", "remove", "--absent", "report"];
    let review = ["review", "start", "--locale", "fr", "--yes"];
    assert!(site.run(&[&review[..], &both].concat()).status.success());
    assert_eq!(site.drift()["status"], "up-to-date");
    assert_eq!(site.drift()["coverage"], 1.0);
    assert_eq!(site.missing(), Vec::<String>::new());
    assert_eq!(site.stale(), 0);
}

#[test]
fn what_nobody_calls_absent_stays_missing_after_a_review() {
    let site = with_missing();
    let review = [
        "review", "start", "--locale", "fr", "--yes", "--absent", "remove",
    ];
    assert!(site.run(&review).status.success());
    assert_eq!(site.drift()["status"], "incomplete");
    assert_eq!(site.missing(), ["the section `report` is missing"]);
}

#[test]
fn a_section_missing_on_purpose_shows_again_when_its_source_changes() {
    let site = with_missing();
    let review = [
        "review", "start", "--locale", "fr", "--yes", "--absent", "remove",
    ];
    assert!(site.run(&review).status.success());
    let longer = LONGER.replace("Run `remove`", "Run `remove --all`");
    site.write("content/en/start.md", format!("{SOURCE}{longer}"));
    assert_eq!(site.drift()["status"], "behind");
    assert_eq!(site.missing().len(), 2);
    let output = site.run(&["check"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("the source of the section `remove` changed since its review"),
        "{text}"
    );
}

#[test]
fn a_later_review_keeps_what_is_missing_on_purpose() {
    let site = with_missing();
    let review = ["review", "start", "--locale", "fr", "--yes"];
    let absent = ["--absent", "remove", "--absent", "report"];
    assert!(site.run(&[&review[..], &absent].concat()).status.success());
    let once = site.own();
    assert!(site.run(&review).status.success());
    assert_eq!(site.own(), once);
}

#[test]
fn only_a_missing_section_can_be_called_absent() {
    let site = with_missing();
    let review = ["review", "start", "--locale", "fr", "--yes", "--absent"];
    for anchor in ["install", "nowhere"] {
        let output = site.run(&[&review[..], &[anchor]].concat());
        assert_eq!(output.status.code(), Some(2), "{anchor}");
    }
    assert!(!site.own().contains("instep.review"));
}

#[test]
fn a_section_that_is_new_in_the_source_is_behind_after_a_review() {
    let site = Site::new();
    site.review();
    site.write("content/en/start.md", format!("{SOURCE}{LONGER}"));
    assert_eq!(site.drift()["status"], "behind");
}

/// A bilingual page without a hash, and its source with or without the sentence it came from.
fn bilingual(source: &str) -> Value {
    let site = Site::new();
    let unit = "<span data-ttu-id=\"a-1\">Lancez-le.</span><span class=\"sxs-lookup\"><span \
                data-stu-id=\"a-1\">Run it.</span></span>";
    site.write(
        "content/fr/start.md",
        format!("# Débuter {{#start}}\n\n## Installer {{#install}}\n\n{unit}\n"),
    );
    site.write(
        "content/en/start.md",
        format!("# Start\n\n## Install\n\n{source}\n"),
    );
    site.drift()
}

#[test]
fn a_sentence_that_left_the_source_is_evidence() {
    let drift = bilingual("Build it.");
    assert_eq!(
        (&drift["status"], &drift["evidence"]),
        (&"behind".into(), &"units".into())
    );
    assert_eq!(drift["sections"][1]["change"], "changed");
}

#[test]
fn markup_around_a_sentence_is_not() {
    assert_eq!(bilingual("**Run**  \n_it_.")["evidence"], "shape");
}

#[test]
fn a_guide_that_is_no_markdown_keeps_every_byte() {
    let site = Site::new();
    let faq = |title: &str| {
        format!(
            "### YamlMime:FAQ\nmetadata:\n  title: {title}\n  ms.date: 09/23/2019\ntitle: {title}\n\
             sections:\n- name: A\n  questions:\n  - question: Q\n    answer: B\n"
        )
    };
    let own = faq("Demandé");
    site.write("content/en/faq.yml", faq("Asked"));
    site.write("content/fr/faq.yml", &own);
    let output = site.run(&["review", "faq", "--locale", "fr", "--yes"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("`content/fr/faq.yml`"), "{said}");
    let now = std::fs::read_to_string(site.root.join("content/fr/faq.yml")).unwrap();
    assert_eq!(now, own);
}
