//! Whether the site's own messages fit the ones that the program speaks.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::parser::ParserError;

use crate::finding::{Finding, Level, Rule, Span};
use crate::locale::tag::Locale;
use crate::messages::{built_in, language, usage};
use crate::path::SourcePath;
use crate::source::Source;

/// `messages/missing`: a language lacks words of the interface.
pub static MISSING: Rule = Rule {
    code: "messages/missing",
    level: Level::Note,
    summary: "a language lacks words of the interface",
    explanation: "\
The site has pages in a language in which the interface does not have all its words, so that menus
and notices appear in English there.

Add the missing messages to a file in `locales/<locale>/`, for example `locales/da-DK/site.ftl`.
The messages built into the program for English are the reference; `instep explain
messages/arguments` says what a message may contain.
",
};

/// `messages/unused`: a message that nothing asks for.
pub static UNUSED: Rule = Rule {
    code: "messages/unused",
    level: Level::Note,
    summary: "a message that nothing asks for",
    explanation: "\
A file in `locales/` defines a message that neither the program nor a template of the theme asks
for. Most often its name is misspelt, and the built-in wording still shows.

Correct the name, or take the message out.
",
};

/// `messages/arguments`: a message that cannot be read, or asks for what it is not given.
pub static ARGUMENTS: Rule = Rule {
    code: "messages/arguments",
    level: Level::Deny,
    summary: "a message that cannot be read, or asks for what it is not given",
    explanation: "\
A message in a Fluent file has a mistake in its syntax, or uses a variable that the English message
of that name does not have. Readers would see the name of the variable in the place of its value,
so the message is not used: the built-in one, or the English one, stands in for it.

```
notice-passed = Passed on { $day }
```

Use only the variables of the English message. It may leave some out.
",
};

/// `messages/duplicate`: a message stands twice in one file.
pub static DUPLICATE: Rule = Rule {
    code: "messages/duplicate",
    level: Level::Warn,
    summary: "a message stands twice in one file",
    explanation: "\
A Fluent file defines one message twice. The last one is used and the others are passed over without
a word, so whoever changes one of those sees nothing change.

```
search = Find
close = Close
search = Search
```

Keep one of them. A message may stand in several files of one locale: there too the last counts.
",
};

/// What is wrong with the site's own messages. `asked` are the words that templates name, with `_`
/// for `-`; `locales` are those of the site.
pub fn check(overrides: &[Source], locales: &[Locale], asked: &BTreeSet<String>) -> Vec<Finding> {
    let reference = reference(overrides);
    let mut findings: Vec<_> = overrides
        .iter()
        .flat_map(|source| file(source, &reference, asked))
        .collect();
    findings.extend(
        locales
            .iter()
            .filter_map(|locale| missing(locale, overrides, &reference)),
    );
    findings
}

/// The finding for a place that Fluent cannot read.
pub fn unreadable(source: &Source, error: &ParserError) -> Finding {
    let what = error.kind.to_string().replace('"', "`");
    ARGUMENTS.at(
        &source.path,
        source.span(error.pos.clone()),
        format!("this is no Fluent: {}", lower_first(&what)),
    )
}

/// The variables of every English message, built in or of the site.
fn reference(overrides: &[Source]) -> BTreeMap<String, BTreeSet<String>> {
    let english = Locale::english();
    let mut messages = BTreeMap::new();
    // The program's own come last: what they are given does not change with a site's wording.
    for source in of(&english, overrides) {
        messages.extend(usage::variables(&language::read(&source.text).0));
    }
    for text in built_in::texts(&english) {
        messages.extend(usage::variables(&language::read(text).0));
    }
    messages
}

fn of<'a>(locale: &Locale, overrides: &'a [Source]) -> impl Iterator<Item = &'a Source> {
    let ancestors = locale.ancestors();
    overrides.iter().filter(move |source| {
        built_in::locale_of(&source.path).is_some_and(|of| ancestors.contains(&of))
    })
}

fn file(
    source: &Source,
    reference: &BTreeMap<String, BTreeSet<String>>,
    asked: &BTreeSet<String>,
) -> Vec<Finding> {
    let (resource, errors) = language::read(&source.text);
    let mut findings: Vec<_> = errors
        .iter()
        .map(|error| unreadable(source, error))
        .collect();
    findings.extend(duplicates(source));
    for (id, variables) in usage::variables(&resource) {
        let known = reference.get(&id);
        let asked = asked.contains(&id.replace('-', "_"));
        let english = built_in::locale_of(&source.path).is_some_and(|of| of.language() == "en");
        if !asked && (known.is_none() || english && !built_in_id(&id)) {
            findings.push(unused(source, &id));
        }
        let given = known.cloned().unwrap_or_default();
        for variable in variables.difference(&given) {
            findings.push(not_given(source, &id, variable));
        }
    }
    findings
}

fn built_in_id(id: &str) -> bool {
    let english = Locale::english();
    built_in::texts(&english).any(|text| usage::variables(&language::read(text).0).contains_key(id))
}

fn unused(source: &Source, id: &str) -> Finding {
    UNUSED
        .at(
            &source.path,
            place(source, id),
            format!("nothing asks for the message `{id}`"),
        )
        .help("correct its name, or take it out")
}

fn not_given(source: &Source, id: &str, variable: &str) -> Finding {
    let message = format!("`{id}` uses `${variable}`, which the English message does not have");
    ARGUMENTS
        .at(&source.path, place(source, id), message)
        .help("use only the variables of the English message")
}

fn missing(
    locale: &Locale,
    overrides: &[Source],
    reference: &BTreeMap<String, BTreeSet<String>>,
) -> Option<Finding> {
    let mut has = BTreeSet::new();
    for text in built_in::texts(locale) {
        has.extend(usage::variables(&language::read(text).0).into_keys());
    }
    for source in of(locale, overrides) {
        has.extend(usage::variables(&language::read(&source.text).0).into_keys());
    }
    let lacking: Vec<_> = reference.keys().filter(|id| !has.contains(*id)).collect();
    let (first, rest) = lacking.split_first()?;
    let path = SourcePath::new(&format!("locales/{locale}/site.ftl"));
    let message = match rest.len() {
        0 => format!("the interface lacks the message `{first}` in `{locale}`"),
        others => {
            format!("the interface lacks `{first}` and {others} other messages in `{locale}`")
        }
    };
    Some(MISSING.about(&path, message).help("add them to this file"))
}

/// Messages and terms that stand more than once in a file: at each but the last, the one that counts.
pub fn duplicates(source: &Source) -> Vec<Finding> {
    let mut counts: BTreeMap<&str, Span> = BTreeMap::new();
    let mut findings = Vec::new();
    for (id, span) in defined(source) {
        if let Some(passed_over) = counts.insert(id, span) {
            let message = format!("`{id}` is defined again further down, and that one is used");
            let finding = DUPLICATE.at(&source.path, passed_over, message);
            let again = finding.related(&source.path, span, format!("`{id}` again"));
            findings.push(again.help("keep one of them"));
        }
    }
    findings
}

/// The name of a message where it counts.
fn place(source: &Source, id: &str) -> Span {
    let named = defined(source).filter(|(name, _)| *name == id);
    named.last().map_or(Span::FILE, |(_, span)| span)
}

/// The names of messages and terms with their places. What goes on from the line before is indented
/// (Fluent Syntax 1.0, `Message` and `blank_block`), so each begins its line.
fn defined(source: &Source) -> impl Iterator<Item = (&str, Span)> {
    let mut at = 0;
    let lines = source.text.split_inclusive('\n');
    let named = lines.map(move |line| {
        let start = at;
        at += line.len();
        let (id, _) = line.split_once('=')?;
        let id = id.trim_end();
        let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
        (!id.is_empty() && id.chars().all(is_letter)).then_some((id, start))
    });
    named
        .flatten()
        .map(|(id, start)| (id, source.span(start..start + id.len())))
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_lowercase());
    first.into_iter().chain(letters).collect()
}
