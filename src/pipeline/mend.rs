//! Makes the fixes that are safe: every other byte of a file stays as it is.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::finding::{Finding, Fix, Trust};
use crate::path::SourcePath;
use crate::source::{Reader, Source};

/// A file, and what it would be with its fixes made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Below the root.
    pub path: SourcePath,
    /// Its bytes as they are.
    pub old: Vec<u8>,
    /// Its bytes as they would be.
    pub new: Vec<u8>,
    /// How many findings that mends.
    pub findings: usize,
}

/// A byte order mark, which a text is read without.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// Makes the safe fixes of these findings, file by file. A file that is gone or is not UTF-8 is
/// left out, and so is a fix that overlaps one before it.
pub fn mend(findings: &[Finding], reader: &dyn Reader) -> Vec<Mended> {
    let mut files: BTreeMap<&SourcePath, Vec<&Fix>> = BTreeMap::new();
    for finding in findings {
        if let Some(fix) = safe(finding) {
            files.entry(&finding.file).or_default().push(fix);
        }
    }
    let mended = files
        .into_iter()
        .filter_map(|(path, fixes)| file(path, &fixes, reader.read(path).ok()?));
    mended.collect()
}

/// The fix of a finding, where it needs no person. In a file that is no Markdown a text may stand
/// in quotes, so only what means the same there is written.
pub fn safe(finding: &Finding) -> Option<&Fix> {
    let fix = finding
        .fix
        .as_ref()
        .filter(|fix| fix.trust == Trust::Safe)?;
    let is_markdown = finding.file.extension().eq_ignore_ascii_case("md");
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    (is_markdown || fix.replacement.chars().all(plain)).then_some(fix)
}

fn file(path: &SourcePath, fixes: &[&Fix], old: Vec<u8>) -> Option<Mended> {
    let text = std::str::from_utf8(&old).ok()?;
    let source = Source::new(path, text.to_owned());
    let mut edits: Vec<(Range<usize>, &str)> = fixes
        .iter()
        .map(|fix| {
            let (start, end) = (source.byte(fix.span.start), source.byte(fix.span.end));
            (start..end.max(start), fix.replacement.as_str())
        })
        .collect();
    edits.sort_by(|a, b| (a.0.start, a.0.end, a.1).cmp(&(b.0.start, b.0.end, b.1)));
    // Two pages that include a fragment find the same in it.
    edits.dedup();
    let bytes = source.text.as_bytes();
    let mut new = if old.starts_with(MARK) {
        MARK.to_vec()
    } else {
        Vec::new()
    };
    let (mut at, mut findings) = (0, 0);
    for (range, replacement) in edits {
        // Of two texts that would be added at one place, the first.
        if range.start < at || findings > 0 && range.start == at && range.is_empty() {
            continue;
        }
        new.extend_from_slice(&bytes[at..range.start]);
        new.extend_from_slice(replacement.as_bytes());
        at = range.end;
        findings += 1;
    }
    new.extend_from_slice(&bytes[at..]);
    (new != old).then(|| Mended {
        path: path.clone(),
        old,
        new,
        findings,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::mend;
    use crate::finding::{Finding, Level, Position, Rule, Span};
    use crate::path::SourcePath;
    use crate::source::memory::Memory;

    static RULE: Rule = Rule {
        code: "link/case",
        level: Level::Note,
        summary: "",
        explanation: "",
    };

    fn at(line: u32, start: u32, end: u32) -> Finding {
        let position = |column| Position { line, column };
        let span = Span {
            start: position(start),
            end: position(end),
        };
        RULE.at(&SourcePath::new("a.md"), span, "")
    }

    fn mended(text: &str, findings: &[Finding]) -> Option<String> {
        let files = BTreeMap::from([(SourcePath::new("a.md"), text.as_bytes().to_vec())]);
        let mended = mend(findings, &Memory(files)).pop()?;
        Some(String::from_utf8(mended.new).expect("text stays text"))
    }

    #[test]
    fn only_what_a_fix_names_is_touched() {
        let text = "\u{feff}é [a](B.md)\r\n\r\n[b](C.md) \r\n";
        let fixes = [at(3, 5, 9).fix("c.md"), at(1, 7, 11).fix("b.md")];
        let expected = "\u{feff}é [a](b.md)\r\n\r\n[b](c.md) \r\n";
        assert_eq!(mended(text, &fixes).as_deref(), Some(expected));
    }

    #[test]
    fn what_is_added_takes_no_place() {
        assert_eq!(
            mended("## x\n", &[at(1, 4, 4).fix("<a>")]).as_deref(),
            Some("## <a>x\n")
        );
    }

    #[test]
    fn equal_and_overlapping_fixes_are_made_once() {
        let fixes = [
            at(1, 1, 3).fix("x"),
            at(1, 1, 3).fix("x"),
            at(1, 2, 4).fix("y"),
        ];
        assert_eq!(mended("abcd", &fixes).as_deref(), Some("xcd"));
    }

    #[test]
    fn markup_is_not_written_into_what_may_be_a_quoted_text() {
        let fixes = |text: &str| {
            let mut finding = at(1, 1, 1).fix(text);
            finding.file = SourcePath::new("a.yml");
            super::safe(&finding).is_some()
        };
        assert!(fixes("../guides/start.md"));
        assert!(!fixes("<a name=\"x\"></a>"));
    }

    #[test]
    fn a_guess_is_not_made() {
        assert_eq!(mended("abcd", &[at(1, 1, 3).suggest("x")]), None);
    }
}
