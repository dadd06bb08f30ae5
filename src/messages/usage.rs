//! Which variables a message asks for.

use std::collections::{BTreeMap, BTreeSet};

use fluent::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

/// The variables of each message of a resource, by its id, with those of the messages and terms
/// that it refers to.
pub fn variables(resource: &FluentResource) -> BTreeMap<String, BTreeSet<String>> {
    let patterns: BTreeMap<String, &Pattern<&str>> =
        resource.entries().filter_map(named_pattern).collect();
    let messages = patterns.keys().filter(|id| !id.starts_with('-'));
    messages
        .map(|id| {
            let mut walk = Walk {
                patterns: &patterns,
                seen: BTreeSet::new(),
                variables: BTreeSet::new(),
            };
            walk.message(id);
            (id.clone(), walk.variables)
        })
        .collect()
}

fn named_pattern<'a>(entry: &'a Entry<&'a str>) -> Option<(String, &'a Pattern<&'a str>)> {
    match entry {
        Entry::Message(message) => {
            let value = message.value.as_ref()?;
            Some((message.id.name.to_owned(), value))
        }
        Entry::Term(term) => Some((format!("-{}", term.id.name), &term.value)),
        _ => None,
    }
}

struct Walk<'a> {
    patterns: &'a BTreeMap<String, &'a Pattern<&'a str>>,
    seen: BTreeSet<String>,
    variables: BTreeSet<String>,
}

impl<'a> Walk<'a> {
    fn message(&mut self, id: &str) {
        // Messages may refer to each other in a circle.
        if !self.seen.insert(id.to_owned()) {
            return;
        }
        if let Some(pattern) = self.patterns.get(id) {
            self.pattern(pattern);
        }
    }

    fn pattern(&mut self, pattern: &'a Pattern<&'a str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &'a Expression<&'a str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants
                    .iter()
                    .for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &'a InlineExpression<&'a str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments
                    .positional
                    .iter()
                    .for_each(|inline| self.inline(inline));
            }
            InlineExpression::MessageReference { id, .. } => self.message(id.name),
            InlineExpression::TermReference { id, .. } => self.message(&format!("-{}", id.name)),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}
