//! The theme: every page is made whatever a site changes, and says no word of its own.

mod sample;
mod shell;

use std::collections::{BTreeMap, BTreeSet};

use instep::finding::{Finding, Outcome};
use instep::messages::{Messages, built_in};
use instep::path::SourcePath;
use instep::path::base::Base;
use instep::site::theme::Theme;
use instep::site::theme::built_in as theme_files;
use serde_json::json;
use shell::Site;

fn load(files: &[(&str, &str)]) -> Outcome<Theme> {
    load_named("default", files, "{}")
}

fn load_named(name: &str, files: &[(&str, &str)], options: &str) -> Outcome<Theme> {
    let files = files
        .iter()
        .map(|(path, text)| (SourcePath::new(path), text.as_bytes().to_vec()));
    let options = serde_yaml::from_str(options).expect("options");
    Theme::load(name, files.collect(), &options, Base::default())
}

fn theme() -> Theme {
    let outcome = load(&[]);
    assert!(outcome.findings.is_empty(), "{:?}", outcome.findings);
    outcome.value
}

/// Code, place and message, as a reader of the report sees them.
fn told(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| {
            let start = finding.span.start;
            format!(
                "{} {}:{}:{} {}",
                finding.rule.code, finding.file, start.line, start.column, finding.message
            )
        })
        .collect()
}

#[test]
fn every_template_renders_in_every_language() {
    let theme = theme();
    for language in built_in::languages() {
        for (name, html) in sample::pages(&theme, language) {
            assert!(html.starts_with("<!DOCTYPE html>"), "{language} {name}");
            assert!(html.trim_end().ends_with("</html>"), "{language} {name}");
            assert_eq!(html.matches("<h1").count(), 1, "{language} {name}");
        }
    }
}

/// What stands outside of tags, comments and template code is a word of the template's own.
#[test]
fn no_template_contains_a_word() {
    let allowed = ["csv", "json"];
    for (name, text) in theme_files::templates() {
        // The class of the body is a name, not a word.
        let kind = text
            .find("{% block kind %}")
            .zip(text.find("{% endblock kind %}"));
        let mut rest = text.to_owned();
        if let Some((start, end)) = kind {
            rest.replace_range(start..end, "");
        }
        for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}"), ("<", ">")] {
            while let Some(start) = rest.find(open) {
                let end = rest[start..].find(close).expect("closed") + start + close.len();
                rest.replace_range(start..end, " ");
            }
        }
        let words: Vec<_> = rest
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| word.len() > 1 && !allowed.contains(&word.to_lowercase().as_str()))
            .collect();
        assert!(words.is_empty(), "{name}: {words:?}");
        for attribute in ["aria-label=\"", "title=\"", "alt=\"", "placeholder=\""] {
            for value in text.split(attribute).skip(1) {
                let value = value.split('"').next().unwrap_or("");
                assert!(
                    value.is_empty() || value.starts_with("{{"),
                    "{name}: {attribute}{value}"
                );
            }
        }
    }
}

#[test]
fn every_word_that_a_template_names_exists() {
    let theme = theme();
    let locale = instep::locale::tag::Locale::parse("en").expect("a tag");
    let words = Messages::new(&locale, &[]).value.words();
    let missing: Vec<_> = theme
        .asked()
        .iter()
        .filter(|word| !words.contains_key(*word))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// The policy in the head allows none of them.
#[test]
fn no_page_has_inline_script_style_or_handlers() {
    let theme = theme();
    for (name, html) in sample::pages(&theme, "en-US") {
        assert!(!html.contains(" style="), "{name}");
        assert!(!html.contains("<style"), "{name}");
        assert!(!html.contains("javascript:"), "{name}");
        for tag in html.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap_or("");
            let handler = |word: &str| word.starts_with("on") && word.contains('=');
            assert!(!tag.split(' ').any(handler), "{name}: <{tag}>");
            let data = tag.contains("type=\"application/ld+json\"");
            let inline = tag.starts_with("script") && !tag.contains(" src=");
            assert!(!inline || data, "{name}: <{tag}>");
        }
    }
}

#[test]
fn structured_data_cannot_end_its_element() {
    let (_, html) = sample::pages(&theme(), "en-US").remove(0);
    assert!(html.contains(r#""name":"\u003c/script>""#), "{html}");
}

#[test]
fn the_direction_and_language_of_a_page_are_those_of_its_locale() {
    let (_, html) = sample::pages(&theme(), "ar-SA").remove(0);
    assert!(html.contains("<html lang=\"ar-SA\" dir=\"rtl\""), "{html}");
    assert!(html.contains("lang=\"ja-JP\" dir=\"ltr\""), "{html}");
}

#[test]
fn a_site_overrides_one_block_of_one_template() {
    let path = "themes/default/templates/missing.html";
    let text = "{% extends \"default/missing.html\" %}{% block main %}<h1>{{ title }}</h1>{% endblock main %}";
    let outcome = load(&[(path, text)]);
    assert_eq!(told(&outcome.findings), Vec::<String>::new());
    let pages: BTreeMap<_, _> = sample::pages(&outcome.value, "en-US").into_iter().collect();
    assert!(!pages["missing"].contains("There is no page"));
    assert!(pages["missing"].contains("class=\"foot\""));
    assert!(pages["guide"].contains("class=\"text\""));
}

#[test]
fn a_site_overrides_a_partial_of_all_pages() {
    let path = "themes/plain/templates/partials/footer.html";
    let outcome = load_named(
        "plain",
        &[(path, "<footer>{{ site.title }}</footer>")],
        "{}",
    );
    assert_eq!(told(&outcome.findings), Vec::<String>::new());
    for (name, html) in sample::pages(&outcome.value, "en-US") {
        assert!(html.contains("<footer>Contoso Harbour</footer>"), "{name}");
    }
}

/// Pages show languages, titles and pictures without the components, which take long.
#[test]
fn components_show_what_the_pages_show() {
    let own = "\
{% for language in languages %}
{{ <language link={language} words={locale.words} tongue={locale.tongue} /> }}
{% endfor %}
{% for crumb in breadcrumbs %}
{{ <title link={crumb} /> }}
{% endfor %}
{{ <icon name=\"menu\" /> }}
{{ <icon name=\"language\" /> }}
{{ <icon name=\"paint\" /> }}
{{ <icon name=\"contents\" /> }}";
    let outcome = load(&[("themes/default/templates/guide.html", own)]);
    assert_eq!(told(&outcome.findings), Vec::<String>::new());
    for language in ["en-US", "ar-SA"] {
        let (_, page) = sample::pages(&theme(), language).remove(0);
        let (_, shown) = sample::pages(&outcome.value, language).remove(0);
        let shown: Vec<&str> = shown.lines().filter(|line| !line.is_empty()).collect();
        assert!(shown.len() > 6, "{shown:?}");
        for line in shown {
            assert!(page.contains(&format!(">{line}")), "{line}");
        }
    }
}

#[test]
fn a_mistake_in_a_template_is_shown_with_its_place_and_the_page_stays() {
    let path = "themes/default/templates/missing.html";
    let outcome = load(&[(path, "<h1>\n{{ title | loud }}\n</h1>")]);
    assert_eq!(
        told(&outcome.findings),
        ["template/error themes/default/templates/missing.html:2:12 unknown filter `loud`"]
    );
    let finding = &outcome.findings[0];
    assert_eq!(finding.span.end.column - finding.span.start.column, 4);
    let pages: BTreeMap<_, _> = sample::pages(&outcome.value, "en-US").into_iter().collect();
    assert!(pages["missing"].contains("There is no page at this address"));
}

#[test]
fn a_template_that_cannot_be_parsed_does_not_take_the_others_with_it() {
    let outcome = load(&[
        ("themes/default/templates/missing.html", "{% if title %}"),
        (
            "themes/default/templates/partials/footer.html",
            "<footer></footer>",
        ),
    ]);
    let told = told(&outcome.findings);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("template/error themes/default/templates/missing.html:1:"),
        "{told:?}"
    );
    let pages: BTreeMap<_, _> = sample::pages(&outcome.value, "en-US").into_iter().collect();
    assert!(pages["missing"].contains("<footer></footer>"));
}

#[test]
fn a_template_that_fails_on_a_page_gives_way_to_the_built_in_one() {
    let path = "themes/default/templates/redirect.html";
    let outcome = load(&[(path, "<h1>{{ titel }}</h1>")]);
    assert_eq!(told(&outcome.findings), Vec::<String>::new());
    let page = json!({"target": "/x/", "title": "Moved"});
    let rendered = outcome.value.render("redirect.html", &page);
    let told = told(&rendered.findings);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("template/error themes/default/templates/redirect.html:1:8 "),
        "{told:?}"
    );
}

#[test]
fn templates_in_a_circle_are_reported() {
    let outcome = load(&[
        (
            "themes/default/templates/a.html",
            "{% extends \"b.html\" %}",
        ),
        (
            "themes/default/templates/b.html",
            "{% extends \"a.html\" %}",
        ),
    ]);
    let told = told(&outcome.findings);
    assert!(
        told[0].starts_with("template/error themes/default/templates/a.html:1:1 circular extend"),
        "{told:?}"
    );
    assert_eq!(sample::pages(&outcome.value, "en-US").len(), 7);
}

#[test]
fn a_file_of_the_site_replaces_or_joins_the_assets() {
    let outcome = load(&[
        ("themes/default/static/style.css", "body { color: red; }"),
        ("themes/default/static/images/logo.svg", "<svg/>"),
    ]);
    let theme = outcome.value;
    let style = theme.assets().iter().find(|a| a.name == "style.css");
    assert_eq!(style.expect("a style").bytes, b"body{color:red}");
    let logo = theme.route("images/logo.svg").expect("a logo");
    assert!(logo.as_str().starts_with("/assets/images/logo."));
    assert!(theme.route("script.js").is_some());
}

#[test]
fn options_are_those_that_the_theme_declares() {
    let manifest = "options:\n  wide: { kind: switch, default: false }\n";
    let options = "{ accent: green, wide: true, logo: 3, colour: red }";
    let outcome = load_named("plain", &[("themes/plain/theme.yaml", manifest)], options);
    assert_eq!(
        told(&outcome.findings),
        [
            "template/option site.yaml:1:1 the theme `plain` has no option `colour`",
            "template/option site.yaml:1:1 the option `logo` of the theme takes a text",
        ]
    );
    let options = outcome.value.options();
    assert_eq!(options["accent"], "green");
    assert_eq!(options["wide"], true);
    assert_eq!(options["logo"], "");
}

#[test]
fn a_choice_names_what_there_is_to_choose() {
    let outcome = load_named("default", &[], "{ accent: pink }");
    assert_eq!(
        told(&outcome.findings),
        [
            "template/option site.yaml:1:1 the option `accent` of the theme takes one of `blue`, \
             `green`, `violet`, `brick`, `slate`"
        ]
    );
}

#[test]
fn a_manifest_that_is_no_yaml_is_reported_where_it_breaks() {
    let outcome = load_named(
        "plain",
        &[("themes/plain/theme.yaml", "description: x\noptions: [\n")],
        "{}",
    );
    assert_eq!(outcome.findings.len(), 1);
    assert_eq!(outcome.findings[0].rule.code, "template/error");
    assert!(outcome.findings[0].span.start.line >= 2);
}

#[test]
fn a_manifest_that_ends_too_early_is_reported_at_its_end() {
    let outcome = load_named("plain", &[("themes/plain/theme.yaml", "{# open")], "{}");
    let finding = &outcome.findings[0];
    assert_eq!(finding.span.start.line, 1, "{finding:?}");
}

/// The files of the theme that the manual shows, by their path: each stands in a block of code
/// below its name.
fn files_of_the_manual() -> Vec<(String, String)> {
    let manual = include_str!("../content/en-US/theme.md");
    let named = manual.split("\n`themes/").skip(1);
    let file = |rest: &str| {
        let (path, rest) = rest.split_once("`:\n\n```")?;
        let (_, rest) = rest.split_once('\n')?;
        let (text, _) = rest.split_once("\n```")?;
        Some((format!("themes/{path}"), text.to_owned()))
    };
    named.filter_map(file).collect()
}

#[test]
fn the_theme_of_the_manual_is_short_and_works() {
    let files = files_of_the_manual();
    let lines: usize = files.iter().map(|(_, text)| text.lines().count()).sum();
    assert!(files.len() >= 4 && lines < 100, "{lines} lines: {files:?}");
    let files: Vec<_> = files
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let outcome = load_named("harbour", &files, "{ banner: Closed on Sunday, lamp: red }");
    assert_eq!(told(&outcome.findings), Vec::<String>::new());
    for (name, html) in sample::pages(&outcome.value, "ar-SA") {
        assert!(
            html.contains("<p class=\"banner red\">Closed on Sunday</p>"),
            "{name}"
        );
        assert!(html.contains("/assets/harbour."), "{name}");
        assert!(html.contains("<html lang=\"ar-SA\""), "{name}");
        assert_eq!(
            html.contains("class=\"reading\""),
            name == "guide",
            "{name}"
        );
    }
}

/// The settings that the manual shows for it.
fn settings_of_the_manual() -> &'static str {
    let manual = include_str!("../content/en-US/theme.md");
    let from = manual.find("```yaml\ntheme: harbour\n").expect("settings") + "```yaml\n".len();
    let length = manual[from..].find("```").expect("closed");
    &manual[from..from + length]
}

#[test]
fn a_site_is_built_with_the_theme_of_the_manual() {
    let site = Site::of(&[
        ("site.yaml", settings_of_the_manual()),
        ("content/en-US/quay.md", "# The quay\n\nShips lie here.\n"),
        (
            "content/fr-FR/quay.md",
            "# Le quai\n\nLes navires sont ici.\n",
        ),
    ]);
    for (path, text) in files_of_the_manual() {
        site.write(&path, &text);
    }
    let built = site.run(&["build", "--strict", "--no-search"]);
    assert!(
        built.status.success(),
        "{}",
        String::from_utf8_lossy(&built.stderr)
    );
    for page in ["en-us/quay/index.html", "fr-fr/quay/index.html"] {
        let html = site.read(&format!("dist/{page}"));
        let banner = "<p class=\"banner green\">The office is closed on Sunday.</p>";
        assert!(html.contains(banner), "{page}: {html}");
        assert!(html.contains("<div class=\"reading\">"), "{page}: {html}");
        let style = html
            .split("/assets/harbour.")
            .nth(1)
            .expect("the style of the theme");
        let name = style.split('"').next().unwrap_or_default();
        let asset = site.root.join(format!("dist/assets/harbour.{name}"));
        assert!(asset.exists(), "{asset}");
    }
}

/// Reading must stay cheap: the limits are those that the project set itself, compressed. These
/// are for the bytes as they are, which are about four times as many.
#[test]
fn style_and_script_stay_small() {
    let theme = theme();
    let size = |name: &str| {
        let asset = theme.assets().iter().find(|asset| asset.name == name);
        asset.expect("built in").bytes.len()
    };
    assert!(size("style.css") < 32_000, "{}", size("style.css"));
    assert!(size("script.js") < 24_000, "{}", size("script.js"));
}

#[test]
fn ids_are_unique_on_every_page() {
    let theme = theme();
    for (name, html) in sample::pages(&theme, "en-US") {
        let mut seen = BTreeSet::new();
        for id in html.split(" id=\"").skip(1) {
            let id = id.split('"').next().unwrap_or("");
            assert!(seen.insert(id.to_owned()), "{name}: {id} twice");
        }
    }
}
