//! `### YamlMime:FAQ`: questions with answers, in sections.

use crate::document::yaml::Writing;
use crate::source::tree::{Form, Node};

/// Writes a `YamlMime:FAQ` as Markdown.
pub fn write(writing: &mut Writing<'_>, root: &Node) {
    writing.title(root);
    match root.get("sections") {
        Some(sections) if matches!(sections.value, Form::List(_)) => {
            for section in sections.items() {
                self::section(writing, section);
            }
        }
        other => {
            let at = other.map_or(0, |node| node.at);
            let message = "a guide of questions without a list `sections`".to_owned();
            writing.refuse(at, message, "write `sections:` with `questions` in each");
        }
    }
    if let Some(more) = root.text("additionalContent") {
        writing.script.block(more);
    }
}

fn section(writing: &mut Writing<'_>, section: &Node) {
    let name = section.text("name");
    if let Some(name) = name {
        writing.script.heading(2, name);
    }
    if let Some(summary) = section.text("summary") {
        writing.script.block(summary);
    }
    let level = if name.is_some() { 3 } else { 2 };
    let questions = section.get("questions");
    for entry in questions.map_or(&[][..], Node::items) {
        match (entry.text("question"), entry.text("answer")) {
            (Some(question), Some(answer)) => {
                writing.script.heading(level, question);
                writing.script.block(answer);
            }
            (Some(question), None) => {
                writing.script.heading(level, question);
                let message = "a question without an `answer`".to_owned();
                writing.refuse(entry.at, message, "write the answer");
            }
            (None, _) => {
                let message = "an entry without a `question`".to_owned();
                writing.refuse(entry.at, message, "write the question");
            }
        }
    }
    if questions.is_none_or(|questions| !matches!(questions.value, Form::List(_))) {
        let message = "a section without a list `questions`".to_owned();
        writing.refuse(
            section.at,
            message,
            "write `questions:` with `question` and `answer`",
        );
    }
}
