//! Scopes of syntax definitions, hundreds of them, as a dozen classes.

use rustc_hash::FxHashMap;
use syntect::parsing::Scope;

/// Prefixes of scopes with their class. The longest prefix that fits decides.
const TABLE: [(&str, &str); 48] = [
    ("comment", "c"),
    ("punctuation.definition.comment", "c"),
    ("constant", "l"),
    ("constant.numeric", "n"),
    ("constant.character.escape", "s"),
    ("constant.other.placeholder", "s"),
    ("entity.name", "f"),
    ("entity.name.tag", "g"),
    ("entity.name.type", "t"),
    ("entity.name.class", "t"),
    ("entity.name.struct", "t"),
    ("entity.name.enum", "t"),
    ("entity.name.interface", "t"),
    ("entity.name.namespace", "t"),
    ("entity.name.section", "h"),
    ("entity.other.attribute-name", "a"),
    ("entity.other.inherited-class", "t"),
    ("invalid", ""),
    ("keyword", "k"),
    ("keyword.operator", "o"),
    ("keyword.operator.word", "k"),
    ("markup.deleted", "d"),
    ("markup.inserted", "i"),
    ("markup.heading", "h"),
    ("markup.raw", "s"),
    ("meta.annotation", "m"),
    ("meta.attribute", "m"),
    ("meta.diff.header", "m"),
    ("meta.preprocessor", "m"),
    ("meta.mapping.key", "a"),
    ("punctuation.definition.string", "s"),
    ("punctuation.definition.variable", "v"),
    ("storage", "k"),
    ("storage.type", "t"),
    ("storage.type.function", "k"),
    ("storage.type.numeric", "n"),
    ("storage.type.class", "k"),
    ("storage.modifier", "k"),
    ("string", "s"),
    ("string.unquoted", ""),
    ("support.constant", "l"),
    ("support.function", "f"),
    ("support.class", "t"),
    ("support.type", "t"),
    ("support.type.property-name", "a"),
    ("variable", "v"),
    ("variable.function", "f"),
    ("variable.language", "k"),
];

/// Classes by scope.
pub type Known = FxHashMap<Scope, Option<&'static str>>;

/// The table, ready to be asked.
#[derive(Debug)]
pub struct Classes {
    prefixes: Vec<(Scope, &'static str)>,
}

impl Classes {
    /// The table, longest scopes first.
    pub fn new() -> Self {
        let scope = |(name, class): &(&str, &'static str)| Some((Scope::new(name).ok()?, *class));
        let mut prefixes: Vec<_> = TABLE.iter().filter_map(scope).collect();
        prefixes.sort_by_key(|(scope, _)| std::cmp::Reverse(scope.len()));
        Self { prefixes }
    }

    /// The class of the innermost scope that has one. `known` are those asked for before.
    pub fn of(&self, stack: &[Scope], known: &mut Known) -> Option<&'static str> {
        let class = |scope: &Scope| *known.entry(*scope).or_insert_with(|| self.class(*scope));
        let found = stack.iter().rev().find_map(class);
        found.filter(|class| !class.is_empty())
    }

    fn class(&self, scope: Scope) -> Option<&'static str> {
        let fits = |(prefix, _): &&(Scope, &str)| prefix.is_prefix_of(scope);
        self.prefixes.iter().find(fits).map(|(_, class)| *class)
    }
}
