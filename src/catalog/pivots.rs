//! What readers choose between on a page with zones: `zone-pivot-groups.yml`.

use std::collections::BTreeMap;

use crate::document::yaml::YAML;
use crate::finding::Outcome;
use crate::source::Source;
use crate::source::tree::{self, Node};

/// A choice, by what the settings of a docset call it.
pub type Pivots = BTreeMap<String, Group>;

/// One choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// What readers are asked.
    pub prompt: Option<String>,
    /// What they choose between, by the names that zones use, with titles.
    pub pivots: Vec<(String, String)>,
}

/// Whether a file of these bytes holds such choices, where its name says that it is YAML.
pub fn is_pivots(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    start.starts_with(b"### YamlMime:ZonePivotGroups")
}

/// Reads the choices of a file.
pub fn read(source: &Source) -> Outcome<Pivots> {
    let (root, findings) = match tree::read(source) {
        Ok(root) => (Some(root), Vec::new()),
        Err(fault) => {
            let message = format!("these pivots cannot be read: {}", fault.reason);
            let span = source.span(fault.at..fault.at);
            let finding = YAML.at(&source.path, span, message);
            (
                None,
                vec![finding.help("put texts with special characters in quotes")],
            )
        }
    };
    let groups = root.as_ref().and_then(|root| root.get("groups"));
    let groups = groups.map_or(&[][..], Node::items).iter();
    Outcome {
        value: groups.filter_map(group).collect(),
        findings,
    }
}

fn group(node: &Node) -> Option<(String, Group)> {
    let said = |node: &Node, key: &str| Some(node.text(key)?.text.trim().to_owned());
    let pivot = |node: &Node| {
        let id = said(node, "id")?;
        let title = said(node, "title").unwrap_or_else(|| id.clone());
        Some((id, title))
    };
    let pivots = node.get("pivots").map_or(&[][..], Node::items).iter();
    let group = Group {
        prompt: said(node, "prompt"),
        pivots: pivots.filter_map(pivot).collect(),
    };
    Some((said(node, "id")?, group))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::path::SourcePath;
    use crate::source::Source;

    #[test]
    fn pivots_have_titles_or_their_names() {
        let text = "### YamlMime:ZonePivotGroups\ngroups:\n- id: flavors\n  prompt: Which one?\n  \
                    pivots:\n  - id: csharp\n    title: C#\n  - id: go\n";
        let source = Source::new(&SourcePath::new("a.yml"), text.to_owned());
        let groups = read(&source).value;
        let titles: Vec<&str> = groups["flavors"].pivots.iter().map(|(_, t)| &**t).collect();
        assert_eq!(titles, ["C#", "go"]);
        assert_eq!(groups["flavors"].prompt.as_deref(), Some("Which one?"));
    }
}
