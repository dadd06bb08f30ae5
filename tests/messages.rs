//! The words of the interface: complete, right in their plurals, and safe to override.

use std::collections::{BTreeMap, BTreeSet};

use fluent::FluentResource;
use fluent_syntax::ast::{Entry, Expression, PatternElement, Variant, VariantKey};
use icu::plurals::{PluralRules, PluralRulesOptions};
use instep::locale::tag::Locale;
use instep::messages::check::{check, duplicates};
use instep::messages::{Argument, Messages, built_in, usage};
use instep::path::SourcePath;
use instep::source::Source;
use jiff::civil::date;

const LANGUAGES: [&str; 18] = [
    "ar", "cs", "de", "en", "es", "fr", "he", "hu", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv",
    "tr", "zh",
];

fn locale(tag: &str) -> Locale {
    Locale::parse(tag).expect("a tag")
}

fn messages(tag: &str) -> Messages {
    let outcome = Messages::new(&locale(tag), &[]);
    assert!(outcome.findings.is_empty(), "{:?}", outcome.findings);
    outcome.value
}

fn file(path: &str, text: &str) -> Source {
    Source::new(&SourcePath::new(path), text.to_owned())
}

/// The variables of each built-in message of a language.
fn variables(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for text in built_in::texts(&locale(tag)) {
        let resource = FluentResource::try_new(text.to_owned());
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("{tag}: {errors:?}"));
        all.extend(usage::variables(&resource));
    }
    all
}

#[test]
fn every_language_has_every_message_and_no_other() {
    let mut languages: Vec<_> = built_in::languages().collect();
    languages.sort_unstable();
    assert_eq!(languages, LANGUAGES);
    let english = variables("en");
    for language in LANGUAGES {
        let own = variables(language);
        let lacks: Vec<_> = english.keys().filter(|id| !own.contains_key(*id)).collect();
        let extra: Vec<_> = own.keys().filter(|id| !english.contains_key(*id)).collect();
        assert_eq!((lacks, extra), (vec![], vec![]), "{language}");
    }
}

#[test]
fn no_translation_uses_a_variable_that_the_english_message_lacks() {
    let english = variables("en");
    for language in LANGUAGES {
        for (id, variables) in variables(language) {
            assert!(
                variables.is_subset(&english[&id]),
                "{language}: `{id}` uses {variables:?}"
            );
        }
    }
}

#[test]
fn a_date_a_list_and_a_name_are_written_as_the_language_does() {
    let day = [("date", Argument::Day(date(2019, 9, 9)))];
    assert_eq!(
        messages("en-US").text("notice-superseded", &day),
        "A newer version of this guide was published on September 9, 2019."
    );
    assert_eq!(
        messages("fr-FR").text("notice-superseded", &day),
        "Une version plus récente de ce guide a été publiée le 9 septembre 2019."
    );
    let items = ["a".to_owned(), "b".to_owned(), "c".to_owned()];
    let names = [
        ("wanted", Argument::List(&items)),
        ("shown", Argument::Text("svenska")),
    ];
    assert_eq!(
        messages("sv-SE").text("notice-fallback", &names),
        "Den här guiden är inte översatt till a, b och c än. Den visas på svenska."
    );
}

#[test]
fn numbers_choose_the_plural_form_and_have_the_digits_of_the_language() {
    let said = |tag, count| {
        let count = [("count", Argument::Number(count))];
        messages(tag).plain("badge-due", &count)
    };
    assert_eq!(said("en", 1), "in 1 day");
    assert_eq!(said("en", 12_345), "in 12,345 days");
    assert_eq!(said("fr", 0), "dans 0 jour");
    assert_eq!(said("ar-EG", 2), "بعد يومين");
    assert_eq!(said("ar-EG", 3), "بعد ٣ أيام");
    assert_eq!(said("ar-EG", 11), "بعد ١١ يومًا");
}

#[test]
fn arguments_are_isolated_only_where_directions_meet() {
    let title = [("title", Argument::Text("Start"))];
    assert_eq!(
        messages("ar").text("changes-title", &title),
        "التغييرات في «\u{2068}Start\u{2069}»"
    );
    assert_eq!(
        messages("ar").plain("changes-title", &title),
        "التغييرات في «Start»"
    );
    assert_eq!(
        messages("de").text("changes-title", &title),
        "Änderungen an „Start“"
    );
    let title = [("title", Argument::Text("ابدأ"))];
    assert_eq!(
        messages("de").text("changes-title", &title),
        "Änderungen an „\u{2068}ابدأ\u{2069}“"
    );
}

#[test]
fn a_language_without_words_speaks_english() {
    let thai = messages("th-TH");
    assert_eq!(thai.words()["search"], "Search");
    assert_eq!(thai.text("no-such-message", &[]), "no-such-message");
}

#[test]
fn words_hold_plain_messages_and_the_forms_of_counted_ones() {
    let words = messages("en-US").words();
    assert_eq!(words["skip_to_content"], "Skip to content");
    assert_eq!(
        words["badge_due_forms"],
        r#"{"one":"in {n} day","other":"in {n} days"}"#
    );
    assert!(!words.contains_key("notice_superseded"));
    let arabic = messages("ar-SA").words();
    let forms: BTreeMap<String, String> =
        serde_json::from_str(&arabic["badge_due_forms"]).expect("JSON");
    let categories: Vec<_> = forms.keys().map(String::as_str).collect();
    assert_eq!(categories, ["few", "many", "one", "other", "two", "zero"]);
    assert_eq!(forms["few"], "بعد {n} أيام");
}

/// The plural forms of each counted message, as its variants name them.
fn forms(tag: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for text in built_in::texts(&locale(tag)) {
        let resource = fluent_syntax::parser::parse(text).expect("tested above");
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let elements = message
                .value
                .map(|value| value.elements)
                .unwrap_or_default();
            let names = elements.iter().flat_map(|element| match element {
                PatternElement::Placeable {
                    expression: Expression::Select { variants, .. },
                } => variants.iter().map(name).collect(),
                _ => Vec::new(),
            });
            let names: BTreeSet<_> = names.collect();
            if !names.is_empty() {
                all.insert(message.id.name.to_owned(), names);
            }
        }
    }
    all
}

fn name(variant: &Variant<&str>) -> String {
    match &variant.key {
        VariantKey::Identifier { name } => (*name).to_owned(),
        VariantKey::NumberLiteral { value } => (*value).to_owned(),
    }
}

#[test]
fn every_counted_message_has_the_plural_forms_of_its_language() {
    let counted: BTreeSet<_> = forms("en").into_keys().collect();
    for language in LANGUAGES {
        let rules = PluralRules::try_new(
            icu::locale::Locale::try_from_str(language)
                .expect("a tag")
                .into(),
            PluralRulesOptions::default(),
        );
        let rules = rules.expect("CLDR knows the language");
        // Nobody counts millions of days or sections.
        let needed: BTreeSet<_> = (0_u32..1_000)
            .map(|number| format!("{:?}", rules.category_for(number)).to_lowercase())
            .collect();
        let forms = forms(language);
        for message in &counted {
            let has = forms.get(message).cloned().unwrap_or_default();
            let lacks: Vec<_> = needed.difference(&has).collect();
            assert!(lacks.is_empty(), "{language}: `{message}` lacks {lacks:?}");
        }
    }
}

/// `one` is not 1 alone in these languages, so a form without the number would be wrong.
#[test]
fn forms_for_the_script_name_the_number_wherever_it_is_not_certain() {
    for language in LANGUAGES {
        for (name, forms) in messages(language).words().iter() {
            // The others are formed where the number is known.
            let asked = [
                "badge_due_forms",
                "notice_passed_forms",
                "search_results_forms",
            ];
            if !asked.contains(&name.as_str()) {
                continue;
            }
            let forms: BTreeMap<String, String> = serde_json::from_str(forms).expect("JSON");
            for (category, form) in forms {
                let vague = match category.as_str() {
                    "one" => ["fr", "pt", "ru"].contains(&language),
                    "two" | "zero" => false,
                    _ => true,
                };
                assert!(
                    !vague || form.contains("{n}"),
                    "{language}: {name} [{category}] {form}"
                );
            }
        }
    }
}

#[test]
fn a_file_of_the_site_replaces_single_messages() {
    let files = [
        file("locales/fr/site.ftl", "search = Chercher\nmenu = Carte\n"),
        file("locales/fr-CA/site.ftl", "menu = Sommaire\n"),
    ];
    let words = Messages::new(&locale("fr-CA"), &files).value.words();
    assert_eq!(words["search"], "Chercher");
    assert_eq!(words["menu"], "Sommaire");
    assert_eq!(words["close"], "Fermer");
    let words = Messages::new(&locale("fr-FR"), &files).value.words();
    assert_eq!(words["menu"], "Carte");
}

#[test]
fn a_message_that_asks_for_what_it_is_not_given_gives_way() {
    let files = [file(
        "locales/fr/site.ftl",
        "changes-title = Tout sur { $page }\n",
    )];
    let french = Messages::new(&locale("fr"), &files).value;
    let title = [("title", Argument::Text("A"))];
    assert_eq!(french.text("changes-title", &title), "Changes in “A”");
    let findings = check(&files, &[locale("fr")], &BTreeSet::new());
    let [finding] = &findings[..] else {
        panic!("{findings:?}");
    };
    assert_eq!(finding.rule.code, "messages/arguments");
    assert_eq!(
        finding.message,
        "`changes-title` uses `$page`, which the English message does not have"
    );
    assert_eq!((finding.span.start.line, finding.span.start.column), (1, 1));
}

#[test]
fn a_mistake_in_the_syntax_is_reported_where_it_stands() {
    let files = [file(
        "locales/fr/site.ftl",
        "search = Chercher\nmenu Carte\n",
    )];
    let outcome = Messages::new(&locale("fr"), &files);
    assert_eq!(outcome.value.words()["search"], "Chercher");
    let [finding] = &outcome.findings[..] else {
        panic!("{:?}", outcome.findings);
    };
    assert_eq!(finding.rule.code, "messages/arguments");
    assert_eq!(finding.span.start.line, 2);
}

#[test]
fn a_message_that_nothing_asks_for_is_noted() {
    let files = [file(
        "locales/en/site.ftl",
        "serach = Find\nslogan = Sail\n",
    )];
    let asked = BTreeSet::from(["slogan".to_owned()]);
    let findings = check(&files, &[locale("en")], &asked);
    let [finding] = &findings[..] else {
        panic!("{findings:?}");
    };
    assert_eq!(finding.rule.code, "messages/unused");
    assert_eq!(finding.message, "nothing asks for the message `serach`");
}

#[test]
fn a_language_that_lacks_words_is_noted_once() {
    let findings = check(&[], &[locale("th-TH"), locale("de-AT")], &BTreeSet::new());
    let [finding] = &findings[..] else {
        panic!("{findings:?}");
    };
    assert_eq!(finding.rule.code, "messages/missing");
    assert_eq!(finding.file.as_str(), "locales/th-TH/site.ftl");
}

#[test]
fn a_message_that_stands_twice_in_a_file_is_reported_where_it_is_passed_over() {
    let text = "search = Find\n# Of dialogs.\nclose = Close\nsearch =\n    Seek\n    search = no\n";
    let files = [file("locales/en/site.ftl", text)];
    let findings = check(&files, &[locale("en")], &BTreeSet::new());
    let [finding] = &findings[..] else {
        panic!("{findings:?}");
    };
    assert_eq!(finding.rule.code, "messages/duplicate");
    assert_eq!(
        finding.message,
        "`search` is defined again further down, and that one is used"
    );
    assert_eq!((finding.span.start.line, finding.span.start.column), (1, 1));
    assert_eq!(finding.related[0].span.start.line, 4);
    let english = Messages::new(&locale("en"), &files).value;
    assert!(english.words()["search"].starts_with("Seek"));
}

#[test]
fn messages_of_two_files_replace_each_other_without_a_finding() {
    let files = [
        file("locales/en/site.ftl", "search = Find\n"),
        file("locales/en-GB/site.ftl", "search = Seek\n"),
    ];
    let findings = check(&files, &[locale("en-GB")], &BTreeSet::new());
    assert!(findings.is_empty(), "{findings:?}");
}

/// Fluent takes the last without a word, also of those that are part of the program.
#[test]
fn no_message_of_the_program_stands_twice_in_its_file() {
    let mut files = 0;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    for language in std::fs::read_dir(folder).expect("a folder") {
        let language = language.expect("an entry").path();
        for entry in std::fs::read_dir(language).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|kind| kind == "ftl") {
                let text = std::fs::read_to_string(&path).expect("a text");
                let source = file(path.to_str().expect("a name"), &text);
                let twice = duplicates(&source);
                assert!(twice.is_empty(), "{}: {twice:?}", path.display());
                files += 1;
            }
        }
    }
    assert!(files > LANGUAGES.len(), "{files}");
}

/// The sources of the program as one text.
fn sources(folder: &std::path::Path, all: &mut String) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => sources(&path, all),
            false => all.push_str(&std::fs::read_to_string(path).unwrap_or_default()),
        }
    }
}

#[test]
fn the_program_says_every_message_that_it_has() {
    // Which kind of value differs is known when the program runs.
    const COMPOSED: &str = "cli-kind-";
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut source = String::new();
    sources(&root.join("src"), &mut source);
    let words = std::fs::read_to_string(root.join("locales/en/program.ftl")).expect("the words");
    let ids = words.lines().filter_map(|line| line.split_once(" ="));
    let ids = ids.map(|(id, _)| id);
    let ids: Vec<&str> = ids.filter(|id| id.starts_with("cli-")).collect();
    assert!(ids.len() > 50 && source.contains(&format!("\"{COMPOSED}{{}}\"")));
    let said = |id: &&&str| id.starts_with(COMPOSED) || source.contains(&format!("\"{id}\""));
    let dead: Vec<&&str> = ids.iter().filter(|id| !said(id)).collect();
    assert!(dead.is_empty(), "nothing asks for {dead:?}");
}
