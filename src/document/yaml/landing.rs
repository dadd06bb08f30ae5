//! `### YamlMime:Landing` and `### YamlMime:Hub`: links in groups, nested as each kind has it.
//!
//! The kinds differ in the names of their groups only. A group is whatever holds a list; what has
//! a name and an address and holds none is a link.

use crate::document::yaml::Writing;
use crate::source::tree::{Form, Node, Scalar};

/// The level of the last heading that a group may have; what such groups hold is left out.
const DEPTH: usize = 6;

/// Keys whose lists are no groups of the page.
const ASIDE: [&str; 4] = ["metadata", "azureCategories", "filters", "brand"];

/// Keys of texts that are shown as they stand.
const TEXTS: [&str; 6] = ["summary", "description", "text", "footer", "html", "note"];

/// Writes a landing page or a hub as Markdown.
pub fn write(writing: &mut Writing<'_>, root: &Node) {
    writing.title(root);
    for pair in root.pairs() {
        let known = ["title", "summary"].contains(&pair.key.as_str());
        if !known && !ASIDE.contains(&pair.key.as_str()) {
            inside(writing, &pair.value, 2);
        }
    }
}

/// The groups, or the links, of a list or a map.
fn inside(writing: &mut Writing<'_>, node: &Node, level: usize) {
    match &node.value {
        Form::List(nodes) if nodes.iter().all(is_link) => links(writing, nodes, None),
        Form::List(nodes) => nodes.iter().for_each(|node| group(writing, node, level)),
        Form::Map(_) => group(writing, node, level),
        Form::Nothing | Form::Scalar(_) => {}
    }
}

fn group(writing: &mut Writing<'_>, node: &Node, level: usize) {
    let Form::Map(pairs) = &node.value else {
        return;
    };
    let title = name(node);
    if let Some(title) = title {
        writing.script.plain_heading(level, title, address(node));
    }
    let below = if title.is_some() { level + 1 } else { level };
    if level > DEPTH {
        return;
    }
    let kind = node.text("linkListType").or(node.text("itemType"));
    for pair in pairs {
        let key = pair.key.as_str();
        match &pair.value.value {
            Form::Scalar(text) if TEXTS.contains(&key) && title != Some(text) => {
                writing.script.block(text);
            }
            Form::Map(_) if is_link(&pair.value) => {
                links(writing, std::slice::from_ref(&pair.value), None);
            }
            Form::List(nodes) if nodes.iter().all(is_link) && !ASIDE.contains(&key) => {
                links(writing, nodes, kind);
            }
            Form::List(_) | Form::Map(_) if !ASIDE.contains(&key) => {
                inside(writing, &pair.value, below);
            }
            _ => {}
        }
    }
}

/// A list of links, in a box that says what kind they are, where that is said.
fn links(writing: &mut Writing<'_>, nodes: &[Node], kind: Option<&Scalar>) {
    let mark = match kind {
        Some(kind) => {
            let class = kind.text.trim().to_ascii_lowercase();
            writing.script.text.push('\n');
            writing
                .script
                .text
                .push_str(&format!("> [!div class=\"links {class}\"]\n"));
            "> - "
        }
        None => {
            writing.script.text.push('\n');
            "- "
        }
    };
    for node in nodes {
        let (Some(name), address) = (name(node), address(node)) else {
            continue;
        };
        writing.script.text.push_str(mark);
        writing.script.link(name, address);
        if let Some(summary) = node.text("summary").or(node.text("description")) {
            writing.script.text.push_str(" – ");
            writing.script.line(summary);
        }
        writing.script.text.push('\n');
        if address.is_none() {
            let message = format!("`{}` leads nowhere", name.text.trim());
            writing.refuse(node.at, message, "write its `url`");
        }
    }
}

/// Whether a part is one link: it has a name, and nothing in it is a list.
fn is_link(node: &Node) -> bool {
    let held = |form: &Form| matches!(form, Form::List(_) | Form::Map(_));
    let lists = node
        .pairs()
        .iter()
        .any(|pair| held(&pair.value.value) && !ASIDE.contains(&pair.key.as_str()));
    name(node).is_some() && !lists
}

fn name(node: &Node) -> Option<&Scalar> {
    ["title", "name", "text"]
        .iter()
        .find_map(|key| node.text(key))
}

fn address(node: &Node) -> Option<&Scalar> {
    ["url", "href"].iter().find_map(|key| node.text(key))
}
