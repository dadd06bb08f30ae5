//! What makes a finding the same finding after the lines above it have moved.

use std::collections::HashMap;

use crate::finding::Finding;
use crate::report::Read;
use crate::report::texts::Texts;

/// Gives out fingerprints in the order of the findings.
pub(super) struct Fingerprints<'a> {
    texts: Texts<'a>,
    /// How often each was given out: equal findings on equal lines are told apart by their order.
    seen: HashMap<blake3::Hash, u32>,
}

impl<'a> Fingerprints<'a> {
    pub(super) fn new(read: &'a Read<'a>) -> Self {
        Self {
            texts: Texts::new(read),
            seen: HashMap::new(),
        }
    }

    /// A hash over rule, file, message, the text of the line and the occurrence. Numbers in the
    /// message do not count: they are other lines, or days that grow from one run to the next.
    pub(super) fn of(&mut self, finding: &Finding) -> String {
        let line = self
            .texts
            .line(&finding.file, finding.span.start.line)
            .unwrap_or_default();
        let message: String = finding
            .message
            .chars()
            .filter(|letter| !letter.is_numeric())
            .collect();
        let content = hash(&[
            finding.rule.code,
            finding.file.as_str(),
            &message,
            line.trim(),
        ]);
        let occurrence = self.seen.entry(content).or_default();
        *occurrence += 1;
        let print = hash(&[&content.to_hex(), &occurrence.to_string()]);
        print.to_hex()[..32].to_owned()
    }
}

/// The parts are free of U+0000, or at worst two strange findings share a fingerprint.
fn hash(parts: &[&str]) -> blake3::Hash {
    blake3::hash(parts.join("\0").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::Fingerprints;
    use crate::finding::{Finding, Level, Rule, Span};
    use crate::path::SourcePath;

    static RULE: Rule = Rule {
        code: "deadline/passed",
        level: Level::Warn,
        summary: "",
        explanation: "",
    };

    fn finding(line: u32, message: &str) -> Finding {
        RULE.at(&SourcePath::new("a.md"), Span::line(line), message)
    }

    fn prints(text: &str, findings: &[Finding]) -> Vec<String> {
        let read = |_: &SourcePath| Some(text.to_owned());
        let mut prints = Fingerprints::new(&read);
        findings.iter().map(|finding| prints.of(finding)).collect()
    }

    #[test]
    fn a_moved_line_keeps_its_fingerprint() {
        let before = prints("a\n  b\n", &[finding(2, "passed 3 days ago, see line 9")]);
        let after = prints(
            "a\nx\n\nb\n",
            &[finding(4, "passed 12 days ago, see line 11")],
        );
        assert_eq!(before, after);
    }

    #[test]
    fn equal_findings_on_equal_lines_are_told_apart() {
        let [first, second] = &prints("b\nb\n", &[finding(1, "m"), finding(2, "m")])[..] else {
            panic!("two findings have two fingerprints");
        };
        assert_ne!(first, second);
    }

    #[test]
    fn another_message_is_another_finding() {
        let prints = prints("b\n", &[finding(1, "m"), finding(1, "n")]);
        assert_ne!(prints[0], prints[1]);
    }
}
