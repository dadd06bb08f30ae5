//! Product names torn apart, as machine translation tears them.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{Asked, Check, Context, Scope};
use crate::document::revision::Revision;
use crate::document::terms::{Torn, hash};
use crate::finding::{Finding, Level, Rule};

/// Protected names that were torn apart.
pub const CHECK: Check = Check {
    rules: &[&BROKEN],
    scope: Scope::Document(find),
};

/// `term/broken`: a product name is torn apart.
pub static BROKEN: Rule = Rule {
    code: "term/broken",
    level: Level::Note,
    summary: "a product name is torn apart",
    explanation: "\
A name that must not be translated stands here in two words, such as `micro soft`. Machine
translation does this where it takes a name for words of the language. Readers cannot search for
it, and links and products look wrong.

Write the name as one word; `instep check --fix` does that.

The names come from `terms` in `site.yaml`. Where that is not set, a name is a word that at least
two unrelated languages of the document write with the same capital amid a sentence, without an
article, and that hardly any of them writes in lower case; ordinary words and compounds are no
names.
",
};

/// Names by the hash of their lower-case letters.
type Names<'a> = BTreeMap<u32, &'a str>;

fn find(context: &Context<'_>, asked: &Asked<'_>) -> Vec<Finding> {
    let catalog = context.resolver.catalog;
    let editions = asked.document.editions.values();
    let currents: Vec<&Revision> = editions
        .map(|edition| catalog.revision(edition.current()))
        .collect();
    let suspects = currents
        .iter()
        .flat_map(|revision| revision.terms.torn.iter());
    let suspects: BTreeSet<u32> = suspects.map(|torn| torn.hash).collect();
    if suspects.is_empty() {
        return Vec::new();
    }
    let configured: Names<'_> = context
        .config
        .terms
        .iter()
        .map(|term| (hash(term), term.as_str()))
        .collect();
    let found = match configured.is_empty() {
        true => &protected(&currents, &suspects),
        false => &configured,
    };
    // Two English words in an English text are two words: names are torn in translation.
    let read =
        |revision: &&&Revision| !configured.is_empty() || revision.place.locale.language() != "en";
    let torn = |revision: &&Revision| {
        let torn = revision.terms.torn.iter();
        let named = torn.filter_map(|torn| Some((torn, *found.get(&torn.hash)?)));
        let named = named.filter(|(torn, name)| is_torn(torn, name));
        named
            .map(|(torn, name)| finding(revision, torn, name))
            .collect::<Vec<_>>()
    };
    currents.iter().filter(read).flat_map(torn).collect()
}

/// The suspects that are names: two families of languages write them with the same capitals, and
/// hardly any language without.
fn protected<'a>(currents: &[&'a Revision], suspects: &BTreeSet<u32>) -> Names<'a> {
    let mut families: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for revision in currents {
        let Some(family) = family(revision.place.locale.language()) else {
            continue;
        };
        let names = revision.terms.names();
        for name in names.filter(|name| suspects.contains(&hash(name))) {
            families.entry(name).or_default().insert(family);
        }
    }
    // One careless text among many does not make a name a common word.
    let lower = |hash: u32| {
        let without = currents.iter().filter(|r| r.terms.has_lower(hash));
        without.count()
    };
    let names = families
        .into_iter()
        .map(|(name, found)| (hash(name), name, found.len()));
    let names = names.filter(|(hash, _, found)| *found >= 2 && lower(*hash) * 2 < *found);
    names.map(|(hash, name, _)| (hash, name)).collect()
}

/// Languages that are near enough to share compounds are one witness. Where every noun has a
/// capital, one says nothing.
fn family(language: &str) -> Option<&str> {
    Some(match language {
        "de" | "lb" | "gsw" | "nds" => return None,
        "da" | "nb" | "nn" | "no" | "sv" | "is" | "fo" => "Scandinavian",
        "nl" | "af" | "fy" => "Dutch",
        "es" | "pt" | "gl" | "ca" => "Iberian",
        "cs" | "sk" => "Czech and Slovak",
        "hr" | "bs" | "sr" | "sl" | "mk" | "bg" => "South Slavic",
        "ru" | "uk" | "be" => "East Slavic",
        "id" | "ms" => "Malay",
        other => other,
    })
}

/// Whether the two words are the name torn, and not its parts used as words of their own:
/// `one drive` and `Power apps` may be meant, where the parts are common or begin a sentence.
fn is_torn(torn: &Torn, name: &str) -> bool {
    let split = usize::from(torn.split);
    let inner = name
        .as_bytes()
        .get(split)
        .is_some_and(u8::is_ascii_uppercase);
    !(inner && (torn.capital || torn.common))
}

fn finding(revision: &Revision, torn: &Torn, name: &str) -> Finding {
    let (first, second) = name.split_at(usize::from(torn.split));
    let (first, second) = match torn.capital {
        true => (first.to_owned(), second.to_lowercase()),
        false => (first.to_lowercase(), second.to_lowercase()),
    };
    let message = format!("`{first} {second}` is the name `{name}`, torn apart");
    let place = &revision.place;
    let span = torn.place.span;
    let finding = BROKEN.at(revision.file(torn.place), span, message);
    let finding = finding.of(&place.locale, &place.document);
    let finding = finding.help(format!("write `{name}`"));
    // Markup between the two words would go with them.
    let length = span.end.column.saturating_sub(span.start.column) as usize;
    let plain = span.start.line == span.end.line && length == name.len() + 1;
    if plain { finding.fix(name) } else { finding }
}
