//! Learn repositories, whole and unmodified: small ones of ours, built as they are.

mod shell;

use std::fs;
use std::ops::Deref;
use std::process::Output;

use camino::{Utf8Path, Utf8PathBuf};
use serde_json::Value;

/// A folder with checkouts.
struct Ground(shell::Site);

impl Deref for Ground {
    type Target = shell::Site;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Ground {
    fn new(files: &[(&str, &str)]) -> Self {
        Self(shell::Site::of(files))
    }

    fn run(&self, folder: &str, arguments: &[&str]) -> Output {
        shell::Site::at(self.root.join(folder).as_str()).run(arguments)
    }

    /// Builds a folder; answers its site.
    fn build(&self, folder: &str) -> Utf8PathBuf {
        let output = self.run(folder, &["build", "--no-search"]);
        assert!(output.status.success(), "{output:?}");
        self.root.join(folder).join("dist")
    }

    /// Codes and messages of the findings of a folder.
    fn findings(&self, folder: &str) -> Vec<String> {
        let output = self.run(folder, &["check", "--format", "json"]);
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        let say = |finding: &Value| {
            let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
            format!(
                "{} {}:{} {}",
                text("code"),
                text("file"),
                finding["line"],
                text("message")
            )
        };
        report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(say)
            .collect()
    }
}

fn read(site: &Utf8Path, path: &str) -> String {
    fs::read_to_string(site.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn has(site: &Utf8Path, path: &str) -> bool {
    site.join(path).exists()
}

fn page(title: &str, text: &str) -> String {
    format!("---\ntitle: {title}\nms.date: 09/23/2019\n---\n# {title}\n\n{text}\n")
}

const PUBLISHING: &str = r#"{
  "docsets_to_publish": [
    { "docset_name": "shop", "build_source_folder": "articles", "locale": "en-us" }
  ],
  "dependent_repositories": [
    { "path_to_root": "reusable", "url": "https://example.com/org/reusable-content" }
  ]
}"#;

const DOCFX: &str = r#"{
  "build": {
    "content": [ { "files": ["**/*.{md,yml}"], "exclude": ["**/includes/**", "drafts/**", "README.md"] } ],
    "resource": [ { "files": ["**/*.png"], "exclude": ["**/includes/**"] } ],
    "globalMetadata": { "breadcrumb_path": "/shop/breadcrumb/toc.json", "titleSuffix": "Shop" },
    "fileMetadata": { "ms.date": { "old/**": "01/02/2018" }, "ROBOTS": { "old/**": "NOINDEX" } }
  }
}"#;

/// A repository with one docset.
fn shop() -> Ground {
    let start = page(
        "Start",
        "![Used](includes/used.png) [guide](/shop/guides/pay) [old](/shop/gone) \
         [azure](/azure/a) [by uid](xref:shop.pay) <xref:shop.pay> <xref:System.String>\n\n\
         [!INCLUDE [note](~/includes/note.md)]",
    );
    let pay =
        "---\ntitle: Pay\nuid: shop.pay\nms.date: 09/23/2019\n---\n# Pay\n\n## Cards\n\nText.\n";
    Ground::new(&[
        ("shop/.openpublishing.publish.config.json", PUBLISHING),
        ("shop/README.md", "# Not a page\n"),
        ("shop/articles/docfx.json", DOCFX),
        ("shop/articles/README.md", "# Not a page\n"),
        ("shop/articles/drafts/draft.md", "# Not a page\n"),
        ("shop/articles/index.md", &start),
        ("shop/articles/guides/pay.md", pay),
        (
            "shop/articles/old/terms.md",
            "---\ntitle: Terms\n---\n# Terms\n\nText.\n",
        ),
        (
            "shop/articles/includes/note.md",
            "A note with [a link](../guides/pay.md#cards).\n",
        ),
        ("shop/articles/includes/used.png", "used"),
        ("shop/articles/includes/unused.png", "unused"),
        ("shop/articles/media/handed-on.png", "handed on"),
        (
            "shop/articles/breadcrumb/toc.yml",
            "- name: Docs\n  tocHref: /\n  topicHref: /\n",
        ),
        (
            "shop/articles/toc.yml",
            "items:\n- name: Begin\n  href: index.md\n- name: Guides\n  href: guides/\n  expanded: true\n\
             - uid: shop.pay\n",
        ),
        (
            "shop/articles/guides/TOC.md",
            "# [Paying](pay.md)\n## [Cards](pay.md#cards)\n",
        ),
        (
            "shop/.openpublishing.redirection.json",
            r#"{ "redirections": [
              { "source_path": "articles/gone.md", "redirect_url": "/shop/moved" },
              { "source_path": "articles/moved.md", "redirect_url": "/shop/guides/pay#cards" },
              { "source_path": "articles/away.md", "redirect_url": "/azure/elsewhere" },
            ] } // as docfx reads it"#,
        ),
    ])
}

#[test]
fn a_checkout_builds_without_settings() {
    let ground = shop();
    let site = ground.build("shop");
    let home = read(&site, "en-us/index.html");
    assert!(home.contains("<title>Start"), "{home}");
    assert!(home.contains("Shop"), "the docset names the site");
    assert!(has(&site, "en-us/guides/pay/index.html"));
    for path in [
        "en-us/readme",
        "en-us/README",
        "en-us/drafts/draft",
        "en-us/breadcrumb/toc",
    ] {
        assert!(!has(&site, path), "{path}");
    }
}

#[test]
fn files_are_handed_on_as_docfx_says_and_where_a_page_shows_them() {
    let ground = shop();
    let site = ground.build("shop");
    let names: Vec<String> = fs::read_dir(site.join("media"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let held = |stem: &str| {
        names
            .iter()
            .any(|name| name.starts_with(&format!("{stem}.")))
    };
    assert!(
        held("used") && held("handed-on") && !held("unused"),
        "{names:?}"
    );
}

#[test]
fn links_of_the_host_meet_the_docset_and_references_their_page() {
    let ground = shop();
    let home = read(&ground.build("shop"), "en-us/index.html");
    for link in [
        "<a href=\"/en-us/guides/pay/\">guide</a>",
        "<a href=\"/en-us/guides/pay/#cards\">old</a>",
        "<a href=\"https://learn.microsoft.com/en-us/azure/a\">azure</a>",
        "<a href=\"/en-us/guides/pay/\">by uid</a>",
        "<a href=\"/en-us/guides/pay/\">Pay</a>",
        "<a href=\"/en-us/guides/pay/#cards\">a link</a>",
        ">String</span>",
    ] {
        assert!(home.contains(link), "{link}\n{home}");
    }
}

#[test]
fn navigation_files_take_in_one_another() {
    let ground = shop();
    let html = read(&ground.build("shop"), "en-us/guides/pay/index.html");
    let start = html.find("<nav class=\"guides\"").expect("a navigation");
    let navigation = &html[start..];
    let (_, navigation) = navigation.split_once('>').expect("its start");
    let navigation = &navigation[..navigation.find("</nav>").expect("its end")];
    let places: Vec<usize> = ["Begin", "Guides", "Paying", "Cards", "Pay<"]
        .map(|title| {
            navigation
                .find(title)
                .unwrap_or_else(|| panic!("{title}\n{navigation}"))
        })
        .into();
    assert!(places.is_sorted(), "{navigation}");
    assert!(navigation.contains("<details open"), "{navigation}");
}

#[test]
fn moved_pages_leave_an_address_that_leads_on() {
    let ground = shop();
    let site = ground.build("shop");
    let moved = read(&site, "en-us/gone/index.html");
    assert!(moved.contains("url=/en-us/guides/pay/#cards"), "{moved}");
    assert!(moved.contains("noindex"), "{moved}");
    let list = read(&site, "_redirects");
    assert_eq!(
        list,
        "/en-us/away/ https://learn.microsoft.com/en-us/azure/elsewhere 301\n\
         /en-us/gone/ /en-us/guides/pay/#cards 301\n\
         /en-us/moved/ /en-us/guides/pay/#cards 301\n"
    );
}

#[test]
fn what_a_docset_says_of_its_pages_counts_for_each() {
    let ground = shop();
    let page = read(&ground.build("shop"), "en-us/old/terms/index.html");
    assert!(page.contains("2018-01-02"), "{page}");
    assert!(page.contains("noindex"), "{page}");
}

#[test]
fn nothing_is_found_in_a_repository_without_faults() {
    let ground = shop();
    let found = ground.findings("shop");
    // A repository says nowhere at which address its site will stand.
    let told = ["link/outside", "link/redirected", "site/base-url"];
    let is_told = |finding: &String| told.iter().any(|code| finding.starts_with(code));
    let faults: Vec<_> = found.iter().filter(|finding| !is_told(finding)).collect();
    assert!(faults.is_empty(), "{faults:?}");
}

/// The shop and its translation, as one site.
fn translated() -> Ground {
    let ground = shop();
    let publishing = PUBLISHING.replace("en-us", "fr-fr").replace(
        "\"reusable\", \"url\": \"https://example.com/org/reusable-content\"",
        "\"_repo.en-us\", \"url\": \"https://example.com/org/shop\"",
    );
    ground.write(
        "shop.fr-fr/.openpublishing.publish.config.json",
        &publishing,
    );
    let docfx = DOCFX.replace("/shop/", "/boutique/");
    ground.write("shop.fr-fr/articles/docfx.json", &docfx);
    let pay = "---\ntitle: Payer\nms.date: 09/23/2019\nms.contentlocale: fr-FR\n---\n# Payer\n\n\
               ## Cartes {#cards}\n\n![Écran](../media/handed-on.png) [début](../index.md) \
               [encore](/boutique/index)\n\n[!INCLUDE [note](../includes/note.md)]\n";
    ground.write("shop.fr-fr/articles/guides/pay.md", pay);
    ground.write(
        "site/site.yaml",
        "sources:\n- path: ../shop\n- path: ../shop.fr-fr\nlinks: { unknown: broken }\n",
    );
    ground
}

#[test]
fn checkouts_of_one_docset_are_one_site() {
    let ground = translated();
    let site = ground.build("site");
    let page = read(&site, "fr-fr/guides/pay/index.html");
    assert!(
        page.contains("/media/handed-on."),
        "the image is the source's: {page}"
    );
    assert!(
        page.contains("A note with"),
        "the fragment is the source's: {page}"
    );
    assert!(
        page.contains("<a href=\"/fr-fr/\">encore</a>"),
        "the translation's own base: {page}"
    );
    assert!(page.contains("Paying") || page.contains("Payer"), "{page}");
    let filled = read(&site, "fr-fr/index.html");
    assert!(filled.contains("lang=\"en-US\""), "{filled}");
    assert!(
        has(&site, "fr-fr/gone/index.html"),
        "moves of the source count everywhere"
    );
}

#[test]
fn a_translation_without_navigation_has_the_sources_with_its_own_titles() {
    let ground = translated();
    let html = read(&ground.build("site"), "fr-fr/guides/pay/index.html");
    let start = html.find("<nav class=\"guides\"").expect("a navigation");
    let navigation = &html[start..start + html[start..].find("</nav>").expect("its end")];
    assert!(
        navigation.contains("Guides") && navigation.contains(">Payer<"),
        "{navigation}"
    );
}

#[test]
fn the_language_of_the_source_is_the_one_that_translations_name() {
    let ground = translated();
    let output = ground.run("site", &["drift", "--format", "json"]);
    let drift: Value = serde_json::from_slice(&output.stdout).unwrap();
    let pay = drift["documents"].as_array().unwrap().iter();
    let pay = pay
        .clone()
        .find(|document| document["document"] == "guides/pay")
        .unwrap();
    assert_eq!(pay["reference"]["locale"], "en-US");
    assert_eq!(pay["reference"]["decided_by"], "source_locale");
}

/// Two docsets in one repository, one inside the other.
fn nested() -> Ground {
    let docfx = |base: &str, exclude: &str, title: &str| {
        format!(
            r#"{{ "build": {{ "content": [ {{ "files": "**/*.md", "exclude": "{exclude}" }} ],
               "globalMetadata": {{ "breadcrumb_path": "{base}/breadcrumb/toc.json", "titleSuffix": "{title}" }} }} }}"#
        )
    };
    Ground::new(&[
        (
            "both/outer/docfx.json",
            &docfx("/host/outer", "inner/**", "Outer"),
        ),
        ("both/outer/inner/docfx.json", &docfx("/inner", "", "Inner")),
        (
            "both/outer/index.md",
            &page(
                "Outer",
                "[in](inner/a.md) [host](/inner/a) ![x](inner/x.png)",
            ),
        ),
        (
            "both/outer/toc.md",
            "# [Outer](index.md)\n# [More](index.md#outer)\n",
        ),
        (
            "both/outer/inner/a.md",
            &page("Inner", "[out](../index.md) [host](/host/outer/)"),
        ),
        (
            "both/outer/inner/toc.md",
            "# [Inner](a.md)\n# [More](a.md#inner)\n",
        ),
        ("both/outer/inner/x.png", "x"),
    ])
}

#[test]
fn docsets_of_one_repository_stand_where_learn_has_them() {
    let ground = nested();
    let site = ground.build("both");
    let outer = read(&site, "en-us/host/outer/index.html");
    assert!(
        outer.contains("<a href=\"/en-us/inner/a/\">in</a>"),
        "{outer}"
    );
    assert!(
        outer.contains("<a href=\"/en-us/inner/a/\">host</a>"),
        "{outer}"
    );
    assert!(outer.contains("/media/x."), "{outer}");
    let inner = read(&site, "en-us/inner/a/index.html");
    assert!(
        inner.contains("<a href=\"/en-us/host/outer/\">out</a>"),
        "{inner}"
    );
    assert!(
        inner.contains("<a href=\"/en-us/host/outer/\">host</a>"),
        "{inner}"
    );
    for title in [">Outer<", ">Inner<"] {
        assert!(
            inner.contains(title),
            "each docset has its part of the navigation: {inner}"
        );
    }
}

#[test]
fn texts_of_another_repository_come_from_its_checkout() {
    let ground = shop();
    ground.write(
        "shop/articles/note.md",
        page("Note", "[!INCLUDE [n](~/../reusable/n.md)]"),
    );
    let missing = "markdown/include-missing articles/note.md:7";
    assert!(
        ground
            .findings("shop")
            .iter()
            .any(|f| f.starts_with(missing))
    );
    ground.write(
        "reusable-content/docfx.json",
        "{ \"build\": { \"content\": [] } }",
    );
    ground.write("reusable-content/n.md", "From next door.\n");
    ground.write(
        "site/site.yaml",
        "sources:\n- { path: ../shop }\n- { path: ../reusable-content, locale: en-US }\n",
    );
    let note = read(&ground.build("site"), "en-us/note/index.html");
    assert!(note.contains("From next door."), "{note}");
}

#[test]
fn damaged_settings_are_findings_and_the_rest_is_built() {
    let ground = shop();
    ground.write("shop/articles/docfx.json", "{ \"build\": ");
    ground.write("shop/articles/toc.yml", "- name: [\n");
    ground.write("shop/.openpublishing.redirection.json", "[]x");
    let found = ground.findings("shop");
    for start in [
        "input/settings .openpublishing.redirection.json:1",
        "input/settings articles/docfx.json:1",
        "input/navigation articles/toc.yml:",
    ] {
        assert!(
            found.iter().any(|f| f.starts_with(start)),
            "{start}: {found:?}"
        );
    }
    assert!(has(&ground.build("shop"), "en-us/guides/pay/index.html"));
}

#[test]
fn navigation_in_a_circle_is_found() {
    let ground = shop();
    ground.write(
        "shop/articles/guides/TOC.md",
        "# [Back](../toc.yml)\n# [Nowhere](nowhere.md)\n",
    );
    let found = ground.findings("shop");
    let circle = "input/navigation articles/guides/TOC.md:1 `../toc.yml` takes in this file";
    assert!(found.iter().any(|f| f.starts_with(circle)), "{found:?}");
    let lost = "link/outside articles/guides/TOC.md:2 `nowhere.md` is not part of this tree";
    assert!(found.iter().any(|f| f == lost), "{found:?}");
}

#[test]
fn zones_are_called_by_the_titles_of_their_group() {
    let ground = shop();
    let text = "::: zone pivot=\"go\"\n\nRun it.\n\n::: zone-end\n\n::: zone pivot=\"csharp\"\n\nBuild it.\n\n::: zone-end\n";
    let zones = format!("---\ntitle: Zones\nzone_pivot_groups: languages\n---\n# Zones\n\n{text}");
    ground.write("shop/articles/zones.md", &zones);
    ground.write(
        "shop/articles/zone-pivot-groups.yml",
        "### YamlMime:ZonePivotGroups\ngroups:\n- id: languages\n  prompt: Which language?\n  pivots:\n  \
         - id: csharp\n    title: C#\n  - id: go\n    title: Go\n",
    );
    let html = read(&ground.build("shop"), "en-us/zones/index.html");
    let places: Vec<usize> = [
        "Which language?",
        "value=\"csharp\"> C#",
        "value=\"go\"> Go",
        "zone-title\">Go<",
    ]
    .map(|words| {
        html.find(words)
            .unwrap_or_else(|| panic!("{words}\n{html}"))
    })
    .into();
    assert!(places.is_sorted(), "{html}");
}

#[test]
fn pages_for_other_versions_are_left_out() {
    let ground = shop();
    let text = "---\ntitle: New\nmonikerRange: \">=shop-2.0\"\n---\n# New\n";
    ground.write("shop/articles/new.md", text);
    assert!(has(&ground.build("shop"), "en-us/new/index.html"));
    ground.write("shop/site.yaml", "versions: [shop-1.0]\n");
    assert!(!has(&ground.build("shop"), "en-us/new/index.html"));
}

const QUESTIONS: &str = "### YamlMime:FAQ\nmetadata:\n  title: Asked\n  ms.date: 09/23/2019\ntitle: Asked\n\
    summary: What is often asked.\nsections:\n- name: Paying\n  questions:\n  - question: |\n      When is it due?\n    \
    answer: |\n      Before October 15, 2019. See [cards](guides/pay.md#cards) and [nothing](guides/pay.md#none).\n";

#[test]
fn questions_are_pages_like_others() {
    let ground = shop();
    ground.write("shop/articles/faq.yml", QUESTIONS);
    let html = read(&ground.build("shop"), "en-us/faq/index.html");
    for part in [
        "<h2 id=\"paying\">",
        "<h3 id=\"when-is-it-due\">",
        "<time datetime=\"2019-10-15\"",
        "href=\"/en-us/guides/pay/#cards\"",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    let found = ground.findings("shop");
    let lost = "link/broken-anchor articles/faq.yml:13 ";
    assert!(found.iter().any(|f| f.starts_with(lost)), "{found:?}");
    let passed = "deadline/passed articles/faq.yml:13 ";
    assert!(found.iter().any(|f| f.starts_with(passed)), "{found:?}");
}

#[test]
fn questions_drift_like_other_pages() {
    let ground = translated();
    ground.write("shop/articles/faq.yml", QUESTIONS);
    let french = "### YamlMime:FAQ\nmetadata:\n  title: Demandes\n  ms.date: 09/23/2019\n  \
        ms.contentlocale: fr-FR\ntitle: Demandes\nsections:\n- name: Payer\n  questions: []\n";
    ground.write("shop.fr-fr/articles/faq.yml", french);
    let output = ground.run(
        "site",
        &["drift", "--format", "json", "faq", "--locale", "fr-FR"],
    );
    let drift: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(drift["documents"][0]["locales"][0]["status"], "incomplete");
}

#[test]
fn landing_pages_and_hubs_show_their_links() {
    let ground = shop();
    let landing = "### YamlMime:Landing\ntitle: Shop *docs*\nsummary: All of it.\nmetadata:\n  title: Shop\nlandingContent:\n\
        # A card\n- title: Pay [now]\n  linkLists:\n  - linkListType: how-to-guide\n    links:\n    - text: Pay by card\n      \
        url: guides/pay.md#cards\n    - text: Nowhere\n";
    ground.write("shop/articles/landing.yml", landing);
    let hub = "### YamlMime:Hub\ntitle: Hub\nmetadata:\n  ms.date: 09/23/2019\nproductDirectory:\n  title: Products\n  items:\n  \
        - title: Pay\n    summary: With cards.\n    url: guides/pay.md\n  - title: Host\n    url: /azure/a\n";
    ground.write("shop/articles/hub.yml", hub);
    let site = ground.build("shop");
    let html = read(&site, "en-us/landing/index.html");
    for part in [
        "Pay [now]",
        "<p class=\"links-title\">How-to guide</p>",
        "<a href=\"/en-us/guides/pay/#cards\">Pay by card</a>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    let html = read(&site, "en-us/hub/index.html");
    assert!(
        html.contains("<a href=\"/en-us/guides/pay/\">Pay</a> – With cards."),
        "{html}"
    );
    let found = ground.findings("shop");
    let lost = "input/yaml articles/landing.yml:14 `Nowhere` leads nowhere";
    assert!(found.iter().any(|f| f == lost), "{found:?}");
}

#[test]
fn addresses_of_the_host_know_no_letter_case() {
    let ground = shop();
    ground.write(
        "shop/articles/Pages/one.md",
        page(
            "One",
            "![Shown](/shop/MEDIA/shown.png) [pay](/shop/Guides/PAY#cards) [old](../Gone.md)",
        ),
    );
    ground.write("shop/articles/media/shown.png", "shown");
    let html = read(&ground.build("shop"), "en-us/Pages/one/index.html");
    for part in [
        "src=\"/media/shown.",
        "<a href=\"/en-us/guides/pay/#cards\">pay</a>",
        "<a href=\"/en-us/guides/pay/#cards\">old</a>",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    let found = ground.findings("shop");
    let own: Vec<_> = found
        .iter()
        .filter(|f| f.contains("Pages/one.md"))
        .collect();
    assert_eq!(own.len(), 1, "{own:?}");
    assert!(own[0].starts_with("link/redirected"), "{own:?}");
}

#[test]
fn files_in_other_letters_are_shown_and_reported() {
    let ground = shop();
    ground.write(
        "shop/articles/one.md",
        page(
            "One",
            "![Shown](Media/Shown.PNG)\n\n[!INCLUDE [note](Includes/NOTE.md)]",
        ),
    );
    ground.write("shop/articles/media/shown.png", "shown");
    ground.write(
        "shop/articles/toc.yml",
        "- name: Guides\n  href: Guides/TOC.md\n",
    );
    let html = read(&ground.build("shop"), "en-us/one/index.html");
    assert!(html.contains("src=\"/media/shown."), "{html}");
    assert!(html.contains("A note with"), "{html}");
    assert!(
        html.contains("Cards</a>"),
        "the navigation is taken in: {html}"
    );
    let found = ground.findings("shop");
    for start in [
        "link/case articles/one.md:7 `Media/Shown.PNG` has other capital letters than the file",
        "link/case articles/toc.yml:2 `Guides/TOC.md` has other capital letters than",
    ] {
        assert!(
            found.iter().any(|f| f.starts_with(start)),
            "{start}: {found:?}"
        );
    }
}

#[test]
fn a_page_that_became_a_folder_has_its_address_still() {
    let ground = shop();
    ground.write(
        "shop/.openpublishing.redirection.json",
        r#"{ "redirections": [
          { "source_path": "articles/parts.md", "redirect_url": "/shop/parts/" },
          { "source_path": "articles/left.md", "redirect_url": "/shop/elsewhere" }
        ] }"#,
    );
    ground.write("shop/articles/parts/index.md", page("Parts", "Text."));
    let site = ground.build("shop");
    assert!(read(&site, "en-us/parts/index.html").contains("<title>Parts"));
    let list = read(&site, "_redirects");
    assert_eq!(
        list,
        "/en-us/left/ https://learn.microsoft.com/en-us/shop/elsewhere 301\n"
    );
    let found = ground.findings("shop");
    assert!(!found.iter().any(|f| f.contains("redirect-")), "{found:?}");
    let lost = "link/outside .openpublishing.redirection.json:3";
    assert!(found.iter().any(|f| f.starts_with(lost)), "{found:?}");
}

#[test]
fn questions_answer_to_the_anchors_that_learn_gives_them() {
    let ground = shop();
    ground.write("shop/articles/faq.yml", QUESTIONS);
    ground.write(
        "shop/articles/one.md",
        page("One", "[due](faq.yml#when-is-it-due-) [own](#named) [words](#some-words)\n\n## <a name=\"named\"></a>Some words"),
    );
    let site = ground.build("shop");
    let html = read(&site, "en-us/faq/index.html");
    assert!(html.contains("id=\"when-is-it-due-\""), "{html}");
    let found = ground.findings("shop");
    assert!(!found.iter().any(|f| f.contains("one.md")), "{found:?}");
}

#[test]
fn a_translation_alone_has_no_lost_sources() {
    let ground = translated();
    let stamp = "ms.openlocfilehash: da39a3ee5e6b4b0d3255bfef95601890afd80709";
    let stamped = format!("---\ntitle: Seul\nms.date: 09/23/2019\n{stamp}\n---\n# Seul\n");
    ground.write("shop.fr-fr/articles/alone.md", &stamped);
    let orphan = |found: Vec<String>| found.iter().any(|f| f.starts_with("drift/orphan"));
    assert!(orphan(ground.findings("site")));
    assert!(!orphan(ground.findings("shop.fr-fr")));
}
