//! A navigation file as it is written: `toc.yml`, or the older `TOC.md`.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use crate::catalog::navigation::NAVIGATION;
use crate::finding::{Finding, Outcome};
use crate::limits::NAVIGATION_DEPTH;
use crate::source::Source;
use crate::source::tree::{self, Fault, Form, Node, Scalar};

/// One entry as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Its title.
    pub name: Option<String>,
    /// Where it leads: a page, another navigation file, or a folder that has one.
    pub href: Option<Link>,
    /// The navigation file that its entries come from.
    pub toc: Option<Link>,
    /// The page it leads to, where `href` names a navigation file.
    pub topic: Option<Link>,
    /// The document that it means, by `uid`.
    pub uid: Option<Link>,
    /// Whether it is shown open.
    pub expanded: bool,
    /// The entries below it.
    pub items: Vec<Written>,
}

/// Something that an entry names, and its bytes in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// As written.
    pub target: String,
    /// The bytes it stands at.
    pub range: Range<usize>,
}

/// Reads a navigation file: a list of entries, a map with `items`, or headings with links.
pub fn read(source: &Source) -> Outcome<Vec<Written>> {
    if source.path.extension().eq_ignore_ascii_case("md") {
        return Outcome {
            value: headings(&source.text),
            findings: Vec::new(),
        };
    }
    let mut reading = Reading {
        source,
        findings: Vec::new(),
    };
    let value = match tree::read(source) {
        Ok(node) => {
            let entries = node.get("items").unwrap_or(&node);
            reading.entries(entries, NAVIGATION_DEPTH.most)
        }
        Err(Fault { at, reason }) => {
            let message = format!("this navigation cannot be read: {reason}");
            reading.refuse(at, message);
            Vec::new()
        }
    };
    Outcome {
        value,
        findings: reading.findings,
    }
}

/// Whether these are breadcrumbs: entries that lead to places of Learn's host, for all docsets on
/// it, and not into this one.
pub fn are_breadcrumbs(entries: &[Written]) -> bool {
    let rooted = |link: &Option<Link>| {
        link.as_ref()
            .is_some_and(|link| link.target.starts_with('/') || link.target.contains("://"))
    };
    let crumb = |entry: &Written| entry.href.is_none() && rooted(&entry.toc);
    !entries.is_empty() && entries.iter().all(crumb)
}

struct Reading<'a> {
    source: &'a Source,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    fn entries(&mut self, node: &Node, depth: usize) -> Vec<Written> {
        match &node.value {
            Form::List(nodes) if depth > 0 => {
                let entries = nodes.iter().filter_map(|node| self.entry(node, depth));
                entries.collect()
            }
            Form::Nothing => Vec::new(),
            Form::List(_) => {
                let most = NAVIGATION_DEPTH.most;
                let message = format!("entries nested deeper than {most} are left out");
                self.refuse(node.at, message);
                Vec::new()
            }
            _ => {
                self.refuse(node.at, "a list of entries was expected here".to_owned());
                Vec::new()
            }
        }
    }

    fn entry(&mut self, node: &Node, depth: usize) -> Option<Written> {
        match &node.value {
            Form::Map(_) => {}
            Form::Nothing => return None,
            _ => {
                self.refuse(
                    node.at,
                    "an entry with `name` and `href` was expected here".to_owned(),
                );
                return None;
            }
        }
        let link = |keys: &[&str]| {
            keys.iter()
                .find_map(|key| Some(link(node.text(key)?, node.at)))
        };
        Some(Written {
            name: node.text("name").map(|name| name.text.trim().to_owned()),
            href: link(&["href"]),
            toc: link(&["tocHref", "tochref"]),
            topic: link(&["topicHref", "topichref", "homepage"]),
            uid: link(&["uid", "topicUid", "topicuid", "homepageUid"]),
            expanded: node
                .text("expanded")
                .is_some_and(|flag| flag.text == "true"),
            items: match node.get("items") {
                Some(items) => self.entries(items, depth - 1),
                None => Vec::new(),
            },
        })
    }

    fn refuse(&mut self, at: usize, message: String) {
        let finding = NAVIGATION.at(&self.source.path, self.source.span(at..at), message);
        self.findings
            .push(finding.help("write a list of `name` and `href`"));
    }
}

fn link(scalar: &Scalar, at: usize) -> Link {
    Link {
        target: scalar.text.trim().to_owned(),
        range: scalar.range().unwrap_or(at..at),
    }
}

/// `# [Title](page.md)`, nested by its level.
fn headings(text: &str) -> Vec<Written> {
    let mut flat: Vec<(u8, Written)> = Vec::new();
    let mut open: Option<(u8, Written)> = None;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                open = Some((number(level), Written::default()))
            }
            Event::End(TagEnd::Heading(_)) => flat.extend(open.take()),
            Event::Start(Tag::Link { dest_url, .. }) => {
                if let Some((_, entry)) = &mut open {
                    let target = dest_url.to_string();
                    let link = Some(Link { range, target });
                    let uid = dest_url.starts_with("xref:");
                    let place = if uid { &mut entry.uid } else { &mut entry.href };
                    *place = link.map(|link| Link {
                        target: link.target.trim_start_matches("xref:").to_owned(),
                        ..link
                    });
                }
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, entry)) = &mut open {
                    entry.name.get_or_insert_default().push_str(&words);
                }
            }
            _ => {}
        }
    }
    nested(&mut flat.into_iter().peekable(), 0)
}

type Flat = std::iter::Peekable<std::vec::IntoIter<(u8, Written)>>;

fn nested(flat: &mut Flat, above: u8) -> Vec<Written> {
    let mut entries = Vec::new();
    while let Some((level, mut entry)) = flat.next_if(|(level, _)| *level > above) {
        entry.items = nested(flat, level);
        entries.push(entry);
    }
    entries
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SourcePath;

    fn entries(name: &str, text: &str) -> Outcome<Vec<Written>> {
        read(&Source::new(&SourcePath::new(name), text.to_owned()))
    }

    fn names(entries: &[Written]) -> Vec<&str> {
        entries
            .iter()
            .filter_map(|entry| entry.name.as_deref())
            .collect()
    }

    #[test]
    fn headings_nest_by_their_level() {
        let read = entries("TOC.md", "# [A](a.md)\n## [B](b.md)\n### C\n## D\n# E\n");
        assert_eq!(names(&read.value), ["A", "E"]);
        assert_eq!(names(&read.value[0].items), ["B", "D"]);
        assert_eq!(names(&read.value[0].items[0].items), ["C"]);
    }

    #[test]
    fn what_is_no_entry_is_found_where_it_stands() {
        let read = entries("toc.yml", "items:\n- name: 3.10\n  items:\n- just words\n");
        assert_eq!(names(&read.value), ["3.10"]);
        assert_eq!(read.findings.len(), 1);
        assert_eq!(read.findings[0].span.start.line, 4);
    }

    #[test]
    fn breadcrumbs_are_no_navigation() {
        let crumbs = entries(
            "toc.yml",
            "- name: A\n  tocHref: /a/\n  topicHref: /a/index\n",
        );
        assert!(are_breadcrumbs(&crumbs.value));
        let entries = entries("toc.yml", "- name: A\n  href: a.md\n  tocHref: b/toc.yml\n");
        assert!(!are_breadcrumbs(&entries.value));
    }
}
