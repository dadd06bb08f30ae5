//! Findings as test results, which every CI service can show: JUnit's XML.

use std::collections::BTreeMap;
use std::io;

use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::Writer;

use crate::finding::{Finding, Level};
use crate::report::Report;
use crate::xml::valid;

type Xml<'a> = Writer<&'a mut dyn io::Write>;

/// Writes a suite for each file and a case for each finding: failed at `deny` and `warn`, passed
/// with the message as its output at `note`. Some services take a report without cases for a
/// broken one, so a clean check is one passed case.
///
/// # Errors
/// Only what the writer itself cannot do.
pub fn write(report: &Report<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let findings: Vec<&Finding> = report.shown().collect();
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let (tests, failures) = (
        findings.len().max(1).to_string(),
        failures(&findings).to_string(),
    );
    xml.create_element("testsuites")
        .with_attributes([
            ("name", "instep check"),
            ("tests", &tests),
            ("failures", &failures),
        ])
        .write_inner_content(|xml| {
            for of_file in findings.chunk_by(|a, b| a.file == b.file) {
                suite(xml, of_file)?;
            }
            if findings.is_empty() {
                clean(xml)
            } else {
                Ok(())
            }
        })?;
    writeln!(xml.into_inner())
}

fn failures(findings: &[&Finding]) -> usize {
    findings
        .iter()
        .filter(|finding| is_failure(finding))
        .count()
}

fn is_failure(finding: &Finding) -> bool {
    matches!(finding.level, Level::Deny | Level::Warn)
}

fn clean(xml: &mut Xml<'_>) -> io::Result<()> {
    xml.create_element("testsuite")
        .with_attributes([("name", "instep check"), ("tests", "1"), ("failures", "0")])
        .write_inner_content(|xml| {
            xml.create_element("testcase")
                .with_attributes([("name", "no findings"), ("classname", "instep")])
                .write_empty()?;
            Ok(())
        })?;
    Ok(())
}

fn suite(xml: &mut Xml<'_>, findings: &[&Finding]) -> io::Result<()> {
    let file = findings.first().map_or("", |finding| finding.file.as_str());
    let (tests, failures) = (findings.len().to_string(), failures(findings).to_string());
    let mut names = BTreeMap::new();
    xml.create_element("testsuite")
        .with_attribute(("name", valid(file)))
        .with_attributes([("tests", tests.as_str()), ("failures", failures.as_str())])
        .write_inner_content(|xml| {
            for finding in findings {
                let name = name(finding, &mut names);
                case(xml, finding, &name)?;
            }
            Ok(())
        })?;
    Ok(())
}

/// `link/broken at 3:7`. Services compare runs by name, so two of one place are numbered.
fn name(finding: &Finding, names: &mut BTreeMap<String, usize>) -> String {
    let start = finding.span.start;
    let name = format!("{} at {}:{}", finding.rule.code, start.line, start.column);
    let count = names.entry(name.clone()).or_default();
    *count += 1;
    if *count == 1 {
        name
    } else {
        format!("{name} ({count})")
    }
}

fn case(xml: &mut Xml<'_>, finding: &Finding, name: &str) -> io::Result<()> {
    let line = finding.span.start.line.to_string();
    let case = xml
        .create_element("testcase")
        .with_attributes([("name", name), ("classname", finding.rule.code)])
        .with_attribute(("file", valid(finding.file.as_str())))
        .with_attribute(("line", line.as_str()));
    let text = text(finding);
    case.write_inner_content(|xml| {
        let result = if is_failure(finding) {
            xml.create_element("failure")
                .with_attribute(("type", finding.level.word()))
                .with_attribute(("message", valid(&finding.message)))
        } else {
            xml.create_element("system-out")
        };
        result.write_text_content(BytesText::new(&valid(&text)))?;
        Ok(())
    })?;
    Ok(())
}

/// The finding in words, with every place it speaks of.
fn text(finding: &Finding) -> String {
    let start = finding.span.start;
    let mut text = format!(
        "{}:{}:{}: {}[{}]: {}",
        finding.file, start.line, start.column, finding.level, finding.rule.code, finding.message
    );
    if let Some(help) = &finding.help {
        text += &format!("\nhelp: {help}");
    }
    for related in &finding.related {
        text += &format!(
            "\n{}:{}: {}",
            related.file, related.span.start.line, related.message
        );
    }
    text
}
