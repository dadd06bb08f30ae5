//! Findings for code scanning services: SARIF 2.1.0 (OASIS Standard, with errata 01).

use std::collections::BTreeMap;
use std::io;

use pulldown_cmark::{Event, Parser, TagEnd};
use serde_json::{Map, Value, json};

use crate::finding::{Finding, Fix, Level, Rule, Span};
use crate::path::{SourcePath, encode};
use crate::report::Report;
use crate::report::fingerprint::Fingerprints;

/// Where the schema of this format is published.
pub const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The base of all addresses; services take it for the top of the checkout.
const ROOT: &str = "%SRCROOT%";

/// Writes one log with one run.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let rules = rules(report);
    let index: BTreeMap<&str, usize> = rules
        .keys()
        .enumerate()
        .map(|(index, code)| (*code, index))
        .collect();
    let mut prints = Fingerprints::new(report.source);
    let results: Vec<Value> = report
        .shown()
        .map(|finding| result(finding, index[finding.rule.code], &prints.of(finding)))
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Instep",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { ROOT: { "description": { "text": "the root of the site" } } },
            "results": results,
            "properties": { "today": report.today },
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// All rules by code: those that were looked for, and for safety those that were found.
fn rules<'a>(report: &'a Report<'_>) -> BTreeMap<&'static str, &'a Rule> {
    let found = report.shown().map(|finding| finding.rule);
    report
        .rules
        .iter()
        .copied()
        .chain(found)
        .map(|rule| (rule.code, rule))
        .collect()
}

/// GitHub wants a full description beside the help; the explanation's first paragraph is one.
fn descriptor(rule: &Rule) -> Value {
    let help = plain(rule.explanation);
    let first = help.split("\n\n").next().unwrap_or(rule.summary);
    json!({
        "id": rule.code,
        "shortDescription": { "text": rule.summary },
        "fullDescription": { "text": first },
        "help": { "text": help, "markdown": rule.explanation },
        "defaultConfiguration": configuration(rule.level),
    })
}

fn configuration(level: Level) -> Value {
    match level {
        Level::Allow => json!({ "enabled": false, "level": "none" }),
        _ => json!({ "level": word(level) }),
    }
}

/// SARIF's word for a level (section 3.27.10).
fn word(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Note => "note",
        Level::Allow => "none",
    }
}

fn result(finding: &Finding, rule: usize, fingerprint: &str) -> Value {
    let mut result = json!({
        "ruleId": finding.rule.code,
        "ruleIndex": rule,
        "level": word(finding.level),
        "message": { "text": text(finding) },
        "locations": [{ "physicalLocation": place(&finding.file, finding.span) }],
        "partialFingerprints": { "instep/v1": fingerprint },
    });
    if !finding.related.is_empty() {
        result["relatedLocations"] = related(finding);
    }
    if let Some(fix) = &finding.fix {
        result["fixes"] = json!([change(finding, fix)]);
    }
    let properties = properties(finding);
    if !properties.is_empty() {
        result["properties"] = Value::Object(properties);
    }
    result
}

/// The message and the help: most services show nothing else.
fn text(finding: &Finding) -> String {
    match &finding.help {
        Some(help) => format!("{}\nhelp: {help}", finding.message),
        None => finding.message.clone(),
    }
}

fn place(file: &SourcePath, span: Span) -> Value {
    json!({ "artifactLocation": artifact(file), "region": region(span) })
}

fn artifact(file: &SourcePath) -> Value {
    json!({ "uri": address(file), "uriBaseId": ROOT })
}

/// A relative reference: a colon in its first part would make that a scheme (RFC 3986, 4.2).
fn address(file: &SourcePath) -> String {
    encode(file.as_str()).replace(':', "%3A")
}

fn region(span: Span) -> Value {
    json!({
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    })
}

fn related(finding: &Finding) -> Value {
    let places = finding.related.iter().enumerate().map(|(index, related)| {
        json!({
            "id": index + 1,
            "message": { "text": related.message },
            "physicalLocation": place(&related.file, related.span),
        })
    });
    places.collect()
}

fn change(finding: &Finding, fix: &Fix) -> Value {
    let act = finding
        .help
        .clone()
        .unwrap_or_else(|| format!("write `{}`", fix.replacement));
    json!({
        "description": { "text": act },
        "artifactChanges": [{
            "artifactLocation": artifact(&finding.file),
            "replacements": [{
                "deletedRegion": region(fix.span),
                "insertedContent": { "text": fix.replacement },
            }],
        }],
    })
}

fn properties(finding: &Finding) -> Map<String, Value> {
    let mut properties = Map::new();
    if let Some(locale) = &finding.locale {
        properties.insert("locale".into(), locale.to_string().into());
    }
    if let Some(document) = &finding.document {
        properties.insert("document".into(), document.as_str().into());
    }
    properties
}

/// Markdown without its markup, for services that show none.
fn plain(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(&part),
            Event::SoftBreak => text.push(' '),
            Event::HardBreak | Event::End(TagEnd::Item) => text.push('\n'),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::List(_),
            ) => {
                text.truncate(text.trim_end().len());
                text.push_str("\n\n");
            }
            _ => {}
        }
    }
    text.truncate(text.trim_end().len());
    text
}

#[cfg(test)]
mod tests {
    use super::{address, plain};
    use crate::path::SourcePath;

    #[test]
    fn help_text_has_no_markup() {
        let markdown = "Some *bold*\nwords and `code`.\n\n- one\n- two\n\nEnd.\n";
        assert_eq!(
            plain(markdown),
            "Some bold words and code.\n\none\ntwo\n\nEnd."
        );
    }

    #[test]
    fn a_path_is_a_relative_reference() {
        assert_eq!(
            address(&SourcePath::new("content/fr-fr/début 1%.md")),
            "content/fr-fr/d%C3%A9but%201%25.md"
        );
        assert_eq!(address(&SourcePath::new("c:x.md")), "c%3Ax.md");
    }
}
